import { expect, test } from "vitest";
import type { Box } from "../../src/model/place.ts";
import type { InkLine } from "../../src/recognize/find-lines.ts";
import { withoutRests } from "../../src/recognize/text-over-rules.ts";

const cells: { box: Box }[] = [{ box: [0, 2, 200, 40] }, { box: [0, 42, 200, 82] }];
const line = (...box: Box) => ({ box, textHeightPx: 24 });
const boxesOf = (...laid: InkLine[][]) =>
  withoutRests([{ grid: { cells }, cells: laid }], []).grids[0].cells.map((lines) =>
    lines.map(({ box }) => box),
  );

test("what reaches into the next cell goes to the line that holds most of it", () => {
  expect(boxesOf([line(10, 26, 110, 48)], [line(12, 38, 90, 50), line(10, 56, 60, 80)])).toEqual([
    [[10, 26, 110, 50]],
    [[10, 56, 60, 80]],
  ]);
});

test("lines that stand beside each other stay where they are", () => {
  const apart = [[line(10, 26, 60, 48)], [line(100, 38, 160, 62)]];
  expect(boxesOf(...apart)).toEqual([[[10, 26, 60, 48]], [[100, 38, 160, 62]]]);
});

test("what reaches beyond the table is no line of its own there", () => {
  const inTable = [[line(10, -4, 110, 20)], []];
  const { grids, lines } = withoutRests(
    [{ grid: { cells }, cells: inTable }],
    [line(8, -6, 111, 6), line(10, -40, 150, -18)],
  );
  expect(grids[0].cells).toEqual([[line(8, -6, 111, 20)], []]);
  expect(lines).toEqual([line(10, -40, 150, -18)]);
});
