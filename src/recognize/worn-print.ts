import { type Component, findComponents } from "./components.ts";
import type { InkMask } from "./ink.ts";
import { bitsWithout, type InkBits, inkBits, nextBlank, nextInked } from "./ink-bits.ts";

/** Of the pieces of ink on a page of whole characters, fewer than this share are so low; specks may be many. */
const MOST_CRUMBS = 0.55;
const CRUMB_PX = 8;

/** Whether characters have fallen apart into crumbs, as on a fax of thin print. */
export function isWorn(pieces: readonly Component[]): boolean {
  const crumbs = pieces.filter(({ box }) => box[3] - box[1] < CRUMB_PX).length;
  return crumbs > pieces.length * MOST_CRUMBS;
}

/** Pieces of worn ink, of which those that hardly hang together any more are one: a pixel or two lie between. */
export function findWornComponents(ink: InkMask, except: InkBits | null = null): Component[] {
  return findComponents(thickened(ink, except)).map(({ box: [x0, y0, x1, y1] }) => {
    const box: Component["box"] = [x0 + 1, y0 + 1, x1 - 1, y1 - 1];
    return { box, area: inkIn(ink, box) };
  });
}

/** Ink with a pixel more all around. */
function thickened(ink: InkMask, except: InkBits | null): InkMask {
  const { widthPx, heightPx, data } = ink;
  const thick = new Uint8Array(data.length);
  const bits = bitsWithout(inkBits(ink), except);
  const last = (heightPx - 1) * widthPx - 1;
  for (let at = nextInked(bits, widthPx + 1, last); at < last; ) {
    const end = nextBlank(bits, at, data.length);
    for (let row = -widthPx; row <= widthPx; row += widthPx) thick.fill(1, row + at - 1, row + end + 1);
    at = nextInked(bits, end, last);
  }
  return { widthPx, heightPx, data: thick };
}

function inkIn({ widthPx, data }: InkMask, [x0, y0, x1, y1]: Component["box"]): number {
  let count = 0;
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) count += data[y * widthPx + x];
  return count;
}
