import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

/** A list of three priced items of which the last is printed as given. */
const listed = (price: string, sum: string, total: string) =>
  outlineOf(
    "洗涤服务合同",
    "甲方：澄江医院 乙方：洁涛公司",
    "一、洗涤品种及单价",
    "（一）床单，预计186,000条，每条2.30元，计427,800元；",
    "（二）被套，预计142,500条，每条2.80元，计399,000元；",
    `（三）洞巾，预计61,200件，每件${price}元，计${sum}元。`,
    `上述三项合计，合同价款为人民币${total}元。`,
  );

describe("a product that only a rounded price excuses", () => {
  test("is told where it looks like a slip beside exact ones", () => {
    const { problems, findings } = listed("4.15", "253,890", "1,080,690");
    expect(findings).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("253,890");
  });

  test.each([
    ["exact", "4.15", "253,980", "1,080,780"],
    ["rounded, and unlike a slip", "4.15", "254,062", "1,080,862"],
  ])("is passed over where it is %s", (_, price, sum, total) => {
    const { problems, findings } = listed(price, sum, total);
    expect([...problems, ...findings]).toEqual([]);
  });

  test("is a finding where no price explains it", () => {
    expect(listed("4.15", "235,980", "1,062,780").findings).toContain("quantity-times-price 洞巾");
  });
});
