import { describe, expect, test } from "vitest";
import { findGrids, type InkMask } from "../../../src/recognize/grid/find-grids.ts";
import { fill, TEXT, write } from "../../support/draw-ink.ts";

const [LEFT, RIGHT] = [60, 860];
const PITCH = 44;

/** Where the words of a row begin, and how many characters each has. */
type Row = [x: number, count: number][];

interface Part {
  rows: Row[];
  /** Which rows have a rule below them. */
  isRuled: (row: number) => boolean;
  uprights: number[];
  endsPx: number;
}

function page(): InkMask {
  return { widthPx: 920, heightPx: 1000, data: new Uint8Array(920 * 1000) };
}

const rule = (ink: InkMask, y: number, px = 2): void => fill(ink, LEFT, y, RIGHT, y + px);

/** A table from a height on; gives back where it ends. */
function draw(ink: InkMask, top: number, { rows, isRuled, uprights, endsPx }: Part): number {
  rule(ink, top, endsPx);
  for (const [at, row] of rows.entries()) {
    for (const [x, count] of row) write(ink, x, top + at * PITCH + 12, count);
    const isLast = at === rows.length - 1;
    if (isLast || isRuled(at)) rule(ink, top + (at + 1) * PITCH, isLast ? endsPx : 2);
  }
  const bottom = top + rows.length * PITCH;
  for (const x of uprights) fill(ink, x, top, x + 2, bottom);
  return bottom;
}

const FOUR: Row[] = [
  [
    [70, 2],
    [220, 3],
    [480, 2],
    [700, 3],
  ],
  [
    [70, 1],
    [220, 6],
    [480, 3],
    [700, 4],
  ],
  [
    [70, 1],
    [220, 4],
    [480, 4],
    [700, 2],
  ],
];
const THREE: Row[] = [
  [
    [70, 3],
    [340, 2],
    [600, 5],
  ],
  [
    [70, 2],
    [340, 7],
    [600, 4],
  ],
  [
    [70, 2],
    [340, 3],
    [600, 6],
  ],
];

/** Two tables and words between them, set so far from the left. */
function stacked(
  upper: Row[],
  lower: Row[],
  wordsAt: number,
  look: Omit<Part, "rows">,
  uprights = look.uprights,
): InkMask {
  const ink = page();
  const bottom = draw(ink, 80, { rows: upper, ...look });
  write(ink, wordsAt, bottom + 10, 5);
  draw(ink, bottom + 40, { rows: lower, ...look, uprights });
  return ink;
}

const sizesOf = (ink: InkMask): string[] =>
  findGrids(ink, TEXT).grids.map(
    ({ rowEdgesPx, columnEdgesPx }) => `${rowEdgesPx.length - 1}×${columnEdgesPx.length - 1}`,
  );

const ALL = { isRuled: () => true, uprights: [], endsPx: 2 };
const HEAD = { isRuled: (row: number) => row === 0, uprights: [], endsPx: 2 };
const MIDDLE = 400;

describe("a line of words between two tables is no row", () => {
  test.each([
    ["rules between rows only", ALL],
    ["three rules", HEAD],
  ])("where the table below has other columns: %s", (_, look) => {
    expect(sizesOf(stacked(FOUR, THREE, MIDDLE, look))).toEqual(["3×4", "3×3"]);
  });

  test.each([
    ["rules between rows only", ALL],
    ["three rules", HEAD],
  ])("where the head is set again: %s", (_, look) => {
    expect(sizesOf(stacked(FOUR, FOUR, MIDDLE, look))).toEqual(["3×4", "3×4"]);
  });

  test("where it stands at the table's side, as no cell's words do", () => {
    const [, ...rows] = FOUR;
    const lower: Row[] = [
      [
        [70, 4],
        [220, 2],
        [480, 3],
        [700, 2],
      ],
      ...rows,
    ];
    for (const at of [LEFT, RIGHT - 5 * 22])
      expect(sizesOf(stacked(FOUR, lower, at, ALL))).toEqual(["3×4", "3×4"]);
  });

  test("where the rules around it are as thick as a table's ends", () => {
    const [, ...rows] = FOUR;
    const lower: Row[] = [
      [
        [70, 4],
        [220, 2],
        [480, 3],
        [700, 2],
      ],
      ...rows,
    ];
    expect(sizesOf(stacked(FOUR, lower, MIDDLE, { ...ALL, endsPx: 4 }))).toEqual(["3×4", "3×4"]);
  });

  test("where the tables have no outer sides, and uprights of their own", () => {
    const look = { ...ALL, uprights: [200, 460, 680] };
    expect(sizesOf(stacked(FOUR, THREE, MIDDLE, look, [320, 580]))).toEqual(["3×4", "3×3"]);
  });
});

test("a line of words between two tables may begin with a number and a wide full stop", () => {
  const look = { ...ALL, uprights: [200, 460, 680] };
  const ink = page();
  const bottom = draw(ink, 80, { rows: FOUR, ...look });
  write(ink, 340, bottom + 10, 1);
  write(ink, 390, bottom + 10, 3);
  draw(ink, bottom + 40, { rows: THREE, ...look, uprights: [320, 580] });
  expect(sizesOf(ink)).toEqual(["3×4", "3×3"]);
});

test("a section's name within a table is a row of it, over all columns", () => {
  const ink = page();
  const rows: Row[] = [
    ...FOUR,
    [[70, 7]],
    [
      [70, 1],
      [220, 3],
      [480, 4],
      [700, 3],
    ],
    [
      [70, 1],
      [220, 5],
      [480, 2],
      [700, 4],
    ],
  ];
  draw(ink, 80, { ...ALL, rows });
  expect(sizesOf(ink)).toEqual(["6×4"]);
  const [{ cells }] = findGrids(ink, TEXT).grids;
  expect(cells.filter(({ row }) => row === 3).map(({ columnSpan }) => columnSpan)).toEqual([4]);
});

test("a section's name stays one where the rules below it are all as thick as those about it", () => {
  const ink = page();
  const rows: Row[] = [...FOUR, [[70, 7]], FOUR[1], FOUR[2], FOUR[1]];
  for (let at = 0; at <= rows.length; at++) {
    rule(ink, 80 + at * PITCH, at > 0 && at < 3 ? 2 : 3);
    for (const [x, count] of rows[at] ?? []) write(ink, x, 80 + at * PITCH + 12, count);
  }
  expect(sizesOf(ink)).toEqual(["7×4"]);
});

describe("where a table without outer sides has rows as high as padded ones are", () => {
  const HIGH = 62;
  const uprights = [200, 460, 680];

  /** Rows from a height on, ruled; the given ones have no uprights. Gives back where they end. */
  function drawHigh(ink: InkMask, top: number, rows: Row[], bare: number[]): number {
    for (const [at, row] of rows.entries()) {
      const y = top + at * HIGH;
      rule(ink, y);
      for (const [x, count] of row) write(ink, x, y + 20, count);
      for (const x of bare.includes(at) ? [] : uprights) fill(ink, x, y, x + 2, y + HIGH);
    }
    rule(ink, top + rows.length * HIGH);
    return top + rows.length * HIGH;
  }

  test("a section's name is a row of it, over all columns", () => {
    const ink = page();
    drawHigh(ink, 80, [FOUR[0], FOUR[1], [[80, 7]], FOUR[2], FOUR[1]], [2]);
    expect(sizesOf(ink)).toEqual(["5×4"]);
    const [{ cells }] = findGrids(ink, TEXT).grids;
    expect(cells.filter(({ row }) => row === 2).map(({ columnSpan }) => columnSpan)).toEqual([4]);
  });

  test("a name right below the head is one too where the rows are so low that no upright is long", () => {
    const ink = page();
    const low = 40;
    const name: Row = [[80, 7]];
    for (const [at, row] of [FOUR[0], name, FOUR[1], name, FOUR[2], FOUR[1]].entries()) {
      const y = 80 + at * low;
      rule(ink, y);
      for (const [x, count] of row) write(ink, x, y + 10, count);
      for (const x of row === name ? [] : uprights) fill(ink, x, y, x + 2, y + low);
    }
    rule(ink, 80 + 6 * low);
    expect(sizesOf(ink)).toEqual(["6×4"]);
  });

  test("two of them one below the other stay two", () => {
    const ink = page();
    const bottom = drawHigh(ink, 80, FOUR, []);
    drawHigh(ink, bottom + HIGH, FOUR, []);
    expect(sizesOf(ink)).toEqual(["3×4", "3×4"]);
  });
});
