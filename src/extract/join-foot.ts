import type { Glyph } from "../model/normal-text.ts";
import type { PartCell, TablePart } from "./join-part.ts";
import { beginsNumbered, emOf, endsFull, endsSentence, linesOf, listNumber } from "./layout.ts";

/** The least white that a part's body leaves above and below the text of a cell. */
export interface White {
  abovePx: number;
  belowPx: number;
}

/** A cell and the one that goes on with it below a page break, or doesn't. */
interface Pair {
  upper: PartCell;
  lower: PartCell;
}

/** Whether a passage breaks off above, at a comma or in a full last line and no sentence's end, and nothing begins below. */
export function textGoesOn({ upper, lower }: Pair): boolean {
  const [before, after] = [upper.content.text, lower.content.text];
  if (before === "" || after === "" || beginsNumbered(after)) return false;
  return breaksOff(upper, lower);
}

/** Brackets that close what they open; so far behind a page's end its rest is closed. */
const PAIRS = ["《》", "〔〕", "“”", "（）", "()"];
const CLOSED_WITHIN = 20;

/** 《服务手|册》: whether what one bracket opens above is closed below, as nothing but the rest of the same text does. */
export function isCutInBrackets({ upper, lower }: Pair): boolean {
  const [before, after] = [upper.content.text, lower.content.text];
  if (beginsNumbered(after)) return false;
  return PAIRS.some(([open, close]) => {
    const isOpen = before.lastIndexOf(open) > before.lastIndexOf(close);
    const at = after.indexOf(close);
    const next = after.indexOf(open);
    return isOpen && at >= 0 && at < CLOSED_WITHIN && (next < 0 || next > at);
  });
}

function breaksOff({ content, box }: PartCell, below?: PartCell): boolean {
  if (content.text === "" || endsSentence(content.text)) return false;
  return /[，、,]$/.test(content.text) || endsFull(content, box, below?.content);
}

/** Whether the text below may be a further sentence of the cell above, or the next item of a list that is set there. */
export function nextMayFollow({ upper, lower }: Pair): boolean {
  const [before, after] = [upper.content.text, lower.content.text];
  if (before === "" || after === "") return false;
  if (!beginsNumbered(after)) return endsSentence(before);
  const numbers = linesOf(upper.content).flatMap((line) => {
    const start = upper.content.glyphs.indexOf(line[0]);
    const words = before.slice(start, start + line.length);
    return beginsNumbered(words) ? [listNumber(words)] : [];
  });
  // One number alone may be the row's own.
  return numbers.length > 1 && numbers[numbers.length - 1] === (listNumber(after) ?? 0) - 1;
}

/** So seldom do several texts of one row break off together but where a page's end cuts them. */
const SELDOM = 0.15;

/** Whether texts side by side break off at the page's end as those of hardly any row before do together. */
export function breakOffTogether(pairs: readonly Pair[], above: TablePart): boolean {
  if (pairs.length < 2) return false;
  const last = above.rowCount - 1;
  const columns = new Set(pairs.map(({ upper }) => upper.column));
  const rows = Array.from({ length: last - above.headerRows }, (_, at) =>
    above.cells.filter((cell) => cell.row === above.headerRows + at && columns.has(cell.column)),
  ).filter((cells) => cells.length === columns.size);
  const broken = rows.filter((cells) => cells.every((cell) => breaksOff(cell))).length;
  return (broken + 1) / (rows.length + 2) <= SELDOM;
}

export function whiteIn({ cells, headerRows }: TablePart): White {
  const white = cells
    .filter(({ row, content }) => row >= headerRows && content.text !== "")
    .map((cell) => whiteAround(cell));
  return {
    abovePx: Math.max(0, Math.min(...white.map(({ abovePx }) => abovePx))),
    belowPx: Math.max(0, Math.min(...white.map(({ belowPx }) => belowPx))),
  };
}

/** What of a text stands on the last page of its cell, from line to line. */
function lastLinesOf({ content }: PartCell): Glyph[][] {
  const page = content.glyphs.at(-1)?.pageNumber;
  return linesOf(content).filter(([first]) => first.pageNumber === page);
}

function whiteAround(cell: PartCell): White {
  const glyphs = lastLinesOf(cell).flat();
  const [top, bottom] = [
    Math.min(...glyphs.map(({ box }) => box[1])),
    Math.max(...glyphs.map(({ box }) => box[3])),
  ];
  return { abovePx: top - cell.box[1], belowPx: cell.box[3] - bottom };
}

/** Whether a text of more than one line stands down to its cell's foot, so that the page's end may have cut it. */
export const fillsItsCell = (cell: PartCell, white: White): boolean =>
  linesOf(cell.content).length > 1 && standsAtFoot(cell, white);

/** Whether a row's cell has more lines than any other that stands in this row alone, so that its words set how high the row is. */
export function setsRowHeight(cell: PartCell, { cells }: TablePart): boolean {
  const beside = cells.filter(
    ({ row, rowSpan, column }) => row === cell.row && rowSpan === 1 && column !== cell.column,
  );
  const lines = (one: PartCell): number => lastLinesOf(one).length;
  return cell.rowSpan === 1 && beside.length > 0 && beside.every((other) => lines(other) < lines(cell));
}

/** In characters: with no more white a cell has no room for a further line. */
const LINE = 1.6;

/** Whether no further line had room in a cell, wherever in it the text is set; `white` is what the table leaves at least. */
export const standsAtFoot = (cell: PartCell, white: White): boolean => roomEm(cell, white) < LINE;

/** In characters: two lines more had room in so much white, where a page's end that cuts a text leaves one at most. */
const TWO_LINES = 3.3;

/** Whether a row's cell had room for further lines, so that the page's end can't have cut its text. */
export const hasRoomLeft = (cell: PartCell, white: White): boolean =>
  cell.rowSpan === 1 && cell.content.text !== "" && roomEm(cell, white) >= TWO_LINES;

/** The white in a cell that its text leaves and need not leave, in characters; endless without text. */
function roomEm(cell: PartCell, white: White): number {
  const last = lastLinesOf(cell).at(-1);
  if (!last) return Number.POSITIVE_INFINITY;
  const { abovePx, belowPx } = whiteAround(cell);
  return (Math.max(0, abovePx - white.abovePx) + belowPx) / emOf(last);
}
