import { describe, expect, test } from "vitest";
import { findIndicators } from "../../src/extract/find-indicators.ts";
import { type Cell, flowOf, table } from "../support/flow.ts";

const down = (text: string, rowSpan: number): Cell => ({ text, rowSpan });
const over = (text: string, columnSpan: number): Cell => ({ text, columnSpan });
const rowsOf = (...args: Parameters<typeof table>) =>
  findIndicators(flowOf(table(...args))).map(
    ({ category, item, requirement, detail, standard, targets }) => ({
      says: [category, item, requirement, detail, standard].map(({ value }) => value),
      targets: targets.map(({ comparison, value, unit, per }) => [comparison, value, unit, per]),
    }),
  );

describe("one row a detail", () => {
  const rows: Cell[][] = [
    ["服务类别", "服务大项", "服务要求", "服务细项", "量化标准"],
    [
      down("长者关怀", 3),
      down("日常探访", 2),
      down("掌握独居长者状况", 2),
      "（1）上门探访并记录。",
      "每月不少于2次",
    ],
    [null, null, null, "（2）电话问候。", "每周1次，全年不少于40次"],
    [null, "节庆活动", "营造敬老氛围", "（3）举办重阳活动。", "按甲方要求"],
  ];

  test("merged cells are repeated, numbers kept, targets parsed; prose sets none", () => {
    expect(rowsOf(rows)).toEqual([
      {
        says: ["长者关怀", "日常探访", "掌握独居长者状况", "（1）上门探访并记录。", "每月不少于2次"],
        targets: [["at-least", 2, "次", "month"]],
      },
      {
        says: ["长者关怀", "日常探访", "掌握独居长者状况", "（2）电话问候。", "每周1次，全年不少于40次"],
        targets: [
          ["equal", 1, "次", "week"],
          ["at-least", 40, "次", "year"],
        ],
      },
      {
        says: ["长者关怀", "节庆活动", "营造敬老氛围", "（3）举办重阳活动。", "按甲方要求"],
        targets: [],
      },
    ]);
  });

  test("a standard over several details stands on each", () => {
    const shared: Cell[][] = [
      rows[0],
      [down("长者关怀", 2), down("探访", 2), down("关怀", 2), "（1）上门。", down("共计不少于8次", 2)],
      [null, null, null, "（2）电话。", null],
    ];
    expect(rowsOf(shared).map(({ says }) => says[4])).toEqual(["共计不少于8次", "共计不少于8次"]);
  });

  test("every value has its own places", () => {
    const [first] = findIndicators(flowOf(table(rows, { id: "t7", pageNumber: 4 })));
    expect(first.table).toBe("t7");
    expect(first.detail.evidence.map(({ pageNumber }) => pageNumber)).toEqual([4]);
    expect(first.category.evidence[0]?.box).not.toEqual(first.detail.evidence[0]?.box);
  });
});

describe("whatever the columns are called", () => {
  const body: Cell[][] = [
    [down("家庭支持", 2), down("亲子", 2), "开展亲子阅读活动", "不少于6场"],
    [null, null, "组织家长沙龙", "每季度1次"],
    ["社区融合", "邻里", "举办邻里节", "全年2场"],
  ];
  test.each([
    ["类别", "项目", "工作内容", "考核指标"],
    ["服务板块", "服务项目", "具体内容", "指标值"],
    ["服务领域", "任务名称", "任务内容", "完成数量"],
    ["一级指标", "二级指标", "三级指标", "目标值"],
    ["服务方向", "工作任务", "主要措施", "绩效目标"],
    ["维度", "子项", "服务内容", "验收标准"],
    ["模块", "事项", "内容", "频次"],
  ])("%s | %s | %s | %s", (...header) => {
    const found = rowsOf([header, ...body]);
    expect(found.map(({ says }) => [says[0], says[1], says[3], says[4]])).toEqual([
      ["家庭支持", "亲子", "开展亲子阅读活动", "不少于6场"],
      ["家庭支持", "亲子", "组织家长沙龙", "每季度1次"],
      ["社区融合", "邻里", "举办邻里节", "全年2场"],
    ]);
    expect(found[2].targets).toEqual([["equal", 2, "场", "year"]]);
  });

  test("a number column and a remark stand aside", () => {
    const found = rowsOf([
      ["序号", "服务内容", "服务标准", "备注"],
      ["1", "开展亲子阅读活动", "不少于6场", ""],
      ["2", "组织家长沙龙", "每季度1次", "需签到"],
    ]);
    expect(found.map(({ says }) => says)).toEqual([
      ["", "", "", "开展亲子阅读活动", "不少于6场"],
      ["", "", "", "组织家长沙龙", "每季度1次"],
    ]);
  });

  test("a row over all columns names what follows; a sum and a note are no details", () => {
    const found = rowsOf([
      ["项目", "服务内容", "量化指标"],
      [over("一、长者服务", 3), null, null],
      ["探访", "上门探访独居长者", "每月2次"],
      [over("二、儿童服务", 3), null, null],
      ["课堂", "开展四点半课堂", "每周3节"],
      [over("备注：以上各项须留存记录。", 3), null, null],
    ]);
    expect(found.map(({ says }) => [says[0], says[1], says[4]])).toEqual([
      ["一、长者服务", "探访", "每月2次"],
      ["二、儿童服务", "课堂", "每周3节"],
    ]);
  });
});

describe("tables of other kinds give no indicators", () => {
  test.each<[string, Cell[][]]>([
    [
      "scores",
      [
        ["考核项目", "考核内容", "评分标准", "分值"],
        ["服务", "完成服务量", "每少1次扣2分", "30"],
        ["管理", "资料齐全", "缺1份扣1分", "20"],
      ],
    ],
    [
      "prices",
      [
        ["项目", "数量", "单价（元）", "小计（元）"],
        ["讲座", "12场", "800", "9600"],
        ["走访", "200次", "50", "10000"],
      ],
    ],
    [
      "budget",
      [
        ["支出科目", "内容", "金额", "占比"],
        ["人员", "社工4名", "320000", "80%"],
        ["活动", "活动20场", "80000", "20%"],
      ],
    ],
    [
      "staff",
      [
        ["姓名", "岗位", "学历", "证书"],
        ["王立", "项目主管", "本科", "社会工作师"],
        ["陈静", "社工", "大专", "助理社会工作师"],
      ],
    ],
    [
      "pairs",
      [
        ["项目名称", "某街道服务项目"],
        ["服务期限", "12个月"],
      ],
    ],
    ["nothing but a header", [["服务类别", "服务细项", "量化标准"]]],
  ])("%s", (_, rows) => {
    expect(rowsOf(rows)).toEqual([]);
  });
});
