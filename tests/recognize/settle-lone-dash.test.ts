import { describe, expect, test } from "vitest";
import type { Box } from "../../src/model/place.ts";
import type { RecognizedLine, TableBlock } from "../../src/model/recognized.ts";
import { settleDashesAmongCells, settleLoneDash } from "../../src/recognize/settle/settle-lone-dash.ts";
import { settleLoneStroke } from "../../src/recognize/settle/settle-lone-stroke.ts";

const TEXT = 24;

/** A picture with such bars on it. */
function picture(...bars: Box[]) {
  const data = new Uint8Array(120 * 40).fill(255);
  for (const [x0, y0, x1, y1] of bars)
    for (let y = y0; y < y1; y++) data.fill(40, y * 120 + x0, y * 120 + x1);
  return { widthPx: 120, heightPx: 40, data };
}

function read(text: string, saw: string[] = []): RecognizedLine {
  return {
    box: [10, 8, 110, 32],
    text,
    confidences: [...text].map(() => 99),
    edgesPx: Array.from({ length: text.length + 1 }, (_, at) => 20 + at * 20),
    readers: ["a", "b"],
    rivals: saw.map((each) => ({ reader: "b", start: 0, length: 1, saw: each, confidence: 60 })),
    disturbed: [],
  };
}

const settled = (text: string, bars: Box[], saw: string[] = []): string =>
  settleLoneDash(read(text, saw), picture(...bars), TEXT).text;

describe("one flat stroke alone in a cell", () => {
  test.each<[string, string, Box[]]>([
    ["-", ".", [[30, 19, 38, 21]]],
    ["-", "", [[30, 19, 40, 22]]],
    ["-", "一", [[30, 19, 44, 21]]],
    ["—", "一", [[30, 19, 54, 21]]],
    ["——", "一一", [[30, 19, 78, 21]]],
  ])("is %s, though it was read as «%s»", (dash, seen, bars) => {
    expect(settled(seen, bars)).toBe(dash);
  });

  test("that was read as 一 keeps that as a rival", () => {
    const { rivals } = settleLoneDash(read("一"), picture([30, 19, 54, 21]), TEXT);
    expect(rivals.map(({ saw }) => saw)).toEqual(["一"]);
  });

  test.each<[string, string, Box[], string[]]>([
    [
      "the word one, with a thick end",
      "一",
      [
        [30, 19, 54, 21],
        [46, 16, 52, 21],
      ],
      [],
    ],
    [
      "the word two",
      "二",
      [
        [32, 12, 50, 14],
        [30, 26, 54, 28],
      ],
      [],
    ],
    ["a point", ".", [[30, 28, 33, 31]], []],
    ["an upright one", "1", [[30, 10, 33, 28]], []],
    ["what a reader saw a figure in", "一", [[30, 19, 54, 21]], ["7"]],
    ["a word", "无", [[30, 19, 54, 21]], []],
  ])("but %s is none", (_, text, bars, saw) => {
    expect(settled(text, bars, saw)).toBe(text);
  });
});

describe("a row of dashes alone in a cell", () => {
  const ROW: Box[] = [
    [30, 19, 39, 21],
    [42, 19, 51, 21],
    [54, 19, 63, 21],
  ];

  test.each(["一-", "——", "---", "一一", "-.-", "", "— -"])("is read by its ink, not as «%s»", (seen) => {
    expect(settled(seen, ROW)).toBe("---");
  });

  test.each<[string, [number, number][]]>([
    [
      "all",
      [
        [39, 42],
        [51, 54],
      ],
    ],
    ["the first two", [[39, 42]]],
  ])("is one where blur joins %s", (_, gaps) => {
    const blurred = picture(...ROW);
    for (const [x0, x1] of gaps)
      for (let y = 19; y < 21; y++) blurred.data.fill(180, y * 120 + x0, y * 120 + x1);
    const { text, edgesPx } = settleLoneDash(read("——"), blurred, TEXT);
    expect(text).toBe("---");
    expect(edgesPx).toEqual([30, 42, 54, 63]);
  });

  test("is one where two run together", () => {
    expect(settled("一-", [[30, 19, 51, 21], ROW[2]])).toBe("---");
  });

  test("of long ones is of dashes", () => {
    expect(
      settled("一一", [
        [20, 19, 43, 21],
        [46, 19, 69, 21],
      ]),
    ).toBe("——");
  });

  test("is none where one has a thick end, as 一 has", () => {
    expect(
      settled("一一", [
        [20, 19, 43, 21],
        [38, 16, 43, 21],
        [46, 19, 69, 21],
        [64, 16, 69, 21],
      ]),
    ).toBe("一一");
  });

  test("is none where the strokes stand at two heights, or are unlike", () => {
    expect(
      settled("--", [
        [30, 12, 39, 14],
        [42, 26, 51, 28],
      ]),
    ).toBe("--");
    expect(
      settled("一.", [
        [30, 19, 54, 21],
        [57, 26, 60, 29],
      ]),
    ).toBe("一.");
  });

  test("is none where 一 is worn in its middle", () => {
    const worn = picture([30, 19, 54, 21]);
    for (let y = 19; y < 21; y++) worn.data.fill(180, y * 120 + 41, y * 120 + 43);
    expect(settleLoneDash(read("一"), worn, TEXT)).toMatchObject({ text: "—", rivals: [{ saw: "一" }] });
  });
});

describe("a long dash that was read as 一, among other cells", () => {
  /** Cells row by row; «?» is such a dash. */
  function tableOf(rows: string[][]): TableBlock {
    const dash = settleLoneDash(read("一"), picture([30, 19, 54, 21]), TEXT);
    const cells = rows.flatMap((texts, row) =>
      texts.map((text, column) => ({
        row,
        column,
        rowSpan: 1,
        columnSpan: 1,
        box: [0, 0, 10, 10] as Box,
        lines: [text === "?" ? dash : read(text)],
      })),
    );
    return { kind: "table", box: [0, 0, 100, 100], columnEdgesPx: [], rowEdgesPx: [], cells };
  }
  const told = (rows: string[][]): string[] =>
    settleDashesAmongCells(tableOf(rows)).cells.map(
      ({ lines: [{ text, rivals }] }) => text + (rivals.length > 0 ? "?" : ""),
    );

  test("is a dash where its column holds figures", () => {
    expect(
      told([
        ["数量", "单价"],
        ["12", "?"],
        ["?", "30.00"],
      ]),
    ).toEqual(["数量", "单价", "12", "—", "—", "30.00"]);
  });

  test("is 一 where its column or row counts in words", () => {
    expect(
      told([
        ["?", "工资"],
        ["二", "物资"],
      ]),
    ).toEqual(["一", "工资", "二", "物资"]);
    expect(
      told([
        ["?", "两场"],
        ["12", "4"],
      ]),
    ).toEqual(["一", "两场", "12", "4"]);
    expect(told([["?"], ["（二）社保"]])).toEqual(["一", "（二）社保"]);
  });

  test("stays in doubt where nothing tells", () => {
    expect(
      told([
        ["备注", "说明"],
        ["?", "走访"],
      ]),
    ).toEqual(["备注", "说明", "—?", "走访"]);
    expect(told([["一季度"], ["?"]])).toEqual(["一季度", "—?"]);
  });
});

test("a slash alone that was read as \\ leans to the right; one that leans to the left stays", () => {
  const leaning = (isSlash: boolean) =>
    picture(
      ...Array.from({ length: 18 }, (_, at): Box => {
        const x = 30 + Math.round((isSlash ? 17 - at : at) / 2);
        return [x, 10 + at, x + 2, 11 + at];
      }),
    );
  expect(settleLoneStroke(read("\\"), leaning(true)).text).toBe("/");
  expect(settleLoneStroke(read("\\"), leaning(false)).text).toBe("\\");
});
