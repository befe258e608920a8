import type { Budget } from "../model/agreement.ts";
import type { FlowParagraph } from "../model/flow.ts";
import { numberedAbove, numberedBehind } from "./budget-by-numbers.ts";
import { countedSubtotals, headed, subtotalled, withParts } from "./budget-by-subtotals.ts";
import { toldOf } from "./budget-by-sums-told.ts";
import { type Candidate, candidatesOf } from "./budget-candidates.ts";
import { factoredIn } from "./budget-factors.ts";
import type { Span } from "./budget-figures.ts";
import { listedAbove, numberedBeside, pricedAbove } from "./budget-flawed-lists.ts";
import { withOwnReckoning } from "./budget-misreckoned-item.ts";
import { nameOf as nameOfBudget } from "./budget-names.ts";
import type { OpenList, Told } from "./budget-prose.ts";
import { flattened, nameOf } from "./budget-sums-flat.ts";
import { isMissing } from "./budget-sums-missing.ts";
import { type Clause, isProse, versionAt } from "./clauses.ts";
import { findSums } from "./money-sums.ts";
import { leavesOf, type SumTree, treeOf } from "./sum-trees.ts";

/** What is told of a budget that its sums alone make whole: the clause of its total, the total and its lines, parents first. */
export interface ToldBySums {
  clause: Clause<FlowParagraph>;
  told: Told[];
  /** Sums that only add up what stands beside them: 以上报价合计…，优惠…. */
  dropped: Pick<Told, "clause" | "sum">[];
  /** Sums told once that are lines of the old budget as well, which is read by its own words. */
  shared?: Pick<Told, "clause" | "sum">[];
}

/** How many headings a total may stand from its parts. */
const FARTHEST_SECTION = 3;
/** So few lines may come out by chance, but for those that the total of a year or a lot stands right behind. */
const FEWEST_LINES = 3;

/**
 * The budgets of prose that come out to the fen by their sums alone, whatever words tell them, where `read` lacks lines of theirs
 * or doesn't come out: every sum is used that isn't plainly something else, and there is but one way.
 */
export function findBySums(clauses: readonly Clause[], read: readonly Budget[]): ToldBySums[] {
  const candidates = withOwnReckoning(clauses.filter(isProse).flatMap(candidatesOf));
  const plausible = candidates
    .flatMap((each, at) => (each.isTotal || opensList(each) ? treesAt(candidates, at, clauses) : []))
    .filter((tree) => isPlausible(candidates, tree));
  const missing = plausible.filter((tree) => isMissing(candidates, tree, read, clauses));
  // Of years or lots that are told alike none is left to its words alone, or the others would be taken for its parts.
  const wholes = read.map(({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen);
  const isApart =
    plausible.some(({ at }) => !wholes.includes(candidates[at].fen)) &&
    areApart(plausible.map(({ at }) => nameOfTotal(candidates[at])));
  const trees = (isApart ? plausible : missing).sort((a, b) => leavesOf(b).length - leavesOf(a).length);
  const taken = new Set<number>();
  const found = trees.flatMap((tree) => {
    const all = placesOf(tree);
    if (all.some((at) => taken.has(at))) return [];
    for (const at of all) taken.add(at);
    const { clause } = candidates[tree.at];
    const { parts, dropped } = flattened(candidates, tree, clauses);
    const lines = parts.flatMap((part) => toldOf(candidates, part, 0, clauses));
    return [
      {
        clause,
        told: [...toldOf(candidates, tree, null, clauses), ...lines],
        dropped: dropped.map((at) => candidates[at]),
      },
    ];
  });
  return withNames(found);
}

type BudgetName = { span: Span; words: string } | null;

/** The year or lot that a total is of; null without one. */
function nameOfTotal({ clause, phrase: { label } }: Pick<Candidate, "clause" | "phrase">): BudgetName {
  const { text } = clause.part.content;
  const span = nameOfBudget(text, { label, piece: "", near: "", hasShare: false }, label.start);
  return span && { span, words: text.slice(span.start, span.end) };
}

const areApart = (names: readonly BudgetName[]): boolean =>
  names.length > 1 &&
  names.every((name) => name !== null) &&
  new Set(names.map((name) => name?.words)).size === names.length;

/** 第一年度费用共计, 二标段合同价: several lists whose totals are each of a year or a lot of its own stay apart. */
function withNames(found: readonly ToldBySums[]): ToldBySums[] {
  const names = found.map(({ told: [{ clause, label }] }) =>
    nameOfTotal({ clause, phrase: { label, piece: "", near: "", hasShare: false } }),
  );
  if (!areApart(names)) return [...found];
  return found.map(({ clause, told: [total, ...lines], dropped }, index) => ({
    ...{ clause, dropped },
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
  const listed =
    countedSubtotals(near, at - from) ??
    headed(near, at - from) ??
    subtotalled(near, at - from) ??
    numberedBeside(near, at - from);
  const flawed = [
    ...[numberedAbove(candidates, at, clauses), numberedBehind(candidates, at, clauses)],
    ...[listed && shifted(listed, from), pricedAbove(candidates, at)],
    listedAbove(candidates, at, clauses),
  ].filter((tree) => tree !== null);
  return flawed.slice(0, 1);
}

const shifted = ({ at, parts }: SumTree, by: number): SumTree => ({
  at: at + by,
  parts: parts.map((part) => shifted(part, by)),
});

/** 扶持资金80万元，其中…: a sum whose parts are announced right behind it is their whole, whatever it is called. */
const opensList = ({ clause, sum }: Candidate): boolean =>
  /^\s*(?:[（(][^（）()]*[）)])?\s*[，,；;。：:（(]?\s*(?:(?:其中|包括|具体(?:为|包括|如下))[：:，,]?|的?(?:构成|组成|明细|分项)(?:情况)?(?:为|如下)?[：:])/.test(
    clause.part.content.text.slice(sum.end),
  );

/** So many lines that a list of words for parts announces are enough. */
const FEWEST_ANNOUNCED = 2;

/** Whether the parts stand behind their announced whole, in its own paragraph, and nothing else that may be of a budget under its heading. */
function isAnnounced(candidates: readonly Candidate[], tree: SumTree): boolean {
  const { clause, section, fen } = candidates[tree.at];
  const own = new Set(placesOf(tree));
  const isAlone = candidates.every(
    (other, at) => own.has(at) || other.section !== section || (other.fen === fen && other.isTotal),
  );
  return (
    isAlone &&
    opensList(candidates[tree.at]) &&
    tree.parts.length >= FEWEST_ANNOUNCED &&
    tree.parts.every(({ at }) => at > tree.at && candidates[at].clause === clause) &&
    // The price without tax and the tax are no parts of it.
    !tree.parts.some(({ at }) => candidates[at].name.includes("税"))
  );
}

/** Enough lines, each with a name of its own among those beside it. */
const isPlausible = (candidates: readonly Candidate[], tree: SumTree): boolean =>
  (leavesOf(tree).length >= FEWEST_LINES ||
    isAnnounced(candidates, tree) ||
    nameOfTotal(candidates[tree.at]) !== null ||
    isWholeSection(candidates, tree)) &&
  areNamed(candidates, tree.parts) &&
  !leavesOf(tree).some((at) => candidates[at].isOff) &&
  areOfLists(candidates, tree);

/** (1) …63,180元；(2) …28,600元；(3) 合计91,780元，大写…: two sums, and no other in their section before the one written out that they come to. */
function isWholeSection(candidates: readonly Candidate[], tree: SumTree): boolean {
  const { section, sum } = candidates[tree.at];
  const before = candidates.slice(0, tree.at).filter((each) => each.section === section);
  const leaves = leavesOf(tree).map((at) => candidates[at]);
  const isWrittenOut = sum.digits !== null && sum.digits.fen === sum.capitals?.fen;
  // The price without tax and the tax are no parts of it.
  if (leaves.some(({ name }) => name.includes("税"))) return false;
  return (
    isWrittenOut &&
    leaves.length > 1 &&
    before.length === leaves.length &&
    before.every((each) => leaves.includes(each))
  );
}

/** A lone sum under another heading than the total's is no part of it, unless the total's words name it: 租金与物业服务费总额. */
function areOfLists(candidates: readonly Candidate[], tree: SumTree): boolean {
  const { clause, sum, section } = candidates[tree.at];
  const said = clause.part.content.text.slice(0, sum.start);
  const leaves = leavesOf(tree).map((at) => candidates[at]);
  return leaves.every(
    (leaf) =>
      leaf.section === section ||
      said.includes(leaf.name) ||
      SET_ASIDE.test(leaf.name) ||
      leaf.fen < 0 ||
      leaves.filter((other) => other.section === leaf.section).length > 1,
  );
}

/** 暂列金额: what is set aside for the unforeseen is told by itself, and part of the price. */
const SET_ASIDE = /^(?:暂列金额|预备费|不可预见费|预留金)$/;

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

/** What the words of a clause tell, without the sums that are taken for a list by sums alone. */
export function withoutTaken<Read extends Reading>(
  read: Read,
  clause: Clause<FlowParagraph>,
  lists: readonly ToldBySums[],
): Read {
  const taken = lists.flatMap(({ told, dropped, shared = [] }) =>
    [...told, ...dropped]
      .filter((each) => each.clause === clause && !shared.some(({ sum }) => sum === each.sum))
      .map(({ sum }) => sum),
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
