import type { Edge } from "./find-edges.ts";
import type { InkMask } from "./ink-mask.ts";
import { centerAt } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/** A stretch of a page in pixels, `[from, to)`. */
export type Stretch = [from: number, to: number];

/** A line of text between two rules: all ink at one height, and where it stands from left to right. */
export interface TextLine {
  top: number;
  bottom: number;
  /** The row of the lattice it stands in. */
  row: number;
  inked: Stretch[];
}

/** Ink lower or narrower than this share of a text height is dirt, or a mark that belongs to its neighbour. */
const SPECK = 0.1;
/** What is smaller both ways is a dot or a comma at most: no column's only text. */
const LEAST_MARK = 0.3;
const LEAST_LINE = 0.3;

/** The lines of text between a table's row edges, top to bottom; lines of cells side by side that overlap are one. */
export function findTextLines(
  ink: InkMask,
  rowEdges: readonly Edge[],
  across: Stretch,
  sizes: Sizes,
): TextLine[] {
  const [left, right] = [Math.max(0, Math.floor(across[0])), Math.min(ink.widthPx, Math.ceil(across[1]))];
  return rowEdges
    .slice(1)
    .flatMap((below, row) => {
      const top = Math.ceil(Math.max(...sidesOf(rowEdges[row], left, right, 1)));
      const bottom = Math.floor(Math.min(...sidesOf(below, left, right, -1)));
      return inkedRows(ink, [left, right], [top, bottom], sizes).map(([from, to]) => ({
        top: from,
        bottom: to,
        row,
        inked: inkedColumns(ink, [left, right], [from, to], sizes),
      }));
    })
    .filter(({ inked }) => inked.length > 0);
}

/** Where an edge's rules end towards the rows above (`side` -1) or below it. */
function sidesOf(edge: Edge, left: number, right: number, side: 1 | -1): number[] {
  const rules = edge.rules.filter((rule) => rule.from < right && rule.to > left);
  if (rules.length === 0) return [edge.positionPx + side];
  return rules.flatMap((rule) =>
    [0, 0.25, 0.5, 0.75, 1].map((share) => {
      const along =
        Math.max(left, rule.from) + share * (Math.min(right, rule.to) - Math.max(left, rule.from));
      return centerAt(rule, along) + side * (rule.thicknessPx / 2 + 1.5);
    }),
  );
}

function inkedRows(ink: InkMask, [left, right]: Stretch, [top, bottom]: Stretch, sizes: Sizes): Stretch[] {
  const isInked = (y: number): boolean => rowOf(ink, y, [left, right]).includes(1);
  const rows = stretchesOf(Math.max(0, top), Math.min(ink.heightPx, bottom), isInked);
  return joinNear(rows, SPECK * sizes.textPx).filter(([from, to]) => to - from >= LEAST_LINE * sizes.textPx);
}

/** A page line from one side to the other; a search beyond it would run on to the next ink, down a blank page. */
const rowOf = (ink: InkMask, y: number, [left, right]: Stretch): Uint8Array =>
  ink.data.subarray(y * ink.widthPx + left, y * ink.widthPx + right);

function inkedColumns(ink: InkMask, [left, right]: Stretch, [top, bottom]: Stretch, sizes: Sizes): Stretch[] {
  const [first, last] = [new Int32Array(right - left).fill(-1), new Int32Array(right - left).fill(-1)];
  for (let y = top; y < bottom; y++) {
    const row = rowOf(ink, y, [left, right]);
    for (let at = row.indexOf(1); at >= 0; at = row.indexOf(1, at + 1)) {
      if (first[at] < 0) first[at] = y;
      last[at] = y;
    }
  }
  const topOf = ([from, to]: Stretch): number => Math.min(...first.subarray(from - left, to - left));
  const isSpeck = (column: Stretch): boolean => {
    const [from, to] = column;
    const height = Math.max(...last.subarray(from - left, to - left)) - topOf(column) + 1;
    return to - from < SPECK * sizes.textPx || Math.max(height, to - from) < LEAST_MARK * sizes.textPx;
  };
  const columns = stretchesOf(left, right, (x) => first[x - left] >= 0);
  const isPoint = (column: Stretch): boolean =>
    isSpeck(column) && topOf(column) >= bottom - LEAST_MARK * sizes.textPx;
  return joinNear(
    columns.flatMap((column, index): Stretch[] => {
      if (!isSpeck(column)) return [column];
      const [before, after] = [columns[index - 1], columns[index + 1]];
      const isInFigure =
        before !== undefined &&
        after !== undefined &&
        column[0] - before[1] <= BEFORE_POINT * sizes.textPx &&
        after[0] - column[1] <= BEHIND_POINT * sizes.textPx;
      // What stands on both sides of a decimal point or a comma is one, however wide that is set.
      return isPoint(column) && isInFigure ? [[before[1], after[0]]] : [];
    }),
    2 * SPECK * sizes.textPx,
  );
}

/** In text heights: the white before a point in a figure or a comma in a sentence, and behind it. */
const BEFORE_POINT = 0.25;
const BEHIND_POINT = 0.9;

/** The stretches between two points where something holds. */
export function stretchesOf(from: number, to: number, holds: (at: number) => boolean): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = from; at < to; at++) {
    if (!holds(at)) continue;
    const start = at;
    while (at < to && holds(at)) at++;
    stretches.push([start, at]);
  }
  return stretches;
}

/** Stretches with no more than so much white between them as one. */
export function joinNear(stretches: readonly Stretch[], nearPx: number): Stretch[] {
  const joined: Stretch[] = [];
  for (const [from, to] of stretches) {
    const last = joined[joined.length - 1];
    if (last && from - last[1] <= nearPx) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** Whether a line has ink in a stretch. */
export const isCrossed = ({ inked }: TextLine, [from, to]: Stretch): boolean =>
  inked.some(([start, end]) => start < to && end > from);
