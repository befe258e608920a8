import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildFlow } from "../../src/extract/build-flow.ts";
import { extractContents } from "../../src/extract/index.ts";
import type { FlowTable } from "../../src/model/flow.ts";
import type { RecognizedScan } from "../../src/model/recognized.ts";
import { normalizeScan } from "../../src/normalize/index.ts";
import { cell, EDGES, HEADER, partOf, type WholeTable, wholeTable } from "../support/cut-table.ts";
import { type DrawnCell, line, ruled, scanOf, text } from "../support/normal-scan.ts";

const PAGE_FOOT = 1300;
const RUNS = process.env["SEED"] ? { seed: Number(process.env["SEED"]) } : {};
const flowOf = (scan: RecognizedScan) => buildFlow(normalizeScan(scan));
const tablesOf = (scan: RecognizedScan): FlowTable[] =>
  flowOf(scan).flow.filter((part) => part.kind === "table");
const cellsOf = (table: FlowTable): DrawnCell[] =>
  table.cells.map(({ content, ...place }) => ({ ...place, text: content.text }));

/** A part that ends at the page's foot. */
function atFoot(cells: DrawnCell[], edges: number[] = EDGES, foot = PAGE_FOOT) {
  const { box } = ruled(cells, edges, 0);
  return ruled(cells, edges, foot - box[3]);
}

const atTop = (cells: DrawnCell[], edges: number[] = EDGES) => ruled(cells, edges, 100);
const header = HEADER.map((words, column) => cell(0, column, 1, words));
const row = (at: number, ...texts: string[]): DrawnCell[] =>
  texts.map((words, column) => cell(at, column, 1, words));

describe("tables over page breaks", () => {
  test("any table cut between any rows is whole again", () => {
    fc.assert(
      fc.property(
        wholeTable,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        fc.integer({ min: -8, max: 8 }),
        (table, at, repeats, shift) => {
          const cut = 2 + Math.floor(at * (table.rowCount - 2.001));
          const shifted = EDGES.map((edge) => edge + shift);
          const lower = atTop(partOf(table, cut, table.rowCount, repeats), shifted);
          const above = partOf(table, 0, cut, repeats);
          const foot = Math.max(PAGE_FOOT, lower.box[3], ruled(above, EDGES, 100).box[3]);
          const upper = atFoot(above, EDGES, foot);
          const scan = scanOf([text("附件：服务指标", 60), upper], [lower]);
          // A page too low for the table would look as if much room was left on it.
          for (const page of scan.pages) page.heightPx = foot + 100;
          const tables = tablesOf(scan);
          expect(tables).toHaveLength(1);
          expect(cellsOf(tables[0])).toEqual(
            [...table.cells].sort((a, b) => a.row - b.row || a.column - b.column),
          );
          expect(tables[0]).toMatchObject({ pageNumbers: [1, 2], headerRows: 1, rowCount: table.rowCount });
          expect(tables[0].joins[0]).toMatchObject({ pageNumber: 2 });
        },
      ),
      { ...RUNS, numRuns: Number(process.env["RUNS"] ?? 150), endOnFailure: true },
    );
  });

  describe("a part overleaf that lacks an edge", () => {
    const above = atFoot([
      ...header,
      ...row(1, "协商", "走访", "走访独居长者", "不少于2场"),
      ...row(2, "协商", "慰问", "慰问困难家庭", "不少于3场"),
    ]);
    /** One row with three columns only; what its second cell says stands at these places. */
    const overleaf = (label: string, ...pieces: [words: string, x: number, y: number][]) => {
      const [first, second, , fourth, last] = EDGES;
      const part = atTop(row(0, label, "", "不少于4场"), [first, second, fourth, last]);
      for (const [words, x, y] of pieces) part.cells[1].lines.push(line(words, x, part.box[1] + y));
      return part;
    };
    const shapeOf = (part: ReturnType<typeof overleaf>) => {
      const [table, ...others] = tablesOf(scanOf([above], [part]));
      expect(others).toEqual([]);
      const cells = cellsOf(table).filter((each) => each.row === 3);
      return { cells: cells.map((each) => [each.columnSpan, each.text]), reason: table.joins[0].reason };
    };

    test("has its cell parted where pieces of text stand on either side of that", () => {
      const { cells, reason } = shapeOf(
        overleaf("协商", ["宣讲", 240, 6], ["宣讲防诈骗知识", 400, 6], ["及交通安全", 400, 42]),
      );
      expect(cells).toEqual([
        [1, "协商"],
        [1, "宣讲"],
        [1, "宣讲防诈骗知识及交通安全"],
        [1, "不少于4场"],
      ]);
      expect(reason).toContain("parted at the edges above");
    });

    test("has its cell whole where a piece of text crosses it, or on one line of several", () => {
      for (const pieces of [
        [["宣讲防诈骗知识及交通", 240, 6]],
        [
          ["宣讲", 240, 6],
          ["防诈骗", 400, 6],
          ["以及交通安全和用电", 240, 42],
        ],
      ] as [string, number, number][][]) {
        const { cells, reason } = shapeOf(overleaf("协商", ...pieces));
        expect(cells.map(([span]) => span)).toEqual([1, 2, 1]);
        expect(reason).not.toContain("parted");
      }
    });

    test("has its cell whole in a row that closes the table", () => {
      const { cells } = shapeOf(overleaf("合计", ["大写", 240, 6], ["伍佰元整", 400, 6]));
      expect(cells.map(([span]) => span)).toEqual([1, 2, 1]);
    });
  });

  test("any table cut inside a row's text is whole again", () => {
    const letters = 16;
    fc.assert(
      fc.property(wholeTable, fc.nat(), fc.boolean(), (table, at, repeats) => {
        const long = table.cells.filter(
          ({ row, column, text }) => row > 1 && column === 2 && text.length > letters,
        );
        fc.pre(long.length > 0);
        const { row, text: words } = long[at % long.length];
        const upperCells = partOf(table, 0, row + 1, repeats).map((each) =>
          each.row === row && each.column === 2 ? { ...each, text: words.slice(0, letters) } : each,
        );
        const lowerCells = partOf(table, row, table.rowCount, repeats).map((each) => {
          const isCut = each.row === (repeats ? 1 : 0);
          return isCut ? { ...each, text: each.column === 2 ? words.slice(letters) : "" } : each;
        });
        const tables = tablesOf(scanOf([atFoot(upperCells)], [atTop(lowerCells)]));
        expect(tables).toHaveLength(1);
        expect(cellsOf(tables[0])).toEqual(
          [...table.cells].sort((a, b) => a.row - b.row || a.column - b.column),
        );
      }),
      { ...RUNS, numRuns: Number(process.env["RUNS"] ?? 20), endOnFailure: true },
    );
  });

  test("a table over many pages is one, with the places of a cut cell on each", () => {
    const whole: WholeTable = {
      rowCount: 7,
      cells: [
        ...header,
        cell(1, 0, 6, "社区服务"),
        cell(1, 1, 6, "长者"),
        ...[1, 2, 3, 4, 5, 6].flatMap((at) => [
          cell(at, 2, 1, `（${at}）开展走访`),
          cell(at, 3, 1, `${at}场`),
        ]),
      ],
    };
    const parts = [
      [0, 3],
      [3, 5],
      [5, 7],
    ].map(([from, to]) => partOf(whole, from, to, false));
    const [table] = tablesOf(scanOf([atFoot(parts[0])], [atFoot(parts[1])], [atTop(parts[2])]));
    expect(table.pageNumbers).toEqual([1, 2, 3]);
    expect(table.joins.map(({ pageNumber }) => pageNumber)).toEqual([2, 3]);
    expect(cellsOf(table)).toContainEqual(cell(1, 0, 6, "社区服务"));
  });

  test("a numbered row whose text the break cuts is one row, on two pages", () => {
    const upper = atFoot([
      ...header,
      ...row(1, "社区服务", "长者", "（1）为长者开展走访", "1场"),
      ...row(2, "社区治理", "协商", "（2）协助居民开展社区议事协商活动并且", "不少于2场"),
      ...row(
        3,
        "社区治理",
        "协商",
        "（3）协助居民开展社区议事协商活动并且建立居民志愿者培训的新台账",
        "不少于2场",
      ),
    ]);
    const lower = atTop([
      ...row(0, "", "", "并及时反馈。", ""),
      ...row(1, "其他", "培训", "（4）培训", "3场"),
    ]);
    const [table] = tablesOf(scanOf([upper], [lower]));
    expect(table.rowCount).toBe(5);
    const cut = table.cells.find(({ content }) => content.text.startsWith("（3）"));
    expect(cut?.content.text).toBe(
      "（3）协助居民开展社区议事协商活动并且建立居民志愿者培训的新台账并及时反馈。",
    );
    expect(new Set(cut?.content.glyphs.map(({ pageNumber }) => pageNumber))).toEqual(new Set([1, 2]));
  });

  test("a row of which only a merged cell's text is cut is one row", () => {
    const upper = atFoot([
      ...header,
      cell(1, 0, 3, "社区治理"),
      cell(1, 1, 2, "协商"),
      ...row(1, "", "", "为长者开展走访", "1场").slice(2),
      ...row(2, "", "", "协助居民开展社区议事协商活动", "不少于2场").slice(2),
      ...row(3, "", "志愿者培训并且整理社区的", "培训", "每月3场").slice(1),
    ]);
    const lower = atTop([...row(0, "", "台账", "", ""), ...row(1, "其他", "培训", "讲座", "4场")]);
    const { flow, problems } = flowOf(scanOf([upper], [lower]));
    expect(problems).toEqual([]);
    const [table] = flow.filter((part) => part.kind === "table");
    expect(table.rowCount).toBe(5);
    expect(cellsOf(table)).toContainEqual(cell(1, 0, 3, "社区治理"));
    expect(cellsOf(table)).toContainEqual(cell(3, 1, 1, "志愿者培训并且整理社区的台账"));
  });

  test("a row is cut of which only one text goes on, below merged cells that go on as well", () => {
    const upper = atFoot([
      ...row(0, "方式", "地点", "内容", "对象"),
      ...row(1, "走访", "", "为长者开展走访", "长者").filter(({ column }) => column !== 1),
      cell(1, 1, 2, "居委会"),
      cell(2, 0, 3, "培训"),
      cell(2, 2, 3, "协助居民开展议事协商"),
      cell(2, 3, 1, "居民"),
      cell(3, 1, 1, "广场"),
      cell(3, 3, 1, "居民"),
      cell(4, 1, 1, "志愿者培训并且整理社区的"),
      cell(4, 3, 1, "儿童"),
    ]);
    const lower = atTop([...row(0, "", "台账", "", ""), ...row(1, "慰问", "社区", "组织讲座", "居民")]);
    const [table] = tablesOf(scanOf([upper], [lower]));
    expect(cellsOf(table)).toContainEqual(cell(4, 1, 1, "志愿者培训并且整理社区的台账"));
  });

  test("a cell's text of one line goes on where the cell that names it does", () => {
    const edges = [100, 220, 360, 700, 900];
    const upper = atFoot(
      [
        ...row(0, "服务大项", "服务要求", "服务细项", "量化标准"),
        cell(1, 0, 2, "长者"),
        cell(1, 1, 2, "关爱"),
        ...row(1, "", "", "1、为长者开展走访", "1场").slice(2),
        ...row(2, "", "", "2、慰问", "2场").slice(2),
        ...row(3, "儿童", "陪伴", "1、开展培训", "3场"),
        ...row(4, "协商", "居民议事协", "1、建立台账", "4场"),
      ],
      edges,
    );
    const lower = atTop(
      [
        cell(0, 0, 2, ""),
        cell(0, 1, 2, "商反馈"),
        ...row(0, "", "", "2、组织讲座", "5场").slice(2),
        ...row(1, "", "", "3、讲座", "6场").slice(2),
      ],
      edges,
    );
    const [table, ...others] = tablesOf(scanOf([upper], [lower]));
    expect(others).toEqual([]);
    expect(cellsOf(table)).toContainEqual(cell(4, 0, 3, "协商"));
    expect(cellsOf(table)).toContainEqual(cell(4, 1, 3, "居民议事协商反馈"));
  });

  test("a group's name of one line goes on where the numbers of its rows do, though a group holds several lists", () => {
    const edges = [100, 190, 700, 900];
    const upper = atFoot(
      [
        ...row(0, "模块", "服务内容", "服务标准"),
        cell(1, 0, 3, "长者关爱"),
        ...row(1, "", "1、为长者开展走访", "1场").slice(1),
        ...row(2, "", "2、慰问", "2场").slice(1),
        ...row(3, "", "1、健康讲座", "2场").slice(1),
        ...row(4, "社区议", "1、建立台账", "4场"),
      ],
      edges,
    );
    const lower = atTop(
      [
        cell(0, 0, 2, "事反馈"),
        ...row(0, "", "2、组织讲座", "5场").slice(1),
        ...row(1, "", "1、讲座", "6场").slice(1),
      ],
      edges,
    );
    const [table] = tablesOf(scanOf([upper], [lower]));
    expect(cellsOf(table)).toContainEqual(cell(4, 0, 3, "社区议事反馈"));
  });

  test.each([
    ["where its rows are numbered from 1 again", "1、组织讲座", 1, []],
    ["where no number tells, and says so", "组织讲座", 1, ["ambiguous-join"]],
    ["where further lines had room on the page", "组织讲座", 2, []],
  ])("a cell's text begins anew below the cell that names it %s", (_, below, rows, problems) => {
    const bare = (words: string): string => (below.startsWith("1") ? words : words.slice(2));
    const upper = atFoot([
      ...row(0, "服务大项", "服务要求", "服务细项", "量化标准"),
      cell(1, 0, 2, "长者"),
      cell(1, 1, 2, "关爱"),
      ...row(1, "", "", bare("1、为长者开展走访"), "1场").slice(2),
      ...row(2, "", "", bare("2、慰问"), "2场").slice(2),
      ...row(3, "儿童", "陪伴", bare("1、开展培训"), "3场"),
      cell(4, 0, rows, "协商"),
      cell(4, 1, rows, "居民议事协商"),
      ...Array.from({ length: rows }, (_, at) =>
        row(4 + at, "", "", bare(`${at + 1}、建立台账`), "4场").slice(2),
      ).flat(),
    ]);
    const lower = atTop([
      cell(0, 0, 2, ""),
      cell(0, 1, 2, "商户走访"),
      ...row(0, "", "", below, "5场").slice(2),
      ...row(1, "", "", bare("2、讲座"), "6场").slice(2),
    ]);
    const { flow, problems: told } = flowOf(scanOf([upper], [lower]));
    expect(told.map(({ code }) => code)).toEqual(problems);
    const [table, ...others] = flow.filter((part) => part.kind === "table");
    expect(others).toEqual([]);
    expect(cellsOf(table)).toContainEqual(cell(4, 0, rows + 2, "协商"));
    expect(cellsOf(table)).toContainEqual(cell(4, 1, rows, "居民议事协商"));
    expect(cellsOf(table)).toContainEqual(cell(4 + rows, 1, 2, "商户走访"));
  });

  test("one cell's text alone, where few cells of the table are empty, is the rest of the row before", () => {
    const upper = atFoot([
      ...row(0, "走访登记", "慰问", "开展社区居民议事协商活动", "甲"),
      ...row(1, "", "长者", "培训", "乙"),
      ...row(2, "培训", "", "开展议事", "丙"),
      ...row(3, "讲座", "儿童", "协商", ""),
      ...row(4, "协商", "长者", "为长者和儿童开展走访慰问活动建立台账并且培训志愿者和社区里的居民", "丁"),
    ]);
    const lower = atTop([...row(0, "", "", "组织讲座", ""), ...row(1, "排查", "宣传", "培训", "")]);
    const { flow, problems } = flowOf(scanOf([upper], [lower]));
    expect(problems).toEqual([]);
    const [table] = flow.filter((part) => part.kind === "table");
    expect(table.rowCount).toBe(6);
    expect(cellsOf(table)).toContainEqual(
      cell(4, 2, 1, "为长者和儿童开展走访慰问活动建立台账并且培训志愿者和社区里的居民组织讲座"),
    );
  });

  test("a repeated header counts once, though a letter of it was misread", () => {
    const upper = atFoot([...header, ...row(1, "社区服务", "长者", "开展走访", "1场")]);
    const misread = [
      ...row(0, "服务类别", "服务太项", "服务细项", "量化标准"),
      ...row(1, "社区治理", "协商", "开展议事", "2场"),
    ];
    const [table] = tablesOf(scanOf([upper], [atTop(misread)]));
    expect(table.rowCount).toBe(3);
    expect(table.joins[0].reason).toContain("repeated header");
  });

  test("续表 between the parts joins them and is no paragraph", () => {
    const upper = atFoot([...header, ...row(1, "社区服务", "长者", "开展走访", "1场")]);
    const lower = ruled(row(0, "社区治理", "协商", "开展议事", "2场"), EDGES, 200);
    const { flow, problems } = flowOf(scanOf([upper], [text("续表", 100), lower]));
    expect(flow).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  test("headers, footers and page numbers don't part a table", () => {
    const upper = atFoot([...header, ...row(1, "社区服务", "长者", "（1）开展走访", "1场")]);
    const lower = atTop(row(0, "社区治理", "协商", "（2）开展议事", "2场"));
    const tables = tablesOf(
      scanOf([upper, text("-1-", 1350, { role: "footer" })], [lower, text("-2-", 1350)]),
    );
    expect(tables).toHaveLength(1);
  });

  test("nor does a running line that only the cover lacks", () => {
    const running = () => text("某某单位·服务合同", 60);
    const upper = atFoot([...header, ...row(1, "社区服务", "长者", "（1）开展走访", "1场")]);
    const lower = atTop(row(0, "社区治理", "协商", "（2）开展议事", "2场"));
    const { flow } = flowOf(scanOf([text("服务合同", 600)], [running(), upper], [running(), lower]));
    expect(flow.map(({ kind }) => kind)).toEqual(["paragraph", "table"]);
  });

  test("nor does a short row, where rows above are as short", () => {
    const long = "开展社区居民议事协商活动并且建立台账";
    const upper = atFoot(
      [...row(0, "走访登记", "慰问"), ...row(1, "培训", long), ...row(2, "协商", "走访")],
      [100, 400, 900],
    );
    const lower = atTop(
      [...row(0, "排查", "宣传"), ...row(1, long, long), ...row(2, long, long)],
      [100, 400, 900],
    );
    const { flow, problems } = flowOf(scanOf([upper], [lower]));
    expect(flow).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  test("nor does a first row of short words that is numbered as the rows above are", () => {
    const three = [100, 220, 700, 900];
    const long = "开展社区居民议事协商活动并且建立志愿者的台账";
    const upper = atFoot(
      [
        ...row(0, "服务项目", "服务内容", "量化指标"),
        ...row(1, "长者", `（1.1）${long}`, "不少于1场"),
        ...row(2, "", `（1.2）${long}`, "不少于2场"),
      ],
      three,
    );
    const lower = atTop(
      [
        cell(0, 0, 2, "邻里探访"),
        ...row(0, "", "（2.1）开展议事", "由甲方确认").slice(1),
        ...row(1, "", `（2.2）${long}`, "不少于3场").slice(1),
        ...row(2, "儿童", `（3.1）${long}`, "不少于4场"),
      ],
      three,
    );
    const { flow, problems } = flowOf(scanOf([upper], [lower]));
    expect(problems).toEqual([]);
    expect(flow).toHaveLength(1);
  });

  test("columns found a little elsewhere, as between text without rules, join where the numbering goes on", () => {
    const upper = atFoot([
      ...row(0, "序号", "考核项目", "评分标准", "分值"),
      ...row(1, "1", "走访", "开展走访慰问", "联络"),
      ...row(2, "2", "培训", "组织志愿者培训", "登记"),
    ]);
    const part = (number: string): ReturnType<typeof atTop> =>
      atTop(row(0, number, "协商", "开展议事", "宣传"), [100, 238, 345, 715, 900]);
    expect(tablesOf(scanOf([upper], [part("3")]))).toHaveLength(1);
    expect(tablesOf(scanOf([upper], [part("5")]))).toHaveLength(2);
  });

  test("the name of a section at the page's foot is none of the numbers that go on", () => {
    const upper = atFoot([
      ...row(0, "序号", "考核项目", "评分标准", "分值"),
      ...row(1, "1", "走访", "开展走访慰问", "联络"),
      ...row(2, "2", "培训", "组织志愿者培训", "登记"),
      cell(3, 0, 1, "五、社区治理", 4),
    ]);
    const lower = atTop(row(0, "3", "协商", "开展议事", "宣传"), [100, 238, 345, 715, 900]);
    expect(tablesOf(scanOf([upper], [lower]))).toHaveLength(1);
  });

  test("nor do page numbers that were misread", () => {
    const upper = atFoot([...header, ...row(1, "社区服务", "长者", "（1）开展走访", "1场")]);
    const lower = atTop(row(0, "社区治理", "协商", "（2）开展议事", "2场"));
    const { flow } = flowOf(scanOf([upper, text("一工", 1350)], [lower, text("2：", 1350)]));
    expect(flow).toHaveLength(1);
  });

  test("a row below whose cells are merged across joins when other edges agree", () => {
    const upper = atFoot([...header, ...row(1, "社区服务", "长者", "开展走访", "1场")]);
    const lower = atTop(
      [cell(0, 0, 1, "社区治理"), cell(0, 1, 1, "协商"), cell(0, 2, 1, "按甲方书面要求")],
      [100, 220, 360, 900],
    );
    const [table] = tablesOf(scanOf([upper], [lower]));
    expect(cellsOf(table)).toContainEqual(cell(2, 2, 1, "按甲方书面要求", 2));
  });

  test("edges that one part lacks, where its merged cells are empty, still match", () => {
    const upper = atFoot([
      ...header,
      cell(1, 0, 2, "社区服务"),
      cell(1, 1, 2, "长者"),
      cell(1, 2, 1, "（1）走访"),
      cell(1, 3, 1, "1场"),
      cell(2, 2, 1, "（2）慰问"),
      cell(2, 3, 1, "2场"),
    ]);
    const lower = atTop(
      [
        cell(0, 0, 2, ""),
        cell(0, 1, 1, "（3）培训"),
        cell(0, 2, 1, "3场"),
        cell(1, 1, 1, "（4）讲座"),
        cell(1, 2, 1, "4场"),
      ],
      [100, 360, 700, 900],
    );
    const [table, ...others] = tablesOf(scanOf([upper], [lower]));
    expect(others).toEqual([]);
    expect(cellsOf(table)).toContainEqual(cell(1, 0, 4, "社区服务"));
    expect(cellsOf(table)).toContainEqual(cell(1, 1, 4, "长者"));
  });
});

describe("tables that stay apart", () => {
  const upper = atFoot([...header, ...row(1, "社区服务", "长者", "开展走访", "1场")]);

  test.each([
    [
      "another header",
      atTop([...row(0, "序号", "项目名称", "金额（元）", "备注"), ...row(1, "1", "人员", "100", "")]),
    ],
    ["other columns", ruled(row(0, "人员", "100", "无", "2"), [100, 300, 400, 500, 900], 100)],
    ["another width", ruled(row(0, "人员", "100", "无", "2"), [100, 160, 230, 400, 500], 100)],
  ])("%s", (_, lower) => {
    const { flow, problems } = flowOf(scanOf([upper], [lower]));
    expect(flow.filter(({ kind }) => kind === "table")).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  test("fewer columns, of which one edge agrees: told as a problem", () => {
    const wide = atFoot(
      [...[0, 1, 2].flatMap((at) => [cell(at, 0, 1, "甲"), cell(at, 1, 1, "乙"), cell(at, 2, 1, "丙")])],
      [100, 360, 700, 900],
    );
    const narrow = ruled([cell(0, 0, 1, "丁"), cell(0, 1, 1, "戊")], [100, 700, 900], 100);
    const { flow, problems } = flowOf(scanOf([wide], [narrow]));
    expect(flow).toHaveLength(2);
    expect(problems).toMatchObject([{ code: "ambiguous-join", pageNumber: 2 }]);
  });

  test("rows of a label and a sum that end in a total close the table above, unless it ended before", () => {
    const edges = [100, 240, 480, 720, 900];
    const body = (last: string) =>
      atFoot(
        [
          ...row(0, "类别", "明细", "依据", "金额"),
          ...row(1, "人员费", "工程师", "2人", "192.00"),
          ...row(2, last, "交通", "12个月", "48.00"),
        ],
        edges,
      );
    const closing = ruled([...row(0, "税金", "28.00"), ...row(1, "合计", "268.00")], [100, 720, 900], 100);
    const [whole, ...others] = tablesOf(scanOf([body("车辆费")], [closing]));
    expect(others).toEqual([]);
    expect(
      cellsOf(whole)
        .slice(-4)
        .map(({ text, columnSpan }) => [text, columnSpan]),
    ).toEqual([
      ["税金", 3],
      ["28.00", 1],
      ["合计", 3],
      ["268.00", 1],
    ]);
    expect(tablesOf(scanOf([body("合计")], [closing]))).toHaveLength(2);
  });

  test("a sentence between them", () => {
    const lower = ruled(row(0, "社区治理", "协商", "开展议事", "2场"), EDGES, 200);
    expect(tablesOf(scanOf([upper], [text("乙方应当按照下表完成各项服务。", 100), lower]))).toHaveLength(2);
  });

  test("a table that ended in a total, though the header repeats: told as a problem", () => {
    const first = atFoot([
      ...header,
      ...row(1, "社区服务", "长者", "开展走访", "1场"),
      ...row(2, "合计", "", "", "9场"),
    ]);
    const second = atTop([...header, ...row(1, "社区治理", "协商", "开展议事", "2场")]);
    const { flow, problems } = flowOf(scanOf([first], [second]));
    expect(flow).toHaveLength(2);
    expect(problems).toMatchObject([{ code: "ambiguous-join", pageNumber: 2 }]);
  });

  test("rows of a list of people are not taken for cut rows", () => {
    const first = atFoot([
      ...row(0, "姓名", "岗位", "学历", "备注"),
      ...row(1, "张三", "社工", "本科", "持证"),
      ...row(2, "李四", "督导", "硕士", "持证"),
    ]);
    const second = atTop([...row(0, "王五", "社工", "专科", ""), ...row(1, "赵六", "社工", "本科", "")]);
    const [table] = tablesOf(scanOf([first], [second]));
    expect(table.rowCount).toBe(5);
  });
});

describe("header rows", () => {
  const rowsOf = (cells: DrawnCell[], edges = EDGES): number =>
    tablesOf(scanOf([atTop(cells, edges)]))[0].headerRows;

  test("of three levels", () => {
    const cells = [
      cell(0, 0, 3, "项目"),
      cell(0, 1, 1, "经费", 3),
      cell(1, 1, 1, "人员", 2),
      cell(1, 3, 2, "设备"),
      cell(2, 1, 1, "工资"),
      cell(2, 2, 1, "社保"),
      ...row(3, "一年", "100", "20", "30"),
    ];
    expect(rowsOf(cells)).toBe(3);
  });

  test("below a title row", () => {
    const cells = [
      cell(0, 0, 1, "经费预算表", 4),
      ...row(1, "序号", "项目", "金额", "备注"),
      ...row(2, "1", "人员", "100", ""),
    ];
    expect(rowsOf(cells)).toBe(2);
  });

  test("none in a form of labels and values", () => {
    const cells = [
      ...row(0, "项目名称", "长者服务"),
      ...row(1, "项目编号", "A-12"),
      ...row(2, "服务期限", "一年"),
    ];
    expect(rowsOf(cells, [100, 300, 900])).toBe(0);
  });

  test("none in rows of sentences", () => {
    const cells = [
      ...row(0, "社区服务", "长者", "（1）开展走访。", "不少于1场"),
      ...row(1, "社区治理", "协商", "（2）开展议事。", "2场"),
    ];
    expect(rowsOf(cells)).toBe(0);
  });
});

describe("paragraphs", () => {
  const sentence = "双方经平等协商就服务期限经费拨付与考核方式达成一致并约定由乙方按月向甲方提交书面报告";

  test("one that a page break interrupts is one", () => {
    const y = 1228;
    const long = text(`${sentence}${sentence}`.slice(0, 78), y, { indent: 2 });
    const { flow } = flowOf(scanOf([long], [text("每月五日以前完成上月服务情况的书面小结。", 100)]));
    expect(flow).toHaveLength(1);
  });

  test.each([
    ["a sentence's end", `${sentence.slice(0, 37)}。`, "乙方负责实施。"],
    ["a new number", sentence.slice(0, 38), "二、服务内容"],
    ["a label", sentence.slice(0, 38), "甲方：某某中心"],
    ["a short last line", sentence.slice(0, 12), "每月五日以前完成。"],
  ])("%s keeps them apart", (_, before, after) => {
    const { flow } = flowOf(
      scanOf([text(sentence, 100), text(before, 1264, { indent: 2 })], [text(after, 100)]),
    );
    expect(flow).toHaveLength(3);
  });
});

test("title and places: the line above names the table, a unit line is passed over", () => {
  const table = ruled([...header, ...row(1, "社区服务", "长者", "开展走访", "1场")], EDGES, 240);
  const [found] = tablesOf(scanOf([text("附表一服务指标", 100), text("单位：万元", 170), table]));
  expect(found.title?.text).toBe("附表一服务指标");
});

describe("running headers", () => {
  const header = "合同编号：YX-2025-108";
  const codeOf = (scan: RecognizedScan) => extractContents(normalizeScan(scan)).agreement.projectCode?.value;
  const bodyText = "甲方委托乙方提供社区服务，双方订立本协议。";

  test.each([
    ["told by recognition", "header"],
    ["taken for body", undefined],
  ] as const)("%s are no part of the body, but a code in them is found", (_, role) => {
    const page = (at: number) => [text(header, 60, { role }), text(`${bodyText}第${at}部分。`, 300)];
    const scan = scanOf(page(1), page(2));
    expect(codeOf(scan)).toBe("YX-2025-108");
    const texts = flowOf(scan).flow.map((part) => (part.kind === "paragraph" ? part.content.text : ""));
    expect(texts.join("")).not.toContain("合同编号");
  });

  test.each([
    ["to the letter", header, header],
    ["but for its number", "第3页 服务合同", "第4页 服务合同"],
  ])(
    "a header that was taken for body on one page of some is none there, as other pages tell: %s",
    (_, one, other) => {
      const upper = atFoot([
        ...HEADER.map((words, column) => cell(0, column, 1, words)),
        ...row(1, "社区服务", "长者", "开展走访", "1场"),
      ]);
      const lower = ruled(row(0, "社区治理", "协商", "开展议事", "2场"), EDGES, 200);
      const scan = scanOf(
        [text(one, 30, { role: "header" }), upper],
        [text(one, 30), text("续上表", 100), lower],
        [text(other, 30, { role: "header" }), text(bodyText, 100)],
      );
      expect(flowOf(scan).flow.map(({ kind }) => kind)).toEqual(["table", "paragraph"]);
    },
  );

  test("the body's own code comes first", () => {
    const scan = scanOf([text(header, 60, { role: "header" }), text("项目编号：ZC-2025-7", 300)]);
    expect(codeOf(scan)).toBe("ZC-2025-7");
  });

  const problemsOf = (scan: RecognizedScan): string[] =>
    extractContents(normalizeScan(scan)).problems.map(({ message }) => message.zh);
  const sumBelow = (sum: string, role?: "footer") => (at: number) => [
    text(`${bodyText}第${at}部分。`, 300),
    text(sum, 1300, role && { role }),
  ];

  test.each([
    ["taken for body", undefined],
    ["told by recognition", "footer"],
  ] as const)("a sum without its sign that runs through all pages is told: %s", (_, role) => {
    const scan = scanOf(...[1, 2, 3].map(sumBelow("合计：300,000.00", role)));
    expect(problemsOf(scan)).toContainEqual(expect.stringContaining("合计：300,000.00"));
  });

  test("one that the body tells as well is none", () => {
    const pages = [1, 2, 3].map(sumBelow("合同总价：300,000.00"));
    const scan = scanOf([text("合同总价为人民币300000元。", 200), ...pages[0]], ...pages.slice(1));
    expect(problemsOf(scan)).toEqual([]);
  });

  test("sums of each page without their sign are body", () => {
    const pages = [12, 13, 14].map((thousands) => [text(`小计：${thousands},000.00`, 1300)]);
    expect(flowOf(scanOf(...pages)).flow).toHaveLength(3);
  });

  test("a sum at the foot of one page is no footer", () => {
    const scan = scanOf(sumBelow("合计：300,000.00", "footer")(1), [text(bodyText, 300)]);
    const texts = flowOf(scan).flow.map((part) => (part.kind === "paragraph" ? part.content.text : ""));
    expect(texts.join("")).toContain("300,000.00");
  });

  test.each(["第1页 共3页", "YX-2025-108", "版本2.01", "热线 400-820-1234"])(
    "other numbers below a page are a footer: %s",
    (words) => {
      const scan = scanOf(...[1, 2, 3].map(sumBelow(words, "footer")));
      expect(problemsOf(scan)).toEqual([]);
      expect(flowOf(scan).flow).toHaveLength(3);
    },
  );

  test("sums that close all pages alike are body", () => {
    const pages = [12, 13, 14].map((thousands) => [text(`费用合计${thousands}000元。`, 1300)]);
    expect(flowOf(scanOf(...pages)).flow).toHaveLength(3);
  });
});

describe("a head beside a label that goes over rows of the body", () => {
  test("is one row where its columns say something other than words below", () => {
    const cells = [
      cell(0, 0, 3, "人员配置要求"),
      ...["岗位", "人数", "资质要求"].map((words, at) => cell(0, at + 1, 1, words)),
      ...["项目主任", "1", "社会工作师，5年以上经验"].map((words, at) => cell(1, at + 1, 1, words)),
      ...["专职社工", "4", "助理社会工作师"].map((words, at) => cell(2, at + 1, 1, words)),
      ...["车辆", "办公用车", "2", "不限"].map((words, at) => cell(3, at, 1, words)),
    ];
    const [table] = tablesOf(scanOf([ruled(cells, EDGES.slice(0, 5), 100)]));
    expect(table.headerRows).toBe(1);
  });

  test("is as deep as its columns' names, though one stands over another", () => {
    const cells = [
      cell(0, 0, 2, "序号"),
      cell(0, 1, 2, "项目"),
      ...["单价", "金额"].map((words, at) => cell(0, at + 2, 1, words)),
      ...["（元）", "（元）"].map((words, at) => cell(1, at + 2, 1, words)),
      ...["1", "讲座", "200.00", "400.00"].map((words, at) => cell(2, at, 1, words)),
      ...["2", "义诊", "300.00", "600.00"].map((words, at) => cell(3, at, 1, words)),
    ];
    const [table] = tablesOf(scanOf([ruled(cells, EDGES.slice(0, 5), 100)]));
    expect(table.headerRows).toBe(2);
  });
});
