import { countsAt } from "./bare-numbers.ts";
import type { Span } from "./budget-figures.ts";
import { sharedNames } from "./budget-shared-names.ts";
import { isAddedUp } from "./budget-turns.ts";
import { INSTALMENT, PAYS } from "./budget-words.ts";
import { yearNames } from "./budget-year-names.ts";
import { behindNumber, type Clause } from "./clauses.ts";
import { CLOSING, LIST_NUMBER, OPENING } from "./list-brackets.ts";

/** The words around a sum that say what it is. */
export interface Phrase {
  /** What the sum is called, without figures, list numbers and copulas; empty when nothing is said. */
  label: Span;
  /** All words from the last full stop or semicolon, or the sum before, up to the sum. */
  piece: string;
  /** The words right before the sum, from the last comma on. */
  near: string;
  /** Whether the words end in the sum's share of the whole; the label is without it. */
  hasShare: boolean;
}

/** 总费用为排版费…元＋…: what follows is the first of what is added up. */
const SUM_IS =
  /^[^，。；]*?总(?:计|额|价|价款|费用?|金额|经费|预算|投资)(?:[为是：:]|[=＝])(?=\p{Script=Han}{2})/u;
const COPULA =
  /(?:(?:预算|费用|(?<!暂列)金额|总额)?(?:分别)?(?:调整|变更|修改|核定|确定|约定|定|增加|减少|核增|核减|调增|调减|提高|降低|压减|增|减|[提上]升|下?降)?(?:[原现]?仍?为|是|至|到)|共计|合计|总计|(?<!公)共|(?<![设审会统估])计|(?<![合契特预])约|(?<![送到])达|即|人民币|RMB|[由从]原?来?的?|最?[高多]?不(?:超过|高于|低于)|[（(]\s*(?:小写|大写|人民币)\s*[）)]|(?:金额)?(?:大写|小写)|包干|(?<=[\u4e00-\u9fff]{2}|[，,])全年|[由从](?:原来?的?)?\d[\d,]*(?:\.\d+)?[^\d\s，。；、（）()元%％]{1,4}|(?:保持|维持)(?:在|为)?|[….·_＿]{2,}|…|[¥￥:：（(\s])+$/i;
const LEADING =
  /^(?:[（(][^（）()]*[）)]\s*[、，,；;]|[（(]\s*[—–-]{1,2}\s*[）)]|[\s—–•●◆■▪·*-]|[，、,;；:：。“”"）)〈《<＜【[{｛「『]|[（(](?![^（）()]{1,6}[）)]\s*\p{Script=Han})|其中|其[申巾串的](?=\S{2})|其包括|包括|包含|含(?!税)(?=\S{2})|分别为|具体为|以及|[和与](?=\S{2})|及(?=\S{2})|另(?:收(?![费购])|设(?![备计施])|计(?=\p{Script=Han}{2})(?![件时划算量提]))?(?=\S{2})|上述|现?将(?=\S{2})|即(?=\S{2})|由(?=\S{2})|[甲乙丙]方(?:配置|配备|派驻|选派|安排|派出|投入)(?=\S{2})|(?:加收|另加|加计|计取|另收|计)\s*\d+(?:\.\d+)?[%％]的?(?=\p{Script=Han}{2})|按\s*\d+(?:\.\d+)?[%％](?:的(?:税率|费率|比例))?(?:计[取算收]?|加计|收取)(?=\p{Script=Han}{2})|用[于作](?=\S{2})|(?:主要)?(?:由)?(?:以下|下列)\S{0,6}(?:构成|组成))+/u;
/** 总价包括货款: what follows is what the sum is called. */
const OPENER =
  /^.*(?:其中|包括|包含|分别为|(?:总(?:计|额|价|价款|费用|金额|经费|预算|投资)|费用|经费|金额|价款|预算|资金|款项)由)[:：]?\s*(?=\S{2})/;
const BREAK = /[，。；,;：:“”"=＝+＋]/;

/**
 * What is said of the sum at `start`; `floor` is where the figures before it end. `isCounted` tells whether a bare number
 * at the text's head counts it.
 */
export function phraseBefore(
  text: string,
  start: number,
  floor: number,
  isCounted: boolean | null = null,
): Phrase {
  const shared = [...sharedNames(text), ...yearNames(text)].find(({ sum }) => sum === start);
  if (shared) return phraseOf(text, shared.name);
  const bound = Math.max(floor, lastStop(text, start) + 1);
  const piece = text.slice(bound, start);
  const bare = withoutEnd(withoutEnd(piece, COPULA), OF_OTHER);
  let from = bound + lastBreak(bare) + 1;
  let label = tidy(text, { start: from, end: bound + bare.length }, isCounted);
  if (!isTelling(text.slice(label.start, label.end)) && from > bound) {
    const before = withoutEnd(piece.slice(0, from - 1 - bound), COPULA);
    const start = bound + lastBreak(before) + 1;
    const named = behindRate(
      text,
      tidy(text, { start, end: bound + before.length }, isCounted),
      bound,
      isCounted,
    );
    const head = headOfItem(text, bound, named, isCounted);
    if (head) [from, label] = [bound, head];
    else if (named.end > named.start || label.end - label.start < 2) [from, label] = [start, named];
  }
  const tail = SHARE_TAIL.exec(text.slice(label.start, label.end));
  const sumIs = isAddedUp(text, start)
    ? (SUM_IS.exec(text.slice(label.start, label.end))?.[0].length ?? 0)
    : 0;
  label.start += sumIs;
  const near = piece.slice(Math.max(0, (sumIs > 0 ? label.start : from) - bound)).replace(OPENER, "");
  const named = { start: label.start, end: label.end - (tail?.[0].length ?? 0) };
  const isPaid = PAYS.test(piece) || INSTALMENT.test(piece);
  const name = text.slice(named.start, named.end);
  const isOfRest = /^(?:其中|其余|另有?|余下|剩余|合同|协议|总价)?的?$/.test(name);
  // 单次变更不超过总价的10%: a bound on something that costs nothing itself.
  const isBound = /不(?:得)?(?:低于|高于|超过)/.test(tail?.[0] ?? "") && !COSTS.test(name);
  if (!tail || isPaid || isOfRest || isBound) return { label, piece, near, hasShare: false };
  label = named;
  return { label, piece, near: text.slice(label.start, label.end), hasShare: true };
}

/** 技术工作费按实物工作费的22%计，为…: the share of another cost that one is reckoned as. */
export const OF_OTHER =
  /(?<=\p{Script=Han}{2}|\p{Script=Han}[）)])[，,]?\s*按照?(?![^，。；\d]*(?:合同|协议|总[价额]|[付拨]))[^，。；：:、占\d]{2,16}的\s*\d+(?:\.\d+)?\s*[%％]\s*(?:计[取算收提列]?|收取|提取|核[定算])?\s*[，,]?\s*(?:[为即计]|人民币|[：:¥￥\s])*$/u;

/** 监理酬金以建安费为计费额，费率1.62%，计75.897万元: what it is called stands before what it is reckoned by. */
function behindRate(text: string, named: Span, bound: number, isCounted: boolean | null): Span {
  const piece = text.slice(bound, named.end);
  const rate = RATE.exec(piece);
  if (!rate) return named;
  const bare = piece.slice(0, rate.index).replace(RECKONED_ON, "");
  const start = bound + lastBreak(bare) + 1;
  const own = tidy(text, { start, end: bound + bare.length }, isCounted);
  return own.end - own.start > 1 ? own : named;
}

const RATE =
  /[，,]\s*(?:监理|服务|管理|取费|收费|计费|酬金)?(?:费率|费用比例|计取比例)(?:为|按)?\d+(?:\.\d+)?[%％‰]?\s*$/u;
const RECKONED_ON =
  /(?:以|按)[^，。；]{2,24}(?:为|作为?)(?:计费额|计费基数|计算基数|取费基数|基数|计费依据)\s*$/u;

/** （一）备课平台一套，永久授权，价款286,000元: what a numbered item begins with is its name, and no word of what it is like; null where it isn't plainly one. */
function headOfItem(text: string, bound: number, named: Span, isCounted: boolean | null): Span | null {
  const number = bound === 0 ? behindNumber(text, isCounted) : 0;
  const first = /^\s*([^，。；,;：:\d]{2,24})[，,]/.exec(text.slice(number));
  const words = text.slice(named.start, named.end);
  if (number === 0 || !first || named.start < number + first[0].length || COSTS.test(words)) return null;
  if (!/^\p{Script=Han}{3}/u.test(first[1].trim()) || NO_NAME.test(first[1])) return null;
  return tidy(text, { start: number, end: number + first[0].length - 1 }, isCounted);
}

/** What is done, for how long, and by whom is none. */
const NO_NAME =
  /[方由应须为是]|[后内前时的]$|^(?:第|20\d\d|本|该|自|按|对|经|如|若|因|考虑|以)|上涨|下降|付|合同款|[首尾余]款|增加|减少|新增/;

/** A sum whose name stands among others, away from it. */
const phraseOf = (text: string, label: Span): Phrase => {
  const words = text.slice(label.start, label.end);
  return { label, piece: words, near: words, hasShare: false };
};

const AS_COLUMN = /^(?:为|是|[:：])?\s*(?:人民币)?[¥￥]?\s*$/;

/** The same of a clause's text, but for a word that its list tells of every item alike (学生椅，总额…): that marks no whole. */
export function phraseIn(
  { isCounted, columnWord }: Clause,
  text: string,
  start: number,
  floor: number,
): Phrase {
  const word = columnWord === "" ? -1 : text.lastIndexOf(columnWord, start);
  const isAlike = word >= floor && AS_COLUMN.test(text.slice(word + columnWord.length, start));
  const lead = isAlike ? (/[，,]?\s*$/.exec(text.slice(floor, word))?.[0].length ?? 0) : 0;
  return phraseBefore(text, isAlike ? word - lead : start, floor, isCounted);
}

/** 档案整理，金额259500元: a word that any sum may bear is not what this one is called. */
const isTelling = (label: string): boolean =>
  label.length > 1 &&
  !/^(?:(?:监理|服务|管理|取费|收费|计费|酬金)?费率|按?比例|(?:所有权|产权|归属权)归[^，。；]{1,6}方?(?:所有)?)$/.test(
    label,
  ) &&
  !/^(?:金额|费用|经费|价格|价款|款项|预算|数额|额度|计价|合价|小计|一次性)$/.test(label);

/** 人员费用不低于总额的70%，即…: the share of the whole that a sum's own words tell before it. */
const SHARE_TAIL =
  /(?<=[\p{Script=Han}]{2}|\p{Script=Han}[）)])(?:约?占|按|不(?:得)?(?:低于|高于|超过)|为)?(?:本?(?:项目|合同|协议)?(?:资金|经费|费用)?(?:总[额价款]|总经费|总费用|合同价款?))?的?\d+(?:\.\d+)?[%％]$/u;

const COSTS = /(?:费用?|款项?|资金|经费|奖金|薪酬|工资|补贴|支出|成本|报酬)$/;

function tidy(text: string, span: Span, isCounted: boolean | null): Span {
  let { start, end } = span;
  const words = (): string => text.slice(start, end);
  const numberAhead = (): number => {
    const at = start + words().length - words().trimStart().length;
    return behindNumber(words(), text.slice(0, at).trim() === "" ? isCounted : countsAt(text, at));
  };
  const first = numberAhead();
  start += first + (LEADING.exec(words().slice(first))?.[0].length ?? 0);
  const second = numberAhead();
  start += second;
  start += LEADING.exec(words())?.[0].length ?? 0;
  end -= REASON.exec(words())?.[0].length ?? 0;
  const open = lastUnmatched(words());
  if (open >= 0) start += open + 1;
  const opener = OPENER.exec(words());
  if (opener) start += opener[0].length;
  start += LEADING.exec(words())?.[0].length ?? 0;
  if (first + second === 0) start += unreadNumber(text, start);
  start += unclosedNumber(text, start);
  start += UNREAD_SUM.exec(words())?.[0].length ?? 0;
  while (end > start && /[\s，、,;；:：。“”"—–按-]/.test(text[end - 1])) end -= 1;
  return { start, end: Math.max(start, end) };
}

/** 信息化监管因增设车载称重模块: why a part was changed. */
const REASON =
  /(?<=\p{Script=Han}{2})因(?![素子果特])(?:增|减|新|原|扩|调|取消|改|需|实际|业务|工作)[^，。；]{2,}$/u;

/** （工）人员经费 behind （一）…: the length of a list's number that was misread, by its shape and by the other numbers; else 0. */
function unreadNumber(text: string, at: number): number {
  const sign = UNREAD_NUMBER.exec(text.slice(at));
  if (!sign) return 0;
  const isCounted = NUMBERED.test(text.slice(0, at)) || NUMBERED.test(text.slice(at + sign[0].length));
  return LOOK_ALIKE.test(sign[0]) && (isCounted || text.slice(0, at).trim() === "") ? sign[0].length : 0;
}

/** （二设备费 among （一）… and （三）…: the length of a list's number whose closing bracket was not read; else 0. */
function unclosedNumber(text: string, at: number): number {
  const number =
    /^(?:[一二三四五六七八九十]{1,2}|\d{1,2})(?=\p{Script=Han}{2})/u.exec(text.slice(at, at + 6))?.[0] ?? "";
  const isCounted = NUMBERED.test(text.slice(0, at - 1)) || NUMBERED.test(text.slice(at));
  return isCounted && /(?:^|[：:；;，,、。\s])[（(]$/.test(text.slice(0, at)) ? number.length : 0;
}

const UNREAD_NUMBER = /^[（(]?\p{Script=Han}[）)]\s*(?=\p{Script=Han}{2})/u;
const NUMBERED = /(?:^|[：:；;，,、。\s])[（(]\s*[一二三四五六七八九十\d]{1,2}\s*[）)]/;
/** What readers take the numerals from one to ten for. */
const LOOK_ALIKE = /[丨彡兰工士囚匹互亢穴匕儿丸凡入干千玉]/;

/** 教材费110600都、劳务费: a sum whose unit was misread is none, and what it was of is no part of the next one's name. */
const UNREAD_SUM =
  /^.*?(?<![\d.,〔【[第号-])(?:\d{1,3}(?:,\d{3})+|\d{5,}|\d+\.\d+)(?:\.\d+)?[^\d\s年月日号]{0,2}?元?[、，,；;]\s*(?=\p{Script=Han}{2})/u;

function lastUnmatched(words: string): number {
  let depth = 0;
  for (let index = words.length - 1; index >= 0; index--) {
    if (CLOSING.test(words[index])) depth += 1;
    else if (OPENING.test(words[index])) {
      if (depth === 0) return index;
      depth -= 1;
    }
  }
  return -1;
}

function lastBreak(words: string): number {
  let depth = 0;
  for (let index = words.length - 1; index >= 0; index--) {
    if (CLOSING.test(words[index])) depth += LIST_NUMBER.test(words.slice(0, index)) ? 0 : 1;
    else if (OPENING.test(words[index])) depth = Math.max(0, depth - 1);
    else if (depth === 0 && BREAK.test(words[index])) return index;
  }
  return -1;
}

const withoutEnd = (words: string, end: RegExp): string => words.replace(end, "");

/** The last full stop or semicolon before a place; a semicolon before a comma is a misread sign. */
function lastStop(text: string, before: number): number {
  return [...text.slice(0, before).matchAll(/。|[；;](?!\s*[，,])/g)].at(-1)?.index ?? -1;
}
