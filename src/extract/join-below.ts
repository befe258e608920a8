import { couldBeHeader } from "./build-flow-header.ts";
import { byPlace } from "./grid.ts";
import { matchEdges, type SharedColumns } from "./join-edges.ts";
import { isEnded, numberingGoesOn } from "./join-judge.ts";
import { type PartCell, rowsOf, type TablePart } from "./join-part.ts";

/** In heights of its lowest row: what stands farther below a table is another one. */
const FARTHEST = 2;
/** Of a column's filled cells so many hold figures, or none, for it to be one of figures, or of words. */
const MOSTLY = 0.8;

/**
 * A table and the one without a header that stands right below it on the same page as one, with the same columns: white
 * paper parts them, but the header is of both. Null unless numbering goes on, or figures stand below figures and words
 * below words.
 */
export function joinBelow(upper: TablePart, lower: TablePart, pageNumber: number): TablePart | null {
  const shared = matchEdges(upper.edges, lower.edges);
  if (shared?.kind !== "same" || shared.count < 2 || !standsRightBelow(upper, lower)) return null;
  if (upper.headerRows === 0 || lower.headerRows > 0 || isEnded(upper)) return null;
  const rows = rowsOf(lower);
  const goesOn = numberingGoesOn(upper, lower, shared);
  if (!goesOn && (couldBeHeader(rows[0] ?? [], rows.slice(1)) || !holdAlike(upper, lower, shared)))
    return null;
  const reason = `${goesOn ? "numbering goes on" : "no header of its own"} right below, same column edges`;
  return {
    ...upper,
    box: lower.box,
    rowCount: upper.rowCount + lower.rowCount,
    cells: [...upper.cells, ...lower.cells.map((cell) => ({ ...cell, row: cell.row + upper.rowCount }))].sort(
      byPlace,
    ),
    joins: [...upper.joins, { pageNumber, reason }],
  };
}

function standsRightBelow(upper: TablePart, lower: TablePart): boolean {
  const heights = [...upper.cells, ...lower.cells]
    .filter(({ rowSpan }) => rowSpan === 1)
    .map(({ box }) => box[3] - box[1]);
  const gap = lower.box[1] - upper.box[3];
  return gap >= 0 && gap <= FARTHEST * Math.min(...heights);
}

/** Whether each column holds figures in both parts, or in neither, and one does. */
function holdAlike(upper: TablePart, lower: TablePart, { count }: SharedColumns): boolean {
  let figures = 0;
  for (let column = 0; column < count; column++) {
    const [above, below] = [shareOfFigures(upper, column), shareOfFigures(lower, column)];
    if (above === null || below === null) continue;
    const areFigures = above >= MOSTLY && below >= MOSTLY;
    if (areFigures) figures++;
    else if (above >= MOSTLY || below >= MOSTLY) return false;
  }
  return figures > 0;
}

/** The share of a column's filled cells that begin with a figure; null where none is filled. */
function shareOfFigures(part: TablePart, column: number): number | null {
  const filled = part.cells.filter(
    (cell: PartCell) =>
      cell.row >= part.headerRows && cell.column === column && cell.content.text.trim() !== "",
  );
  if (filled.length === 0) return null;
  return filled.filter(({ content }) => /^[¥￥≥≤]?\s*\d/.test(content.text.trim())).length / filled.length;
}
