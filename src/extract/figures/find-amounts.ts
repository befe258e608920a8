import { rememberedByText } from "../../model/remembered.ts";
import { NUMBER, readAmount } from "./amount.ts";
import { readCapitals } from "./capitals.ts";
import { foldWidth } from "./fold-width.ts";
import { NUMERAL_CHARACTERS } from "./numerals.ts";

/** An amount in a text, `[start, end)`. */
export interface FoundAmount {
  start: number;
  end: number;
  fen: number;
  precisionFen: number;
  kind: "digits" | "capitals";
}

/** Something that looks like money; `fen` is null when it could not be understood. */
export interface MoneyLike {
  start: number;
  end: number;
  fen: number | null;
  precisionFen: number;
  kind: "digits" | "capitals";
  /** What a bare number in a row of sums counts, told by the last of them only (12、8万元); else none. */
  unit?: string;
}

const PREFIX = String.raw`(?:人民币|RMB|CNY|[¥￥])\s*[:：]?\s*`;
const PART = String.raw`${NUMBER}\s*(?:十万|百万|千万|[亿億万萬千仟百佰十拾])?`;
/** A part begins only where the number before couldn't go on: there is one way to split digits, so no run of them takes long. */
const PARTS = String.raw`${PART}(?:\s*(?<!\d\s?)${PART})*`;
const SMALL = String.raw`(?:\s*零?\d\s*角)?(?:\s*零?\d\s*分(?!之|期|别|部))?`;
const YUAN = String.raw`\s*[元圆圓]${SMALL}(?:\s*[整正](?![式常确]))?`;
const FOREIGN = String.raw`\s*(?:美元|美金|欧元|港元|港币|日元|英镑|USD|HKD|EUR)`;
/** 人员费-24万元: a dash behind a name parts it from its sum; behind 为 or 差额 it is a minus. */
const SIGN = String.raw`(?:(?<![\d\w)）%])(?<!(?![为是计即约额减差])(?!(?<=[支拨给])付)\p{Script=Han})[-−]|负)?\s*`;
/** 费309,750.00，占: groups of three and two decimals behind a word are money, though its sign was not made out. */
const LEDGER = String.raw`(?<=\p{Script=Han})\d{1,3}(?:[,，]\d{3})+\.\d{2}(?![\d%‰\p{Script=Han}])`;
/** @1,680.00，2,083,200.00: the price of one, and what so many come to. */
const GROUPED = String.raw`\d{1,3}(?:[,，]\d{3})+\.\d{2}`;
const PRICED = String.raw`(?<=@\s?)${GROUPED}(?![\d%‰])|(?<=@\s?${GROUPED}[元圆]?[,，;；]\s?)${GROUPED}(?=[,，;；。)）\s]|$)`;
const DIGITS = new RegExp(
  String.raw`(?:${PREFIX})+(?:[-−]|负)?\s*${PARTS}(?:${YUAN})?|${SIGN}(?<![\d.]|(?<![%％元]),)${PARTS}(?:${YUAN}|${FOREIGN})|${LEDGER}|${PRICED}`,
  "giu",
);

const CAPITAL = `[${NUMERAL_CHARACTERS}]`;
const CAPITALS = new RegExp(
  String.raw`[负負]?${CAPITAL}(?:\s?${CAPITAL})*\s?[元圆圓](?:\s?零?\s?${CAPITAL}\s?角)?(?:\s?零?\s?${CAPITAL}\s?分)?(?:\s?[整正](?![式常确]))?|${CAPITAL}角(?:零?${CAPITAL}分)?(?:\s?[整正])?`,
  "g",
);
const FORMAL = /[壹贰貳叁叄参肆伍陆陸柒捌玖拾佰仟]/;
const NUMERALS = new RegExp(`[${NUMERAL_CHARACTERS}元圆整正角]`, "g");
/** Capital numerals that an unreadable character cuts off from what follows. */
const BROKEN_OFF = new RegExp(
  `(?:[壹贰貳叁叄参肆伍陆陸柒捌玖拾佰仟万亿零]{2,}[为是即计约共]|[壹贰貳叁叄参肆伍陆陸柒捌玖拾佰仟万亿零]+[^${NUMERAL_CHARACTERS}元圆整正角分，。；：、（）(),:;\\s\\d为是即计约共]{1,2})+$`,
);
/** The same at their beginning, where 大写 is announced. */
const BROKEN_IN = new RegExp(
  `(?:大\\s?写|人民币)\\s*[)）]?\\s*[:：]?\\s*(?:人民币\\s*[:：]?\\s*)?((?!大\\s?写|金额|数额|总额|合计|共计|总计|价款)[^${NUMERAL_CHARACTERS}元圆整正角分，。；：、（）(),:;¥￥\\s\\d为是即计约共]{1,2})$`,
);
/** What stands where 大写 is announced, up to the end of its clause. */
const ANNOUNCED =
  /大\s?写\s?[)）]?\s*(?:(?:金额|数额|总额|合计|共计|总计)?(?:为|是)?)\s*[:：]?\s*(?:人民币\s*[:：]?\s*)?([^\s，。；：、()（）,;:¥￥\d][^，。；：、()（）,;:¥￥\d]*)/g;

/** A number that goes on behind what could be read of it (¥3,53 of ¥3,5362) is not that number. */
const UNREAD_REST = /^(?:[,.]\d|\d)[\d,.]*/;
const NOT_READ = { fen: null, precisionFen: 1, kind: "digits" } as const;

/** Every amount a text states, in digits with a money sign or in Chinese numerals, left to right. */
export function findAmounts(text: string): FoundAmount[] {
  return findMoneyLike(text).filter((money): money is FoundAmount => money.fen !== null);
}

/** Every amount, and what looks like one but isn't understood, left to right and apart. */
export function findMoneyLike(text: string): MoneyLike[] {
  return moneyLikeOf(text).map((money) => ({ ...money }));
}

const moneyLikeOf = rememberedByText((text): readonly MoneyLike[] => {
  const folded = foldWidth(text);
  const found = findDigits(folded);
  for (const money of [
    ...findCapitals(folded),
    ...findAnnounced(folded),
    ...findOddGroups(folded),
    ...findHalves(folded),
    ...findElided(folded),
    ...findLeftOver(folded),
  ]) {
    if (!found.some((other) => other.start < money.end && money.start < other.end)) found.push(money);
  }
  return found.sort((a, b) => a.start - b.start);
});

function findDigits(text: string): MoneyLike[] {
  return [...text.matchAll(DIGITS)].map((match) => {
    const start = match.index + match[0].length - match[0].trimStart().length;
    const end = match.index + match[0].trimEnd().length;
    const rest = UNREAD_REST.exec(text.slice(end))?.[0].length ?? 0;
    if (rest > 0 && /\d$/.test(match[0])) return { start, end: end + rest, ...NOT_READ };
    const amount = readAmount(text.slice(start, end));
    return { start, end, fen: amount?.fen ?? null, precisionFen: amount?.precisionFen ?? 1, kind: "digits" };
  });
}

function findCapitals(text: string): MoneyLike[] {
  return [...text.matchAll(CAPITALS)].flatMap((match) => {
    const before = text.slice(0, match.index);
    const isFormal = FORMAL.test(match[0]);
    if (/[\d.,]$/.test(before) || (!isFormal && /[几数多整单]$/.test(before))) return [];
    const isNumeral = isFormal || /[十百千万亿萬億廿卅]|.[整正]$/.test(match[0]) || isAnnounced(before);
    const cut = BROKEN_OFF.exec(before)?.[0].length ?? BROKEN_IN.exec(before)?.[1].length ?? 0;
    const fen = isFormal && cut > 0 ? null : readCapitals(match[0]);
    if (!isNumeral || (fen === null && !isFormal)) return [];
    const start = match.index - (isFormal ? cut : 0);
    return [{ start, end: match.index + match[0].length, fen, precisionFen: 1, kind: "capitals" as const }];
  });
}

/** 大写 that is announced as such but not written to the letter: without 元, or with unreadable characters. */
function findAnnounced(text: string): MoneyLike[] {
  return [...text.matchAll(ANNOUNCED)].flatMap((match) => {
    const words = /^.*[元圆整正]/.exec(match[1])?.[0] ?? match[1].trimEnd();
    const start = match.index + match[0].length - match[1].length;
    const numerals = words.match(NUMERALS)?.length ?? 0;
    if (words.length < 2 || numerals * 2 < words.length) return [];
    const fen = readCapitals(words);
    return [{ start, end: start + words.length, fen, precisionFen: 1, kind: "capitals" as const }];
  });
}

/** Digits in groups that make no number, or whose sign was not made out (8309,750.00, #7,000.00): money that was misread. */
const GROUPS = /(?<![\d.,，])\d{1,7}(?:[,，]\d{1,6})+(?:\.\d+)?(?=[，。；;：:、（()）\s元圆]|$)/g;
/** A point without digits on one side: .6万元, 4.万元. */
const HALVES = /(?<![\d.,，])(?:\.\d+|\d[\d,，]*\.)\s*[万亿]?[元圆]/g;

function findOddGroups(text: string): MoneyLike[] {
  return [...text.matchAll(GROUPS)].flatMap((match) => {
    const isPlainCount =
      /^\d{1,3}(?:[,，]\d{3})+$/.test(match[0]) && !/^[元圆]/.test(text.slice(match.index + match[0].length));
    if (isPlainCount) return [];
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        fen: null,
        precisionFen: 1,
        kind: "digits" as const,
      },
    ];
  });
}

const findHalves = (text: string): MoneyLike[] =>
  [...text.matchAll(HALVES)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    ...NOT_READ,
  }));

/** Digits before 元 in whatever shape (67.,890,000元): none is passed over. */
const LEFT_OVER = /\d[\d,，.．'’]*\s*[万亿]?[元圆](?![月旦])/g;
const findLeftOver = (text: string): MoneyLike[] =>
  [...text.matchAll(LEFT_OVER)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    ...NOT_READ,
  }));

/** 分别为12万、8万和12万元, 依次为300、260元: sums in a row of which only the last has its unit. */
const ELIDED = new RegExp(
  String.raw`(?:分别|依次)[^，。；：、（）()\d]{0,6}[:：]?\s*(?:人民币|[¥￥])?\s*((?:${NUMBER}\s*[万萬]?\s*(?:、|和|及|与|以及)\s*)+)${NUMBER}\s*([万萬]?)[元圆]`,
  "g",
);

function findElided(text: string): MoneyLike[] {
  return [...text.matchAll(ELIDED)].flatMap(({ index, 0: all, 1: row, 2: last }) => {
    const from = index + all.indexOf(row);
    // 12、8和12万元: all in 万, unless one of them says so of itself.
    const unit = last !== "" && !/[万萬]/.test(row) ? "万元" : "元";
    return [...row.matchAll(new RegExp(String.raw`${NUMBER}\s*[万萬]?`, "g"))].map(
      ({ index: at, 0: said }) => {
        const amount = readAmount(said.trim(), unit);
        const span = { start: from + at, end: from + at + said.trimEnd().length };
        return amount ? { ...span, ...amount, unit, kind: "digits" as const } : { ...span, ...NOT_READ };
      },
    );
  });
}

const isAnnounced = (before: string): boolean =>
  /(?:大\s?写|人民币|[¥￥])\s*[)）]?\s*[:：]?\s*$/.test(before);
