import type { Box } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";

/** In grey levels: a table's ground is darker than the paper beside it by so much. */
const LEAST_RIM = 2;

/** The sides of the ground that rules run on, near where they end; null where paper is no lighter there. */
export function rimOf(unlit: GreyPicture, [x0, y0, x1, y1]: Box, stepPx: number): Box | null {
  const across = (x: number): number => lightOf(unlit, [x, y0, x + 1, y1]);
  const down = (y: number): number => lightOf(unlit, [x0, y, x1, y + 1]);
  const [left, right] = [
    rimAt(across, x0, -1, unlit.widthPx, stepPx),
    rimAt(across, x1, 1, unlit.widthPx, stepPx),
  ];
  const [top, bottom] = [
    rimAt(down, y0, -1, unlit.heightPx, stepPx),
    rimAt(down, y1, 1, unlit.heightPx, stepPx),
  ];
  return left === null || right === null || top === null || bottom === null
    ? null
    : [left, top, right, bottom];
}

/** In steps from where rules end: somewhere there is ground for sure, and there paper. */
const SURE = [1, 2];
const BEYOND = 2;
/** So far from a ground's level to paper's is none of a lighter band of it. */
const OF_PAPER = 0.75;
/** In steps: no white rule is as thick. */
const THICKER = 0.3;

/** Where light goes from paper's level to a ground's, on the way inwards. */
function rimAt(
  lightAt: (at: number) => number,
  end: number,
  outwards: 1 | -1,
  length: number,
  stepPx: number,
): number | null {
  const lightIn = (steps: number): number =>
    medianOf(Array.from({ length: stepPx }, (_, index) => lightOutBy(steps * stepPx - index)));
  // Asked for a few times over.
  const known = new Map<number, number>();
  const lightOutBy = (px: number): number => {
    const at = Math.min(length - 1, Math.max(0, Math.round(end + outwards * px)));
    const light = known.get(at) ?? lightAt(at);
    known.set(at, light);
    return light;
  };
  const inside = Math.min(...SURE.map((steps) => lightIn(-steps)));
  const outside = lightIn(BEYOND);
  if (outside - inside < LEAST_RIM) return null;
  const paper = inside + OF_PAPER * (outside - inside);
  const thickPx = Math.max(2, Math.round(THICKER * stepPx));
  // A rule may seem to run on a little beyond its ground.
  const start = SURE.find((steps) => lightIn(-steps) < paper) ?? SURE[0];
  for (let px = -start * stepPx, since = px; px < BEYOND * stepPx; px++) {
    if (lightOutBy(px) < paper) since = px + 1;
    else if (px - since >= thickPx) return Math.round(end + outwards * since);
  }
  return null;
}

/** Dark words take up less of a line of paper or ground than this leaves, white ones and rules less of one of ground than the rest. */
const LIGHT = 0.7;

/** How light a box's ground or paper is. */
function lightOf({ widthPx, data }: GreyPicture, [x0, y0, x1, y1]: Box): number {
  const counts = new Uint32Array(256);
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) counts[data[y * widthPx + x]]++;
  const darker = LIGHT * (x1 - x0) * (y1 - y0);
  let level = 0;
  for (let below = counts[0]; below < darker && level < 255; ) below += counts[++level];
  return level;
}

/** The middle one of numbers in order, the upper of two; found without putting all of them in order (Hoare 1961). */
export function medianOf(values: ArrayLike<number>): number {
  const numbers = new Float64Array(values);
  const wanted = numbers.length >> 1;
  let [from, to] = [0, numbers.length - 1];
  while (from < to) {
    const pivot = numbers[(from + to) >> 1];
    let [low, high] = [from, to];
    while (low <= high) {
      while (numbers[low] < pivot) low++;
      while (numbers[high] > pivot) high--;
      if (low > high) break;
      const swapped = numbers[low];
      numbers[low++] = numbers[high];
      numbers[high--] = swapped;
    }
    if (wanted <= high) to = high;
    else if (wanted >= low) from = low;
    else break;
  }
  return numbers[wanted];
}
