import { describe, expect, test } from "vitest";
import type { GreyPicture } from "../../src/recognize/clean-picture.ts";
import { findLayout } from "../../src/recognize/find-layout.ts";

type Bar = [x0: number, y0: number, x1: number, y1: number];

const TEXT = 24;
const [WIDTH, HEIGHT] = [900, 900];

/** Characters as wide as high, with a stroke down their middle. */
function chars(x: number, y: number, count: number, size = TEXT): Bar[] {
  return Array.from({ length: count }, (_, i) => x + i * (size + 3)).flatMap((at): Bar[] => [
    [at, y, at + size, y + 3],
    [at, y + size - 3, at + size, y + size],
    [at + size / 2, y, at + size / 2 + 3, y + size],
  ]);
}

/** A page of ten lines of text with bars of ink above them. */
function draw(bars: readonly Bar[]): GreyPicture {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255);
  const lines = Array.from({ length: 10 }, (_, i) => chars(60, 400 + i * 44, 25)).flat();
  for (const [x0, y0, x1, y1] of [...lines, ...bars])
    for (let y = y0; y < y1; y++) data.fill(20, y * WIDTH + x0, y * WIDTH + x1);
  return { widthPx: WIDTH, heightPx: HEIGHT, data };
}

const frame = ([x0, y0, x1, y1]: Bar): Bar[] => [
  [x0, y0, x1, y0 + 2],
  [x0, y1 - 2, x1, y1],
  [x0, y0, x0 + 2, y1],
  [x1 - 2, y0, x1, y1],
];

const above = (bars: readonly Bar[]) =>
  findLayout(draw(bars))
    .lines.filter(({ box }) => box[3] < 390)
    .map(({ box, textHeightPx }) => [...box, textHeightPx]);

describe("a frame around a line of text", () => {
  test("is no part of the line, however short its sides are", () =>
    expect(above([...frame([440, 80, 840, 140]), ...chars(470, 98, 12)])).toEqual([
      [470, 98, 791, 122, TEXT],
    ]));

  test("nor where it is shorter than a rule must be that stands alone", () =>
    expect(above([...frame([440, 80, 680, 140]), ...chars(460, 98, 7)])).toEqual([
      [460, 98, 646, 122, TEXT],
    ]));

  test("keeps a bar within it that touches but one of its sides", () => {
    const [line] = above([...frame([440, 80, 840, 140]), ...chars(470, 98, 6), [700, 98, 703, 122]]);
    expect(line).toEqual([470, 98, 703, 122, TEXT]);
  });

  test("a large character as square as 口 is none", () => {
    const [line] = above(frame([440, 80, 512, 152]));
    expect(line?.slice(0, 4)).toEqual([440, 80, 512, 152]);
  });
});
