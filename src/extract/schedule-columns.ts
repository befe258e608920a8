import type { FlowTable } from "../model/flow.ts";
import { findColumnTypes, headerOf } from "./column-types.ts";
import { findPercents, findPeriods } from "./figures/index.ts";
import { findSums, type MoneySum } from "./money-sums.ts";
import { OF_WHOLE, wholeOf } from "./schedule-whole-column.ts";
import { CONDITION, paysAtStages, WHEN } from "./stage-columns.ts";

/** The columns by which a table lists payments; -1 where it has no such column. */
export interface ScheduleColumns {
  amount: number;
  percent: number;
  when: number;
  condition: number;
  /** The amounts once more, in 大写. */
  capitals?: number;
  /** How often each amount is paid (每次交 | 次数). */
  times?: number;
  /** Whether the times told beside are of another column's amounts. */
  isUntimed?: boolean;
}

/** 财政拨款 says where money comes from. */
const PAYMENT =
  /付款|付费|缴费|应[付缴交拨]|(?:什么时候?|何时|啥时候?)[付给交拨缴]|^[季月]次$|交租(?:截止)?日$|交款日$|(?<!财政|专项|中央|地方|上级|[国省市县区]级?)拨款|支付|拨付|期次|分期|期数/;
const AMOUNT = /金额|款额|付款额|支付额|费用|经费|^应[付缴交拨][款租费]?(?:[（(]|$)|元/;
const PERCENT = /^(?!.*(?:税率|税点|征收率|利率|折扣|下浮)).*(?:比例|占比|百分比|[%％])/;
const BY_TIME = /^(?:季度|月份|月度|年月|期间)$/;
/** 期, 笔次: in a clause of payments the number of each. */
const INSTALMENT = /^(?:第?[期笔次批](?:次|别|号)?|付款|款项)$/;
/** From what tells it plainly to what may but name an instalment: 付款阶段 beside 付款节点. */
const CONDITIONS = [CONDITION, /节点|事项/, /阶段|说明|要求|付款方式|支付方式/];

/** By what their header calls them. */
export function namedColumns(table: FlowTable, isPayment: boolean): ScheduleColumns | null {
  const types = findColumnTypes(table);
  const headers = withoutRunning(types.map((_, column) => headerOf(table, column)));
  const isByTime = isPayment && headers.some((header) => BY_TIME.test(header));
  const isAtStages = paysAtStages(headers, isPayment);
  const isPaid = headers.some(
    (header, column) =>
      (PAYMENT.test(header) && !countsTimes(table, column)) || (isPayment && INSTALMENT.test(header)),
  );
  const isByTimes =
    isPayment &&
    [EACH_TIME, TIMES, OF_TIME].every((words) => headers.some((each) => words.test(each))) &&
    !headers.some((each) => OF_THINGS.test(each));
  const isRent = [RENT_DUE, WHEN].every((words) => headers.some((each) => words.test(each)));
  if (!isByTime && !isAtStages && !isPaid && !isByTimes && !isRent) return null;
  const plain = headers.findIndex((header, column) => PERCENT.test(header) && types[column] === "percent");
  // 余款 among shares says how much only where the sums stand beside it.
  const mixed = headers.findIndex((header, column) => PERCENT.test(header) && holdsShares(table, column));
  const isOfSums = (column: number): boolean =>
    AMOUNT.test(headers[column]) &&
    (["money", "number"].includes(types[column] ?? "") || holdsSums(table, column));
  const hasSums = headers.some((_, column) => column !== mixed && isOfSums(column));
  const percent = plain < 0 && hasSums ? mixed : plain;
  const isAmount = (column: number): boolean => column !== percent && AMOUNT.test(headers[column]);
  const inFigures = headers.findLastIndex(
    (_, column) =>
      isAmount(column) &&
      (["money", "number", null].includes(types[column]) || tellsEach(table, column)) &&
      !isInCapitals(table, column),
  );
  // 30000元（叁万元整）: more than a figure, and nothing else.
  const amount =
    inFigures >= 0
      ? wholeOf(
          table,
          inFigures,
          headers.map((header, column) => isAmount(column) && OF_WHOLE.test(header)),
        )
      : headers.findLastIndex((_, column) => isAmount(column) && holdsSums(table, column));
  if (amount < 0 && percent < 0) return null;
  const timed = headers.flatMap((header, column) =>
    (WHEN.test(header) || OF_PERIOD.test(header)) && column !== amount && column !== percent ? [column] : [],
  );
  // 对应租期 | 付款日期: the months that are paid for, not the day by which.
  const period = timed.find((column) => OF_PERIOD.test(headers[column]) && tellsPeriods(table, column));
  const when = period ?? timed.find((column) => WHEN.test(headers[column])) ?? -1;
  const left = headers.map((header, column) => ([amount, percent, when].includes(column) ? "" : header));
  const condition = CONDITIONS.map((words) => left.findIndex((header) => words.test(header))).find(
    (column) => column >= 0,
  );
  const day = period === undefined ? undefined : timed.find((column) => column !== period);
  const capitals = capitalsOf(table, amount);
  const counts = headers.findIndex((each) => TIMES.test(each));
  const isTimes = amount >= 0 && EACH_TIME.test(headers[amount]) && !runsOn(table, counts);
  const times = isTimes ? counts : -1;
  return { amount, percent, when, condition: condition ?? day ?? -1, capitals, times };
}

/** 每次交（元） | 次数: what is paid each time, and how often. */
const EACH_TIME = /每(?:[次期笔]|个?季度?|半年)/;
/** 应交租金 beside its time. */
const RENT_DUE = /应[交付缴]租/;

/** 违规情形 | 每次 | 次数, 项目 | 每次费用 | 次数 | 金额: what is done, and no rent of a year. */
const OF_THINGS = /项目|名称|内容|情形|行为|扣|罚|单价|小计|合计|总额/;
const OF_TIME = /年度|年份|租期|期间|时间|日$/;

/** 期数 over 1, 2, 3: the number of each row, and no count. */
function runsOn(table: FlowTable, column: number): boolean {
  const counts = table.cells
    .filter((cell) => cell.column === column && cell.row >= table.headerRows)
    .map(({ content }) => Number(/\d+/.exec(content.text)?.[0] ?? Number.NaN))
    .filter((count) => !Number.isNaN(count));
  return counts.length > 1 && counts.every((count, at) => at === 0 || count === counts[at - 1] + 1);
}
const TIMES = /^(?:[付缴交支][款租费付]?)?(?:次数|期数|笔数)$/;

/** 本期金额 | 累计金额: what has been paid by then is no column where what is paid then has one of its own. */
function withoutRunning(headers: readonly string[]): string[] {
  const isRunning = (header: string): boolean => /累计/.test(header);
  const hasOwn = headers.some((header) => AMOUNT.test(header) && !isRunning(header));
  return headers.map((header) => (hasOwn && isRunning(header) ? "" : header));
}

/** 期数 over 3, 2, 2: how often something is held, and no instalments that follow on each other. */
function countsTimes(table: FlowTable, column: number): boolean {
  const cells = table.cells.filter((cell) => cell.column === column && cell.row >= table.headerRows);
  const counts = cells.map(({ content }) => content.text.trim()).filter((text) => /^\d{1,3}期?$/.test(text));
  return /期数$/.test(headerOf(table, column)) && new Set(counts).size < counts.length;
}

/** The column that tells in 大写 what the amounts' own tells in digits; -1 where none does. */
const capitalsOf = (table: FlowTable, amount: number): number =>
  Array.from({ length: table.columnCount }, (_, column) => column).findIndex(
    (column) => column !== amount && isInCapitals(table, column),
  );

const isInCapitals = (table: FlowTable, column: number): boolean =>
  isMostly(table, column, ({ digits, capitals }) => capitals !== null && !digits);

const holdsSums = (table: FlowTable, column: number): boolean => isMostly(table, column, () => true);

/** Whether more than half of the cells of a column that say anything tell just one sum, of a kind. */
function isMostly(table: FlowTable, column: number, isOne: (sum: MoneySum) => boolean): boolean {
  const texts = table.cells
    .filter((cell) => cell.column === column && cell.row >= table.headerRows && cell.columnSpan === 1)
    .map(({ content }) => content.text.trim())
    .filter((text) => text !== "");
  const alike = texts.filter((text) => {
    const [sum, more] = findSums(text);
    return sum && !more && sum.end - sum.start + SIGNS_AROUND >= text.length && isOne(sum);
  });
  return alike.length * 2 > texts.length;
}

/** 30%, 42%, 25%, 余款: whether at least half of the cells that say anything tell a share. */
function holdsShares(table: FlowTable, column: number): boolean {
  const texts = table.cells
    .filter((cell) => cell.column === column && cell.row >= table.headerRows && cell.columnSpan === 1)
    .map(({ content }) => content.text.trim())
    .filter((text) => text !== "");
  const shares = texts.filter((text) => findPercents(text).length === 1 && findSums(text).length === 0);
  return shares.length > 0 && shares.length * 2 >= texts.length;
}

/** Brackets and 人民币 around a sum. */
const SIGNS_AROUND = 4;

/** What a payment is for: 对应租期, 所属期间, 服务期间; not 付款期间, which says when it is made. */
const OF_PERIOD =
  /^(?!.*[付缴拨])(?!.*支付)(?=.*(?:对应|所属|服务|租赁|租期|租金|费用|计费|计租|结算|归属|承包|覆盖|履约)).*(?:期间?|期限|月份|时段|区间|周期|时间|年月|季度|租期|起止(?:日期|时间|年月)?)(?:[（(].*)?$/;

/** Whether a column names months in more than half of its rows. */
function tellsPeriods(table: FlowTable, column: number): boolean {
  const told = table.cells.filter(
    (cell) => cell.column === column && cell.row >= table.headerRows && cell.columnSpan === 1,
  );
  const known = told.filter(({ content }) => findPeriods(content.text, "2000").length > 0);
  return known.length > 0 && known.length * 2 >= told.length;
}

const tellsEach = (table: FlowTable, column: number): boolean =>
  table.cells.some((cell) => cell.column === column && /^\s*每个?月\s*\d/.test(cell.content.text));

/** 47,040.00 without a unit, as sums of money are written and counts are not. */
const PLAIN_SUM = /^\s*\d{1,3}(?:,\d{3})*\.\d{2}\s*$/;

/** By what they hold, where the header says nothing that is known, or there is none. */
export function typedColumns(table: FlowTable): ScheduleColumns | null {
  const types = findColumnTypes(table);
  const percent = types.indexOf("percent");
  const textsOf = (column: number): string[] =>
    table.cells
      .filter((cell) => cell.column === column && cell.row >= table.headerRows)
      .map(({ content }) => content.text);
  const isPlainSums = (type: string | null, column: number): boolean =>
    type === "number" && textsOf(column).every((text) => PLAIN_SUM.test(text));
  const inMoney = types.lastIndexOf("money");
  const amount = inMoney < 0 && table.headerRows === 0 ? types.findLastIndex(isPlainSums) : inMoney;
  const condition = types.findIndex(
    (type, column) =>
      type === "text" && textsOf(column).some((text) => /[后前内时日起]|验收|完成/.test(text)),
  );
  return condition < 0 || (amount < 0 && percent < 0)
    ? null
    : { amount, percent, when: -1, condition, capitals: capitalsOf(table, amount) };
}

/** 原拨款 | 现拨款: the column of what was paid before, where the amounts' own is what is paid now; null where none is. */
export function amountBefore(table: FlowTable, { amount }: ScheduleColumns): number | null {
  if (amount < 0) return null;
  const now = sumOf(headerOf(table, amount), NOW);
  if (now === null) return null;
  const found = findColumnTypes(table).findIndex((type, column) => {
    const before = sumOf(headerOf(table, column), BEFORE);
    const isSame =
      before !== null &&
      (AS_AGREED.test(before) || before.endsWith(now) || now.endsWith(before) || isPaid(before, now));
    return column !== amount && (type === "money" || type === "number") && isSame;
  });
  return found < 0 ? null : found;
}

/** 原合同约定 over 比例 and 金额. */
const AS_AGREED = /^(?:合同|协议)(?:约定)?$/;

/** Whether a column tells what was agreed before. */
export const isOfBefore = (table: FlowTable, column: number): boolean =>
  column >= 0 && sumOf(headerOf(table, column), BEFORE) !== null;

const isPaid = (...sums: string[]): boolean => sums.every((sum) => /[款付拨支]/.test(sum));

/** What a header tells the sum of (拨款) behind the words for when it was agreed; null without such words. */
function sumOf(header: string, words: RegExp): string | null {
  const said = header.replace(/\s|[（(][^（）()]*[）)]|[/／]\s*[百千万亿]*元/g, "");
  return words.test(said) ? said.replace(words, "").replace(/^的|(?:金额|额|数)$/g, "") : null;
}

/** 原价 and 现金 are no versions of a sum. */
const NOW =
  /^(?:现(?![金场货行]|付(?!款))|新(?![增建购品]))(?:计划|定|约定)?|(?:变更|调整|修改|修订)(?:之?后)/;
const BEFORE = /^原(?![值价因件材料理产始])(?:计划|定|约定)?|(?:变更|调整|修改|修订)(?:之?前)/;
