import { boxHeight } from "../model/place.ts";
import { type Component, findTextHeight } from "./components.ts";

/** No table's text is so much lower than the page's, but the commas of its sums are; what is so much higher is left of shaded cells. */
const LEAST_OF_TABLE = 0.35;
const MOST_OF_TABLE = 1.6;
/** Of a table of hardly anything but digits, its few ideographs are among so many of its tallest pieces. */
const TALLEST = 0.9;
const FEWEST_PIECES = 5;

/** How high a table's text is, which is often set smaller than the text around it; `within` is all its ink. */
export function heightInTable(
  within: readonly Component[],
  pageHeightPx: number,
  textHeightPx: number,
): number {
  const leastPx = Math.round(textHeightPx * LEAST_OF_TABLE);
  const print = within.filter(({ box }) => boxHeight(box) <= MOST_OF_TABLE * textHeightPx);
  const own = findTextHeight(print, pageHeightPx, leastPx);
  if (own !== null) return own;
  const heights = print
    .map(({ box }) => boxHeight(box))
    .filter((height) => height >= leastPx && height <= textHeightPx)
    .sort((a, b) => a - b);
  return heights.length < FEWEST_PIECES ? textHeightPx : heights[Math.floor(heights.length * TALLEST)];
}
