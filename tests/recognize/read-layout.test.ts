import { describe, expect, test } from "vitest";
import type { Box } from "../../src/model/place.ts";
import type { TableBlock } from "../../src/model/recognized.ts";
import { withFound } from "../../src/recognize/read-layout.ts";
import { lineReadAs } from "../support/read-line.ts";

const place = { rowSpan: 1, columnSpan: 1, column: 0 };
const TABLE: TableBlock = {
  kind: "table",
  box: [0, 0, 200, 84],
  columnEdgesPx: [0, 200],
  rowEdgesPx: [0, 42, 84],
  cells: [
    { ...place, row: 0, box: [2, 2, 198, 39], lines: [] },
    { ...place, row: 1, box: [2, 45, 198, 82], lines: [{ ...lineReadAs("整理"), box: [10, 30, 50, 52] }] },
  ],
};

/** Where a line found at a place goes: the texts of the two cells and outside. */
function placed(box: Box): string[][] {
  const found = { line: { ...lineReadAs("进"), box }, textHeightPx: 20 };
  const { tables, lines } = withFound({ tables: [TABLE], lines: [] }, [found]);
  const inCells = tables[0].cells.map((cell) => cell.lines.map(({ text }) => text));
  return [...inCells, lines.map(({ line }) => line.text)];
}

describe("a line found later", () => {
  test("goes into the cell that its middle lies in", () => {
    expect(placed([10, 10, 30, 30])).toEqual([["进"], ["整理"], []]);
  });

  test("stands behind its line in the cell that holds most of it, where its middle lies on a rule", () => {
    expect(placed([52, 34, 72, 55])).toEqual([[], ["整理", "进"], []]);
  });

  test("stays outside where no cell holds enough of it", () => {
    expect(placed([10, 80, 30, 100])).toEqual([[], ["整理"], ["进"]]);
    expect(placed([10, 39, 60, 45])).toEqual([[], ["整理"], ["进"]]);
  });
});
