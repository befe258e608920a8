import { expect, test } from "vitest";
import type { RecognizedLine } from "../../src/model/recognized.ts";
import { splitParagraphs } from "../../src/normalize/split-paragraphs.ts";
import { LEFT_PX, line, PITCH_PX, text } from "../support/normal-scan.ts";

/** A line whose Chinese characters stand `spacingPx` farther apart than usual. */
function spaced(content: string, y: number, spacingPx: number): RecognizedLine {
  const plain = line(content, LEFT_PX, y);
  let x = LEFT_PX;
  const edgesPx = [x];
  for (const char of content) {
    x += /\p{Script=Han}/u.test(char) ? 20 + spacingPx : 12;
    edgesPx.push(x);
  }
  return { ...plain, edgesPx, box: [LEFT_PX, y, x, plain.box[3]] };
}

test("a figure alone in its line goes on with the spaced-out sentence above it", () => {
  const lines = [
    spaced("项目活动支出为人民币二万元整（占项目资金总额的", 100, 14),
    spaced("31.42%）。", 100 + PITCH_PX, 14),
  ];
  const block = text("支出", 100);
  if (block.kind !== "text") throw new Error("no text");
  const groups = splitParagraphs({ ...block, lines });
  expect(groups.map((group) => group.lines.length)).toEqual([2]);
});

test("an item that a line's end parted from its sentence stays with it, a list of items has one paragraph each", () => {
  const block = text("支出", 100);
  if (block.kind !== "text") throw new Error("no text");
  const parted = [
    line("费用总额为三百万元，明细如下：1.材料费九十万元，占总额的三成；", LEFT_PX, 100),
    line("2.管理费一百一十万元；3.税金一百万元。", LEFT_PX, 100 + PITCH_PX),
  ];
  expect(splitParagraphs({ ...block, lines: parted })).toHaveLength(1);
  const listed = [
    line("1.材料费九十万元，占总额的三成，由甲方按进度支付给乙方；", LEFT_PX, 100),
    line("2.管理费一百一十万元；", LEFT_PX, 100 + PITCH_PX),
  ];
  expect(splitParagraphs({ ...block, lines: listed })).toHaveLength(2);
});

test("a sum too wide for the line's end goes on with its sentence, ¥ and all", () => {
  const block = text("支出", 100);
  if (block.kind !== "text") throw new Error("no text");
  const [wide, short] = [
    "交通补贴￥630,718.00（其中：场地布置费用，含设备",
    "材料费￥467,894.00；交通补贴（其中",
  ];
  for (const next of ["¥315,177.00；硬件租赁费￥25,188.00。", "（¥315,177.00；硬件租赁费￥25,188.00。"]) {
    const lines = [
      spaced(wide, 100, 0),
      spaced(short, 100 + PITCH_PX, 0),
      spaced(next, 100 + 2 * PITCH_PX, 0),
    ];
    expect(lines[0].box[2] - lines[1].box[2]).toBeGreaterThan(2 * 20);
    expect(splitParagraphs({ ...block, lines })).toHaveLength(1);
  }
});

test("a line whose characters were set apart to fill it is no line of another size", () => {
  const block = text("支出", 100);
  if (block.kind !== "text") throw new Error("no text");
  const lines = [
    spaced("467,894.00；交通补贴630,718.00（其中场地布置费", 100, 12),
    spaced("315,177.00；硬件租赁费25,188.00；基本工资290,533.00。", 100 + PITCH_PX, 0),
  ];
  expect(splitParagraphs({ ...block, lines })).toHaveLength(1);
  const [first, { box, ...rest }] = lines;
  const smaller = { ...rest, box: [box[0], box[1] + 6, box[2], box[3]] as typeof box };
  expect(splitParagraphs({ ...block, lines: [first, smaller] })).toHaveLength(2);
});

test("a line that hangs from a number of two parts goes on with it", () => {
  const block = text("支出", 100);
  if (block.kind !== "text") throw new Error("no text");
  const said = "早班车七点二十分前到达开发区管理中心，晚班车准时发车，线路为东关线、南郑";
  const parted = (first: string) => [line(first, LEFT_PX, 100), line("线。", LEFT_PX + 50, 100 + PITCH_PX)];
  expect(splitParagraphs({ ...block, lines: parted(`4.1${said}`) })).toHaveLength(1);
  expect(splitParagraphs({ ...block, lines: parted(said) })).toHaveLength(2);
});

test("the day on which a side signed stands by itself below its telephone number", () => {
  const block = text("支出", 100);
  if (block.kind !== "text") throw new Error("no text");
  const below = (said: string) => [
    line("电话：0839-6617022", LEFT_PX, 100),
    line(said, LEFT_PX, 100 + PITCH_PX),
  ];
  expect(splitParagraphs({ ...block, lines: below("2025年2月21日") })).toHaveLength(2);
  expect(splitParagraphs({ ...block, lines: below("2025年2月21日起生效") })).toHaveLength(1);
});

test("a line goes on below the words of a note, of a letter's number, and below a number where it only seems a label", () => {
  const block = text("支出", 100);
  if (block.kind !== "text") throw new Error("no text");
  const full = "上列价格为含税到货价包含设备价款备件专用工具包装运输保险装卸安装";
  const count = (first: string, second: string): number =>
    splitParagraphs({
      ...block,
      lines: [line(first, LEFT_PX, 100), line(second, LEFT_PX + 60, 100 + PITCH_PX)],
    }).length;
  expect(count(`说明：${full}质保期`, "内服务等全部费用。")).toBe(1);
  expect(count(`E.2${full}的，甲方`, "有权解除合同。")).toBe(1);
  expect(count(`1.1${full}整），明`, "细如下：")).toBe(1);
  expect(count(`说明：${full}质保期`, "联系人：某某")).toBe(2);
  expect(count(`说明：${full}内。`, "双方另行约定。")).toBe(2);
});

test("facts of a cover that a gap parts from their labels are lines of their own", () => {
  const block = text("支出", 100);
  if (block.kind !== "text") throw new Error("no text");
  const count = (step: number): number =>
    splitParagraphs({
      ...block,
      lines: [
        line("丙方（付款方）高新技术产业开发区管理委员会", LEFT_PX, 100),
        line("签订日期2025年5月26日", LEFT_PX, 100 + step),
      ],
    }).length;
  expect(count(3 * PITCH_PX)).toBe(2);
  expect(count(70)).toBe(2);
});
