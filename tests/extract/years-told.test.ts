import { describe, expect, test } from "vitest";
import { type Outline, outlineOf } from "../support/outline.ts";

type Case = [what: string, told: string, outline: Partial<Outline>];
const SOUND = { findings: [], problems: [] };
const YEARS = ["第一年租金 120000", "第二年租金 126000", "第三年租金 132300"];
const WHOLE = { totals: ["original 总378300"] };

const CASES: Case[] = [
  [
    "years in a sentence",
    "第一年租金120000元，第二年租金126000元，第三年132300元，三年租金总计378300元。",
    { ...WHOLE, lines: [...YEARS.slice(0, 2), "第三年 132300"], ...SOUND },
  ],
  [
    "a wrong sum of them",
    "第一年租金120000元，第二年租金126000元，第三年132300元，三年租金总计388300元。",
    { findings: ["total-equals-sum 合计"] },
  ],
  [
    "by how much each is more, before it",
    "第一年租金120,000元，第二年起每年递增5%，即第二年租金126,000元，第三年租金132,300元，三年租金总计378,300元。",
    { ...WHOLE, lines: YEARS, ...SOUND },
  ],
  [
    "the same with a wrong sum",
    "第一年租金120,000元，第二年起每年递增5%，即第二年租金126,000元，第三年租金132,300元，三年租金总计388,300元。",
    { lines: YEARS, findings: ["total-equals-sum 合计"] },
  ],
  [
    "years by their first and last days",
    "2025年1月1日至2025年12月31日租金120,000元，2026年1月1日至2026年12月31日租金126,000元，两年租金合计246,000元。",
    {
      totals: ["original 总246000"],
      lines: ["2025年1月1日至2025年12月31日租金 120000", "2026年1月1日至2026年12月31日租金 126000"],
      ...SOUND,
    },
  ],
  [
    "the same with a wrong sum",
    "2025年1月1日至2025年12月31日租金120,000元，2026年1月1日至2026年12月31日租金126,000元，两年租金合计256,000元。",
    { findings: ["total-equals-sum 合计"] },
  ],
  // What each of several years costs can't be a line of its own sum, so that it is told.
  [
    "one sum for each of several years",
    "第一年租金120000元，第二年至第三年每年租金126000元，三年租金总计372000元。",
    {
      totals: ["original 总372000"],
      findings: [],
      problems: [
        "“第二年至第三年每年租金126000元”：预算中的这笔金额未能归入任何一项，请核对原件",
        "“第一年租金120000元”：价款条款中的这笔金额未能归入预算的任何一项，请核对原件",
      ],
    },
  ],
  [
    "from the second year on",
    "第一年租金120000元，第二年起每年租金126000元，三年租金总计372000元。",
    {
      totals: ["original 总372000"],
      findings: [],
      problems: [
        "“第二年起每年租金126000元”：预算中的这笔金额未能归入任何一项，请核对原件",
        "“第一年租金120000元”：价款条款中的这笔金额未能归入预算的任何一项，请核对原件",
      ],
    },
  ],
  // A sound neighbour: one sum for every year, and no other.
  [
    "one sum for every year",
    "每年租金126000元，三年租金总计378000元。",
    { totals: ["original 总378000"], ...SOUND },
  ],
];

describe("what each year costs, and all of them", () => {
  test.each(CASES)("%s", (_, told, outline) =>
    expect(outlineOf("房屋租赁合同", "一、租金", told)).toMatchObject(outline),
  );
});

const RENTS =
  "第一年租金为每月18,600元（按每平方米每月60元计），年租金A元；第二年租金上调3%，为每月19,158元，年租金229,896元。租金总额为人民币T元。";
const rent = (year: string, total: string): ReturnType<typeof outlineOf> =>
  outlineOf("房屋租赁合同", "一、租金", RENTS.replace("A", year).replace("T", total));

describe("what a year costs, told behind what a month of it does", () => {
  test("is the year's line", () => {
    expect(rent("223,200", "453,096")).toMatchObject({
      totals: ["original 总453096"],
      lines: ["第一年租金 223200", "第二年租金 229896"],
      ...SOUND,
    });
  });
  test("is judged against the total", () => {
    expect(rent("223,200", "435,096").findings.join()).toBe("total-equals-sum 合计");
  });
  test("is told where it is no so many months", () => {
    const { findings, problems } = rent("232,200", "462,096");
    expect(findings).toEqual([]);
    expect(problems.join()).toContain("“232,200元”：不是");
  });
  // A sound neighbour: a month is let off.
  test("may be of fewer months", () => {
    const told = "首年免租一个月，每月8,000元，年租金88,000元；第二年每月8,000元，年租金96,000元。";
    expect(outlineOf("房屋租赁合同", "一、租金", told).problems.join()).not.toContain("倍数");
  });
});
