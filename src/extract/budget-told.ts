import type { BudgetLine } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { Money } from "../model/value.ts";
import { type Draft, startDraft } from "./budget-drafts.ts";
import { moneyAt, notUnderstood, textAt } from "./budget-figures.ts";
import { lineOf } from "./budget-line.ts";
import type { NumberedList } from "./budget-lists.ts";
import { belowZero } from "./budget-net.ts";
import type { Told } from "./budget-prose.ts";
import { sharedNames } from "./budget-shared-names.ts";
import { taxRatesIn, tellsNetWhole } from "./budget-taxes.ts";
import { addTotal } from "./budget-told-total.ts";
import type { MoneyLike } from "./figures/index.ts";

/** Where in nested lists the next line of prose stands. */
export interface Nest {
  /** The open lists, outermost first. */
  lists: NumberedList[];
  /** The last line at each depth. */
  parents: BudgetLine[];
  /** How deep the paragraph at hand stands. */
  depth: number;
}

const NOT_AN_AMOUNT = {
  zh: "像是金额，但无法理解，请核对原件",
  en: "looks like an amount but is not understood; check the page",
};

/** Adds a sum of prose to the budget it is of, as its total, a line or its tax; a line that stays as it was, to what was first agreed as well. */
export function addTold(drafts: Draft[], told: Told, nest: Nest, problems: Problem[]): void {
  addOnce(drafts, told, nest, problems);
  if (!isUnchanged(told)) return;
  const line = addOnce(drafts, { ...told, version: "original" }, { ...nest, parents: [] }, problems);
  if (line) drafts.find(({ lines }) => lines.includes(line))?.carried.add(line);
}

/** Answers the line that was added; null for a sum of another kind. */
function addOnce(
  drafts: Draft[],
  told: Told,
  { parents, depth }: Nest,
  problems: Problem[],
): BudgetLine | null {
  const text = told.clause.part.content;
  const { digits, capitals } = told.sum;
  const amount = amountOf(told, digits, problems);
  const inCapitals = amountOf(told, capitals, problems);
  if (told.role === "total") {
    addTotal(drafts, told, { digits: amount, capitals: inCapitals }, problems);
    const isFirst = !drafts.some(({ version, total }) => version === "original" && total);
    // 合同总价仍为…: what was first agreed as well.
    if (told.version === "amended" && isFirst && STAYS_AS.test(text.text.slice(0, told.sum.start)))
      addTotal(drafts, { ...told, version: "original" }, { digits: amount, capitals: inCapitals }, problems);
    return null;
  }
  const at = told.depth + depth;
  const draft = draftOf(drafts, told);
  const above = at > 0 ? (parents[at - 1] ?? null) : null;
  const parent = above && draft.lines.includes(above) ? above : null;
  // 继续教育：71400家（其中：首批…: what these are parts of was passed over.
  const isOrphan = parent === null && (above !== null || (told.depth > 1 && parents.length > 0));
  const read = lineOf(told, { amount, inCapitals, parent: parent?.label.value ?? null, isOrphan }, problems);
  if (!read) return null;
  if (isKnownBefore(draft, told, read)) return null;
  const line = told.isOff ? belowZero(read) : read;
  if (told.role === "tax") {
    const of = told.isOfLine ? (draft.lines.at(-1) ?? null) : null;
    draft.taxes.push({
      ...{ line, of, at: draft.lines.length },
      ...{ rates: taxRatesIn(text.text), isOnTop: tellsNetWhole(text.text) },
    });
    return null;
  }
  parents.length = Math.min(parents.length, at);
  parents[at] = line;
  draft.lines.push(line);
  if (amount && inCapitals) draft.inCapitals.set(line, inCapitals);
  return line;
}

/** What a sum comes to; one that isn't understood becomes a problem. */
function amountOf(told: Told, money: MoneyLike | null, problems: Problem[]): Money | null {
  if (!money) return null;
  const text = told.clause.part.content;
  const amount = moneyAt(text, money);
  const isRead = money.fen !== null;
  if (isRead ? !amount : told.role !== "total" || !told.isPassing)
    problems.push(notUnderstood(text, money, NOT_AN_AMOUNT));
  return amount;
}

const STAYS_AS = /(?:总[价额]|总(?:金额|价款|费用)|合同价)(?:款)?仍(?:为|是)\s*(?:人民币)?[¥￥]?\s*$/;

/** 水电费10.8万元，保持不变 */
const STAYS =
  /^\s*[，,、（(]?\s*(?:(?:金额|费用|标准|预算|此项|该项|本项)?(?:保持|维持|继续)不变|不(?:作|做|予)(?:调整|变更|变动))\s*[）)]?\s*$/;

/** 流量费仍为18万元，不作调整: a line of what was first agreed as well. */
function isUnchanged({ role, version, clause, sum }: Told): boolean {
  const { text } = clause.part.content;
  const next = /^[^；;。]*/.exec(text.slice(sum.end))?.[0] ?? "";
  const before = text.slice(0, sum.start);
  const isKept =
    /(?:仍|维持|保持)(?:为|是|按)?\s*(?:人民币)?[¥￥]?\s*$/.test(before) &&
    /不(?:作|做|予|再)?(?:调整|变更|变动|变)(?![^，。；]*\d)|维持不变|保持不变/.test(next);
  return role === "line" && version === "amended" && (isKept || STAYS.test(next));
}

/** 包括：…项目管理费26,800元; 项目管理费由26,800元调整为…: what a change begins from is the line that its list has. */
const isKnownBefore = (draft: Draft, { clause, sum, role }: Told, line: BudgetLine): boolean =>
  role === "line" &&
  draft.version === "original" &&
  (TURNS_TO.test(clause.part.content.text.slice(sum.end)) ||
    sharedNames(clause.part.content.text).some((each) => each.isBefore && each.sum === sum.start) ||
    /仍(?:为|是|按)\s*(?:人民币)?[¥￥]?\s*$/.test(clause.part.content.text.slice(0, sum.start))) &&
  draft.lines.some(({ label, amount }) => label.value === line.label.value && amount.fen === line.amount.fen);
const TURNS_TO =
  /^\s*[，,]?\s*(?:现|拟)?(?:调整|变更|修改|增加|减少|提高|降低|改|增|减|调增|调减)(?:为|至|到)/;

/** The budget that a line belongs to: the last of its version, or one that begins here. */
function draftOf(drafts: Draft[], { version, head, clause }: Told): Draft {
  const last = drafts.findLast((draft) => draft.version === version);
  if (last && !head) return last;
  const draft = startDraft(drafts, version, clause.section, false);
  draft.name = head && textAt(clause.part.content, head);
  return draft;
}
