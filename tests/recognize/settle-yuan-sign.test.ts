import { describe, expect, test } from "vitest";
import type { RecognizedLine } from "../../src/model/recognized.ts";
import { isYuanSign, settleYuanSigns } from "../../src/recognize/settle/settle-yuan-sign.ts";

const YUAN = [
  "##......##",
  ".##....##.",
  "..##..##..",
  "...####...",
  ".########.",
  "....##....",
  ".########.",
  "....##....",
  "....##....",
  "....##....",
];
const OTHERS: Record<string, string[]> = {
  eight: [
    "..######..",
    ".##....##.",
    ".##....##.",
    "..######..",
    "..######..",
    ".##....##.",
    "##......##",
    "##......##",
    ".##....##.",
    "..######..",
  ],
  three: [
    "..######..",
    ".#.....##.",
    ".......##.",
    "...#####..",
    "...#####..",
    ".......##.",
    "........##",
    "##......##",
    ".##....##.",
    "..######..",
  ],
  Y: [
    "##......##",
    ".##....##.",
    "..##..##..",
    "...####...",
    "....##....",
    "....##....",
    "....##....",
    "....##....",
    "....##....",
    "....##....",
  ],
  V: [
    "##......##",
    "##......##",
    ".##....##.",
    ".##....##.",
    "..##..##..",
    "..##..##..",
    "..##..##..",
    "...####...",
    "....##....",
    "....##....",
  ],
  "a nine with serifs": [
    ".....##.....",
    "..###..###..",
    ".###....###.",
    ".###....###.",
    "###.....###.",
    "###......###",
    "###......###",
    "###......###",
    "###......###",
    "###......###",
    "####.....###",
    ".###.....###",
    ".####...####",
    "..####.#####",
    "...#########",
    "........###.",
    "........###.",
    "........###.",
    ".......###..",
    "......###...",
    ".....###....",
    "....####....",
    "...###......",
    "..###.......",
    "..##........",
  ],
  四十: [
    "....##....",
    "....##....",
    "....##....",
    "....##....",
    "##########",
    "....##....",
    "....##....",
    "....##....",
    "....##....",
    "....##....",
  ],
};

function pictureOf(rows: readonly string[], scale = 2) {
  const [widthPx, heightPx] = [(rows[0].length + 4) * scale, (rows.length + 4) * scale];
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  for (let y = 0; y < rows.length * scale; y++) {
    for (let x = 0; x < rows[0].length * scale; x++) {
      if (rows[Math.floor(y / scale)][Math.floor(x / scale)] === "#") data[(y + 4) * widthPx + x + 4] = 0;
    }
  }
  return { widthPx, heightPx, data };
}

const whole = ({
  widthPx,
  heightPx,
}: {
  widthPx: number;
  heightPx: number;
}): [number, number, number, number] => [0, 0, widthPx, heightPx];

describe("the sign of yuan is told by its shape", () => {
  test.each([1, 2, 4])("at %s times its size", (scale) => {
    const picture = pictureOf(YUAN, scale);
    expect(isYuanSign(whole(picture), picture)).toBe(true);
  });

  test.each(Object.keys(OTHERS))("%s is none", (name) => {
    const picture = pictureOf(OTHERS[name]);
    expect(isYuanSign(whole(picture), picture)).toBe(false);
  });
});

describe("a line's signs", () => {
  const picture = pictureOf(YUAN);
  const line = (text: string): RecognizedLine => ({
    box: whole(picture),
    text,
    confidences: [...text].map(() => 90),
    edgesPx: [0, ...[...text].map((_, index) => picture.widthPx + index * 10)],
    readers: ["a", "b"],
    rivals: [
      { reader: "b", start: 0, length: 1, saw: "g", confidence: 60 },
      { reader: "b", start: 2, length: 1, saw: "6", confidence: 60 },
    ],
    disturbed: [],
  });

  test("a digit that readers made of it is none; other disputes stay", () => {
    const settled = settleYuanSigns(line("865,250.00"), picture);
    expect(settled.text).toBe("¥65,250.00");
    expect(settled.rivals.map(({ start }) => start)).toEqual([2]);
    expect(settled.disturbed).toEqual([[0, 1]]);
  });

  test("a digit that all readers saw surely stays, and is doubted", () => {
    const sure = { ...line("965,250.00"), confidences: [..."965,250.00"].map(() => 99), rivals: [] };
    const settled = settleYuanSigns(sure, picture);
    expect(settled.text).toBe("965,250.00");
    expect(settled.rivals).toMatchObject([{ start: 0, length: 1, saw: "¥" }]);
    expect(settled.disturbed).toEqual([[0, 1]]);
  });

  test("an asterisk before a sum is one where the line has another, and the star of a note or a product else", () => {
    const read = (text: string): string => settleYuanSigns(line(text), pictureOf(OTHERS["eight"])).text;
    expect(read("租赁费¥25,188.00；基本工资*290,533.00")).toBe("租赁费¥25,188.00；基本工资¥290,533.00");
    expect(read("基本工资*290,533.00")).toBe("基本工资*290,533.00");
    expect(read("¥25,188.00为12*290,533.00")).toBe("¥25,188.00为12*290,533.00");
    expect(read("¥25,188.00为12人*12月")).toBe("¥25,188.00为12人*12月");
  });

  test("before anything but a figure, or without its shape, nothing is touched", () => {
    expect(settleYuanSigns(line("第八页"), picture).text).toBe("第八页");
    expect(settleYuanSigns(line("865,250.00"), pictureOf(OTHERS["eight"])).text).toBe("865,250.00");
  });
});
