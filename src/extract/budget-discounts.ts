import type { Span } from "./budget-figures.ts";
import { fenOf, type MoneySum } from "./money-sums.ts";

/** What is taken off a sum (下浮5%, 九五折, 优惠3,000元) or put on it (上浮8%), where it stands. */
export interface Discount extends Span {
  /** What the sum is taken times; null where an amount is told. */
  times: number | null;
  /** What is taken off it, in fen; null where a rate is told. */
  offFen: number | null;
}

const OFF = "(?:优惠|折扣|折让|让利|下浮|下调|降价|减免|抹零)";
const ON = "(?:上浮|上调|加成|递增|增长|上涨)";
const RATE = String.raw`(\d+(?:\.\d+)?)\s*[%％]`;
const WHAT = "(?:了|率|比例|幅度|点)?(?:为|是|按|[：:])?";
/** 下浮率5%, 5%的优惠; 上浮8%. */
const BY_RATE = new RegExp(`(${OFF}|${ON})${WHAT}\\s*${RATE}|${RATE}\\s*的?(${OFF}|${ON})`, "g");
/** 九五折, 8.5折, 85折; but 折旧, 折算. */
const BY_TENTHS = /(?<![\d.])([一二三四五六七八九]{1,2}|\d(?:\.\d{1,2})?|\d\d)\s*折(?![旧算合叠弯线页扣率])/g;
/** 按上述报价的95%执行. */
const BY_PART = new RegExp(`[价计额和]的?\\s*${RATE}(?:计[取算收价]?|执行|成交|优惠|作为|确定|收取)`, "g");
/** 优惠3,000元: the words right before what is taken off. */
const BY_SUM = new RegExp(`(?:${OFF}|抵扣|冲抵|抵减)(?:金额|价格|部分|款|额|了|人民币|[为：:¥￥\\s])*$`);
/** 已优惠5,000元: the prices told are what it left. */
const ALREADY = new RegExp(`已(?:经)?(?:含|包含|扣除|减去|计入|考虑)?${OFF}`);
/** A rate that leaves less is none of a price. */
const LEAST_LEFT = 0.3;
const NUMERALS = "〇一二三四五六七八九";

/** Every discount and surcharge that a text tells, left to right. */
export function discountsIn(text: string, sums: readonly MoneySum[]): Discount[] {
  const rates = [...text.matchAll(BY_RATE)].map(
    ({ index, 0: said, 1: word, 2: rate, 3: first, 4: behind }) => {
      const part = Number(rate ?? first) / 100;
      const isOn = new RegExp(ON).test(word ?? behind);
      // 折扣率95% leaves as much.
      const isLeft = /折扣/.test(word ?? "") && part > 1 - LEAST_LEFT;
      return { start: index, end: index + said.length, times: isOn ? 1 + part : isLeft ? part : 1 - part };
    },
  );
  const tenths = [...text.matchAll(BY_TENTHS)].map(({ index, 0: said, 1: number }) => ({
    start: index,
    end: index + said.length,
    times: tenthsOf(number),
  }));
  const parts = [...text.matchAll(BY_PART)].map(({ index, 0: said, 1: rate }) => ({
    start: index,
    end: index + said.length,
    times: Number(rate) / 100,
  }));
  const byRate = [...rates, ...tenths, ...parts]
    .filter(({ times }) => times >= LEAST_LEFT && times !== 1)
    .map((discount): Discount => ({ ...discount, offFen: null }));
  const bySum = sums.flatMap((sum): Discount[] => {
    const before = text.slice(0, sum.start);
    const fen = fenOf(sum);
    return fen !== null && BY_SUM.test(before) && !ALREADY.test(/[^，。；]*$/.exec(before)?.[0] ?? "")
      ? [{ start: sum.start, end: sum.end, times: null, offFen: fen }]
      : [];
  });
  return [...byRate, ...bySum].sort((a, b) => a.start - b.start);
}

/** 九五, 8.5 and 85 are 0.95, 0.85 and 0.85. */
function tenthsOf(words: string): number {
  const digits = /\d/.test(words)
    ? words.replace(".", "")
    : [...words].map((numeral) => NUMERALS.indexOf(numeral)).join("");
  return Number(`0.${digits}`);
}

/** Sums that were reckoned by a rate may be rounded to whole 元. */
const YUAN_FEN = 100;

/** What a discount leaves of a sum is another sum, to the yuan. */
export const leaves = ({ times, offFen }: Discount, grossFen: number, netFen: number): boolean =>
  times === null ? grossFen - (offFen ?? 0) === netFen : Math.abs(grossFen * times - netFen) <= YUAN_FEN;
