import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";
import { recordOf } from "./unseen/judge-told.ts";
import { told as agreement, table } from "./unseen/told.ts";

const told = (...parts: string[]) => {
  const { findings, problems } = outlineOf(
    "绿地养护合同变更协议",
    "甲方：紫金园林中心 乙方：绿野园林公司",
    "一、变更后的合同价",
    "变更后合同总价为人民币1,721,020元（大写：壹佰柒拾贰万壹仟零贰拾元整）。",
    ...parts,
  );
  return [...findings, ...problems];
};

describe("the whole price told again by its name", () => {
  test.each([
    "年终结算以变更后合同总价1,712,020元为基数，扣除考核扣款后确定。",
    "结算总额不超过合同总价1,712,020元。",
  ])("%s: is told where it is another sum", (text) => {
    expect(told("二、结算", text).join()).toContain("1,712,020元");
  });

  test.each([
    "年终结算以变更后合同总价1,721,020元为基数，扣除考核扣款后确定。",
    "乙方具有类似项目业绩，合同总价800,000元。",
    "单项合同总价500万元以上的项目另行招标。",
    "违约金累计不超过合同总价的5%。",
  ])("%s: is nothing to tell", (text) => {
    expect(told("二、结算", text)).toEqual([]);
  });
});

test("a table's last row is its total where it is called the price, though the others miss it", () => {
  const rows = ["项目|金额（元）", "实训耗材费|319,400.00", "活动经费|188,050.00", "让利|-2,600.00"];
  const { budgets, findings } = recordOf(
    agreement(
      "price",
      ["培训协议", "二、合同价格", "合同价款组成：", table(...rows, "合同价|505,300.00")],
      {},
    ).scan,
  );
  expect(budgets.map(({ total, lines }) => [total?.fen, lines.length])).toEqual([[50_530_000, 3]]);
  expect(findings.map(({ ruleId }) => ruleId)).toContain("total-equals-sum");
});
