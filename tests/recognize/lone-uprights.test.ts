import { describe, expect, test } from "vitest";
import type { Box } from "../../src/model/place.ts";
import { findLoneUprights, uprightsToProblems } from "../../src/recognize/lone-uprights.ts";

const TEXT = 20;
const upright = (x: number, from = 100, to = 400): Box => [x, from, x + 3, to];
const of = (rules: Box[], tables: Box[] = []): Box[] => findLoneUprights(rules, tables, TEXT);

describe("upright rules of no table", () => {
  test("side by side are told where they stand", () => {
    const places = of([upright(300), upright(120), upright(700, 104, 396)]);
    expect(places).toEqual([[120, 100, 703, 400]]);
    expect(uprightsToProblems(places, 2)).toMatchObject([
      { code: "ambiguous-grid", pageNumber: 2, box: [120, 100, 703, 400] },
    ]);
  });

  test.each<[string, Box[]]>([
    ["two", [upright(120), upright(300)]],
    ["from other heights", [upright(120), upright(300, 200), upright(700, 100, 300)]],
    ["short as strokes are", [upright(120, 100, 160), upright(300, 100, 160), upright(700, 100, 160)]],
    ["close as strokes are", [upright(120), upright(130), upright(140)]],
    ["long as a scanner's streaks", [upright(120, 0, 1400), upright(300, 0, 1400), upright(700, 0, 1400)]],
    [
      "level rules",
      [
        [100, 100, 800, 103],
        [100, 200, 800, 203],
        [100, 300, 800, 303],
      ],
    ],
  ])("are none: %s", (_, rules) => {
    expect(of(rules)).toEqual([]);
  });

  test("are none that are frames side by side", () => {
    const sides = [120, 400, 460, 740].map((x) => upright(x));
    const ends = [120, 460].flatMap((x): Box[] => [
      [x, 92, x + 283, 95],
      [x, 405, x + 283, 408],
    ]);
    expect(of([...sides, ...ends])).toEqual([]);
  });

  test("are none within a table", () => {
    expect(of([upright(120), upright(300), upright(700)], [[100, 90, 800, 500]])).toEqual([]);
  });
});
