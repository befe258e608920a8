import { expect, test } from "vitest";
import { buildFlow } from "../../src/extract/build-flow.ts";
import { findParties } from "../../src/extract/find-parties.ts";
import { passagesOf } from "../../src/extract/passages.ts";
import { normalizeScan } from "../../src/normalize/index.ts";
import { scanOf, text } from "../support/normal-scan.ts";

const flowOf = (blocks: Parameters<typeof scanOf>[0]) => buildFlow(normalizeScan(scanOf(blocks))).flow;

const FORM = [
  text("工程名称", 300, { x: 100 }),
  text("北坡泵站改建", 300, { x: 400 }),
  text("发包人", 340, { x: 100 }),
  text("北坡水务所", 340, { x: 400 }),
  text("承包人", 380, { x: 100 }),
  text("东港市政工程有限公司", 380, { x: 400 }),
];

test("a form without rules gives each label its value", () => {
  const passages = passagesOf(flowOf(FORM)).map(({ text: words }) => words);
  expect(passages).toContain("工程名称：北坡泵站改建");
  expect(findParties(flowOf(FORM)).map(({ role, name }) => [role, name.value])).toEqual([
    ["发包人", "北坡水务所"],
    ["承包人", "东港市政工程有限公司"],
  ]);
});

test("a heading is no label of the line below it", () => {
  const flow = flowOf([text("服务内容", 300, { x: 100 }), text("每日清扫两次", 340, { x: 400 })]);
  expect(passagesOf(flow).map(({ text: words }) => words)).toEqual(["服务内容", "每日清扫两次"]);
});
