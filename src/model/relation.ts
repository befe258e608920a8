import type { Version } from "./agreement.ts";
import {
  absolute,
  add,
  compare,
  type Decimal,
  divide,
  larger,
  multiply,
  ONE,
  readDecimal,
  subtract,
  wholeToDecimal,
  ZERO,
} from "./decimal.ts";
import type { RuleId } from "./finding.ts";
import {
  addIntervals,
  cutOffAt,
  exactly,
  type Interval,
  meets,
  multiplyIntervals,
  roundedTo,
  timesInterval,
  widen,
} from "./interval.ts";
import type { Place } from "./place.ts";
import type { Trust } from "./value.ts";

/** A number and the worth of its last printed digit; money in yuan, shares in percent. */
export interface Printed {
  readonly value: Decimal;
  readonly lastDigit: Decimal;
}

/** What another reader saw in a figure's place. */
export interface RivalValue extends Printed {
  readonly raw: string;
  readonly reader: string;
  readonly confidence: number;
  /** The value as it stands in the figure's readings. */
  readonly reading: string | number;
}

/**
 * A figure as arithmetic sees it. `source` is the object of the record that it stands for.
 * `exact` figures mean just what they print; the others stand for the interval of their last digit.
 */
export interface Operand extends Printed {
  readonly source: object;
  readonly name: string;
  readonly raw: string;
  readonly kind: "money" | "percent" | "number";
  readonly exact: boolean;
  readonly trust: Trust;
  readonly confidence: number;
  readonly evidence: readonly Place[];
  readonly rivals: readonly RivalValue[];
  /** What several figures come to, of which `source` is the last: no arithmetic about it proves that one. */
  readonly isSum?: boolean;
}

export interface Term {
  readonly operand: Operand;
  readonly times: number;
}

/**
 * What figures say of each other:
 * sum: Σ times × term = result · product: factors multiplied = result · share: part ÷ whole = share ·
 * portion: share × whole = part, with `slack` when the share is a term of payment rather than a rounded description.
 * A `strict` sum knows no rounding: its sides say the same thing twice.
 */
export type Equation =
  | { kind: "sum"; terms: readonly Term[]; result: Operand; strict: boolean }
  | { kind: "product"; factors: readonly Operand[]; result: Operand }
  | { kind: "share"; part: Operand; whole: Operand; share: Operand }
  | { kind: "portion"; share: Operand; whole: Operand; part: Operand; times: number; slack: Decimal | null };

/** Something an agreement says by its figures: an equation, or the names of the inputs that it lacks. */
export interface Claim {
  readonly ruleId: RuleId;
  readonly version: Version | null;
  readonly subject: string;
  readonly equation: Equation | null;
  readonly missing: readonly string[];
}

/** `cut-off`: not by rounding, but by truncation. `one-unit`: off by at most one unit of the last printed digit. */
export type Fit = "holds" | "cut-off" | "one-unit" | "broken";

/** Which value each figure is taken to have; the record's own unless said otherwise. */
export type Choice = (operand: Operand) => Printed;
export const asPrinted: Choice = (operand) => operand;

const HUNDRED = wholeToDecimal(100);
const HUNDREDTH = readDecimal("0.01");

/** How well an equation holds, by the printed precision of its figures; there is no other tolerance. */
export function fitOf(equation: Equation, choice: Choice = asPrinted): Fit {
  if (doesHold(equation, choice)) return "holds";
  if (meetAs(equation, choice, "cut-off")) return "cut-off";
  const isStrict = equation.kind === "sum" && equation.strict;
  return !isStrict && meetAs(equation, choice, "one-unit") ? "one-unit" : "broken";
}

/** Whether an equation holds, which is asked in a third of the time that it takes to tell how it doesn't. */
export const doesHold = (equation: Equation, choice: Choice = asPrinted): boolean =>
  meetAs(equation, choice, "rounded");

/** What an equation computes and what is printed for it; `computed` is null where a whole is zero. */
export function outcomeOf(equation: Equation, choice: Choice = asPrinted) {
  const [computed, printed] = pointsOf(equation, choice);
  const difference = computed === null ? printed : absolute(subtract(computed, printed));
  return { computed, printed, difference };
}

export function operandsOf(equation: Equation): Operand[] {
  switch (equation.kind) {
    case "sum":
      return [...equation.terms.map((term) => term.operand), equation.result];
    case "product":
      return [...equation.factors, equation.result];
    case "share":
      return [equation.share, equation.part, equation.whole];
    case "portion":
      return [equation.part, equation.share, equation.whole];
  }
}

type Manner = "rounded" | "cut-off" | "one-unit";

function meetAs(equation: Equation, choice: Choice, manner: Manner): boolean {
  const at = (operand: Operand): Interval => standsFor(operand, choice, manner);
  switch (equation.kind) {
    case "sum": {
      const sum = equation.terms
        .map(({ operand, times }) => (times === 1 ? at(operand) : timesInterval(at(operand), times)))
        .reduce(addIntervals, exactly(ZERO));
      const result = at(equation.result);
      return meets(sum, manner === "one-unit" ? widen(result, coarsestDigit(equation, choice)) : result);
    }
    case "product": {
      const product = equation.factors.map((factor) => factorStandsFor(factor, choice, manner));
      const result = inexactly(equation.result, choice, manner);
      return meets(
        product.reduce(multiplyIntervals),
        slackened(result, manner, choice(equation.result).lastDigit),
      );
    }
    case "share": {
      const share = slackened(at(equation.share), manner, choice(equation.share).lastDigit);
      const part = timesInterval(at(equation.part), 100);
      return meets(part, multiplyIntervals(share, at(equation.whole)));
    }
    case "portion":
      return portionMeets(equation, choice, manner);
  }
}

function portionMeets(
  equation: Extract<Equation, { kind: "portion" }>,
  choice: Choice,
  manner: Manner,
): boolean {
  const { slack } = equation;
  const share = choice(equation.share);
  const rate = slack ? exactly(share.value) : standsFor(equation.share, choice, manner);
  const percent = slack ? rate : slackened(rate, manner, share.lastDigit);
  const whole = multiplyIntervals(standsFor(equation.whole, choice, manner), exactly(HUNDREDTH));
  const part = timesInterval(inexactly(equation.part, choice, manner), equation.times);
  const printed = slack ? widen(part, slack) : part;
  return meets(
    multiplyIntervals(percent, whole),
    slackened(printed, manner, choice(equation.part).lastDigit),
  );
}

/** The interval a figure stands for; an exact one for just itself. */
function standsFor(operand: Operand, choice: Choice, manner: Manner): Interval {
  return operand.exact ? exactly(choice(operand).value) : inexactly(operand, choice, manner);
}

function inexactly(operand: Operand, choice: Choice, manner: Manner): Interval {
  const { value, lastDigit } = choice(operand);
  return manner === "cut-off" ? cutOffAt(value, lastDigit) : roundedTo(value, lastDigit);
}

/** A unit price in fen may have been rounded to its last digit; one in whole yuan was set, so that only a warning allows it. */
function factorStandsFor(factor: Operand, choice: Choice, manner: Manner): Interval {
  if (factor.kind !== "money") return exactly(choice(factor).value);
  const isFine = compare(choice(factor).lastDigit, ONE) < 0;
  const mayBeRounded = isFine || !factor.exact || manner === "one-unit";
  return mayBeRounded ? inexactly(factor, choice, manner) : exactly(choice(factor).value);
}

const slackened = (printed: Interval, manner: Manner, unit: Decimal): Interval =>
  manner === "one-unit" ? widen(printed, unit) : printed;

function coarsestDigit(equation: Extract<Equation, { kind: "sum" }>, choice: Choice): Decimal {
  return operandsOf(equation)
    .map((operand) => choice(operand).lastDigit)
    .reduce(larger);
}

function pointsOf(equation: Equation, choice: Choice): [Decimal | null, Decimal] {
  const valueAt = (operand: Operand): Decimal => choice(operand).value;
  switch (equation.kind) {
    case "sum": {
      const terms = equation.terms.map((term) => multiply(valueAt(term.operand), wholeToDecimal(term.times)));
      return [terms.reduce(add, ZERO), valueAt(equation.result)];
    }
    case "product":
      return [equation.factors.map(valueAt).reduce(multiply), valueAt(equation.result)];
    case "share": {
      const share = valueAt(equation.share);
      const part = multiply(valueAt(equation.part), HUNDRED);
      return [divide(part, valueAt(equation.whole), share.scale), share];
    }
    case "portion": {
      const whole = multiply(valueAt(equation.whole), HUNDREDTH);
      const part = multiply(valueAt(equation.part), wholeToDecimal(equation.times));
      return [multiply(valueAt(equation.share), whole), part];
    }
  }
}
