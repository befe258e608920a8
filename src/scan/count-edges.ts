import type { Pixels } from "../model/picture.ts";

/** A step between neighbours, of 255, that ink makes and the grain of paper doesn't. */
const STEP = 64;

/** Every so many rows are looked at, fewer than a line of small print is high: those between them are much like them. */
const ROWS = 8;

/** About how often a picture changes between light and dark along its rows: twice for every stroke that a row crosses. */
export function countEdges({ data, channels, widthPx, heightPx }: Pixels): number {
  let edges = 0;
  for (let y = 0; y < heightPx; y += ROWS) {
    const end = (y + 1) * widthPx * channels;
    // Green tells most of the light.
    const from = y * widthPx * channels + (channels >> 1);
    for (let at = from + channels; at < end; at += channels) {
      if (Math.abs(data[at] - data[at - channels]) > STEP) edges++;
    }
  }
  return Math.min(ROWS, heightPx) * edges;
}
