import type { Axis, InkMask } from "./ink-mask.ts";
import { looksOf, UNBROKEN } from "./looks.ts";
import { centerAt, type Segment } from "./segment.ts";
import type { Sizes } from "./sizes.ts";

/**
 * A segment without the strokes of text that lie in its line beyond a gap at its ends.
 * Past the gap a worn rule still has white paper beside it; text has not.
 */
export function trimEnds(ink: InkMask, axis: Axis, segment: Segment, sizes: Sizes): Segment {
  const parts = inkedParts(ink, axis, segment, sizes);
  const isText = ([from, to]: [number, number]): boolean => {
    const { clearBoth, inked } = looksOf(ink, axis, { ...segment, from, to }, sizes);
    // The lowest strokes of a whole line of text stand in line as well, but white lies between its characters.
    return clearBoth < 0.6 && (to - from <= 3 * sizes.textPx || inked < UNBROKEN);
  };
  let [first, last] = [0, parts.length - 1];
  while (first < last && isText(parts[first])) first++;
  while (last > first && isText(parts[last])) last--;
  if (first === 0 && last === parts.length - 1) return segment;
  const [from, to] = [parts[first][0], parts[last][1]];
  const stretches = segment.stretches
    .map(([start, end]): [number, number] => [Math.max(start, from), Math.min(end, to)])
    .filter(([start, end]) => end > start);
  const trimmed = { ...segment, from, to, stretches };
  return { ...trimmed, looks: looksOf(ink, axis, trimmed, sizes) };
}

/** The parts of a segment between gaps wider than those of a dotted rule, `[from, to)`. */
function inkedParts(ink: InkMask, axis: Axis, segment: Segment, sizes: Sizes): [number, number][] {
  const parts: [number, number][] = [];
  const reach = Math.max(1, segment.thicknessPx / 2);
  for (let along = segment.from; along < segment.to; along++) {
    const center = centerAt(segment, along);
    const first = Math.max(0, Math.round(center - reach));
    const last = Math.min(axis.acrossPx - 1, Math.round(center + reach));
    let isInk = false;
    for (let at = first; at <= last && !isInk; at++)
      isInk = ink.data[along * axis.alongStride + at * axis.acrossStride] === 1;
    if (!isInk) continue;
    const open = parts[parts.length - 1];
    if (open && along - open[1] <= sizes.dotGapPx) open[1] = along + 1;
    else parts.push([along, along + 1]);
  }
  return parts.length > 0 ? parts : [[segment.from, segment.to]];
}
