import type { FlowTable } from "../model/flow.ts";
import { QUANTITY, UNIT_PRICE } from "./budget-columns-words.ts";
import { headerOf } from "./column-types.ts";

/** What a column of a table may be reckoned from. */
export interface Reckoning {
  parts: readonly number[];
  result: number;
  reckon: (values: readonly number[]) => number;
  /** Whether sums of rows come out as the rows do. */
  isSum: boolean;
  /** Whether the headers call the parts a count and a price, a rate that is taken off, or a change, so that small numbers come out by no chance. */
  isCalledSo: boolean;
}

/**
 * What one column is taken times (每季度费用, 月费用 of a year), what a product of two is: as it is, by the months of a year,
 * told in 万元, or a share of it; and what one of three is.
 */
const SCALES = [[4, 12], [1, 12, 1e-4, 0.01], [1]];
const PERCENT = 0.01;
/** What is told by the month or the quarter; but not 一季度. */
const RATE = /每个?[季月]|(?<![一二三四五六七八九十\d])月(?:均|费|租|薪|工资|单价|度费)/;
const CHANGE = /增减|[调核]增|[调核]减|调整[额数]|变[动化]|差额/;
/** What is taken off, in percent, and what is left. */
const TAKEN_OFF = /下浮率|优惠率|让利率|降幅/;
const LEFT = /折扣|折率/;

/**
 * Every way in which a column may come of others: of one by the quarter or the month, of two multiplied, added up or one taken off by
 * the other's percent, of three multiplied (people × pay × months) or two added up and multiplied (people × (pay + insurance)).
 */
export function reckoningsOf(table: FlowTable, isFigured: (column: number) => boolean): Reckoning[] {
  const all = Array.from({ length: table.columnCount }, (_, column) => column);
  const headers = all.map((column) => headerOf(table, column));
  const columns = all.filter(isFigured);
  const pairs = columns.flatMap((a) => columns.filter((b) => b > a).map((b) => [a, b]));
  const triples = pairs.flatMap(([a, b]) => columns.filter((c) => c > b).map((c) => [a, b, c]));
  const rates = columns.filter((column) => RATE.test(headers[column])).map((column) => [column]);
  return [...rates, ...pairs, ...triples].flatMap((parts) => {
    const words = parts.map((part) => headers[part]);
    return columns
      .filter((result) => !parts.includes(result))
      .flatMap((result) =>
        [
          ...productsOf(words),
          ...(parts.length === 2 ? ofTwo(words, headers[result]) : parts.length === 3 ? ofThree() : []),
        ].map((way): Reckoning => ({ ...way, parts, result })),
      );
  });
}

type Way = Omit<Reckoning, "parts" | "result">;

function productsOf(words: readonly string[]): Way[] {
  const isPriced = [QUANTITY, UNIT_PRICE].every((kind) => words.some((word) => kind.test(word)));
  const isCalledSo = isPriced || words.some((word) => LEFT.test(word));
  // 数量 | 单价 | 折扣: a share of a product of two.
  const ofShare = words.length > 2 && words.some((word) => LEFT.test(word)) ? [PERCENT] : [];
  return [...SCALES[words.length - 1], ...ofShare].map((scale) => ({
    ...{ isSum: false, isCalledSo },
    reckon: (values) => values.reduce((product, value) => product * value, scale),
  }));
}

function ofTwo(words: readonly string[], result: string): Way[] {
  const isChange = [...words, result].some((word) => CHANGE.test(word));
  const off = words.findIndex((word) => TAKEN_OFF.test(word));
  const less = (values: readonly number[]): number => (values[1 - off] * (100 - values[off])) / 100;
  return [
    { isSum: true, isCalledSo: isChange, reckon: ([x, y]) => x + y },
    ...(off < 0 ? [] : [{ isSum: false, isCalledSo: true, reckon: less }]),
  ];
}

const ofThree = (): Way[] =>
  [0, 1, 2].map((count) => ({
    ...{ isSum: false, isCalledSo: false },
    reckon: (values) =>
      values.reduce((sum, value, at) => (at === count ? sum : sum + value), 0) * values[count],
  }));
