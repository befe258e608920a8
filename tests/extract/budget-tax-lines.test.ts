import { describe, expect, test } from "vitest";
import { type Outline, outlineOf } from "../support/outline.ts";

type Case = [what: string, parts: string[], told: Partial<Outline>];
const SOUND = { findings: [], problems: [] };
const LISTED = ["人工费 60000", "材料费 40000", "税金 9000"];
const AT_ODDS = "不含税价与税额之和与含税金额不符，请核对原件";

const CASES: Case[] = [
  [
    "a price without tax told in brackets",
    ["合同总价为109,000元（不含税价为100,000元），其中人工费60,000元，材料费40,000元，税金9,000元。"],
    { lines: LISTED, ...SOUND },
  ],
  [
    "the same with a wrong tax",
    ["合同总价为109,000元（不含税价为100,000元），其中人工费60,000元，材料费40,000元，税金8,000元。"],
    { lines: ["人工费 60000", "材料费 40000", "税金 8000"], findings: ["total-equals-sum 合计"] },
  ],
  [
    "the same with a wrong price without tax",
    ["合同总价为109,000元（不含税价为101,000元），其中人工费60,000元，材料费40,000元，税金9,000元。"],
    { lines: LISTED, problems: [`“不含税价101,000元”：${AT_ODDS}`, `“税金9,000元”：${AT_ODDS}`] },
  ],
  [
    "how the tax was reckoned, behind it",
    [
      "合同总价109,000元，其中：",
      "（1）人工费60,000元；",
      "（2）材料费40,000元；",
      "（3）税金9,000元（不含税价100,000元×9%）。",
    ],
    { lines: LISTED, ...SOUND },
  ],
  [
    "prices said to be without tax",
    ["合同总价109,000元，包括人工费60,000元、材料费40,000元（以上均不含税）、税金9,000元。"],
    { lines: LISTED, ...SOUND },
  ],
  [
    "a remark on prices in a part of its own",
    ["合同总价109,000元，包括人工费60,000元、材料费40,000元、增值税9,000元；本合同单价均为不含税单价。"],
    { lines: ["人工费 60000", "材料费 40000", "增值税 9000"], ...SOUND },
  ],
  [
    "costs without their tax that only their sum announces",
    ["不含税人工费60,000元，不含税材料费40,000元，税金9,000元，合计109,000元。"],
    {
      totals: ["original 总109000"],
      lines: ["不含税人工费 60000", "不含税材料费 40000", "税金 9000"],
      ...SOUND,
    },
  ],
  [
    "the same with a wrong tax",
    ["不含税人工费60,000元，不含税材料费40,000元，税金8,000元，合计109,000元。"],
    { findings: ["total-equals-sum 合计"] },
  ],
  [
    "a sum without tax between",
    ["人工费60,000元，材料费40,000元，不含税合计100,000元，税金9,000元，含税总价109,000元。"],
    { lines: LISTED, ...SOUND },
  ],
  [
    "the same with a wrong total",
    ["人工费60,000元，材料费40,000元，不含税合计100,000元，税金9,000元，含税总价119,000元。"],
    { lines: LISTED, findings: ["total-equals-sum 合计"] },
  ],
  // Sound neighbours: lines that come to the total themselves have no tax among them.
  [
    "lines that hold their tax",
    ["合同总价109,000元（不含税价100,000元，税金9,000元），其中人工费69,000元，材料费40,000元。"],
    { lines: ["人工费 69000", "材料费 40000"], ...SOUND },
  ],
  [
    "a line's own tax behind it",
    ["合同总价为206,000元，其中咨询费100,000元，设备费106,000元（其中不含税价100,000元，税额6,000元）。"],
    { lines: ["咨询费 100000", "设备费 106000"], ...SOUND },
  ],
  [
    "nothing but net and tax",
    ["合同总价109,000元，其中不含税价100,000元，税金9,000元。"],
    { lines: [], ...SOUND },
  ],
];

describe("a tax among a budget's lines is one of them, whatever is told without tax", () => {
  test.each(CASES)("%s", (_, parts, told) => expect(outlineOf("工程合同", ...parts)).toMatchObject(told));
});
