import type { FlowCell, FlowTable } from "../model/flow.ts";
import type { Money } from "../model/value.ts";
import { moneyAt } from "./budget-figures.ts";
import { OTHER, PAYS } from "./budget-words.ts";
import { findSums } from "./money-sums.ts";

const LONGEST_FORM = 20;
const UNIT = /[（(](?:单位[：:])?(?:人民币)?[：:]?(亿元|百万元|万元|千元|元)[）)]/;
const TOTAL_LABEL =
  /^(?:本|含税)?(?:合同|协议|项目|采购|中标|成交|签约|服务|课题)?(?:总价款?|总?价款|总金额|总额|总费用|总经费|总预算|金额|价格)(?:[（(][^（）()]*[）)])?[：:]?$/;
/** 金额 alone may be anything's. */
const VAGUE = /^(?:金额|价格)/;
const AMOUNT_ROW = /^(?:预算|合同)?(?:金额|费用|经费|价格|合价|小计|预算|价款)(?:[（(][^（）()]*[）)])?$/;
/** 月租金, 年租金: what each year costs by the month, and in all; the one is no cost beside the other. */
const YEAR_ROW = /^(?:每?年度?|全年)(?:租金|租赁费|服务费|管理费|物业费|费用|金额)(?:[（(][^（）()]*[）)])?$/;
const OTHER_ROW =
  /^(?:占比|比例|百分比|所占比例|备注|说明|每?月(?:租金|租赁费|服务费|管理费|物业费|费用|金额))(?:[（(][^（）()]*[）)])?$/;
/** A table laid on its side has few rows. */
const MOST_ROWS = 4;

/** The same sum in digits and in 大写, either of which may be missing. */
interface FormTotal {
  digits: Money | null;
  capitals: Money | null;
}

/** The total that a form of labels and values states (合同金额 | ¥200,000.00); null when it states none. */
export function readFormTotal(table: FlowTable): FormTotal | null {
  if (table.rowCount > LONGEST_FORM || table.columnCount % 2 !== 0 || table.columnCount > 4) return null;
  for (const cell of table.cells) {
    const label = cell.content.text.replace(/\s/g, "");
    const isTotal = TOTAL_LABEL.test(label) && !VAGUE.test(label) && !OTHER.test(label) && !PAYS.test(label);
    const value = isTotal && cell.column % 2 === 0 ? rightOf(table, cell) : null;
    if (!value) continue;
    const read = sumBeside(table, value, UNIT.exec(label)?.[1] ?? null);
    if (read) return read;
  }
  return null;
}

/** The sum that a value tells, with the same in the next cell; or the figure it is, in the label's unit. */
function sumBeside(table: FlowTable, value: FlowCell, unit: string | null): FormTotal | null {
  const { content } = value;
  const [sum, second] = findSums(content.text);
  if (sum && !second) {
    const own = {
      digits: sum.digits && moneyAt(content, sum.digits),
      capitals: sum.capitals && moneyAt(content, sum.capitals),
    };
    const next = own.digits && own.capitals ? null : besideOf(table, value);
    const read = {
      digits: own.digits ?? next?.digits ?? null,
      capitals: own.capitals ?? next?.capitals ?? null,
    };
    if (read.digits || read.capitals) return read;
  }
  const start = content.text.length - content.text.trimStart().length;
  const bare = { start, end: Math.max(start, content.text.trimEnd().length) };
  const digits = !sum && unit ? moneyAt(content, bare, unit) : null;
  return digits ? { digits, capitals: null } : null;
}

/** 小写：¥156,800.00 | 大写：壹拾伍万陆仟捌佰元整: the same sum written the other way in the next cell. */
function besideOf(table: FlowTable, value: FlowCell): FormTotal | null {
  const { content } = rightOf(table, value) ?? {};
  const [sum, second] = content ? findSums(content.text) : [];
  if (!content || !sum || second || !WRITTEN.test(content.text)) return null;
  return {
    digits: sum.digits && moneyAt(content, sum.digits),
    capitals: sum.capitals && moneyAt(content, sum.capitals),
  };
}

const WRITTEN = /^\s*[（(]?(?:人民币)?(?:大写|小写)/;

/** A small table whose first column says 金额 and the like, turned so that this is a header; null for another. */
export function turnTable(table: FlowTable): FlowTable | null {
  const kinds = table.cells
    .filter(({ column, row }) => column === 0 && row > 0)
    .map(({ content }) => content.text.replace(/\s/g, ""));
  const isAmount = (kind: string): boolean => AMOUNT_ROW.test(kind) || YEAR_ROW.test(kind);
  const isOnSide = kinds.some(isAmount) && kinds.every((kind) => isAmount(kind) || OTHER_ROW.test(kind));
  if (!isOnSide || table.rowCount > MOST_ROWS || table.rowCount >= table.columnCount) return null;
  return {
    ...table,
    headerRows: 1,
    rowCount: table.columnCount,
    columnCount: table.rowCount,
    cells: table.cells.map((cell) => ({
      ...cell,
      row: cell.column,
      column: cell.row,
      rowSpan: cell.columnSpan,
      columnSpan: cell.rowSpan,
    })),
  };
}

const rightOf = (table: FlowTable, { row, column, columnSpan }: FlowCell): FlowCell | null =>
  table.cells.find((cell) => cell.row === row && cell.column === column + columnSpan) ?? null;
