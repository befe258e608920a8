import { describe, expect, test } from "vitest";
import { buildFlow } from "../../src/extract/build-flow.ts";
import { normalizeScan } from "../../src/normalize/index.ts";
import { cell } from "../support/cut-table.ts";
import { type DrawnCell, ruled, scanOf } from "../support/normal-scan.ts";

const FOOT = 1300;
/** Rooms of 5, 6, 16 and 9 letters; in the third so much is over that a line of 15 leaves nearly two. */
const EDGES = [100, 220, 360, 708, 900];
const row = (at: number, ...texts: string[]): DrawnCell[] =>
  texts.map((words, column) => cell(at, column, 1, words));
const HEAD = row(0, "服务大项", "服务要求", "服务细项", "量化标准");

function tableOf(upper: DrawnCell[], lower: DrawnCell[]) {
  const { box } = ruled(upper, EDGES, 0);
  const scan = scanOf([ruled(upper, EDGES, FOOT - box[3])], [ruled(lower, EDGES, 100)]);
  const { flow, problems } = buildFlow(normalizeScan(scan));
  const [table, ...others] = flow.filter((part) => part.kind === "table");
  expect(others).toEqual([]);
  const cells = table.cells.map(({ content, ...place }) => ({ ...place, text: content.text }));
  return { rowCount: table.rowCount, cells, told: problems.map(({ code }) => code) };
}

const at = (cells: DrawnCell[], row: number, column: number): DrawnCell | undefined =>
  cells.find((each) => each.row === row && each.column === column);

describe("a row's words that the page's end cut before what no line's end may part", () => {
  const body = [
    ...HEAD,
    ...row(1, "家庭", "走访", "（1）组织社区居民", "2场"),
    ...row(2, "长者", "慰问", "（2）培训社区志愿者", "3场"),
  ];
  const rest = (words: string): DrawnCell[] => [
    ...row(0, "", "", words, ""),
    ...row(1, "儿童", "课堂", "（4）协商", "5场"),
  ];

  test.each([
    [
      "a mark that closes",
      "（3）登记节庆普法排查安全互助家\n健康困境家庭志愿者议事协商社区",
      "民，志愿者关爱",
    ],
    ["the rest of a figure", "（3）登记节庆普法排查安全互助家\n健康困境家庭志愿者议事协商共", "1200人次"],
    ["a mark that opens", "（3）登记节庆普法排查安全互助家\n健康困境家庭志愿者议事协商社区", "（每月"],
  ])("is one row: %s", (_, before, after) => {
    const { rowCount, cells, told } = tableOf(
      [...body, ...row(3, "亲子", "讲座", before, "4场")],
      rest(after),
    );
    expect(told).toEqual([]);
    expect(rowCount).toBe(5);
    expect(at(cells, 3, 2)?.text).toBe(`${before.replace("\n", "")}${after}`);
    expect(at(cells, 4, 0)?.text).toBe("儿童");
  });

  test("is told, and two rows, where so short a piece would have had room", () => {
    const before = "（3）登记节庆普法排查安全互助\n健康困境家庭志愿";
    expect(tableOf([...body, ...row(3, "亲子", "讲座", before, "4场")], rest("者，关爱")).told).toEqual([
      "ambiguous-join",
    ]);
  });
});

describe("a row cut right below the header", () => {
  test("lacks the number that the rows below it have", () => {
    const upper = [
      ...HEAD,
      ...row(
        1,
        "",
        "",
        "（1.1）排查安全家庭培训环保志愿者慰问环保档案儿童社区配合评估",
        "全年不低于六十三次且档案建立率达不",
      ).slice(2),
      cell(1, 0, 1, "亲子服务"),
      cell(1, 1, 1, "档案探访"),
    ];
    const lower = [
      ...row(0, "", "", "普法安全", "低于98%"),
      cell(1, 0, 3, "健康治理"),
      cell(1, 1, 3, "邻里课堂"),
      ...row(1, "", "", "（1.1）协商", "5场").slice(2),
      ...row(2, "", "", "（1.2）走访", "6场").slice(2),
      ...row(3, "", "", "（1.3）培训", "7场").slice(2),
    ];
    const { rowCount, cells, told } = tableOf(upper, lower);
    expect(told).toEqual([]);
    expect(rowCount).toBe(5);
    expect(at(cells, 1, 3)?.text).toBe("全年不低于六十三次且档案建立率达不低于98%");
  });
});

describe("a cell over more rows than the cut one", () => {
  test("goes on with it, whatever its column holds else", () => {
    const upper = [
      ...row(0, "时间", "地点", "内容", "责任人"),
      ...Array.from({ length: 10 }, (_, index) =>
        row(1 + index, `指导${index}`, "排查", "反馈文体", "登记"),
      ).flat(),
      ...row(11, "培训", "收集", "更新文体安全跟进评估反馈亲子建立组织社区议事协商居民慰问走访所在", "残障"),
    ];
    const lower = [
      cell(0, 0, 2, ""),
      ...row(0, "", "", "残障人士", "").slice(1),
      ...row(1, "", "联络", "撰写邻里", "举办").slice(1),
      ...row(2, "跟进", "互助", "助餐普法", "就业"),
    ];
    const { rowCount, cells, told } = tableOf(upper, lower);
    expect(told).toEqual([]);
    expect(rowCount).toBe(14);
    expect(at(cells, 11, 2)?.text).toMatch(/走访所在残障人士$/);
    expect(at(cells, 11, 0)).toMatchObject({ rowSpan: 2, text: "培训" });
    expect(at(cells, 12, 1)?.text).toBe("联络");
  });
});

describe("a row of which nothing but a further sentence or list item stands overleaf", () => {
  const upper = (last: string): DrawnCell[] => [
    ...HEAD,
    ...Array.from({ length: 6 }, (_, index) =>
      row(1 + index, `家庭${index}`, "走访", "组织社区居民开展讲座。", "2场"),
    ).flat(),
    ...row(7, "长者", "慰问", last, "3场"),
  ];
  const lower = (first: string): DrawnCell[] => [
    ...row(0, "", "", first, ""),
    ...row(1, "儿童", "课堂", "培训志愿者。", "5场"),
  ];

  test.each([
    ["sentence", "登记节庆普法排查安全互助家庭；\n走访困境家庭志愿者议事协商。", "跟进后七日内提交总结。"],
    ["item", "（1）登记节庆普法排查安全；\n（2）走访困境家庭志愿者议事。", "（3）跟进后七日内提交总结。"],
  ])("is one row: %s", (_, before, after) => {
    const { rowCount, cells, told } = tableOf(upper(before), lower(after));
    expect(told).toEqual([]);
    expect(rowCount).toBe(9);
    expect(at(cells, 7, 2)?.text).toBe(`${before.replace("\n", "")}${after}`);
  });

  test("is two where the number may be the row's own", () => {
    const before = "（1）登记节庆普法排查安全互助家\n庭走访困境家庭志愿者议事。";
    const { rowCount } = tableOf(upper(before), lower("（2）跟进后七日内提交总结。"));
    expect(rowCount).toBe(10);
  });
});

test("an empty cell below the break, where no cell is merged, is told and stays one of its own", () => {
  const upper = [
    ...row(0, "序号", "工作", "安排", "备注"),
    ...row(1, "1", "配合", "收集社区信息", "培训"),
    ...row(2, "2", "走访", "参与环保评估", "开展"),
  ];
  const lower = [...row(0, "3", "组织", "指导更新", ""), ...row(1, "4", "跟进", "协商", "配合")];
  const { cells, told } = tableOf(upper, lower);
  expect(told).toEqual(["ambiguous-join"]);
  expect(at(cells, 3, 3)).toMatchObject({ rowSpan: 1, text: "" });
});

test("a cell whose words alone set the height of its row doesn't go on in one over further rows, and is told", () => {
  const upper = [
    ...HEAD,
    cell(1, 0, 2, "家庭"),
    ...row(1, "", "走访", "组织讲座", "2场").slice(1),
    ...row(2, "", "慰问", "组织讲座", "3场").slice(1),
    ...row(3, "开展议事居民志愿者就业居民长者义工家庭走", "关爱", "协商", "4场"),
  ];
  const lower = [
    cell(0, 0, 2, "登记协"),
    ...row(0, "", "环保", "走访", "5场").slice(1),
    ...row(1, "", "信息", "评估", "6场").slice(1),
  ];
  const { cells, told } = tableOf(upper, lower);
  expect(told).toEqual(["ambiguous-join"]);
  expect(at(cells, 4, 0)).toMatchObject({ rowSpan: 2, text: "登记协" });
});

test("a row is cut with its one cell that breaks off amid what is in brackets, though other rows' cells of all columns are merged", () => {
  const upper = [
    ...HEAD,
    cell(1, 0, 2, "家庭"),
    cell(1, 1, 2, "走访"),
    cell(1, 2, 2, "组织社区居民"),
    cell(1, 3, 2, "2场"),
    ...row(3, "反馈睦邻", "指导排查", "组织志愿者困境家庭配合普法登记\n志愿者困境家庭配合长《服务手", "3场"),
  ];
  const lower = [
    cell(0, 0, 2, ""),
    cell(0, 1, 1, ""),
    cell(0, 2, 1, "册》者跟进"),
    cell(0, 3, 1, ""),
    ...["讲座", "居民", "4场"].map((words, column) => cell(1, column + 1, 1, words)),
    ...row(2, "儿童", "课堂", "协商", "5场"),
  ];
  const { rowCount, cells } = tableOf(upper, lower);
  expect(rowCount).toBe(6);
  expect(at(cells, 3, 2)?.text.replaceAll(" ", "")).toContain("《服务手册》者跟进");
});
