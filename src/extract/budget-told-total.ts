import type { Budget } from "../model/agreement.ts";
import { wholeToDecimal } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import type { FlowParagraph } from "../model/flow.ts";
import { looksSlipped } from "../model/looks-misread.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import type { Money, Text } from "../model/value.ts";
import { isSumOfBoth } from "./budget-added-totals.ts";
import { discountsIn, leaves } from "./budget-discounts.ts";
import { type Draft, NO_PLACE, startDraft } from "./budget-drafts.ts";
import { moneyAt, textAt, valueWithoutPlace } from "./budget-figures.ts";
import { isSumInWords } from "./budget-formulas.ts";
import { sumsUpTables } from "./budget-joined-tables.ts";
import { belowZero, isTakenOff, judgeGross, mayBeTakenOff } from "./budget-net.ts";
import type { Told } from "./budget-prose.ts";
import { addWholeOfLines } from "./budget-whole-of-lines.ts";
import type { Clause } from "./clauses.ts";
import { findSums } from "./money-sums.ts";

/** Adds a total of prose to the budget of its name and version: as what it comes to, or as that said again. */
export function addTotal(
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
  const price = last && (last.total ?? last.totalInCapitals);
  if (last && price && isFundsOf(last, told, sum)) {
    if (!isFromOutside(told)) problems.push(...slipOf(price, sum));
    return;
  }
  if (last && !isAgain && sumsUpTables(drafts, last, told.clause.section, sum.fen)) {
    const whole = startDraft(drafts, told.version, told.clause.section, false);
    Object.assign(whole, { total: digits, totalInCapitals: capitals, isClear: true });
    return;
  }
  if (last && !isAgain && isKnown(last) && isSumInWords(told.clause.part.content.text, told.sum)) {
    addWholeOfLines(drafts, last, told, { digits, capitals });
    return;
  }
  const isNet = isLeftOf(told, sum, last);
  if (isKnown(last) && !told.isClear && !told.opens && !isAgain && !isNet) {
    if (last && isTurnOf(told, drafts)) addRestatement(last, digits, capitals);
    else if (last?.total && isInCapitalsOf(told) && looksLike(last.total, sum))
      last.totalInCapitals ??= capitals;
    return;
  }
  const hasLines = (last?.lines.length ?? 0) > 0;
  const isNewBudget =
    !told.isPassing && hasLines && !isAgain && (told.opens || isNet || isNetOf(told, sum, last));
  if (last && told.isClear && !isAgain) dropUnclear(last, told, sum, problems);
  if (last && !isAgain && isSumOfBoth(drafts, last, told, sum)) {
    Object.assign(last, { total: digits, totalInCapitals: capitals, isClear: true });
    return;
  }
  const isFunds = tellsFunds(told);
  if (last && !isAgain && isOutdone(last, told, sum, problems)) {
    if (last.isFunds && last.total) problems.push(...slipOf(sum, last.total));
    Object.assign(last, { total: digits, totalInCapitals: capitals, isClear: told.isClear, isFunds });
    return;
  }
  if (last && isKnown(last) && !last.isPassing && !isNewBudget) {
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
    isOpened: isNewBudget && told.opens,
    isFunds,
    isFromOutside: isFunds && isFromOutside(told),
  });
}

/** 本合同预算11万元, 采购预算金额: what was set aside for it before it was priced. */
const FUNDS =
  /^(?:本|此|该|合同|协议|项目|工程|采购|招标|年度|本次|服务|财政|批复|审批)*预算(?:金额|资金|总额|额|数)?$/;

function tellsFunds({ clause, label, sum }: Told): boolean {
  const { text } = clause.part.content;
  const all = text.slice(label.start, sum.start).replace(/(?:为|是|计|人民币|[：:（(¥￥\s])+$/, "");
  return [text.slice(label.start, label.end), all].some((words) => FUNDS.test(words.replace(/\s/g, "")));
}

/** 采购预算, 财政批复预算: never the price told again. */
const isFromOutside = ({ clause, label, sum }: Told): boolean =>
  /采购|招标|财政|批复|审批/.test(clause.part.content.text.slice(label.start, sum.start));

/** What was set aside is told where one slip makes it the price, for it may be that told again. */
const slipOf = (price: Money, funds: Money): Problem[] =>
  looksLike(price, funds) ? [valueWithoutPlace(funds.raw, funds, NO_PLACE)] : [];

const looksLike = (one: Money, other: Money): boolean =>
  looksSlipped(wholeToDecimal(one.fen), wholeToDecimal(other.fen));

/** Whether a sum is only what was set aside for a price told before it, and no less. */
const isFundsOf = (draft: Draft, told: Told, { fen }: Money): boolean =>
  isKnown(draft) &&
  !draft.isFunds &&
  tellsFunds(told) &&
  fen > ((draft.total ?? draft.totalInCapitals)?.fen ?? 0);

/** 第一年租金…，租金总额…: what was taken for the total by weak words alone gives way to what is called so, and has no place. */
function dropUnclear(draft: Draft, told: Told, sum: Money, problems: Problem[]): void {
  const { total, totalInCapitals, isClear, restatements, lines } = draft;
  const { text } = told.clause.part.content;
  if (isClear || !total || totalInCapitals || restatements.length > 0 || lines.length > 0) return;
  // 预算造价300,000元，让利20,000元，按280,000元包干: nothing of it is lost.
  const isGross = discountsIn(text, findSums(text)).some((off) => leaves(off, total.fen, sum.fen));
  if (!isGross && (!draft.isFunds || looksLike(total, sum)))
    problems.push(valueWithoutPlace(total.raw, total, NO_PLACE));
  draft.total = null;
}

/** Whether a total takes the place of the one before: as what is left of it, or as that of more lines. */
const isOutdone = (draft: Draft, told: Told, sum: Money, problems: Problem[]): boolean =>
  (draft.isFunds && draft.lines.length === 0 && told.isClear && sum.fen < (draft.total?.fen ?? 0)) ||
  (told.isNet && takeGross(draft, sum, problems)) ||
  (isSubtotal(draft, sum) && (told.isClear || sumOf(topLines(draft)) === sum.fen)) ||
  (told.isClear && !isNetOf(told, sum, draft) && isWeaker(draft, told));

/** 以上人员费用合计20.6万元, then 总额为22.8万元（大写：…）: a sum of some lines that is wrong isn't the one that is told in full; it has no place. */
function isWeaker(draft: Draft, { sum: { digits, capitals } }: Told): boolean {
  const { total, totalInCapitals, isClear, lines } = draft;
  const isInFull = digits?.fen != null && digits.fen === capitals?.fen;
  if (!isInFull || !total || totalInCapitals || isClear || lines.length === 0) return false;
  draft.outdone.push(total);
  return true;
}

/** 人工费、材料费合计5万元。税金3000元。合同总价…: what the first lines come to, and more lines behind it, is no total yet. */
function isSubtotal(draft: Draft, whole: Money): boolean {
  const { total, totalInCapitals, isClear, restatements } = draft;
  if (!total || totalInCapitals || isClear || restatements.length > 0 || whole.fen <= total.fen) return false;
  const top = topLines(draft);
  return top.some((_, at) => at > 0 && sumOf(top.slice(0, at)) === total.fen);
}

/** Whether the total told before is of lines of which the last is taken off: that one is below zero then, and the next total is what is left. */
function takeGross(draft: Draft, net: Money, problems: Problem[]): boolean {
  const gross = draft.total ?? draft.totalInCapitals;
  const off = draft.lines.at(-1);
  if (!gross || !off || !isTakenOff(off) || net.fen >= gross.fen) return false;
  draft.lines = [...draft.lines.slice(0, -1), belowZero(off)];
  problems.push(...judgeGross(gross, draft.lines));
  return true;
}

/** 主合同酬金1,286,000元，加附加酬金后，调整为1,511,000元: what an amendment's total came to, told in one clause with what it was. */
const isTurnOf = ({ clause, version, sum }: Told, drafts: readonly Draft[]): boolean =>
  version === "amended" &&
  !/[每月季][^，。；\d]*$/.test(clause.part.content.text.slice(0, sum.start)) &&
  drafts.some((draft) => draft.version === "original" && draft.section === clause.section && isKnown(draft));

/** 价税合计人民币大写：壹佰…: a total's 大写 alone, told so by its name, and no other sum beside it. */
const isInCapitalsOf = ({ clause, sum }: Told): boolean =>
  sum.capitals?.fen != null &&
  !sum.digits &&
  findSums(clause.part.content.text).length === 1 &&
  /^[（(]?(?:合同|协议|价税|含税|费用|金额)?(?:合计|总计|总价|总额|总金额|共计)[^，。；\d]{0,8}大\s*写/.test(
    clause.part.content.text,
  );

/** 下浮8%，优惠47,734.40元，优惠后费用为548,945.60元（大写…）: written twice, and what a discount of the same words leaves of the total before. */
function isLeftOf(
  { clause, name, sum: { digits, capitals, start } }: Told,
  net: Money,
  draft: Draft | null,
): boolean {
  if (!draft || name !== null || digits?.fen == null || digits.fen !== capitals?.fen) return false;
  const gross = (draft.total ?? draft.totalInCapitals)?.fen ?? 0;
  const { text } = clause.part.content;
  return discountsIn(text, findSums(text)).some(
    (discount) => discount.end <= start && leaves(discount, gross, net.fen),
  );
}

/**
 * 合计300000元，优惠后总价280000元: how much is taken off no line tells, so that the lines make the first sum, and another is agreed;
 * so is what a discount told since leaves of it.
 */
function isNetOf({ isNet, name }: Told, net: Money, draft: Draft | null): boolean {
  if (!draft || name !== null) return false;
  const gross = (draft.total ?? draft.totalInCapitals)?.fen ?? sumOf(topLines(draft));
  const isLeft = draft.discounts.some((discount) => leaves(discount, gross, net.fen));
  // 设备费…，安装费…，优惠5,000元，合同总价…: the discount is one of the lines, and judged with their sum.
  const isTold = topLines(draft).some(({ label }) => mayBeTakenOff(label.value));
  return (isLeft || (isNet && net.fen < gross)) && (isKnown(draft) || !isTold);
}

const isKnown = (draft: Draft | null): boolean => (draft?.total ?? draft?.totalInCapitals ?? null) !== null;

/** The words that a year's name stands beside (第一年度顾问费). */
const FARTHEST_WORDS = 4;

function addRestatement(draft: Draft, digits: Money | null, capitals: Money | null): void {
  if (digits && (draft.total || !draft.totalInCapitals)) draft.restatements.push(digits);
  else if (digits) draft.total = digits;
  if (capitals && (draft.totalInCapitals || !draft.total)) draft.restatements.push(capitals);
  else if (capitals) draft.totalInCapitals = capitals;
}

/**
 * 大写：捌万捌仟元整 on a line of its own: the total that it says again, or, `isRightBelow` it, that it should say again. Answers whether it was taken.
 */
export function addCapitalsAlone(
  drafts: readonly Draft[],
  clause: Clause<FlowParagraph>,
  isRightBelow: boolean,
): boolean {
  const { content } = clause.part;
  const [sum, more] = findSums(content.text);
  const capitals = sum?.capitals;
  const draft = drafts.at(-1);
  if (!capitals || sum.digits || more || !draft?.total || draft.totalInCapitals) return false;
  if (draft.total.fen !== capitals.fen && !isRightBelow) return false;
  if (!/^[\s（(]*(?:合计|金额|人民币)?[\s（(]*大\s*写/.test(content.text)) return false;
  draft.totalInCapitals = moneyAt(content, capitals);
  return true;
}

/** A total without a name may be of the only budget there is. */
export const isOfName = (draft: Draft, name: Text | null): boolean =>
  (draft.name?.value ?? null) === (name?.value ?? null);

/** Whether a sum is the budget's total, by the precision of both. */
export function isSameSum(budget: Budget | null, sum: Money | null): boolean {
  const total = budget?.total ?? budget?.totalInCapitals;
  if (!total || !sum) return false;
  return Math.abs(total.fen - sum.fen) < Math.max(total.precisionFen, sum.precisionFen);
}
