import type { Budget } from "../model/agreement.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import type { Candidate } from "./budget-candidates.ts";
import { flattened } from "./budget-sums-flat.ts";
import { type Clause, versionAt } from "./clauses.ts";
import { leavesOf, type SumTree } from "./sum-trees.ts";

/** Whether no budget that comes out was read by the words of a tree's sums, or one that tells less. */
export function isMissing(
  candidates: readonly Candidate[],
  tree: SumTree,
  read: readonly Budget[],
  clauses: readonly Clause[],
): boolean {
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
  const leaves = leavesOf(tree).map((at) => Math.abs(candidates[at].fen));
  const { parts } = flattened(candidates, tree, clauses);
  const heads = headsOf(candidates, parts).map((at) => candidates[at].fen);
  // 2026年度86.4万元，含…: read without the sums that its lines are parts of.
  const lacksHeads =
    leaves.every((each) => known.includes(each)) && heads.some((each) => !known.includes(each));
  return (
    lacksHeads ||
    isPartOf(candidates, { at: tree.at, parts }, whole) ||
    isDeeper(candidates, parts, whole) ||
    isNetOf(candidates, tree, whole) ||
    ![fen, ...leaves].some((each) => known.includes(each))
  );
}

/** Whether all parts stand under one heading, be it another than the total's. */
const isBelow = (candidates: readonly Candidate[], tree: SumTree): boolean =>
  new Set(leavesOf(tree).map((at) => candidates[at].section)).size === 1;

/** The sums of trees that stand before their parts, and aren't called sums of anything. */
const headsOf = (candidates: readonly Candidate[], trees: readonly SumTree[]): number[] =>
  trees.flatMap(({ at, parts }) => {
    const isHead = parts.length > 0 && parts.every((part) => part.at > at) && isNamed(candidates[at]);
    return [...(isHead ? [at] : []), ...headsOf(candidates, parts)];
  });

/** 工程费20万元，包括…，措施费1万元: whether all that was read is one line of a greater whole, and its parts. */
function isPartOf(candidates: readonly Candidate[], whole: SumTree, read: readonly Budget[]): boolean {
  const [only, more] = read;
  const fenOf = ({ at }: SumTree): number => candidates[at].fen;
  if (!only || more || only.restatements.some(({ fen }) => fen !== fenOf(whole))) return false;
  return whole.parts.some(
    (tree) =>
      fenOf(tree) === wholeFenOf(only) &&
      tree.parts.length === only.lines.length &&
      tree.parts.every((part, index) => fenOf(part) === only.lines[index].amount.fen),
  );
}

/** 合计186,220元，优惠27,933元。优惠后合同价款…: whether what was read is all but what is taken off in the end. */
function isNetOf(candidates: readonly Candidate[], tree: SumTree, read: readonly Budget[]): boolean {
  const [only, more] = read;
  const leaves = leavesOf(tree).map((at) => candidates[at].fen);
  const costs = leaves.filter((fen) => fen > 0);
  const gross = costs.reduce((sum, fen) => sum + fen, 0);
  return (
    only !== undefined &&
    more === undefined &&
    costs.length < leaves.length &&
    gross === wholeFenOf(only) &&
    costs.length === topLines(only).length
  );
}

/** 不含税金额210.0218万元，分项如下: called a sum, and the price without tax by its name. */
const isNamed = ({ isSum, name, clause }: Candidate): boolean =>
  !isSum || (/不含税/.test(name) && /(?:如下|包括|其中|[：:])[：:]?\s*$/.test(clause.part.content.text));

/** 第一包合计872,860元: whether trees tell of what some of the lines that were read are made up, and else of the same lines. */
const isDeeper = (
  candidates: readonly Candidate[],
  trees: readonly SumTree[],
  read: readonly Budget[],
): boolean =>
  trees.length > 1 &&
  trees.some(({ parts }) => parts.length > 1) &&
  // A line's price without tax and its tax are no lines.
  !trees.some(({ parts }) => parts.some(({ at }) => candidates[at].name.includes("税"))) &&
  read.some(
    ({ lines }) =>
      lines.length === trees.length &&
      lines.every(({ amount }, index) => amount.fen === candidates[trees[index].at].fen),
  );

const wholeFenOf = ({ total, totalInCapitals }: Budget): number | null =>
  (total ?? totalInCapitals)?.fen ?? null;

const comesOut = (budget: Budget): boolean =>
  budget.lines.length > 0 && sumOf(topLines(budget)) === wholeFenOf(budget);
