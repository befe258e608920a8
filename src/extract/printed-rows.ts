import type { NormalText } from "../model/normal-text.ts";
import { type Box, unionOfBoxes } from "../model/place.ts";

/** What stands beside nothing else within so much white: a word, a figure, a phrase. */
export interface Piece {
  text: string;
  box: Box;
}

/** What of a cell stands at one height, left to right, parted by wide white. */
export interface PrintedRow {
  top: number;
  bottom: number;
  pieces: Piece[];
}

/** Figures as cells of their own hold them: 12、4,200.00、86.5%、3人; no year, month or day, and no number that a line breaks. */
export const FIGURE =
  /^[¥￥]?[+\-−–]?(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,4})?(?:[%％]|(?!年|月|日|号|点|时|分)\p{sc=Han}{1,2})?$/u;
/** In heights of a line: what stands at one height differs by less. */
const LEVEL = 0.4;

/** Whether two rows stand at one height. */
export function isLevel(one: PrintedRow, other: PrintedRow): boolean {
  const height = Math.min(one.bottom - one.top, other.bottom - other.top);
  return Math.abs(middleOf(one) - middleOf(other)) <= LEVEL * height;
}

export const middleOf = ({ top, bottom }: PrintedRow): number => (top + bottom) / 2;

/** In heights of the line: white within a phrase is narrower. */
const WIDE = 1.2;
/** Lines that share so much of the lower one's height stand at one height. */
const SAME_HEIGHT = 0.5;

/** The rows that a text is printed in, top to bottom; what stands side by side is one row of several pieces. */
export const printedRows = (content: NormalText): PrintedRow[] => rowsOfPieces(piecesOf(content));

/** Several texts of one page as rows, whichever of them stands in which. */
export const printedRowsOf = (contents: readonly NormalText[]): PrintedRow[] =>
  rowsOfPieces(contents.flatMap(piecesOf));

function piecesOf({ text, glyphs }: NormalText): Piece[] {
  const pieces: (Piece & { line: number })[] = [];
  for (const [at, { box, lineNumber }] of glyphs.entries()) {
    if (text[at] === " ") continue;
    const last = pieces.at(-1);
    const isNear = last?.line === lineNumber && box[0] - last.box[2] <= WIDE * (box[3] - box[1]);
    if (last && isNear) {
      last.text += text[at];
      last.box = unionOfBoxes([last.box, box]);
    } else pieces.push({ text: text[at], box, line: lineNumber });
  }
  return pieces.map(({ text: own, box }) => ({ text: own, box }));
}

function rowsOfPieces(pieces: Piece[]): PrintedRow[] {
  const rows: PrintedRow[] = [];
  for (const piece of pieces.sort((a, b) => a.box[1] - b.box[1])) {
    const [, top, , bottom] = piece.box;
    const row = rows.findLast((one) => {
      const shared = Math.min(one.bottom, bottom) - Math.max(one.top, top);
      return shared > SAME_HEIGHT * Math.min(one.bottom - one.top, bottom - top);
    });
    if (row) {
      row.pieces.push(piece);
      row.top = Math.min(row.top, top);
      row.bottom = Math.max(row.bottom, bottom);
    } else rows.push({ top, bottom, pieces: [piece] });
  }
  for (const row of rows) row.pieces.sort((a, b) => a.box[0] - b.box[0]);
  return rows;
}
