import type { Candidate } from "./budget-candidates.ts";
import { type Factor, factorsIn, pieceStart, withMeasure } from "./budget-factors.ts";
import type { Span } from "./budget-figures.ts";
import { nameInPiece } from "./budget-item-name.ts";
import { behindNumber } from "./clauses.ts";
import { findSums, type MoneySum } from "./money-sums.ts";

/** So many items of a list must come of their numbers before one that doesn't is held to be told alike. */
const FEWEST_ALIKE = 2;
/** What makes an item come to less than its price times its counts, and rightly so. */
const LESS = /优惠|折|减|免|让利|下浮|扣|赠|抵|封顶|最[高低]|取整|抹/;

/**
 * 2.五座轿车2辆，每辆每月租金5,600元，24个月租金280,000元 among items that all come of a price and of every count in the same measures:
 * the one that doesn't is told with its own price and counts, so that its product can be judged.
 */
export function withOwnReckoning(candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((each) => {
    if (!each.isOff || each.list === "") return each;
    const others = candidates.filter(
      (other) => other !== each && other.list === each.list && !other.isTotal && !other.isSum,
    );
    const measures = others.flatMap(measuresOf);
    const isAlike = others.length >= FEWEST_ALIKE && others.every((other) => measuresOf(other).length > 0);
    return (isAlike && reckoned(each, new Set(measures))) || each;
  });
}

/** The measures of the counts that a price is taken times. */
function measuresOf({ clause, product }: Candidate): string[] {
  const { text } = clause.part.content;
  if (!product?.unitPrice) return [];
  const counts = product.quantity ? [product.quantity] : (product.counts ?? []);
  return counts.map((count) => measureIn(text, count));
}

const measureIn = (text: string, { start, end }: Span): string =>
  text.slice(start, end).replace(/^[\d\s,，.]+/, "");

function reckoned(candidate: Candidate, measures: ReadonlySet<string>): Candidate | null {
  const { clause, sum, phrase } = candidate;
  const { text } = clause.part.content;
  const sums = findSums(text);
  const piece = { start: pieceStart(text, sum.start), end: sum.start };
  if (LESS.test(text.slice(piece.start, piece.end))) return null;
  const price = onlyOne(sums.filter(({ start, end }) => start >= piece.start && end <= sum.start));
  const from = Math.max(piece.start, behindNumber(text, clause.isCounted));
  const counts = factorsIn(text, from, sum.start, sums)
    .map((factor) => countIn(text, factor, sum))
    .filter((count) => measures.has(measureIn(text, count)));
  if (!price || counts.length === 0) return null;
  const start = Math.min(price.start, ...counts.map((count) => count.start));
  const product = { start, unitPrice: price.digits, quantity: null, counts };
  const label = nameInPiece(text, phrase, piece, start);
  const name = text.slice(label.start, label.end);
  return { ...candidate, product, name, isOff: false, phrase: { ...phrase, label } };
}

const countIn = (text: string, factor: Factor, { start }: MoneySum): Span => withMeasure(text, factor, start);

const onlyOne = <Each>([first, ...more]: readonly Each[]): Each | null =>
  first !== undefined && more.length === 0 ? first : null;
