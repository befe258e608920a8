import { wholeToDecimal } from "../model/decimal.ts";
import { differsInOneDigit, looksMisread, looksMistyped } from "../model/looks-misread.ts";
import type { Candidate } from "./budget-candidates.ts";
import { numberOf, numberStyle, ordinalOf } from "./budget-lists.ts";
import { isClearTotal } from "./budget-totals.ts";
import { WEAK_TOTAL } from "./budget-words.ts";
import { type Clause, isProse } from "./clauses.ts";
import type { SumTree } from "./sum-trees.ts";

/** Fewer items are no list that a flaw could be told in. */
const FEWEST_ITEMS = 3;
/** By so much of it a total that its own list counts on to may miss its items. */
const MOST_OFF = 0.1;
/** 下浮5%后, 含其他费用: something beside the items makes such a total. */
const MADE_OTHERWISE = /下浮|优惠|折|让利|减免|抹零|扣除|另|其他|其它|预留|暂列|不可预见|上浮|乘|[×*]/;

/**
 * The items of a numbered list from its first on, one sum each, with the total that the list counts on to or that the next heading
 * begins with, where these don't come to it and one figure mistyped explains by how much, or for its own list where they nearly do.
 * None where what they miss it by is what some of them cost: those are no parts of it, by whatever words.
 */
export function numberedBeside(candidates: readonly Candidate[], at: number): SumTree | null {
  const total = candidates[at];
  const { text } = total.clause.part.content;
  if (MADE_OTHERWISE.test(text) || candidates[at - 1]?.clause === total.clause) return null;
  const style = styleOf(candidates[at - 1]);
  if (style === "") return null;
  const from = candidates.slice(0, at).findLastIndex((each) => !isItemLike(each, candidates[at - 1])) + 1;
  const items = candidates.slice(from, at);
  const isCounted = items.every((item, index) => countOf(item) === index + 1);
  if (items.length < FEWEST_ITEMS || !isCounted || items.some((item) => !isPlainItem(item))) return null;
  const isOwn =
    total.section === items[0].section &&
    (styleOf(total) === "" || (styleOf(total) === style && countOf(total) === items.length + 1));
  const isNext = total.section === items[0].section + 1 && total.isTotal;
  if (!isOwn && !isNext) return null;
  return missedBy(total, items, isOwn) ? treeOver(at, from) : null;
}

/** Whether items miss their total by what one slip explains, or only by a little where they are surely its own. */
function missedBy(total: Candidate, items: readonly Candidate[], isOwn: boolean): boolean {
  const gap = items.reduce((sum, { fen }) => sum + fen, 0) - total.fen;
  const isSlip = [[total.fen, total.fen + gap], ...items.map(({ fen }) => [fen, fen - gap])].some(
    ([seen, meant]) => meant > 0 && looksSlipped(seen, meant),
  );
  const isNear = isOwn && Math.abs(gap) <= MOST_OFF * total.fen;
  return gap !== 0 && (isSlip || isNear) && !isSumOfSome(items, gap);
}

/** A total over the sums from a place up to its own. */
const treeOver = (at: number, from: number): SumTree => ({
  at,
  parts: Array.from({ length: at - from }, (_, index) => ({ at: from + index, parts: [] })),
});

/** 上列甲至戊类相加，合同总额…: under the next heading, and yet of the list above. */
const OF_ABOVE = /(?:上[列述]|以上|前述)[^。；]*$/;
/** An item whose sum is told in 大写 as well is none the less one. */
const isWrittenOut = ({ isAlone, isSum, isOff, fen, sum, name }: Candidate): boolean =>
  isAlone && !isSum && !isOff && fen > 0 && sum.capitals !== null && !WEAK_TOTAL.test(name);

/** A sum a paragraph, each but the last ending in a semicolon or in its sum: the items of a list that has no numbers. */
const LISTED = /(?:[；;]|元)\s*$/;

/**
 * The same of paragraphs without numbers that tell one sum each, one right behind the other, right above the total of their clause: from
 * the first that another paragraph, a heading or a total stands above.
 */
export function listedAbove(
  candidates: readonly Candidate[],
  at: number,
  clauses: readonly Clause[],
): SumTree | null {
  const total = candidates[at];
  const { text } = total.clause.part.content;
  const isWhole = isClearTotal(text, total.phrase) || /^\s*(?:合计|共计|总计)/.test(text);
  if (!isWhole || !total.isAlone || MADE_OTHERWISE.test(text)) return null;
  const isOfAbove = OF_ABOVE.test(text.slice(0, total.sum.start));
  const own = clauses.indexOf(total.clause);
  // The next heading may stand in a paragraph of its own.
  const end = isOfAbove && candidates[at - 1]?.clause === clauses[own - 2] ? own - 1 : own;
  const isItem = (index: number): boolean => {
    const item = candidates[at - (end - index)];
    return (
      item?.clause === clauses[index] &&
      (item.section === total.section || (isOfAbove && item.section === total.section - 1)) &&
      numberOf(item.clause) === "" &&
      (isPlainItem(item) || isWrittenOut(item)) &&
      (index === end - 1 || LISTED.test(item.clause.part.content.text))
    );
  };
  let first = end;
  while (first > 0 && isItem(first - 1)) first -= 1;
  const from = at - (end - first);
  const items = candidates.slice(from, at);
  return items.length >= FEWEST_ITEMS && missedBy(total, items, true) ? treeOver(at, from) : null;
}

const looksSlipped = (seen: number, meant: number): boolean => {
  const [a, b] = [wholeToDecimal(seen), wholeToDecimal(meant)];
  return looksMisread(a, b) || looksMisread(b, a) || looksMistyped(a, b);
};

const styleOf = (candidate: Candidate | undefined): string =>
  candidate ? numberStyle(numberOf(candidate.clause)) : "";

export const countOf = ({ clause }: Candidate): number | null => ordinalOf(numberOf(clause));

export const isItemLike = (candidate: Candidate, last: Candidate): boolean =>
  isProse(candidate.clause) &&
  candidate.section === last.section &&
  candidate.list === last.list &&
  candidate.list !== "";

export const isPlainItem = ({ isAlone, isSum, isTotal, isOff, fen }: Candidate): boolean =>
  isAlone && !isSum && !isTotal && !isOff && fen > 0;

/** Most items whose choices are tried. */
const MOST_TRIED = 12;

/** Whether some of the items come to what all miss their total by. */
export function isSumOfSome(items: readonly Candidate[], gap: number): boolean {
  if (gap < 0 || items.length > MOST_TRIED) return false;
  let sums = [0];
  for (const { fen } of items) sums = [...sums, ...sums.map((sum) => sum + fen)];
  return sums.includes(gap);
}

/** Fewer items that come of their counts show nothing. */
const FEWEST_PRICED = 3;

/**
 * A numbered list, most of whose items come of their counts and prices, right above what is called the agreement's total, which is
 * their sum with a digit changed or two changed about: one of them is a slip.
 */
export function pricedAbove(candidates: readonly Candidate[], at: number): SumTree | null {
  const { clause, phrase, section, fen } = candidates[at];
  if (!isClearTotal(clause.part.content.text, phrase)) return null;
  const last = candidates[at - 1];
  if (!last || last.list === "" || last.clause === clause || section - last.section > 1) return null;
  const from = candidates.slice(0, at).findLastIndex((each) => each.list !== last.list || !each.isAlone) + 1;
  const parts = candidates.slice(from, at).map((_, offset) => ({ at: from + offset, parts: [] }));
  const isFirst = candidates[from - 1]?.section !== last.section;
  const priced = parts.filter(({ at: place }) => candidates[place].product?.unitPrice);
  if (!isFirst || parts.length < FEWEST_PRICED || priced.length * 2 <= parts.length) return null;
  const [seen, meant] = [fen, parts.reduce((sum, part) => sum + candidates[part.at].fen, 0)].map((each) =>
    wholeToDecimal(each),
  );
  return looksMistyped(seen, meant) || differsInOneDigit(seen, meant) ? { at, parts } : null;
}
