import { expect, test } from "vitest";
import { cleanPicture, type GreyPicture } from "../../src/recognize/clean-picture.ts";
import { fill } from "../support/ink-page.ts";

const [WIDTH, HEIGHT] = [1200, 1600];
const PAPER = 240;

/** A page with an area of another level, and letters on it. */
function pageWith(ground: number, letters: number): GreyPicture {
  const page = { widthPx: WIDTH, heightPx: HEIGHT, data: new Uint8Array(WIDTH * HEIGHT).fill(PAPER) };
  fill(page, [200, 300, 1000, 700], ground);
  for (let y = 330; y < 680; y += 60)
    for (let x = 230; x < 900; x += 40) {
      fill(page, [x, y, x + 24, y + 4], letters);
      fill(page, [x + 10, y, x + 14, y + 24], letters);
    }
  return page;
}

/** The page made clean: the level of any place on it. */
function levelsOf(page: GreyPicture): (x: number, y: number) => number {
  const { grey } = cleanPicture({ ...page, channels: 1 });
  return (x, y) => grey.data[y * WIDTH + x];
}

test("a large dark ground with white letters stays dark in its midst", () => {
  const levelAt = levelsOf(pageWith(90, PAPER));
  for (const [x, y] of [
    [215, 500],
    [600, 560],
    [620, 320],
  ])
    expect(levelAt(x, y)).toBeLessThan(110);
  expect(levelAt(240, 332)).toBeGreaterThan(230);
});

test("paper in a hard shadow becomes white, and its letters stay dark", () => {
  const levelAt = levelsOf(pageWith(120, 30));
  expect(levelAt(600, 560)).toBeGreaterThan(230);
  expect(levelAt(602, 512)).toBeLessThan(80);
});

test("so does paper that a spine leaves in the dark", () => {
  const page = pageWith(PAPER, 60);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < 300; x++) page.data[y * WIDTH + x] *= 0.25 + (0.75 * x) / 300;
  expect(levelsOf(page)(150, 1000)).toBeGreaterThan(200);
});

test.each([110, 150, 190])(
  "a shaded head of level %i with dark words keeps its level from end to end",
  (level) => {
    const page = { widthPx: WIDTH, heightPx: HEIGHT, data: new Uint8Array(WIDTH * HEIGHT).fill(PAPER) };
    fill(page, [100, 300, 1100, 352], level);
    for (let x = 130; x < 1000; x += 200) {
      fill(page, [x, 314, x + 60, 318], 20);
      fill(page, [x + 28, 314, x + 32, 340], 20);
    }
    const levelAt = levelsOf(page);
    const levels = [110, 300, 500, 700, 900, 1080].map((x) => levelAt(x, 326));
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThanOrEqual(12);
    expect(Math.abs(levels[2] - (level * 255) / PAPER)).toBeLessThanOrEqual(12);
  },
);
