import { expect, test } from "vitest";
import { findComponents, findTextHeight } from "../../src/recognize/components.ts";
import { packBits } from "../../src/recognize/ink-bits.ts";
import { findWornComponents, isWorn } from "../../src/recognize/worn-print.ts";

/** Twenty characters of 24 × 24 px, each of six bars with so much white between them. */
function printed(gapPx: number): { widthPx: number; heightPx: number; data: Uint8Array } {
  const ink = { widthPx: 800, heightPx: 60, data: new Uint8Array(800 * 60) };
  for (let at = 0; at < 20; at++) {
    for (let y = 0; y < 24; y++) {
      if (y % 4 >= 4 - gapPx) continue;
      const from = (20 + y) * ink.widthPx + 20 + 36 * at;
      ink.data.fill(1, from, from + 24);
    }
  }
  return ink;
}

test("print whose strokes hardly hang together is worn, whole print is not", () => {
  expect(isWorn(findComponents(printed(2)))).toBe(true);
  expect(isWorn(findComponents(printed(0)))).toBe(false);
});

test("of worn print whole characters are found, as high as they were printed", () => {
  const ink = printed(2);
  const pieces = findWornComponents(ink);
  expect(pieces).toHaveLength(20);
  expect(pieces[0]).toEqual({ box: [20, 20, 44, 42], area: 24 * 12 });
  expect(findTextHeight(findComponents(ink), ink.heightPx)).toBeNull();
});

test("rules are left out", () => {
  const ink = printed(2);
  const rules = new Uint8Array(ink.data.length);
  rules.fill(1, 0, 800 * 30);
  expect(findWornComponents(ink, packBits(rules))[0].box.slice(1)).toEqual([32, 44, 42]);
});
