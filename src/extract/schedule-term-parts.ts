import { monthIndex } from "../model/calendar.ts";
import { countMonths, findPeriods } from "./figures/index.ts";

/** A part of the term, by how many months it begins and ends behind the term's beginning, and the words that tell it. */
export interface TermPart {
  from: number;
  to: number;
  /** Whether it is what is left, and it isn't told of what. */
  isOpen: boolean;
  told: { start: number; end: number };
}

const COUNT = "(?<count>\\d{1,3}|[一二两三四五六七八九十]{1,3})";
const UNIT =
  "\\s*(?<unit>个\\s*月|个?\\s*半年|个\\s*季度?|(?:个\\s*)?(?:租赁|租约|服务|合同|协议|承包|计租|运营|合作|履约)?年(?:度)?(?!级))";
/** 届满前3个月, 签约后3个月: a moment, and no part of the term; 租期前3个月 is one. */
const BEGINS =
  "(?<=^|[\\s，,。；;：:、（(的在于]|其中|甲方|应|(?:服务|租赁|租|合同|合作|承包|履行|运营|计租|托管)(?:期|期限|期间)内?)";

type Read = (told: Told) => [from: number, to: number] | null;

/** What a part's words say, and what stands before them; `length` is 0 where no count is told. */
interface Told {
  length: number;
  size: number;
  until: number;
  before: TermPart | null;
  months: number | null;
}

/** Each way to tell a part, and how it is read; null where what is left can't be told. */
const WAYS: readonly [RegExp, Read][] = [
  [way(`[头前首]\\s*${COUNT}${UNIT}`), ({ length }) => [0, length]],
  [way(`(?:最后|末尾|[后末])的?\\s*${COUNT}${UNIT}`), ({ length, months }) => lastOf(length, months)],
  [
    way(
      `第\\s*${COUNT}(?:\\s*个?\\s*[月年])?\\s*(?:至|到|—{1,2}|[-~～－])\\s*第?\\s*(?<until>\\d{1,3}|[一二三四五六七八九十]{1,3})${UNIT}`,
    ),
    ({ length, size, until }) => [length - size, until * size],
  ],
  // 第一、二年: two that follow on each other.
  [
    way(`第\\s*${COUNT}\\s*[、和及与]\\s*第?\\s*(?<until>\\d{1,3}|[一二三四五六七八九十]{1,3})${UNIT}`),
    ({ length, size, until }) => (until * size === length + size ? [length - size, until * size] : null),
  ],
  [way(`第\\s*${COUNT}${UNIT}`), ({ length, size }) => [length - size, length]],
  [way("首个?(?<unit>月|年(?:度)?)"), ({ size }) => [0, size]],
  [way("次(?<unit>年(?:度)?)"), ({ size }) => [size, 2 * size]],
  [way("末(?<unit>月)"), ({ size, months }) => lastOf(size, months)],
  [way(`(?:其余|剩余|余下|剩下|其他)的?\\s*(?:${COUNT}${UNIT}|各?个?月(?:份)?)`), leftOver],
];

function way(words: string): RegExp {
  return new RegExp(BEGINS + words, "g");
}

/**
 * The part of the term for which the words before a figure say it is paid, its own beginning at `from`; of `months` in all.
 * null where none is told.
 */
export function partIn(said: string, from: number, months: number | null): TermPart | null {
  const told = WAYS.flatMap(([pattern, read]) =>
    [...said.matchAll(pattern)].map((match) => ({ match, read })),
  ).sort((a, b) => a.match.index - b.match.index || b.match[0].length - a.match[0].length);
  let before: TermPart | null = null;
  let found: TermPart | null = null;
  for (const { match, read } of told) {
    const { index: start, groups = {} } = match;
    const end = start + match[0].length;
    if (before && start < before.told.end) continue;
    const size = sizeOf(groups["unit"] ?? "月");
    const length = (readCount(groups["count"] ?? "") ?? 0) * size;
    const until = readCount(groups["until"] ?? "") ?? 0;
    const range = read({ length, size, until, before, months });
    const isPart = range !== null && range[0] >= 0 && range[1] > range[0];
    const [first, last] = isPart ? range : [0, 0];
    const part = { from: first, to: last, isOpen: !isPart, told: { start, end } };
    if (start >= from) found = part;
    if (isPart) before = part;
  }
  return found;
}

const lastOf = (length: number, months: number | null): [number, number] =>
  months === null ? [0, length] : [months - length, months];

function leftOver({ length, before, months }: Told): [number, number] | null {
  // What comes first is mostly told first, be it in a sentence before.
  if (before === null || months === null) return length > 0 ? lastOf(length, months) : null;
  const isAhead = before.from > 0;
  if (length > 0) return isAhead ? [0, length] : [before.to, before.to + length];
  return isAhead ? [0, before.from] : [before.to, months];
}

function sizeOf(unit: string): number {
  if (/半年/.test(unit)) return 6;
  if (/年/.test(unit)) return 12;
  return /季/.test(unit) ? 3 : 1;
}

/** 3月、6月、9月各支付…, 3月、9月，每次…: every month named; none where the sum isn't each one's. */
export function monthsNamed(
  piece: string,
  year: string | null,
): { from: string; to: string; occurrences: number }[] {
  if (
    !/(?:各|[月份底末初度前]\s*[，,]?\s*每[次期笔批]|月份?[^，。；\d]{0,8}每个?月)[^，。；]{0,16}$/.test(
      piece,
    )
  )
    return [];
  // 每年一月十五日前交清：2026年1月、2027年1月，每次…: the list stands behind its colon.
  const list = piece.slice(piece.search(/[^：:]*$/));
  return monthsListed(findPeriods(list, year).length > 1 ? list : piece, year);
}

/** 3月、6月和9月: the months, or the quarters, of a list; none where what is told is no list of months. */
export function monthsListed(
  piece: string,
  year: string | null,
): { from: string; to: string; occurrences: number }[] {
  const found = findPeriods(piece, year);
  const isList = found
    .slice(1)
    .every(({ start }, index) => BETWEEN_MONTHS.test(piece.slice(found[index].end, start)));
  const lengths = new Set(found.map(({ from, to }) => countMonths(from, to)));
  // 一季度、三季度: when it is paid, and no time that is paid for.
  const goOn = found
    .slice(1)
    .every(({ from }, index) => monthIndex(from) === monthIndex(found[index].to) + 1);
  const areMonths = lengths.size === 1 && (lengths.has(1) || (lengths.has(OF_QUARTER) && goOn));
  return isList && areMonths ? found.map(({ from, to }) => ({ from, to, occurrences: 1 })) : [];
}

/** 6月底、12月底, 6月30日前、12月20日前. */
const BETWEEN_MONTHS = /^(?:份?[底末初]|[上中下]旬)?(?:之?前|以前)?\s*[、和及与，]\s*$/;
const OF_QUARTER = 3;

const DIGITS = "零一二三四五六七八九";

/** 12, 十二, 两: a count; null for none. */
export function readCount(words: string): number | null {
  if (/^\d+$/.test(words)) return Number(words) || null;
  const [tens, ones] = words.includes("十") ? words.split("十") : ["", words];
  const digit = (sign: string, none: number): number =>
    sign === "" ? none : DIGITS.indexOf(sign === "两" ? "二" : sign);
  const value = words.includes("十") ? digit(tens, 1) * 10 + digit(ones, 0) : digit(ones, 0);
  return value > 0 ? value : null;
}
