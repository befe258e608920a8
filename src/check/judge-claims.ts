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
  type RivalValue,
} from "../model/relation.ts";
import { causeOf, type Other } from "./cause.ts";
import { knownClaims } from "./known-claims.ts";
import { mayBeMisput } from "./misput.ts";
import { mayBeMisreadMonths, paysTotal } from "./misread-months.ts";
import { isTornAmid, mayLackPart, UNPLACED } from "./missing-part.ts";
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
