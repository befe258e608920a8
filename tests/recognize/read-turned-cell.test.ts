import { expect, test } from "vitest";
import type { InkLine } from "../../src/recognize/find-lines.ts";
import type { LineCrop } from "../../src/recognize/line-crop.ts";
import { readTurnedCell } from "../../src/recognize/read-turned-cell.ts";
import type { LineReader } from "../../src/recognize/readers/reader.ts";
import { charsOf, lineReadAs } from "../support/read-line.ts";

const CHAR_PX = 30;
const TEXT = "居家养老";
const [WIDTH, HEIGHT] = [50, CHAR_PX * TEXT.length + 20];

/** A column of four characters, of which the first of the text is the darkest: at the foot, or at the head. */
function column(begins: "foot" | "head") {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255);
  const lines: InkLine[] = [];
  for (let at = 0; at < TEXT.length; at++) {
    const y0 = 10 + at * CHAR_PX;
    const isFirst = begins === "foot" ? at === TEXT.length - 1 : at === 0;
    for (let y = y0; y < y0 + 26; y++)
      for (let x = 12; x < 38; x++) if (isFirst || x < 15 || x > 34) data[y * WIDTH + x] = 20;
    lines.push({ box: [12, y0, 38, y0 + 26], textHeightPx: 26 });
  }
  return { grey: { widthPx: WIDTH, heightPx: HEIGHT, data }, lines };
}

/** Whether the crop is a line that begins with the darkest character. */
function isLaidRight({ grey: { widthPx, heightPx, data } }: LineCrop): boolean {
  const inkIn = (from: number, to: number): number => {
    let ink = 0;
    for (let y = 0; y < heightPx; y++) for (let x = from; x < to; x++) ink += 255 - data[y * widthPx + x];
    return ink;
  };
  const quarter = Math.floor(widthPx / 4);
  return inkIn(0, quarter) > 1.3 * inkIn(widthPx - quarter, widthPx);
}

/** Reads a line that is laid right, and sees signs of its own in anything else. */
const reader = (name: string, other: string, alone = other): LineReader => ({
  name,
  readLine: async (crop) => {
    const isLine = crop.grey.widthPx > 2.5 * crop.grey.heightPx && crop.box[3] - crop.box[1] < 40;
    if (!isLine || crop.box[0] >= 5) return { reader: name, chars: charsOf(alone) };
    return { reader: name, chars: charsOf(isLaidRight(crop) ? TEXT : other) };
  },
});

const readersOf = (first: LineReader) => ({
  first,
  second: null,
  network: reader("network", "务服老养"),
  figures: null,
});

test.each(["foot", "head"] as const)("text that lies on its side is read from its %s", async (begins) => {
  const { grey, lines } = column(begins);
  const upright = lines.map(() => lineReadAs("养"));
  const readers = readersOf(reader("first", "@#&%", "一"));
  const [line, ...others] = await readTurnedCell(grey, lines, upright, readers);
  expect(others).toEqual([]);
  expect(line.text).toBe(TEXT);
  expect(line.box).toEqual([12, 10, 38, 10 + 3 * CHAR_PX + 26]);
});

test("characters that stand one below the other stay lines of their own", async () => {
  const { grey, lines } = column("foot");
  const upright = lines.map(() => lineReadAs("养"));
  expect(await readTurnedCell(grey, lines, upright, readersOf(reader("first", "@#&%", "养")))).toBe(upright);
});

test("what two readers see unlike, however it is laid, stays as it was read", async () => {
  const { grey, lines } = column("foot");
  const upright = lines.map(() => lineReadAs("养"));
  const deaf: LineReader = {
    name: "first",
    readLine: async () => ({ reader: "first", chars: charsOf("@#&%") }),
  };
  expect(await readTurnedCell(grey, lines, upright, readersOf(deaf))).toBe(upright);
});

test("a character that one of the two sees otherwise keeps both readings", async () => {
  const { grey, lines } = column("foot");
  const upright = lines.map(() => lineReadAs("养"));
  const seen = reader("first", "@#&%", "一");
  const first: LineReader = {
    name: "first",
    async readLine(crop) {
      const { chars } = await seen.readLine(crop);
      return {
        reader: "first",
        chars: chars.map((char) => (char.text === "养" ? { ...char, text: "美" } : char)),
      };
    },
  };
  const [line] = await readTurnedCell(grey, lines, upright, readersOf(first));
  expect(line.text).toBe(TEXT);
  expect(line.rivals).toMatchObject([{ reader: "first", start: 2, length: 1, saw: "美" }]);
  expect(line.confidences[2]).toBeLessThan(line.confidences[1]);
});
