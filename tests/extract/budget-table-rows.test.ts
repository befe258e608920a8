import { describe, expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { table, told } from "./unseen/told.ts";

const read = (...rows: string[]) => {
  const { budgets, findings, problems, checks } = recordOf(
    told("rows", ["服务合同", "二、合同价款", "合同价款明细如下（单位：元）：", table(...rows)], {}).scan,
  );
  return {
    lines: budgets.map(({ lines }) =>
      lines.map(({ label, parent, amount, quantity }) =>
        [label.value, parent, amount.fen / 100, quantity?.value ?? null].join(" "),
      ),
    ),
    totals: budgets.map(({ total }) => (total?.fen ?? 0) / 100),
    told: [...findings.map(({ ruleId }) => ruleId), ...problems.map(({ message }) => message.zh)],
    passed: checks.filter(({ outcome }) => outcome === "pass").map(({ ruleId }) => ruleId),
  };
};

describe("a row of a budget table", () => {
  test("that tells how it is reckoned from subtotals is a cost by its kind's name, and counts may be products", () => {
    const { lines, told: said } = read(
      "类别|项目|数量|单价|金额",
      "人员经费|负责人|1人×12个月|7,800.00|93,600.00",
      "^|护理员|14人×12个月|4,650.00|781,200.00",
      "^|小计|<|<|874,800.00",
      "直接成本|助餐|36,500份|6.00|219,000.00",
      "^|助浴|4,800人次|45.00|216,000.00",
      "^|小计|<|<|435,000.00",
      "管理费|按前两项小计之和的5%计取，含税金|<|<|65,490.00",
      "合计|<|<|<|1,375,290.00",
    );
    expect(said).toEqual([]);
    expect(lines[0].at(-1)).toBe("管理费  65490 ");
    expect(lines[0]).toContain("护理员 人员经费 781200 168");
  });

  test("below the total that tells its tax is no cost, and is told where both parts don't come to it", () => {
    const rows = (tax: string) => [
      "序号|服务项|数量|单价|金额|备注",
      "1|驻场工程师|36|9,500|342,000|3人，合计36人月",
      "2|缺陷修复|60|1,400|84,000|",
      "3|维保|2|36,000|72,000|",
      "合计（含税）|<|<|<|498,000|",
      "其中：不含税价|<|<|<|469,811.32|<",
      `增值税（税率6%）|<|<|<|${tax}|<`,
    ];
    const { lines, totals, told: said } = read(...rows("28,188.68"));
    expect([lines[0].length, totals, said]).toEqual([3, [498_000], []]);
    expect(read(...rows("28,818.68")).told.join()).toContain("税额与合计不符");
    const lone = (tax: string) => read(...rows(tax).filter((row) => !row.includes("不含税价"))).told;
    expect([lone("28,188.68"), lone("28,818.68").length]).toEqual([[], 1]);
  });

  test("of two versions is multiplied by that version's own counts", () => {
    const rows = [
      "岗位|单价（元/人·月）|原合同|<|<|变更后|<|<",
      "^|^|人数|月数|金额（元）|人数|月数|金额（元）",
      "队长|5,600|1|12|67,200|1|15|84,000",
      "门岗|4,200|12|12|604,800|12|15|756,000",
      "巡逻|4,300|6|12|309,600|6|15|387,000",
      "合计|<|19||981,600|19||1,227,000",
    ];
    const { lines, told: said } = read(...rows);
    expect(said).toEqual([]);
    expect(lines.map((version) => version[1])).toEqual(["门岗  604800 144", "门岗  756000 180"]);
    expect(read(...rows.map((row) => row.replace("309,600", "306,900"))).told).toContain(
      "quantity-times-price",
    );
  });
});

test("a row whose name stands in the column of numbers is read by it", () => {
  const { lines, told: said } = read(
    "序号|设备名称|数量|月租金（元/台，不含税）|租期（月）|租金（元）",
    "1|彩色复合机|12台|620|36|267,840.00",
    "2|黑白复合机|20台|380|36|273,600.00",
    "不含税租金小计||32台|||541,440.00",
    "增值税（税率13%）|||||70,387.20",
    "价税合计|||||611,827.20",
  );
  expect(said).toEqual([]);
  expect(lines[0].at(-1)).toBe("增值税（税率13%）  70387.2 ");
});

test("a column that counts how often something is held makes no schedule of payments", () => {
  const { schedules, findings } = recordOf(
    told(
      "courses",
      [
        "培训合同",
        "二、合同价款",
        table(
          "工种|期数|培训人数|补贴标准（元/人）|培训费（元）",
          "育婴员|3|120|1,800|216,000",
          "护理员|2|80|1,800|144,000",
          "面点师|2|90|1,500|135,000",
          "合计|7|290||495,000",
        ),
        "三、第一笔：开班后，甲方拨付合同总价的20%，即99,000元；第二笔：结业后，拨付80%，即396,000元。",
      ],
      {},
    ).scan,
  );
  expect(schedules.map(({ instalments }) => instalments.map(({ amount }) => amount?.fen))).toEqual([
    [9_900_000, 39_600_000],
  ]);
  expect(findings).toEqual([]);
});

test("units name no rows where the column of sums is known only by what it adds up to", () => {
  const { lines } = read(
    "名称|单位|数量|单价|也价",
    "血压计|台|12|1,250|15,000元",
    "灭火器|具|40|185|7,400元",
    "书架|组|8|1,450|11,600元",
    "合计||||34,000元",
  );
  expect(lines[0].map((line) => line.split(" ")[0])).toEqual(["血压计", "灭火器", "书架"]);
});

test("whose name goes over all columns but its number heads a group, and the group's sum is judged", () => {
  const rows = (sum: string) => [
    "序号|项目|单位|数量|单价|金额",
    "一|人员费用|<|<|<|<",
    "1|项目经理|人·月|12|6,500.00|78,000.00",
    "2|保洁员|人·月|96|3,450.00|331,200.00",
    `小计|<|<|<|<|${sum}`,
    "二|专项作业费用|<|<|<|<",
    "3|外墙清洗|平方米|6,200|4.50|27,900.00",
    "4|化粪池清掏|次|4|1,850.00|7,400.00",
    "小计|<|<|<|<|35,300.00",
    "总计|<|<|<|<|444,500.00",
  ];
  const { lines, told: said } = read(...rows("409,200.00"));
  expect(said).toEqual([]);
  expect(lines[0].slice(0, 2)).toEqual(["人员费用  409200 ", "项目经理 人员费用 78000 12"]);
  expect(read(...rows("402,900.00")).told).toContain("subtotal-equals-sum");
});

test.each(["计量", "口径"])("a column of nothing but measures names no rows: %s", (header) => {
  const { lines } = read(
    `模块|${header}|数量|单价（元）|费用（元）`,
    "宿舍调宿|人日|22|1,350|29,700",
    "数据接口|人日|15|1,350|20,250",
    "短信通道|条|30,000|0.05|1,500",
    "合计|<|<|<|51,450",
  );
  expect(lines[0].map((line) => line.split(" ")[0])).toEqual(["宿舍调宿", "数据接口", "短信通道"]);
});
