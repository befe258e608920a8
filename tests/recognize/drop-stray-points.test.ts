import { expect, test } from "vitest";
import type { RecognizedLine } from "../../src/model/recognized.ts";
import { dropStrayPoints } from "../../src/recognize/drop-stray-points.ts";
import { CHAR_PX, lineReadAs } from "../support/read-line.ts";

/** Lines one below the other. */
function stacked(...texts: string[]): RecognizedLine[] {
  return texts.map((text, at) => {
    const line = lineReadAs(text);
    const [x0, , x1] = line.box;
    return { ...line, box: [x0, at * 1.5 * CHAR_PX, x1, (at * 1.5 + 1) * CHAR_PX] };
  });
}

const textsOf = (lines: readonly RecognizedLine[]): string[] =>
  dropStrayPoints(lines).map(({ text }) => text);

test("a figure that ends in a point loses it, and its certainty with it", () => {
  const [line] = dropStrayPoints(stacked("120."));
  expect(line.text).toBe("120");
  expect(Math.max(...line.confidences)).toBeLessThan(90);
});

test("a sum that ends in a point keeps the one before its fen", () => {
  expect(textsOf(stacked("12,000.00.", "45"))).toEqual(["12,000.00", "45"]);
});

test("a sum broken behind its point goes on with its fen below, as sure as it was", () => {
  const lines = stacked("183,090.", "17");
  expect(dropStrayPoints(lines)).toEqual(lines);
});

test("what stands below is no fen where it is another sum, text, or stands aside", () => {
  expect(textsOf(stacked("183,090.", "21,976"))).toEqual(["183,090", "21,976"]);
  expect(textsOf(stacked("183,090.", "备注"))).toEqual(["183,090", "备注"]);
  const [sum, far] = stacked("183,090.", "17");
  const aside: RecognizedLine = { ...far, box: [400, far.box[1], 440, far.box[3]] };
  expect(textsOf([sum, aside])).toEqual(["183,090", "17"]);
});

test("a quotation mark behind a figure goes where another reader saw none, and nothing is less sure for it", () => {
  const [line] = stacked("220'");
  const rival = { reader: "b", start: 3, length: 1, saw: "", confidence: 50 };
  const { text, confidences, rivals } = dropStrayPoints([{ ...line, rivals: [rival] }])[0];
  expect({ text, confidences, rivals }).toEqual({
    text: "220",
    confidences: line.confidences.slice(0, 3),
    rivals: [],
  });
  expect(textsOf([line])).toEqual(["220'"]);
});
