import { describe, expect, test } from "vitest";
import { type Outline, outlineOf } from "../support/outline.ts";

type Case = [what: string, parts: string[], told: Partial<Outline>];

const SOUND = { findings: [], problems: [] };
const odd = (raw: string): string => `“${raw}”：像是小计，但与其前各项之和不符，或各项未能读出，请核对原件`;

const STAFF = ["人员费 100000", "差旅费 20000", "设备费 50000", "材料费 30000"];
const PHASES = [
  "一期设备费 100000",
  "一期安装费 20000",
  "二期设备费 50000",
  "二期安装费 30000",
  "培训费 50000",
];

const CASES: Case[] = [
  [
    "before what is taken off",
    ["设备费100,000元，安装费20,000元，小计120,000元，优惠5,000元，合同总价115,000元。"],
    { totals: ["original 总115000"], lines: ["设备费 100000", "安装费 20000", "优惠 -5000"], ...SOUND },
  ],
  [
    "that is wrong before what is taken off",
    ["设备费100,000元，安装费20,000元，小计130,000元，优惠5,000元，合同总价115,000元。"],
    { lines: ["设备费 100000", "安装费 20000", "优惠 -5000"], findings: [], problems: [odd("130,000元")] },
  ],
  [
    "before a wrong total",
    ["设备费100,000元，安装费20,000元，小计120,000元，优惠5,000元，合同总价116,000元。"],
    { findings: ["total-equals-sum 合计"], problems: [] },
  ],
  [
    "two in one paragraph",
    [
      "人员费100,000元，差旅费20,000元，以上两项小计120,000元；设备费50,000元，材料费30,000元，以上两项小计80,000元；合同总价200,000元。",
    ],
    { totals: ["original 总200000"], lines: STAFF, ...SOUND },
  ],
  [
    "two in one paragraph, the second wrong",
    [
      "人员费100,000元，差旅费20,000元，以上两项小计120,000元；设备费50,000元，材料费30,000元，以上两项小计90,000元；合同总价200,000元。",
    ],
    { lines: STAFF, findings: [], problems: [odd("以上两项小计90,000元")] },
  ],
  [
    "two behind the total",
    [
      "合同总价200,000元，其中：人员费100,000元，差旅费20,000元，以上两项小计120,000元；设备费50,000元，材料费30,000元，以上两项小计80,000元。",
    ],
    { totals: ["original 总200000"], lines: STAFF, ...SOUND },
  ],
  [
    "in paragraphs of their own",
    [
      "合同总价为200,000元。",
      "1.人员费100,000元；",
      "2.差旅费20,000元；",
      "3.前两项小计120,000元；",
      "4.设备费50,000元；",
      "5.材料费30,000元；",
      "6.第4、5项小计80,000元。",
    ],
    { totals: ["original 总200000"], lines: STAFF, ...SOUND },
  ],
  [
    "with names of their own, and a subtotal of subtotals",
    [
      "合同总价为250,000元，其中：一期设备费100,000元，一期安装费20,000元，一期小计120,000元；二期设备费50,000元，二期安装费30,000元，二期小计80,000元；一、二期小计200,000元；培训费50,000元。",
    ],
    { totals: ["original 总250000"], lines: PHASES, ...SOUND },
  ],
  // Sound neighbours: what is called so and is the only sum of the parts, and what has its parts behind it.
  [
    "that is the only sum of the parts",
    ["人员费100,000元，差旅费20,000元，以上两项小计120,000元。"],
    { totals: ["original 总120000"], lines: ["人员费 100000", "差旅费 20000"], ...SOUND },
  ],
  [
    "of one thing each, by its count",
    [
      "培训费合计315,000元。",
      "● 住宿费：900人天，每人天220元，小计198,000元；",
      "● 伙食费：900人天，每人天130元，小计117,000元。",
    ],
    { totals: ["original 总315000"], lines: ["住宿费 198000", "伙食费 117000"], ...SOUND },
  ],
  [
    "of one thing each, beside what a list asked for it",
    [
      "合同总价为638,000元。",
      "光度计 6台 目录价48,000元 成交单价44,160元 小计264,960元",
      "光谱仪 2台 目录价198,000元 成交单价186,520元 小计373,040元",
    ],
    { findings: [] },
  ],
  [
    "whose parts stand behind it",
    ["合同总价为150,000元，其中：设备费小计100,000元（其中主机70,000元，备件30,000元），安装费50,000元。"],
    {
      totals: ["original 总150000"],
      findings: [],
    },
  ],
];

describe("subtotals within a list are no parts of it", () => {
  test.each(CASES)("%s", (_, parts, told) =>
    expect(outlineOf("服务合同", "一、合同价款", ...parts)).toMatchObject(told),
  );
});
