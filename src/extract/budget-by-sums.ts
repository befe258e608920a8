import type { Budget } from "../model/agreement.ts";
import type { FlowParagraph } from "../model/flow.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import { numberedAbove, numberedBehind } from "./budget-by-numbers.ts";
import { toldOf } from "./budget-by-sums-told.ts";
import { type Candidate, candidatesOf } from "./budget-candidates.ts";
import { factoredIn } from "./budget-factors.ts";
import type { Span } from "./budget-figures.ts";
import { headed, numberedBeside, subtotalled, withParts } from "./budget-flawed-lists.ts";
import { nameOf as nameOfBudget } from "./budget-names.ts";
import type { OpenList, Told } from "./budget-prose.ts";
import { type Clause, isProse, versionAt } from "./clauses.ts";
import { findSums } from "./money-sums.ts";
import { leavesOf, type SumTree, treeOf } from "./sum-trees.ts";

/** What is told of a budget that its sums alone make whole: the clause of its total, the total and its lines, parents first. */
export interface ToldBySums {
  clause: Clause<FlowParagraph>;
  told: Told[];
}

/** How many headings a total may stand from its parts. */
const FARTHEST_SECTION = 3;
/** So few lines may come out by chance. */
const FEWEST_LINES = 3;

/**
 * The budgets of prose that come out to the fen by their sums alone, whatever words tell them, where `read` lacks lines of theirs
 * or doesn't come out: every sum is used that isn't plainly something else, and there is but one way.
 */
export function findBySums(clauses: readonly Clause[], read: readonly Budget[]): ToldBySums[] {
  const candidates = clauses.filter(isProse).flatMap(candidatesOf);
  const trees = candidates
    .flatMap(({ isTotal }, at) => (isTotal ? treesAt(candidates, at, clauses) : []))
    .filter((tree) => isPlausible(candidates, tree) && isMissing(candidates, tree, read))
    .sort((a, b) => leavesOf(b).length - leavesOf(a).length);
  const taken = new Set<number>();
  const found = trees.flatMap((tree) => {
    const all = placesOf(tree);
    if (all.some((at) => taken.has(at))) return [];
    for (const at of all) taken.add(at);
    const { clause } = candidates[tree.at];
    return [
      {
        clause,
        told: [
          ...toldOf(candidates, tree, null, clauses),
          ...tree.parts.flatMap((part) => toldOf(candidates, part, 0, clauses)),
        ],
      },
    ];
  });
  return withNames(found);
}

/** 第一年度费用共计, 二标段合同价: several lists whose totals are each of a year or a lot of its own stay apart. */
function withNames(found: readonly ToldBySums[]): ToldBySums[] {
  const names = found.map(({ told: [total] }) => {
    const { text } = total.clause.part.content;
    const span = nameOfBudget(
      text,
      { label: total.label, piece: "", near: "", hasShare: false },
      total.label.start,
    );
    return span && { span, words: text.slice(span.start, span.end) };
  });
  const isApart =
    found.length > 1 && names.every((name) => name) && new Set(names.map((name) => name?.words)).size > 1;
  if (!isApart) return [...found];
  return found.map(({ clause, told: [total, ...lines] }, index) => ({
    clause,
    told: [{ ...total, name: names[index]?.span ?? null }, ...lines],
  }));
}

const placesOf = ({ at, parts }: SumTree): number[] => [at, ...parts.flatMap(placesOf)];

/** What makes up the total at a place, by what stands before it or behind it. */
function treesAt(candidates: readonly Candidate[], at: number, clauses: readonly Clause[]): SumTree[] {
  const { clause, sum } = candidates[at];
  const version = versionAt(clause, sum.start);
  const isNear = (other: Candidate): boolean =>
    Math.abs(other.clause.section - clause.section) <= FARTHEST_SECTION &&
    versionAt(other.clause, other.sum.start) === version;
  const from = candidates.slice(0, at).findLastIndex((other) => !isNear(other)) + 1;
  const behind = candidates.slice(at).findIndex((other) => !isNear(other));
  const near = candidates.slice(from, behind < 0 ? undefined : at + behind);
  const trees = (["before", "behind"] as const).flatMap((side) => {
    const tree = treeOf(near, at - from, side);
    return tree ? [withParts(candidates, shifted(tree, from))] : [];
  });
  if (trees.length > 0) return trees;
  const listed = subtotalled(near, at - from) ?? headed(near, at - from) ?? numberedBeside(near, at - from);
  const flawed = [
    ...[numberedAbove(candidates, at, clauses), numberedBehind(candidates, at, clauses)],
    listed && shifted(listed, from),
  ].filter((tree) => tree !== null);
  return flawed.slice(0, 1);
}

const shifted = ({ at, parts }: SumTree, by: number): SumTree => ({
  at: at + by,
  parts: parts.map((part) => shifted(part, by)),
});

/** Enough lines, each with a name of its own among those beside it. */
const isPlausible = (candidates: readonly Candidate[], tree: SumTree): boolean =>
  leavesOf(tree).length >= FEWEST_LINES &&
  areNamed(candidates, tree.parts) &&
  !leavesOf(tree).some((at) => candidates[at].isOff) &&
  areOfLists(candidates, tree);

/** A lone sum under another heading than the total's is no part of it. */
function areOfLists(candidates: readonly Candidate[], tree: SumTree): boolean {
  const sections = leavesOf(tree).map((at) => candidates[at].section);
  return sections.every(
    (section) =>
      section === candidates[tree.at].section || sections.filter((other) => other === section).length > 1,
  );
}

function areNamed(candidates: readonly Candidate[], trees: readonly SumTree[]): boolean {
  // 三项小计, 两项小计: each is of the list above it.
  const named = trees.filter(({ at, parts }) => parts.length === 0 || !candidates[at].isSum);
  const names = named.map(({ at }) => nameOf(candidates[at]));
  return (
    names.every(isName) &&
    new Set(names).size === names.length &&
    trees.every(({ parts }) => areNamed(candidates, parts))
  );
}

const isName = (words: string): boolean =>
  words.length <= LONGEST_NAME && /\p{Script=Han}.*\p{Script=Han}/u.test(words);
const LONGEST_NAME = 40;

const nameOf = ({ clause, phrase: { label } }: Candidate): string =>
  clause.part.content.text.slice(label.start, label.end);

/** Whether no budget that comes out was read by the words of a tree's sums. */
function isMissing(candidates: readonly Candidate[], tree: SumTree, read: readonly Budget[]): boolean {
  const { fen, clause, sum } = candidates[tree.at];
  const whole = read.filter((budget) => budget.version === versionAt(clause, sum.start) && comesOut(budget));
  const known = whole.flatMap((budget) => [
    wholeFenOf(budget),
    ...budget.lines.map(({ amount }) => Math.abs(amount.fen)),
  ]);
  // 劳务费343,000元（其中：…）, a line of a greater whole: its parts are none.
  const lines = read.flatMap((budget) => budget.lines.map(({ amount }) => amount.fen));
  const isTotal = read.some((budget) => wholeFenOf(budget) === fen);
  if (lines.includes(fen) && !isTotal) return false;
  // Lines that were read by their words and don't come out are a finding: nothing from under another heading makes up for it.
  const told = read.find((budget) => wholeFenOf(budget) === fen && budget.lines.length > 1);
  const isOneSection = leavesOf(tree).every((at) => candidates[at].section === clause.section);
  if (told && !comesOut(told) && !isOneSection && !isBelow(candidates, tree)) return false;
  return ![fen, ...leavesOf(tree).map((at) => Math.abs(candidates[at].fen))].some((each) =>
    known.includes(each),
  );
}

/** Whether all parts stand under one heading, be it another than the total's. */
const isBelow = (candidates: readonly Candidate[], tree: SumTree): boolean =>
  new Set(leavesOf(tree).map((at) => candidates[at].section)).size === 1;

const wholeFenOf = ({ total, totalInCapitals }: Budget): number | null =>
  (total ?? totalInCapitals)?.fen ?? null;

const comesOut = (budget: Budget): boolean =>
  budget.lines.length > 0 && sumOf(topLines(budget)) === wholeFenOf(budget);

/** What the words of a clause tell, without the sums that are taken for a list by sums alone. */
export function withoutTaken<Read extends Reading>(
  read: Read,
  clause: Clause<FlowParagraph>,
  lists: readonly ToldBySums[],
): Read {
  const taken = lists.flatMap(({ told }) =>
    told.filter((each) => each.clause === clause).map(({ sum }) => sum),
  );
  if (taken.length === 0) return read;
  const isTaken = (span: Span): boolean =>
    taken.some(({ start, end }) => start < span.end && span.start < end);
  const { text } = clause.part.content;
  const factored = factoredIn(text, findSums(text));
  const isReckoned = (span: Span): boolean =>
    factored.some(({ result: { start, end } }) => start < span.end && span.start < end);
  return {
    ...read,
    told: read.told.filter(({ sum }) => !isTaken(sum)),
    unplaced: read.unplaced.filter((span) => !isTaken(span)),
    misreckoned: read.misreckoned.filter((span) => !isTaken(span) || !isReckoned(span)),
    open: { isOpen: false, isNamed: false, isBelowTotal: false },
  };
}

interface Reading {
  told: Told[];
  unplaced: Span[];
  misreckoned: Span[];
  open: OpenList;
}
