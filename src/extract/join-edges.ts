/** Differences of column edges that scanning explains, as a share of the table's width. */
const TOLERANCE = 0.015;
/** Up to here the edges may differ when the tables agree in everything else. */
const NEAR_TOLERANCE = 0.04;
/** How much wider one part may look than the other, as a share of the page's width. */
const WIDTH_TOLERANCE = 0.04;
/** How far a page may be shifted, as a share of its width. */
const SHIFT_TOLERANCE = 0.06;

/** A table's column edges in pixels, and the width of the page they are measured on. */
export interface Edges {
  px: readonly number[];
  pageWidthPx: number;
}

/** The columns two parts share: every edge of either, and where each part's edges stand among them. */
export interface SharedColumns {
  /** `same`: every edge has its partner; `lacking`: one part lacks edges; `near`: as many, but not quite in place. */
  kind: "same" | "lacking" | "near";
  count: number;
  upper: number[];
  lower: number[];
}

/** The columns of two parts of a table, or null when their edges tell two tables. */
export function matchEdges(upper: Edges, lower: Edges): SharedColumns | null {
  if (upper.px.length < 2 || lower.px.length < 2) return null;
  const [a, b] = [shares(upper), shares(lower)];
  if (Math.abs(a.width - b.width) > WIDTH_TOLERANCE || Math.abs(a.left - b.left) > SHIFT_TOLERANCE)
    return null;
  const merged = mergeEdges(a.inner, b.inner);
  if (merged) return merged;
  const isNear =
    a.inner.length === b.inner.length &&
    a.inner.every((edge, index) => Math.abs(edge - b.inner[index]) <= NEAR_TOLERANCE);
  if (!isNear) return null;
  const columns = a.inner.map((_, index) => index);
  return { kind: "near", count: a.inner.length - 1, upper: columns, lower: columns };
}

interface Shares {
  left: number;
  width: number;
  /** Edges from 0 to 1 over the table's width. */
  inner: number[];
}

function shares({ px, pageWidthPx }: Edges): Shares {
  const left = px[0];
  const width = Math.max(1, px[px.length - 1] - left);
  const page = Math.max(1, pageWidthPx);
  return { left: left / page, width: width / page, inner: px.map((edge) => (edge - left) / width) };
}

/** Both runs of edges as one; null unless one of them holds the other. */
function mergeEdges(a: readonly number[], b: readonly number[]): SharedColumns | null {
  const upper: number[] = [];
  const lower: number[] = [];
  let count = 0;
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const isPair = i < a.length && j < b.length && Math.abs(a[i] - b[j]) <= TOLERANCE;
    const takesUpper = isPair || j >= b.length || (i < a.length && a[i] < b[j]);
    if (isPair || takesUpper) upper[i++] = count;
    if (isPair || !takesUpper) lower[j++] = count;
    count += 1;
  }
  if (count > Math.max(a.length, b.length)) return null;
  const kind = a.length === b.length ? "same" : "lacking";
  return { kind, count: count - 1, upper, lower };
}
