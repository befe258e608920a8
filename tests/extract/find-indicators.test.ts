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

describe("columns that are named otherwise", () => {
  const targetsOf = (rows: Cell[][]) =>
    rowsOf(rows).map(({ says, targets }) => [says[3], says[4], ...targets]);

  test("how often is a target beside the standard", () => {
    const rows = [
      ["服务项目", "工作内容", "频次", "完成标准"],
      ["走访", "上门走访独居老人并登记", "每月两次", "覆盖率100%"],
      ["义诊", "组织义诊并建立健康档案", "每季度一次", "不少于30人"],
    ];
    expect(targetsOf(rows)).toEqual([
      ["上门走访独居老人并登记", "覆盖率100%", ["equal", 2, "次", "month"], ["equal", 100, "%", null]],
      ["组织义诊并建立健康档案", "不少于30人", ["equal", 1, "次", "quarter"], ["at-least", 30, "人", null]],
    ]);
  });

  test("a column of units says in what numbers without one are counted, and is no detail", () => {
    const rows = [
      ["序号", "指标名称", "计量单位", "目标值"],
      ["1", "服务对象满意度", "%", "≥90"],
      ["2", "开展活动场次", "场", "12"],
      ["3", "培育志愿者", "人", "不少于30名"],
    ];
    expect(targetsOf(rows)).toEqual([
      ["服务对象满意度", "≥90", ["at-least", 90, "%", null]],
      ["开展活动场次", "12", ["equal", 12, "场", null]],
      ["培育志愿者", "不少于30名", ["at-least", 30, "名", null]],
    ]);
  });

  test("how soon is one too, and every one of such columns counts", () => {
    const rows = [
      ["服务类型", "服务描述", "响应时间", "解决时限"],
      ["一级故障", "系统不可用", "≤15分钟", "≤2小时"],
      ["二级故障", "部分功能不可用", "≤30分钟", "≤8小时"],
    ];
    expect(targetsOf(rows)[0]).toEqual([
      "系统不可用",
      "≤2小时",
      ["at-most", 15, "分钟", null],
      ["at-most", 2, "小时", null],
    ]);
  });

  test("the form of the results is no standard, and how many are", () => {
    const rows = [
      ["工作事项", "工作要求", "数量要求", "成果形式"],
      ["入户调查", "逐户登记", "不少于500户", "调查表"],
      ["报告编制", "按规范编制", "1份", "报告"],
    ];
    expect(targetsOf(rows)).toEqual([
      ["逐户登记", "不少于500户", ["at-least", 500, "户", null]],
      ["按规范编制", "1份", ["equal", 1, "份", null]],
    ]);
  });

  test.each<[string, Cell[][]]>([
    [
      "scores",
      [
        ["考核指标", "评分标准", "分值"],
        ["环境卫生", "每处扣2分", "20"],
        ["安全", "事故一次扣10分", "30"],
      ],
    ],
    [
      "posts",
      [
        ["岗位", "人数", "要求"],
        ["项目主管", "1", "持证社工"],
        ["社工", "4", "大专以上"],
      ],
    ],
    [
      "days",
      [
        ["时间", "地点", "活动内容"],
        ["9月1日", "社区礼堂", "开学典礼"],
        ["9月8日", "广场", "义诊"],
      ],
    ],
    [
      "steps",
      [
        ["步骤", "工作内容", "所需材料"],
        ["受理", "登记来访人", "身份证"],
        ["评估", "填写评估表", "评估表"],
      ],
    ],
    [
      "papers",
      [
        ["序号", "文件名称", "份数"],
        ["1", "项目方案", "2"],
        ["2", "总结报告", "1"],
      ],
    ],
    [
      "people to ask",
      [
        ["区域", "联系人", "服务时间"],
        ["东区", "张三", "8:00-18:00"],
        ["西区", "李四", "8:00-18:00"],
      ],
    ],
  ])("a table of %s sets no targets", (_, rows) => {
    expect(rowsOf(rows)).toEqual([]);
  });
});
