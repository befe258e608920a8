import { describe, expect, test } from "vitest";
import { buildFlow } from "../../src/extract/build-flow.ts";
import type { RecognizedLine } from "../../src/model/recognized.ts";
import { normalizeScan } from "../../src/normalize/index.ts";
import { cell } from "../support/cut-table.ts";
import { type DrawnCell, ruled, scanOf } from "../support/normal-scan.ts";

const FOOT = 1300;
const EDGES = [100, 220, 360, 700, 900];
type Ruled = ReturnType<typeof ruled>;

function atFoot(cells: DrawnCell[]): Ruled {
  const { box } = ruled(cells, EDGES, 0);
  return ruled(cells, EDGES, FOOT - box[3]);
}

const row = (at: number, ...texts: string[]): DrawnCell[] =>
  texts.map((words, column) => cell(at, column, 1, words));
const HEAD = row(0, "服务大项", "服务要求", "服务细项", "量化标准");

/** The same with every cell's text in the middle of its height. */
function centred(table: Ruled): Ruled {
  const moved = (line: RecognizedLine, by: number): RecognizedLine => {
    const [x0, y0, x1, y1] = line.box;
    return { ...line, box: [x0, y0 + by, x1, y1 + by] };
  };
  const cells = table.cells.map((each) => {
    if (each.lines.length === 0) return each;
    const bottom = each.lines[each.lines.length - 1].box[3];
    const by = (each.box[3] - bottom - (each.lines[0].box[1] - each.box[1])) / 2;
    return { ...each, lines: each.lines.map((line) => moved(line, by)) };
  });
  return { ...table, cells };
}

function tableOf(upper: Ruled, lower: Ruled) {
  const { flow, problems } = buildFlow(normalizeScan(scanOf([upper], [lower])));
  const [table, ...others] = flow.filter((part) => part.kind === "table");
  expect(others).toEqual([]);
  const cells = table.cells.map(({ content, ...place }) => ({ ...place, text: content.text }));
  return { rowCount: table.rowCount, cells, told: problems.map(({ code }) => code) };
}

describe("a group's name of full lines above a page break", () => {
  const DETAIL = "开展社区居民议事协商活动建立台账并且培训志愿者和社区里的居民反馈";
  const upper = (lastRow: string): DrawnCell[] => [
    ...HEAD,
    cell(1, 0, 2, "居民支持服务"),
    ...row(1, "", "走访", DETAIL, "2场").slice(1),
    ...row(2, "", "慰问", "组织讲座", "3场").slice(1),
    ...row(3, "档案管理与整理服务部", "关爱", lastRow, "4场"),
  ];
  const lower = [
    ...row(0, "互助保障服务", "环保", "组织讲座", "5场").filter(({ column }) => column > 0),
    cell(0, 0, 2, "互助保障服务"),
    ...row(1, "", "信息", "走访", "6场").slice(1),
  ];
  const TWO_LINES = "登记议事组织发布就业整理议事社区心理培育长者文体青少年议事";

  test("in the middle of its cell, with room for a further line, is whole", () => {
    const { cells, told } = tableOf(
      centred(atFoot(upper(`${TWO_LINES}反馈台账走访`))),
      ruled(lower, EDGES, 100),
    );
    expect(cells).toContainEqual(cell(3, 0, 1, "档案管理与整理服务部"));
    expect(cells).toContainEqual(cell(4, 0, 2, "互助保障服务"));
    expect(told).toEqual([]);
  });

  test("that fills its cell may go on below", () => {
    const rest = [cell(0, 0, 2, "中心"), ...lower.filter(({ column }) => column > 0)];
    const { cells } = tableOf(centred(atFoot(upper(TWO_LINES))), ruled(rest, EDGES, 100));
    expect(cells).toContainEqual(cell(3, 0, 3, "档案管理与整理服务部中心"));
  });
});

describe("a row without a number whose texts break off side by side at the page's end", () => {
  const DETAIL = "登记议事组织发布就业整理议事社区心理培育长者文体";
  const body = (from: number, to: number, standard: string): DrawnCell[] =>
    Array.from({ length: to - from }, (_, at) =>
      row(from + at, "", "", `${DETAIL}走访`, standard).slice(2),
    ).flat();
  /** Rows above the last one, each with such a standard. */
  const upper = (rows: number, standard: string): DrawnCell[] => [
    ...HEAD,
    cell(1, 0, rows + 1, "家庭服务"),
    cell(1, 1, rows, "环保课堂"),
    ...body(1, rows + 1, standard),
    ...row(
      rows + 1,
      "",
      "档案课堂",
      "举办档案互助文体议事安全跟进开展组织文体走访睦邻和平街道所属的社",
      "每月30次以上；参加人员的任务完成率",
    ).slice(1),
  ];
  const lower = [
    cell(0, 0, 2, ""),
    cell(0, 1, 2, ""),
    ...row(0, "", "", "区议事整理", "达到80%以上").slice(2),
    ...row(1, "", "", "参与开展评估", "全年组织8节").slice(2),
  ];

  test("is one row where texts of hardly any other row do", () => {
    const { rowCount, cells, told } = tableOf(atFoot(upper(5, "8节")), ruled(lower, EDGES, 100));
    expect(rowCount).toBe(8);
    expect(cells).toContainEqual(cell(6, 3, 1, "每月30次以上；参加人员的任务完成率达到80%以上"));
    expect(cells).toContainEqual(cell(6, 1, 2, "档案课堂"));
    expect(told).toEqual([]);
  });

  test("is said to be unclear where few rows tell", () => {
    expect(tableOf(atFoot(upper(2, "8节")), ruled(lower, EDGES, 100)).told).toEqual(["ambiguous-join"]);
  });

  test("is said to be unclear where those of other rows do as well", () => {
    const often = [
      ...upper(5, "8节").filter(({ row, column }) => row === 0 || row === 6 || column < 2),
      ...Array.from({ length: 5 }, (_, at) =>
        row(1 + at, "", "", `${DETAIL}走访慰问台账反馈`, "每月30次以上；参加人员的任务完成率").slice(2),
      ).flat(),
    ];
    expect(tableOf(atFoot(often), ruled(lower, EDGES, 100)).told).toEqual(["ambiguous-join"]);
  });
});

describe("a row whose cells hold words of full lines, above one with an empty cell", () => {
  const endingIn = (...texts: string[]): Ruled =>
    centred(
      atFoot([
        ...HEAD,
        ...row(1, "走访", "慰问", "组织讲座", "2场"),
        ...row(2, "互助", "环保", "更新档案", "3场"),
        ...row(3, ...texts),
      ]),
    );
  const lower = row(0, "民议事协商", "台账并且培训", "", "居民文体");
  const [long, full] = ["开展社区居民议事协商活动建立", "每季度组织讲座和文体活动培训志愿者"];

  test("goes on where none has room for two lines more", () => {
    const table = endingIn(long, "普法和环保议事和就业心", "登记节", full);
    expect(tableOf(table, ruled(lower, EDGES, 100)).rowCount).toBe(4);
  });

  test("is whole where a short one has", () => {
    const table = endingIn(long, "普法和环保", "登记节", full);
    expect(tableOf(table, ruled(lower, EDGES, 100)).rowCount).toBe(5);
  });
});

describe("a group's name of one full line above a page break", () => {
  const upper = [
    ...HEAD,
    cell(1, 0, 2, "居民支持服务"),
    ...row(1, "", "走访", "建立台账", "2场").slice(1),
    ...row(2, "", "慰问", "组织讲座", "3场").slice(1),
    ...row(3, "互助保障服", "关爱", "培训志愿者", "4场"),
  ];
  const joined = (name: string) =>
    tableOf(
      atFoot(upper),
      ruled(
        [
          cell(0, 0, 2, name),
          ...row(0, "", "环保", "组织讲座", "5场").slice(1),
          ...row(1, "", "信息", "走访", "6场").slice(1),
        ],
        EDGES,
        100,
      ),
    );

  test("goes on with one character, which names nothing by itself", () => {
    expect(joined("务").cells).toContainEqual(
      expect.objectContaining({ row: 3, rowSpan: 3, text: "互助保障服务" }),
    );
  });

  test("is whole above another name", () => {
    expect(joined("环境治理").cells).toContainEqual(
      expect.objectContaining({ row: 3, rowSpan: 1, text: "互助保障服" }),
    );
  });
});
