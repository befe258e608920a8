import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findGrids, type Grid, type InkMask } from "../../../src/recognize/grid/find-grids.ts";
import { type Drawing, type DrawnCell, drawings, drawTable, transpose } from "./draw-grid.ts";

/** Of drawings at random, with holes and dirt, a few can't be told by anybody; the bench counts them. */
const clean = drawings.map((drawing) => ({
  ...drawing,
  holes: 0,
  dirt: 0,
  worn: Math.min(0.02, drawing.worn),
}));
const RUNS = { numRuns: Number(process.env["RUNS"] ?? 60), seed: Number(process.env["SEED"] ?? 20) };

const cellsOf = ({ cells }: Grid): DrawnCell[] =>
  cells.map(({ row, column, rowSpan, columnSpan }) => ({ row, column, rowSpan, columnSpan }));

const turnedCells = (cells: readonly DrawnCell[]): DrawnCell[] =>
  cells
    .map((cell) => ({
      row: cell.column,
      column: cell.row,
      rowSpan: cell.columnSpan,
      columnSpan: cell.rowSpan,
    }))
    .sort((a, b) => a.row - b.row || a.column - b.column);

describe("a random table that is drawn", () => {
  test("is found with every cell's row, column and spans", () => {
    fc.assert(
      fc.property(clean, (drawing) => {
        const { grids } = findGrids(drawTable(drawing), drawing.textPx);
        expect(grids.map(cellsOf)).toEqual([drawing.cells]);
      }),
      RUNS,
    );
  });

  test("is found the same when the page lies on its side", () => {
    fc.assert(
      fc.property(clean, (drawing) => {
        const { grids } = findGrids(transpose(drawTable(drawing)), drawing.textPx);
        expect(grids.map(cellsOf)).toEqual([turnedCells(drawing.cells)]);
      }),
      RUNS,
    );
  });

  test("has cells that lie between its edges and don't overlap", () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        for (const { cells, rowEdgesPx, columnEdgesPx } of findGrids(drawTable(drawing), drawing.textPx)
          .grids) {
          const area = cells.reduce((sum, { rowSpan, columnSpan }) => sum + rowSpan * columnSpan, 0);
          expect(area).toBe((rowEdgesPx.length - 1) * (columnEdgesPx.length - 1));
          for (const { box } of cells) expect(box[2] > box[0] && box[3] > box[1]).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe("what is no table", () => {
  const page = (): InkMask => ({ widthPx: 600, heightPx: 400, data: new Uint8Array(600 * 400) });
  const bar = (ink: InkMask, x0: number, y0: number, x1: number, y1: number): void => {
    for (let y = y0; y < y1; y++) ink.data.fill(1, y * ink.widthPx + x0, y * ink.widthPx + x1);
  };

  test("an empty page", () => {
    expect(findGrids(page(), 20)).toMatchObject({ grids: [], loneRules: [] });
  });

  test("a single frame, and an underline", () => {
    const ink = page();
    for (const y of [50, 250]) bar(ink, 50, y, 550, y + 2);
    for (const x of [50, 548]) bar(ink, x, 50, x + 2, 252);
    bar(ink, 100, 320, 400, 322);
    const { grids, loneRules } = findGrids(ink, 20);
    expect(grids).toEqual([]);
    expect(loneRules.length).toBeGreaterThan(0);
  });

  test("a solid black bar", () => {
    const ink = page();
    bar(ink, 50, 100, 550, 180);
    expect(findGrids(ink, 20).grids).toEqual([]);
  });
});

/** Two rows and two columns, `textPx` 20, ruled this thick. */
const ruled = (thickness: number): Drawing => ({
  textPx: 20,
  rowEdges: [60, 110, 160],
  columnEdges: [60, 260, 460],
  cells: [0, 1].flatMap((row) => [0, 1].map((column) => ({ row, column, rowSpan: 1, columnSpan: 1 }))),
  thickness,
  open: "none",
  bend: 0,
  worn: 0,
  dirt: 0,
  holes: 0,
  text: false,
  seed: 1,
});

test.each([1, 2, 4])("rules of %i px are erased, and nothing else", (thickness) => {
  const ink = drawTable(ruled(thickness));
  const { ruleMask } = findGrids(ink, 20);
  expect(Buffer.from(ruleMask).equals(Buffer.from(ink.data))).toBe(true);
});

describe("rules as they are printed", () => {
  /** A page of 500 × 400 px with bars of ink on it. */
  function inkOf(...bars: [x0: number, y0: number, x1: number, y1: number][]): InkMask {
    const data = new Uint8Array(500 * 400);
    for (const [x0, y0, x1, y1] of bars)
      for (let y = y0; y < y1; y++) data.fill(1, y * 500 + x0, y * 500 + x1);
    return { widthPx: 500, heightPx: 400, data };
  }
  const xs = [60, 200, 330, 440];
  const ys = [100, 150, 200];
  const row = (y: number, from = 60, to = 440): [number, number, number, number] => [from, y, to + 2, y + 2];
  const column = (x: number, from = 100, to = 200): [number, number, number, number] => [
    x,
    from,
    x + 2,
    to + 2,
  ];
  const spansOf = (ink: InkMask): string[] =>
    findGrids(ink, 20).grids.map(({ cells }) =>
      cells.map((cell) => `${cell.row},${cell.column}+${cell.rowSpan}x${cell.columnSpan}`).join(" "),
    );
  const plain = "0,0+1x1 0,1+1x1 0,2+1x1 1,0+1x1 1,1+1x1 1,2+1x1";

  test("double ones are one edge, however far apart", () => {
    for (const apart of [3, 4, 5, 6]) {
      const bars = [...ys.map((y) => row(y)), ...xs.map((x) => column(x))];
      const twins = [...ys.map((y) => row(y + apart)), ...xs.map((x) => column(x + apart))];
      expect(spansOf(inkOf(...bars, ...twins))).toEqual([plain]);
    }
  });

  test("strokes of text close beside a column don't make it a double one: cells begin at the rule", () => {
    const strokes = [110, 162].map((y): [number, number, number, number] => [204, y, 207, y + 22]);
    const ink = inkOf(...ys.map((y) => row(y)), ...xs.map((x) => column(x)), ...strokes);
    const { grids, ruleMask } = findGrids(ink, 20);
    expect(grids[0].cells.filter(({ column: at }) => at === 1).map(({ box }) => box[0])).toEqual([202, 202]);
    expect(strokes.map(([x, y]) => ruleMask[(y + 10) * 500 + x + 1])).toEqual([0, 0]);
  });

  test("strokes of text that stand in line above a column are none", () => {
    const strokes = xs.slice(0, 3).flatMap((x): [number, number, number, number][] => [
      [x, 76, x + 2, 94],
      [x + 5, 76, x + 7, 94],
      [x - 8, 80, x + 8, 82],
    ]);
    expect(spansOf(inkOf(...ys.map((y) => row(y)), ...xs.map((x) => column(x)), ...strokes))).toEqual([
      plain,
    ]);
  });

  test.each([24, 36])(
    "nor are strokes of %i px with white on both their sides, which stay on the page",
    (long) => {
      const strokes = xs.slice(0, 2).map((x): [number, number, number, number] => [x, 90 - long, x + 2, 90]);
      const ink = inkOf(
        ...ys.map((y) => row(y)),
        ...xs.map((x) => column(x, 100, 300)),
        row(300),
        ...strokes,
      );
      const { grids, ruleMask } = findGrids(ink, 20);
      expect(grids.map(({ rowEdgesPx }) => rowEdgesPx.length - 1)).toEqual([3]);
      expect(strokes.map(([x, y]) => ruleMask[(y + 10) * 500 + x + 1])).toEqual([0, 0]);
    },
  );

  test("a short rule is one though a stroke of text stands in its line below", () => {
    const bars = [row(100), row(134), row(200), column(60), column(330), column(440), column(200, 100, 134)];
    const stroke: [number, number, number, number][] = [
      [200, 143, 203, 163],
      [190, 148, 213, 150],
      [192, 156, 211, 158],
    ];
    expect(spansOf(inkOf(...bars, ...stroke))).toEqual(["0,0+1x1 0,1+1x1 0,2+1x1 1,0+1x2 1,2+1x1"]);
  });

  test("the upper strokes of a line of text that begins at a border are none", () => {
    const letters = [0, 1, 2, 3, 4, 5].flatMap((at): [number, number, number, number][] => [
      [62 + 20 * at, 165, 82 + 20 * at, 167],
      [64 + 20 * at, 167, 78 + 20 * at, 184],
    ]);
    const bars = [...ys.map((y) => row(y)), ...xs.map((x) => column(x))];
    expect(spansOf(inkOf(...bars, ...letters))).toEqual([plain]);
  });

  test("a hole in a rule that two merged cells share doesn't make them one", () => {
    const bars = [row(100), row(200), row(150, 200, 440), column(60), column(330), column(440)];
    const holed: [number, number, number, number][] = [column(200, 100, 155), column(200, 166, 200)];
    expect(spansOf(inkOf(...bars, ...holed))).toEqual(["0,0+2x1 0,1+1x1 0,2+1x1 1,1+1x1 1,2+1x1"]);
  });

  test("a hole near the end of a rule costs no column where borders are left out", () => {
    const holed = [row(200, 76), row(200, 60, 67)];
    const bars = [row(100), ...holed, column(200), column(330)];
    expect(spansOf(inkOf(...bars))).toEqual(["0,0+1x1 0,1+1x1 0,2+1x1"]);
  });

  test("nor near the end of a rule in a low row", () => {
    const holed: [number, number, number, number][] = [column(200, 100, 104), column(200, 113, 140)];
    const bars = [row(100), row(140), column(60, 100, 140), column(440, 100, 140), column(330, 100, 140)];
    expect(spansOf(inkOf(...bars, ...holed))).toEqual(["0,0+1x1 0,1+1x1 0,2+1x1"]);
  });

  test("a 1 that touches the rule below it parts no cell", () => {
    const one: [number, number, number, number][] = [[200, 118, 203, 140]];
    const bars = [row(100), row(140), column(60, 100, 140), column(440, 100, 140), column(330, 100, 140)];
    expect(spansOf(inkOf(...bars, ...one))).toEqual(["0,0+1x1 0,1+1x1"]);
  });

  test("nor does one that stands below another, which touches the rule above", () => {
    const ones: [number, number, number, number][] = [
      [200, 102, 203, 116],
      [200, 126, 203, 140],
    ];
    const bars = [row(100), row(140), column(60, 100, 140), column(440, 100, 140), column(330, 100, 140)];
    expect(spansOf(inkOf(...bars, ...ones))).toEqual(["0,0+1x1 0,1+1x1"]);
  });

  test("a frame around a table has no cells, whatever white there is in it", () => {
    const frame = [10, 390].map((y): [number, number, number, number] => [10, y, 492, y + 2]);
    const sides = [10, 490].map((x): [number, number, number, number] => [x, 10, x + 2, 392]);
    const words = xs.slice(0, 3).flatMap((x) => ys.slice(0, 2).map((y) => [x + 20, y + 12, y + 32] as const));
    const bars = [...ys.map((y) => row(y)), ...xs.map((x) => column(x)), ...frame, ...sides];
    const letters = words.map(([x, y, end]): [number, number, number, number] => [x, y, x + 8, end]);
    expect(spansOf(inkOf(...bars, ...letters))).toEqual([plain]);
  });

  test("of a table without top and bottom a merged first column is kept", () => {
    const bars = [row(180, 200, 440), ...xs.map((x) => column(x, 100, 260))];
    expect(spansOf(inkOf(...bars))).toEqual(["0,0+2x1 0,1+1x1 0,2+1x1 1,1+1x1 1,2+1x1"]);
  });

  const twoOf = (gap: number, upper: readonly number[], lower: readonly number[]): InkMask =>
    inkOf(
      ...[100, 150, 200, 200 + gap, 250 + gap, 300 + gap].map((y) => row(y)),
      ...upper.map((x) => column(x)),
      ...lower.map((x) => column(x, 200 + gap, 300 + gap)),
    );

  test.each([8, 9, 10, 12, 16, 24, 30, 36, 44])("two tables of equal width, %i px apart, are two", (gap) => {
    expect(spansOf(twoOf(gap, xs, xs))).toEqual([plain, plain]);
  });

  test.each([12, 20, 30, 44])("also without rules at their sides, %i px apart", (gap) => {
    expect(spansOf(twoOf(gap, [200, 330], [200, 330]))).toEqual([plain, plain]);
  });

  test.each([8, 20])("two that share but their sides have their own columns, %i px apart", (gap) => {
    const spans = "0,0+1x1 0,1+1x1 1,0+1x1 1,1+1x1";
    expect(spansOf(twoOf(gap, [60, 200, 440], [60, 330, 440]))).toEqual([spans, spans]);
  });

  test.each([4, 5, 6])(
    "a rule with another %i px below it is a double one, though no column crosses it",
    (gap) => {
      const spans = "0,0+1x1 0,1+1x1 0,2+1x1";
      expect(spansOf(twoOf(gap, xs, xs))).toEqual([
        [0, 1, 2, 3].map((at) => spans.replaceAll("0,", `${at},`)).join(" "),
      ]);
    },
  );

  test("nor are tables what columns, or one of them, run through, or what is ruled so all over", () => {
    const rows = [100, 150, 200, 209, 250, 300].map((y) => row(y));
    const four = [0, 1, 2, 3].map((at) => `${at},0+1x1 ${at},1+1x1 ${at},2+1x1`).join(" ");
    expect(spansOf(inkOf(...rows, ...xs.map((x) => column(x, 100, 300))))).toEqual([four]);
    const parted = xs.slice(0, -1).flatMap((x) => [column(x, 100, 202), column(x, 209, 302)]);
    expect(spansOf(inkOf(...rows, ...parted, column(440, 100, 300)))).toEqual([four]);
    const all = [100, 150, 159, 200, 209, 260].map((y) => row(y));
    const pieces = xs.flatMap((x) => [column(x, 100, 152), column(x, 159, 202), column(x, 209, 262)]);
    expect(spansOf(inkOf(...all, ...pieces))).toHaveLength(1);
  });

  test("a line of text in a merged cell is no rule, though it stands at the height of one beside it", () => {
    const letters = [0, 1, 2, 3, 4, 5, 6].flatMap((at): [number, number, number, number][] => [
      [64 + 19 * at, 150, 80 + 19 * at, 152],
      [66 + 19 * at, 143, 78 + 19 * at, 145],
      [66 + 19 * at, 157, 78 + 19 * at, 159],
      [71 + 19 * at, 143, 73 + 19 * at, 159],
    ]);
    const bars = [row(100), row(200), row(150, 200, 440), ...xs.map((x) => column(x))];
    expect(spansOf(inkOf(...bars, ...letters))).toEqual(["0,0+2x1 0,1+1x1 0,2+1x1 1,1+1x1 1,2+1x1"]);
  });

  test("nor are the lowest strokes of a line that fills its cell nearly from side to side", () => {
    const letters = Array.from({ length: 15 }, (_, at): [number, number, number, number][] => [
      [65 + 19 * at, 129, 82 + 19 * at, 131],
      [67 + 19 * at, 114, 80 + 19 * at, 116],
      [69 + 19 * at, 122, 79 + 19 * at, 128],
      [70 + 19 * at, 114, 73 + 19 * at, 131],
      [75 + 19 * at, 114, 77 + 19 * at, 131],
    ]).flat();
    const bars = [row(100), row(150), row(200), ...[60, 400, 440].map((x) => column(x))];
    expect(spansOf(inkOf(...bars, ...letters))).toEqual(["0,0+1x1 0,1+1x1 1,0+1x1 1,1+1x1"]);
  });

  test("nor are those of a line in a merged cell that stands at the height of a rule beside it", () => {
    const letters = Array.from({ length: 7 }, (_, at): [number, number, number, number][] => [
      [205 + 19 * at, 150, 222 + 19 * at, 152],
      [207 + 19 * at, 135, 220 + 19 * at, 137],
      [209 + 19 * at, 143, 219 + 19 * at, 149],
      [210 + 19 * at, 135, 213 + 19 * at, 152],
      [215 + 19 * at, 135, 217 + 19 * at, 152],
    ]).flat();
    const bars = [row(100), row(150, 340), row(200), ...[60, 200, 340, 440].map((x) => column(x))];
    expect(spansOf(inkOf(...bars, ...letters))).toEqual(["0,0+2x1 0,1+2x1 0,2+1x1 1,2+1x1"]);
  });

  test("of a rule that text is printed over nothing stays on the page", () => {
    const letters = [0, 1, 2, 3].flatMap((at): [number, number, number, number][] => [
      [66 + 24 * at, 136, 68 + 24 * at, 158],
      [80 + 24 * at, 136, 82 + 24 * at, 158],
      [66 + 24 * at, 144, 82 + 24 * at, 146],
    ]);
    const ink = inkOf(...ys.map((y) => row(y)), ...xs.map((x) => column(x)), ...letters);
    const { grids, ruleMask } = findGrids(ink, 20);
    expect(grids[0].cells).toHaveLength(6);
    const isErased = (x: number): boolean => ruleMask[150 * 500 + x] === 1;
    expect([63, 74, 98, 190, 300].map(isErased)).toEqual([true, true, true, true, true]);
    expect([66, 81].map(isErased)).toEqual([false, false]);
  });

  test("an empty row over the whole width is a row where its sides are ruled", () => {
    const ink = inkOf(
      ...[100, 150, 200, 230, 280].map((y) => row(y)),
      ...[60, 440].map((x) => column(x, 100, 280)),
      ...[200, 330].flatMap((x) => [column(x), column(x, 230, 280)]),
    );
    expect(findGrids(ink, 20).grids.map(({ rowEdgesPx }) => rowEdgesPx.length - 1)).toEqual([4]);
  });
});
