import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

describe("an item's own parts in the first item of a list", () => {
  const itemsOf = (first: string, whole: string): string[] => [
    "培训合同",
    "一、费用",
    first,
    "2、教材费5,000元；",
    "3、印刷费3,000元。",
    whole,
  ];

  test("are its parts to the end, though they don't come to it", () => {
    const outline = outlineOf(
      ...itemsOf(
        "1、师资费55,000元，其中：教授24,000元；讲师30,000元；",
        "合计63,000元（大写：陆万叁仟元整）。",
      ),
    );
    expect(outline.lines).toEqual([
      "师资费 55000",
      "教授 < 师资费 24000",
      "讲师 < 师资费 30000",
      "教材费 5000",
      "印刷费 3000",
    ]);
    expect(outline.findings).toEqual(["subtotal-equals-sum 师资费"]);
  });

  test("hold where they come to it, and what follows them then is no part", () => {
    const parts = ["师资费 55000", "教授 < 师资费 24000", "讲师 < 师资费 31000"];
    const [semicolons, more] = [
      itemsOf(
        "1、师资费55,000元，其中：教授24,000元；讲师31,000元；",
        "合计63,000元（大写：陆万叁仟元整）。",
      ),
      itemsOf(
        "1、师资费55,000元，其中：教授24,000元、讲师31,000元；场地费20,000元；",
        "合计83,000元（大写：捌万叁仟元整）。",
      ),
    ].map((told) => outlineOf(...told));
    expect(semicolons.lines).toEqual([...parts, "教材费 5000", "印刷费 3000"]);
    expect(more.lines).toEqual([...parts, "场地费 20000", "教材费 5000", "印刷费 3000"]);
    expect([...semicolons.findings, ...semicolons.problems, ...more.findings, ...more.problems]).toEqual([]);
  });
});
