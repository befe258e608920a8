import { compare, type Decimal, larger, readDecimal, wholeToDecimal, ZERO } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import { sharedArea } from "../model/place.ts";
import type { Contents } from "../model/record.ts";
import { type Choice, type Equation, fitOf, type Operand, operandsOf, outcomeOf } from "../model/relation.ts";
import { shareClaims, subtotalClaims, totalClaims } from "../model/relation-budget.ts";
import { instalmentShareClaims, scheduleClaims } from "../model/relation-schedule.ts";
import { valueWithoutPlace } from "./budget-figures.ts";
import { toldPlaces } from "./told-places.ts";

const ONLY_ROUNDED = {
  zh: "以万元计的各数只有按四舍五入理解才对得上，按所写数字计算并不相符，请核对原件",
  en: "holds only if the figures in 万元 were rounded, and not as they are printed; check the page",
};

/** Sums of such a last digit, in yuan, and coarser ones were hardly rounded: 16.5万元 is meant as printed. */
const HARDLY_ROUNDED = wholeToDecimal(1000);
/** A total in whole 万元 is meant so, be its parts told to the yuan. */
const NEVER_ROUNDED = wholeToDecimal(10_000);

/**
 * Problems for sums, payments and shares in 万元 that come out only within the precision of the coarsest figure: those told
 * beside it are finer (33万元 = 16.5万元 + 9万元 + 6.6万元), or all are so coarse that none was rounded. No rule judges these.
 */
export function findCoarse(contents: Contents): Problem[] {
  const finest = finestOf(contents);
  if (!finest) return [];
  const claims = [
    ...totalClaims(contents),
    ...subtotalClaims(contents),
    ...shareClaims(contents),
    ...scheduleClaims(contents),
    ...instalmentShareClaims(contents),
  ];
  const odd = claims.flatMap(({ equation }) =>
    equation && isOnlyRounded(equation, finest) ? [resultOf(equation)] : [],
  );
  const told = toldPlaces(contents.problems);
  const isTold = ({ evidence }: Operand): boolean =>
    evidence.some((place) =>
      told.some(({ pageNumber, box }) => pageNumber === place.pageNumber && sharedArea(box, place.box) > 0),
    );
  return odd
    .filter((operand) => !isTold(operand))
    .filter((operand, at) => odd.findIndex(({ source }) => source === operand.source) === at)
    .map(({ raw, evidence }) => valueWithoutPlace(raw, { evidence }, ONLY_ROUNDED));
}

/** The last digit of the finest figure in 万元; null where none is told in 万元. */
function finestOf({ budgets, schedules }: Contents): Decimal | null {
  const money = [
    ...budgets.flatMap(({ total, lines }) => [total, ...lines.map(({ amount }) => amount)]),
    ...schedules.flatMap(({ total, instalments }) => [total, ...instalments.map(({ amount }) => amount)]),
  ];
  const coarse = money.flatMap((each) => (each && each.precisionFen > YUAN_FEN ? [each.precisionFen] : []));
  return coarse.length === 0 ? null : readDecimal(String(Math.min(...coarse) / YUAN_FEN));
}
const YUAN_FEN = 100;

function isOnlyRounded(equation: Equation, finest: Decimal): boolean {
  const isCoarse = operandsOf(equation).some(({ kind, exact }) => kind === "money" && !exact);
  if (!isCoarse || fitOf(equation) !== "holds") return false;
  if (equation.kind === "sum") {
    const digit = equation.terms.map(({ operand }) => operand.lastDigit).reduce(smaller);
    const isExact = compare(outcomeOf(equation).difference, ZERO) === 0;
    const isWhole = compare(equation.result.lastDigit, NEVER_ROUNDED) >= 0;
    if (!isExact && (isWhole || compare(digit, HARDLY_ROUNDED) >= 0)) return true;
    return fitOf(equation, asFineAs(digit, equation.result)) !== "holds";
  }
  const isTerm = equation.kind === "portion" && equation.slack !== null;
  const meant: Equation = isTerm ? { ...equation, slack: finest } : equation;
  return fitOf(meant, asFineAs(finest, null)) !== "holds";
}

/** Every figure in 万元 but one as if printed to a last digit. */
const asFineAs =
  (digit: Decimal, except: Operand | null): Choice =>
  (operand) =>
    operand === except || operand.exact || operand.kind !== "money"
      ? operand
      : { value: operand.value, lastDigit: smaller(operand.lastDigit, digit) };

const smaller = (a: Decimal, b: Decimal): Decimal => (larger(a, b) === a ? b : a);

const resultOf = (equation: Equation): Operand => {
  if (equation.kind === "share") return equation.share;
  return equation.kind === "portion" ? equation.part : equation.result;
};
