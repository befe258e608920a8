import type { Span } from "./budget-figures.ts";
import { behindNumber } from "./clauses.ts";
import { findSums, type MoneySum } from "./money-sums.ts";

/** A sum told with others behind the names of all, and the name that is its own. */
export interface SharedName {
  /** Where the sum begins. */
  sum: number;
  name: Span;
  /** Whether it is told with what it became behind it (分别由甲、乙调整为丙、丁). */
  isBefore: boolean;
}

/** The words between the names and their sums: …的金额都不变，分别为. */
const EACH =
  /(?:分别|依次)(?:调整|变更|修改|核定|确定|安排|列支)?(?:为|是|计|由|从|[:：])?[:：]?\s*(?:人民币)?[¥￥]?\s*$/;
/** What is said of all names behind the last: 三项费用, 的数量和价格都不变，. */
const OF_ALL =
  /(?<=[^、和及与]{2})(?:的?(?:这|等|上述|以上)*[两二三四五六七八九十\d]{1,2}\s*[项类个笔种](?:费用|经费|支出|内容|金额)?|的(?:年度?|合同|预算|服务|采购)?(?:数量|单价|价格|金额|费用|价款|标准|预算|经费|总价|合价|报价|中标价|合同价)(?:[和及与、](?:数量|单价|价格|金额|费用|价款|标准|预算))*|[（(][^（）()]*[）)])?(?:的?(?:中标|成交|合同|报|投标)(?:价|额|金额|价格))?(?:均|都|仍|各|保持|维持)*(?:不变|不作调整|不予调整|照旧|不调整)?[，,]?\s*(?:金额|费用|价款|预算|经费|价格)?(?:仍)?$/;
/** Where the names begin: behind a stop, or behind what says that they are parts. */
const STOP = /[。；;：:，,]/;
const OPENER = /^(?:\s|其中|其包括|包括|包含|含(?!税)|即|另有?|上述|以上)+(?=[^、]{2})/u;
const BETWEEN = /^\s*(?:[、，,]\s*(?:和|及|与|以及)?|和|及|与|以及)\s*(?:人民币)?[¥￥]?\s*$/;
const FEWEST = 2;

/** Between what sums were and what they became. */
const BECOMES =
  /^\s*[，,]?\s*(?:分别|依次)?(?:现|拟)?(?:调整|变更|修改|增加|减少|提高|降低|改|增|减|调增|调减|变|升|降)?(?:为|至|到|成)\s*(?:人民币)?[¥￥]?\s*$/;

/** 保洁费、绿化费和安保费分别为12万元、8万元、10万元: every sum of a text that stands in such a row, with the name in the same place. */
export function sharedNames(text: string): SharedName[] {
  if (!/分别|依次/.test(text)) return [];
  const sums = findSums(text);
  return sums.flatMap((first, index) => {
    const floor = sums[index - 1]?.end ?? 0;
    const each = EACH.exec(text.slice(floor, first.start));
    if (!each) return [];
    const row = rowFrom(text, sums, index);
    const names = namesBefore(text, floor, floor + each.index, row.length);
    if (row.length < FEWEST || !names) return [];
    const next = sums[index + row.length];
    const isBefore = next !== undefined && BECOMES.test(text.slice(row[row.length - 1].end, next.start));
    const became = isBefore ? rowFrom(text, sums, index + row.length) : [];
    const named = (each: readonly MoneySum[], isBefore: boolean): SharedName[] =>
      each.map(({ start }, at) => ({ sum: start, name: names[at], isBefore }));
    return became.length === row.length ? [...named(row, true), ...named(became, false)] : named(row, false);
  });
}

/** The sums from a place on that nothing but 、 or 和 parts. */
function rowFrom(text: string, sums: readonly MoneySum[], index: number): readonly MoneySum[] {
  const row = sums.slice(index);
  const broken = row.findIndex(
    ({ start }, at) => at > 0 && !BETWEEN.test(text.slice(row[at - 1].end, start)),
  );
  return broken < 0 ? row : row.slice(0, broken);
}

/** So many names right before a place; null where they are more or fewer. */
function namesBefore(text: string, floor: number, end: number, count: number): Span[] | null {
  const said = text.slice(floor, end);
  const words = said.slice(0, said.length - (OF_ALL.exec(said)?.[0].length ?? 0));
  const number = floor === 0 ? behindNumber(text) : 0;
  const from = Math.max(number, [...words].findLastIndex((sign) => STOP.test(sign)) + 1);
  const start = from + (OPENER.exec(words.slice(from))?.[0].length ?? 0);
  const listed = partsAt(words, start, /、/g);
  const last = listed.at(-1);
  if (!last) return null;
  const joined = partsAt(words, last.start, /和|以及|及|与/g);
  const ways = [
    listed,
    ...joined.slice(1).map((_, at) => [...listed.slice(0, -1), ...parted(joined, at + 1)]),
  ];
  const way = ways.filter((names) => names.length === count && names.every(isName));
  return way.length === 1
    ? way[0].map((name) => ({ start: floor + name.start, end: floor + name.end }))
    : null;
}

/** The parts of words from a place on that a sign parts. */
function partsAt(words: string, start: number, sign: RegExp): Span[] {
  const cuts = [...words.slice(start).matchAll(sign)].map(({ index, 0: cut }) => ({
    start: start + index,
    end: start + index + cut.length,
  }));
  return [...cuts, { start: words.length, end: words.length }].map((cut, at) => ({
    start: at === 0 ? start : cuts[at - 1].end,
    end: cut.start,
  }));
}

/** Two of parts joined by 和: those before a place, and those from it on. */
const parted = (parts: readonly Span[], at: number): Span[] => [
  { start: parts[0].start, end: parts[at - 1].end },
  { start: parts[at].start, end: parts[parts.length - 1].end },
];

const isName = ({ start, end }: Span): boolean => end - start >= FEWEST;
