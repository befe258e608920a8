import { COMPARISON, UNIT } from "./find-targets-words.ts";

/** Numbers that count nothing: dates, times, list numbers, ordinals, ratios, names, set phrases. */
const OTHER_NUMBERS: readonly RegExp[] = [
  /(?:19|20)\d{2}\s*年(?:度)?(?:\s*\d{1,2}\s*月(?:份)?(?:\s*\d{1,2}\s*[日号])?)?/g,
  /(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}/g,
  /[一二][〇零九][〇零一二三四五六七八九]{2}年/g,
  /\d{1,2}\s*月\s*\d{1,2}\s*[日号]|(?<![个\d])\d{1,2}\s*月(?:份|底|初|中旬|上旬|下旬)?(?!度)|[一二三四五六七八九十]{1,2}月(?:份|底|初|中旬|[一二三四五六七八九十]+日)/g,
  /(?:每月|当月|次月|每年)(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|\d{1,2}[日号](?=前|之前|以前)/g,
  /\d{1,2}[:：]\d{2}|\d+\s*[:：×xX*]\s*\d+\s*(?:小时)?|\d{1,2}[点时](?:\d{1,2}分|半|至|到|-|前)/g,
  /(?:^|[\s。；;，,、：:）)%])[（(]?\d{1,2}(?:\.\d{1,2})*[）)]/g,
  /[（(](?:\d{1,2}(?:\.\d{1,2})*|[一二三四五六七八九十]{1,3})[）)]|[①-⑳]/g,
  /第\s*(?:\d+|[零〇一二两三四五六七八九十百]+)\s*\p{Script=Han}?/gu,
  /\d+分之\d+|(?![百千]分之)[一二两三四五六七八九十千万]+分之[一二两三四五六七八九十]+/g,
  /[队入退]伍|[大内登着水]陆|陆[地续]/g,
  /“[^”]{1,10}”|"[^"]{1,10}"|《[^》]*》/g,
  /一(?!年|个?月|季|周|星期)\p{Script=Han}{1,2}一(?:\p{Script=Han}|$)/gu,
  /(?:统|唯|同|某|逐|单|专|之|任|划|归|合|万|不|进|第)一(?![次场期节])|十分(?=满|重|必|注|关|明)|千家万户|一(?:次性|般|定|些|起|线|体|旦|切|致|直|并|同|律|样|时间)|等[一二两三四五六七八九十]+(?:类|种|项|个|方面)/g,
  // Monday, but where a count of one follows the week: 每周一篇.
  new RegExp(`(?:星期|礼拜|周)一(?!(?:${UNIT}))|(?:星期|礼拜|周)一(?=例会|分享|班会)`, "g"),
  /(?<![于少过≥≤><=\d])24\s*小时(?![内以之])|(?:\d+|[一二两三四五六七八九十]+)年级/g,
  /[（(]含\s*(?:\d+|[一二两三四五六七八九十百]+)\s*\p{Script=Han}{1,3}[）)]/gu,
  /(?:\d+|[一二两三四五六七八九十]+)\s*(?:小时|分钟|天)(?:工作制|生活圈|服务圈|值[班守]|热线|在线)/g,
  // What is taken off, and what for: 每少一场扣2分, 逾期1天扣0.5分.
  /(?:(?:[每若如凡]|少|缺|低于|不足|逾期|超期|迟到|延迟|发生|发现|出现|未)[^，,。；;]{0,16}?)?[,，]?扣(?:除|减|罚)?\s*(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)(?:\s*[-~至]\s*\d+)?\s*分/g,
  // 全年（12个月）: how long a period is.
  /(?<=[年期间内])[（(](?:共|计|即)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})个?[月年天][）)]/g,
  /\d{3,4}-\d{7,8}|\d{11}|\d{5,}(?:热线|号)/g,
  // A blank inside a figure is a line's end that may have cut it: neither half is a figure to count on.
  /\d[\d.,]*\s+\d[\d.,]*/g,
];

/** A list's number where an item may begin: at the start or behind a mark or a word, and no figure's beginning. */
const LIST_NUMBER =
  /(^|[\s。；;，,：:）)%\p{Script=Han}])(?:\d{1,2}[.．、](?!\d)|(?<=[\s。；;，,：:）)%]|^)\d{1,2}、)/gu;
/** 1.1次: nobody counts 1.1 times, so it is once under number 1. */
const NUMBER_BEFORE_COUNT =
  /(^|[\s。；;，,：:）)%])\d{1,2}[.．](?=\d{1,3}(?:场|次|人|名|户|家|节|期|篇|份|支|个|项|件))/g;

/** A count in brackets between a comparison or a period and its unit: 至少（2）次. */
const BOXED_COUNT = new RegExp(
  `(?<=${COMPARISON.source.replace(/\((?!\?)/g, "(?:")}|每(?:[年月周]|季度)|全年)[（(](\\d{1,4})[）)](?=${UNIT})`,
  "gu",
);

/** Stands for a number that counts nothing. */
export const BLOT = "\u0000";
/** Stands for a list's number, where a new item begins. */
export const ITEM_START = "\u0001";

/** A text whose numbers that set no target are blotted out; every other character keeps its place. */
export function maskOtherNumbers(text: string): string {
  const open = text.replace(BOXED_COUNT, " $1 ");
  const blotted = OTHER_NUMBERS.reduce(
    (so, pattern) => so.replace(pattern, (found) => BLOT.repeat(found.length)),
    open,
  );
  const keepFirst = (found: string, before: string): string =>
    before + ITEM_START.repeat(found.length - before.length);
  return blotted.replace(NUMBER_BEFORE_COUNT, keepFirst).replace(LIST_NUMBER, keepFirst);
}
