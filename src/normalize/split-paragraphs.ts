import { type Box, boxHeight, unionOfBoxes } from "../model/place.ts";
import type { RecognizedLine, TextBlock } from "../model/recognized.ts";
import { remembered } from "../model/remembered.ts";
import { isSetOffLabel } from "../model/set-off-label.ts";

/** Lines that make one paragraph, and the room their text could fill. */
export interface LineGroup {
  lines: RecognizedLine[];
  room: Box;
}

const HAN = /\p{Script=Han}/u;
const TERMINAL = /[。；;！!？?：:]["”’」）)]?\s*$/;
const HEADING =
  /^\s*(?:[一二三四五六七八九十]+[、.．]|第[一二三四五六七八九十百\d]+[条章节款]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[、.．](?!\d)|\d{1,2}(?:[.．]\d{1,2})+\s*(?=\p{Script=Han})(?![万亿元倍米平公吨天日月年小个千克度])|[A-Z][.．]\d{1,2}(?=\s*\p{Script=Han}))/u;
/** A label at a line's beginning whose colon follows at once: 甲方：, 项目名称：, 地址：; but for the end of a sentence (…明 | 细如下：). */
const LABEL =
  /^\s*(?!\p{Script=Han}{0,8}(?:如下|下列|以下)\s*[：:])[\p{Script=Han}\s]{2,10}(?:[（(][^（）()]{1,10}[）)])?\s*[：:]/u;

/**
 * Parts a text block that holds more than one paragraph, by typography alone:
 * a line ends its paragraph when the next line's first word would have fit behind it,
 * and a line begins one when it is indented, of another size, farther down, or numbered after a full stop.
 * The lines of a centred title stay together. Thresholds are multiples of the character width.
 */
export function splitParagraphs(block: TextBlock): LineGroup[] {
  const lines = block.lines.filter((line) => line.text.trim() !== "");
  if (lines.length === 0) return [];
  const room = unionOfBoxes(lines.map((line) => line.box));
  const pitch = medianPitch(lines);
  const groups: LineGroup[] = [{ lines: [lines[0]], room }];
  for (const line of lines.slice(1)) {
    const group = groups[groups.length - 1].lines;
    if (beginsParagraph(group, line, room, pitch)) groups.push({ lines: [line], room });
    else group.push(line);
  }
  return groups;
}

function beginsParagraph(
  group: readonly RecognizedLine[],
  line: RecognizedLine,
  room: Box,
  pitch: number,
): boolean {
  const previous = group[group.length - 1];
  const height = Math.max(boxHeight(previous.box), 1);
  const em = Math.min(height, emOf(previous));
  if (isSetOffLabel(previous, line)) return false;
  if (line.box[1] < (previous.box[1] + previous.box[3]) / 2) return true;
  if (line.box[1] - previous.box[1] > Math.max(1.55 * pitch, 1.3 * height + em)) return true;
  if (differsInSize(previous, line)) return true;
  if (areCentred(group, line, em)) return false;
  // Facts of a cover, each on a line that stands by itself: of two there is no usual step to tell by.
  const isApart = line.box[1] - previous.box[3] > APART * height;
  if (LABEL.test(previous.text) && DATE_ALONE.test(line.text)) return true;
  if (isApart && LABEL.test(previous.text) && LABEL.test(line.text)) return true;
  if (isApart && FACT.test(previous.text) && FACT.test(line.text)) return true;
  const spareRight = room[2] - previous.box[2];
  if (spareRight > firstWordPx(line) + 1.6 * em) return true;
  if (LABEL.test(line.text) && spareRight > 1.6 * em) return true;
  if (isIndented(group, line, room, em)) return true;
  return TERMINAL.test(previous.text) && HEADING.test(line.text) && !goesOnCounting(group, line);
}

/** 丙方（付款方）  某委员会 over 签订日期  2025年5月26日: facts that a gap in place of a colon parts from what they are. */
const FACT =
  /^\s*(?:[甲乙丙丁]\s*[方⽅]|签[订署约]\s*(?:[日⽇]期|时间|地点)|(?:项[目⽬]|合同|协议|[工⼯]程)\s*(?:名称|编号))/u;

/** The day below 电话：…, when a side signed. */
const DATE_ALONE = /^\s*(?:20\d{2}|[二⼆][〇零○O]\S{2})\s*年\s*\S{1,3}\s*[月⽉]\s*\S{1,3}\s*[日⽇]\s*$/u;
/** White between two labelled lines, in heights of theirs, that no line spacing of one paragraph leaves. */
const APART = 1.4;

const ITEM = /^\s*([（(]?)(\d{1,2}|[一二三四五六七八九十])([）)]|[、.．])/;
const COUNTED = "一二三四五六七八九十";

/** Whether a line begins with the next item of those a sentence lists one behind the other: …；1.…；2.… */
function goesOnCounting(group: readonly RecognizedLine[], line: RecognizedLine): boolean {
  const [mark, open, number, close] = ITEM.exec(line.text) ?? [];
  if (mark === undefined || !/[；;]\s*$/.test(group[group.length - 1].text)) return false;
  const before = COUNTED.includes(number) ? COUNTED[COUNTED.indexOf(number) - 1] : String(Number(number) - 1);
  const text = group.map((each) => each.text).join("");
  return [..."：:；;，,（("].some((behind) => text.includes(`${behind}${open}${before}${close}`));
}

/** Whether a line stands too far right to go on with its paragraph; numbered ones may hang from their number. */
function isIndented(group: readonly RecognizedLine[], line: RecognizedLine, room: Box, em: number): boolean {
  if (group.length > 1) return line.box[0] - group[1].box[0] > 1.2 * em;
  const [first] = group;
  // 说明：… over the page's whole width goes on below its words as a number does.
  const hangs = HEADING.test(first.text) || (LABEL.test(first.text) && !TERMINAL.test(first.text));
  const begins = HEADING.test(line.text) || LABEL.test(line.text);
  if (hangs && !begins && line.box[0] - first.box[0] > 0.6 * em) return false;
  return line.box[0] - room[0] > 1.2 * em && line.box[0] - first.box[0] > -0.6 * em;
}

/** Lines of unlike length about one axis, the first too short to be a paragraph's. */
function areCentred(group: readonly RecognizedLine[], line: RecognizedLine, em: number): boolean {
  const lines = [...group, line];
  const axes = lines.map(({ box }) => (box[0] + box[2]) / 2);
  const lefts = lines.map(({ box }) => box[0]);
  const isOnAxis = Math.max(...axes) - Math.min(...axes) < 0.7 * em;
  return isOnAxis && Math.max(...lefts) - Math.min(...lefts) > 1.2 * em;
}

/**
 * Letters of two sizes don't share a paragraph; short lines are judged leniently, their ink says little, and digits
 * alone are low. Letters that only stand farther apart, to fill their line, are as high as the others.
 */
function differsInSize(a: RecognizedLine, b: RecognizedLine): boolean {
  const [emA, emB] = [emOf(a), emOf(b)];
  if (Math.min(a.text.length, b.text.length) < 4 || !HAN.test(a.text) || !HAN.test(b.text)) return false;
  const [heightA, heightB] = [boxHeight(a.box), boxHeight(b.box)];
  const isHigher = Math.max(heightA, heightB) > HIGHER * Math.min(heightA, heightB);
  return isHigher && Math.max(emA, emB) > 1.35 * Math.min(emA, emB);
}

const HIGHER = 1.15;

/** The width of a Chinese character on this line: the median of its character widths, the line's height for lack of any. */
const emOf = remembered((line: RecognizedLine): number => {
  const widths = [];
  for (let index = 0; index < line.text.length; index++) {
    if (!HAN.test(line.text[index])) continue;
    const width = line.edgesPx[index + 1] - line.edgesPx[index];
    if (width > 0) widths.push(width);
  }
  return widths.length > 0 ? median(widths) : Math.max(boxHeight(line.box), 1);
});

/**
 * What cannot be broken at a line's beginning: a Latin word, a figure, or one character, with a bracket or the sign of
 * a currency before it.
 */
const FIRST_WORD = /^\s*[¥￥$（(《“]*(?:[A-Za-z0-9.,%\-–/]+|.)[，。；：、！？）”》]*/u;

function firstWordPx(line: RecognizedLine): number {
  const word = FIRST_WORD.exec(line.text)?.[0] ?? "";
  const end = line.edgesPx[Math.min(word.length, line.edgesPx.length - 1)] ?? line.box[0];
  return Math.max(0, end - line.box[0]);
}

function medianPitch(lines: readonly RecognizedLine[]): number {
  const steps = [];
  for (let index = 1; index < lines.length; index++) {
    const step = lines[index].box[1] - lines[index - 1].box[1];
    if (step > 0) steps.push(step);
  }
  return steps.length > 0 ? median(steps) : 0;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
