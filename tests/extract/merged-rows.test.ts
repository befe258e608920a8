import { describe, expect, test } from "vitest";
import { findMergedRows } from "../../src/extract/merged-rows.ts";
import { findUnruledRows } from "../../src/extract/unruled-rows.ts";
import type { RecognizedPage } from "../../src/model/recognized.ts";
import { normalizeScan } from "../../src/normalize/index.ts";
import { type DrawnCell, line, PITCH_PX, ruled, scanOf, text } from "../support/normal-scan.ts";

const EDGES = [100, 200, 420, 540, 720, 900];
const HEAD = ["序号", "项目", "数量", "单价（元）", "小计（元）"];

/** Rows of a table, its cells' lines parted by line ends; "<" goes on the cell to the left. */
function table(...rows: string[][]): Extract<RecognizedPage["blocks"][number], { kind: "table" }> {
  const cells = rows.flatMap((texts, row) =>
    texts.flatMap((own, column): DrawnCell[] => {
      if (own === "<") return [];
      let columnSpan = 1;
      while (texts[column + columnSpan] === "<") columnSpan += 1;
      return [{ row, column, rowSpan: 1, columnSpan, text: own }];
    }),
  );
  return ruled(cells, EDGES, 200);
}

const told = (block: RecognizedPage["blocks"][number]) => findMergedRows(normalizeScan(scanOf([block])));
const toldOf = (...rows: string[][]) => told(table(...rows));

describe("rows that were read as one are told where they stand", () => {
  test.each<[string, string[][]]>([
    [
      "two, whose names say too little to part them by",
      [HEAD, ["1\n2", "甲\n乙", "3\n4", "2800.00\n3000.00", "8400.00\n12000.00"]],
    ],
    [
      "three, one with a word for a figure",
      [HEAD, ["1", "甲\n乙\n丙", "面议\n4\n5", "28.00\n30.00\n31.50", "28.00"]],
    ],
    [
      "a head and its first row",
      [HEAD.map((word, at) => `${word}\n${["1", "保洁", "12", "200", "2400"][at]}`)],
    ],
    [
      "counted ones of words",
      [
        ["序号", "项目", "内容", "标准", "备注"],
        ["1", "甲", "乙", "丙", ""],
        ["2\n3", "甲", "乙", "丙", ""],
      ],
    ],
  ])("%s", (_, rows) => {
    const problems = toldOf(...rows);
    expect(problems.map(({ code, pageNumber }) => [code, pageNumber])).toEqual([["ambiguous-grid", 1]]);
    expect(problems[0].message.zh).toContain("几行读成了一行");
    const at = rows.length - 1;
    const { rowEdgesPx } = table(...rows);
    expect([problems[0].box?.[1], problems[0].box?.[3]]).toEqual([rowEdgesPx[at], rowEdgesPx[at + 1]]);
  });
});

test("rows that white alone parts are told, but not the lines of long cells", () => {
  const long = "为独居长者建立服务档案并按季度更新";
  const block = table(["项目", "内容", "标准", "备注", "负责"], ["社区活动策划", long, "每月", "有", "无"]);
  const spaced = (tops: number[][]) => ({
    ...block,
    cells: block.cells.map((cell) =>
      cell.row === 1
        ? {
            ...cell,
            lines: tops[cell.column].map((top) => line("活动", cell.box[0] + 5, cell.box[1] + 5 + top)),
          }
        : cell,
    ),
  });
  expect(told(spaced([[0, 80], [0, 30, 80, 110], [0, 80], [0, 80], [0]]))).toHaveLength(1);
  expect(told(spaced([[0, 30], [0, 30, 60, 90], [0, 30], [0], [0, 30]]))).toEqual([]);
  expect(told(spaced([[0], [0, 30, 80, 110], [0], [0, 30], [0]]))).toEqual([]);
});

describe("columns that were read as one are told", () => {
  /** A cell that holds two lines of words beside each other, so far apart. */
  function withPairs(pairs: [string, string][]): RecognizedPage["blocks"][number] {
    const block = table(...pairs.map(([left], row) => [String(row + 1), left, "x", "y", "z"]));
    const cells = block.cells.map((cell) => {
      if (cell.column !== 1) return cell;
      const y = block.rowEdgesPx[cell.row] + 5;
      const [left, right] = pairs[cell.row];
      return { ...cell, lines: [line(left, 205, y), line(right, 320, y)] };
    });
    return { ...block, cells };
  }

  test("where each row holds two figures side by side", () => {
    const problems = told(
      withPairs([
        ["数量", "单价"],
        ["3", "2800"],
        ["4", "3000"],
        ["6", "1500"],
      ]),
    );
    expect(problems).toHaveLength(1);
    expect(problems[0].message.zh).toContain("几列");
  });

  test("where a head is one cell over them all", () => {
    const block = table([HEAD[0], "<", "<", "<", "<"], ["1", "保洁", "3", "28.00", "84.00"]);
    const y = block.rowEdgesPx[0] + 5;
    const lines = HEAD.map((word, at) => line(word.slice(0, 3), EDGES[at] + 8, y));
    const problems = told({ ...block, cells: [{ ...block.cells[0], lines }, ...block.cells.slice(1)] });
    expect(problems).toHaveLength(1);
  });

  test.each([
    ["far apart", 430, 600, 1],
    ["near", 480, 545, 0],
  ])("where two names of a head stand in one cell over both, %s", (_, left, right, count) => {
    const block = table(["序号", "项目", "数量", "<", "备注"], ["1", "保洁", "3", "28.00", "84.00"]);
    const y = block.rowEdgesPx[0] + 5;
    const lines = [line("数量", left, y), line("单价", right, y)];
    const cells = block.cells.map((cell) =>
      cell.row === 0 && cell.column === 2 ? { ...cell, lines } : cell,
    );
    expect(told({ ...block, cells })).toHaveLength(count);
  });

  test("but not where each holds two phrases", () => {
    expect(
      told(
        withPairs([
          ["选项", "说明"],
          ["□是", "□否"],
          ["□是", "□否"],
          ["□是", "□否"],
        ]),
      ),
    ).toEqual([]);
  });
});

test("words that run on from one cell to the next are told where they are all that a row holds", () => {
  const block = table(HEAD, ["二、", "活动经费", "", "", ""], ["1", "甲", "1", "2", "3"]);
  const setAt = (x: number) => ({
    ...block,
    cells: block.cells.map((cell) =>
      cell.row === 1 && cell.column === 0
        ? { ...cell, lines: [line("二、", x, block.rowEdgesPx[1] + 5)] }
        : cell,
    ),
  });
  expect(told(setAt(EDGES[1] - 2 * 20 - 2)).map(({ message }) => message.en)).toEqual([
    expect.stringContaining("run on"),
  ]);
  expect(told(setAt(EDGES[0] + 5))).toEqual([]);
});

describe("a sound table is not told", () => {
  test.each<[string, string[][]]>([
    [
      "long words in several columns",
      [HEAD, ["1", "为独居长者建立服务档案并按季度更新", "12", "每月上门走访一次并填写记录", "不少于12次"]],
    ],
    ["a list in one cell", [HEAD, ["1", "（1）甲\n（2）乙", "12", "100.00\n200.00", "300.00"]]],
    [
      "lists of words beside one another",
      [HEAD, ["1", "甲\n乙", "每月\n每季", "不少于2场\n不少于3场", "有\n无"]],
    ],
    ["dates", [HEAD, ["1", "甲", "2025年\n1月1日", "2025年\n12月31日", "300.00"]]],
    ["numbers that a line breaks", [HEAD, ["1", "甲", "13800\n138000", "110101199\n001011234", "有"]]],
    ["a head over two lines", [HEAD.map((word) => `${word}\n（甲）`), ["1", "甲", "1", "2", "3"]]],
    ["a title over all columns", [["服务项目价格表", "<", "<", "<", "<"], HEAD, ["1", "甲", "1", "2", "3"]]],
    [
      "numbers of two parts",
      [
        ["序号", "项目", "数量", "单价", "小计"],
        ["1", "甲", "1", "2", "3"],
        ["2\n5", "甲", "1", "2", "3"],
      ],
    ],
  ])("%s", (_, rows) => {
    expect(toldOf(...rows)).toEqual([]);
  });
});

test("numbers that a line breaks are no rows, though a blank was taken to stand between their parts", () => {
  const cells = ["1", "甲", "8488\n6", "8154\n2", "有"].map((own, column): DrawnCell => {
    return { row: 1, column, rowSpan: 1, columnSpan: 1, text: own };
  });
  const head = HEAD.map(
    (own, column): DrawnCell => ({ row: 0, column, rowSpan: 1, columnSpan: 1, text: own }),
  );
  expect(told(ruled([...head, ...cells], [100, 200, 420, 545, 670, 900], 200))).toEqual([]);
});

describe("a line beside a table", () => {
  const beside = (texts: string[]) => {
    const block = table(["1", "保洁", "3", "28.00", "84.00"], ["2", "保安", "3", "28.00", "84.00"]);
    const lines = texts.map((own, at) => line(own, EDGES[at] + 8, 160));
    return findUnruledRows(
      normalizeScan(scanOf([{ kind: "text", role: "body", box: [100, 160, 900, 184], lines }, block])),
    );
  };

  test("with words in each column is told as a row that was left out", () => {
    expect(beside(HEAD.map((word) => word.slice(0, 3))).map(({ box }) => box?.[1])).toEqual([160]);
  });

  test("is none with fewer words, or with labels for what is written behind them", () => {
    expect(beside(["表一", "单位"])).toEqual([]);
    expect(beside(["制表：", "审核：", "批准：", "日期：", "盖章："])).toEqual([]);
  });
});

describe("lines at a table's side", () => {
  const atSide = (tops: number[], x: number) => {
    const rows = [HEAD, ...["1", "2", "3"].map((count) => [count, "保洁", "3", "28.00", "84.00"])];
    const block = table(...rows);
    const lines = tops.map((top) => line("专家督导", x, block.rowEdgesPx[0] + top));
    const side: RecognizedPage["blocks"][number] = {
      kind: "text",
      role: "body",
      box: [x, 200, x + 80, 600],
      lines,
    };
    return findUnruledRows(normalizeScan(scanOf([side, block])));
  };
  const heights = table(HEAD, HEAD, HEAD, HEAD)
    .rowEdgesPx.map((edge, _, all) => edge - all[0] + 8)
    .slice(0, 4);

  test("are told as a column that was left out where each row has one", () => {
    expect(atSide(heights, 10)).toHaveLength(1);
    expect(atSide(heights.slice(1), 910)).toHaveLength(1);
    expect(atSide([0, 14, ...heights.slice(1)], 10)).toHaveLength(1);
  });

  test("are none where they are fewer, or stand closer than rows", () => {
    expect(atSide(heights.slice(0, 2), 10)).toEqual([]);
    expect(atSide([8, 26, 44, 62, 80, 98, 116, 134], 10)).toEqual([]);
  });
});

describe("rows and columns outside tables", () => {
  const AT = [110, 260, 480, 620];
  const rowsOf = (rows: string[][]): RecognizedPage["blocks"] =>
    rows.map((row, at) => {
      const y = 300 + PITCH_PX * at;
      const lines = row.flatMap((own, column) => (own === "" ? [] : [line(own, AT[column], y)]));
      return { kind: "text", role: "body", box: [100, y, 900, y + 24], lines };
    });
  const ofRows = (rows: string[][]) => findUnruledRows(normalizeScan(scanOf(rowsOf(rows))));

  test("are told with figures below figures", () => {
    const problems = ofRows([
      ["项目", "数量", "单价", "小计"],
      ["保洁", "3", "28.00", "84.00"],
      ["保安服务", "12", "30.00", "360.00"],
      ["绿化", "6", "15.00", "90.00"],
    ]);
    expect(problems.map(({ code, box }) => [code, box?.[1]])).toEqual([["ambiguous-grid", 336]]);
  });

  test.each<[string, string[][]]>([
    [
      "two of them",
      [
        ["保洁", "3", "28.00", "84.00"],
        ["保安服务", "12", "30.00", "360.00"],
      ],
    ],
    [
      "where parties sign",
      [
        ["甲方：", "", "乙方：", ""],
        ["地址：", "", "地址：", ""],
        ["日期：", "", "日期：", ""],
      ],
    ],
    [
      "names and one figure",
      [
        ["甲", "社工", "3人", ""],
        ["乙", "护工", "4人", ""],
        ["丙", "司机", "1人", ""],
      ],
    ],
  ])("but not %s", (_, rows) => {
    expect(ofRows(rows)).toEqual([]);
  });

  test("nor is prose", () => {
    const prose = text(
      "乙方于2025年内开展活动12次，服务300人次，费用共计36,000.00元，按季度支付9,000.00元。".repeat(4),
      200,
    );
    expect(findUnruledRows(normalizeScan(scanOf([prose])))).toEqual([]);
  });
});
