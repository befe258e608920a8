import { expect, test } from "vitest";
import type { Box } from "../../src/model/place.ts";
import { cropLine } from "../../src/recognize/line-crop.ts";

const [WIDTH_PX, HEIGHT_PX] = [90, 60];

/** Grain of all levels, the same every time. */
const data = Uint8Array.from(
  { length: WIDTH_PX * HEIGHT_PX },
  (_, at) => (at * 7919 + (at % 13) * 311) % 256,
);
const page = { widthPx: WIDTH_PX, heightPx: HEIGHT_PX, data };

/** The triangle filter as it is written in books: how much of each of so many pixels makes up the wanted one. */
function sharesOf(from: number, to: number, wanted: number): [at: number, share: number][] {
  const support = Math.max(1, from / to);
  const centre = ((wanted + 0.5) * from) / to;
  const shares = Array.from({ length: from }, (_, at): [number, number] => [
    at,
    Math.max(0, 1 - Math.abs(at + 0.5 - centre) / support),
  ]);
  const sum = shares.reduce((all, [, share]) => all + share, 0);
  return shares.filter(([, share]) => share > 0).map(([at, share]) => [at, share / sum]);
}

function lifted(level: number): number {
  return level <= 190 ? level : Math.min(255, 190 + ((level - 190) * 65) / 40);
}

test.each([
  { box: [10, 10, 50, 36], textPx: 30, stretch: 1 },
  { box: [10, 10, 50, 36], textPx: 32, stretch: 1.6 },
  { box: [0, 0, 90, 60], textPx: 24, stretch: 1 },
  { box: [3, 5, 80, 20], textPx: 38, stretch: 1 },
  { box: [40, 10, 42, 58], textPx: 32, stretch: 1.35 },
  { box: [88, 58, 90, 60], textPx: 30, stretch: 1 },
] satisfies { box: Box; textPx: number; stretch: number }[])(
  "a crop $box at $textPx px, $stretch times as wide, is the triangle filter's",
  ({ box: inked, textPx, stretch }) => {
    const { grey, box, marginPx } = cropLine(page, { box: inked, textHeightPx: 20 }, textPx, stretch);
    const [fromX, fromY] = [box[2] - box[0], box[3] - box[1]];
    const [toX, toY] = [grey.widthPx - 2 * marginPx, grey.heightPx - 2 * marginPx];
    for (let y = 0; y < toY; y++) {
      for (let x = 0; x < toX; x++) {
        let level = 0;
        for (const [dy, down] of sharesOf(fromY, toY, y))
          for (const [dx, across] of sharesOf(fromX, toX, x))
            level += down * across * data[(box[1] + dy) * WIDTH_PX + box[0] + dx];
        const seen = grey.data[(y + marginPx) * grey.widthPx + x + marginPx];
        // Of a level that falls between two, either; what is lifted is lifted by more than one.
        expect(Math.abs(seen - lifted(level))).toBeLessThan(2.5);
      }
    }
    expect(grey.data.slice(0, marginPx * grey.widthPx).every((level) => level === 255)).toBe(true);
  },
);
