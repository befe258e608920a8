import type { Budget, BudgetLine, Version } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import { SET_APART, sumOf, topLines } from "../model/relation-lines.ts";
import type { Money, Text } from "../model/value.ts";
import type { Discount } from "./budget-discounts.ts";
import { valueWithoutPlace } from "./budget-figures.ts";
import { joinTables } from "./budget-joined-tables.ts";
import { nestLists } from "./budget-nested-lists.ts";
import { takeDiscounts } from "./budget-net.ts";
import { dropSecondSplit } from "./budget-second-split.ts";
import { dropSumOfAbove, dropSurplus } from "./budget-surplus.ts";
import { takeTaxLines } from "./budget-tax-lines.ts";
import { settleTaxes, type TaxPart } from "./budget-taxes.ts";
import { findWhole } from "./budget-wholes.ts";
import { STRONG_TOTAL } from "./budget-words.ts";
import { flattenBySums, isSlip } from "./flatten-by-sums.ts";
import { nestBySums } from "./nest-by-sums.ts";

/** A budget while it is put together. */
export interface Draft extends Budget {
  section: number;
  isPassing: boolean;
  /** Whether its total's own words leave no doubt that it is one. */
  isClear: boolean;
  /** Whether its total is only told as what was set aside for it (采购预算). */
  isFunds: boolean;
  /** Whether that was set aside by others than the sides (采购预算, 财政批复). */
  isFromOutside?: boolean;
  /** Whether it began where a total's words announced parts, though one was known. */
  isOpened: boolean;
  /** What its total is called (第一年度顾问费). */
  label: Text | null;
  /** What its price, or a line's, is without tax, and the tax on it. */
  taxes: TaxPart[];
  /** Lines that only an amendment tells of, as staying what they were. */
  carried: Set<BudgetLine>;
  /** What is said to be taken off its total since that was told. */
  discounts: Discount[];
  /** The 大写 told beside the digits of its lines. */
  inCapitals: Map<BudgetLine, Money>;
  /** Totals that gave way to one told in full, and have no place. */
  outdone: Money[];
  /** What a table's sums of a month come to, where no total was told before it. */
  ofMonth?: Money;
  /** In fen: what was added or taken off, where that was first taken for its total. */
  change?: number;
  /** What stands right above the table that its lines are of. */
  caption?: string;
  /** What the table that its lines are of is called. */
  heading?: Text | null;
}

export const NO_PLACE = {
  zh: "预算中的这笔金额未能归入任何一项，请核对原件",
  en: "this sum of a budget could be given no place in it; check the page",
};

/** A budget of one line and no total is a sum told in passing. */
export function settle(read: readonly Draft[]): { budgets: Budget[]; problems: Problem[] } {
  const drafts = joinTables(read.filter((draft) => !isSaidAgain(draft, read)));
  const problems = drafts.flatMap((draft) => {
    takeTerm(draft);
    dropForeignTotal(draft);
    dropSumOfAbove(draft);
    dropSecondSplit(draft);
    const odd = [...findWhole(draft), ...takeDiscounts(draft), ...dropSetApart(draft), ...dropSurplus(draft)];
    takeTaxLines(draft);
    const outdone = draft.outdone.map((total) => valueWithoutPlace(total.raw, total, NO_PLACE));
    return [...outdone, ...odd, ...settleTaxes(draft)];
  });
  const parts = new Set(drafts.flatMap((whole) => takeYears(whole, drafts)));
  nestLists(drafts.filter((draft) => !parts.has(draft)));
  const kept = drafts
    .filter((draft) => !parts.has(draft))
    .filter(({ total, totalInCapitals, lines }) => total || totalInCapitals || lines.length > 1);
  const budgets = (["original", "amended"] as const).flatMap((wanted) =>
    kept
      .filter(({ version }) => version === wanted)
      .map((draft): Budget => {
        const { version, name, total, totalInCapitals, restatements } = draft;
        return { version, name, total, totalInCapitals, restatements, lines: nestLines(draft) };
      }),
  );
  return { budgets, problems };
}

const MOST_MONTHS = 120;

/** 月租金合计65,000元, 租期内租金总额780,000元: of a month and of the whole term, the latter is the total; how a month's is made up is no list of it. */
function takeTerm(draft: Draft): void {
  const { total, totalInCapitals, ofMonth, lines } = draft;
  const whole = total ?? totalInCapitals;
  if (!ofMonth) return;
  if (!whole) draft.total = ofMonth;
  else if (isOfTerm(whole, ofMonth) && sumOf(lines) === ofMonth.fen) draft.lines = [];
  else draft.restatements.push(ofMonth);
}

/** So many times one sum is another that no slip makes of it. */
const FAR = 4;
const FEWEST_LINES = 2;

/**
 * 中标价4,685万元 of what is built, 酬金合计79.497万元（大写…） of its two lines: the sum that these come to, told in digits and
 * 大写 alike, is the total, and what lies far from it and was told before is another thing's.
 */
function dropForeignTotal(draft: Draft): void {
  const { total, totalInCapitals, restatements, lines } = draft;
  const top = topLines(draft);
  if (!total || !totalInCapitals || top.length < FEWEST_LINES || lines.length === 0) return;
  const own = restatements.find(({ fen }) => fen === totalInCapitals.fen);
  const [less, more] = [total.fen, totalInCapitals.fen].sort((a, b) => a - b);
  if (!own || sumOf(top) !== own.fen || more < FAR * less) return;
  draft.total = own;
  draft.restatements = restatements.filter((each) => each !== own);
}

const isOfTerm = ({ fen }: Money, { fen: month }: Money): boolean =>
  fen % month === 0 && fen / month > 1 && fen / month <= MOST_MONTHS;

/** 合同总价…为包干价，已包括利润和税金: a total whose parts are named without their sums says again what the one before it says. */
function isSaidAgain(draft: Draft, drafts: readonly Draft[]): boolean {
  const { version, name, total, totalInCapitals, isOpened, isClear, lines } = draft;
  const before = drafts.slice(0, drafts.indexOf(draft)).findLast((other) => other.version === version);
  const isBare = isOpened && isClear && name === null && lines.length === 0;
  if (!isBare || !before || before.name !== null) return false;
  const whole = total ?? totalInCapitals;
  if (before.ofMonth && whole && isOfTerm(whole, before.ofMonth)) {
    // What is told again is the list of a month, so many times.
    Object.assign(before, { total, totalInCapitals });
    before.restatements.push(...draft.restatements);
    return true;
  }
  before.restatements.push(...[total, totalInCapitals].filter((sum) => sum !== null), ...draft.restatements);
  return true;
}

/** 由建筑工程费…、安装工程费…组成，安全文明施工费…: what is set apart within lines that come to the total is none beside them. */
function dropSetApart(draft: Draft): Problem[] {
  const wholeFen = (draft.total ?? draft.totalInCapitals)?.fen ?? null;
  const top = topLines(draft);
  const apart = top.filter(({ label }) => SET_APART.test(label.value));
  const rest = top.filter((line) => !apart.includes(line));
  if (apart.length === 0 || rest.length === 0 || sumOf(rest) !== wholeFen) return [];
  draft.lines = draft.lines.filter((line) => !apart.includes(line));
  return apart.map(({ label, amount }) => valueWithoutPlace(`${label.value}${amount.raw}`, amount, WITHIN));
}

const WITHIN = {
  zh: "此项已含在其余各项之内，未能归入任何一项，请核对原件",
  en: "this is within the other lines, which come to the total; of which it is part is not told; check the page",
};

function nestLines({ total, totalInCapitals, lines }: Budget): BudgetLine[] {
  const wholeFen = (total ?? totalInCapitals)?.fen ?? null;
  return nestBySums(flattenBySums(lines, wholeFen), wholeFen);
}

/** A budget that begins here. */
export function startDraft(drafts: Draft[], version: Version, section: number, isPassing: boolean): Draft {
  const draft: Draft = {
    version,
    name: null,
    total: null,
    totalInCapitals: null,
    restatements: [],
    lines: [],
    section,
    isPassing,
    label: null,
    isClear: false,
    isOpened: false,
    isFunds: false,
    taxes: [],
    carried: new Set(),
    discounts: [],
    inCapitals: new Map(),
    outdone: [],
  };
  drafts.push(draft);
  return draft;
}

/**
 * 第一年顾问费75万元，第二年80万元，合计155万元: years are lines of the whole that they make, with their own parts below them;
 * where each is called a total itself (第一标段合同金额), they stay apart.
 */
function takeYears(whole: Draft, drafts: readonly Draft[]): Draft[] {
  const wholeFen = (whole.total ?? whole.totalInCapitals)?.fen ?? null;
  const named = drafts.filter(({ version, name }) => version === whole.version && name !== null);
  const isBare = named.every(
    ({ lines, totalInCapitals, restatements, label, total }) =>
      label &&
      !STRONG_TOTAL.test(label.value) &&
      total &&
      restatements.length === 0 &&
      !totalInCapitals &&
      lines.every((line) => line.label.value !== label.value),
  );
  if (wholeFen === null || whole.name || whole.lines.length > 0 || named.length < 2 || !isBare) return [];
  const years = named.flatMap(({ label, total }): BudgetLine[] =>
    label && total
      ? [{ label, parent: null, quantity: null, unitPrice: null, amount: total, percent: null }]
      : [],
  );
  const gapFen = sumOf(years) - wholeFen;
  const isBeside = named.every(({ section }) => section === whole.section);
  if (gapFen !== 0 && !(isBeside && isSlip(years, wholeFen, gapFen))) return [];
  whole.lines = years.flatMap((year, index) => [
    year,
    ...named[index].lines.map((line) => ({ ...line, parent: line.parent ?? year.label.value })),
  ]);
  return named;
}

/** 人员费由10万元调整为12万元, and nothing else of a budget: what changed is told, but of what whole it is a part is not. */
export function loneChanges(drafts: readonly Draft[]): Problem[] {
  const alone = drafts.filter(
    ({ total, totalInCapitals, lines }) => !total && !totalInCapitals && lines.length === 1,
  );
  return alone
    .filter(({ version }) => alone.some((other) => other.version !== version))
    .flatMap(({ lines }) =>
      lines.map(({ label, amount }) => valueWithoutPlace(`${label.value}${amount.raw}`, amount, NO_PLACE)),
    );
}
