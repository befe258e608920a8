import { describe, expect, test } from "vitest";
import { countsItems } from "../../src/extract/bare-numbers.ts";
import { outlineOf } from "../support/outline.ts";

describe("a bare number counts items by the numbers beside it, not by what stands behind it", () => {
  test.each([
    [
      ["1台式机", "2层板", "3人工"],
      [true, true, true],
    ],
    [
      ["1.台式机", "2层板", "3.人工"],
      [null, true, null],
    ],
    [
      ["10台电脑", "40张桌子", "5把椅子"],
      [false, false, false],
    ],
    [
      ["3人岗", "4人岗", "8小时岗"],
      [false, false, false],
    ],
    [
      ["1栋保洁", "2栋保洁", "3栋保洁"],
      [null, null, null],
    ],
    [
      ["台式机", "24小时值守", "人工"],
      [null, false, null],
    ],
    [
      ["1次梁", "楼板", "3米仓"],
      [false, null, false],
    ],
  ])("%s", (texts, counts) => expect(countsItems(texts)).toEqual(counts));
});

const PRICE = "合同总价为100000元，其中：";

test.each([
  ["a list", [PRICE, "1台式机60000元；", "2层板30000元；", "3人工10000元。"], ["台式机", "层板", "人工"]],
  [
    "whose dots were lost",
    [PRICE, "1.次梁60000元；", "2楼板30000元；", "3.米仓10000元。"],
    ["次梁", "楼板", "米仓"],
  ],
  [
    "in a sentence",
    ["合同总价为100000元，包括1台式机60000元；2层板30000元；3人工10000元。"],
    ["台式机", "层板", "人工"],
  ],
  [
    "in a table",
    ["项目|金额（元）\n1台式机|60000\n2层板|30000\n3人工|10000\n合计|100000"],
    ["台式机", "层板", "人工"],
  ],
  [
    "counts of what is bought",
    ["合同总价为100000元，包括10台电脑60000元、40张桌子30000元、5把椅子10000元。"],
    ["10台电脑", "40张桌子", "5把椅子"],
  ],
  [
    "the same in a table",
    ["项目|金额（元）\n10台电脑|60000\n40张桌子|30000\n5把椅子|10000\n合计|100000"],
    ["10台电脑", "40张桌子", "5把椅子"],
  ],
  [
    "buildings",
    [PRICE, "1栋保洁60000元；", "2栋保洁30000元；", "3栋保洁10000元。"],
    ["1栋保洁", "2栋保洁", "3栋保洁"],
  ],
  [
    "a name that begins with hours",
    [PRICE, "台式机60000元；", "24小时值守30000元；", "人工10000元。"],
    ["台式机", "24小时值守", "人工"],
  ],
])("%s", (_, parts, names) => {
  const { lines, findings, problems } = outlineOf("采购合同", ...parts);
  expect(lines.map((line) => line.split(" ")[0])).toEqual(names);
  expect([...findings, ...problems]).toEqual([]);
});
