import type { FlowParagraph } from "../model/flow.ts";
import type { Candidate } from "./budget-candidates.ts";
import { depthInLists, type NumberedList, numberOf, numberStyle } from "./budget-lists.ts";
import { type Clause, isProse } from "./clauses.ts";
import { findSums } from "./money-sums.ts";
import type { SumTree } from "./sum-trees.ts";

/** So far from its parts may a total be that one wrong figure put wrong. */
const MOST_OFF = 0.35;
/** 以上①至⑥项…: what a total's paragraph begins with that tells it to be of the list above. */
const OF_LIST_ABOVE =
  /^[\s\d.、（）()一二三四五六七八九十第条款项]*(?:以上|上述|前述|[一二三四五六七八九十\d①-⑳]+(?:至|到|-|—|~)[一二三四五六七八九十\d①-⑳]+项|合计|共计|总计|[两二三四五六七八九十]项)/;

/** A total of the numbered list right above it that names that list and doesn't come out: one sum an item, none of them a sum itself. */
export function numberedAbove(
  candidates: readonly Candidate[],
  at: number,
  clauses: readonly Clause[],
): SumTree | null {
  const { clause, fen } = candidates[at];
  const text = clause.part.content.text;
  if (candidates[at - 1]?.clause === clause || !OF_LIST_ABOVE.test(text)) return null;
  const above = candidates.slice(0, at).filter((other) => other.clause.section === clause.section);
  const styles = new Set(above.map((item) => numberStyle(numberOf(item.clause))));
  // Every paragraph of the list is an item, and the total's stands right below the last.
  const from = clauses.indexOf(above[0]?.clause ?? clause);
  const isList =
    styles.size === 1 &&
    !styles.has("") &&
    above.every((item, index) => item.isAlone && item.clause === clauses[from + index]) &&
    clauses[from + above.length] === clause;
  const isPlain = above.every((item) => !item.isSum && item.fen > 0 && item.fen < fen);
  const sum = above.reduce((all, item) => all + item.fen, 0);
  if (!isList || !isPlain || Math.abs(sum - fen) > MOST_OFF * fen) return null;
  return { at, parts: above.map((item) => ({ at: candidates.indexOf(item), parts: [] })) };
}

/** So many paragraphs without a sum may stand between a total and its list. */
const MOST_BETWEEN = 2;

/**
 * What stands behind a total as nested numbered lists, each paragraph one sum: taken where all of it comes out but for one sum that
 * one wrong figure put wrong, and something in it comes out.
 */
export function numberedBehind(
  candidates: readonly Candidate[],
  at: number,
  clauses: readonly Clause[],
): SumTree | null {
  const { clause, fen } = candidates[at];
  const from = clauses.indexOf(clause) + 1;
  const first = clauses.slice(from, from + MOST_BETWEEN + 1).findIndex(isNumberedSum);
  if (first < 0) return null;
  const rest = clauses.slice(from + first);
  const end = rest.findIndex((each) => !isNumberedSum(each) || each.section > rest[0].section);
  const items = rest
    .slice(0, end < 0 ? rest.length : end)
    .map((each) => candidates.findIndex((candidate) => candidate.clause === each));
  if (items.some((place) => place < 0 || !candidates[place].isAlone || candidates[place].fen <= 0))
    return null;
  const parts = nested(candidates, items);
  const gaps = [fen - sumOf(candidates, parts), ...gapsOf(candidates, parts)];
  const off = gaps.filter((gap) => gap !== 0);
  const isNear = off.every((gap) => Math.abs(gap) <= MOST_OFF * fen);
  return off.length === 1 && gaps.length > 1 && isNear ? { at, parts } : null;
}

const isNumberedSum = (clause: Clause): clause is Clause<FlowParagraph> =>
  isProse(clause) && numberStyle(numberOf(clause)) !== "" && findSums(clause.part.content.text).length > 0;

/** Items by how deep their numbers stand. */
function nested(candidates: readonly Candidate[], items: readonly number[]): SumTree[] {
  const lists: NumberedList[] = [];
  const top: SumTree[] = [];
  const open: SumTree[] = [];
  const numbers = items.map((place) => numberOf(candidates[place].clause));
  for (const [index, at] of items.entries()) {
    const depth = depthInLists(lists, numbers[index], numbers.slice(index + 1));
    const tree: SumTree = { at, parts: [] };
    open.length = depth;
    (open.at(-1)?.parts ?? top).push(tree);
    open[depth] = tree;
  }
  return top;
}

const sumOf = (candidates: readonly Candidate[], trees: readonly SumTree[]): number =>
  trees.reduce((sum, { at }) => sum + candidates[at].fen, 0);

/** By how much each sum with parts misses them. */
const gapsOf = (candidates: readonly Candidate[], trees: readonly SumTree[]): number[] =>
  trees.flatMap(({ at, parts }) =>
    parts.length === 0 ? [] : [candidates[at].fen - sumOf(candidates, parts), ...gapsOf(candidates, parts)],
  );
