import { expect, test } from "vitest";
import { buildFlow } from "../../src/extract/build-flow.ts";
import { findProjectCode } from "../../src/extract/find-agreement-project.ts";
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

/** Labels spread over the room of the longest, parted where all of them are white. */
const SPREAD = [
  text("合同编", 300, { x: 100 }),
  text("号LZ-2025-0388", 300, { x: 240 }),
  text("甲", 340, { x: 100 }),
  text("方洛川水务局", 340, { x: 240 }),
  text("乙", 380, { x: 100 }),
  text("方洛川市政工程有限公司", 380, { x: 240 }),
];

test("a label spread so wide that its last character stands with the value is told from it", () => {
  const flow = flowOf(SPREAD);
  expect(findProjectCode(flow)?.value).toBe("LZ-2025-0388");
  expect(findParties(flow).map(({ role, name }) => [role, name.value])).toEqual([
    ["甲方", "洛川水务局"],
    ["乙方", "洛川市政工程有限公司"],
  ]);
});

test("a value that begins like a label's end is left whole", () => {
  const flow = flowOf([
    text("供货单位", 300, { x: 100 }),
    text("方圆电气有限公司", 300, { x: 400 }),
    text("地", 340, { x: 100 }),
    text("点火装置一套", 340, { x: 400 }),
  ]);
  expect(passagesOf(flow).map(({ text: words }) => words)).toEqual([
    "供货单位",
    "供货单位：方圆电气有限公司",
    "方圆电气有限公司",
    "地",
    "点火装置一套",
  ]);
});
