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
