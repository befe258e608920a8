import type { Instalment, Schedule } from "./agreement.ts";
import { indexToMonth, monthIndex } from "./calendar.ts";
import { compare, half, larger, multiply, wholeToDecimal, ZERO } from "./decimal.ts";
import type { RuleId } from "./finding.ts";
import type { Contents } from "./record.ts";
import { type Claim, type Equation, fitOf, type Operand, outcomeOf, type Term } from "./relation.ts";
import { constantToOperand, moneyToOperand, percentToOperand } from "./relation-operand.ts";
import { isUpTo, sumUpTo } from "./relation-steps.ts";
import { wholeOf } from "./relation-total.ts";

export const SCHEDULE_NAME = "付款计划";

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
    if (schedule.instalments.length === 0) return [];
    const equation = bestSum(contents, schedule);
    return equation
      ? [claim("schedule-equals-total", schedule, SCHEDULE_NAME, equation)]
      : [lacking("schedule-equals-total", schedule, SCHEDULE_NAME, missingOf(schedule))];
  });
}

/** Every instalment that states its share of the total against its amount. */
export function instalmentShareClaims(contents: Contents): Claim[] {
  return contents.schedules.flatMap((schedule) => {
    const total = wholesOf(contents, schedule)[0] ?? null;
    const whole = total && (partPaid(contents, schedule, total) ?? total);
    const portions = schedule.instalments.map((_, index) => portionOf(schedule.instalments, index, whole));
    const digits = portions.map((portion) => portion?.part.lastDigit ?? ZERO);
    const slack = half(multiply(digits.reduce(larger, ZERO), wholeToDecimal(digits.length)));
    return schedule.instalments.flatMap((instalment, index) => {
      const subject = instalmentName(instalment, index);
      if (!instalment.percent || !instalment.amount) return [];
      const portion = portions[index];
      if (!portion && whole) return [];
      if (!portion) return [lacking("instalment-percent-of-total", schedule, subject, ["总额"])];
      const others = portions.filter((other) => other !== null && other !== portion);
      const isTerm = others.some(
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
 * 建设补贴90万元分三次拨付50%、30%、20%: the line that shares are of where they don't come out by the total. Only where those
 * with shares make up all of it, and each comes out.
 */
function partPaid({ budgets }: Contents, { instalments }: Schedule, total: Operand | null): Operand | null {
  const shared = instalments.filter(({ percent, amount }) => percent && amount);
  const isOf = (whole: Operand): boolean =>
    shared.every((_, at) => {
      const portion = portionOf(shared, at, whole);
      return portion !== null && isExactPortion(portion);
    });
  const shares = shared.map(({ percent, occurrences }) => Number(percent?.percent) * occurrences);
  if (shared.length < 2 || shares.reduce((sum, share) => sum + share, 0) !== 100) return null;
  if (!total || isOf(total)) return null;
  const lines = budgets.flatMap(({ lines }) => lines);
  const found = lines.map(({ label, amount }) => moneyToOperand(amount, label.value)).filter(isOf);
  return found[0] ?? null;
}

/** An instalment as messages name it: by its months, else by its place. */
export function instalmentName(instalment: Instalment, index: number): string {
  const { from, to } = instalment;
  if (!from) return `第${index + 1}期`;
  return !to || to === from ? monthName(from) : `${monthName(from)}至${monthName(to)}`;
}

/** The months an instalment stands for, both included, as counted months; null where it names none. */
export function monthsOf(instalment: Instalment): { first: number; last: number } | null {
  if (!instalment.from) return null;
  const first = monthIndex(instalment.from);
  return { first, last: instalment.to ? monthIndex(instalment.to) : first + instalment.occurrences - 1 };
}

/** The instalments in force: an amendment's own, and before its first month those first agreed. */
export function instalmentsInForce(contents: Contents, schedule: Schedule): Instalment[] {
  return [...earlierInstalments(contents, schedule), ...schedule.instalments];
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
  equations.push(...sumsBesideOriginal(contents, schedule));
  const holding = equations.find((equation) => fitOf(equation) === "holds");
  if (holding || equations.length === 0) return holding ?? null;
  const part = partPaid(contents, schedule, equations[0].kind === "sum" ? equations[0].result : null);
  const ofPart: Equation | null = part && { kind: "sum", terms: sums[0], result: part, strict: false };
  if (ofPart && fitOf(ofPart) === "holds") return ofPart;
  if (!schedule.total && budgetWholes(contents, schedule).length > 1) return null;
  return equations.reduce((best, next) =>
    compare(outcomeOf(next).difference, outcomeOf(best).difference) < 0 ? next : best,
  );
}

/** An amendment may pay only what is added; with the first total that makes the new one. Only where it comes out is it meant so. */
function sumsBesideOriginal(contents: Contents, schedule: Schedule): Equation[] {
  if (schedule.version !== "amended") return [];
  const [before, ...others] = contents.budgets.filter(({ version }) => version === "original");
  const original = before && others.length === 0 ? wholeOf(contents, before) : null;
  if (!original) return [];
  const terms = [...termsOf(schedule.instalments), { operand: original, times: 1 }];
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

/** The totals a schedule may add up to: its own (said more exactly by its budget's where they agree), else its budgets'. */
function wholesOf(contents: Contents, schedule: Schedule): Operand[] {
  const wholes = budgetWholes(contents, schedule);
  if (!schedule.total) return wholes;
  const own = moneyToOperand(schedule.total, `${SCHEDULE_NAME}总额`);
  const exact = wholes.find(
    (whole) =>
      whole.exact &&
      fitOf({ kind: "sum", terms: [{ operand: whole, times: 1 }], result: own, strict: false }) === "holds",
  );
  return [own.exact ? own : (exact ?? own)];
}

/** The totals of the budgets of a schedule's version; an amendment that leaves the budget alone pays the original one. */
function budgetWholes(contents: Contents, schedule: Schedule): Operand[] {
  const same = contents.budgets.filter((budget) => budget.version === schedule.version);
  const isUnchanged = same.length === 0 && schedule.version === "amended";
  const budgets = isUnchanged ? contents.budgets : same;
  const peers = contents.schedules.filter((other) => other.version === schedule.version);
  const own =
    peers.length > 1 && peers.length === budgets.length ? [budgets[peers.indexOf(schedule)]] : budgets;
  return own.map((budget) => wholeOf(contents, budget)).filter((whole) => whole !== null);
}

/** Every instalment's figure; what is told as paid up to one stands for it and all before. */
function termsOf(instalments: readonly Instalment[], key: "amount" | "percent" = "amount"): Term[] {
  const upTo = instalments.findLastIndex((instalment) => isUpTo(instalment[key]));
  const until = upTo < 0 ? null : sumUpTo(instalments, upTo, key, instalmentName(instalments[upTo], upTo));
  const first = until ? [{ operand: until, times: 1 }] : [];
  return instalments.reduce<Term[]>((terms, { amount, percent, occurrences }, index) => {
    const name = instalmentName(instalments[index], index);
    const operand =
      key === "amount" ? amount && moneyToOperand(amount, name) : percent && percentToOperand(percent, name);
    if (operand && !(until && index <= upTo)) terms.push({ operand, times: occurrences });
    return terms;
  }, first);
}

/** What the original schedule pays before the first month of an amended one; nothing unless both go by the month. */
function earlierInstalments(contents: Contents, schedule: Schedule): Instalment[] {
  if (schedule.version !== "amended") return [];
  const originals = contents.schedules.filter((other) => other.version === "original");
  const starts = schedule.instalments.map(monthsOf);
  if (originals.length !== 1 || starts.length === 0 || starts.some((months) => months === null)) return [];
  const start = Math.min(...starts.flatMap((months) => (months ? [months.first] : [])));
  return originals[0].instalments.flatMap((instalment) => {
    const months = monthsOf(instalment);
    if (!months || months.last - months.first + 1 !== instalment.occurrences || months.first >= start)
      return [];
    const last = Math.min(months.last, start - 1);
    return [{ ...instalment, to: indexToMonth(last), occurrences: last - months.first + 1 }];
  });
}

type Portion = Extract<Equation, { kind: "portion" }>;

/** A share of an instalment paid many times may be that of one payment or of all: the one that comes closer is meant. */
function portionOf(instalments: readonly Instalment[], index: number, whole: Operand | null): Portion | null {
  const instalment = instalments[index];
  if (!instalment.percent || !instalment.amount || !whole) return null;
  const name = instalmentName(instalment, index);
  if (isUpTo(instalment.percent) || isUpTo(instalment.amount)) {
    const share = sumUpTo(instalments, index, "percent", `${name}比例`);
    const part = sumUpTo(instalments, index, "amount", name);
    return share && part && { kind: "portion", share, whole, part, times: 1, slack: null };
  }
  const share = percentToOperand(instalment.percent, `${name}比例`);
  const one: Portion = {
    kind: "portion",
    share,
    whole,
    part: moneyToOperand(instalment.amount, name),
    times: 1,
    slack: null,
  };
  const all: Portion = { ...one, times: instalment.occurrences };
  return compareDistance(all, one) < 0 ? all : one;
}

const compareDistance = (a: Portion, b: Portion): number =>
  compare(outcomeOf(a).difference, outcomeOf(b).difference);
const isExactPortion = (portion: Portion): boolean => fitOf({ ...portion, slack: ZERO }) === "holds";
/** A share of whole tenths comes out exactly also where shares describe amounts: it says nothing of 45.76 % beside it. */
const isPlainShare = ({ value: { units, scale } }: Operand): boolean =>
  (units * 10n) % 10n ** BigInt(scale) === 0n;
const monthName = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

function claim(ruleId: RuleId, schedule: Schedule, subject: string, equation: Equation): Claim {
  return { ruleId, version: schedule.version, subject, equation, missing: [] };
}

function lacking(ruleId: RuleId, schedule: Schedule, subject: string, missing: string[]): Claim {
  return { ruleId, version: schedule.version, subject, equation: null, missing };
}
