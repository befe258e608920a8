import type { Span } from "./budget-figures.ts";
import { findReckonings } from "./budget-reckonings.ts";
import type { MoneySum } from "./money-sums.ts";

/** How a sum came about: 800元/场×10场=8000元. */
export interface Product {
  /** Where the reckoning begins, so that the words before it name the sum. */
  start: number;
  unitPrice: Span | null;
  quantity: Span | null;
}

const COUNT = String.raw`\d[\d,]*(?:\.\d+)?\s*[^\d\s×xX*＊=＝，。；：、（）()/]{0,4}`;
const TIMES = String.raw`\s*[×xX*＊✕]\s*`;
const PRICE_FIRST = new RegExp(String.raw`^\s*(?:[/／][^\d×=＝]{1,4}?)?${TIMES}(${COUNT})\s*[=＝]\s*$`);
const PRICE_LAST = /^\s*(?:[/／][^\d×=＝]{1,4})?\s*[=＝]\s*$/;
const COUNT_BEFORE = new RegExp(String.raw`(${COUNT})${TIMES}$`);
const RECKONING = new RegExp(String.raw`(?:${COUNT}${TIMES})+$`);
const LONGER = new RegExp(String.raw`^[^=＝；。]*${TIMES}[^=＝；。]*[=＝]\s*$`);

/** The sums of a text that are unit prices, and what the sums that come of them were reckoned from. */
export function findProducts(
  text: string,
  sums: readonly MoneySum[],
): { prices: Set<MoneySum>; products: Map<MoneySum, Product> } {
  const prices = new Set<MoneySum>();
  const products = new Map<MoneySum, Product>();
  sums.slice(0, -1).forEach((price, index) => {
    const result = sums[index + 1];
    const between = text.slice(price.end, result.start);
    const before = RECKONING.exec(text.slice(index === 0 ? 0 : sums[index - 1].end, price.start))?.[0] ?? "";
    const start = price.start - before.length;
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
    } else products.set(result, { start, unitPrice: null, quantity: null });
  });
  const listed = sums.slice(0, -1).flatMap((price, index) => {
    const [result, floor] = [sums[index + 1], sums[index - 1]?.end ?? 0];
    return (
      listedProduct(text, { price, result, floor }) ?? countedProduct(text, { price, result, floor }) ?? []
    );
  });
  const fitting = listed.filter(({ fits }) => fits);
  for (const { price, result, product, fits, isSure } of listed) {
    // One that doesn't come out is a flaw on the paper only beside another that does.
    if ((fits && isSure) || (fitting.length > 0 && listed.length > 1)) {
      prices.add(price);
      products.set(result, product);
    }
  }
  for (const { price, result, counts } of findReckonings(text, sums)) {
    prices.add(price);
    const [quantity, more] = counts;
    if (!more) products.set(result, { start: result.start, unitPrice: price.digits, quantity });
  }
  return { prices, products };
}

/** 古筝20台，单价1800元，小计36000元: a count, its price and what they come to. */
function listedProduct(
  text: string,
  { price, result, floor }: { price: MoneySum; result: MoneySum; floor: number },
): Listed | null {
  const before = text.slice(floor, price.start);
  const count =
    /(\d[\d,]*(?:\.\d+)?\s*[^\d\s，。；：、（）()]{1,3})\s*[，,（(]?\s*(?:单价|每\S{1,2})(?:为|[：:])?\s*$/.exec(
      before,
    );
  const isSum = /^\s*[，,]?\s*(?:小计|合计|共计|金额|总价|计|共)(?:为|[：:])?\s*$/.test(
    text.slice(price.end, result.start),
  );
  const [one, all] = [price.digits?.fen ?? null, result.digits?.fen ?? null];
  if (!count || !isSum || one === null || all === null) return null;
  const start = floor + count.index;
  const quantity = { start, end: start + count[1].trimEnd().length };
  const fits = comesOut(count[1], one, all);
  return { price, result, fits, product: { start, unitPrice: price.digits, quantity } };
}

interface Listed {
  price: MoneySum;
  result: MoneySum;
  product: Product;
  /** Whether it comes out. */
  fits: boolean;
  /** Told so plainly that it needs no other beside it. */
  isSure?: boolean;
}

/** 初级班每人1,680元，120人计201,600元: a price, how many have it and what they come to. */
function countedProduct(
  text: string,
  { price, result, floor }: { price: MoneySum; result: MoneySum; floor: number },
): Listed | null {
  const before = /(?:单价|每\S{1,4}?)(?:为|[：:])?\s*(?:人民币)?\s*$/.exec(text.slice(floor, price.start));
  const count =
    /^\s*(?:[/／]\S{1,2})?\s*[，,]\s*(?:共计?|合计|面积|数量)?\s*(\d[\d,]*(?:\.\d+)?\s*[^\d\s，。；：、（）()]{1,3}?)\s*[，,]?\s*(?:小计|合计|共计|共|合|计)(?:为|[：:])?\s*(?:人民币)?\s*$/.exec(
      text.slice(price.end, result.start),
    );
  const [one, all] = [price.digits?.fen ?? null, result.digits?.fen ?? null];
  if (!before || !count || one === null || all === null) return null;
  const from = price.end + text.slice(price.end, result.start).indexOf(count[1]);
  const quantity = { start: from, end: from + count[1].trimEnd().length };
  return {
    price,
    result,
    product: { start: floor + before.index, unitPrice: price.digits, quantity },
    fits: comesOut(count[1], one, all),
    isSure: true,
  };
}

const comesOut = (count: string, one: number, all: number): boolean =>
  Math.abs(Number(/[\d.]+/.exec(count.replace(/,/g, ""))?.[0]) * one - all) < 1;
