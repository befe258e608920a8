import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findBudgets } from "../../src/extract/find-budgets.ts";
import type { Budget } from "../../src/model/agreement.ts";
import type { FlowParagraph, FlowTable } from "../../src/model/flow.ts";
import { flowOf, table } from "../support/flow.ts";

type Line = [label: string, parent: string | null, yuan: number, percent: string | null];
interface Plain {
  version: string;
  total: number | null;
  capitals: number | null;
  restated: number[];
  lines: Line[];
}

const yuan = (money: Budget["total"]): number | null => (money ? money.fen / 100 : null);

function budgetsOf(...parts: (string | FlowParagraph | FlowTable)[]): Plain[] {
  return findBudgets(flowOf(...parts)).budgets.map((budget) => ({
    version: budget.version,
    total: yuan(budget.total),
    capitals: yuan(budget.totalInCapitals),
    restated: budget.restatements.map(({ fen }) => fen / 100),
    lines: budget.lines.map(({ label, parent, amount, percent }) => [
      label.value,
      parent,
      amount.fen / 100,
      percent?.percent ?? null,
    ]),
  }));
}

const plain = (over: Partial<Plain>): Plain => ({
  version: "original",
  total: null,
  capitals: null,
  restated: [],
  lines: [],
  ...over,
});

describe("a plain agreement's budget in prose", () => {
  test("a total with its 大写, and parts of parts in brackets", () => {
    expect(
      budgetsOf(
        "二、服务费用",
        "本合同服务费总额为人民币30万元（大写：叁拾万元整），其中人工费180000元，占60%（其中工资150000元，占50%；社保30000元，占10%）；物料费120000元，占40%。",
      ),
    ).toEqual([
      plain({
        total: 300000,
        capitals: 300000,
        lines: [
          ["人工费", null, 180000, "60"],
          ["工资", "人工费", 150000, "50"],
          ["社保", "人工费", 30000, "10"],
          ["物料费", null, 120000, "40"],
        ],
      }),
    ]);
  });

  test("大写 before its digits, and parts as a list of their own", () => {
    expect(
      budgetsOf(
        "第三条 合同价款",
        "合同总价：人民币壹佰贰拾万元整（¥1,200,000.00）。费用明细如下：",
        "1. 设计费：400,000.00元；",
        "2. 施工费：700,000.00元，其中材料费500,000.00元、人工200,000.00元；",
        "3. 监理费：100,000.00元。",
      ),
    ).toEqual([
      plain({
        total: 1200000,
        capitals: 1200000,
        lines: [
          ["设计费", null, 400000, null],
          ["施工费", null, 700000, null],
          ["材料费", "施工费", 500000, null],
          ["人工", "施工费", 200000, null],
          ["监理费", null, 100000, null],
        ],
      }),
    ]);
  });

  test("one bracket read for another changes nothing", () => {
    const [budget] = budgetsOf(
      "项目总经费为50万元，其中人员经费30万元，占60%〈其中薪酬20万元，占40%；社保10万元，占20%）；办公费20万元，占40%。",
    );
    expect(budget.lines.map(([label, parent]) => [label, parent])).toEqual([
      ["人员经费", null],
      ["薪酬", "人员经费"],
      ["社保", "人员经费"],
      ["办公费", null],
    ]);
  });

  test.each([
    "乙方须缴纳履约保证金20000元。",
    "逾期一日支付违约金1000元。",
    "第四条 付款方式：合同签订后十日内支付30%，即90000元。",
    "乙方注册资本500万元。",
    "比上年度增加金额20000元。",
  ])("%s is no part of it", (other) => {
    expect(budgetsOf("一、合同总价为300000元。", other)).toEqual([plain({ total: 300000 })]);
  });

  test("a total stated again is kept as such", () => {
    expect(
      budgetsOf(
        "一、合同金额",
        "合同总金额为300000元。",
        "六、其他",
        "本合同总金额人民币叁拾万元整（¥300,100.00）含税。",
      ),
    ).toEqual([plain({ total: 300000, restated: [300100], capitals: 300000 })]);
  });

  test("a sum amid the parts that fits nowhere is told", () => {
    const { problems } = findBudgets(flowOf("费用总额为30万元，其中人工费20万元；#￥…%10万元；"));
    expect(problems.map(({ code }) => code)).toContain("figure-not-understood");
  });
});

describe("money whose sign was misread", () => {
  test.each(["%#7,000.00", "8309,750.00"])("%s is told, and no sum of it is believed", (printed) => {
    const { budgets, problems } = findBudgets(
      flowOf(`合同总价为400,000.00元，其中人工费¥300,000.00；材料费${printed}；管理费¥33,000.00。`),
    );
    expect(problems.map(({ code }) => code)).toContain("figure-not-understood");
    const believed = budgets[0].lines.filter(({ amount }) => amount.trust !== "doubtful");
    expect(believed.map(({ label }) => label.value)).toEqual(["人工费", "管理费"]);
  });

  test("without its sign a sum is doubtful, however sure the readers were", () => {
    const { budgets } = findBudgets(
      flowOf("合同总价为400,000.00元，其中人工费300,000.00；材料费¥67,000.00；管理费#33,000.00元。"),
    );
    expect(budgets[0].lines.map(({ amount }) => [amount.fen / 100, amount.trust])).toEqual([
      [300000, "doubtful"],
      [67000, "agreed"],
      [33000, "doubtful"],
    ]);
  });
});

describe("what was agreed and what it was changed to", () => {
  test("within one sentence", () => {
    expect(
      budgetsOf(
        "某某服务合同补充协议",
        "一、原合同“合同总金额为120万元，由人工费80万元、设备费40万元组成”现修改为“合同总金额为135.5万元（大写：壹佰叁拾伍万伍仟元整），由人工费90.5万元、设备费45万元组成”，较原合同增加15.5万元。",
      ),
    ).toEqual([
      plain({
        total: 1200000,
        lines: [
          ["人工费", null, 800000, null],
          ["设备费", null, 400000, null],
        ],
      }),
      plain({
        version: "amended",
        total: 1355000,
        capitals: 1355000,
        lines: [
          ["人工费", null, 905000, null],
          ["设备费", null, 450000, null],
        ],
      }),
    ]);
  });

  test("by sections, and by the columns of a table", () => {
    const lines = table([
      ["费用项目", "调整前（万元）", "调整后（万元）"],
      ["人员费用", "60", "50"],
      ["活动费用", "40", "30.5"],
      ["合计", "100", "80.5"],
    ]);
    expect(budgetsOf("项目变更协议", "一、项目预算变更对照", lines)).toEqual([
      plain({
        total: 1000000,
        lines: [
          ["人员费用", null, 600000, null],
          ["活动费用", null, 400000, null],
        ],
      }),
      plain({
        version: "amended",
        total: 805000,
        lines: [
          ["人员费用", null, 500000, null],
          ["活动费用", null, 305000, null],
        ],
      }),
    ]);
  });

  test("an agreement that amends nothing is original throughout", () => {
    const versions = budgetsOf("采购合同", "合同总价为10000元。", "变更须经双方书面同意，原件由甲方保管。");
    expect(versions.map(({ version }) => version)).toEqual(["original"]);
  });
});

describe("a budget in a table", () => {
  test("其中 rows, shares and a total with its 大写", () => {
    expect(
      budgetsOf(
        "三、经费预算（单位：元）",
        table([
          ["序号", "项目", "金额", "占比", "备注"],
          ["1", "人员经费", "60000", "60%", ""],
          ["", "其中：工资", "45000", "45%", "含税"],
          ["", "社会保险", "15000", "15%", ""],
          ["2", "业务费", "40000", "40%", ""],
          ["合计", { text: "大写：壹拾万元整" }, "100000", "100%", ""],
        ]),
      ),
    ).toEqual([
      plain({
        total: 100000,
        capitals: 100000,
        lines: [
          ["人员经费", null, 60000, "60"],
          ["工资", "人员经费", 45000, "45"],
          ["社会保险", "人员经费", 15000, "15"],
          ["业务费", null, 40000, "40"],
        ],
      }),
    ]);
  });

  test("quantity × unit price, and subtotals by category", () => {
    const { budgets } = findBudgets(
      flowOf(
        "报价明细",
        table([
          ["类别", "服务内容", "单位", "数量", "单价（元）", "小计（元）"],
          [{ text: "培训", rowSpan: 2 }, "讲座", "场", "12", "1,500.00", "18,000.00"],
          [null, "沙龙", "次", "6", "800", "4,800.00"],
          ["培训小计", "", "", "", "", "22,800.00"],
          ["宣传", "海报", "张", "100", "20", "2,000.00"],
          ["总计", "", "", "", "", "24,800.00"],
        ]),
      ),
    );
    expect(budgets).toHaveLength(1);
    expect(yuan(budgets[0].total)).toBe(24800);
    expect(
      budgets[0].lines.map(({ label, parent, quantity, unitPrice, amount }) => [
        label.value,
        parent,
        quantity && [quantity.value, quantity.unit],
        yuan(unitPrice),
        amount.fen / 100,
      ]),
    ).toEqual([
      ["培训", null, null, null, 22800],
      ["讲座", "培训", ["12", "场"], 1500, 18000],
      ["沙龙", "培训", ["6", "次"], 800, 4800],
      ["海报", null, ["100", "张"], 20, 2000],
    ]);
  });

  test.each([
    [
      [
        ["考核项目", "评分标准", "分值"],
        ["服务态度", "热情周到", "50"],
        ["合计", "", "100"],
      ],
    ],
    [
      [
        ["付款阶段", "付款比例", "金额（元）"],
        ["首付", "30%", "30000"],
        ["尾款", "70%", "70000"],
      ],
    ],
    [
      [
        ["姓名", "岗位", "工资标准"],
        ["张三", "社工", "5000"],
        ["李四", "护理", "4500"],
      ],
    ],
  ])("a table of another kind is none", (rows) => {
    expect(budgetsOf(table(rows))).toEqual([]);
  });
});

test("no text makes it fail", () => {
  const words = fc.constantFrom(
    "合同总价",
    "其中",
    "元",
    "万元",
    "（",
    "）",
    "占",
    "30%",
    "1,200",
    "大写",
    "叁拾万元整",
    "；",
    "。",
    "：",
    "原合同",
    "变更为",
    "人员费",
    "一、",
    "\n",
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.array(words, { maxLength: 12 }).map((parts) => parts.join("")),
        { maxLength: 6 },
      ),
      (texts) => {
        expect(findBudgets(flowOf(...texts)).budgets.length).toBeLessThanOrEqual(12);
      },
    ),
    { numRuns: 200 },
  );
});
