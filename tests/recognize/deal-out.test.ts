import { describe, expect, test } from "vitest";
import { dealOut, type Run } from "../../src/recognize/deal-out.ts";

const TEXT_PX = 20;

/** Runs of so many pixels, with as many between them. */
function runsOf(widths: readonly number[], gapPx = 4): Run[] {
  let x = 0;
  return widths.map((width) => {
    const run: Run = [x, x + width];
    x += width + gapPx;
    return run;
  });
}

describe("characters dealt out to the ink of their line", () => {
  test("get a run each where as many of their widths stand there, for nothing", () => {
    const runs = runsOf([20, 8, 20]);
    expect(dealOut([20, 8, 20], runs, TEXT_PX)).toEqual({ placed: runs, cost: 0 });
  });

  test("get several runs where their ink is parted", () => {
    const [left, right] = runsOf([9, 9], 2);
    const dealt = dealOut([20], [left, right], TEXT_PX);
    expect(dealt?.placed).toEqual([[left[0], right[1]]]);
  });

  test("share a run by their widths where they touch", () => {
    expect(dealOut([20, 10], [[0, 30]], TEXT_PX)?.placed).toEqual([
      [0, 20],
      [20, 30],
    ]);
  });

  test("are dealt out however badly they fit: half a text height's worth for each that no ink is left for", () => {
    const [only] = runsOf([20]);
    const widths = Array.from({ length: 8 }, () => 20);
    const dealt = dealOut(widths, [only], TEXT_PX);
    expect(dealt?.placed).toHaveLength(8);
    expect(dealt?.cost).toBeCloseTo(7 * 0.5);
  });

  test("cost what is cheapest, and no more where much of the line fits badly", () => {
    const specks = runsOf([2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
    const dealt = dealOut([], specks, TEXT_PX);
    expect(dealt?.cost).toBeCloseTo(specks.length * (0.15 + (2 / TEXT_PX) ** 2));
  });

  test("have no place where there is no ink", () => {
    expect(dealOut([20], [], TEXT_PX)).toBeNull();
  });
});
