import { expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

test.each<[fees: string, problems: number]>([
  ["专家费50,000元、差旅费30,000元、资料费20,000元，加收10%管理费12,000元，合计112,000元。", 1],
  ["专家费50,000元、差旅费30,000元、资料费20,000元，加收10%管理费10,000元，合计110,000元。", 0],
  ["专家费50,000元、差旅费30,000元，加收10%管理费3,000元，合计83,000元。", 0],
  ["人工费100,000元，材料费100,000元，小计200,000元，加收8%管理费18,000元，合计218,000元。", 1],
  ["人工费100,000元，材料费100,000元，小计200,000元，加收8%管理费16,000元，合计216,000元。", 0],
])("a cost put on top is by its rate: %s", (fees, problems) => {
  const outline = outlineOf("服务合同", "一、费用", fees);
  expect(outline.findings).toEqual([]);
  expect(outline.problems).toHaveLength(problems);
});
