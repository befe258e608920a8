import type { Schedule } from "./agreement.ts";
import {
  absolute,
  add,
  compare,
  equals,
  half,
  larger,
  multiply,
  subtract,
  wholeToDecimal,
  ZERO,
} from "./decimal.ts";
import type { RuleId } from "./finding.ts";
import type { Contents } from "./record.ts";
import { type Claim, type Equation, fitOf, type Operand, outcomeOf, type Term } from "./relation.ts";
import { earlierInstalments, instalmentName, instalmentsInForce } from "./relation-instalments.ts";
import { constantToOperand, moneyToOperand } from "./relation-operand.ts";
import { isExactPortion, isOfSumBeside, isPlainShare, type Portion, portionOf } from "./relation-portion.ts";
import { lotSums } from "./relation-schedule-lots.ts";
import { leavesRemainder, termsOf } from "./relation-schedule-terms.ts";
import { budgetWholes, lineOf, lineOfShares, SCHEDULE_NAME, wholesOf } from "./relation-schedule-total.ts";
import { wholeOf } from "./relation-total.ts";

/** A schedule's own total against that of the budget it pays. */
export function scheduleRestatementClaims(contents: Contents): Claim[] {
  return contents.schedules.flatMap((schedule) => {
    const wholes = budgetWholes(contents, schedule);
    const isNone = paysWhatIsAdded(contents, schedule) || paysLine(contents, schedule);
    if (!schedule.total || wholes.length !== 1 || isNone) return [];
    const result = moneyToOperand(schedule.total, `${SCHEDULE_NAME}总额`);
    const terms = [{ operand: wholes[0], times: 1 }];
    return [
      claim("restated-total-agrees", schedule, result.name, { kind: "sum", terms, result, strict: false }),
    ];
  });
}

/** 专项补助3750万元，分三批拨付: the total of a schedule is one line of the whole. */
const paysLine = ({ budgets }: Contents, { total }: Schedule): boolean =>
  budgets.some(({ lines }) => lines.length > 1 && lines.some(({ amount }) => amount.fen === total?.fen));

/** 追加经费11万元，分两次支付: the total of a schedule is what an amendment adds to the price. */
function paysWhatIsAdded(contents: Contents, { version, total }: Schedule): boolean {
  const [before, now] = (["original", "amended"] as const).map((each) =>
    contents.budgets.filter((budget) => budget.version === each),
  );
  const [was, is] = [before, now].map((budgets) =>
    budgets.length === 1 ? ((budgets[0].total ?? budgets[0].totalInCapitals)?.fen ?? null) : null,
  );
  return version === "amended" && was !== null && is !== null && total !== null && was + total.fen === is;
}

/** The instalments, each as often as it is paid, against the total. */
export function scheduleClaims(contents: Contents): Claim[] {
  return contents.schedules.flatMap((schedule) => {
    if (schedule.instalments.length === 0 || leavesRemainder(contents, schedule)) return [];
    const equation = bestSum(contents, schedule);
    if (equation) return [claim("schedule-equals-total", schedule, SCHEDULE_NAME, equation)];
    const missing = missingOf(schedule);
    const isPaid = schedule.instalments.every(({ amount }) => amount);
    const lots = isPaid && !schedule.total ? lotSums(contents, schedule, termsOf(schedule.instalments)) : [];
    return lots.length > 0
      ? lots.map(({ subject, equation: own }) => claim("schedule-equals-total", schedule, subject, own))
      : [lacking("schedule-equals-total", schedule, SCHEDULE_NAME, missing)];
  });
}

/** Every instalment that states its share of the total against its amount. */
export function instalmentShareClaims(contents: Contents): Claim[] {
  return contents.schedules.flatMap((schedule) => {
    const whole = lineOfShares(contents, schedule) ?? wholeOfShares(contents, schedule);
    const first = firstWhole(contents, schedule);
    const portions = schedule.instalments.map((instalment, index) => {
      const own = portionOf(schedule.instalments, index, lineOf(contents, schedule, instalment) ?? whole);
      const ofFirst = first && portionOf(schedule.instalments, index, first);
      if (!own || fitOf(own) === "holds") return own;
      return (
        [ofFirst, ...ofAnyTotal(contents, schedule, index)].find((other) => other && isExactPortion(other)) ??
        own
      );
    });
    const isPaidWhole = whole !== null && comesTo(schedule, whole);
    const others = isPaidWhole ? ofOtherWhole(portions) : new Set();
    const digits = portions.map((portion) => portion?.part.lastDigit ?? ZERO);
    const slack = half(multiply(digits.reduce(larger, ZERO), wholeToDecimal(digits.length)));
    return schedule.instalments.flatMap((instalment, index) => {
      const subject = instalmentName(instalment, index);
      if (!instalment.percent || !instalment.amount || isOfSumBeside(instalment)) return [];
      const portion = portions[index];
      if ((!portion && whole) || (portion && others.has(portion))) return [];
      if (!portion) return [lacking("instalment-percent-of-total", schedule, subject, ["总额"])];
      const peers = portions.filter((other) => other !== null && other !== portion);
      const isTerm = peers.some(
        (other) =>
          other && isExactPortion(other) && (isPlainShare(portion.share) || !isPlainShare(other.share)),
      );
      return [
        claim("instalment-percent-of-total", schedule, subject, { ...portion, slack: isTerm ? slack : null }),
      ];
    });
  });
}

/**
 * 勘察费一次付清；设计费分四期付20%、30%、40%、10%: shares that fail of the total, make up 100 % and come out, each, of what their own sums
 * come to are of that.
 */
function ofOtherWhole(portions: readonly (Portion | null)[]): Set<Portion> {
  const failing = portions.flatMap((portion) => (portion && fitOf(portion) !== "holds" ? [portion] : []));
  const all = failing.reduce((sum, { part }) => add(sum, part.value), ZERO);
  const shares = failing.reduce((sum, { share }) => add(sum, share.value), ZERO);
  const isAll = failing.length > 1 && equals(shares, HUNDRED) && failing.every(({ times }) => times === 1);
  const fits = failing.every(({ share, part }) => {
    const gap = subtract(multiply(all, share.value), multiply(part.value, HUNDRED));
    return compare(absolute(gap), multiply(part.lastDigit, HUNDRED)) <= 0;
  });
  return new Set(isAll && fits ? failing : []);
}

const HUNDRED = wholeToDecimal(100);

/** 附加酬金的10% beside what is still to be paid in all: the share of any budget's total. */
function ofAnyTotal(contents: Contents, { instalments }: Schedule, index: number): Portion[] {
  const wholes = contents.budgets.flatMap(({ total, totalInCapitals }) => total ?? totalInCapitals ?? []);
  return wholes.flatMap((whole) => portionOf(instalments, index, moneyToOperand(whole, "合计")) ?? []);
}

/** Whether all instalments have a sum, and make up the whole. */
const comesTo = ({ instalments }: Schedule, whole: Operand): boolean =>
  instalments.every(({ amount }) => amount) &&
  fitOf({ kind: "sum", terms: termsOf(instalments), result: whole, strict: false }) === "holds";

/** Of several totals (before and after a discount) the one that most shares are of; the first where none is. */
function wholeOfShares(contents: Contents, schedule: Schedule): Operand | null {
  const wholes = wholesOf(contents, schedule);
  const fitting = wholes.map((whole) =>
    schedule.instalments.reduce((count, _, index) => {
      const portion = portionOf(schedule.instalments, index, whole);
      return portion && fitOf(portion) === "holds" ? count + 1 : count;
    }, 0),
  );
  return wholes[fitting.indexOf(Math.max(...fitting))] ?? null;
}

/** 原合同已付预付款（原合同价款的50%）: the first total, of which a payment that an amendment tells again may be a share. */
function firstWhole(contents: Contents, schedule: Schedule): Operand | null {
  if (schedule.version !== "amended") return null;
  const [before, more] = contents.budgets.filter(({ version }) => version === "original");
  return before && !more ? wholeOf(contents, before) : null;
}

/**
 * Of the plausible sums the one that holds, else the one that comes closest.
 * Instalments that state only their share of the total add up to 100 %.
 */
function bestSum(contents: Contents, schedule: Schedule): Equation | null {
  if (schedule.instalments.some((instalment) => !instalment.amount)) return sumOfShares(schedule);
  const lists = [schedule.instalments];
  if (earlierInstalments(contents, schedule).length > 0) lists.push(instalmentsInForce(contents, schedule));
  const sums = lists.map((list) => termsOf(list));
  const equations = wholesOf(contents, schedule).flatMap((result) =>
    sums.map((terms): Equation => ({ kind: "sum", terms, result, strict: false })),
  );
  equations.push(...sumsBesideOriginal(contents, schedule), ...sumsBesideOwn(contents, schedule));
  const holding = equations.find((equation) => fitOf(equation) === "holds");
  if (holding || equations.length === 0) return holding ?? null;
  const part = linePaid(contents, schedule);
  const ofPart: Equation | null = part && { kind: "sum", terms: sums[0], result: part, strict: false };
  if (ofPart && fitOf(ofPart) === "holds") return ofPart;
  if (!schedule.total && budgetWholes(contents, schedule).length > 1) return null;
  return equations.reduce((best, next) =>
    compare(outcomeOf(next).difference, outcomeOf(best).difference) < 0 ? next : best,
  );
}

/** 支付设备费的50%, …: the line that every instalment's share is of; null where any is of the whole, or of another. */
function linePaid(contents: Contents, schedule: Schedule): Operand | null {
  const [first, ...others] = schedule.instalments.map((instalment) => lineOf(contents, schedule, instalment));
  return first && others.every((other) => other?.name === first.name) ? first : null;
}

/** An amendment may pay only what is added; with the first total that makes the new one. Only where it comes out is it meant so. */
function sumsBesideOriginal(contents: Contents, schedule: Schedule): Equation[] {
  const original = firstWhole(contents, schedule);
  if (!original) return [];
  const terms = [...termsOf(schedule.instalments), { operand: original, times: 1 }];
  return wholesOf(contents, schedule)
    .map((result): Equation => ({ kind: "sum", terms, result, strict: false }))
    .filter((equation) => fitOf(equation) === "holds");
}

/** What the payee brings in itself is no payment: with it the instalments may make the total. Only where it comes out is it meant so. */
const BROUGHT_IN = /自筹|自有|自担|自行(?:承担|投入|安排)|[乙丙][方承]*(?:承担|投入|出资|配套)/;
function sumsBesideOwn(contents: Contents, schedule: Schedule): Equation[] {
  const own = contents.budgets
    .filter(({ version }) => version === schedule.version)
    .flatMap(({ lines }) => lines)
    .filter(({ parent, label }) => parent === null && BROUGHT_IN.test(label.value))
    .map(({ amount, label }): Term => ({ operand: moneyToOperand(amount, label.value), times: 1 }));
  if (own.length === 0) return [];
  const terms = [...termsOf(schedule.instalments), ...own];
  return wholesOf(contents, schedule)
    .map((result): Equation => ({ kind: "sum", terms, result, strict: false }))
    .filter((equation) => fitOf(equation) === "holds");
}

/** Shares are terms of payment and so exact; only where all are alike (three of 33 %) they may have been rounded. */
function sumOfShares(schedule: Schedule): Equation | null {
  const { instalments } = schedule;
  const isAlike = new Set(instalments.map(({ percent }) => percent?.percent)).size === 1;
  if (instalments.some(({ percent }) => !percent)) return null;
  const terms = termsOf(instalments, "percent").map(({ operand, times }) => ({
    operand: { ...operand, name: `${operand.name}比例`, exact: !isAlike },
    times,
  }));
  return { kind: "sum", terms, result: constantToOperand(wholeToDecimal(100), "100%"), strict: false };
}

function missingOf(schedule: Schedule): string[] {
  const missing = schedule.instalments.flatMap((instalment, index) =>
    instalment.amount ? [] : [`${instalmentName(instalment, index)}金额`],
  );
  return missing.length > 0 ? missing : ["总额"];
}

function claim(ruleId: RuleId, schedule: Schedule, subject: string, equation: Equation): Claim {
  return { ruleId, version: schedule.version, subject, equation, missing: [] };
}

function lacking(ruleId: RuleId, schedule: Schedule, subject: string, missing: string[]): Claim {
  return { ruleId, version: schedule.version, subject, equation: null, missing };
}
