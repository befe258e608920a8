import type { Glyph, NormalText, Rival } from "../model/normal-text.ts";
import { trimText } from "./evidence.ts";
import { matchEdges } from "./join-edges.ts";
import { CLOSING, type PartCell, spreadColumns, type TablePart } from "./join-part.ts";
import { emOf } from "./layout.ts";

/** In characters: text on both sides of an edge stands so far apart; letters of one piece of text do not. */
const LEAST_WHITE = 0.5;

/**
 * The lower part with its cells parted by the column edges of the part above, where all its own edges are among those
 * and none but white tells the others: no row above is merged over them, and the text of a cell stands in separate pieces
 * on either side. Null where a piece of text crosses an edge, or nothing speaks for it.
 */
export function splitByEdges(upper: TablePart, lower: TablePart): TablePart | null {
  const shared = matchEdges(upper.edges, lower.edges);
  if (shared?.kind !== "lacking" || lower.columnCount < 2) return null;
  if (shared.count !== upper.columnCount || lower.columnCount >= upper.columnCount) return null;
  const missing = Array.from({ length: shared.count + 1 }, (_, edge) => edge).filter(
    (edge) => !shared.lower.includes(edge),
  );
  const body = upper.cells.filter(({ row }) => row >= upper.headerRows);
  const isKept = missing.every((edge) =>
    body.every(({ column, columnSpan }) => column >= edge || column + columnSpan <= edge),
  );
  if (body.length === 0 || !isKept) return null;
  const edgesPx = upper.edges.px.map((px) => acrossTo(px, upper, lower));
  let cells = spreadColumns(lower, shared.lower, shared.count);
  for (const edge of missing) {
    const parted = splitAll(cells, edge, edgesPx[edge]);
    if (parted === null) return null;
    cells = parted;
  }
  const px = edgesPx.map((at, edge) => lower.edges.px[shared.lower.indexOf(edge)] ?? at);
  return { ...lower, cells, columnCount: shared.count, edges: { ...lower.edges, px } };
}

/** Where a line of the upper part lies on the lower part's page. */
function acrossTo(px: number, upper: TablePart, lower: TablePart): number {
  const [from, to] = [upper, lower].map(({ edges }) => [edges.px[0], edges.px[edges.px.length - 1]]);
  return Math.round(to[0] + ((px - from[0]) / Math.max(1, from[1] - from[0])) * (to[1] - to[0]));
}

/** All cells over an edge parted there; null unless each can be, and one at least has text on both sides. */
function splitAll(cells: readonly PartCell[], edge: number, edgePx: number): PartCell[] | null {
  let isSeen = false;
  const parted: PartCell[] = [];
  for (const cell of cells) {
    if (cell.column >= edge || cell.column + cell.columnSpan <= edge || isOfTotal(cell, cells)) {
      parted.push(cell);
      continue;
    }
    const texts = splitText(cell.content, edgePx);
    if (texts === null) return null;
    isSeen ||= texts.every(({ text }) => text !== "");
    const [x0, y0, x1, y1] = cell.box;
    parted.push(
      { ...cell, columnSpan: edge - cell.column, content: texts[0], box: [x0, y0, edgePx, y1] },
      {
        ...cell,
        column: edge,
        columnSpan: cell.column + cell.columnSpan - edge,
        content: texts[1],
        box: [edgePx, y0, x1, y1],
      },
    );
  }
  return isSeen ? parted : null;
}

/** Whether a cell stands in a row that closes the table, where cells are merged as nowhere else. */
function isOfTotal({ row }: PartCell, cells: readonly PartCell[]): boolean {
  return cells.some((cell) => cell.row === row && CLOSING.test(cell.content.text));
}

/** A text's pieces on the left and the right of an edge; null where it crosses that, or a rival reading does. */
function splitText(content: NormalText, edgePx: number): [NormalText, NormalText] | null {
  const isRight = ({ box }: Glyph): boolean => (box[0] + box[2]) / 2 >= edgePx;
  const sides = content.glyphs.map(isRight);
  const printed = content.glyphs.filter((_, at) => content.text[at].trim() !== "");
  const [left, right] = [printed.filter((glyph) => !isRight(glyph)), printed.filter(isRight)];
  if (left.length > 0 && right.length > 0) {
    const white = Math.min(...right.map(({ box }) => box[0])) - Math.max(...left.map(({ box }) => box[2]));
    if (white < LEAST_WHITE * emOf(printed)) return null;
  } else if (printed.some(({ box }) => box[0] < edgePx && box[2] > edgePx)) return null;
  const halves = [false, true].map((side) => {
    const places = sides.flatMap((own, at) => (own === side ? [at] : []));
    const rivals = content.rivals.flatMap((rival): Rival[] => {
      const start = places.indexOf(rival.start);
      return start >= 0 && isOnOneSide(rival, sides) ? [{ ...rival, start }] : [];
    });
    return {
      text: places.map((at) => content.text[at]).join(""),
      glyphs: places.map((at) => content.glyphs[at]),
      rivals,
    };
  });
  if (halves[0].rivals.length + halves[1].rivals.length < content.rivals.length) return null;
  return [trimText(halves[0]), trimText(halves[1])];
}

function isOnOneSide({ start, length }: Rival, sides: readonly boolean[]): boolean {
  return sides.slice(start, start + length).every((side) => side === sides[start]);
}
