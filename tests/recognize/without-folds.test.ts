import { expect, test } from "vitest";
import type { Box } from "../../src/model/place.ts";
import { packBits } from "../../src/recognize/ink-bits.ts";
import { withoutFolds } from "../../src/recognize/without-folds.ts";

const [WIDTH, HEIGHT, TEXT] = [600, 300, 20];
const TABLE: Box = [100, 50, 500, 250];

/** A mask with a line two pixels thick from one point to another. */
function lineMask(from: [number, number], to: [number, number]): Uint8Array {
  const mask = new Uint8Array(WIDTH * HEIGHT);
  for (let x = from[0]; x < to[0]; x++) {
    const y = Math.round(from[1] + ((to[1] - from[1]) * (x - from[0])) / (to[0] - from[0]));
    mask[y * WIDTH + x] = 1;
    mask[(y + 1) * WIDTH + x] = 1;
  }
  return mask;
}

function countIn(mask: Uint8Array): number {
  const kept = withoutFolds(packBits(mask), WIDTH, [{ box: TABLE }], TEXT);
  let count = 0;
  for (let y = TABLE[1]; y < TABLE[3]; y++)
    for (let x = TABLE[0]; x < TABLE[2]; x++)
      count += (kept[(y * WIDTH + x) >> 5] >>> ((y * WIDTH + x) & 31)) & 1;
  return count;
}

test.each([
  ["level", [0, 150] as [number, number], [WIDTH, 150] as [number, number]],
  ["leaning", [0, 145] as [number, number], [WIDTH, 157] as [number, number]],
])("a %s fold over the whole sheet is no rule of the table it crosses", (_, from, to) => {
  expect(countIn(lineMask(from, to))).toBe(0);
});

test("a pale rule from side to side of its table is kept", () => {
  expect(countIn(lineMask([100, 150], [500, 150]))).toBe(800);
});

test("a line that runs out at one side alone is kept", () => {
  expect(countIn(lineMask([100, 150], [WIDTH, 150]))).toBe(800);
});
