import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";
import { recordOf } from "./unseen/judge-told.ts";
import { told } from "./unseen/told.ts";

/** What an amendment's words tell: the lines of each budget, in yuan, the rules it breaks and its status. */
function read(...words: string[]): {
  lines: Record<string, string[]>;
  rules: string[];
  status: string;
  paid: Record<string, number[]>;
} {
  const parts = ["服务合同补充协议", "甲方：望海区文化馆", "乙方：安泰物业服务有限公司", ...words];
  const { budgets, schedules, findings, status } = recordOf(told("changes", parts, {}).scan);
  return {
    lines: Object.fromEntries(
      budgets.map(({ version, lines }) => [
        version,
        lines.map(({ label, amount }) => `${label.value} ${amount.fen / 100}`),
      ]),
    ),
    paid: Object.fromEntries(
      schedules.map(({ version, instalments }) => [
        version,
        instalments.flatMap(({ amount, occurrences }) =>
          Array.from({ length: occurrences }, () => (amount?.fen ?? Number.NaN) / 100),
        ),
      ]),
    ),
    rules: findings.map(({ ruleId }) => ruleId),
    status,
  };
}

/** The words before the new total, and by what it is told, soundly and not. */
const COSTS: [name: string, words: string[], total: [sound: string, flawed: string], now: string[]][] = [
  [
    "what a cost was stands with its reckoning in a bracket before what it is",
    [
      "原合同总金额486,000元。",
      "一、费用调整",
      "1. 车辆租用费由372,000元（6辆，每辆每学年62,000元）增加到403,000元。",
      "2. 照管员费用由72,000元（6人，每人每学年12,000元）增加到78,000元。",
      "3. 保险及年检费42,000元不作调整。",
    ],
    [
      "4. 调整后合同总金额为523,000元（大写：伍拾贰万叁仟元整）。",
      "4. 调整后合同总金额为529,000元（大写：伍拾贰万玖仟元整）。",
    ],
    ["车辆租用费 403000", "照管员费用 78000", "保险及年检费 42000"],
  ],
  [
    "by how much stands before what it is, the name before a colon",
    [
      "原合同年度总价400,000元，由以下三项组成：保洁人员工资280,000元；清洁耗材50,000元；管理费及税金70,000元。",
      "二、费用变更",
      "1、保洁人员工资：增加保洁员2人，增加30,000元，变更为310,000元。",
      "2、清洁耗材：减少8,000元，变更为42,000元。",
      "3、管理费及税金：仍为70,000元，不变。",
    ],
    [
      "4、变更后年度总价为422,000元，大写：肆拾贰万贰仟元整。",
      "4、变更后年度总价为430,000元，大写：肆拾叁万元整。",
    ],
    ["保洁人员工资 310000", "清洁耗材 42000", "管理费及税金 70000"],
  ],
  [
    "costs that stay by their names alone, and a new one",
    [
      "一、原运营费构成：电费144,000元，药剂费60,000元，人工费135,000元，水质检测费45,000元，合计384,000元。",
      "二、费用调整",
      "（1）电费，每月增至14,000元，全年168,000元，增加24,000元；",
      "（2）药剂费，增至66,000元，增加6,000元；",
      "（3）新增污泥处置费12,000元；",
      "（4）人工费、水质检测费照原合同执行。",
    ],
    [
      "三、调整后全年运营费为426,000元，大写：肆拾贰万陆仟元整。",
      "三、调整后全年运营费为462,000元，大写：肆拾陆万贰仟元整。",
    ],
    ["电费 168000", "药剂费 66000", "人工费 135000", "水质检测费 45000", "污泥处置费 12000"],
  ],
  [
    "all in one sentence",
    [],
    [
      "原合同总价360,000元，包括秩序维护费240,000元、保洁费90,000元、绿化费30,000元。现因新增场地，秩序维护费增至280,000元，保洁费增加15,000元，变为105,000元，绿化费不变，另新增消杀费12,000元，变更后合同总价427,000元（大写：肆拾贰万柒仟元整）。",
      "原合同总价360,000元，包括秩序维护费240,000元、保洁费90,000元、绿化费30,000元。现因新增场地，秩序维护费增至280,000元，保洁费增加15,000元，变为105,000元，绿化费不变，另新增消杀费12,000元，变更后合同总价472,000元（大写：肆拾柒万贰仟元整）。",
    ],
    ["秩序维护费 280000", "保洁费 105000", "绿化费 30000", "消杀费 12000"],
  ],
  [
    "a new cost that its heading names",
    [
      "原合同总金额120,000元，其中租车费100,000元、保险费20,000元。",
      "一、租车费",
      "租车费由100,000元增加到115,000元，增加15,000元。",
      "二、新增定位监控",
      "7辆车全部加装车载定位，每台800元，计5,600元，由乙方负责采购安装。",
      "三、保险费20,000元不作调整。",
    ],
    [
      "四、综上，合同总金额净增20,600元，调整后为140,600元，大写壹拾肆万零陆佰元整。",
      "四、综上，合同总金额净增26,600元，调整后为146,600元，大写壹拾肆万陆仟陆佰元整。",
    ],
    ["租车费 115000", "保险费 20000", "定位监控 5600"],
  ],
  [
    "原约定…，现改为",
    [
      "原合同总价300,000元。",
      "1. 原约定人工费180,000元，现改为200,000元。",
      "2. 原约定材料费90,000元，现改为85,000元。",
      "3. 管理费30,000元，不变。",
    ],
    [
      "变更后合同总价315,000元（大写：叁拾壹万伍仟元整）。",
      "变更后合同总价351,000元（大写：叁拾伍万壹仟元整）。",
    ],
    ["人工费 200000", "材料费 85000", "管理费 30000"],
  ],
];

describe("what an amendment makes of each cost", () => {
  test.each(COSTS)("%s: sound", (_, words, [total], now) => {
    const { lines, rules, status } = read(...words, total);
    expect(lines["amended"]).toEqual(now);
    expect(rules).toEqual([]);
    expect(status).not.toBe("flagged");
  });

  test.each(COSTS)("%s: another total", (_, words, [, total]) => {
    expect(read(...words, total).rules).toContain("total-equals-sum");
  });

  test("the old costs that only the changes tell make the old total", () => {
    const [, words, [total]] = COSTS[0];
    expect(read(...words, total).lines["original"]).toEqual([
      "车辆租用费 372000",
      "照管员费用 72000",
      "保险及年检费 42000",
    ]);
  });

  test("a list that doesn't come out is none where the old costs don't make the old total", () => {
    const [, [, ...words], [, total]] = COSTS[0];
    expect(read("原合同总金额686,000元。", ...words, total).rules).toEqual([]);
  });

  test.each([["520,000元（大写：伍拾贰万元整）"], ["530,000元（大写：伍拾叁万元整）"]])(
    "changed costs are no list where the rest stays untold: %s",
    (total) => {
      const { rules, status } = read(
        "一、原合同总价500,000元。",
        "二、变更内容：设备费由300,000元调整为330,000元，培训费由50,000元调整为40,000元，其余各项不变。",
        `三、变更后合同总价为${total}。`,
      );
      expect(rules).toEqual([]);
      expect(status).not.toBe("clean");
    },
  );

  test("a total of a clause told before is that total again", () => {
    const [, words, [total]] = COSTS[2];
    const again = (sum: string): string[] =>
      read(...words, total, `四、税费：第三条运营费${sum}元为含税价，税费由乙方承担。`).rules;
    expect(again("426,000")).toEqual([]);
    expect(again("462,000")).toContain("restated-total-agrees");
  });
});

const PRICE = ["原合同总价300,000元，变更后合同总价为340,000元（大写：叁拾肆万元整）。", "三、付款"];

describe("what an amendment pays", () => {
  test.each<[string[], number[]]>([
    [
      [
        "1. 原合同约定分两次付款，每次150,000元。第一次150,000元甲方已于2024年10月支付，双方确认无误。",
        "2. 原合同第二次付款取消，改为：2025年4月20日前支付100,000元；2025年6月30日前支付90,000元。",
      ],
      [150_000, 100_000, 90_000],
    ],
    [
      [
        "（1）原合同费用300,000元，已于2025年1月一次付清；",
        "（2）2025年4月付15,000元；",
        "（3）2025年6月，考核结束后付25,000元。",
      ],
      [300_000, 15_000, 25_000],
    ],
    [
      [
        "1. 原合同预付款90,000元已于2025年2月支付，计入变更后价款。",
        "2. 设备安装完毕，付至变更后价款的60%（即204,000元），本次支付114,000元。",
        "3. 验收通过，付至95%（即323,000元），本次支付119,000元。",
        "4. 余款5%，17,000元，质保期一年满后付清。",
      ],
      [90_000, 114_000, 119_000, 17_000],
    ],
    [
      [
        "1. 截至本协议签订之日，甲方已支付90,000元。",
        "2. 剩余250,000元，于2025年9月支付130,000元，2025年12月支付120,000元。",
      ],
      [90_000, 130_000, 120_000],
    ],
    [
      ["1. 原合同已支付的90,000元继续有效。", "2. 余款250,000元于2025年12月31日前一次性付清。"],
      [90_000, 250_000],
    ],
  ])("what was paid before is of the new schedule: %j", (words, now) => {
    const { paid, rules, status } = read(...PRICE, ...words);
    expect(paid["amended"]).toEqual(now);
    expect(rules).toEqual([]);
    expect(status).toBe("clean");
  });

  test.each([
    ["付至变更后价款的60%（即214,000元），本次支付114,000元"],
    ["付至变更后价款的65%（即204,000元），本次支付114,000元"],
  ])("what is paid up to a payment is judged: %s", (words) => {
    const { status } = read(
      ...PRICE,
      "1. 原合同预付款90,000元已于2025年2月支付，计入变更后价款。",
      `2. 设备安装完毕，${words}。`,
      "3. 余款136,000元，质保期一年满后付清。",
    );
    expect(status).not.toBe("clean");
  });

  test.each([
    [136_000, []],
    [146_000, ["schedule-equals-total"]],
  ])("what was paid before, told once above the new payments and once among them: %i", (last, broken) => {
    const { paid, rules } = read(
      "原合同总价300,000元，甲方已按原合同支付第一笔款90,000元。",
      "因工程量增加，合同总价由300,000元调整为340,000元（大写：叁拾肆万元整）。",
      "付款方式调整如下：",
      "1. 已付90,000元；",
      "2. 主体完工后支付114,000元；",
      `3. 质保期满后支付${last / 1000},000元。`,
    );
    expect(paid["amended"]).toEqual([90_000, 114_000, last]);
    expect(rules.filter((rule, at) => rules.indexOf(rule) === at)).toEqual(broken);
  });

  test("a rate that goes on as it was is of the new schedule", () => {
    const { paid, rules } = read(
      "原合同服务期2024年7月1日至2025年6月30日，合同总价1,200,000元，按月支付，每月100,000元。变更后合同总价为1,260,000元（大写：壹佰贰拾陆万元整）。",
      "三、费用支付",
      "1、2024年7月至12月仍按原标准每月100,000元支付。",
      "2、2025年1月至6月每月支付110,000元。",
    );
    expect(paid["amended"]).toEqual([...Array(6).fill(100_000), ...Array(6).fill(110_000)]);
    expect(rules).toEqual([]);
  });

  test("what a quarter's payments come to is no payment, nor what isn't paid", () => {
    const { paid, status } = read(
      "原合同服务期自2025年1月1日至2025年12月31日，共12个月，原合同总价300,000元，按季支付，每季度75,000元。变更后合同总价为339,000元（大写：叁拾叁万玖仟元整）。",
      "三、支付",
      "第一季度服务费75,000元仍按原合同支付。第二、三、四季度每季度支付88,000元，三个季度共264,000元，均在季末考核后付款。",
      "四、其他",
      "1、原有苗木由乙方移植，移植费用由施工单位另行承担，甲方不支付。",
    );
    expect(paid["amended"]).toEqual([75_000, 88_000, 88_000, 88_000]);
    expect(paid["original"]).toEqual([75_000, 75_000, 75_000, 75_000]);
    expect(status).not.toBe("flagged");
  });

  test("a share that is paid behind a comma is no cost", () => {
    const { lines, rules } = read(
      "一、合同总价仍为300,000元，包括设备200,000元；安装100,000元。",
      "二、变更后付款方式",
      "1. 验收后，付285,000元（95%）；",
      "2. 质保期满，付15,000元（5%）。",
    );
    expect(lines["amended"] ?? lines["original"]).toEqual(["设备 200000", "安装 100000"]);
    expect(rules).toEqual([]);
  });
});

/** The term that an amendment's words tell, and the rules it breaks. */
function termOf(...words: string[]): { term: (string | number | null)[] | null; rules: string[] } {
  const parts = ["服务合同补充协议", "甲方：望海区文化馆", "乙方：安泰物业服务有限公司", ...words];
  const { agreement, findings } = recordOf(told("terms", parts, {}).scan);
  const { from, to, months } = agreement.term ?? {};
  return {
    term: from && to ? [from.value, to.value, months ?? null] : null,
    rules: findings.map(({ ruleId }) => ruleId),
  };
}

describe("what an amendment adds to the time agreed", () => {
  const FIRST =
    "双方2023年12月签有《服务合同》（下称“主合同”）。主合同期限自2024年1月1日至2024年12月31日，12个月，服务费总额336,000元，按月支付28,000元。";

  test.each([
    [18, []],
    [19, ["term-months-agree"]],
  ])("the whole of %i months, told with its days", (months, broken) => {
    const { term, rules } = termOf(
      FIRST,
      "一、服务期延长6个月，即自2025年1月1日起至2025年6月30日止。",
      `延长后总服务期为${months}个月，自2024年1月1日至2025年6月30日。`,
    );
    expect(term).toEqual(["2024-01-01", "2025-06-30", months]);
    expect(rules).toEqual(broken);
  });

  test("the whole told without its days is no count of the part that was added", () => {
    const { rules } = termOf(
      FIRST,
      "一、服务期延长6个月，自2025年1月1日起至2025年6月30日止，延长后总期限共计18个月。",
    );
    expect(rules).not.toContain("term-months-agree");
  });

  test.each([
    ["连同原合同服务费336,000元，两段合计513,000元", []],
    ["加上原合同服务费336,000元，总计531,000元", ["total-equals-sum"]],
  ])("costs added to the first total: %s", (words, broken) => {
    const { lines, rules } = read(
      "原合同护理劳务228,000元，助餐补贴72,000元，管理费36,000元，共计336,000元，均已履行。",
      "一、延长期费用",
      `护理劳务117,000元；助餐补贴36,000元；管理费24,000元。延长期服务费合计177,000元，大写：壹拾柒万柒仟元整。${words}。`,
    );
    expect(lines["amended"]).toEqual([
      "原合同服务费 336000",
      "延长期服务费 177000",
      "护理劳务 117000",
      "助餐补贴 36000",
      "管理费 24000",
    ]);
    expect(rules).toEqual(broken);
  });

  test("part of what one costs is no cost", () => {
    const { lines } = read(
      "合同总价为52,000元，其中：护理劳务40,000元；管理费12,000元。",
      "二、助餐点每日供餐，套餐每份定价12元，其中老人自付7元。",
    );
    expect(lines["amended"] ?? lines["original"]).toEqual(["护理劳务 40000", "管理费 12000"]);
  });
});

describe("an amendment behind another one", () => {
  const PAST = [
    "原合同：《信息系统运维服务合同》，签订于2024年12月30日，合同金额620,000元。",
    "补充协议（一）：签订于2025年3月14日，新增短信平台费45,000元，合同金额调整为665,000元。",
    "一、目前执行的金额构成",
    "按原合同及补充协议（一），目前665,000元的构成为：",
    "1.1 系统运维费300,000元；",
    "1.2 驻场工程师费240,000元；",
    "1.3 数据备份与容灾80,000元；",
    "1.4 短信平台费45,000元。",
    "二、本次调整",
    "2.1 驻场工程师费单价由10,000元/人月调整为11,000元/人月，24人月合计264,000元，调增24,000元。",
    "2.2 短信平台改用政务短信通道，费用由45,000元下调至27,000元，调减18,000元。",
    "2.3 增加电子证照接口开发费62,000元，接口不少于9个。",
    "2.4 系统运维费、数据备份与容灾费用不变。",
  ];

  test.each([
    ["2.5 以上调整后，合同金额增加68,000元，由665,000元变更为733,000元（大写：柒拾叁万叁仟元整）。", []],
    [
      "2.5 以上调整后，合同金额增加86,000元，由665,000元变更为751,000元（大写：柒拾伍万壹仟元整）。",
      ["total-equals-sum"],
    ],
  ])("what is changed is what the earlier one made of the total: %s", (total, broken) => {
    const { lines, rules } = read(...PAST, total);
    expect(lines["original"]).toEqual([
      "系统运维费 300000",
      "驻场工程师费 240000",
      "数据备份与容灾 80000",
      "短信平台费 45000",
    ]);
    expect(lines["amended"]).toEqual([
      "系统运维费 300000",
      "驻场工程师费 264000",
      "数据备份与容灾 80000",
      "短信平台费 27000",
      "电子证照接口开发费 62000",
    ]);
    expect(rules).toEqual(broken);
  });
});

test("what an amendment signed before made of the total is what is changed, where its recital tells so", () => {
  const { totals, findings } = outlineOf(
    "补充协议（二）",
    "甲乙双方于2024年5月28日签订了《平台开发服务合同》，合同金额286.00万元；于2024年11月12日签订了《补充协议（一）》，合同金额增加18.60万元，变更为304.60万元。",
    "一、合同金额",
    "变更后，合同总金额由304.60万元调整为329.00万元（大写：人民币叁佰贰拾玖万元整）。",
  );
  expect(totals).toEqual(["original 总3046000", "amended 总3290000 大写3290000"]);
  expect(findings).toEqual([]);
});
