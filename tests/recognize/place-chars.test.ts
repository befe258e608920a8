import { describe, expect, test } from "vitest";
import { misfitOf, placeChars } from "../../src/recognize/place-chars.ts";

const HEIGHT = 32;

/** A line drawn from the widths of its pieces of ink and the gaps after them. */
function draw(pieces: [width: number, gap: number, height?: number][]) {
  const widthPx = pieces.reduce((sum, [width, gap]) => sum + width + gap, 0);
  const data = new Uint8Array(widthPx * HEIGHT).fill(255);
  let x = 0;
  const lefts: number[] = [];
  for (const [width, gap, height = HEIGHT] of pieces) {
    lefts.push(x);
    for (let y = HEIGHT - height; y < HEIGHT; y++) data.fill(0, y * widthPx + x, y * widthPx + x + width);
    x += width + gap;
  }
  return { grey: { widthPx, heightPx: HEIGHT, data }, lefts, widthPx };
}

describe("placing characters on their ink", () => {
  test("a character of two pieces takes both", () => {
    const { grey, lefts, widthPx } = draw([
      [30, 4],
      [12, 3],
      [14, 4],
      [14, 3],
      [14, 3],
    ]);
    const line = {
      box: [0, 0, widthPx, HEIGHT] as [number, number, number, number],
      text: "共计20",
      confidences: [99, 99, 99, 99],
      edgesPx: [0, 1, 2, 3, widthPx],
      readers: ["a"],
      rivals: [],
      disturbed: [],
    };
    expect(placeChars(line, grey, HEIGHT).edgesPx).toEqual([lefts[0], lefts[1], lefts[3], lefts[4], widthPx]);
  });

  test("a digit too many fits worse than the true figure", () => {
    const { grey, widthPx } = draw([
      [14, 3],
      [14, 3],
      [14, 3],
      [14, 3],
    ]);
    const misfit = (text: string) => misfitOf(text, [0, 0, widthPx, HEIGHT], grey, HEIGHT);
    expect(misfit("2243")).toBeLessThan(misfit("22436"));
    expect(misfit("2243")).toBeLessThan(misfit("224"));
  });

  test("a point is low and a digit is not", () => {
    const { grey, widthPx } = draw([
      [14, 3],
      [5, 3, 5],
      [14, 3],
    ]);
    const misfit = (text: string) => misfitOf(text, [0, 0, widthPx, HEIGHT], grey, HEIGHT);
    expect(misfit("8.5")).toBeLessThan(misfit("815"));
  });
});
