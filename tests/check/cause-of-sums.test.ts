import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import { recordOf } from "../extract/unseen/judge-told.ts";
import { table, told } from "../extract/unseen/told.ts";
import { asStated } from "../support/as-stated.ts";

// Where every figure is agreed or proven, the paper is at fault, whether it states its text itself or was read well.

const WRONG_TOTAL = table(
  "项目|数量|单价（元）|金额（元）",
  "桌椅|12|3500|42000",
  "书柜|10|5000|50000",
  "合计|||96000",
);
const WRONG_PRODUCT = table(
  "项目|数量|单价（元）|金额（元）",
  "桌椅|12|3500|41000",
  "书柜|10|5000|50000",
  "合计|||91000",
);

const causesOf = (parts: Parameters<typeof told>[1], isStated: boolean): string[] => {
  const { scan } = told("x", ["采购合同", ...parts], {});
  const { findings } = recordOf(isStated ? asStated(scan) : scan);
  return findings.map(({ ruleId, subject, cause }: Finding) => `${ruleId} ${subject} ${cause}`);
};

describe.each([
  ["stated", true],
  ["read", false],
])("%s", (_, isStated) => {
  test("a sum row has no count and no price, and so lacks nothing", () => {
    expect(causesOf(["合同总价为96000元。", WRONG_TOTAL], isStated)).toEqual([
      "total-equals-sum 合计 document",
    ]);
  });

  test("a wrong product whose total follows the printed figure", () => {
    expect(causesOf(["合同总价为91000元。", WRONG_PRODUCT], isStated)).toEqual([
      "quantity-times-price 桌椅 document",
    ]);
  });
});

test("a row whose amount is blank may be what a sum lacks", () => {
  const lacking = table(
    "项目|数量|单价（元）|金额（元）",
    "桌椅|12|3500|42000",
    "书柜|10|5000|50000",
    "椅子|20|200|",
    "合计|||96000",
  );
  expect(causesOf(["合同总价为96000元。", lacking], false)).toContain("total-equals-sum 合计 unknown");
});
