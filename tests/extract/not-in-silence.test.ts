import { expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

// One figure of each is wrong, and something else in it might excuse that.

const table = (...rows: string[]): string => rows.join("\n");
const DEVICES = "合同总价为300,000元，其中设备1为100,000元，设备2为200,000元。";

const WRONG: [what: string, parts: string[]][] = [
  [
    "a share of a line whose name ends in a digit",
    [
      "一、价款",
      DEVICES,
      "二、付款方式",
      "（1）合同签订后支付设备1的50%，即50,000元；",
      "（2）合同签订后支付设备2的40%，即100,000元；",
      "（3）验收后支付余款150,000元。",
    ],
  ],
  [
    "a total beside parts that come to it so many times as the term has months",
    [
      "一、价款",
      "服务期24个月，自2025年1月1日至2026年12月31日。",
      "合同总价1,800,000元，其中人员费50,000元，差旅费25,000元。",
    ],
  ],
  [
    "the sum of a column of payments",
    [
      "一、价款",
      "合同总价为660,000元。",
      "二、付款方式",
      table(
        "付款批次|首付款|中期款|尾款",
        "设备|100,000|200,000|35,000",
        "软件|90,000|150,000|15,000",
        "服务|20,000|40,000|10,000",
        "合计|210,000|309,000|60,000",
      ),
    ],
  ],
  [
    "shares in a header",
    [
      "一、价款",
      "合同总价为660,000元。",
      "二、付款方式",
      table("年度|首笔50%|中期45%|末期10%", "第一年|165,000|132,000|33,000", "第二年|165,000|132,000|33,000"),
    ],
  ],
  [
    "a count of months from the first day of the term itself",
    ["一、期限", "合同期限：2025年1月1日至2025年11月30日，自2025年1月1日起共计12个月。"],
  ],
  [
    "a share of the price that is invoiced",
    [
      "一、价款",
      "合同总价为300,000元。",
      "二、付款方式",
      "（1）乙方开具合同总价35%的增值税专用发票后，甲方支付90,000元；",
      "（2）验收后支付余款210,000元。",
    ],
  ],
  [
    "a large sum by the piece",
    [
      "一、价款",
      "合同总价为500,000元。",
      "二、付款方式",
      "（1）签订后支付300,000元；",
      "（2）到货后设备费支付60,000元/台班；",
      "（3）验收后支付200,000元。",
    ],
  ],
];

test.each(WRONG)("%s is told", (_, parts) => {
  const { findings, problems } = outlineOf("服务合同", ...parts);
  expect([...findings, ...problems]).not.toEqual([]);
});

test("a list that nothing but its sum ties to a line is no part of it", () => {
  const { lines } = outlineOf(
    "承办合同",
    "一、费用",
    "合同总价为200,000元，其中场地费125,000元，奖金75,000元。",
    "二、备用金安排",
    table("名称|金额（元）", "应急备用|30,000", "交通补助|45,000"),
  );
  expect(lines).not.toContain("应急备用 < 奖金 30000");
});
