import { describe, expect, test } from "vitest";
import { findGrids, type InkMask } from "../../../src/recognize/grid/find-grids.ts";
import { fill, TEXT, write } from "../../support/draw-ink.ts";

const [LEFT, RIGHT] = [60, 860];

const page = (): InkMask => ({ widthPx: 920, heightPx: 900, data: new Uint8Array(920 * 900) });

const across = (ink: InkMask, y: number): void => fill(ink, LEFT, y, RIGHT, y + 2);

const sizesOf = (ink: InkMask): string[] =>
  findGrids(ink, TEXT).grids.map(
    ({ cells, rowEdgesPx, columnEdgesPx }) =>
      `${rowEdgesPx.length - 1}×${columnEdgesPx.length - 1}, ${cells.length} cells`,
  );

/** Rows at 100, 150 …, between rules from side to side; a rule in the middle parts all but the last. */
function parted(rows: readonly (readonly [x: number, count: number])[][]): InkMask {
  const ink = page();
  for (const [row, words] of rows.entries()) {
    across(ink, 100 + 50 * row);
    for (const [x, count] of words) write(ink, x, 116 + 50 * row, count);
  }
  across(ink, 100 + 50 * rows.length);
  fill(ink, 460, 100, 462, 52 + 50 * rows.length);
  return ink;
}

describe("a list in parts side by side", () => {
  const item = (count: number): [number, number][] => [
    ...[70, 470].map((x): [number, number] => [x, 1]),
    ...[150, 550].map((x): [number, number] => [x, count]),
    ...[350, 760].map((x): [number, number] => [x, 4]),
  ];

  test("has its columns from white, and a sum below that the rule in the middle doesn't part", () => {
    const sum: [number, number][] = [
      [340, 2],
      [750, 4],
    ];
    expect(sizesOf(parted([item(4), item(5), item(6), item(4), item(3), sum]))).toEqual(["6×6, 36 cells"]);
  });

  test("is none where its parts have not as many columns", () => {
    const uneven = item(5).filter(([x]) => x !== 550 && x !== 760);
    const rows = [uneven, uneven, uneven, uneven, uneven, item(0).slice(0, 1)];
    expect(sizesOf(parted(rows))).toEqual(["6×2, 11 cells"]);
  });
});

describe("a head whose columns are not ruled", () => {
  const columns = [60, 260, 460, 660, 860];

  function table(head: readonly (readonly [x: number, count: number])[]): InkMask {
    const ink = page();
    for (let row = 0; row <= 4; row++) across(ink, 100 + 50 * row);
    for (const x of columns) fill(ink, x, x === LEFT || x === RIGHT ? 100 : 150, x + 2, 302);
    for (const [x, count] of head) write(ink, x, 116, count);
    for (let row = 1; row < 4; row++)
      for (const x of columns.slice(0, 4)) write(ink, x + 12, 116 + 50 * row, 3);
    return ink;
  }

  test("names one column each", () => {
    const names = columns.slice(0, 4).map((x): [number, number] => [x + 40, 4]);
    expect(sizesOf(table(names))).toEqual(["4×4, 16 cells"]);
  });

  test.each<[string, [number, number][]]>([
    ["a title across them", [[380, 8]]],
    [
      "a title and what stands at its side",
      [
        [100, 4],
        [380, 8],
        [700, 4],
      ],
    ],
    [
      "words over two of them",
      [
        [100, 4],
        [700, 4],
      ],
    ],
  ])("is one cell where it holds %s", (_, words) => {
    expect(sizesOf(table(words))).toEqual(["4×4, 13 cells"]);
  });
});

describe("a sum below the rows of a head that alone has rules", () => {
  function table(label: number, words: readonly number[]): InkMask {
    const ink = page();
    const columns = [60, 220, 380, 540, 700];
    for (const y of [100, 140]) across(ink, y);
    for (const x of [...columns, RIGHT]) fill(ink, x, 100, x + 2, 142);
    const line = (y: number, counts: readonly number[]): void => {
      for (const [at, count] of counts.entries()) write(ink, columns[at] + 12, y, count);
    };
    line(112, [2, 2, 2, 2, 2]);
    for (const [row, y] of [152, 192, 232].entries()) line(y, [row === 2 ? label : 3, 3, 2, 1, 5]);
    line(272, words);
    across(ink, 304);
    return ink;
  }

  test("is a row of its own though it has a name and a figure only", () => {
    expect(sizesOf(table(3, [2, 0, 0, 0, 5]))).toEqual(["5×5, 25 cells"]);
  });

  test("is the rest of the row above where its first cell was full", () => {
    expect(sizesOf(table(6, [2, 0, 0, 0, 5]))).toEqual(["4×5, 20 cells"]);
  });
});

describe("labels and what they are, between two rules", () => {
  function form(lines: number): InkMask {
    const ink = page();
    for (const y of [100, 110 + 40 * lines, 160 + 40 * lines]) across(ink, y);
    for (let row = 0; row < lines; row++) {
      write(ink, 70, 116 + 40 * row, 4);
      write(ink, 300, 116 + 40 * row, 10 - row);
    }
    write(ink, 70, 126 + 40 * lines, 4);
    write(ink, 300, 126 + 40 * lines, 5);
    return ink;
  }

  test("are a row a line", () => {
    expect(sizesOf(form(5))).toEqual(["6×2, 12 cells"]);
  });

  test("but two lines may be a head's", () => {
    expect(sizesOf(form(2))).toEqual(["2×2, 4 cells"]);
  });
});
