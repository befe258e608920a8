import type { Budget } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow, FlowParagraph, FlowTable } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import { takeAddedCosts } from "./budget-added-costs.ts";
import { takeAddedList } from "./budget-added-list.ts";
import { takeAdditions } from "./budget-additions.ts";
import { findByChanges } from "./budget-by-changes.ts";
import { findBySums, type ToldBySums, withoutTaken } from "./budget-by-sums.ts";
import { dropCarried, dropPartsAlone } from "./budget-carried.ts";
import { takeChanges } from "./budget-change-lines.ts";
import { judgeDifferences } from "./budget-differences.ts";
import { discountsIn } from "./budget-discounts.ts";
import { type Draft, loneChanges, NO_PLACE, settle } from "./budget-drafts.ts";
import { notUnderstood } from "./budget-figures.ts";
import { depthInLists, numberOf, numberStyle } from "./budget-lists.ts";
import { findLonePrice } from "./budget-lone-price.ts";
import { nearProducts, nearSums } from "./budget-near-products.ts";
import { type OpenList, readBudgetProse, type Told } from "./budget-prose.ts";
import { takeRatesBehind } from "./budget-rates-behind.ts";
import { findRuns } from "./budget-runs.ts";
import { takeSharedCount } from "./budget-shared-count.ts";
import { findSubtotals } from "./budget-subtotals.ts";
import { BY_OTHER_RATE } from "./budget-surcharges.ts";
import { addTold, type Nest } from "./budget-told.ts";
import { addTable } from "./budget-told-table.ts";
import { addCapitalsAlone } from "./budget-told-total.ts";
import { type Clause, findClauses, isProse } from "./clauses.ts";
import { withoutPast } from "./former-amendments.ts";
import { findSums } from "./money-sums.ts";

/** Paragraphs within which a list that goes on shows its next number. */
const LOOK_AHEAD = 20;

interface Drafts {
  drafts: Draft[];
  problems: Problem[];
}

const CLOSED: OpenList = { isOpen: false, isNamed: false, isBelowTotal: false };
const MISRECKONED = {
  zh: "按其后所写的单价与数量计算，与此金额不符，请核对原件",
  en: "the price and count told behind this sum don't come to it; check the page",
};
const NO_PLACES: ReadonlySet<number> = new Set();

/** Every budget an agreement states, in prose or in tables, originals first; and what looked like money there but wasn't understood. */
export function findBudgets(flow: Flow): { budgets: Budget[]; problems: Problem[] } {
  const clauses = withoutPast(findClauses(flow));
  const found = findToldBudgets(clauses);
  takeRatesBehind(found.budgets, clauses);
  takeSharedCount(found.budgets, clauses);
  return found.budgets.length > 0 ? found : { ...found, budgets: findLonePrice(clauses) };
}

function findToldBudgets(clauses: readonly Clause[]): { budgets: Budget[]; problems: Problem[] } {
  const named = readBudgets(clauses, true);
  const names = new Set(named.drafts.flatMap(({ name }) => name?.value ?? []));
  const isSeveral = names.size > 1;
  // Where nothing bears a name it is read alike either way.
  const byWords = settled(clauses, names.size === 1 ? readBudgets(clauses, false) : named);
  // Lists that come out by their sums alone, where the words told less.
  const bySums = findBySums(clauses, byWords.budgets);
  // Only an amendment adds or changes costs.
  const isAmending = clauses.some(({ turns }) => turns.some(({ version }) => version === "amended"));
  if (bySums.length === 0 && !isAmending) return byWords;
  const read = readBudgets(clauses, isSeveral, bySums);
  takeAddedCosts(read.drafts, clauses);
  const told = settled(clauses, read);
  // What became of each cost, where an amendment tells no list of them.
  const changes = findByChanges(clauses, told.budgets);
  if (changes.length === 0) return told;
  const kept = bySums.filter((list) => !sharesSums(list, changes));
  return settled(clauses, readBudgets(clauses, isSeveral, [...kept, ...changes]));
}

const sharesSums = ({ told }: ToldBySums, others: readonly ToldBySums[]): boolean =>
  others.some((other) =>
    other.told.some(({ clause, sum, version }) =>
      told.some((each) => each.version === version && each.clause === clause && each.sum.start === sum.start),
    ),
  );

function settled(clauses: readonly Clause[], read: Drafts): { budgets: Budget[]; problems: Problem[] } {
  const left = takeAdditions(read.drafts, clauses, read.problems);
  takeAddedList(read.drafts, clauses);
  const odd = [
    ...dropCarried(read.drafts),
    ...takeChanges(read.drafts, clauses),
    ...dropPartsAlone(read.drafts, clauses),
  ];
  const { budgets, problems } = settle(read.drafts);
  return {
    budgets,
    problems: [
      ...[...left, ...odd, ...problems, ...loneChanges(read.drafts)],
      ...[...judgeDifferences(clauses, budgets), ...nearProducts(budgets), ...nearSums(budgets)],
    ],
  };
}

/** Years and lots are told apart where `isNamed`; one year alone names no budget. */
function readBudgets(
  clauses: readonly Clause[],
  isNamed: boolean,
  bySums: readonly ToldBySums[] = [],
): Drafts {
  const drafts: Draft[] = [];
  const problems: Problem[] = [];
  let open: OpenList & { section: number } = { section: -1, ...CLOSED };
  let styles: ListStyles = { opener: "", items: null, isTold: false };
  let above: NormalText | null = null;
  let isBelowTotal = false;
  let nest: Nest = { lists: [], parents: [], depth: 0 };
  const subtotals = findSubtotals(clauses);
  const runs = findRuns(clauses, subtotals);
  for (const [index, clause] of clauses.entries()) {
    if (!isProse(clause)) {
      const isList = addTable(drafts, clause as Clause<FlowTable>, above, isNamed, problems);
      if (isList) open = { section: -1, ...CLOSED };
      continue;
    }
    const { content } = clause.part;
    above = content;
    const style = numberStyle(numberOf(clause));
    const goesOn = open.section === clause.section && !endsList(styles, style);
    const before = goesOn ? open : CLOSED;
    const byWords = readBudgetProse(clause, before, isNamed, {
      runs: runs.get(index) ?? NO_PLACES,
      subtotals: subtotals.get(index) ?? NO_PLACES,
    });
    const read = withoutTaken(byWords, clause, bySums);
    const isTold = read.told.some(({ role }) => role === "line") && /[。；;]\s*$/.test(content.text);
    // A list that only its sum announces begins with an item, not with its opener.
    const isItem = runs.has(index) && read.told[0]?.role !== "total";
    if (!before.isOpen)
      styles = isItem ? { opener: "", items: style, isTold: false } : { opener: style, items: null, isTold };
    else styles.items ??= style;
    open = { section: clause.section, ...read.open };
    if (!before.isOpen || read.told[0]?.role === "total") nest = { lists: [], parents: [], depth: 0 };
    else if (read.told.length > 0) nest.depth = depthOfItem(nest, clause, clauses.slice(index + 1));
    for (const each of totalFirst(read.told)) addTold(drafts, each, nest, problems);
    const list = bySums.filter((each) => each.clause === clause).flatMap(({ told }) => told);
    const ownNest: Nest = { lists: [], parents: [], depth: 0 };
    for (const each of list) addTold(drafts, each, ownNest, problems);
    drafts.at(-1)?.discounts.push(...discountsIn(content.text, findSums(content.text)));
    problems.push(...problemsOf(content, withoutCapitals(drafts, clause, read, isBelowTotal)));
    isBelowTotal = read.told.at(-1)?.role === "total";
  }
  return { drafts, problems };
}

/** 转运费…；周转箱…；包二合同价…: lines of one sentence before the total that names their lot are its own, and none of the lot before. */
function totalFirst(told: readonly Told[]): readonly Told[] {
  const last = told.at(-1);
  const before = told.slice(0, -1);
  const isOwn = last?.role === "total" && last.name !== null && before.every(({ role }) => role === "line");
  return last && isOwn ? [last, ...before] : told;
}

/** What was read of a paragraph, without 大写 on a line of its own that a total took. */
function withoutCapitals(
  drafts: readonly Draft[],
  clause: Clause<FlowParagraph>,
  read: Read & { told: readonly Told[] },
  isBelowTotal: boolean,
): Read {
  const isTaken = read.told.length === 0 && addCapitalsAlone(drafts, clause, isBelowTotal);
  return isTaken ? { ...read, unplaced: [] } : read;
}

type Read = Pick<ReturnType<typeof readBudgetProse>, "unplaced" | "misreckoned" | "surcharged">;

const problemsOf = (content: NormalText, { unplaced, misreckoned, surcharged }: Read): Problem[] => [
  ...unplaced.map((span) => notUnderstood(content, span, NO_PLACE)),
  ...misreckoned.map((span) => notUnderstood(content, span, MISRECKONED)),
  ...surcharged.map((span) => notUnderstood(content, span, BY_OTHER_RATE)),
];

/** How the paragraph that opens a list is numbered, and how the list's first item is; null before it. */
interface ListStyles {
  opener: string;
  items: string | null;
  /** Whether the opener's own sentence lists the parts. */
  isTold: boolean;
}

/** Behind items numbered otherwise, or told in its own sentence, a number like the opener's goes on with what stands above the list. */
const endsList = ({ opener, items, isTold }: ListStyles, style: string): boolean =>
  opener !== "" && style === opener && (items === null ? isTold : items !== opener);

/** How deep a paragraph of an open list stands: by its number, or below the item before where it begins with 其中. */
function depthOfItem(nest: Nest, clause: Clause<FlowParagraph>, following: readonly Clause[]): number {
  if (/^\s*其中/.test(clause.part.content.text)) return nest.parents.length > 0 ? nest.depth + 1 : 0;
  const numbers = following.slice(0, LOOK_AHEAD).flatMap((each) => (isProse(each) ? [numberOf(each)] : []));
  return depthInLists(nest.lists, numberOf(clause), numbers);
}
