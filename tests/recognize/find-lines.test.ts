import { expect, test } from "vitest";
import type { Box } from "../../src/model/place.ts";
import { findLines } from "../../src/recognize/find-lines.ts";

const piece = (...box: Box) => ({ box, area: (box[2] - box[0]) * (box[3] - box[1]) });

test("a comma's tail below low digits is of their line, though the page's text is taken to be low", () => {
  const digits = [0, 12, 24, 42, 54, 66].map((x) => piece(x, 100, x + 10, 117));
  const [line, ...others] = findLines([...digits, piece(36, 113, 40, 121)], 17);
  expect(others).toEqual([]);
  expect(line.box).toEqual([0, 100, 76, 121]);
});

test("the strokes of a line below are not", () => {
  const upper = [0, 12, 24, 36].map((x) => piece(x, 100, x + 10, 117));
  const lower = [0, 12, 24, 36].map((x) => piece(x, 125, x + 10, 142));
  const lines = findLines([...upper, ...lower, piece(14, 121, 18, 125)], 17);
  expect(lines.map(({ box }) => box[1])).toEqual([100, 121]);
});

test("characters spread over the whole line are one line, columns are not", () => {
  const figure = [0, 12, 24, 36].map((x) => piece(x, 100, x + 10, 117));
  const spread = [...figure, piece(146, 100, 163, 117), piece(263, 100, 280, 117)];
  expect(findLines(spread, 17)).toHaveLength(1);
  const columns = [...figure, piece(120, 100, 137, 117), piece(240, 100, 257, 117)];
  expect(findLines(columns, 17)).toHaveLength(3);
});

/** Characters side by side, each with parts of its own in the upper half. */
const printedLine = [0, 22, 44, 66, 88].flatMap((x) => [
  piece(x, 100, x + 20, 120),
  piece(x + 6, 100, x + 10, 106),
  piece(x + 12, 102, x + 16, 107),
]);

test.each([
  ["one", [piece(50, 96, 52, 97)]],
  ["two above each other", [piece(96, 92, 97, 94), piece(95, 101, 98, 107)]],
])("specks above a line, %s, draw none of its strokes", (_, specks) => {
  const lines = findLines([...printedLine, ...specks], 20);
  const wide = lines.filter(({ box }) => box[2] - box[0] > 5);
  expect(wide.map(({ box }) => [box[0], box[2], box[3]])).toEqual([[0, 108, 120]]);
});

test("the strokes of a character that hardly hang together any more are one line", () => {
  const strokes = [piece(0, 100, 20, 112), piece(2, 114, 18, 116), piece(14, 124, 32, 126)];
  expect(findLines(strokes, 26).map(({ box }) => box)).toEqual([[0, 100, 32, 126]]);
});

/** Characters side by side from `x` on, `y` their top. */
const written = (x: number, y: number, count: number) =>
  Array.from({ length: count }, (_, i) => piece(x + i * 22, y, x + i * 22 + 20, y + 20));

const linesOf = (...parts: ReturnType<typeof written>[]) =>
  findLines(parts.flat(), 20).map(({ box }) => [box[0], box[1]]);

test("a line that all but reaches the column beside it ends where the line above shows that column to begin", () => {
  const above = [...written(0, 100, 6), ...written(400, 100, 6)];
  expect(linesOf(above, [...written(0, 140, 16), ...written(400, 140, 5)])).toEqual([
    [0, 100],
    [400, 100],
    [0, 140],
    [400, 140],
  ]);
});

test("a space of one character is no such end, nor is a wide one where no column begins", () => {
  const above = [...written(0, 100, 6), ...written(400, 100, 6)];
  expect(linesOf(above, [...written(4, 140, 17), ...written(400, 140, 5)])).toHaveLength(3);
  expect(linesOf(above, [...written(0, 140, 14), ...written(346, 140, 5)])).toHaveLength(3);
});

test("two specks of dirt behind each other, far from a line's end, are none of it; a comma and a stop close to it are", () => {
  expect(
    findLines([...written(0, 100, 4), piece(118, 108, 120, 110), piece(121, 108, 124, 112)], 20)[0].box[2],
  ).toBe(86);
  expect(
    findLines([...written(0, 100, 4), piece(90, 116, 93, 121), piece(104, 116, 108, 120)], 20)[0].box[2],
  ).toBe(108);
});
