import { findMoneyLike } from "./figures/index.ts";

const HAN = "[一二三四五六七八九十]{1,3}";
/** 第一条, 一、: what everybody numbers the parts of an agreement by. */
const TOP =
  /^\s*(?:(?:第\s*[一二三四五六七八九十百\d壹贰叁肆伍陆柒捌玖拾]+\s*[条章节部]|条款\s*[一二三四五六七八九十\d]{1,3})|[一二三四五六七八九十]{1,3}\s*[、.．])\s*[：:]?\s*/;
/** 【服务内容】 */
const BOXED = /^\s*(?=【[^】]{2,14}】)/;
/** What else parts may be numbered by, where nothing is by 第一条 or 一、; a blank behind a number is not kept. */
const OTHER_TOPS = [
  /^\s*[甲乙丙丁戊己庚辛壬癸]\s*[、.．]\s*(?![甲乙丙丁]\s*[、双三两方])/,
  /^\s*[壹贰叁肆伍陆柒捌玖拾]{1,3}(?![壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆])\s*[、.．：:]?\s*/,
  new RegExp(String.raw`^\s*[（(]\s*${HAN}\s*[）)]\s*`),
  new RegExp(String.raw`^\s*第\s*${HAN}(?![期笔次批步轮回档年个包标季阶\d一二三四五六七八九十])\s*`),
  new RegExp(String.raw`^\s*${HAN}(?=[^\s、.．一二三四五六七八九十])`),
  /^\s*\d{1,2}\s*(?:[.．、](?!\d)\s*|(?=\p{Script=Han}))/u,
  /^\s*[A-Z]\s*(?:[.．、](?!\d)\s*|(?=\p{Script=Han}))/u,
  /^\s*\d{1,2}\s*[）)]\s*/,
  /^\s*§\s*\d{1,2}\s*/,
  /^\s*[①-⑳]\s*(?=[^，。；：:\d]{2,14}$)/,
  /^\s*[▍▎▏■◆●★▶►]\s*\d{1,2}\s*(?:[.．、]\s*)?(?=\p{Script=Han})/u,
];
const FEWEST = 3;
/** 2. 款项支付: a few words without a figure or a stop, where the clauses are counted so. */
const SMALL_HEADING =
  /^\s*(\d{1,2})\s*(?:[.．、]\s*|(?=\p{Script=Han})(?![年月日个名台套次人份项万亿元天周期位家所只件批]))(?=(?:[^，。；：:、\d%元]{2,14}|[^，。；：:、\d%元（(]{2,14}[（(][^，。；（）()]{2,16}[）)])$)/u;
const SMALL_NUMBER = /^\s*(\d{1,2})\s*[.．、](?!\d)\s*/;
const LONGEST_HEADING = 28;
/** 附件A, 附件一：付款计划: what ends the clauses before it. */
const ANNEX =
  /^\s*附\s*[件表录]\s*(?:[A-Z]|\d{1,2}|[一二三四五六七八九十]{1,3})\s*[：:、.．]?\s*([^，。；：:、\d]{0,20})$/u;
const ANNEX_TITLE = /^\s*\p{Script=Han}{2,16}\s*$/u;

/** Answers, paragraph after paragraph, the words of the heading it is or begins with; null for plain text. */
export function headingReader(texts: readonly string[]): (text: string) => string | null {
  const tops = [
    BOXED,
    ...(texts.filter((text) => TOP.test(text)).length > 1 ? [TOP] : [TOP, ...othersThan(texts)]),
  ];
  let small: number | null = null;
  let isAnnex = false;
  return (text) => {
    const annex = ANNEX.exec(text);
    // 附件A over 付款计划: what it is of stands on a line of its own.
    if (annex || (isAnnex && ANNEX_TITLE.test(text))) {
      small = null;
      isAnnex = annex?.[1] === "";
      return annex?.[1] ?? text.trim();
    }
    isAnnex = false;
    const top = tops.map((pattern) => pattern.exec(text)).find((match) => match !== null);
    const number = Number(SMALL_NUMBER.exec(text)?.[1] ?? Number.NaN);
    const follows = small !== null && number === small + 1;
    const part = top ?? SMALL_HEADING.exec(text) ?? (follows ? SMALL_NUMBER.exec(text) : null);
    const heading = part && wordsOf(text, text.slice(part[0].length));
    if (top && heading !== null) small = null;
    else if (heading !== null) small = Number(/\d+/.exec(part?.[0] ?? "")?.[0] ?? Number.NaN);
    else if (!Number.isNaN(number)) small = null;
    return heading;
  };
}

function wordsOf(text: string, words: string): string | null {
  if (/[；;]\s*$/.test(words) && findMoneyLike(words).length > 0) return null;
  const boxed = /^\s*【([^】]{2,14})】/.exec(text);
  if (boxed) return boxed[1];
  if (words.length <= LONGEST_HEADING && !/[。；]$/.test(words)) return words;
  return /^([^，。；：:\s]{2,16})[：:\s]/.exec(words)?.[1] ?? words.slice(0, 10);
}

const BULLET = /^\s*([●◆■▲★◇○▶►◎•◈✦])\s*/;
const BULLETED_HEADING = /^\s*([●◆■▲★◇○▶►◎•◈✦])\s*(?=[^，。；：:\d]{2,14}$)/;

/** ● 付费: a sign before short lines, three of them at least, that most often stands before nothing else; null for none. */
function bulletedTop(texts: readonly string[]): RegExp[] | null {
  const headings = texts.flatMap((text) => BULLETED_HEADING.exec(text)?.[1] ?? []);
  const [sign] = headings;
  const all = texts.flatMap((text) => BULLET.exec(text)?.[1] ?? []);
  const isOne = headings.length >= FEWEST && headings.every((each) => each === sign);
  // ◆ 合作范围 over ◆ 费用: a list of them, and nothing below.
  const isList = texts.some(
    (text, at) => BULLETED_HEADING.test(text) && BULLETED_HEADING.test(texts[at + 1] ?? ""),
  );
  return isOne && !isList && headings.length * 2 > all.length ? [BULLETED_HEADING] : null;
}

function othersThan(texts: readonly string[]): RegExp[] {
  const known = bulletedTop(texts) ?? otherTop(texts);
  return known.length > 0 ? known : bareTop(texts);
}

/** 钱怎么给, 坏了怎么赔: a few characters and nothing else. */
const BARE_HEADING = /^\s*(?=\p{Script=Han}{2,10}\s*$)(?!.*(?:合同|协议|[公有]司|[章方]|代表|签字)\s*$)/u;

/** Short lines without a number where no part has one: three of them at least behind the title, each before a line that tells more. */
function bareTop(texts: readonly string[]): RegExp[] {
  const bare = texts.map((text, at) => at > 0 && BARE_HEADING.test(text));
  const isHeading = texts.filter((_, at) => bare[at] && !bare[at + 1] && at + 1 < texts.length);
  const isNumbered = texts.some((text) => TOP.test(text));
  return !isNumbered && isHeading.length >= FEWEST && isHeading.length * 4 >= bare.filter(Boolean).length * 3
    ? [BARE_HEADING]
    : [];
}

/** The first style that counts paragraphs on from one without beginning anew, and doesn't count sums of money. */
function otherTop(texts: readonly string[]): RegExp[] {
  const style = OTHER_TOPS.find((pattern) => {
    const numbered = texts.filter((text) => pattern.test(text));
    const counts = numbered.map((text) => ordinalOf(pattern.exec(text)?.[0] ?? ""));
    const isRun =
      counts.length >= FEWEST && counts.every((count, index) => count === index + Math.min(1, counts[0]));
    const sums = numbered.filter((text) => findMoneyLike(text).length > 0).length;
    return isRun && sums * 2 <= numbered.length;
  });
  return style ? [style] : [];
}

const STEMS = "甲乙丙丁戊己庚辛壬癸";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DIGITS = ["一壹1", "二贰2", "三叁3", "四肆4", "五伍5", "六陆6", "七柒7", "八捌8", "九玖9"];

function ordinalOf(number: string): number {
  const [first] = number.trim();
  const stem = STEMS.indexOf(first) + 1;
  if (stem > 0) return stem;
  if (/[①-⑳]/.test(first)) return first.charCodeAt(0) - "①".charCodeAt(0) + 1;
  if (/[A-Z]/.test(first)) return LETTERS.indexOf(first) + 1;
  const signs = number.replace(/[^\d一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]/g, "");
  if (/^\d+$/.test(signs)) return Number(signs);
  const [tens, ones] = /[十拾]/.test(signs) ? signs.split(/[十拾]/) : ["", signs];
  const digit = (sign: string): number => DIGITS.findIndex((same) => sign !== "" && same.includes(sign)) + 1;
  return (/[十拾]/.test(signs) ? Math.max(1, digit(tens)) : 0) * 10 + digit(ones);
}
