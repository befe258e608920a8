import { expect, test } from "vitest";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { ruled, scanOf, text } from "../support/normal-scan.ts";

const SOURCE = { fileName: "a.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

test.each(["主协议", "主合同", "首签文本"])(
  "what stands beside 调整后, as under %s, is what was agreed before",
  (former) => {
    const cell = (row: number, column: number, words: string, rowSpan = 1, columnSpan = 1) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      text: words,
    });
    const rows = [
      ["活动执行", "76.50", "63.75%", "77.00", "66.96%", "+0.50"],
      ["宣传传播", "22.50", "18.75%", "17.00", "14.78%", "-5.50"],
      ["人员劳务", "21.00", "17.50%", "21.00", "18.26%", "0.00"],
      ["总额", "120.00", "100.00%", "115.00", "100.00%", "-5.00"],
    ];
    const table = ruled(
      [
        cell(0, 0, "支出类别", 2),
        cell(0, 1, former, 1, 2),
        cell(0, 3, "调整后", 1, 2),
        cell(0, 5, "增减", 2),
        ...["金额", "占比", "金额", "占比"].map((words, at) => cell(1, at + 1, words)),
        ...rows.flatMap((words, row) => words.map((word, column) => cell(row + 2, column, word))),
      ],
      [100, 260, 380, 500, 640, 760, 880],
      460,
    );
    const record = recognizedToRecord(
      scanOf([
        text("项目委托协议补充协议", 100, { x: 380 }),
        text("双方签订《惠民活动项目委托协议》，以下称主协议。", 180),
        text("主协议项目经费总额120.00万元，现核减5.00万元，调整为115.00万元。", 260),
        text("单位：万元", 400, { x: 780 }),
        table,
      ]),
      SOURCE,
    );
    expect(record.findings).toEqual([]);
    expect(record.budgets.map(({ version, total }) => [version, total?.fen])).toEqual([
      ["original", 120_000_000],
      ["amended", 115_000_000],
    ]);
  },
);

test("the one column of fees that the last row sums is what is paid, not what is audited", () => {
  const rows = [
    ["西路改造工程", "4,200万元", "12元/万元", "50,400.00"],
    ["小学扩建工程", "6,350万元", "12元/万元", "76,200.00"],
    ["合计", "", "", "126,600.00"],
  ];
  const cells = [["咨询内容", "送审造价", "费率", "咨询费"], ...rows].flatMap((words, row) =>
    words.map((word, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text: word })),
  );
  const { budgets } = recognizedToRecord(
    scanOf([
      text("工程造价咨询合同", 100, { x: 380 }),
      text("咨询费用总额：人民币126,600.00元，组成见下表。", 180),
      text("单位：元（送审造价栏除外）", 240),
      ruled(cells, [100, 340, 520, 700, 900], 300),
    ]),
    SOURCE,
  );
  expect(budgets.flatMap(({ lines }) => lines.map(({ amount }) => amount.fen))).toEqual([
    5_040_000, 7_620_000,
  ]);
});

test("each of two versions has its own count beside one price, also where most rows are as before", () => {
  const rows = [
    ["队长", "6,000", "12人·月", "72,000", "12人·月", "72,000"],
    ["日班", "4,200", "216人·月", "907,200", "234人·月", "982,800"],
    ["临时安保", "180", "120人次", "21,600", "120人次", "21,600"],
    ["装具", "18,000", "1项", "18,000", "1项", "18,000"],
    ["合计", "", "", "1,018,800", "", "1,094,400"],
  ];
  const cell = (row: number, column: number, words: string, rowSpan = 1, columnSpan = 1) => ({
    row,
    column,
    rowSpan,
    columnSpan,
    text: words,
  });
  const { budgets, problems } = recognizedToRecord(
    scanOf([
      text("安保服务合同补充协议", 100, { x: 380 }),
      text("原合同总价为人民币1,018,800元，现变更为1,094,400元，变更前后明细如下：", 180),
      ruled(
        [
          ...["项目", "单价（元）"].map((words, at) => cell(0, at, words, 2)),
          cell(0, 2, "变更前", 1, 2),
          cell(0, 4, "变更后", 1, 2),
          ...["数量", "金额（元）", "数量", "金额（元）"].map((words, at) => cell(1, at + 2, words)),
          ...rows.flatMap((words, row) => words.map((word, column) => cell(row + 2, column, word))),
        ],
        [60, 220, 340, 490, 620, 770, 900],
        300,
      ),
    ]),
    SOURCE,
  );
  expect(problems).toEqual([]);
  expect(budgets.map(({ lines }) => lines[1].quantity?.value)).toEqual(["216", "234"]);
});
