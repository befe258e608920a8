import { decimalToText } from "../model/decimal.ts";
import type { Cause, Finding, Message } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { Contents } from "../model/record.ts";
import {
  asPrinted,
  type Claim,
  type Equation,
  type Fit,
  fitOf,
  type Operand,
  operandsOf,
  outcomeOf,
  type RivalValue,
} from "../model/relation.ts";
import { monthsOfTerm } from "../model/relation-months.ts";
import {
  isFarOff,
  isMisput,
  isMultiple,
  isOddShare,
  isOfAnotherWhole,
  isOfTable,
  isSlip,
  isWithoutRow,
} from "../model/relation-slip.ts";
import { causeOf, type Other } from "./cause.ts";
import { knownClaims } from "./known-claims.ts";
import { mayBeMisreadMonths, paysTotal } from "./misread-months.ts";
import {
  hasUnplacedFigure,
  hasUnplacedPayment,
  hasUnplacedWhole,
  isTornAmid,
  mayLackPart,
  UNPLACED,
} from "./missing-part.ts";
import type { Rule, Verdict } from "./rule.ts";

/** The parts of a finding that a rule words itself. */
export interface Wording {
  expected: string;
  actual: string;
  difference: string;
  formula: string;
  message: Message;
}

export type Describe = (equation: Equation, claim: Claim, fit: Fit) => Wording;

/** Verdicts on what an agreement says by its figures: holds, or how badly it doesn't, or what is missing to tell. */
export function judgeClaims(
  contents: Contents,
  rule: Pick<Rule, "id" | "severity">,
  claims: readonly Claim[],
  describe: Describe,
): Verdict[] {
  return claims
    .filter((claim) => claim.ruleId === rule.id)
    .map((claim): Verdict => {
      const { version, subject, equation, missing } = claim;
      if (!equation) return { outcome: "cannot-tell", version, subject, missing };
      const fit = fitOf(equation);
      if (fit === "holds") return { outcome: "pass", version, subject, missing: [] };
      if (mayBeMisput(contents, claim, equation))
        return { outcome: "cannot-tell", version, subject, missing: [UNPLACED] };
      const severity = fit === "broken" ? rule.severity : "warning";
      const operands = operandsOf(equation);
      const finding: Finding = {
        ruleId: rule.id,
        severity,
        ...doubtIfIncomplete(contents, equation, causeOfEquation(contents, equation)),
        version,
        subject,
        ...describe(equation, claim, fit),
        followsFrom: null,
        evidence: placesOf(equation, operands),
      };
      return { outcome: "fail", finding, equation, figures: operands.map((operand) => operand.source) };
    });
}

/**
 * Whether figures that don't come out, as no slip explains, may have been put together wrongly: others near them found no
 * place. Digits and 大写 side by side say the same sum whatever stands around them.
 */
function mayBeMisput(contents: Contents, claim: Claim, equation: Equation): boolean {
  const { all } = knownClaims(contents);
  if (isOfTable(claim) || isOfAnotherWhole(claim, all) || isWithoutRow(claim, all))
    return isMisput(claim, all) || (equation.kind === "product" && isOfMonths(contents, equation));
  const places = operandsOf(equation).flatMap(({ evidence }) => evidence);
  // A payment more or less is no slip of those that were read.
  if (claim.ruleId === "schedule-equals-total" && hasUnplacedPayment(contents, places)) return true;
  if (claim.ruleId === "schedule-equals-total" && paysLineAlone(contents, equation)) return true;
  if (isOddShare(equation, all)) return false;
  if (isOfPayments(claim) && (isOfMonths(contents, equation) || hasUnplacedWhole(contents))) return true;
  if (isSlip(equation)) return false;
  if (claim.ruleId === "capitals-equal-digits" && !isFarOff(equation)) return false;
  return hasUnplacedFigure(contents, places);
}

/** Whether figures differ by as many times as there are months: one of them is by the month. */
const isOfMonths = (contents: Contents, equation: Equation): boolean =>
  isMultiple(equation, monthsOfTerm(contents)) && !isSlip(equation);

/** 固定运行费按季支付，每季314,400元 of a price that has other lines: whether what is paid again and again comes to just one line. */
function paysLineAlone({ budgets, schedules }: Contents, equation: Equation): boolean {
  const { computed } = outcomeOf(equation);
  const own = new Set<object>(operandsOf(equation).map(({ source }) => source));
  const paid = schedules.filter(({ instalments }) =>
    instalments.some(({ amount }) => amount !== null && own.has(amount)),
  );
  const isPlain = paid.every(({ instalments }) =>
    instalments.every(({ percent, occurrences }) => !percent && occurrences > 1),
  );
  const yuan = computed === null ? Number.NaN : Number(decimalToText(computed));
  const isLine = budgets.some(({ lines }) =>
    lines.some(({ amount }) => amount.fen === Math.round(yuan * FEN)),
  );
  return budgets.length === 1 && paid.length > 0 && isPlain && isLine;
}

const FEN = 100;

const isOfPayments = ({ ruleId }: Claim): boolean =>
  ruleId === "schedule-equals-total" || ruleId === "instalment-percent-of-total";

/** Where a part may have gone unread, a sum may lack it, and where text is torn, anything: the paper isn't accused of that. */
function doubtIfIncomplete<Found extends { cause: Cause }>(
  contents: Contents,
  equation: Equation,
  found: Found,
): Found {
  if (found.cause !== "document") return found;
  const isOpenSum = equation.kind === "sum" && !equation.strict;
  const places = operandsOf(equation).flatMap(({ evidence }) => evidence);
  const isOpen =
    (isOpenSum && mayLackPart(contents, equation)) ||
    isTornAmid(contents, places) ||
    isOvershadowed(contents, equation) ||
    isMisscheduled(contents, equation);
  return isOpen ? { ...found, cause: "unknown" } : found;
}

/** Whether the months or counts of the schedule that a sum is of may have been misread. */
function isMisscheduled(contents: Contents, equation: Equation): boolean {
  if (equation.kind !== "sum") return false;
  const own = new Set(equation.terms.map(({ operand }) => operand.source));
  return contents.schedules
    .filter(({ instalments }) => instalments.some(({ amount }) => amount !== null && own.has(amount)))
    .some((schedule) => mayBeMisreadMonths(contents, schedule, paysTotal));
}

/** A mere slip of rounding whose figure also takes part in what doesn't come out at all, by a figure in doubt. */
function isOvershadowed(contents: Contents, equation: Equation): boolean {
  if (fitOf(equation) === "broken") return false;
  const { isInDoubtfulBreak } = knownClaims(contents);
  return operandsOf(equation).some(({ source }) => isInDoubtfulBreak(source));
}

/** Counts, for every rival reading, the claims on its figure that it would satisfy, provided it satisfies this one. */
function causeOfEquation(contents: Contents, equation: Equation) {
  const fits = (own: Equation, ...others: Other<RivalValue, Operand>[]): boolean => {
    const rivals = new Map<object, RivalValue>(others.map(({ figure, rival }) => [figure.source, rival]));
    return fitOf(own, (operand) => rivals.get(operand.source) ?? asPrinted(operand)) === "holds";
  };
  return causeOf<RivalValue, Operand>(
    operandsOf(equation),
    (figure, rival) => {
      if (!fits(equation, { figure, rival })) return 0;
      const others = knownClaims(contents)
        .about(figure.source)
        .filter((claim) => claim.equation !== null && fits(claim.equation, { figure, rival }));
      return 1 + others.length;
    },
    (one, other) => equation.kind === "product" && fits(equation, one, other),
  );
}

/** Every place of the figures concerned, the one that the equation is about first. */
function placesOf(equation: Equation, operands: readonly Operand[]): Place[] {
  const ordered =
    equation.kind === "sum" || equation.kind === "product"
      ? [operands.at(-1), ...operands.slice(0, -1)]
      : operands;
  return ordered.flatMap((operand) => operand?.evidence ?? []);
}
