import type { BudgetLine } from "../model/agreement.ts";
import type { ToldChange } from "./budget-change-items.ts";
import { namedIn, namesAmong } from "./budget-change-names.ts";
import type { ChangedCost } from "./budget-change-told.ts";
import { isNeverListed } from "./budget-role-words.ts";
import { BOUND_BEFORE, BOUND_BEHIND, OTHER, PAYS } from "./budget-words.ts";
import { versionAt } from "./clauses.ts";
import { fenOf } from "./money-sums.ts";

/** The costs that changes tell of; `rest` are those of the old list that they don't name. */
interface Settled {
  costs: ChangedCost[];
  rest: BudgetLine[];
  /** The changes that have their place among the costs. */
  used: ToldChange[];
  /** Whether every cost of the old list and every sum of the changes has its place. */
  isWhole: boolean;
}

/** What every cost was and is by the changes told; null where two of them tell one cost otherwise. `olds` are those of the old list, if there is one. */
export function settledChanges(changes: readonly ToldChange[], olds: readonly ChangedCost[]): Settled | null {
  const isListed = olds.length > 0;
  const costs: ChangedCost[] = olds.map((cost) => ({ ...cost, byFen: [] }));
  const odd: ToldChange[] = [];
  const kept = amongChanges(changes);
  // What is told plainly may be by how much one changed that is named behind it.
  const inOrder = [...kept].sort((a, b) => Number(a.kind === "plain") - Number(b.kind === "plain"));
  for (const change of inOrder) {
    if (change.kind === "price") continue;
    if (change.sum === null) stay(costs, change);
    else if (isRelevant(change, isListed)) {
      const cost = costOf(costs, change);
      if (!cost) odd.push(change);
      else if (!take(cost, change)) return null;
    }
  }
  for (const cost of costs) if (cost.isCarried) cost.now ??= cost.place;
  const told = withoutDifferences(costs);
  const known = told.filter((cost) => cost.now !== null || cost.isDropped || cost.isCarried);
  const left = odd.filter(
    ({ clause, sum }) => !told.some((cost) => cost.now?.clause === clause && isGap(cost, sum)),
  );
  const isAgreed = told.every((cost) => cost.byFen.every((fen) => !hasBoth(cost) || fen === gapOf(cost)));
  const order = (cost: ChangedCost): number =>
    cost.line ? -1 : kept.findIndex(({ sum }) => sum !== null && sum === (cost.was ?? cost.now)?.sum);
  return {
    costs: told.filter(({ now }) => now !== null).sort((a, b) => order(a) - order(b)),
    rest: told.filter(({ now, isDropped }) => !now && !isDropped).flatMap(({ line }) => line ?? []),
    used: kept.filter((change) => !left.includes(change)),
    isWhole: left.length === 0 && isAgreed && known.length === told.length,
  };
}

/** Changes, and the plain sums under headings where there are any. */
function amongChanges(changes: readonly ToldChange[]): ToldChange[] {
  const isChange = ({ kind }: ToldChange): boolean => kind !== "plain" && kind !== "price";
  const sections = new Set(changes.filter(isChange).map(({ clause }) => clause.section));
  return changes
    .filter((each) => !isElse(each))
    .filter(
      (each) =>
        isChange(each) || sections.has(each.clause.section) || /新增|增加|增设/.test(each.clause.heading),
    );
}

/** A bound, a penalty, a payment and the like: no cost of a list. */
function isElse({ clause, sum, name }: ToldChange): boolean {
  const { text } = clause.part.content;
  if (!sum) return false;
  const near = /[^，,。；;：:]*$/.exec(text.slice(0, sum.start))?.[0] ?? "";
  const words = name ? text.slice(name.start, name.end) : "";
  return (
    BOUND_BEFORE.test(near) ||
    BOUND_BEHIND.test(text.slice(sum.end)) ||
    OTHER.test(near) ||
    PAYS.test(near) ||
    isNeverListed(near, words)
  );
}

/** 租用费31,000元，车辆租用费由372,000元增加到403,000元: what was taken for a cost is by how much another of its paragraph changed. */
const withoutDifferences = (costs: readonly ChangedCost[]): ChangedCost[] =>
  costs.filter(
    (cost) =>
      cost.line !== null ||
      cost.was !== null ||
      !cost.now ||
      !costs.some(
        (other) =>
          other !== cost &&
          (other.was ?? other.line) !== null &&
          other.now?.clause === cost.now?.clause &&
          isGap(other, cost.now?.sum ?? null),
      ),
  );

const isGap = (cost: ChangedCost, sum: ToldChange["sum"]): boolean =>
  sum !== null && hasBoth(cost) && Math.abs(gapOf(cost)) === fenOf(sum);

const hasBoth = ({ was, line, now }: ChangedCost): boolean => (was ?? line) !== null && now !== null;

/** By how much a cost changed, in fen. */
const gapOf = ({ now, was, line }: ChangedCost): number =>
  (now ? (fenOf(now.sum) ?? 0) : 0) - (was ? (fenOf(was.sum) ?? 0) : (line?.amount.fen ?? 0));

/** A plain sum that the old agreement tells says nothing of a change where its list is known. */
const isRelevant = ({ kind, clause, sum }: ToldChange, isListed: boolean): boolean =>
  kind !== "plain" || !sum || versionAt(clause, sum.start) === "amended" || !isListed;

/** 人工费、水质检测费照原合同执行. */
function stay(costs: ChangedCost[], { clause, name }: ToldChange): void {
  if (!name) return;
  const words = clause.part.content.text.slice(name.start, name.end);
  const names = costs.map(({ line }) => line?.label.value ?? "");
  for (const at of namesAmong(words, names)) costs[at].isCarried = true;
}

/** The cost that a change is of; one that begins here where it names none before; null where it can't be said. */
function costOf(costs: ChangedCost[], { clause, name, kind }: ToldChange): ChangedCost | null {
  const words = name ? clause.part.content.text.slice(name.start, name.end) : "";
  const at = words === "" ? -1 : namedIn(words, costs.map(wordsOf));
  if (at >= 0) return costs[at];
  if (kind === "by" || kind === "dropped" || (!name && kind !== "plain")) return null;
  const begun = {
    line: null,
    place: null,
    was: null,
    now: null,
    byFen: [],
    isDropped: false,
    isCarried: false,
  };
  const cost: ChangedCost = { ...begun, name: { clause, label: name } };
  costs.push(cost);
  return cost;
}

function wordsOf({ line, name }: ChangedCost): string {
  if (line) return line.label.value;
  return name?.label ? name.clause.part.content.text.slice(name.label.start, name.label.end) : "";
}

/** Takes what a change tells of a cost; false where it was told otherwise before. */
function take(cost: ChangedCost, { kind, clause, sum, byFen }: ToldChange): boolean {
  if (!sum) return true;
  const place = { clause, sum };
  if (kind === "by") cost.byFen.push(byFen);
  else if (kind === "dropped") cost.isDropped = true;
  else if (kind === "was") cost.was ??= place;
  else if (kind === "new" && cost.line) cost.byFen.push(fenOf(sum) ?? 0);
  else {
    if (cost.now && fenOf(cost.now.sum) !== fenOf(sum)) return false;
    cost.now ??= place;
    if (kind === "stays" && !cost.line) cost.was ??= place;
  }
  return true;
}
