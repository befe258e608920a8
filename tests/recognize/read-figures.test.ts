import { expect, test } from "vitest";
import type { RecognizedLine } from "../../src/model/recognized.ts";
import type { GreyPicture } from "../../src/recognize/clean-picture.ts";
import { readFigures } from "../../src/recognize/read-figures.ts";
import type { LineReader } from "../../src/recognize/readers/reader.ts";

/** A cell's share in a font whose per cent sign is as wide as two digits: seven strokes of ink, evenly apart. */
const [WIDTH_PX, HEIGHT_PX] = [140, 24];
const grey: GreyPicture = {
  widthPx: WIDTH_PX,
  heightPx: HEIGHT_PX,
  data: new Uint8Array(WIDTH_PX * HEIGHT_PX).fill(255),
};
for (let y = 2; y < HEIGHT_PX - 2; y++)
  for (let x = 0; x < WIDTH_PX; x++) if (x % 20 < 12) grey.data[y * WIDTH_PX + x] = 0;

const PRINTED = "60.00%";
const line: RecognizedLine = {
  box: [0, 0, WIDTH_PX, HEIGHT_PX],
  text: PRINTED,
  confidences: [...PRINTED].map(() => 100),
  edgesPx: [0, 20, 40, 60, 80, 100, WIDTH_PX],
  readers: ["network", "tesseract second"],
  rivals: [{ reader: "tesseract second", start: 5, length: 1, saw: "06", confidence: 95 }],
  disturbed: [],
};

test("what the figures reader saw as the network did stands, however wide the per cent sign is", async () => {
  const readerOf = (name: string, seen: string): LineReader => ({
    name,
    readLine: async () => ({
      reader: name,
      chars: [...seen].map((text, at) => ({ text, confidence: 99, x0: at * 20, x1: at * 20 + 20 })),
    }),
  });
  const read = await readFigures(line, { box: line.box, textHeightPx: 20 }, grey, {
    digits: readerOf("tesseract eng [digits]", PRINTED),
    capitals: readerOf("tesseract [capitals]", ""),
    texts: [readerOf("tesseract second", "60.0006")],
    isSettledByTwoKinds: true,
  });
  expect(read.text).toBe(PRINTED);
  expect(read.rivals.map(({ saw }) => saw)).toContain("60.0006");
});
