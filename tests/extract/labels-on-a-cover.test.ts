import { expect, test } from "vitest";
import { extractContents } from "../../src/extract/index.ts";
import { unionOfBoxes } from "../../src/model/place.ts";
import type { TextBlock } from "../../src/model/recognized.ts";
import { normalizeScan } from "../../src/normalize/index.ts";
import { line, page } from "../support/normal-scan.ts";

const blockAt = (words: string, x: number, y: number): TextBlock => {
  const own = line(words, x, y);
  return { kind: "text", role: "body", box: unionOfBoxes([own.box]), lines: [own] };
};

test("labels with what a side is in brackets, and no colon, name what stands beside them", () => {
  const blocks = [
    ["服务合同", 400, 200],
    ["委托人（甲方）", 150, 600],
    ["东浦市不动产登记事务中心", 400, 600],
    ["服务商（乙方）", 150, 660],
    ["浙南数安信息技术有限公司", 400, 660],
  ] as const;
  const scan = {
    readers: ["a", "b"],
    outline: [],
    pages: [
      page(
        1,
        blocks.map(([words, x, y]) => blockAt(words, x, y)),
      ),
    ],
  };
  const { agreement } = extractContents(normalizeScan(scan));
  expect(agreement.parties.map(({ role, name }) => `${role} ${name.value}`)).toEqual([
    "甲方 东浦市不动产登记事务中心",
    "乙方 浙南数安信息技术有限公司",
  ]);
});
