import { boxWidth } from "../model/place.ts";
import type { LaidLine } from "./find-blocks.ts";

/** Lines that belong together; those of a column are read to its end before the next one. */
export interface ColumnPart {
  lines: LaidLine[];
  isColumn: boolean;
}

/** What stands on both sides where two parties sign; a list of items and sums side by side has it on neither. */
const SIGNING = /[章签字]|代表|日期|[甲乙丙]方/;
/** In text heights; where a row is parted at all, its neighbours showed the gutter. */
const LEAST_GUTTER = 0.35;
const SAME_ROW = 0.6;
const WIDEST_STEP = 6;

/** Takes apart what two parties say of themselves side by side, and prose in two columns; all other lines stay row by row. */
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

/** The two columns that begin side by side and go on while the gutter between them stays clear. */
function columnsFrom(rows: readonly LaidLine[][], at: number): Columns | null {
  const first = rows[at];
  const columns = openedBy(first) ?? openedInSteps(first, rows[at + 1] ?? []);
  if (!columns) return null;
  const isInSteps = columns.rowCount > 1;
  const { left, right } = columns;
  const height = first[0].textHeightPx;
  for (let next = at + columns.rowCount; next < rows.length; next++) {
    const row = rows[next];
    if (middleOf(row[0]) - middleOf(rows[next - 1][0]) > height * WIDEST_STEP) break;
    const sides = sidesOf(row, columns, height * LEAST_GUTTER);
    if (!sides) break;
    left.push(...sides.left);
    right.push(...sides.right);
    columns.rowCount++;
  }
  while (columns.rowCount > 2 && isLoose(rows.slice(at, at + columns.rowCount))) {
    const [loose] = rows[at + --columns.rowCount];
    for (const column of [left, right]) if (column.at(-1) === loose) column.pop();
  }
  const isApart = isInSteps
    ? isProse(left, right, IN_STEPS)
    : isSigned(left, right) || areParties(left, right) || isProse(left, right);
  return left.length > 1 && right.length > 1 && isApart ? columns : null;
}

/** Two lines in one row. */
const openedBy = ([one, other, more]: readonly LaidLine[]): Columns | null =>
  other && !more ? { left: [one], right: [other], rowCount: 1 } : null;

/** In text heights: so much lower than its neighbour a column's line may stand that headings have set off. */
const MOST_STEP = 1.6;

/** Two lines beside each other, of which one stands a little lower: columns whose lines keep no common pitch. */
function openedInSteps(first: readonly LaidLine[], next: readonly LaidLine[]): Columns | null {
  const [one, other] = [first[0], next[0]];
  if (first.length !== 1 || next.length !== 1) return null;
  const height = one.textHeightPx;
  const [left, right] = one.line.box[0] < other.line.box[0] ? [one, other] : [other, one];
  const isBeside = right.line.box[0] > left.line.box[2] + height * LEAST_GUTTER;
  const isNear = middleOf(other) - middleOf(one) < height * MOST_STEP;
  return isBeside && isNear ? { left: [left], right: [right], rowCount: 2 } : null;
}

/** Which lines of a row go on with which column; null where one reaches into the gutter between them. */
function sidesOf(
  row: readonly LaidLine[],
  { left, right }: Columns,
  leastGutterPx: number,
): Pick<Columns, "left" | "right"> | null {
  const gutterLeft = Math.max(...left.map(({ line }) => line.box[2]));
  const gutterRight = Math.min(...right.map(({ line }) => line.box[0]));
  const isLeft = ({ line: { box } }: LaidLine): boolean => box[2] < gutterRight - leastGutterPx;
  const isRight = ({ line: { box } }: LaidLine): boolean => box[0] > gutterLeft + leastGutterPx;
  const [one, other, more] = row;
  if (more) return null;
  if (other) return isLeft(one) && isRight(other) ? { left: [one], right: [other] } : null;
  if (isLeft(one)) return { left: [one], right: [] };
  return isRight(one) ? { left: [], right: [one] } : null;
}

const CLAUSE =
  /^(?:第[一二三四五六七八九十百\d]+[条章节款]|[一二三四五六七八九十]+、|\d+[.、．]|[（(][一二三四五六七八九十\d]+[)）])/;
const WIDER_STEP = 1.35;

/** Whether the last of these rows is a lone line that opens what comes next, rather than going on with its column. */
function isLoose(rows: readonly LaidLine[][]): boolean {
  const [before, above, last] = rows.slice(-3);
  if (last.length !== 1) return false;
  if (CLAUSE.test(last[0].line.text)) return true;
  const step = middleOf(last[0]) - middleOf(above[0]);
  const usual = middleOf(above[0]) - middleOf(before[0]);
  return labelOf(last[0].line.text) === null && step > usual * WIDER_STEP;
}

function isSigned(...columns: readonly LaidLine[][]): boolean {
  return columns.every(
    (column) => column.filter(({ line }) => SIGNING.test(line.text)).length * 3 >= column.length,
  );
}

/** 地址：, 开户银行：, 电话（传真）：… */
const LABEL = /^[\s（(]*([\p{Script=Han}\s]{1,10})(?:[（(][^（()）]{1,12}[)）])?\s*[:：]/u;
const LEAST_SHARED = 2;

function labelOf(text: string): string | null {
  return LABEL.exec(text)?.[1].replace(/\s/g, "") ?? null;
}

/** Whether both columns give the same particulars: two labels or more stand on either side. */
function areParties(left: readonly LaidLine[], right: readonly LaidLine[]): boolean {
  const labels = (column: readonly LaidLine[]): (string | null)[] =>
    column.map(({ line }) => labelOf(line.text));
  const others = new Set(labels(right));
  const shared = new Set(labels(left).filter((label) => label !== null && others.has(label)));
  return shared.size >= LEAST_SHARED;
}

/** What makes lines in two columns running text: how many there are, and how many of them fill their column. */
interface Fullness {
  rows: number;
  share: number;
}

const IN_ROWS: Fullness = { rows: 5, share: 0.6 };
/** Clauses of their own with headings: more lines are short, and more are needed. */
const IN_STEPS: Fullness = { rows: 8, share: 0.4 };
const LEAST_WIDTH_EM = 8;
const FULL = 0.85;
const SUM = /\d[\d,，.]*\s*[万亿]?元|[壹贰叁肆伍陆柒捌玖][拾佰仟万]/;
const MOST_SUMS = 0.3;

/** Whether both columns are filled from side to side, as running text is and lists of items and sums are not. */
function isProse(left: readonly LaidLine[], right: readonly LaidLine[], { rows, share } = IN_ROWS): boolean {
  return [left, right].every((column) => {
    const widths = column.map(({ line }) => boxWidth(line.box));
    const widest = Math.max(...widths);
    const full = widths.filter((width) => width >= widest * FULL).length;
    const isWide = widest >= column[0].textHeightPx * LEAST_WIDTH_EM;
    const sums = column.filter(({ line }) => SUM.test(line.text)).length;
    const isList = sums > column.length * MOST_SUMS;
    return column.length >= rows && isWide && full >= column.length * share && !isList;
  });
}
