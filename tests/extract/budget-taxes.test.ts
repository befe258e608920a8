import { describe, expect, test } from "vitest";
import { type Outline, outlineOf } from "../support/outline.ts";

/** What must be told of each agreement; what is not given doesn't matter. */
type Case = [what: string, parts: string[], told: Partial<Outline>];

const PRICE = "合同总价（含税）为人民币1060000元（大写：壹佰零陆万元整）";
const SOUND = { totals: ["original 总1060000 大写1060000"], findings: [], problems: [] };
const notByRate = (raw: string): string => `“${raw}”：与含税金额和所写税率不符，请核对原件`;
const byNoRate = (raw: string): string => `“${raw}”：与含税金额相比，不合任何一档增值税税率，请核对原件`;

const ALONE: Case[] = [
  [
    "a price without tax that is by no rate",
    [`${PRICE}，其中不含税价900000元。`],
    { problems: [byNoRate("不含税价900000元")] },
  ],
  ["one that is by a rate", [`${PRICE}，其中不含税价1000000元。`], SOUND],
  [
    "a price of the years of 17 %",
    ["合同总价（含税）为人民币117万元（大写：壹佰壹拾柒万元整），不含税金额为100万元。"],
    { findings: [], problems: [] },
  ],
  [
    "a tax that is by no rate",
    [`${PRICE}，其中增值税额70000元。`],
    { problems: [byNoRate("增值税额70000元")] },
  ],
  [
    "a tax that is not by the rate told beside it",
    [`${PRICE}，税率6%，税额70000元。`],
    { problems: [notByRate("税额70000元")] },
  ],
  ["one that is", [`${PRICE}，税率6%，税额60000元。`], SOUND],
  [
    "the same in a paragraph of its own",
    [`${PRICE}。`, "本合同税率为6%，税款为66000元，乙方开具增值税专用发票。"],
    { problems: [notByRate("税款66000元")] },
  ],
  [
    "a price without tax by another legal rate than the one told",
    [`${PRICE}，税率为3%，不含税价为1000000元。`],
    { problems: [notByRate("不含税价1000000元")] },
  ],
  [
    "things at several rates",
    [
      "合同总价（含税）为人民币1690000元（大写：壹佰陆拾玖万元整），货物税率13%，服务税率6%，不含税金额为1530000元。",
    ],
    { findings: [], problems: [] },
  ],
  [
    "a tax on top of a price without it",
    ["合同总价为1000000元（不含税）（大写：壹佰万元整），税率6%，税额60000元。"],
    { findings: [], problems: [] },
  ],
  [
    "a tax that is withheld from pay",
    ["劳务报酬总额为100000元（大写：壹拾万元整），个人所得税税率20%，税额16000元，由甲方代扣代缴。"],
    { findings: [], problems: [] },
  ],
];

const BOTH: Case[] = [
  [
    "a price without tax and a tax of one and the same amount",
    [`${PRICE}，其中不含税价1000000元，税额1000000元。`],
    { lines: ["不含税价 1000000", "税额 1000000"], findings: [] },
  ],
  [
    "the price without tax told twice",
    [`${PRICE}，其中不含税价1000000元（不含税金额1000000元），税额60000元。`],
    SOUND,
  ],
  [
    "the price without tax told twice and otherwise",
    [`${PRICE}，其中不含税价1000000元，税额60000元。`, "不含税价为990000元。"],
    { findings: [] },
  ],
  [
    "both come to the price, and not by the rate told",
    [`${PRICE}，其中不含税价1000000元，税额60000元，税率13%。`],
    { problems: [notByRate("不含税价1000000元"), notByRate("税额60000元")] },
  ],
];

const AMONG_LINES: Case[] = [
  [
    "a tax among the costs of a price with tax",
    [`${PRICE}，其中设备费800000元，安装费200000元，增值税60000元。`],
    { ...SOUND, lines: ["设备费 800000", "安装费 200000", "增值税 60000"] },
  ],
  [
    "the same before the others",
    [`${PRICE}，其中税额60000元，设备费800000元，安装费200000元。`],
    { ...SOUND, lines: ["税额 60000", "设备费 800000", "安装费 200000"] },
  ],
  [
    "costs that come to the price without tax",
    [`${PRICE}，不含税价1000000元，税额60000元，其中设备费800000元，安装费200000元。`],
    { ...SOUND, lines: ["税额 60000", "设备费 800000", "安装费 200000"] },
  ],
  [
    "costs that come to the price with tax, and the tax told beside",
    [`${PRICE}，其中设备费800000元，安装费260000元，税率为6%，税额60000元。`],
    { ...SOUND, lines: ["设备费 800000", "安装费 260000"] },
  ],
];

describe.each([
  ["a price without tax, or a tax, alone", ALONE],
  ["both", BOTH],
  ["a tax among lines", AMONG_LINES],
])("%s", (_, cases) => {
  test.each(cases)("%s", (__, parts, told) => {
    expect(outlineOf("采购合同", ...parts)).toMatchObject(told);
  });
});

test("a price without tax told twice and otherwise is told", () => {
  const { problems } = outlineOf("采购合同", ...BOTH[2][1]);
  expect(problems.join()).toContain("990000元");
});
