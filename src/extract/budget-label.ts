import type { NormalText } from "../model/normal-text.ts";
import type { Span } from "./budget-figures.ts";
import { behindNumber } from "./clauses.ts";
import { ITEM_SIGN } from "./item-number.ts";
import { emOf } from "./layout.ts";

/** 厨师长|1人, 主舞台制作|1座: how many there are; no such count is part of a name (二期, 3号楼). */
const COUNT =
  /(?<=\p{Script=Han}{2})(?:共|各|计)?\d[\d,]*(?:\.\d+)?\s*(?:人次|人|名|位|座|台次|台|套|架|辆|个|只|件|张|把|组|处|块|扇|樘|盏|棵|株|亩|平方米|㎡|米|公里|吨|户|间|床|幅|艘|项)$/u;
/** 第一标段|年度小计, 人员费用|合计: a word for its being a sum. */
const SUM = /(?<=\p{Script=Han}{2}|[\dA-Z][包标])(?:年度)?(?:小计|合计)$/u;
/** 派驻|保安队长2名: what is done, before what there are some of. */
const DOES = /^(?:派驻|派遣|选派|配备|聘用)(?=\p{Script=Han}{3,})/u;
const COUNTED = /^\s*\d[\d,]*\s*(?:名|人|位|员|个)/;
/** A gap as wide stands between a heading and what follows it on its line. */
const GAP_EM = 0.7;

/** What a line is called, of the words read as its name: without the heading of its paragraph, what is done, how many there are, and that it is a sum. */
export function ownName(text: NormalText, label: Span): Span {
  const span = behindHeading(text, behindLetters(text, behindPart(text, behindSign(text, label))));
  const words = text.text.slice(span.start, span.end);
  const count = COUNT.exec(words)?.[0].length ?? 0;
  const rest = words.slice(0, words.length - count);
  const sum = SUM.exec(rest)?.[0].length ?? 0;
  const isCounted = count > 0 || COUNTED.test(text.text.slice(span.end));
  const added = PLUS.exec(rest)?.[0].length ?? 0;
  const does = added || (isCounted ? (DOES.exec(rest)?.[0].length ?? 0) : 0);
  return { start: span.start + does, end: span.start + rest.length - sum };
}

/** 加上运费, 另加安装费: how it comes to the others is no name. */
const PLUS = /^(?:[再另外]?加上|[再另外]加)(?=\p{Script=Han}{2})/u;

/** ▸ 公众责任险: a sign before an item is no part of its name. */
function behindSign({ text }: NormalText, { start, end }: Span): Span {
  return { start: start + (ITEM_SIGN.exec(text.slice(start, end))?.[0].length ?? 0), end };
}

/** C、运费; A1　小鼠: a number of letters and digits, parted from the name by a sign or a gap (A4扫描 is a name). */
function behindLetters(text: NormalText, { start, end }: Span): Span {
  const letter = /^\s*[A-Z]\s*[、．]\s*/.exec(text.text.slice(start, end))?.[0].length ?? 0;
  if (letter > 0 && text.text.slice(0, start).trim() === "") return { start: start + letter, end };
  const number = /^\s*[A-Z]\d{1,2}\s*/.exec(text.text.slice(start, end))?.[0] ?? "";
  const isFirst = number !== "" && text.text.slice(0, start).trim() === "";
  return isFirst && isWide(text, start + number.length, end)
    ? { start: start + number.length, end }
    : { start, end };
}

/** 1-2　光谱仪: what is left of a number of two parts. */
function behindPart({ text }: NormalText, { start, end }: Span): Span {
  const rest = /^-\d{1,2}\s*(?=\p{Script=Han}{2})/u.exec(text.slice(start, end))?.[0] ?? "";
  const isNumber = rest !== "" && /^\s*\d{1,2}$/.test(text.slice(0, start));
  return isNumber ? { start: start + rest.length, end } : { start, end };
}

/** Whether a wide gap stands right before a place on its line. */
function isWide({ text, glyphs }: NormalText, at: number, end: number): boolean {
  const glyph = glyphs[at];
  const before = glyphs[text.slice(0, at).trimEnd().length - 1];
  return (
    glyph !== undefined &&
    before !== undefined &&
    before.lineNumber === glyph.lineNumber &&
    glyph.box[0] - before.box[2] > GAP_EM * emOf(glyphs.slice(at, end))
  );
}

/** 第三条　租金标准　前三年租金: the heading at a paragraph's beginning, parted from its words by nothing but a gap. */
function behindHeading({ text, glyphs }: NormalText, { start, end }: Span): Span {
  if (start === 0 || start !== behindNumber(text)) return { start, end };
  const gap = GAP_EM * emOf(glyphs.slice(start, end));
  for (let at = start + 2; at + 2 <= end; at++) {
    const [before, glyph] = [glyphs[at - 1], glyphs[at]];
    if (before.lineNumber === glyph.lineNumber && glyph.box[0] - before.box[2] > gap)
      return { start: at, end };
  }
  return { start, end };
}
