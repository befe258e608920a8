import type { Version } from "../model/agreement.ts";
import type { FlowTable } from "../model/flow.ts";
import { BUDGET_NAME } from "./budget-words.ts";
import { findColumnTypes, headerOf } from "./column-types.ts";
import { plainNumber, readAmount } from "./figures/amount.ts";

/** What the columns of a budget table hold; null where it has no such column. */
export interface BudgetColumns {
  /** From the widest to the most exact; at least one. */
  labels: number[];
  number: number | null;
  quantity: number | null;
  unit: number | null;
  unitPrice: number | null;
  /** A wider label with a sum of its own before the labels: 类别 | 类别小计 | 明细 | 金额. */
  group: { label: number; amount: number } | null;
  /** One a version, for an amendment may put 调整前 beside 调整后; or one a year or lot, whose header names it. */
  amounts: { version: Version; amount: number; percent: number | null; isNamed: boolean }[];
}

const NUMBER = /^(?:序号?|编号|No\.?)$/i;
const LABEL =
  /项目|名称|内容|科目|类别|类型|费用(?:名|类|项|构成|明细)|分项|明细|事项|品[名目]|货物|服务|岗位|用途|支出|构成|种类|标的|细目|[子细小分]项/;
const QUANTITY =
  /数量|[人次月册本台套件户份张只支天日年周场班期节个]数(?:[（(]|$)|课时数?|工作量|工程量|频次|场次|人次|预计量|期限/;
const UNIT_PRICE =
  /单价|均价|综合价|标准[（(][^（）()]*元[/／]|(?:收费|费用|补贴|薪酬|工资|计费)标准|每(?:人|次|月|年|场|户)/;
const FACTOR = /折扣|折率|系数|下浮率|优惠率|让利率/;
const AMOUNT =
  /(?:核定|批准|批复|预算|安排|拨付|支出|计划|测算|申请)数|金额|合价|总价|小计|合计|费用|经费|预算|价款|造价|租金|报价|价格|总额|款额|成本|元[）)]?$/;
const PERCENT = /占比|比例|百分比|比重|份额|[%％]/;
/** What is said of a thing, not what it is called. */
const TOLD_OF = /厂家|厂商|产地|配置|颜色|尺寸|频次|频率|要求|标准|规格|型号|参数|品牌|依据|周期|方式|时间/;
const CONTENT = /内容|用途|说明|描述/;
const OTHER_MONEY = /月薪|年薪|日薪|月工资|税额|税率|不含税|限价|差额|增减|扣|违约|赔偿|罚|工资标准/;
const PAYMENT = /付款|里程碑|拨款|支付|拨付|期次|付费|分期|款项名称|节点|阶段/;
const BEFORE = /原|(?:调整|变更|修改|修订)前/;
const YEAR = new RegExp(`^(?:${BUDGET_NAME.source})`);
const AFTER = /现|(?:调整|变更|修改|修订|补充)(?:之)?后|最终|新/;

/** The columns by which a table is a budget; null when it is another kind of table. */
export function findBudgetColumns(table: FlowTable, fallback: Version): BudgetColumns | null {
  const types = findColumnTypes(table);
  const headers = types.map((_, column) => headerOf(table, column));
  if (headers.some((header) => PAYMENT.test(header))) return null;
  const where = (pattern: RegExp, kinds: readonly (string | null)[]): number[] =>
    headers.flatMap((header, column) =>
      pattern.test(header) && kinds.includes(types[column]) ? [column] : [],
    );
  const numeric = ["money", "number", "quantity", null];
  const prices = where(UNIT_PRICE, numeric);
  const percents = where(PERCENT, ["percent", "number", null]).filter(
    (column) => types[column] === "percent",
  );
  const isCompared =
    headers.some((header) => BEFORE.test(header)) && headers.some((header) => AFTER.test(header));
  const isOfYears =
    where(YEAR, ["money", "number"]).length > 1 && headers.some((header) => AMOUNT.test(header));
  const compared = isCompared ? `|${BEFORE.source}|${AFTER.source}` : "";
  const amountWords = new RegExp(`${AMOUNT.source}${compared}${isOfYears ? `|${YEAR.source}` : ""}`);
  const amounts = where(amountWords, ["money", "number", null]).filter(
    (column) =>
      !prices.includes(column) &&
      !percents.includes(column) &&
      !OTHER_MONEY.test(headers[column]) &&
      hasNumbers(table, column),
  );
  const quantities = where(QUANTITY, ["number", "quantity", null]).filter(
    (column) => !amounts.includes(column) && !prices.includes(column) && hasNumbers(table, column),
  );
  const isLabel = (column: number): boolean =>
    !NUMBER.test(headers[column]) && !/单位$|备注|说明/.test(headers[column]) && isWords(table, column);
  const group = isCompared || isOfYears ? null : groupOf(amounts, isLabel);
  const exact = amounts.filter((column) => column !== group?.amount);
  const first = Math.min(
    ...exact,
    ...[...prices, ...quantities, ...percents].filter((c) => c > (group?.amount ?? -1)),
  );
  const labels = headers.flatMap((header, column) =>
    column > (group?.amount ?? -1) && column < first && isLabel(column) && header !== null ? [column] : [],
  );
  const called = labels.filter((column) => LABEL.test(headers[column]) && !TOLD_OF.test(headers[column]));
  // 科目 beside 支出内容: where each row has a name of its own, the next column tells of it.
  const isExplained = called.length > 1 && CONTENT.test(headers[called[1]]) && !repeats(table, called[0]);
  const named = isExplained ? called.slice(0, 1) : called;
  if (amounts.length === 0 || labels.length === 0) return null;
  const told = labels.filter((column) => !TOLD_OF.test(headers[column]));
  const isKind = named.length > 0 && told.length > named.length && repeats(table, named[named.length - 1]);
  // 分类 before 设备名称: a word that stands on several rows, though it isn't commonly a column's name.
  const kinds = told.filter((column) => column < named[0] && repeats(table, column));
  return {
    // A name that stands on several rows is a kind; what tells these rows apart stands beside it.
    labels: (isKind ? told : named.length > 0 ? [...kinds, ...named] : labels).slice(0, 3),
    number:
      headers.findIndex((header) => NUMBER.test(header)) >= 0
        ? headers.findIndex((header) => NUMBER.test(header))
        : null,
    // People × months × pay: of several counts none is the one that the price is for.
    quantity:
      quantities.length === 1 ? quantities[0] : quantityByProduct(table, { prices, amounts, percents }),
    unit:
      headers.findIndex((header) => /单位$/.test(header)) >= 0
        ? headers.findIndex((header) => /单位$/.test(header))
        : null,
    // 数量 × 单价 × 折扣: a price that is not what is paid for one.
    unitPrice: headers.some((header) => FACTOR.test(header)) ? null : (prices[0] ?? null),
    group,
    amounts: isOfYears
      ? yearsOf(headers, amounts, percents, fallback)
      : versionsOf(headers, amounts, percents, fallback),
  };
}

/** The column that, times the price, makes the amounts, whatever it is called: 养护面积（平方米）. */
function quantityByProduct(
  table: FlowTable,
  { prices, amounts, percents }: { prices: number[]; amounts: number[]; percents: number[] },
): number | null {
  const [price, amount] = [prices[0], amounts[amounts.length - 1]];
  if (price === undefined || amount === undefined) return null;
  const others = Array.from({ length: table.columnCount }, (_, column) => column).filter(
    (column) => ![...prices, ...amounts, ...percents].includes(column),
  );
  const textAt = (row: number, column: number): string =>
    table.cells.find((cell) => cell.row === row && cell.column === column)?.content.text.trim() ?? "";
  const comesOut = (row: number, column: number): boolean => {
    const count = Number(plainNumber(textAt(row, column)) ?? Number.NaN);
    const [one, all] = [price, amount].map((each) => readAmount(textAt(row, each), "元")?.fen ?? Number.NaN);
    return count > 0 && Math.abs(count * one - all) < 1;
  };
  const rows = Array.from({ length: table.rowCount }, (_, row) => row).filter(
    (row) => row >= table.headerRows,
  );
  return others.find((column) => rows.filter((row) => comesOut(row, column)).length > 1) ?? null;
}

/** Two amount columns are two versions where their headers say so; of others the last one counts. */
function versionsOf(
  headers: readonly string[],
  amounts: readonly number[],
  percents: readonly number[],
  fallback: Version,
): BudgetColumns["amounts"] {
  const before = amounts.findLast((column) => BEFORE.test(headers[column]) && !AFTER.test(headers[column]));
  const after = amounts.findLast((column) => AFTER.test(headers[column]) && !BEFORE.test(headers[column]));
  const shareOf = (pattern: RegExp): number | null =>
    percents.find((column) => pattern.test(headers[column])) ?? null;
  if (before !== undefined && after !== undefined) {
    return [
      { version: "original", amount: before, percent: shareOf(BEFORE), isNamed: false },
      { version: "amended", amount: after, percent: shareOf(AFTER), isNamed: false },
    ];
  }
  const amount = amounts[amounts.length - 1];
  return [{ version: fallback, amount, percent: percents[0] ?? null, isNamed: false }];
}

/** A column a year is a budget a year; a column that adds them up is one more. */
function yearsOf(
  headers: readonly string[],
  amounts: readonly number[],
  percents: readonly number[],
  version: Version,
): BudgetColumns["amounts"] {
  const all = amounts.findLast((column) => /合计|总计|总额|小计|总/.test(headers[column]));
  return amounts
    .filter((column) => column === all || YEAR.test(headers[column]))
    .map((amount) => ({
      version,
      amount,
      percent: amount === all ? (percents[0] ?? null) : null,
      isNamed: amount !== all,
    }));
}

/** The first amounts are of a wider kind where words stand before them and between them and the last ones. */
function groupOf(amounts: readonly number[], isLabel: (column: number) => boolean): BudgetColumns["group"] {
  const [amount, last] = [amounts[0], amounts[amounts.length - 1]];
  const before = Array.from({ length: Math.max(0, amount) }, (_, column) => column).findLast(isLabel);
  const hasWordsBetween = Array.from(
    { length: Math.max(0, last - amount - 1) },
    (_, n) => amount + 1 + n,
  ).some(isLabel);
  return before !== undefined && hasWordsBetween ? { label: before, amount } : null;
}

function repeats(table: FlowTable, column: number): boolean {
  const names = table.cells
    .filter((cell) => cell.column === column && cell.columnSpan === 1 && cell.row >= table.headerRows)
    .map((cell) => ({ name: cell.content.text.replace(/\s/g, ""), rows: cell.rowSpan }))
    .filter(({ name }) => name !== "");
  return names.some(({ rows }) => rows > 1) || new Set(names.map(({ name }) => name)).size < names.length;
}

function hasNumbers(table: FlowTable, column: number): boolean {
  return table.cells.some(
    (cell) => cell.column === column && cell.row >= table.headerRows && /\d/.test(cell.content.text),
  );
}

function isWords(table: FlowTable, column: number): boolean {
  return table.cells.some(
    (cell) =>
      cell.column === column && cell.row >= table.headerRows && /\p{Script=Han}/u.test(cell.content.text),
  );
}
