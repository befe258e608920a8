import { expect, test } from "vitest";
import type { Pixels } from "../../src/model/picture.ts";
import { cleanPicture } from "../../src/recognize/clean-picture.ts";

const SIZE = 600;
const PAPER = 145;

/** Paper in the shade with a ring and star-like middle of an ink on it, and a black stroke across. */
function shadedSeal(ink = [170, 40, 60]): Pixels {
  const data = new Uint8Array(SIZE * SIZE * 3);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const far = Math.hypot(x - 300, y - 300);
      const isRed = (far > 100 && far < 110) || far < 25;
      const isBlack = y >= 240 && y < 246 && x > 100 && x < 500;
      const colour = isBlack ? [40, 40, 40] : isRed ? ink : [PAPER, PAPER, PAPER];
      data.set(colour, (y * SIZE + x) * 3);
    }
  }
  return { widthPx: SIZE, heightPx: SIZE, channels: 3, data };
}

/** As dark as the paper's shade makes it, such ink is red by hardly a third of what it is in full light. */
const PALE_INK = [142, 108, 112];

test.each([
  ["a strong seal", undefined],
  ["a pale one", PALE_INK],
])("around %s lifted from paper in the shade the paper is white, and a stroke under it black", (_, ink) => {
  const { grey, seals } = cleanPicture(shadedSeal(ink));
  expect(seals).toHaveLength(1);
  const levelAt = (x: number, y: number): number => grey.data[y * SIZE + x];
  for (const [x, y] of [
    [300, 350],
    [300, 420],
    [180, 300],
    [300, 300],
  ])
    expect(levelAt(x, y)).toBeGreaterThan(230);
  for (const x of [200, 300, 380]) expect(levelAt(x, 243)).toBeLessThan(120);
});

test("brownish paper without a ring on it is no seal", () => {
  const page = shadedSeal([150, 128, 110]);
  expect(cleanPicture(page).seals).toHaveLength(1);
  const stains = { ...page, data: page.data.slice() };
  for (let y = 300; y < 420; y++) stains.data.fill(PAPER, y * SIZE * 3, (y + 1) * SIZE * 3);
  const { grey, seals } = cleanPicture(stains);
  expect(seals).toEqual([]);
  expect(grey.data[195 * SIZE + 300]).toBeLessThan(240);
});
