import type { Budget, BudgetLine, Version } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow, FlowTable } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Money } from "../model/value.ts";
import { moneyAt, notUnderstood, percentAt, textAt } from "./budget-figures.ts";
import { depthInLists } from "./budget-lists.ts";
import { type OpenList, readBudgetProse, type Told } from "./budget-prose.ts";
import { readBudgetTable } from "./budget-table.ts";
import { behindNumber, type Clause, findClauses, isProse } from "./clauses.ts";

/** A budget while it is put together. */
interface Draft extends Budget {
  section: number;
  isPassing: boolean;
}

const NOT_AN_AMOUNT = {
  zh: "像是金额，但无法理解，请核对原件",
  en: "looks like an amount but is not understood; check the page",
};

const NO_PLACE = {
  zh: "预算中的这笔金额未能归入任何一项，请核对原件",
  en: "this sum of a budget could be given no place in it; check the page",
};

/** Every budget an agreement states, in prose or in tables, originals first; and what looked like money there but wasn't understood. */
export function findBudgets(flow: Flow): { budgets: Budget[]; problems: Problem[] } {
  const drafts: Draft[] = [];
  const problems: Problem[] = [];
  let open = { section: -1, isOpen: false };
  let above: NormalText | null = null;
  for (const clause of findClauses(flow)) {
    if (!isProse(clause)) {
      addTable(drafts, clause as Clause<FlowTable>, above, problems);
      continue;
    }
    above = clause.part.content;
    const wasOpen = open.section === clause.section && open.isOpen;
    const { told, unplaced, isOpen } = readBudgetProse(clause, wasOpen);
    problems.push(...unplaced.map((span) => notUnderstood(clause.part.content, span, NO_PLACE)));
    open = { section: clause.section, isOpen };
    const parents: BudgetLine[] = [];
    for (const each of told) addTold(drafts, each, parents, problems);
  }
  return { budgets: settle(drafts), problems };
}

function addTold(drafts: Draft[], told: Told, parents: BudgetLine[], problems: Problem[]): void {
  const text = told.clause.part.content;
  const { digits, capitals } = told.sum;
  for (const money of [digits, capitals]) {
    if (money && money.fen === null && (told.role === "line" || !told.isPassing))
      problems.push(notUnderstood(text, money, NOT_AN_AMOUNT));
  }
  const amount = digits ? moneyAt(text, digits) : null;
  const inCapitals = capitals ? moneyAt(text, capitals) : null;
  if (told.role === "total") {
    addTotal(drafts, told, amount, inCapitals);
    return;
  }
  const stated = amount ?? inCapitals;
  if (!stated) return;
  const parent = told.depth > 0 ? (parents[told.depth - 1] ?? null) : null;
  const line: BudgetLine = {
    label: textAt(text, told.label),
    parent: parent?.label.value ?? null,
    quantity: null,
    unitPrice: null,
    amount: stated,
    percent: told.share ? percentAt(text, told.share) : null,
  };
  parents.length = told.depth;
  parents[told.depth] = line;
  const draft =
    drafts.findLast(({ version }) => version === told.version) ??
    startDraft(drafts, told.version, told.clause.section, false);
  draft.lines.push(line);
}

function addTotal(drafts: Draft[], told: Told, digits: Money | null, capitals: Money | null): void {
  if (!digits && !capitals) return;
  const { section } = told.clause;
  const same = drafts.filter(({ version }) => version === told.version);
  const last = same.at(-1);
  const isNewBudget =
    told.opens &&
    !told.isPassing &&
    (last?.lines.length ?? 0) > 0 &&
    !isSameSum(last ?? null, digits ?? capitals);
  if (!last || last.isPassing || isNewBudget || (last.total === null && last.totalInCapitals === null)) {
    const draft =
      last && !isNewBudget && (!last.isPassing || last.lines.length > 0)
        ? last
        : startDraft(drafts, told.version, section, told.isPassing);
    if (last?.isPassing && draft !== last) drafts.splice(drafts.indexOf(last), 1);
    Object.assign(draft, { total: digits, totalInCapitals: capitals, isPassing: told.isPassing });
    return;
  }
  if (digits) last.restatements.push(digits);
  if (capitals && (last.totalInCapitals || !last.total)) last.restatements.push(capitals);
  else if (capitals) last.totalInCapitals = capitals;
}

function addTable(
  drafts: Draft[],
  clause: Clause<FlowTable>,
  above: NormalText | null,
  problems: Problem[],
): void {
  for (const read of readBudgetTable(clause, above)) {
    problems.push(...read.problems);
    const last = drafts.findLast(({ version }) => version === read.version);
    const hasRoom = last && last.lines.length === 0;
    const draft = hasRoom ? last : startDraft(drafts, read.version, clause.section, false);
    draft.lines.push(...read.lines);
    draft.name ??= read.name;
    if (read.total) {
      if (draft.total) draft.restatements.push(read.total);
      else draft.total = read.total;
    }
    if (read.totalInCapitals) {
      if (draft.totalInCapitals) draft.restatements.push(read.totalInCapitals);
      else draft.totalInCapitals = read.totalInCapitals;
    }
  }
}

function startDraft(drafts: Draft[], version: Version, section: number, isPassing: boolean): Draft {
  const draft: Draft = {
    version,
    name: null,
    total: null,
    totalInCapitals: null,
    restatements: [],
    lines: [],
    section,
    isPassing,
  };
  drafts.push(draft);
  return draft;
}

/** A budget of one line and no total is a sum told in passing. */
function settle(drafts: readonly Draft[]): Budget[] {
  const kept = drafts.filter(
    ({ total, totalInCapitals, lines }) => total || totalInCapitals || lines.length > 1,
  );
  return (["original", "amended"] as const).flatMap((wanted) =>
    kept
      .filter(({ version }) => version === wanted)
      .map(({ section: _, isPassing: __, ...budget }) => budget),
  );
}

function isSameSum(budget: Budget | null, sum: Money | null): boolean {
  const total = budget?.total ?? budget?.totalInCapitals;
  if (!total || !sum) return false;
  return Math.abs(total.fen - sum.fen) < Math.max(total.precisionFen, sum.precisionFen);
}
