import type { FlowParagraph } from "../model/flow.ts";
import type { Candidate } from "./budget-candidates.ts";
import { depthInLists, type NumberedList, numberOf, numberStyle, ordinalOf } from "./budget-lists.ts";
import { type Clause, isProse } from "./clauses.ts";
import { findSums } from "./money-sums.ts";
import type { SumTree } from "./sum-trees.ts";

/** So far from its parts may a total be that one wrong figure put wrong. */
const MOST_OFF = 0.35;
/** 以上①至⑥项…: what a total's paragraph begins with that tells it to be of the list above. */
const OF_LIST_ABOVE =
  /^[\s\d.、（）()一二三四五六七八九十第条款项]*(?:以上|上述|前述|[一二三四五六七八九十\d①-⑳]+(?:至|到|-|—|~)[一二三四五六七八九十\d①-⑳]+项|合计|共计|总计|[两二三四五六七八九十]项)/;

/**
 * A total of the numbered lists right above it that names them and of which one sum, the total or one within, is wrong: one sum an item,
 * none of them told as a sum.
 */
export function numberedAbove(
  candidates: readonly Candidate[],
  at: number,
  clauses: readonly Clause[],
): SumTree | null {
  const { clause, fen } = candidates[at];
  const text = clause.part.content.text;
  if (candidates[at - 1]?.clause === clause || !OF_LIST_ABOVE.test(text)) return null;
  const end = clauses.indexOf(clause);
  const isOther = (each: Clause): boolean => !isNumberedSum(each) || each.section !== clause.section;
  const from = clauses.slice(0, end).findLastIndex(isOther) + 1;
  const items = placesOf(candidates, clauses.slice(from, end));
  if (items === null || items.some((place) => candidates[place].isSum)) return null;
  const tree = nearTree(candidates, at, items, fen);
  return tree && namesAll(text, tree.parts.length) ? tree : null;
}

/** The sums of paragraphs that tell one each; null where one doesn't. */
function placesOf(candidates: readonly Candidate[], clauses: readonly Clause[]): number[] | null {
  const places = clauses.map((each) => candidates.findIndex((candidate) => candidate.clause === each));
  const areAlone = places.every(
    (place) => place >= 0 && candidates[place].isAlone && candidates[place].fen > 0,
  );
  return areAlone && places.length > 0 ? places : null;
}

/** 以上①至⑥项, 以上三项: whether a total's words name as many items as there are; 前两项 names some of them. */
function namesAll(text: string, count: number): boolean {
  if (/前[两二三四五六七八九\d]+项/.test(text)) return false;
  const range = /(?:至|到|-|—|~)\s*[（(]?(?:\d+[.．])*([一二三四五六七八九十\d]{1,3}|[①-⑳])[）)]?\s*项/.exec(
    text,
  )?.[1];
  const told = range ?? /([两二三四五六七八九十\d]{1,3})\s*个?(?:项|类)/.exec(text)?.[1];
  return told === undefined || ordinalOf(told.replace("两", "二")) === count;
}

/** Items by their numbers, where all of it comes out but for one sum that one wrong figure put wrong. */
function nearTree(
  candidates: readonly Candidate[],
  at: number,
  items: readonly number[],
  fen: number,
): SumTree | null {
  const parts = nested(candidates, items);
  const off = [fen - sumOf(candidates, parts), ...gapsOf(candidates, parts)].filter((gap) => gap !== 0);
  return off.length === 1 && Math.abs(off[0]) <= MOST_OFF * fen ? { at, parts } : null;
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
  const items = placesOf(candidates, rest.slice(0, end < 0 ? rest.length : end));
  const tree = items && nearTree(candidates, at, items, fen);
  // A flat list that nothing in it confirms may be of something else.
  return tree?.parts.some(({ parts }) => parts.length > 0) ? tree : null;
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
