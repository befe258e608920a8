import { describe, expect, test } from "vitest";
import { findGrids, type InkMask } from "../../../src/recognize/grid/find-grids.ts";
import { fill, TEXT } from "../../support/draw-ink.ts";

/** Two columns: one cell beside three; `write` puts ink into the one. */
function cellBesideThree(write: (ink: InkMask) => void): number[] {
  const ink = { widthPx: 600, heightPx: 400, data: new Uint8Array(600 * 400) };
  for (const x of [50, 200, 550]) fill(ink, x, 50, x + 2, 352);
  for (const y of [50, 350]) fill(ink, 50, y, 552, y + 2);
  for (const y of [150, 250]) fill(ink, 200, y, 552, y + 2);
  write(ink);
  return findGrids(ink, TEXT).grids.map(({ cells }) => cells.length);
}

/** Six characters with two strokes at their tops, of which some have but the upper one. */
const writeLine =
  (left: number, lower: number, without: number) =>
  (ink: InkMask): void => {
    for (let at = 0; at < 6; at++) {
      const x = left + at * 22;
      fill(ink, x + (at % 2), 190, x + 18 + (at % 3), 192);
      if (at !== without) fill(ink, x, 190 + lower, x + 18, 192 + lower);
      fill(ink, x + 8, 190, x + 10, 210);
      fill(ink, x + 1, 208, x + 15, 210);
    }
  };

describe("strokes at the tops of a line of characters", () => {
  test.each([
    [58, 4, 2],
    [58, 4, 3],
    [54, 5, 2],
  ])("are no double rule (from %i, %i apart, not at %i)", (left, lower, without) => {
    expect(cellBesideThree(writeLine(left, lower, without))).toEqual([4]);
  });

  test.each([1, 2, 3])("are none where the lower ones are worn by %i", (worn) => {
    const write = (ink: InkMask): void => {
      writeLine(58, 4, 2)(ink);
      for (let y = 194; y < 196; y++)
        for (let x = 58; x < 195; x += 7) ink.data.fill(0, y * 600 + x, y * 600 + x + worn);
    };
    expect(cellBesideThree(write)).toEqual([4]);
  });
});

describe("a line of characters right below a rule", () => {
  /** Seven characters whose lowest strokes stand in line, two of them with an upright one from the rule down to it. */
  const hungUp = (reach: number, left: number) => (ink: InkMask) => {
    for (let at = 0; at < 7; at++) {
      const x = left + at * 22;
      fill(ink, x, 250 + reach, x + 19, 252 + reach);
      fill(ink, x + 6, 250 + reach - 9, x + 8, 252 + reach);
    }
    for (const x of [left + 50, left + 116]) fill(ink, x, 252, x + 2, 252 + reach);
  };

  test.each([
    [20, 212],
    [24, 212],
    [24, 207],
  ])("is no table of its own, %i high, from %i on", (reach, left) => {
    expect(cellBesideThree(hungUp(reach, left))).toEqual([4]);
  });
});

describe("strokes right below a rule", () => {
  /** Three columns without sides; below the third rule, in the last column, six characters from the one at `from` on. */
  function besideRule(thick: number, gap: number, from: number, wide: number): number[] {
    const ink = { widthPx: 700, heightPx: 420, data: new Uint8Array(700 * 420) };
    for (const x of [200, 400]) fill(ink, x, 50, x + thick, 350 + thick);
    for (const y of [50, 150, 250, 350]) fill(ink, 50, y, 650, y + thick);
    const top = 250 + thick + gap;
    for (let x = 410 + from * 22; x < 542 + from * 22; x += 22) {
      fill(ink, x, top, x + wide, top + 1);
      fill(ink, x + 8, top, x + 10, top + 18);
    }
    return findGrids(ink, TEXT).grids.map(({ cells }) => cells.length);
  }

  test.each([
    [2, 3, 2, 18],
    [2, 3, 5, 21],
    [3, 3, 0, 14],
    [4, 3, 0, 14],
    [4, 3, 5, 21],
  ])("don't lead it astray as its second line (%i thick, %i apart, from %i, %i wide)", (...strokes) => {
    expect(besideRule(...strokes)).toEqual([9]);
  });
});

describe("a rule of its own", () => {
  const across = (ink: InkMask, y: number, holes: number): void => {
    for (let x = 50; x < 202; x += 20) fill(ink, x, y, Math.min(202, x + 20 - holes), y + 2);
  };

  test.each([0, 1, 2])("parts the cell, thick or double, with holes of %i", (holes) => {
    const thick = (ink: InkMask): void => {
      for (const y of [190, 192, 194]) across(ink, y, holes);
    };
    const double = (ink: InkMask): void => {
      for (const y of [190, 195]) across(ink, y, holes);
    };
    expect(cellBesideThree(thick)).toEqual([5]);
    expect(cellBesideThree(double)).toEqual([5]);
  });

  test("parts it with text right below", () => {
    expect(cellBesideThree((ink) => [across(ink, 186, 0), writeLine(58, 4, 2)(ink)])).toEqual([5]);
  });
});

describe("a word amid a merged cell", () => {
  /** Three rows of two columns; over both of the middle one a word, with a stroke in line with the upright between them. */
  function mergedBetween(doubled: boolean, hasRule: boolean): string[] {
    const ink = { widthPx: 600, heightPx: 240, data: new Uint8Array(600 * 240) };
    const upright = (from: number, to: number): void => {
      fill(ink, 300, from, 302, to);
      if (doubled) fill(ink, 306, from, 308, to);
    };
    for (const x of [50, 550]) fill(ink, x, 50, x + 2, 170);
    for (const y of [50, 88, 126, 168]) fill(ink, 50, y, 552, y + 2);
    for (const [from, to] of [
      [50, 90],
      [126, 170],
    ])
      upright(from, to);
    for (let at = 0; at < 6; at++) {
      const [x, y] = [236 + at * 22, 98 + ((at * 3) % 5)];
      fill(ink, x + (at % 4), y, x + 15, y + 2);
      fill(ink, x + 2, y + 8, x + 18 - (at % 5), y + 10);
      fill(ink, x + 8 - (at % 3), y, x + 10 - (at % 3), 116);
    }
    fill(ink, 300, 97, 302, 118);
    if (hasRule) fill(ink, 300, 88, 302, 128);
    return findGrids(ink, TEXT).grids.map(({ cells }) =>
      cells.map(({ row, column, columnSpan }) => `${row},${column}x${columnSpan}`).join(" "),
    );
  }

  test.each([false, true])("is not parted by its own strokes (double rules: %s)", (doubled) => {
    expect(mergedBetween(doubled, false)).toEqual(["0,0x1 0,1x1 1,0x2 2,0x1 2,1x1"]);
  });

  test("is parted by a rule under it", () => {
    expect(mergedBetween(false, true)).toEqual(["0,0x1 0,1x1 1,0x1 1,1x1 2,0x1 2,1x1"]);
  });
});

test("strokes of a line right below a table, in line with two of its uprights, are no row of it", () => {
  const ink = { widthPx: 700, heightPx: 420, data: new Uint8Array(700 * 420) };
  for (const x of [206, 350, 494]) fill(ink, x, 50, x + 2, 200);
  for (const y of [50, 100, 150, 200]) fill(ink, 50, y, 650, y + 2);
  for (let at = 0; at < 22; at++) {
    const [x, y] = [70 + at * 24, 210 + ((at * 3) % 4)];
    fill(ink, x + (at % 4), y, x + 15, y + 2);
    fill(ink, x + 2, y + 8, x + 18 - (at % 5), y + 10);
    fill(ink, x + 8 - (at % 3), y, x + 10 - (at % 3), 228);
  }
  for (const x of [206, 350]) fill(ink, x, 209, x + 2, 230);
  expect(
    findGrids(ink, TEXT).grids.map(({ rowEdgesPx, cells }) => [rowEdgesPx.length, cells.length]),
  ).toEqual([[4, 12]]);
});
