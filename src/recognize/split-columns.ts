import type { LaidLine } from "./find-blocks.ts";

/** Lines that belong together; those of a column are read to its end before the next one. */
export interface ColumnPart {
  lines: LaidLine[];
  isColumn: boolean;
}

/** What stands on both sides where two parties sign; a list of items and sums side by side has it on neither. */
const SIGNING = /[章签字]|代表|日期|[甲乙丙]方/;
const LEAST_GUTTER = 0.8;
const SAME_ROW = 0.6;
const WIDEST_STEP = 6;

/** Takes apart signature blocks set side by side; all other lines stay row by row, as they came. */
export function splitColumns(lines: readonly LaidLine[]): ColumnPart[] {
  const rows = toRows(lines);
  const parts: ColumnPart[] = [];
  const keep = (row: LaidLine[]): void => {
    const last = parts.at(-1);
    if (last && !last.isColumn) last.lines.push(...row);
    else parts.push({ lines: [...row], isColumn: false });
  };
  for (let at = 0; at < rows.length; ) {
    const columns = columnsFrom(rows, at);
    if (!columns) {
      keep(rows[at++]);
      continue;
    }
    parts.push({ lines: columns.left, isColumn: true }, { lines: columns.right, isColumn: true });
    at += columns.rowCount;
  }
  return parts;
}

function toRows(lines: readonly LaidLine[]): LaidLine[][] {
  const rows: LaidLine[][] = [];
  for (const laid of lines) {
    const row = rows.at(-1);
    const isBeside = row?.every(
      (other) =>
        Math.abs(middleOf(laid) - middleOf(other)) < laid.textHeightPx * SAME_ROW &&
        (laid.line.box[0] >= other.line.box[2] || laid.line.box[2] <= other.line.box[0]),
    );
    if (row && isBeside) row.push(laid);
    else rows.push([laid]);
  }
  for (const row of rows) row.sort((a, b) => a.line.box[0] - b.line.box[0]);
  return rows;
}

const middleOf = ({ line: { box } }: LaidLine): number => (box[1] + box[3]) / 2;

interface Columns {
  left: LaidLine[];
  right: LaidLine[];
  rowCount: number;
}

/** The two columns that begin with a row of two lines and go on while the gutter between them stays clear. */
function columnsFrom(rows: readonly LaidLine[][], at: number): Columns | null {
  const first = rows[at];
  if (first.length !== 2) return null;
  let [gutterLeft, gutterRight] = [first[0].line.box[2], first[1].line.box[0]];
  const [left, right] = [[first[0]], [first[1]]];
  const height = first[0].textHeightPx;
  let rowCount = 1;
  for (let next = at + 1; next < rows.length; next++) {
    const row = rows[next];
    if (row.length > 2 || middleOf(row[0]) - middleOf(rows[next - 1][0]) > height * WIDEST_STEP) break;
    const isLeft = ({ line: { box } }: LaidLine): boolean => box[2] < gutterRight - height * LEAST_GUTTER;
    const isRight = ({ line: { box } }: LaidLine): boolean => box[0] > gutterLeft + height * LEAST_GUTTER;
    if (row.length === 2 ? !(isLeft(row[0]) && isRight(row[1])) : !isLeft(row[0]) && !isRight(row[0])) break;
    for (const laid of row) {
      const goesLeft = row.length === 2 ? laid === row[0] : isLeft(laid);
      if (goesLeft) gutterLeft = Math.max(gutterLeft, laid.line.box[2]);
      else gutterRight = Math.min(gutterRight, laid.line.box[0]);
      (goesLeft ? left : right).push(laid);
    }
    rowCount++;
  }
  const isSigned = (column: readonly LaidLine[]): boolean =>
    column.filter(({ line }) => SIGNING.test(line.text)).length * 3 >= column.length;
  return left.length > 1 && right.length > 1 && isSigned(left) && isSigned(right)
    ? { left, right, rowCount }
    : null;
}
