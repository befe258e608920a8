import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

// Tables of posts whose sums are by the month, beside a total of the year or of the whole term.

const TITLE = "物业服务合同";
const HEAD = "岗位|人数|月工资标准（元）|合计（元）";
const ROWS = ["保安|4|4000|16000", "保洁|3|3000|9000", "主管|1|5000|5000"];
const LINES = ["保安 16000", "保洁 9000", "主管 5000"];
const posts = (...sums: string[]): string => [HEAD, ...ROWS, ...sums].join("\n");
const YEAR = "服务期限自2025年1月1日至2025年12月31日。";
const TWO_YEARS = "服务期限自2025年1月1日至2026年12月31日，共24个月。";

const SOUND: [what: string, parts: string[]][] = [
  ["the sum of a month", [`${YEAR}合同总价为360000元。`, posts("合计|8||30000")]],
  ["of a term that is not told", ["合同总价为360000元。", posts("合计|8||30000")]],
  ["and of the year below it", ["合同总价为360000元。", posts("合计|8||30000", "总计|<|<|360000")]],
  ["both called so", ["合同总价为360000元。", posts("月合计|8||30000", "年总计|<|<|360000")]],
  ["with the months", ["合同总价为360000元。", posts("月度合计|8||30000", "全年合计（×12）|<|<|360000")]],
  ["of two years", [`${TWO_YEARS}合同总价为720000元。`, posts("合计|8||30000")]],
  [
    "of a month, a year and two years",
    [`${TWO_YEARS}合同总价为720000元。`, posts("月合计|8||30000", "年合计|<|<|360000", "总计|<|<|720000")],
  ],
  ["no sum at all", ["合同总价为360000元，服务期12个月。", posts()]],
  [
    "by the month and by the year in two columns",
    [
      "合同总价为360000元，服务期12个月。",
      "岗位|人数|月工资标准（元）|月合计（元）|年合计（元）\n保安|4|4000|16000|192000\n保洁|3|3000|9000|108000\n主管|1|5000|5000|60000\n合计|8||30000|360000",
    ],
  ],
];

const FLAWED: [what: string, parts: string[], findings: string[]][] = [
  [
    "the sum of a month is none of its lines",
    ["合同总价为348000元。", posts("合计|8||29000", "总计|<|<|348000")],
    ["total-equals-sum 合计"],
  ],
  [
    "nor of the whole",
    [`${YEAR}合同总价为360000元。`, posts("合计|8||29000")],
    ["restated-total-agrees 合计", "total-equals-sum 合计"],
  ],
  [
    "the year is not twelve months",
    ["合同总价为350000元。", posts("月合计|8||30000", "年总计|<|<|350000")],
    ["restated-total-agrees 合计"],
  ],
  [
    "the year's sum is none of the price",
    ["合同总价为360000元。", posts("合计|8||30000", "总计|<|<|350000")],
    ["restated-total-agrees 合计"],
  ],
  ["no total but the table's", [posts("合计|8||29000", "年合计|<|<|348000")], ["total-equals-sum 合计"]],
  ["no sum of a month", ["合同总价为380000元，服务期12个月。", posts()], ["total-equals-sum 合计"]],
  [
    "a line of the year is no twelve months of pay",
    [
      `${YEAR}合同总价为486000元。`,
      "岗位|人数|月单价（元）|金额（元）\n保安|4|3500|162000\n保洁|9|3000|324000\n合计|||486000",
    ],
    ["quantity-times-price 保安"],
  ],
];

describe("posts paid by the month", () => {
  test.each(SOUND)("%s: nothing is told", (_, parts) => {
    const { findings, problems } = outlineOf(TITLE, ...parts);
    expect([...findings, ...problems]).toEqual([]);
  });

  test.each(FLAWED)("%s: it is told", (_, parts, told) => {
    const { findings, problems } = outlineOf(TITLE, ...parts);
    expect(findings).toEqual(told);
    expect(problems).toEqual([]);
  });

  test("the year's total is the total, and the month's the sum of the lines", () => {
    const { totals, lines } = outlineOf(TITLE, posts("月合计|8||30000", "年合计|<|<|360000"));
    expect({ totals, lines }).toEqual({ totals: ["original 总360000 再30000"], lines: LINES });
  });
});

test("a part that happens to be about a twelfth of its whole is not told by the month", () => {
  const { findings } = outlineOf("施工合同", "合同总价为1000000元，其中安全文明施工费80000元。");
  expect(findings).toEqual([]);
});

test("a sum row that is a twelfth of what the lines and the price come to is a flaw", () => {
  const { findings } = outlineOf(
    "服务合同",
    "合同总价为360000元。",
    "项目|金额（元）\n人工|300000\n物料|60000\n合计|30000",
  );
  expect(findings).toEqual(["restated-total-agrees 合计"]);
});
