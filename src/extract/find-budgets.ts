import type { Budget, BudgetLine } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow, FlowParagraph, FlowTable } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Money, Text } from "../model/value.ts";
import { type Draft, loneChanges, NO_PLACE, settle, startDraft, takeDifferences } from "./budget-drafts.ts";
import { moneyAt, notUnderstood, textAt, valueWithoutPlace } from "./budget-figures.ts";
import { lineOf } from "./budget-line.ts";
import { depthInLists, type NumberedList, numberStyle } from "./budget-lists.ts";
import { type OpenList, readBudgetProse, type Told } from "./budget-prose.ts";
import { findRuns } from "./budget-runs.ts";
import { readBudgetTable, type TableBudget } from "./budget-table.ts";
import { takeAsTotal } from "./budget-wholes.ts";
import { behindNumber, type Clause, findClauses, isProse } from "./clauses.ts";
import { findSums } from "./money-sums.ts";

/** Where in nested lists the next line of prose stands. */
interface Nest {
  /** The open lists, outermost first. */
  lists: NumberedList[];
  /** The last line at each depth. */
  parents: BudgetLine[];
  /** How deep the paragraph at hand stands. */
  depth: number;
}

/** Paragraphs within which a list that goes on shows its next number. */
const LOOK_AHEAD = 20;
const CLOSED: OpenList = { isOpen: false, isNamed: false, isBelowTotal: false };
const NO_RUNS: ReadonlySet<number> = new Set();

const NOT_AN_AMOUNT = {
  zh: "像是金额，但无法理解，请核对原件",
  en: "looks like an amount but is not understood; check the page",
};

/** Every budget an agreement states, in prose or in tables, originals first; and what looked like money there but wasn't understood. */
export function findBudgets(flow: Flow): { budgets: Budget[]; problems: Problem[] } {
  const clauses = findClauses(flow);
  const named = readBudgets(clauses, true);
  const isSeveral = new Set(named.drafts.flatMap(({ name }) => name?.value ?? [])).size > 1;
  const read = isSeveral ? named : readBudgets(clauses, false);
  const odd = takeDifferences(read.drafts);
  const settled = settle(read.drafts);
  const problems = [...read.problems, ...odd, ...settled.problems, ...loneChanges(read.drafts)];
  return { budgets: settled.budgets, problems };
}

/** Years and lots are told apart where `isNamed`; one year alone names no budget. */
function readBudgets(clauses: readonly Clause[], isNamed: boolean): { drafts: Draft[]; problems: Problem[] } {
  const drafts: Draft[] = [];
  const problems: Problem[] = [];
  let open: OpenList & { section: number } = { section: -1, ...CLOSED };
  let styles: ListStyles = { opener: "", items: null, isTold: false };
  let above: NormalText | null = null;
  let nest: Nest = { lists: [], parents: [], depth: 0 };
  const runs = findRuns(clauses);
  for (const [index, clause] of clauses.entries()) {
    if (!isProse(clause)) {
      const isList = addTable(drafts, clause as Clause<FlowTable>, above, isNamed, problems);
      if (isList) open = { section: -1, ...CLOSED };
      continue;
    }
    const { content } = clause.part;
    above = content;
    const style = numberStyle(numberOf(content.text));
    const goesOn = open.section === clause.section && !endsList(styles, style);
    const before = goesOn ? open : CLOSED;
    const read = readBudgetProse(clause, before, isNamed, runs.get(index) ?? NO_RUNS);
    const isTold = read.told.some(({ role }) => role === "line") && /[。；;]\s*$/.test(content.text);
    // A list that only its sum announces begins with an item, not with its opener.
    const isItem = runs.has(index) && !read.told.some(({ role }) => role === "total");
    if (!before.isOpen)
      styles = isItem ? { opener: "", items: style, isTold: false } : { opener: style, items: null, isTold };
    else styles.items ??= style;
    problems.push(...read.unplaced.map((span) => notUnderstood(content, span, NO_PLACE)));
    open = { section: clause.section, ...read.open };
    if (!before.isOpen || read.told[0]?.role === "total") nest = { lists: [], parents: [], depth: 0 };
    else if (read.told.length > 0) nest.depth = depthOfItem(nest, content.text, clauses.slice(index + 1));
    for (const each of read.told) {
      addTold(drafts, each, nest, problems);
      if (isUnchanged(each))
        addTold(drafts, { ...each, version: "original" }, { ...nest, parents: [] }, problems);
    }
    if (read.told.length === 0) addCapitalsAlone(drafts, clause);
  }
  return { drafts, problems };
}

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
function depthOfItem(nest: Nest, text: string, following: readonly Clause[]): number {
  if (/^\s*其中/.test(text)) return nest.parents.length > 0 ? nest.depth + 1 : 0;
  const numbers = following
    .slice(0, LOOK_AHEAD)
    .flatMap((clause) => (isProse(clause) ? [numberOf(clause.part.content.text)] : []));
  return depthInLists(nest.lists, numberOf(text), numbers);
}

const numberOf = (text: string): string => text.slice(0, behindNumber(text)).trim();

function addTold(drafts: Draft[], told: Told, { parents, depth }: Nest, problems: Problem[]): void {
  const text = told.clause.part.content;
  const { digits, capitals } = told.sum;
  for (const money of [digits, capitals]) {
    if (money && money.fen === null && (told.role === "line" || !told.isPassing))
      problems.push(notUnderstood(text, money, NOT_AN_AMOUNT));
  }
  const amount = digits ? moneyAt(text, digits) : null;
  const inCapitals = capitals ? moneyAt(text, capitals) : null;
  if (told.role === "total") {
    addTotal(drafts, told, { digits: amount, capitals: inCapitals }, problems);
    return;
  }
  const at = told.depth + depth;
  const draft = draftOf(drafts, told);
  const above = at > 0 ? (parents[at - 1] ?? null) : null;
  const parent = above && draft.lines.includes(above) ? above : null;
  // 继续教育：71400家（其中：首批…: what these are parts of was passed over.
  const isOrphan = parent === null && (above !== null || (told.depth > 1 && parents.length > 0));
  const line = lineOf(told, { amount, inCapitals, parent: parent?.label.value ?? null, isOrphan }, problems);
  if (!line) return;
  parents.length = Math.min(parents.length, at);
  parents[at] = line;
  draft.lines.push(line);
  if (amount && inCapitals) draft.inCapitals.set(line, inCapitals);
}

/** 流量费仍为18万元，不作调整: a line of what was first agreed as well. */
function isUnchanged({ role, version, clause, sum }: Told): boolean {
  const { text } = clause.part.content;
  const next = /^[^；;。]*/.exec(text.slice(sum.end))?.[0] ?? "";
  const before = text.slice(0, sum.start);
  return (
    role === "line" &&
    version === "amended" &&
    /(?:仍|维持|保持)(?:为|是|按)?\s*(?:人民币)?[¥￥]?\s*$/.test(before) &&
    /不(?:作|做|予|再)?(?:调整|变更|变动|变)(?![^，。；]*\d)|维持不变|保持不变/.test(next)
  );
}

/** The budget that a line belongs to: the last of its version, or one that begins here. */
function draftOf(drafts: Draft[], { version, head, clause }: Told): Draft {
  const last = drafts.findLast((draft) => draft.version === version);
  if (last && !head) return last;
  const draft = startDraft(drafts, version, clause.section, false);
  draft.name = head && textAt(clause.part.content, head);
  return draft;
}

function addTotal(
  drafts: Draft[],
  told: Told,
  { digits, capitals }: { digits: Money | null; capitals: Money | null },
  problems: Problem[],
): void {
  const sum = digits ?? capitals;
  if (!sum) return;
  const name = told.name && textAt(told.clause.part.content, told.name);
  const last =
    drafts.filter((draft) => draft.version === told.version && isOfName(draft, name)).at(-1) ?? null;
  const isAgain = isSameSum(last, sum);
  const isKnown = last !== null && (last.total ?? last.totalInCapitals) !== null;
  if (isKnown && !told.isClear && !told.opens && !isAgain) return;
  const isNewBudget = told.opens && !told.isPassing && (last?.lines.length ?? 0) > 0 && !isAgain;
  if (last && isKnown && told.isClear && !isAgain) dropUnclear(last, problems);
  if (last && isKnown && last.total && !last.isPassing && !isNewBudget) {
    addRestatement(last, digits, capitals);
    return;
  }
  const isFilled = last !== null && !isNewBudget && (!last.isPassing || last.lines.length > 0);
  const draft = isFilled ? last : startDraft(drafts, told.version, told.clause.section, told.isPassing);
  if (last?.isPassing && draft !== last) drafts.splice(drafts.indexOf(last), 1);
  const isBeside = told.name !== null && told.label.start - told.name.end < FARTHEST_WORDS;
  const words = told.name && {
    start: told.name.start,
    end: Math.max(told.name.end, isBeside ? told.label.end : 0),
  };
  const label = words && textAt(told.clause.part.content, words);
  Object.assign(draft, {
    name,
    label,
    total: digits,
    totalInCapitals: capitals,
    isPassing: told.isPassing,
    isClear: told.isClear,
  });
}

/** 第一年租金…，租金总额…: what was taken for the total by weak words alone gives way to what is called so, and has no place. */
function dropUnclear(draft: Draft, problems: Problem[]): void {
  const { total, totalInCapitals, isClear, restatements, lines } = draft;
  if (isClear || !total || totalInCapitals || restatements.length > 0 || lines.length > 0) return;
  problems.push(valueWithoutPlace(total.raw, total, NO_PLACE));
  draft.total = null;
}

/** The words that a year's name stands beside (第一年度顾问费). */
const FARTHEST_WORDS = 4;

function addRestatement(draft: Draft, digits: Money | null, capitals: Money | null): void {
  if (digits) draft.restatements.push(digits);
  if (capitals && (draft.totalInCapitals || !draft.total)) draft.restatements.push(capitals);
  else if (capitals) draft.totalInCapitals = capitals;
}

/** 大写：捌万捌仟元整 on a line of its own, below the total that it says again. */
function addCapitalsAlone(drafts: readonly Draft[], clause: Clause<FlowParagraph>): void {
  const { content } = clause.part;
  const [sum, more] = findSums(content.text);
  const capitals = sum?.capitals;
  const draft = drafts.at(-1);
  if (!capitals || sum.digits || more || draft?.totalInCapitals || draft?.total?.fen !== capitals.fen) return;
  if (!/^[\s（(]*(?:合计|金额|人民币)?[\s（(]*大\s*写/.test(content.text)) return;
  draft.totalInCapitals = moneyAt(content, capitals);
}

/** Answers whether the table lists a budget's lines: what was announced before it has been told then. */
function addTable(
  drafts: Draft[],
  clause: Clause<FlowTable>,
  above: NormalText | null,
  isNamed: boolean,
  problems: Problem[],
): boolean {
  const totals = drafts.flatMap(({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen ?? []);
  const budgets = readBudgetTable(clause, { above, isNamed, totals });
  for (const read of budgets) {
    problems.push(...read.problems);
    if (read.lines.length === 0 && !read.total && !read.totalInCapitals) continue;
    if (isOfNoMoney(read, clause.part, above, totals)) continue;
    for (const draft of drafts) takeAsTotal(draft);
    const room = drafts.findLast((draft) => hasRoom(draft, read, isNamed));
    const draft = room ?? startDraft(drafts, read.version, clause.section, false);
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
  return budgets.some(({ lines }) => lines.length > 0);
}

/** 地块 | 面积 | 产量合计: plain numbers that no word calls money and that come to no total that is told. */
function isOfNoMoney(
  { total, lines }: TableBudget,
  table: FlowTable,
  above: NormalText | null,
  totals: readonly number[],
): boolean {
  const words = [
    above?.text ?? "",
    table.title?.text ?? "",
    ...table.cells.map(({ content }) => content.text),
  ];
  const sums = [...lines.map(({ amount }) => amount), ...(total ? [total] : [])];
  const isPlain = sums.every(({ raw }) => /^\d+$/.test(raw.trim()));
  const isKnown = totals.length === 0 || (total !== null && totals.includes(total.fen));
  return (
    isPlain && !isKnown && total !== null && !words.some((text) => /[元¥￥价费款薪资]|经费|预算/.test(text))
  );
}

/** A table's lines belong to the total told before them; where there are years or lots, to that of their own. */
function hasRoom(draft: Draft, read: TableBudget, isNamed: boolean): boolean {
  if (draft.version !== read.version || (read.lines.length > 0 && draft.lines.length > 0)) return false;
  if (!isNamed || isOfName(draft, read.name)) return true;
  return draft.name === null && isSameSum(draft, read.total);
}

/** A total without a name may be of the only budget there is. */
const isOfName = (draft: Draft, name: Text | null): boolean =>
  (draft.name?.value ?? null) === (name?.value ?? null);

function isSameSum(budget: Budget | null, sum: Money | null): boolean {
  const total = budget?.total ?? budget?.totalInCapitals;
  if (!total || !sum) return false;
  return Math.abs(total.fen - sum.fen) < Math.max(total.precisionFen, sum.precisionFen);
}
