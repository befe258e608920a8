import type { BudgetLine } from "../model/agreement.ts";
import { readDecimal, wholeToDecimal } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import { looksSlipped } from "../model/looks-misread.ts";
import type { Contents } from "../model/record.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import { notUnderstood } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { findPercents } from "./figures/index.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";
import { toldPlaces } from "./told-places.ts";

const NOT_ITS_SHARE = {
  zh: "与所写比例和文中各金额均不符，请核对原件",
  en: "isn't the share told beside it of any sum of the agreement; check the page",
};

const WHOLE =
  "(?:合同|协议|项目|工程|服务|中标|成交|签约|采购|租金|货款)?总?(?:价款?|金额|额|经费|费用?|造价|租金|货款|款)的?";
/** 合同总价的5%，即16,500元. */
const BEFORE = new RegExp(`${WHOLE}\\s*$`);
const BETWEEN = /^[，,（(、\s]?\s*(?:即|计|为|共|合|每[日天]|人民币|[：:¥￥\s])*$/;
/** 总价的5%提供成果保证金，计人民币…: what the share is put up as. */
const AS_DEPOSIT =
  /^(?:的)?(?:标准)?[^，。；、\d]{0,12}(?:保证金|押金|保函|定金|担保)[，,（(]?\s*(?:即|计|共|为|人民币|[：:¥￥\s])*$/;
/** 16,500元（合同总价的5%）. */
const BEHIND = new RegExp(`^\\s*[（(，,]?\\s*(?:即|为|占|按|是|相当于)?(?:本|上述)?${WHOLE}\\s*$`);
const INEXACT = /(?<![履违签合契节])约(?!定)|不超过|不低于|至少|最高|上限|以[内上下]/;
/** A share may be rounded to whole 元. */
const YUAN_FEN = 100;

/**
 * Problems for sums told as a share of the price (履约保证金16,500元（合同总价的5%）) that are so of no sum told anywhere; shares of
 * lines and instalments are judged by rules.
 */
export function findMisshared(flow: Flow, { budgets, schedules, problems }: Contents): Problem[] {
  const clauses = findClauses(flow).filter(isProse);
  const known = [
    ...budgets.flatMap(({ lines }) =>
      lines.flatMap(({ percent, amount }) => (percent ? amount.evidence : [])),
    ),
    ...schedules.flatMap(({ instalments }) =>
      instalments.flatMap(({ percent, amount }) => (percent && amount ? amount.evidence : [])),
    ),
    ...toldPlaces(problems),
  ];
  const wholes = [
    ...clauses.flatMap(({ part: { content } }) => findSums(content.text).map((sum) => fenOf(sum) ?? 0)),
    ...schedules.flatMap(({ instalments }) => instalments.map(({ amount }) => amount?.fen ?? 0)),
    ...budgets.flatMap((budget) => [
      ...budget.lines.map(({ amount }) => amount.fen),
      sumOf(topLines(budget)),
      budget.total?.fen ?? 0,
      budget.totalInCapitals?.fen ?? 0,
    ]),
  ];
  if (budgets.length === 0) return [];
  const unshared = [
    ...budgets.flatMap(({ lines }) =>
      lines.flatMap(({ percent, amount }) => (percent ? [] : amount.evidence)),
    ),
    ...schedules.flatMap(({ instalments }) =>
      instalments.flatMap(({ percent, amount }) => (percent ? [] : (amount?.evidence ?? []))),
    ),
  ];
  const labels = budgets.flatMap(({ lines }) => lines.map(({ label }) => label.value.replace(/\s/g, "")));
  const isOfLine = ({ base }: { base: string }): boolean =>
    labels.some((label) => label.length > 2 && (label.includes(base) || base.includes(label)));
  // 按人员费与运行费之和的5%计取: only what is reckoned may be of several lines.
  const bases = [...wholes, ...budgets.flatMap((budget) => runSums(topLines(budget)))];
  return clauses.flatMap(({ part: { content } }) => {
    const told = sharesIn(content.text).filter(({ sum, rate }) => !isOfAny(sum, rate, wholes));
    const reckoned = reckonedIn(content.text)
      .filter((each) => isOfLine(each) || isNearAny(each, wholes))
      .filter(({ sum, rate }) => !isOfAny(sum, rate, bases));
    const beside = sharesBeside(content.text)
      .filter(({ sum }) => standsAt(content, unshared, sum))
      .filter(({ sum, rate }) => !isOfAny(sum, rate, bases));
    return [...told, ...reckoned, ...beside]
      .filter(({ sum }) => !standsAt(content, known, sum))
      .map(({ sum }) => notUnderstood(content, sum, NOT_ITS_SHARE));
  });
}

/** 人员费与运行费之和: what lines that follow on each other come to. */
const runSums = (lines: readonly BudgetLine[]): number[] =>
  lines.flatMap((_, from) => lines.slice(from).map((__, more) => sumOf(lines.slice(from, from + more + 1))));

/** Sums with the share of a whole that is told right beside them. */
function sharesIn(text: string): { sum: MoneySum; rate: number }[] {
  const sums = findSums(text);
  return findPercents(text).flatMap(({ start, end, percent }) => {
    const before = text.slice(0, start);
    const [last, next] = [sums.findLast((sum) => sum.end <= start), sums.find((sum) => sum.start >= end)];
    const isNext = next && BEFORE.test(before) && isBetween(text.slice(end, next.start));
    const isLast =
      last && BEHIND.test(text.slice(last.end, start)) && !/^[^，。；）)]*\d/.test(text.slice(end));
    const sum = isNext ? next : isLast ? last : null;
    const said = /[^，。；]*$/.exec(text.slice(0, Math.min(start, sum?.start ?? start)))?.[0] ?? "";
    return sum && !INEXACT.test(said) ? [{ sum, rate: ratioOf(percent) }] : [];
  });
}

const isBetween = (words: string): boolean => BETWEEN.test(words) || AS_DEPOSIT.test(words);

/** 支付设计费的40%，18.0万元: shares right before a sum, whatever the words before them call their whole. */
function sharesBeside(text: string): { sum: MoneySum; rate: number }[] {
  const sums = findSums(text);
  return findPercents(text).flatMap(({ start, end, percent }) => {
    const next = sums.find((sum) => sum.start >= end);
    const said = /[^，。；]*$/.exec(text.slice(0, start))?.[0] ?? "";
    // 含乙醇75%、600,000元: a list goes on.
    const between = next ? text.slice(end, next.start) : "、";
    const isIt =
      next && !/、/.test(between) && BETWEEN.test(between) && !INEXACT.test(said) && !OF_RATE.test(said);
    return isIt ? [{ sum: next, rate: ratioOf(percent) }] : [];
  });
}

/** 税率6%, 合格率95%: no share of money. */
const OF_RATE = /税|率|折|下浮|上浮|利息/;

/** 企业管理费：按直接费小计的8%计取，为26,642元: sums that are reckoned by a rate of what stands elsewhere. */
function reckonedIn(text: string): { sum: MoneySum; rate: number; base: string }[] {
  const sums = findSums(text);
  return findPercents(text).flatMap(({ start, end, percent }) => {
    const next = sums.find((sum) => sum.start >= end);
    const base = RECKONED_ON.exec(text.slice(0, start))?.[1];
    const isIt = next && base && RECKONED_AS.test(text.slice(end, next.start));
    return isIt ? [{ sum: next, rate: ratioOf(percent), base: base.replace(/\s|^照/g, "") }] : [];
  });
}

const RECKONED_ON = /[按以]([^，。；]{2,30})(?:的|[×xX*])\s*$/;
const RECKONED_AS =
  /^(?:的?(?:比例|税率|费率))?(?:计[取算收列提]?|收取|提取|计征|征收)?[，,（(：:]?\s*(?:即|计|为|共|合|得|金额|人民币|[：:¥￥\s])*$/;

/** Whether one slip made such a sum, or its rate, of a sum that is told: else what it is reckoned of may not be told at all. */
function isNearAny({ sum, rate }: { sum: MoneySum; rate: number }, wholes: readonly number[]): boolean {
  const fen = fenOf(sum) ?? 0;
  return wholes.some((whole) => {
    const meant = Math.round(whole * rate);
    const steps = (fen / Math.max(1, whole)) * HALF_PERCENTS;
    const isOtherRate =
      Math.round(steps) > 0 &&
      steps < MOST_STEPS &&
      Math.abs(Math.round(steps) - steps) * whole <= YUAN_FEN * HALF_PERCENTS;
    const isSlip = meant > 0 && looksSlipped(wholeToDecimal(fen, 0), wholeToDecimal(meant, 0));
    return isOtherRate || isSlip;
  });
}

/** Rates are told in halves of a percent, and are no more than a third. */
const HALF_PERCENTS = 200;
const MOST_STEPS = 66;

function ratioOf(percent: string): number {
  const { units, scale } = readDecimal(percent);
  return Number(units) / 10 ** (scale + 2);
}

function isOfAny(sum: MoneySum, rate: number, wholes: readonly number[]): boolean {
  const fen = fenOf(sum) ?? 0;
  const slack = Math.max(
    YUAN_FEN,
    (sum.digits?.precisionFen ?? 0) > YUAN_FEN ? (sum.digits?.precisionFen ?? 0) / 2 : 0,
  );
  return wholes.some((whole) => Math.abs(whole * rate - fen) <= slack);
}
