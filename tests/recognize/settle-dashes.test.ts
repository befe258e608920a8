import { expect, test } from "vitest";
import type { RecognizedLine } from "../../src/model/recognized.ts";
import { settleDashes } from "../../src/recognize/settle/settle-dashes.ts";
import { settleMarks } from "../../src/recognize/settle/settle-marks.ts";

const TEXT = 24;
const grey = { widthPx: 200, heightPx: 40, data: new Uint8Array(200 * 40).fill(255) };

function withDashes(count: number, length: number): typeof grey {
  const data = grey.data.slice();
  for (let dash = 0; dash < count; dash++) {
    for (let y = 19; y < 22; y++) data.fill(0, y * 200 + 20 + dash * 18, y * 200 + 20 + dash * 18 + length);
  }
  return { ...grey, data };
}

function read(text: string, rivals: RecognizedLine["rivals"] = []): RecognizedLine {
  return {
    box: [10, 8, 190, 32],
    text,
    confidences: [...text].map(() => 70),
    edgesPx: Array.from({ length: text.length + 1 }, (_, at) => 10 + at * 10),
    readers: ["a"],
    rivals,
    disturbed: [],
  };
}

test("three dashes that were read as 一- are ---", () => {
  const settled = settleDashes(read("一-"), withDashes(3, 10), TEXT);
  expect(settled.text).toBe("---");
  expect(settled.confidences).toHaveLength(3);
  expect(settled.edgesPx).toEqual([20, 38, 56, 66]);
});

test.each([
  ["one stroke alone may be the word one", read("一"), withDashes(1, 20)],
  ["a sign that stands upright", read("!!"), grey],
  ["strokes as long as a character", read("一一"), withDashes(1, 40)],
  [
    "a reader saw a figure",
    read("--", [{ reader: "b", start: 0, length: 1, saw: "1", confidence: 60 }]),
    withDashes(2, 10),
  ],
])("%s: stays as it was read", (_, line, picture) => {
  expect(settleDashes(line, picture, TEXT).text).toBe(line.text);
});

test.each([
  ["5.288.011.738.39", "5,288,011,738.39"],
  ["1.010.636.94", "1,010,636.94"],
  ["981.477,845.00", "981,477,845.00"],
  ["1.234", "1.234"],
  ["10.19", "10.19"],
  ["2025.08.01", "2025.08.01"],
  ["1.2.3.45", "1.2.3.45"],
])("%s is %s: only the last point of a sum is its decimal point", (seen, meant) => {
  expect(settleMarks(read(seen), grey, TEXT).text).toBe(meant);
});
