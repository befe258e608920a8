import { wholeToDecimal } from "../model/decimal.ts";
import { differsInOneDigit, looksMistyped } from "../model/looks-misread.ts";
import type { Candidate } from "./budget-candidates.ts";
import { isClearTotal } from "./budget-totals.ts";
import type { SumTree } from "./sum-trees.ts";

/** So far from its parts may a subtotal be that one wrong figure put wrong. */
const MOST_OFF = 0.35;
const SUBTOTAL = /(?:小计|合计)(?:为|是|共|[：:\s¥￥]|人民币)*$/;
const isSubtotal = ({ name, clause, sum }: Candidate): boolean =>
  SUBTOTAL.test(name) || /小计/.test(name) || SUBTOTAL.test(clause.part.content.text.slice(0, sum.start));
/** Fewer groups or items are no list. */
const FEWEST = 2;
const FEWEST_PRICED = 3;

/**
 * A…小计, B…小计, and the total that they come to: items of groups each of which its subtotal sums up, where all of them come out
 * but for one that one wrong figure put wrong.
 */
export function subtotalled(candidates: readonly Candidate[], at: number): SumTree | null {
  const { section, fen } = candidates[at];
  const own = candidates.findIndex((each) => each.clause === candidates[at].clause);
  const from =
    candidates.slice(0, own).findLastIndex((each) => each.section !== section || !each.isAlone) + 1;
  const groups: SumTree[] = [];
  let items: SumTree[] = [];
  for (let place = from; place < own; place++) {
    const tree = { at: place, parts: items };
    if (candidates[place].fen <= 0) return null;
    if (!isSubtotal(candidates[place])) items = [...items, { at: place, parts: [] }];
    else {
      if (items.length === 0) return null;
      groups.push(tree);
      items = [];
    }
  }
  const parts = [...groups, ...items];
  if (groups.length < FEWEST || sumOf(candidates, parts) !== fen) return null;
  const off = groups.filter((group) => sumOf(candidates, group.parts) !== candidates[group.at].fen);
  const gap = off.map((group) => Math.abs(sumOf(candidates, group.parts) - candidates[group.at].fen))[0] ?? 0;
  return off.length === 1 && gap <= MOST_OFF * candidates[off[0].at].fen ? { at, parts } : null;
}

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
  const [seen, meant] = [fen, sumOf(candidates, parts)].map((each) => wholeToDecimal(each));
  return looksMistyped(seen, meant) || differsInOneDigit(seen, meant) ? { at, parts } : null;
}

const sumOf = (candidates: readonly Candidate[], trees: readonly SumTree[]): number =>
  trees.reduce((sum, { at }) => sum + candidates[at].fen, 0);
