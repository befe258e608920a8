import type { FlowCell } from "../model/flow.ts";
import { couldBeHeader, looksLikeHeader } from "./build-flow-header.ts";
import { matchEdges, type SharedColumns } from "./join-edges.ts";
import { mayLackEdges, rowsOf, spreadColumns, type TablePart } from "./join-part.ts";
import { similarityOfLists } from "./join-similarity.ts";
import { beginsNumbered, listNumber } from "./layout.ts";

/** What is known of the break besides the two parts. */
export interface BreakContext {
  /** A title between them says that the table goes on (续表). */
  isContinuedByTitle: boolean;
  /** The room left empty under the upper part, as a share of the page's height. */
  spareShare: number;
}

export type JoinVerdict =
  | { kind: "join"; reason: string; shared: SharedColumns; repeatedRows: number; upperHeaderRows: number }
  | { kind: "apart" }
  | { kind: "ambiguous"; zh: string; en: string };

const ALIKE = 0.75;
/** More empty room than this under a table needs an explanation. */
const MUCH_ROOM = 0.25;
const ENDING = /^(?:合计|总计|共计|总价|总额|合计金额|总金额|项目合计|费用合计|价税合计)/;
const AFTER_ENDING = /^(?:大写|[（(]?大写|人民币|备注|注[：:]|说明|其他|税)/;

/**
 * Whether the table that opens a page goes on with the one that closes the page before; only page furniture stands between.
 * First the column edges must agree, then what stands at the break decides: a repeated header, a 续表 title,
 * numbering or a merged cell that goes on. What speaks both ways is ambiguous, and stays apart.
 */
export function judgeJoin(upper: TablePart, lower: TablePart, context: BreakContext): JoinVerdict {
  const shared = matchEdges(upper.edges, lower.edges);
  if (!shared || !fitsColumns(upper, lower, shared)) {
    if (context.isContinuedByTitle)
      return ambiguous("续表的列与前表不一致", "columns differ under a continued title");
    const mayGoOn = shared !== null && shared.count > 1 && lower.headerRows === 0 && !isEnded(upper);
    return mayGoOn && Math.min(upper.columnCount, lower.columnCount) > 1
      ? ambiguous("列边仅部分一致", "only some of its column edges agree")
      : { kind: "apart" };
  }
  const header = findRepeatedHeader(upper, lower, shared);
  const edges = {
    same: "same column edges",
    lacking: "matching column edges",
    near: "nearly the same column edges",
  };
  const join = (evidence: string): JoinVerdict => ({
    kind: "join",
    reason: `${evidence}, ${edges[shared.kind]}`,
    shared,
    repeatedRows: header.rows,
    upperHeaderRows: Math.max(upper.headerRows, header.upperEnd),
  });
  if (context.isContinuedByTitle)
    return join(header.rows > 0 ? "continued title, repeated header" : "continued title");
  const hasEnded = isEnded(upper) && !AFTER_ENDING.test(firstText(lower, header.rows));
  if (header.rows > 0) {
    if (!hasEnded) return join("repeated header");
    return ambiguous(
      "前页表格已有合计行，本页又重复表头",
      "a total ends the page before, yet the header repeats",
    );
  }
  if (shared.kind === "near") {
    const goesOn = !hasEnded && lower.columnCount > 1 && numberingGoesOn(upper, lower, shared);
    return goesOn ? join("numbering goes on") : { kind: "apart" };
  }
  return judgeWithoutHeader(upper, lower, { ...context, hasEnded, shared }, join);
}

function judgeWithoutHeader(
  upper: TablePart,
  lower: TablePart,
  context: BreakContext & { hasEnded: boolean; shared: SharedColumns },
  join: (evidence: string) => JoinVerdict,
): JoinVerdict {
  const rows = rowsOf(lower);
  if (lower.columnCount === 1 || upper.columnCount === 1) return judgeOneColumn(upper, lower, join);
  const goesOn = numberingGoesOn(upper, lower, context.shared);
  if (goesOn) return join("numbering goes on");
  if (lower.headerRows > 0 && looksLikeHeader(rows[0])) return { kind: "apart" };
  if (context.hasEnded)
    return ambiguous(
      "前页表格以合计行结束，本页表格无表头",
      "a total ends the page before, and this part has no header",
    );
  const hasOpenCell = rows[0]?.[0]?.content.text === "";
  if (hasOpenCell) return join("a merged cell goes on");
  const isKnownRow = isUsualRow(upper, rows.slice(1)) || isNumberedAlike(upper, lower, context.shared);
  if (couldBeHeader(rows[0] ?? [], rows.slice(1)) && !isKnownRow)
    return ambiguous("首行可能是新表头", "its first row may be a new header");
  const rowShare = firstRowHeight(lower) / Math.max(1, lower.pageHeightPx);
  if (context.spareShare > Math.max(MUCH_ROOM, 1.1 * rowShare)) {
    return ambiguous("前页表格下方有大片空白", "much room is left under the part before");
  }
  return join("no new header");
}

/** Whether rows of the part above look like a header just as much: a short row is nothing special in such a table. */
function isUsualRow(upper: TablePart, body: readonly (FlowCell | null)[][]): boolean {
  return rowsOf(upper)
    .slice(upper.headerRows)
    .some((row) => couldBeHeader(row, body));
}

/** Whether the first row below is numbered in a column that is numbered above: no header is. */
function isNumberedAlike(upper: TablePart, lower: TablePart, shared: SharedColumns): boolean {
  const body = spreadColumns(upper, shared.upper, shared.count).filter(({ row }) => row >= upper.headerRows);
  return spreadColumns(lower, shared.lower, shared.count).some(
    (cell) =>
      cell.row === 0 &&
      beginsNumbered(cell.content.text) &&
      body.some(({ column, content }) => column === cell.column && beginsNumbered(content.text)),
  );
}

/** A frame of one column is a table's end only as its note. */
function judgeOneColumn(
  upper: TablePart,
  lower: TablePart,
  join: (evidence: string) => JoinVerdict,
): JoinVerdict {
  const isNote = upper.columnCount > 1 && AFTER_ENDING.test(firstText(lower, 0));
  return isNote ? join("the table's note") : { kind: "apart" };
}

function fitsColumns(upper: TablePart, lower: TablePart, shared: SharedColumns): boolean {
  if (shared.kind !== "lacking") return true;
  return mayLackEdges(upper, lower, shared);
}

interface RepeatedHeader {
  /** How many rows of the lower part repeat the header; 0 when it has none of it. */
  rows: number;
  /** Where the header ends in the upper part. */
  upperEnd: number;
}

/** The upper part's header, or its last rows without a title row, found again at the top of the lower part. */
function findRepeatedHeader(upper: TablePart, lower: TablePart, shared: SharedColumns): RepeatedHeader {
  const upperCells = spreadColumns(upper, shared.upper, shared.count);
  const lowerCells = spreadColumns(lower, shared.lower, shared.count);
  const end = Math.max(1, upper.headerRows);
  const least = upper.headerRows > 0 ? ALIKE : 0.9;
  for (let start = 0; start < end; start++) {
    const rows = end - start;
    if (rows >= lower.rowCount && lower.rowCount > rows) continue;
    const above = headerCells(upperCells, start, end);
    const below = headerCells(lowerCells, 0, rows);
    if (above.length < 2 || !haveSamePlaces(above, below, start)) continue;
    const [a, b] = [above, below].map((cells) => cells.map(({ content }) => content.text));
    if (upper.headerRows === 0 && a.some((text) => text === "" || /\d/.test(text))) continue;
    if (similarityOfLists(a, b) >= least) return { rows, upperEnd: end };
  }
  return { rows: 0, upperEnd: 0 };
}

function headerCells(cells: readonly FlowCell[], start: number, end: number): FlowCell[] {
  return cells
    .filter(({ row }) => row >= start && row < end)
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

function haveSamePlaces(above: readonly FlowCell[], below: readonly FlowCell[], start: number): boolean {
  if (above.length !== below.length) return false;
  return above.every((cell, index) => {
    const other = below[index];
    return (
      cell.row - start === other.row && cell.column === other.column && cell.columnSpan === other.columnSpan
    );
  });
}

export function isEnded(part: TablePart): boolean {
  const last = rowsOf(part)[part.rowCount - 1] ?? [];
  return last.some((cell) => cell !== null && cell.rowSpan === 1 && ENDING.test(cell.content.text));
}

function firstText(part: TablePart, row: number): string {
  return rowsOf(part)[row]?.find((cell) => cell && cell.content.text !== "")?.content.text ?? "";
}

function firstRowHeight(part: TablePart): number {
  const cells = part.cells.filter(({ row, rowSpan }) => row === 0 && rowSpan === 1);
  return Math.max(0, ...cells.map(({ box }) => box[3] - box[1]));
}

/** Whether some column's last number above is followed by the next one below: 7 and 8, （3） and （4）; names over several columns, as sections have, stand apart. */
export function numberingGoesOn(upper: TablePart, lower: TablePart, shared: SharedColumns): boolean {
  const above = spreadColumns(upper, shared.upper, shared.count);
  const below = spreadColumns(lower, shared.lower, shared.count);
  for (let column = 0; column < shared.count; column++) {
    const inColumn = (cells: readonly FlowCell[]): FlowCell[] => {
      const own = cells
        .filter((cell) => cell.column === column && cell.content.text !== "")
        .sort((a, b) => a.row - b.row);
      const single = own.filter(({ columnSpan }) => columnSpan === 1);
      return single.length > 0 ? single : own;
    };
    const last = inColumn(above).at(-1);
    const first = inColumn(below)[0];
    const next = last && listNumber(last.content.text);
    if (next && next > 0 && first && listNumber(first.content.text) === next + 1) return true;
  }
  return false;
}

function ambiguous(zh: string, en: string): JoinVerdict {
  return { kind: "ambiguous", zh, en };
}
