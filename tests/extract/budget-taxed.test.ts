import { describe, expect, test } from "vitest";
import { type Outline, outlineOf } from "../support/outline.ts";

type Case = [what: string, parts: string[], told: Partial<Outline>];
const SOUND = { findings: [], problems: [] };
const [NET_TWO, NET_ONE] = [
  "不含税500,000元，税率6%，税额30,000元，含税530,000元",
  "不含税1,000,000元，税率6%，税额60,000元，含税1,060,000元",
];
const LOTS = ["一标段 1060000", "二标段 530000"];

const CASES: Case[] = [
  [
    "lots told without their tax first",
    [`合同总价为1,590,000元。一标段：${NET_ONE}；二标段：${NET_TWO}。`],
    { totals: ["original 总1590000"], lines: LOTS, ...SOUND },
  ],
  [
    "the same as a list",
    ["合同总价为1,590,000元（含税）。", `（1）一标段：${NET_ONE}；`, `（2）二标段：${NET_TWO}。`],
    { lines: LOTS, ...SOUND },
  ],
  [
    "without a total the lots stay apart",
    [`一标段：${NET_ONE}；二标段：${NET_TWO}。`],
    { totals: ["original 一标段 总1060000", "original 二标段 总530000"], lines: [], ...SOUND },
  ],
  [
    "a lot's tax that is wrong",
    [`合同总价为1,590,000元。一标段：${NET_ONE.replace("60,000元，", "70,000元，")}；二标段：${NET_TWO}。`],
    { findings: ["subtotal-equals-sum 一标段"] },
  ],
  [
    "a total that the lots don't make",
    [`合同总价为1,580,000元。一标段：${NET_ONE}；二标段：${NET_TWO}。`],
    { lines: LOTS, findings: ["total-equals-sum 合计"] },
  ],
  [
    "lines told so",
    [`合同总价为1,590,000元，其中：设计费${NET_ONE}；监理费${NET_TWO}。`],
    { lines: ["设计费 1060000", "监理费 530000"], ...SOUND },
  ],
  [
    "a line's tax that is wrong",
    [`合同总价为1,590,000元，其中：设计费${NET_ONE}；监理费${NET_TWO.replace("30,000元，", "40,000元，")}。`],
    {
      lines: ["设计费 1060000", "监理费 530000"],
      problems: [
        "“监理费不含税500,000元”：不含税价与税额之和与含税金额不符，请核对原件",
        "“税额40,000元”：不含税价与税额之和与含税金额不符，请核对原件",
      ],
    },
  ],
  [
    "the whole told so",
    ["合同不含税价100,000元，税额6,000元，含税价106,000元。"],
    { totals: ["original 总106000"], lines: [], ...SOUND },
  ],
  [
    "a rate behind a line is no share",
    ["合同总价为1,590,000元（含6%税率），其中一标段1,060,000元，税率6%；二标段530,000元，税率6%。"],
    { lines: LOTS, ...SOUND },
  ],
  [
    "a rate in brackets is none",
    ["合同总价为1,590,000元，其中设计费1,060,000元（税率6%），监理费530,000元（税率6%）。"],
    { lines: ["设计费 1060000", "监理费 530000"], ...SOUND },
  ],
  [
    "what stands with its tax first",
    ["合同总价为106,000元，其中不含税价100,000元，税率6%，税额6,000元。"],
    { totals: ["original 总106000"], lines: [], ...SOUND },
  ],
];

describe("prices told without their tax, the tax, and with it", () => {
  test.each(CASES)("%s", (_, parts, told) => expect(outlineOf("施工合同", ...parts)).toMatchObject(told));
});
