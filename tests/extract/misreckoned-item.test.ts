import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

/** Rent by the month, whose total counts the last sum as printed. */
const rent = (last: string, total: string) =>
  outlineOf(
    "房屋租赁合同",
    "甲方：望海区文化馆 乙方：安泰置业有限公司",
    "一、租金标准",
    "1.库房3间，每间每月租金820元，18个月租金44,280元；",
    "2.门市2间，每间每月租金3,150元，18个月租金113,400元；",
    last,
    `4.租金合计${total}元。`,
  );

describe("an item whose numbers don't come out among items that do", () => {
  test("is told with its own price and counts", () => {
    // 4 x 460 x 18 = 33,120
    const { lines, findings } = rent("3.车位4个，每个每月租金460元，18个月租金31,320元。", "189,000");
    expect(lines).toContain("车位 31320");
    expect(findings).toEqual(["quantity-times-price 车位"]);
  });

  test("comes out and is let be", () => {
    const { lines, findings, problems } = rent(
      "3.车位4个，每个每月租金460元，18个月租金33,120元。",
      "190,800",
    );
    expect(lines).toContain("车位 33120");
    expect([...findings, ...problems]).toEqual([]);
  });

  test("of which something is let off is not accused", () => {
    const { findings } = rent("3.车位4个，每个每月租金460元，18个月优惠后租金31,000元。", "188,680");
    expect(findings).toEqual([]);
  });

  test("with a count in another measure is not reckoned with it", () => {
    const { findings } = rent(
      "3.车位4个，使用面积52平方米，每个每月租金460元，18个月租金33,120元。",
      "190,800",
    );
    expect(findings).toEqual([]);
  });
});
