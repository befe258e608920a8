import { isPageNumber } from "../model/page-number.ts";
import { type Box, boxWidth } from "../model/place.ts";
import type { LaidLine } from "./find-blocks.ts";

export type Edge = "header" | "footer";

/** Within these shares of the page's height from its edges. */
const EDGE_SHARE: Record<Edge, number> = { header: 0.08, footer: 0.1 };
/** A number, and a line of words with it. */
const MOST_ROWS = 2;
const NARROW_SHARE = 0.5;
const SAME_ROW = 0.6;
const APART = 1.5;
/** A page's header is set no larger than its text; a title may well be. */
const LARGER = 1.2;

/**
 * The first and last rows of a page are furniture when they stand at its very edge: page numbers, and words apart from
 * the body, of which its `tables` are a part.
 */
export function findFurniture(
  lines: readonly LaidLine[],
  pageHeightPx: number,
  tables: readonly Box[] = [],
): Map<LaidLine, Edge> {
  const rows = toRows(lines);
  const sizes = lines.map(({ textHeightPx }) => textHeightPx).sort((a, b) => a - b);
  const page: Page = {
    heightPx: pageHeightPx,
    widest: Math.max(0, ...rows.map(widthOf), ...tables.map(boxWidth)),
    textHeightPx: sizes[sizes.length >> 1] ?? 0,
    tables,
  };
  const furniture = new Map<LaidLine, Edge>();
  const take = (edge: Edge, from: readonly LaidLine[][]): void => {
    for (const [at, row] of from.slice(0, MOST_ROWS).entries()) {
      if (row.some((laid) => furniture.has(laid)) || !isFurniture(edge, row, from[at + 1], page)) return;
      for (const laid of row) furniture.set(laid, edge);
    }
  };
  take("footer", [...rows].reverse());
  take("header", rows);
  return furniture;
}

interface Page {
  heightPx: number;
  widest: number;
  textHeightPx: number;
  tables: readonly Box[];
}

function toRows(lines: readonly LaidLine[]): LaidLine[][] {
  const rows: LaidLine[][] = [];
  for (const laid of [...lines].sort((a, b) => middleOf(a) - middleOf(b))) {
    const row = rows.at(-1);
    if (row && middleOf(laid) - middleOf(row[0]) < laid.textHeightPx * SAME_ROW) row.push(laid);
    else rows.push([laid]);
  }
  return rows;
}

const middleOf = ({ line: { box } }: LaidLine): number => (box[1] + box[3]) / 2;
const widthOf = (row: readonly LaidLine[]): number =>
  row.reduce((sum, { line }) => sum + boxWidth(line.box), 0);

function isFurniture(
  edge: Edge,
  row: readonly LaidLine[],
  next: readonly LaidLine[] | undefined,
  page: Page,
): boolean {
  const reach = page.heightPx * EDGE_SHARE[edge];
  const isAtEdge = row.every(({ line: { box } }) =>
    edge === "header" ? box[3] < reach : box[1] > page.heightPx - reach,
  );
  if (!isAtEdge) return false;
  if (row.some(({ line }) => isPageNumber(line.text))) return true;
  const isNarrow = widthOf(row) < Math.max(page.widest, 1) * NARROW_SHARE;
  const isLarge = row.some(({ textHeightPx }) => textHeightPx > page.textHeightPx * LARGER);
  return isNarrow && !isLarge && isApart(edge, row, next, page.tables);
}

function isApart(
  edge: Edge,
  row: readonly LaidLine[],
  next: readonly LaidLine[] | undefined,
  tables: readonly Box[],
): boolean {
  const height = Math.max(...[...row, ...(next ?? [])].map(({ textHeightPx }) => textHeightPx));
  const own = row.map(({ line: { box } }) => box);
  const others = [...(next ?? []).map(({ line: { box } }) => box), ...tables];
  const gapTo = (other: Box): number =>
    edge === "header"
      ? other[1] - Math.max(...own.map((box) => box[3]))
      : Math.min(...own.map((box) => box[1])) - other[3];
  return others.every((other) => gapTo(other) > height * APART);
}
