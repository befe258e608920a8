import type { InkMask } from "./ink-mask.ts";
import type { Sizes } from "./sizes.ts";
import type { Stretch, TextLine } from "./text-lines.ts";

/** So much of two lines' ink lies on the other's where they are the same; others share half of it. */
const SAME_INK = 0.82;
/** In text heights: a word set twice is so much higher, wider or further off at most. */
const OFF_SIZE = 0.25;
const OFF_PLACE = 0.12;

/** Whether two words of a page are the same, told by their ink alone. */
export function isSameLine(ink: InkMask, one: TextLine, other: TextLine, sizes: Sizes): boolean {
  const [from, to] = [one, other].map(spanOf);
  const [tallness, width] = [heightOf(one) - heightOf(other), from[1] - from[0] - (to[1] - to[0])];
  if (Math.max(Math.abs(tallness), Math.abs(width)) > OFF_SIZE * sizes.textPx) return false;
  const far = Math.max(1, Math.round(OFF_PLACE * sizes.textPx));
  for (let dy = -far; dy <= far; dy++) {
    for (let dx = -far; dx <= far; dx++) {
      const [down, along] = [other.top - one.top + dy, to[0] - from[0] + dx];
      if (sharedInk(ink, one, from, down, along) < SAME_INK) continue;
      if (sharedInk(ink, other, to, -down, -along) >= SAME_INK) return true;
    }
  }
  return false;
}

const heightOf = ({ top, bottom }: TextLine): number => bottom - top;

const spanOf = ({ inked }: TextLine): Stretch => [inked[0][0], inked[inked.length - 1][1]];

/** How much of a line's ink has ink right beside it at another place. */
function sharedInk(
  { widthPx, heightPx, data }: InkMask,
  { top, bottom }: TextLine,
  [left, right]: Stretch,
  dy: number,
  dx: number,
): number {
  let [count, shared] = [0, 0];
  for (let y = top; y < bottom; y++) {
    if (y + dy < 1 || y + dy >= heightPx - 1) continue;
    for (let x = Math.max(left, 1 - dx); x < Math.min(right, widthPx - 1 - dx); x++) {
      if (data[y * widthPx + x] === 0) continue;
      count++;
      const at = (y + dy) * widthPx + x + dx;
      if (data[at] | data[at - 1] | data[at + 1] | data[at - widthPx] | data[at + widthPx]) shared++;
    }
  }
  return shared / Math.max(1, count);
}
