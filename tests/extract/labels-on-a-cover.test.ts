import { expect, test } from "vitest";
import { extractContents } from "../../src/extract/index.ts";
import { unionOfBoxes } from "../../src/model/place.ts";
import type { TextBlock } from "../../src/model/recognized.ts";
import { normalizeScan } from "../../src/normalize/index.ts";
import { LETTER_PX, line, page, ruled } from "../support/normal-scan.ts";

const readAll = (blocks: ReturnType<typeof page>["blocks"]) =>
  extractContents(normalizeScan({ readers: ["a", "b"], outline: [], pages: [page(1, blocks)] })).agreement;

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

test("a label that only a gap parts from its value on one line", () => {
  const spread = blockAt("项目名称西湖湿地水质监测服务", 150, 600);
  // Each character's room ends where the next begins: the last of a label before a gap is wide.
  spread.lines[0].edgesPx = spread.lines[0].edgesPx.map((x, at) => (at < 4 ? x : x + 2 * LETTER_PX));
  const named = readAll([blockAt("技术服务合同", 400, 200), spread]);
  expect(named.projectName?.value).toBe("西湖湿地水质监测服务");
  const close = readAll([
    blockAt("技术服务合同", 400, 200),
    blockAt("项目名称西湖湿地水质监测服务", 150, 600),
  ]);
  expect(close.projectName).toBeNull();
});

const cell = (row: number, column: number, text: string) => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  text,
});

test("labels and values in two columns whose edge runs before the colons, or amid one", () => {
  const rows = [
    ["甲方（捐赠方）", "：恒泽公益基金会"],
    ["乙方（受赠方）：", "：石桥县教育局"],
    ["丙方（执行方）", "：晨光阅读推广中心"],
  ];
  const cells = rows.flatMap((texts, row) => texts.map((text, column) => cell(row, column, text)));
  const { parties } = readAll([blockAt("捐赠协议", 400, 200), ruled(cells, [100, 300, 800], 300)]);
  expect(parties.map(({ role, name }) => `${role} ${name.value}`)).toEqual([
    "甲方 恒泽公益基金会",
    "乙方 石桥县教育局",
    "丙方 晨光阅读推广中心",
  ]);
});

test("sides beside each other with who they are below", () => {
  const rows = [
    ["甲方（盖章）：", "乙方（盖章）：", "丙方（盖章）："],
    ["恒泽公益基金会", "石桥县教育局", "晨光阅读推广中心"],
    ["代表：", "代表：", "代表："],
  ];
  const cells = rows.flatMap((texts, row) => texts.map((text, column) => cell(row, column, text)));
  const { parties } = readAll([blockAt("捐赠协议", 400, 200), ruled(cells, [100, 350, 600, 850], 300)]);
  expect(parties.map(({ role, name }) => `${role} ${name.value}`)).toEqual([
    "甲方 恒泽公益基金会",
    "乙方 石桥县教育局",
    "丙方 晨光阅读推广中心",
  ]);
});

/** A line of letters of a size, with its left end and its height on the page. */
function largeAt(words: string, x: number, y: number, sizePx: number): TextBlock {
  const own = line(words, x, y);
  own.box = [x, y, x + sizePx * words.length, y + sizePx];
  own.edgesPx = Array.from({ length: words.length + 1 }, (_, at) => x + sizePx * at);
  return { kind: "text", role: "body", box: own.box, lines: [own] };
}

test("a title of two lines about one axis, the lower as wide as the page's text, and its sort below", () => {
  const { title } = readAll([
    blockAt("编号：2026-19", 640, 100),
    largeAt("政府购买", 380, 300, 50),
    largeAt("困境儿童社会保护服务协议", 180, 390, 50),
    blockAt("（服务类）", 430, 460),
    blockAt("（示范文本）", 430, 500),
    blockAt("项目名称：困境儿童社会保护服务项目", 160, 700),
    blockAt("签订时间：2026年5月9日", 160, 760),
  ]);
  expect(title?.value).toBe("政府购买困境儿童社会保护服务协议（服务类）");
});

test("sides that a gap parts from their names on one line, known words and such as seal it", () => {
  const gapped = (side: string, name: string, y: number): TextBlock => {
    const block = blockAt(`${side}${name}`, 150, y);
    const shift = (x: number, at: number): number => (at < side.length ? x : x + 2 * LETTER_PX);
    block.lines[0].edgesPx = block.lines[0].edgesPx.map(shift);
    return block;
  };
  const { parties } = readAll([
    blockAt("造价咨询合同", 400, 200),
    gapped("委托人", "清溪县审计局", 600),
    gapped("咨询人", "天衡工程造价咨询有限公司", 660),
    blockAt("双方依照有关规定订立本合同。", 150, 720),
    blockAt("委托人（盖章）", 150, 900),
    blockAt("咨询人（盖章）", 500, 900),
  ]);
  expect(parties.map(({ role, name }) => `${role} ${name.value}`)).toEqual([
    "委托人 清溪县审计局",
    "咨询人 天衡工程造价咨询有限公司",
  ]);
});

test.each(["■", "|", "● "])("what an ornament beside a title was read as is no part of it: %s", (ornament) =>
  expect(readAll([largeAt(`${ornament}写字楼物业服务合同`, 300, 300, 40)]).title?.value).toBe(
    "写字楼物业服务合同",
  ),
);

test("a label that no rule parts from the value before it", () => {
  const rows = [
    ["协议编号", "XY-2025-0822\n签订日期", "2025年8月22日"],
    ["甲方", "港务集团有限公司\n乙方", "星屿云计算有限公司"],
  ];
  const cells = rows.flatMap((texts, row) => texts.map((text, column) => cell(row, column, text)));
  const read = readAll([blockAt("云服务协议", 400, 200), ruled(cells, [100, 250, 600, 850], 300)]);
  expect(read.parties.map(({ role, name }) => `${role} ${name.value}`)).toEqual([
    "甲方 港务集团有限公司",
    "乙方 星屿云计算有限公司",
  ]);
  expect([read.projectCode?.value, read.signedOn?.value]).toEqual(["XY-2025-0822", "2025-08-22"]);
});

test("a value that goes on right below where it began", () => {
  const named = blockAt("项目名称清湖市机关食堂餐饮委托服务项", 150, 600);
  named.lines[0].edgesPx = named.lines[0].edgesPx.map((x, at) => (at < 4 ? x : x + 2 * LETTER_PX));
  const below = blockAt("目", 150 + 6 * LETTER_PX, 636);
  const read = readAll([blockAt("餐饮服务合同", 400, 200), named, below]);
  expect(read.projectName?.value).toBe("清湖市机关食堂餐饮委托服务项目");
});
