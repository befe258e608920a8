import { sumsOfBases } from "./budget-bases.ts";
import { type Factored, factoredIn } from "./budget-factors.ts";
import type { Span } from "./budget-figures.ts";
import { countBefore, findPriced } from "./budget-priced.ts";
import { findReckonings } from "./budget-reckonings.ts";
import { withSigns } from "./budget-times.ts";
import { fenOf, type MoneySum } from "./money-sums.ts";
import { writtenReckonings } from "./written-reckonings.ts";

/** How a sum came about: 800元/场×10场=8000元. */
export interface Product {
  /** Where the reckoning begins, so that the words before it name the sum. */
  start: number;
  unitPrice: Span | null;
  quantity: Span | null;
  /** The counts that the price is taken times, where they are several and it comes out. */
  counts?: readonly Span[];
}

const COUNT = String.raw`\d[\d,]*(?:\.\d+)?\s*[^\d\s×xX*＊=＝，。；：、（）()/]{0,4}`;
const TIMES = String.raw`\s*[×xX*＊✕]\s*`;
/** Between a product and what it comes to: =, or 计 and the like. */
const EQUALS = String.raw`\s*(?:[=＝]|[，,、]?\s*(?:合计|共计|小计|共|计)(?:为|[：:])?)\s*`;
const PRICE_FIRST = new RegExp(String.raw`^\s*(?:[/／][^\d×=＝]{1,4}?)?${TIMES}(${COUNT}?)${EQUALS}$`);
const PRICE_LAST = new RegExp(String.raw`^\s*(?:[/／][^\d×=＝]{1,4})?${EQUALS}$`);
/** 桌椅单价500元×200套: what the price is called is no part of the name. */
const PRICE_WORD = /[，,、]?\s*(?<=[\p{Script=Han}）)，,、]\s*)(?:综合|含税)?单价(?:为|是|按|[：:])?\s*$/u;
const COUNT_BEFORE = new RegExp(String.raw`(${COUNT})${TIMES}$`);
const RECKONING = new RegExp(String.raw`(?:${COUNT}${TIMES})+$`);
const LONGER = new RegExp(String.raw`^[^=＝；。]*${TIMES}[^=＝；。]*[=＝]\s*$`);

/** 吊牌价480元/套，八折后单价384元/套: a price of one that the next is what is left of. */
const isListPrice = (text: string, { end }: MoneySum, { start }: MoneySum): boolean =>
  /^\s*[/／]/.test(text.slice(end)) &&
  /^[^。；;]*(?:折|优惠|让利|下浮)[^。；;]*$/.test(text.slice(end, start));
const LIST_PRICE =
  /[，,、：:]?\s*(?:\p{Script=Han}{0,6}价|单价)(?:格)?(?:为|是|[：:])?\s*(?:人民币)?[¥￥]?\s*$/u;

/** 第二年至第三年每年租金126000元: what each of several years costs, where the whole behind it is of other years as well. */
export function isOfSeveralYears(text: string, sums: readonly MoneySum[], sum: MoneySum): boolean {
  const floor = sums[sums.indexOf(sum) - 1]?.end ?? 0;
  return SEVERAL_YEARS.test(text.slice(floor, sum.start));
}

const SEVERAL_YEARS =
  /第\s*[一二三四五六七八九十\d]{1,2}\s*个?(?:[^，。；\d]{0,4}年度?)?\s*(?:至|到|—{1,2}|[-~～–]|[、和及])\s*第?\s*[一二三四五六七八九十\d]{1,2}\s*个?[^，。；\d]{0,4}年度?[^，。；\d]{0,6}(?:每年|各年|各)|第\s*[一二三四五六七八九十\d]{1,2}\s*年度?(?:起|及?以后|后)[^，。；\d]{0,4}(?:每年|各年)[^，。；\d]*$/;

/** 每株每年38元: a price by its words. */
const OF_ONE = /(?:每[^，。；：、\d\s]{1,8}|单价)(?:为|是|按|[：:])?\s*(?:人民币)?[¥￥]?\s*$/;

/** 8人×6天×450元＝21,600元: reads every count that a price is taken times; none where it doesn't come out. */
function countsReader(text: string, sums: readonly MoneySum[]): CountsOf {
  let all: readonly Factored[] | null = null;
  return (price, result) => {
    all ??= factoredIn(text, sums);
    return all.find((each) => each.result === result && each.price === price)?.counts ?? [];
  };
}

type CountsOf = (price: MoneySum, result: MoneySum) => readonly Span[];

/** What is known of a text's prices while they are read. */
interface Found {
  text: string;
  sums: readonly MoneySum[];
  prices: Set<MoneySum>;
  products: Map<MoneySum, Product>;
  countsOf: CountsOf;
}

/** Adds what is reckoned in words: 46台，单价3,200元/台，计…; 3,480株，每株每年38元，两年…. */
function addPriced({ text, sums, prices, products, countsOf }: Found): void {
  const priced = findPriced(text, sums).filter(
    ({ price, result }) => !products.has(result) && !isOfSeveralYears(text, sums, price),
  );
  const fitting = priced.filter(({ fits }) => fits);
  for (const { price, result, start, quantity, counts, fits, isSure } of priced) {
    // One told in few words that doesn't come out is a flaw on the paper only beside another that does.
    if (!isSure && !(fits && fitting.length > 1) && !(fitting.length > 0 && priced.length > 1)) continue;
    prices.add(price);
    // 译员2名，工作4天，每人每天6,800元，共54,400元: what comes out with all numbers of its piece is reckoned so.
    const isPlain = fits && (quantity !== null || counts.length > 0);
    const others = isPlain ? [] : countsOf(price, result);
    const own = others.length > 0 ? { quantity: null, counts: others } : { quantity, counts };
    const unitPrice = own.quantity || own.counts.length > 0 ? price.digits : null;
    products.set(result, { start, unitPrice, ...own });
  }
  for (const [index, result] of sums.slice(1).entries()) {
    const price = sums[index];
    const isSaid = !products.has(result) && !prices.has(price) && OF_ONE.test(text.slice(0, price.start));
    const counts = isSaid ? countsOf(price, result) : [];
    if (counts.length < 2) continue;
    prices.add(price);
    products.set(result, { start: counts[0].start, unitPrice: price.digits, quantity: null, counts });
  }
}

/** Adds what is a share of another sum that is told as its base: that is no cost here. */
function addByBase({ text, sums, prices, products }: Found): void {
  for (const { base, result, start } of sumsOfBases(text, sums)) {
    if (products.has(result)) continue;
    prices.add(base);
    products.set(result, { start, unitPrice: null, quantity: null });
  }
}

/** Adds what is written out with signs: 管理费：420000×8%=33600元, （420,000元+33,600元）×6%=27,216元. */
function addWritten({ text, sums, prices, products }: Found): void {
  for (const { start, result: written } of writtenReckonings(text)) {
    const result = sums.find((sum) => sum.start >= written.start - 1 && sum.start < written.end);
    const isSum = !/[×xX*＊✕]/.test(text.slice(start, written.start));
    if (!result || isSum) continue;
    for (const sum of sums) if (sum.start >= start && sum.end <= written.start) prices.add(sum);
    const known = products.get(result) ?? { unitPrice: null, quantity: null };
    products.set(result, { ...known, start });
  }
}

/** Adds what is so many times a price of one, told without its count: 教材费每人85元，计5,100元. */
function addUncounted({ text, sums, prices, products }: Found): void {
  for (const [index, result] of sums.slice(1).entries()) {
    const price = sums[index];
    if (products.has(result) || prices.has(price)) continue;
    const said = OF_ONE.exec(text.slice(0, price.start));
    const [one, all] = [fenOf(price) ?? 0, fenOf(result) ?? 0];
    const isTimes = one > 0 && all > one && all % one === 0;
    const isNamed =
      said !== null &&
      /\p{Script=Han}{2}[：:为\s]*$/u.test(text.slice(sums[index - 1]?.end ?? 0, said.index));
    if (!said || !isNamed || !isTimes || !COMES_TO.test(text.slice(price.end, result.start))) continue;
    prices.add(price);
    products.set(result, { start: said.index, unitPrice: null, quantity: null });
  }
}

const COMES_TO = /^\s*[，,]\s*(?:合计|共计|小计|共|计)(?:人民币)?[¥￥\s]*$/;

/** The sums of a text that are unit prices, and what the sums that come of them were reckoned from. */
export function findProducts(
  said: string,
  sums: readonly MoneySum[],
): { prices: Set<MoneySum>; products: Map<MoneySum, Product> } {
  const text = withSigns(said);
  const countsOf = countsReader(said, sums);
  const prices = new Set<MoneySum>();
  const products = new Map<MoneySum, Product>();
  sums.slice(0, -1).forEach((price, index) => {
    const result = sums[index + 1];
    const between = text.slice(price.end, result.start);
    const before = RECKONING.exec(text.slice(index === 0 ? 0 : sums[index - 1].end, price.start))?.[0] ?? "";
    const head = text.slice(index === 0 ? 0 : sums[index - 1].end, price.start - before.length);
    const start = price.start - before.length - (PRICE_WORD.exec(head)?.[0].length ?? 0);
    const single = before === "" ? PRICE_FIRST.exec(between) : null;
    const last = PRICE_LAST.test(between) ? COUNT_BEFORE.exec(before) : null;
    if (!single && !last && !LONGER.test(between)) return;
    prices.add(price);
    const unitPrice = price.digits;
    if (single) {
      const from = price.end + between.lastIndexOf(single[1]);
      products.set(result, {
        start,
        unitPrice,
        quantity: { start: from, end: from + single[1].trimEnd().length },
      });
    } else if (last && last[0] === before) {
      products.set(result, { start, unitPrice, quantity: { start, end: start + last[1].trimEnd().length } });
    } else {
      const counts = countsOf(price, result);
      products.set(result, {
        start,
        unitPrice: counts.length > 0 ? unitPrice : null,
        quantity: null,
        counts,
      });
    }
  });
  addPriced({ text, sums, prices, products, countsOf });
  addWritten({ text, sums, prices, products, countsOf });
  addByBase({ text, sums, prices, products, countsOf });
  for (const [index, sum] of sums.entries()) {
    const start = products.has(sum) ? null : countBefore(text, sum, sums[index - 1]?.end ?? 0);
    if (start !== null) products.set(sum, { start, unitPrice: null, quantity: null });
  }
  for (const [index, price] of sums.entries()) {
    const [before, result] = [sums[index - 1], sums[index + 1]];
    const product = result && products.get(result);
    if (!before || !product || !prices.has(price) || !isListPrice(text, before, price)) continue;
    prices.add(before);
    const head = text.slice(0, before.start);
    product.start = Math.min(product.start, before.start - (LIST_PRICE.exec(head)?.[0].length ?? 0));
  }
  addUncounted({ text, sums, prices, products, countsOf });
  for (const { price, result, counts } of findReckonings(text, sums)) {
    prices.add(price);
    const [quantity, more] = counts;
    if (!more) products.set(result, { start: result.start, unitPrice: price.digits, quantity });
  }
  return { prices, products };
}
