/** A page picture reduced to ink: `data` is row-major, 1 = ink. */
export interface InkMask {
  widthPx: number;
  heightPx: number;
  data: Uint8Array;
}

/** A row rule runs from left to right, a column rule from top to bottom. */
export type Direction = "row" | "column";

/** How to walk a mask along and across rules of one direction; strides are steps in `data`. */
export interface Axis {
  alongPx: number;
  acrossPx: number;
  alongStride: number;
  acrossStride: number;
}

export function axisOf(ink: InkMask, direction: Direction): Axis {
  const { widthPx, heightPx } = ink;
  return direction === "row"
    ? { alongPx: widthPx, acrossPx: heightPx, alongStride: 1, acrossStride: widthPx }
    : { alongPx: heightPx, acrossPx: widthPx, alongStride: widthPx, acrossStride: 1 };
}

/** Whether there is ink at a point or within `reachPx` across the rule from it. */
export function hasInkNear(
  ink: InkMask,
  axis: Axis,
  along: number,
  across: number,
  reachPx: number,
): boolean {
  if (along < 0 || along >= axis.alongPx) return false;
  const first = Math.max(0, Math.round(across - reachPx));
  const last = Math.min(axis.acrossPx - 1, Math.round(across + reachPx));
  for (let at = first; at <= last; at++) {
    if (ink.data[along * axis.alongStride + at * axis.acrossStride] === 1) return true;
  }
  return false;
}
