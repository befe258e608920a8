import { expect, test } from "vitest";
import type { Box } from "../../src/model/place.ts";
import { withFaintEnds } from "../../src/recognize/faint-ends.ts";

const CELL: Box = [10, 10, 210, 60];
const TEXT_PX = 20;

/** Grained paper with a line of print that ends at 100, and a thin arc of this grey from 114 on. */
function lineBefore(level: number, arc: (y: number) => number | null) {
  const data = Uint8Array.from({ length: 220 * 70 }, (_, at) => 238 + ((at * 7) % 15));
  for (let y = 25; y < 45; y++) {
    data.fill(20, y * 220 + 20, y * 220 + 100);
    const x = arc(y);
    if (x !== null) data.fill(level, y * 220 + x, y * 220 + x + 2);
  }
  const grey = { widthPx: 220, heightPx: 70, data };
  return withFaintEnds({ box: [20, 25, 100, 45], textHeightPx: TEXT_PX }, grey, CELL).box;
}

const bracket = (y: number): number => 114 + Math.round(((y - 35) / 10) ** 2 * 3);

test("a bracket too faint for ink belongs to the line it ends, though it stands off", () => {
  expect(lineBefore(222, bracket)[2]).toBeGreaterThanOrEqual(116);
});

test("grain, a speck and what shines through do not", () => {
  expect(lineBefore(222, () => null)[2]).toBe(100);
  expect(lineBefore(222, (y) => (y % 3 === 0 ? bracket(y) : null))[2]).toBe(100);
  expect(lineBefore(235, bracket)[2]).toBe(100);
});
