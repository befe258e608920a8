import type { Edge, Lattice } from "./find-edges.ts";
import type { InkMask } from "./ink-mask.ts";
import { centerAt, lengthOf, middleOf, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";
import { findTextLines, joinNear, type TextLine } from "./text-lines.ts";
import { areAtOnePitch, edgesBetween } from "./unruled-body.ts";
import { withWhiteColumns } from "./white-edges.ts";

/** In text heights: no shorter rule runs over a whole table. */
const LEAST_LENGTH = 12;
/** Nothing but a table keeps so many lines to so many columns; so many of its lines are rows of that kind. */
const LEAST_COLUMNS = 4;
const LEAST_ROWS = 5;
const MOST_LINES = 0.75;
/** In text heights: words within a cell stand nearer than this; rows no farther apart than that; so far above its first line a body begins. */
const CELL_GAP = 0.6;
const MOST_BETWEEN = 2.5;
const ABOVE = 0.35;
/** Of a table's width: a line of one phrase that is longer is prose. */
const LONGEST_NAME = 0.5;

/**
 * The rest of a table that has rules for its head and its ends alone, overleaf: lines of text side by side down to a
 * rule, a line a row, with columns from the white between them; null where the lines above a rule are anything else.
 */
export function findBodyAbove(
  ink: InkMask,
  rule: Segment,
  rows: readonly Segment[],
  sizes: Sizes,
): Lattice | null {
  if (lengthOf(rule) < LEAST_LENGTH * sizes.textPx) return null;
  const y = centerAt(rule, middleOf(rule));
  const above = rows
    .filter((other) => other.from < rule.to && other.to > rule.from && 2 * lengthOf(other) > lengthOf(rule))
    .map((other) => centerAt(other, middleOf(other)))
    .filter((other) => other < y - sizes.textPx);
  const foot: Edge = { rules: [rule], positionPx: y, at: (x) => centerAt(rule, x) };
  const inset = Math.max(3, 0.15 * sizes.textPx);
  const across: [number, number] = [rule.from + inset, rule.to - inset];
  const all = findTextLines(ink, [edgeAt(Math.max(0, ...above)), foot], across, sizes);
  const lines = bodyOf(all, y, rule.to - rule.from, sizes);
  const rowCount = lines.filter((line) => phrasesOf(line, sizes) >= LEAST_COLUMNS).length;
  if (rowCount < LEAST_ROWS || rowCount < MOST_LINES * lines.length || !areAtOnePitch(lines, sizes))
    return null;
  const lattice = {
    rowEdges: [edgeAt(lines[0].top - ABOVE * sizes.textPx), ...edgesBetween(lines), foot],
    columnEdges: [edgeAt(rule.from), edgeAt(rule.to)],
  };
  const parted = withWhiteColumns(ink, lattice, sizes);
  return parted !== null && parted.columnEdges.length > LEAST_COLUMNS ? parted : null;
}

const phrasesOf = ({ inked }: TextLine, sizes: Sizes): number =>
  joinNear(inked, CELL_GAP * sizes.textPx).length;

/** The lines right above a place, one near the other, up to prose. */
function bodyOf(lines: readonly TextLine[], foot: number, widthPx: number, sizes: Sizes): TextLine[] {
  const body: TextLine[] = [];
  for (const line of lines.toReversed()) {
    const below = body[0]?.top ?? foot;
    const [start, end] = [line.inked[0][0], line.inked[line.inked.length - 1][1]];
    const isProse = phrasesOf(line, sizes) === 1 && end - start > LONGEST_NAME * widthPx;
    if (below - line.bottom > MOST_BETWEEN * sizes.textPx || isProse) break;
    body.unshift(line);
  }
  return body;
}

const edgeAt = (positionPx: number): Edge => ({ rules: [], positionPx, at: () => positionPx });
