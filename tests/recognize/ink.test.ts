import { expect, test } from "vitest";
import { findInk } from "../../src/recognize/ink.ts";

const WIDTH = 300;
const HEIGHT = 200;

/** A page of paper with bars of a grey on it, `[x0, y0, x1, y1, grey]`. */
function pageOf(...bars: [number, number, number, number, number][]) {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(250);
  for (const [x0, y0, x1, y1, grey] of bars)
    for (let y = y0; y < y1; y++) data.fill(grey, y * WIDTH + x0, y * WIDTH + x1);
  return findInk({ widthPx: WIDTH, heightPx: HEIGHT, data });
}

/** Strokes of text, each with the softer pixels beside it. */
const strokes = (dark: number, soft: number) =>
  Array.from({ length: 40 }, (_, at): [number, number, number, number, number][] => [
    [10 + 7 * at, 40, 12 + 7 * at, 60, dark],
    [12 + 7 * at, 40, 13 + 7 * at, 60, soft],
  ]).flat();

const isInk = ({ data }: ReturnType<typeof pageOf>, x: number, y: number): boolean =>
  data[y * WIDTH + x] === 1;

test("thin rules of faint print are ink", () => {
  const ink = pageOf(...strokes(170, 205), [10, 100, 290, 101, 212]);
  expect(isInk(ink, 150, 100)).toBe(true);
  expect(isInk(ink, 150, 120)).toBe(false);
});

test("a grey area below dark print is paper", () => {
  const ink = pageOf([10, 90, 290, 190, 221], ...strokes(30, 150));
  expect(isInk(ink, 150, 100)).toBe(false);
  expect(isInk(ink, 10, 50)).toBe(true);
});
