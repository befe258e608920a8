import type { BudgetLine } from "../model/agreement.ts";
import type { Money } from "../model/value.ts";
import { type Row, type RowLabel, whole } from "./budget-cells.ts";
import { moneyAt, notUnderstood } from "./budget-figures.ts";
import { belowZero, isTakenOff } from "./budget-net.ts";
import { type BudgetRow, nestRows } from "./budget-rows.ts";
import type { TableBudget } from "./budget-table.ts";
import { findSums } from "./money-sums.ts";
import { nestBySums } from "./nest-by-sums.ts";

const TOTAL =
  /^(?:(?:优惠|折扣?|打折|让利|下浮|减免)后的?)?(?:(?:以?[上述]*[两二三四五六七八九十]{1,2}项|每?月度?|全年|一年|年(?!度)|最终|实际|应付|费用|经费|金额|预算|项目|合同|工程|服务|报价|投标|含税|价税)*(?:总?合计|总计|共计|总额|总价|总金额|总经费|总预算|总费用|总造价|总报价|总租金))/;
/** A row of its own for the total in 大写. */
const IN_CAPITALS =
  /^[（(]?(?:人民币|合计|总计|总额|总价|金额)*[（(]?大写(?:金额)?[）)]?[:：]?(?:人民币)?(?:$|[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)/;
/** 合计, 总计, 总额 or 总价 of which one character was misread. */
const MAY_BE_TOTAL = /^(?:.[计额价]|[合总].|价税.计|价税合.)$/u;
/** 包1合计: a sum named after what it is of, which no other row above it is. */
const SUM_OF_NAMED = /(?:合计|总计|共计|总额|总价)(?:[（(][^（）()]*[）)])?$/;
/** A last row that by its name is no cost among others: 合同价, 最终成交价. */
const PRICE_OF_ALL =
  /^(?:最终|优惠后的?|折后|让利后)?(?:本?合同|签约合同|协议|中标|成交|结算)(?:总)?价(?:款|格)?(?:[（(][^（）()]*[）)])?$/;
/** A last row that is the sum of all others, called so in words of its own. */
const CALLED_TOTAL =
  /[总合共小]计?|价款?$|后$|^[每全本一]?(?:个)?[年月季](?:度)?$|^[每全][年月季]|^[两二三四五六七八九十\d]{1,2}年度?$|^[年月].{1,8}[费金]用?$/;
/** 应交保费, 实付金额: what is left of all rows above, at least three. */
const DUE = /^(?:应|实际?|最终)(?:交|缴|付|支付|收)\p{Script=Han}{0,6}[费款额价]$/u;
const FEWEST_ABOVE = 2;
export const NO_NUMBER = {
  zh: "表中此处应为金额，但无法理解，请核对原件",
  en: "an amount is due here but is not understood; check the page",
};

const NO_CAPITALS = {
  zh: "大写金额有字无法辨认，请核对原件",
  en: "an amount in capital numerals has a character that cannot be made out; check the page",
};

/** What is told around a row that may be a total. */
interface Around {
  /** The row's first words. */
  first: string;
  label: RowLabel | null;
  isLast: boolean;
  /** The rows before it. */
  rows: readonly BudgetRow[];
  money: Money | null;
}

/** Whether a row is the total's, and the money in the amount's column that is it; null for another row. */
export function totalIn(
  row: Row,
  column: number,
  { first, label, isLast, rows, money }: Around,
): { money: Money | null } | null {
  if (IN_CAPITALS.test(first)) return { money: /\d/.test(row[column]?.content.text ?? "") ? money : null };
  const named = [first, label?.label.value ?? ""].map((words) => words.replace(/\s/g, ""));
  const isPrice = isLast && rows.length > 1 && named.some((words) => PRICE_OF_ALL.test(words));
  const isTotal = isPrice || TOTAL.test(first) || (label && TOTAL.test(label.label.value));
  return isTotal || (isLast && isLastTotal(row, first, rows, money)) ? { money } : null;
}

/** The last row of a table is its total where it alone is called a sum; also where its word was misread, if the rows above add up to it. */
function isLastTotal(row: Row, first: string, rows: readonly BudgetRow[], money: Money | null): boolean {
  const isWide = row[0] !== null && row[0] === row[1];
  const isDue = DUE.test(first) && rows.length > FEWEST_ABOVE;
  const isCalled = isWide || isDue || MAY_BE_TOTAL.test(first) || CALLED_TOTAL.test(first);
  if (!money || rows.length < 2 || !(isCalled || lacksPrice(row, rows))) return false;
  const lines = rows.flatMap(({ line }) => (line ? [{ ...line, parent: null }] : []));
  const isOnlySum =
    SUM_OF_NAMED.test(first) && !lines.some(({ label }) => SUM_OF_NAMED.test(label.value.replace(/\s/g, "")));
  if (isOnlySum && isWide) return true;
  const sumOfTop = (some: readonly BudgetLine[]): number =>
    some.reduce((fen, { parent, amount }) => (parent === null ? fen + amount.fen : fen), 0);
  const nested = nestRows([...rows]);
  const less = nested.map((each) => (isTakenOff(each) ? belowZero(each) : each));
  const readings = [lines, nested, less, nestBySums(lines, money.fen)];
  return readings.some((reading) => sumOfTop(reading) === money.fen);
}

/** Whether every row above has its unit price, and this one an empty cell. */
const lacksPrice = (row: Row, rows: readonly BudgetRow[]): boolean =>
  rows.length > 2 &&
  rows.every(({ line }) => line?.unitPrice) &&
  row.some((cell) => /^[\s—–\-－/／]*$/.test(cell?.content.text ?? ""));

/** The total stands in the amount's column; in 大写, or where the row is one wide cell, anywhere in the row. */
export function addTotal(read: TableBudget, row: Row, column: number, money: Money | null): void {
  read.total ??= money;
  const cells = [...new Set(row.filter((cell) => cell !== null))];
  for (const { content } of cells) {
    for (const { digits, capitals } of findSums(content.text)) {
      if (digits && !read.total) read.total = moneyAt(content, digits);
      const inWords = capitals && moneyAt(content, capitals);
      if (capitals && !inWords) read.problems.push(notUnderstood(content, capitals, NO_CAPITALS));
      read.totalInCapitals ??= inWords;
    }
  }
  if (!read.total && !read.totalInCapitals && row[column] && /\d/.test(row[column].content.text))
    read.problems.push(notUnderstood(row[column].content, whole(row[column].content), NO_NUMBER));
}
