import type { Budget } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import { isAmid } from "../model/place.ts";
import type { Contents } from "../model/record.ts";
import { type Claim, fitOf } from "../model/relation.ts";
import { familiesOf, sumOf, topLines } from "../model/relation-lines.ts";
import type { Money } from "../model/value.ts";

/** The budgets whose lines were likely put together wrongly. */
export function tangledBudgets({ budgets, problems }: Contents, claims: readonly Claim[]): Budget[] {
  return [
    ...withFreeParts(budgets, claims),
    ...budgets.filter(
      (budget) =>
        isMisnested(budget) ||
        lacksSum(budget, problems) ||
        beginsWithTotal(budget) ||
        hasOthersTotal(budget, budgets) ||
        hasOthersShares(budget, budgets, claims),
    ),
    ...toldTwice(budgets),
  ];
}

/**
 * Whether one of a budget's statements of its total is what another version comes to, and no other statement of its own says so:
 * the word by which the two are told apart (原, 变更后) was misread.
 */
function hasOthersTotal(
  { version, total, totalInCapitals, restatements }: Budget,
  budgets: readonly Budget[],
): boolean {
  const stated = [total, totalInCapitals, ...restatements].flatMap((sum) => sum?.fen ?? []);
  if (new Set(stated).size < 2) return false;
  return budgets.some((other) => {
    const whole = (other.total ?? other.totalInCapitals)?.fen;
    return other.version !== version && whole !== undefined && stated.includes(whole);
  });
}

/** Whether several shares fail where another version has a total and no lines: its columns were taken for this one's. */
function hasOthersShares(budget: Budget, budgets: readonly Budget[], claims: readonly Claim[]): boolean {
  const isBare = budgets.some(
    (other) =>
      other.version !== budget.version &&
      other.lines.length === 0 &&
      (other.total ?? other.totalInCapitals) !== null,
  );
  const failing = claims.filter(
    ({ equation }) =>
      equation?.kind === "share" &&
      fitOf(equation) === "broken" &&
      budget.lines.some(({ percent }) => percent === equation.share.source),
  );
  return isBare && failing.length > 1;
}

/** Whether a sum that was given no place stands amid lines without a total: it may be that, or a part of another whole. */
function lacksSum({ total, totalInCapitals, lines }: Budget, problems: readonly Problem[]): boolean {
  const places = lines.flatMap(({ amount }) => amount.evidence);
  return (
    !total &&
    !totalInCapitals &&
    problems.some((problem) => problem.code === "figure-not-understood" && isAmid(problem, places, 0))
  );
}

/**
 * Whether a list without a total begins with what all else in it comes to (合同看金额114.7097万元 before its parts): the word
 * that tells the whole was misread.
 */
function beginsWithTotal(budget: Budget): boolean {
  if (budget.total || budget.totalInCapitals) return false;
  const [first, ...others] = topLines(budget);
  return others.length > 1 && first.amount.fen > 0 && sumOf(others) === first.amount.fen;
}

/**
 * Whether the parts of a line miss it, and told beside it instead make up what all of them are part of: the bracket around
 * them was misread.
 */
function isMisnested(budget: Budget): boolean {
  const families = familiesOf(budget);
  return families.some(({ parent, children }) => {
    if (!parent || sumOf(children) === parent.amount.fen) return false;
    const outer = families.find((other) => other.children.includes(parent));
    const whole = outer ? outer.parent?.amount : (budget.total ?? budget.totalInCapitals);
    const beside = outer ? outer.children : topLines(budget);
    return whole !== null && whole !== undefined && sumOf(beside) + sumOf(children) === whole.fen;
  });
}

/** Budgets whose lines lack just what some lines come to that are told as parts of others: a bracket was not closed. */
function withFreeParts(budgets: readonly Budget[], claims: readonly Claim[]): Budget[] {
  return budgets.filter(({ lines }) => {
    const parts = lines.filter(({ parent }) => parent !== null).map(({ amount }) => BigInt(amount.fen));
    const total = claims.find(
      ({ ruleId, equation }) =>
        ruleId === "total-equals-sum" &&
        equation?.kind === "sum" &&
        equation.terms.some(({ operand }) => lines.some(({ amount }) => amount === operand.source)),
    )?.equation;
    if (total?.kind !== "sum" || fitOf(total) === "holds" || parts.length === 0) return false;
    const result = (total.result.source as Partial<Money>).fen;
    const top = lines.filter(({ parent }) => parent === null);
    const sum = top.reduce((all, { amount }) => all + BigInt(amount.fen), 0n);
    const missing = result === undefined ? 0n : BigInt(result) - sum;
    return missing > 0n && parts.some((_, from) => isRunOf(parts.slice(from), missing));
  });
}

/** Whether the first few of some sums come to a whole. */
function isRunOf(fens: readonly bigint[], whole: bigint): boolean {
  let run = 0n;
  return fens.some((fen) => {
    run += fen;
    return run === whole;
  });
}

/** Whether two lists come to one total, and what both name has the same sum in both: a summary and its details. */
function isToldAgain(budget: Budget, other: Budget): boolean {
  const [own, others] = [budget, other].map(
    (each) => (each.total ?? each.totalInCapitals)?.fen ?? sumOf(topLines(each)),
  );
  return (
    own === others &&
    budget.lines.every(({ label, amount }) => {
      const same = other.lines.filter((line) => line.label.value === label.value);
      return same.length === 0 || same.some((line) => line.amount.fen === amount.fen);
    })
  );
}

/** Budgets of one version and no name that list the same lines: what was and what became of it, or one told twice. */
function toldTwice(budgets: readonly Budget[]): Budget[] {
  return budgets.filter((budget) => {
    const labels = budget.lines.map(({ label }) => label.value);
    // 第一年度人工费, 第二年度人工费: of other wholes, and so not the same.
    const named = new Set(budget.lines.map(({ label, parent }) => `${parent} ${label.value}`));
    // A name merged over several rows is printed once.
    const printed = new Set(budget.lines.map(({ label }) => JSON.stringify(label.evidence))).size;
    const isAgain = named.size * 2 <= printed;
    return (
      (labels.length > 1 && isAgain) ||
      budgets.some(
        (other) =>
          other !== budget &&
          other.version === budget.version &&
          other.name === null &&
          budget.name === null &&
          labels.length > 1 &&
          !isToldAgain(budget, other) &&
          labels.filter((label) => other.lines.some((line) => line.label.value === label)).length * 2 >=
            labels.length,
      )
    );
  });
}
