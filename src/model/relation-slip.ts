import {
  absolute,
  compare,
  type Decimal,
  decimalToText,
  larger,
  ONE,
  subtract,
  wholeToDecimal,
  ZERO,
} from "./decimal.ts";
import { looksMisread, looksSlipped, neighboursSwapped, withOtherDigit } from "./looks-misread.ts";
import {
  asPrinted,
  type Claim,
  type Equation,
  fitOf,
  type Operand,
  operandsOf,
  outcomeOf,
} from "./relation.ts";
import { solveFor } from "./relation-solve.ts";

/** One slip moves what several figures come to by less than a quarter, unless its digit is the first. */
const MOST_OFF = 4;

/**
 * Whether a relation fails as by one slip, of a typist or of a reader: another digit, two changed about, one lost or doubled
 * in one figure, or a sum off by one digit in one place. What fails otherwise was more likely put together wrongly.
 */
export function isSlip(equation: Equation): boolean {
  return isOffByOneDigit(equation) || operandsOf(equation).some((operand) => slips(equation, operand));
}

/**
 * Whether what figures come to and what is printed lie so far apart that no misreckoning explains it, nor one slip:
 * figures that do not belong together.
 */
export function isFarOff(equation: Equation): boolean {
  if (fitOf(equation) !== "broken") return false;
  const { computed, printed, difference } = outcomeOf(equation);
  if (computed === null) return true;
  const most = larger(absolute(computed), absolute(printed));
  return compare(times(difference, MOST_OFF), most) > 0 && !isSlip(equation);
}

/** Rules of rows and columns of a table, which show by themselves what belongs together. */
const OF_TABLES = new Set<Claim["ruleId"]>(["column-sums-to-total", "quantity-times-price"]);
export const isOfTable = ({ ruleId }: Claim): boolean => OF_TABLES.has(ruleId);

/** So many shares that come out show that one which doesn't is a share of the same whole; payments may have several. */
const LEAST_ALIKE = { share: 1, portion: 2 };

/** Whether a share is the only one of a whole's that fails, among others that don't: it is theirs, and wrong. */
export function isOddShare(equation: Equation, claims: readonly Claim[]): boolean {
  if (equation.kind !== "share" && equation.kind !== "portion") return false;
  const others = claims.flatMap(({ equation: other }) =>
    other !== null &&
    other.kind === equation.kind &&
    other.whole.source === equation.whole.source &&
    other.share.source !== equation.share.source
      ? [fitOf(other)]
      : [],
  );
  return others.length >= LEAST_ALIKE[equation.kind] && others.every((fit) => fit !== "broken");
}

/** With fewer products none stands out. */
const LEAST_PRODUCTS = 3;

/**
 * Whether most products of a version fail: their columns are not what they were taken for, or a third factor
 * (months, days) is missing.
 */
export function failsWithOthers({ ruleId, version, equation }: Claim, claims: readonly Claim[]): boolean {
  if (equation?.kind !== "product" || fitOf(equation) !== "broken") return false;
  const all = claims.flatMap((other) =>
    other.ruleId === ruleId && other.version === version && other.equation !== null ? [other.equation] : [],
  );
  const failing = all.filter((other) => fitOf(other) === "broken");
  return all.length >= LEAST_PRODUCTS && failing.length * 2 > all.length;
}

/** Shares of one whole of which the amounts are shares of another one, to within so much of each other. */
const ALIKE = 0.005;

/**
 * Whether a share fails as all others of the same whole do, by amounts that are the same shares of another sum, which is told as
 * a whole (下浮后合同价 behind what the lines come to), or was not read at all: it is not what they are shares of.
 */
export function isOfAnotherWhole({ version, equation }: Claim, claims: readonly Claim[]): boolean {
  if (equation?.kind !== "portion" || !isOff(equation)) return false;
  const { whole } = equation;
  const own = claims.flatMap(({ equation: other }) =>
    other?.kind === "portion" && other.whole.source === whole.source ? [other] : [],
  );
  if (own.length < 2 || own.some((other) => !isOff(other))) return false;
  const implied = own.map(impliedWhole);
  const isAlike = (value: number): boolean => Math.abs(value - implied[0]) <= ALIKE * implied[0];
  const isOne = ({ value }: Operand): boolean => isAlike(Number(decimalToText(value)));
  if (!implied.every(isAlike)) return false;
  // Of a figure of the other version they may have been left as they were; else what says what they are of was not read.
  const isUnread =
    (own.length >= MANY || !isOneSlipOff(whole, Math.round(implied[0]))) &&
    !claims.some((claim) => claim.version !== version && operandsIn(claim).some(isOne));
  return isUnread || claims.some((claim) => OF_WHOLES.has(claim.ruleId) && operandsIn(claim).some(isOne));
}

/** Off by a unit of a share in whole percents, or by more. */
const isOff = (equation: Equation): boolean => ["one-unit", "broken"].includes(fitOf(equation));

const operandsIn = ({ equation }: Claim): Operand[] => (equation ? operandsOf(equation) : []);

/** Whether one digit of a whole, or two changed about, make the sum in yuan that all its shares are of: a slip then, of the whole. */
const isOneSlipOff = ({ value }: Operand, yuan: number): boolean =>
  Number.isFinite(yuan) && looksSlipped(value, wholeToDecimal(yuan));

/** So many shares are no longer alike by chance. */
const MANY = 3;
/** Claims that compare statements of a whole. */
const OF_WHOLES = new Set<Claim["ruleId"]>(["restated-total-agrees", "capitals-equal-digits"]);

const impliedWhole = ({ part, share, times: count }: Extract<Equation, { kind: "portion" }>): number =>
  (Number(decimalToText(part.value)) * count * 100) / Number(decimalToText(share.value));

/** Whether one of what figures come to and what is printed is so many times the other: what is paid each time, and in all. */
export function isMultiple(equation: Equation, times: readonly number[]): boolean {
  const { computed, printed } = outcomeOf(equation);
  const [one, all] = [computed ?? ZERO, printed].map((value) => Number(decimalToText(absolute(value))));
  return fitOf(equation) === "broken" && times.some((count) => one * count === all || all * count === one);
}

/** Sums of columns, be they told by a table or by a budget's lines. */
const OF_COLUMNS = new Set<Claim["ruleId"]>(["column-sums-to-total", "total-equals-sum"]);

/**
 * Whether two sums of a table's columns come out without one and the same row (94, 8, 25, 11 for 130 beside 465,300, 39,600, …):
 * it is part of another one, or was left out of all totals; which, figures can't tell.
 */
export function isWithoutRow({ ruleId, equation }: Claim, claims: readonly Claim[]): boolean {
  if (equation?.kind !== "sum" || !OF_COLUMNS.has(ruleId) || !isOff(equation)) return false;
  const rows = rowsTooMany(equation);
  const sources = new Set(operandsOf(equation).map(({ source }) => source));
  return claims.some(
    ({ ruleId: otherRule, equation: other }) =>
      other?.kind === "sum" &&
      OF_COLUMNS.has(otherRule) &&
      !operandsOf(other).some(({ source }) => sources.has(source)) &&
      isOff(other) &&
      rowsTooMany(other).some((row) => rows.some((own) => standsBeside(own, row))),
  );
}

/** The terms without which a sum comes out. */
export function rowsTooMany(equation: Extract<Equation, { kind: "sum" }>): Operand[] {
  const { computed, printed } = outcomeOf(equation);
  if (computed === null) return [];
  const gap = subtract(computed, printed);
  return equation.terms.flatMap(({ operand, times: count }) =>
    count === 1 && compare(operand.value, ZERO) > 0 && compare(operand.value, gap) === 0 ? [operand] : [],
  );
}

/** Whether two figures stand in one row of a page. */
const standsBeside = (one: Operand, other: Operand): boolean =>
  one.evidence.some((own) =>
    other.evidence.some(
      ({ pageNumber, box }) =>
        pageNumber === own.pageNumber &&
        (Math.min(box[3], own.box[3]) - Math.max(box[1], own.box[1])) * 2 > box[3] - box[1],
    ),
  );

const times = (value: Decimal, count: number): Decimal => ({ ...value, units: value.units * BigInt(count) });

/** 1,214,400 for 1,206,400 has two other digits, as a carry makes of one; 10.19 for 10.20 too. */
function isOffByOneDigit(equation: Equation): boolean {
  const { computed, printed } = outcomeOf(equation);
  if (computed === null) return false;
  const gap = absolute(subtract(computed, printed));
  return /^[1-9]0*$/.test(String(gap.units));
}

/** Whether another value of a figure, as a slip makes of it, would satisfy a relation. */
function slips(equation: Equation, operand: Operand): boolean {
  const { value, lastDigit, kind } = operand;
  const holdsWith = (other: Decimal): boolean =>
    fitOf(equation, (each) =>
      each.source === operand.source ? { value: other, lastDigit } : asPrinted(each),
    ) === "holds";
  if (compare(value, ZERO) <= 0) return false;
  const meant = solveFor(equation, operand);
  // A share in whole percents is another one without a digit too easily: 20 % for 2 %.
  const isFine = kind !== "percent" || compare(lastDigit, ONE) < 0;
  const isLike = (other: Decimal): boolean =>
    looksSlipped(value, other) || (isFine && looksMisread(value, other));
  if (meant !== null && compare(meant, ZERO) > 0 && isLike(meant) && holdsWith(meant)) return true;
  // What was rounded can't be told to its last digit: any other figure may do.
  const isRounded = equation.kind !== "sum" || !operand.exact || kind === "percent";
  return isRounded && [...withOtherDigit(value), ...neighboursSwapped(value)].some(holdsWith);
}
