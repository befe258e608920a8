import type { Schedule, Version } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { FlowCell, FlowTable } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import { notUnderstood, textAt } from "./budget-figures.ts";
import type { Clause } from "./clauses.ts";
import { headerOf, withHeader } from "./column-types.ts";
import { countMonths, type FoundPeriod, findPeriods } from "./figures/index.ts";
import { coverOf } from "./grid.ts";
import {
  amountBefore,
  isOfBefore,
  namedColumns,
  type ScheduleColumns,
  typedColumns,
} from "./schedule-columns.ts";
import type { ToldWhen } from "./schedule-doubt.ts";
import { readMatrix } from "./schedule-matrix.ts";
import { OF_REPORT } from "./schedule-period.ts";
import { cellAt, figuresIn, type Row, type RowFigures, whole } from "./schedule-row-figures.ts";
import { listsCosts } from "./stage-columns.ts";
import { unitSaid } from "./table-unit.ts";

const TOTAL = /^(?:合计|总计|共计|总额)/;
/** 合计 or 总计 of which one character was misread. */
const MAY_BE_TOTAL = /^(?:.计|[合总].)$/u;
/** 每月金额, 月租金, 元/月: the same by a column's header. */
const EACH_HEADER = /每个?月|按月|逐月|月均|[/／]月|^月(?:租|服务费|管理费|付|支付|应付|费|金额)/;
const UNIT = /(亿元|万元|千元|元)/;
/** The payments a table lists, what was agreed first before what became of it; none when it is another kind of table. `above` is the paragraph before it; `isAnnounced` where it says what the table lists. */
export function readScheduleTables(
  clause: Clause<FlowTable>,
  year: string | null,
  said: { above: NormalText | null; isAnnounced: boolean },
): ReadSchedule[] {
  const table = withHeader(clause.part);
  if (isOfGrades(table) || (!clause.isPayment && isOfPrices(table))) return [];
  const columns = namedColumns(table, clause.isPayment) ?? (said.isAnnounced ? typedColumns(table) : null);
  // 汛前成果提交后支付（30%） | 汛后成果验收后支付（70%）: shares in the headers, sums in the cells.
  const isByShares = headersOf(table).filter((header) => /付.*\d\s*[%％]/.test(header)).length > 1;
  const matrix =
    isByShares || (clause.isPayment && (!columns || (columns.amount < 0 && columns.percent < 0)))
      ? readMatrix(table, clause.turns[0].version, unitSaid(table, said.above) ?? "元")
      : null;
  if (matrix) return [{ ...matrix, when: [] }];
  if (!columns) return [];
  const before = amountBefore(table, columns);
  const now = before === null ? clause.turns[0].version : "amended";
  // 原合同约定 over 比例 and 金额, 调整后金额: the shares are of what was agreed before.
  const isShareBefore = before !== null && isOfBefore(table, columns.percent);
  const percent = isShareBefore ? -1 : columns.percent;
  const wishes = [{ columns: { ...columns, percent }, version: now }];
  // When is told of what is paid now.
  const untimed = { when: -1, capitals: -1, isUntimed: true };
  if (before !== null)
    wishes.unshift({
      columns: { ...columns, ...untimed, amount: before },
      version: "original",
    });
  const read = wishes.flatMap((wish) => readVersion(table, wish, { year, above: said.above }) ?? []);
  if (before !== null && !isShareBefore) withoutOthersShares(read[0].schedule);
  return read;
}

/** 比例 | 变更前 | 变更后: shares are of what was agreed before as well where all its amounts are just these shares. In place. */
function withoutOthersShares({ version, instalments }: Schedule): void {
  if (version !== "original") return;
  const all = instalments.reduce((sum, { amount }) => sum + (amount?.fen ?? 0), 0);
  const holds = instalments.every(({ amount, percent }) => {
    if (!amount || !percent) return false;
    const last = 10 ** -(percent.percent.split(".")[1]?.length ?? 0);
    return Math.abs(amount.fen * 100 - Number(percent.percent) * all) * 2 <= last * all;
  });
  if (instalments.length < 2 || !holds) for (const each of instalments) each.percent = null;
}

/** 数量 | 单价 | 期数 | 金额, 期次 | 费用项目 | 计算方式 | 金额: what the price is made up of, where nothing tells of payments. */
const isOfPrices = (table: FlowTable): boolean =>
  listsCosts(headersOf(table)) ||
  ([/数量|人数|工程量|面积|台数/, /单价|价格/].every((kind) =>
    headersOf(table).some((header) => kind.test(header)),
  ) &&
    !headersOf(table).some((header) => /付|拨|节点|期次|批次/.test(header)));

/** The words of a table's first row. */
const headersOf = (table: FlowTable): string[] =>
  table.cells.filter(({ row }) => row === 0).map(({ content }) => content.text);

/** 优秀, 90分以上: how well something was done. */
const GRADE = /优|良|中|差|合格|称职|满意|\d\s*分|[A-E甲乙丙丁]级?$|[一二三四]等/;

/** 考核部分拨付比例: how much of what is due is paid. */
const OF_PART = /(?:拨付|支付|付款|发放|结算|计付)(?:比例|系数|标准)/;

/** 考核等次 | 得分 | 支付比例: how much of a payment is due by how well something was done, which is no payment of its own. */
function isOfGrades(table: FlowTable): boolean {
  const headers = headersOf(table);
  const isGraded = headers.some((header) => /等[次级]|得分|分数|评分|考核结果|评价结果/.test(header));
  const isPaid = headers.some(
    (header) =>
      !OF_PART.test(header) &&
      /金额|[（(](?:万?元)[）)]|次数|期[次数]|批次|序号|拨|付款|节点|阶段|时间|条件/.test(header),
  );
  const names = table.cells.filter(({ row, column }) => row >= table.headerRows && column === 0);
  return isGraded && !isPaid && names.every(({ content }) => GRADE.test(content.text));
}

function readVersion(
  table: FlowTable,
  { columns, version }: { columns: ScheduleColumns; version: Version },
  { year, above }: { year: string | null; above: NormalText | null },
): ReadSchedule | null {
  const header = columns.amount < 0 ? "" : headerOf(table, columns.amount);
  const isByMonth = EACH_HEADER.test(header.trim());
  const said = UNIT.exec(header)?.[1];
  const unit = said ?? unitSaid(table, above) ?? "元";
  const schedule: Schedule = { version, total: null, instalments: [] };
  const read: ReadSchedule = { schedule, problems: [], when: [] };
  const rows = coverOf(table.cells, table.rowCount, table.columnCount).slice(table.headerRows);
  for (const [index, row] of rows.entries()) {
    const first = firstWords(row);
    const cells = withoutRests(row, table.headerRows + index);
    const own = figuresIn(cells, { ...columns, isTotal: TOTAL.test(first) }, unit, read.problems);
    const figures = { ...own, isEach: own.isEach || (own.money !== null && isByMonth) };
    const isLast = index === rows.length - 1;
    if (TOTAL.test(first) || (isLast && isMisreadTotal(schedule.instalments, first, figures)))
      schedule.total ??= figures.money;
    else if (figures.money || figures.share) addInstalment(read, row, columns, { ...figures, year });
    else tellOfSeveral(read, row, { columns, index: table.headerRows + index, year });
  }
  return schedule.instalments.length + read.problems.length > 0 ? read : null;
}

interface ReadSchedule {
  schedule: Schedule;
  problems: Problem[];
  when: ToldWhen[];
}

/** Without cells that began in a row above: what is merged over several rows is paid once. */
const withoutRests = (row: Row, index: number): Row =>
  row.map((cell) => (cell && cell.row < index ? null : cell));

/** A sum merged over rows that each tell a time of their own: whether it is paid once or each time stays open. */
function tellOfSeveral(
  { problems }: ReadSchedule,
  row: Row,
  { columns, index, year }: { columns: ScheduleColumns; index: number; year: string | null },
): void {
  const merged = [columns.amount, columns.percent]
    .map((column) => cellAt(row, column))
    .find((cell) => cell !== null && cell.row < index && /\d/.test(cell.content.text));
  const isTimed = withoutRests(row, index).some(
    (cell) => cell && findPeriods(cell.content.text, year).length > 0,
  );
  if (merged && isTimed) problems.push(notUnderstood(merged.content, whole(merged.content), OF_SEVERAL));
}

const OF_SEVERAL = {
  zh: "这笔金额对应多个付款时间，无法判断是合计还是每次金额，请核对原件",
  en: "this amount stands beside several times of payment: whether it is paid once or each time can't be told; check the page",
};

function addInstalment(
  { schedule, when }: ReadSchedule,
  row: Row,
  { amount, percent, when: time, condition, isUntimed, times = -1 }: ScheduleColumns,
  { money, share, isEach, year }: RowFigures & { year: string | null },
): void {
  const timeCell = cellAt(row, time);
  const told = [timeCell, ...row].filter(
    (cell) => cell && cell !== cellAt(row, amount) && cell !== cellAt(row, percent),
  );
  const dated =
    (isUntimed ? [] : told).find((cell) => cell && periodsPaid(cell.content.text, year).length > 0)
      ?.content ?? null;
  const words = dated?.text ?? "";
  const period = periodsPaid(words, year)[0] ?? null;
  if (dated && period) when.push({ schedule, content: dated, span: period });
  const said = cellAt(row, condition) ?? (period ? null : timeCell);
  const isMonthly = period !== null && (isEach || /每月|按月/.test(words));
  schedule.instalments.push({
    from: period?.from ?? null,
    to: period?.to ?? null,
    occurrences: isMonthly && period ? countMonths(period.from, period.to) : timesIn(cellAt(row, times)),
    amount: money,
    percent: share,
    condition: said && said.content.text.trim() !== "" ? textAt(said.content, whole(said.content)) : null,
  });
}

/** 4, 4次: how often a row is paid by its own column; once where none tells. */
const timesIn = (cell: FlowCell | null): number =>
  Number(/^\s*(\d{1,3})\s*[次期笔]?\s*$/.exec(cell?.content.text ?? "")?.[1] ?? 1);

/** 2025年9月30日前，经中期评估合格: a day by which something else must be, where a day alone (2025年9月30日前) tells when it is paid. */
const BY_WHICH = /^\s*(?:\d{1,2}\s*日)?(?:之|以)?前[，,、\s]*\p{Script=Han}{2}/u;

/** The months that are paid for, or in which something is paid: not those of a report, nor those by which something else is. */
const periodsPaid = (text: string, year: string | null): FoundPeriod[] =>
  findPeriods(text, year).filter(({ start, end }) => {
    const behind = text.slice(end);
    const isDay = /日\s*$/.test(text.slice(start, end)) || /^\s*\d{1,2}\s*日/.test(behind);
    return !OF_REPORT.test(behind) && !(isDay && BY_WHICH.test(behind));
  });

const firstWords = (row: Row): string =>
  row.find((cell) => cell && cell.content.text.trim() !== "")?.content.text.replace(/\s/g, "") ?? "";

/** The last row is the total, also where its word was misread, if it says what all rows add up to. */
function isMisreadTotal(
  instalments: Schedule["instalments"],
  first: string,
  { money, share }: RowFigures,
): boolean {
  if (instalments.length < 2) return false;
  const sum = instalments.reduce((fen, { amount, occurrences }) => fen + (amount?.fen ?? 0) * occurrences, 0);
  const isSum = money !== null && money.fen === sum;
  return isSum || MAY_BE_TOTAL.test(first) || /^100(?:\.0+)?$/.test(share?.percent ?? "");
}
