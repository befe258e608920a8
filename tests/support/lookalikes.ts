import type { Random } from "../../fixtures/make/random.ts";
import type { RecognizedLine, RecognizedScan } from "../../src/model/recognized.ts";

/** What readers see in the place of a mark; "" where they see nothing. */
export const MARKS: Record<string, readonly string[]> = {
  "：": ["", "；", "，"],
  "；": ["，", "：", "", "。"],
  "。": ["，", ".", ""],
  "，": ["。", "、", "."],
  "、": ["，", ".", ""],
  "（": ["(", "", "〈"],
  "）": [")", "", "〉"],
  "“": ["", "‘"],
  "”": ["", "’"],
};

/** What readers see in the place of a character by which an agreement's structure is told. */
export const WORDS: Record<string, readonly string[]> = {
  一: ["—", "-"],
  二: ["=", "工"],
  三: ["=", "王"],
  元: ["兀", "无"],
  万: ["方", "力"],
  其: ["具"],
  中: ["申"],
  原: ["愿", "厚"],
  为: ["力", "办"],
  第: ["策"],
  期: ["朝"],
  年: ["午"],
  月: ["目"],
  改: ["攻"],
  变: ["交"],
  调: ["凋"],
  整: ["正"],
  合: ["台"],
  计: ["汁"],
  总: ["恳"],
  付: ["什"],
  支: ["文"],
  款: ["欺"],
  费: ["贵"],
  笔: ["竺"],
  次: ["吹"],
  后: ["石"],
  余: ["佘"],
  小: ["少"],
  共: ["其"],
  每: ["毎"],
  度: ["庹"],
  现: ["观"],
  更: ["史"],
};

/** Characters unlike those they are seen for, as readers see of damaged ink. */
const UNLIKE = [
  ..."的是在有人这大来上国个到说们子时道出也你就下得可作家对成心里多天而能好都然没日于起还发事看只",
];

/** The same characters as in `WORDS`, seen as any other. */
export const ANYTHING: Record<string, readonly string[]> = Object.fromEntries(
  Object.keys(WORDS).map((printed) => [printed, UNLIKE]),
);

interface Spot {
  line: RecognizedLine;
  at: number;
}

/** Puts look-alikes in the place of `count` characters of a scan, seen alike and surely by all readers; tells what. */
export function swapCharacters(
  random: Random,
  scan: RecognizedScan,
  alike: Record<string, readonly string[]>,
  count: number,
): string[] {
  const spots = linesOf(scan).flatMap((line) =>
    [...line.text].flatMap((sign, at): Spot[] =>
      alike[sign] && !isFigure(line.text, at) ? [{ line, at }] : [],
    ),
  );
  const chosen = random.sample(spots, count).sort((a, b) => b.at - a.at);
  return chosen.map(({ line, at }) => swap(line, at, random.pick(alike[line.text[at]])));
}

const NUMERAL = /[一二三]/;
const LIST_NUMBER = /(?:^|[第（(])$/;

/** Whether a character is part of a figure itself: a numeral, unless it only counts clauses or items. */
function isFigure(text: string, at: number): boolean {
  if (!NUMERAL.test(text[at])) return false;
  return !LIST_NUMBER.test(text.slice(0, at)) || !/^[条章节、）)]/.test(text.slice(at + 1));
}

function swap(line: RecognizedLine, at: number, saw: string): string {
  const { text } = line;
  line.text = text.slice(0, at) + saw + text.slice(at + 1);
  if (saw === "") {
    line.confidences.splice(at, 1);
    line.edgesPx.splice(at + 1, 1);
  }
  return `${text.slice(Math.max(0, at - 8), at)}[${text[at]}→${saw}]${text.slice(at + 1, at + 9)}`;
}

const linesOf = ({ pages }: RecognizedScan): RecognizedLine[] =>
  pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === "text" ? block.lines : block.cells.flatMap(({ lines }) => lines),
    ),
  );
