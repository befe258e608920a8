import { boxHeight, boxWidth } from "../model/place.ts";
import type { RecognizedCell, RecognizedLine, TableBlock } from "../model/recognized.ts";

/**
 * A table with each ruled row in rows of its own where it is several set one below the other: every line of it stands at one of
 * a few heights, one column holds a whole figure at each height, and one a word at each, after which there was room to go on.
 * So 预算审核费 | 126,600.00 over 环城西路改造 | 50,400.00 within one row come apart; a wrapped name beside one figure stays.
 */
export function partStackedRows(table: TableBlock): TableBlock {
  let parted = table;
  for (let row = table.rowEdgesPx.length - 2; row >= 0; row--) {
    const levels = levelsOf(parted.cells.filter((cell) => cell.row === row));
    if (levels) parted = withRowParted(parted, row, levels);
  }
  return parted;
}

type Level = [top: number, bottom: number];

/** The heights at which all that a row says stands, top to bottom; null where it is no more than one row. */
function levelsOf(cells: readonly RecognizedCell[]): Level[] | null {
  const own = cells.filter(({ lines }) => lines.length > 0);
  if (own.length < LEAST_CELLS || own.some(({ rowSpan }) => rowSpan > 1)) return null;
  const longest = own.reduce((most, cell) => (cell.lines.length > most.lines.length ? cell : most));
  const levels = [...longest.lines].sort(byTop).map(({ box }): Level => [box[1], box[3]]);
  const isApart = levels.every(([top], at) => at === 0 || top >= levels[at - 1][1]);
  if (levels.length < 2 || !isApart) return null;
  const all = own.map((cell) => ({ cell, at: cell.lines.map((line) => levelOf(line, levels)) }));
  const isPlain = all.every(({ at }) => at.every((level) => level >= 0) && new Set(at).size === at.length);
  if (!isPlain) return null;
  const full = all.filter(({ at }) => at.length === levels.length).map(({ cell }) => cell);
  return full.some(holdsFigures) && full.some(holdsNames) ? levels : null;
}

const LEAST_CELLS = 3;
const byTop = (a: RecognizedLine, b: RecognizedLine): number => a.box[1] - b.box[1];

/** Which of the heights a line stands at: its middle is within, and that of the height within it. */
function levelOf({ box: [, top, , bottom] }: RecognizedLine, levels: readonly Level[]): number {
  const middle = (top + bottom) / 2;
  return levels.findIndex(
    ([above, below]) =>
      middle > above && middle < below && (above + below) / 2 > top && (above + below) / 2 < bottom,
  );
}

/** A sum that nothing is missing of: with decimals, or its digits in groups. */
const FIGURE = /^\s*[¥￥+\-−–]?\s*(?:\d{1,3}(?:[,，]\d{3})+(?:\.\d{1,2})?|\d+\.\d{2})\s*元?\s*$/;
const holdsFigures = ({ lines }: RecognizedCell): boolean => lines.every(({ text }) => FIGURE.test(text));

const NAME = /\p{Script=Han}{2}/u;
/** In heights of a line: what each line leaves free of its cell, so that it was not broken for want of room. */
const LEAST_ROOM = 1.6;

function holdsNames({ lines, box }: RecognizedCell): boolean {
  return lines.every((line, at) => {
    const height = boxHeight(line.box);
    const hasRoom =
      boxWidth(box) - boxWidth(line.box) > (LEAST_ROOM + firstWordEm(lines[at + 1]?.text ?? "")) * height;
    return NAME.test(line.text) && !/[，、；：（(]\s*$/.test(line.text) && hasRoom;
  });
}

/** How many heights wide what a line begins with, that no line's end may break, is about. */
const firstWordEm = (text: string): number => (/^\s*[A-Za-z\d.]+/.exec(text)?.[0].trim().length ?? 2) / 2;

/** The table with a row in as many as there are heights; what stands in other rows over it goes on beside all of them. */
function withRowParted(table: TableBlock, row: number, levels: readonly Level[]): TableBlock {
  const more = levels.length - 1;
  const seams = levels.slice(1).map(([top], at) => Math.round((levels[at][1] + top) / 2));
  const rowEdgesPx = [...table.rowEdgesPx.slice(0, row + 1), ...seams, ...table.rowEdgesPx.slice(row + 1)];
  const cells = table.cells.flatMap((cell): RecognizedCell[] => {
    if (cell.row > row) return [{ ...cell, row: cell.row + more }];
    if (cell.row + cell.rowSpan <= row) return [cell];
    if (cell.row < row) return [{ ...cell, rowSpan: cell.rowSpan + more }];
    return levels.map((_, level) => ({
      ...cell,
      row: row + level,
      box: [cell.box[0], rowEdgesPx[row + level], cell.box[2], rowEdgesPx[row + level + 1]],
      lines: cell.lines.filter((line) => levelOf(line, levels) === level),
    }));
  });
  return { ...table, rowEdgesPx, cells };
}
