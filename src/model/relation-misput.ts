import type { Schedule } from "./agreement.ts";
import { type Decimal, decimalToText, equals, multiply, subtract, wholeToDecimal } from "./decimal.ts";
import { type Place, sharedArea } from "./place.ts";
import type { Contents } from "./record.ts";
import {
  type Claim,
  type Equation,
  fitOf,
  type Operand,
  operandsOf,
  outcomeOf,
  type Term,
} from "./relation.ts";
import { monthsOfTerm } from "./relation-months.ts";
import { lineOfShares } from "./relation-schedule-total.ts";
import {
  failsWithOthers,
  isFarOff,
  isMultiple,
  isOddShare,
  isOfAnotherWhole,
  isSlip,
  isWithoutRow,
  rowsTooMany,
} from "./relation-slip.ts";
import type { TableCell } from "./table.ts";
import { numberIn, tableToGrid } from "./table-grid.ts";

/** In what way figures that don't come out were most likely put together wrongly, so that no slip is to be looked for. */
export type Misput =
  | "without-row"
  | "another-whole"
  | "of-months"
  | "third-factor"
  | "line-alone"
  | "without-payment"
  | "steps"
  | "inner-line"
  | "told-twice"
  | "far-off";

/** How the figures of a claim that fails were put together wrongly; null where a slip may explain it, or nothing is amiss. */
export function misputOf(contents: Contents, claim: Claim, claims: readonly Claim[]): Misput | null {
  const { ruleId, equation } = claim;
  if (equation === null || fitOf(equation) === "holds") return null;
  if (isWithoutRow(claim, claims)) return "without-row";
  if (isOfAnotherWhole(claim, claims)) return "another-whole";
  if (failsWithOthers(claim, claims)) return "far-off";
  if (equation.kind === "product" && hasThirdFactor(contents, equation)) return "third-factor";
  if (equation.kind === "product" && isOfMonths(contents, equation)) return "of-months";
  if (ruleId === "schedule-equals-total" && paysLineAlone(contents, equation)) return "line-alone";
  if (ruleId === "schedule-equals-total" && isWithoutPayment(contents, equation)) return "without-payment";
  if (ruleId === "total-equals-sum" && hasInnerLine(equation)) return "inner-line";
  if (ruleId === "total-equals-sum" && hasLineTwice(equation)) return "told-twice";
  if (isOfSteps(contents, claim, claims)) return "steps";
  if (isOddShare(equation, claims)) return null;
  if (isOfPayments(claim) && isOfMonths(contents, equation)) return "of-months";
  return isFarOff(equation) ? "far-off" : null;
}

export const isOfPayments = ({ ruleId }: Claim): boolean =>
  ruleId === "schedule-equals-total" || ruleId === "instalment-percent-of-total";

/** Whether figures differ by as many times as there are months: one of them is by the month. */
const isOfMonths = (contents: Contents, equation: Equation): boolean =>
  isMultiple(equation, monthsOfTerm(contents)) &&
  (!isSlip(equation) || isOfSeveral(equation) || isTotalOften(equation));

/** 服务费3,000元（每月）, paid twelve times: a total that is paid more than once is no whole. */
const isTotalOften = (equation: Equation): boolean =>
  equation.kind === "sum" &&
  equation.terms.length === 1 &&
  equation.terms[0].times > 1 &&
  equals(equation.terms[0].operand.value, equation.result.value);

/** What several figures come to is no tenth of what it should be by one slip of one of them. */
const isOfSeveral = (equation: Equation): boolean =>
  equation.kind === "portion" || (equation.kind === "sum" && equation.terms.length > 1);

/** A row's number, and how long something is guaranteed. */
const NO_FACTOR = /^$|序|号|No|质保|保修|年份/i;

/** 3 | 8,500 | 12 | 306,000: whether a product comes out with one more number of its row: a factor by whatever name. */
function hasThirdFactor({ tables }: Contents, equation: Equation): boolean {
  if (equation.kind !== "product") return false;
  const places = operandsOf(equation).map(({ evidence }) => evidence);
  const stands = ({ text }: TableCell, evidence: readonly Place[]): boolean =>
    text.evidence.some((own) => evidence.some((place) => overlaps(place, own)));
  return tables.some((table) => {
    const { cells } = table;
    const grid = tableToGrid(table);
    const [amount, ...others] = [places.at(-1) ?? [], ...places.slice(0, -1)];
    const at = cells.find((cell) => stands(cell, amount));
    const left = cells.filter(
      (cell) =>
        cell.row === at?.row &&
        cell !== at &&
        !NO_FACTOR.test(grid.headerOf(cell.column)) &&
        !others.some((place) => stands(cell, place)),
    );
    const numbers = left.flatMap((cell) => numberIn(cell)?.value ?? []);
    return isMultiple(
      equation,
      numbers.map((value) => Number(decimalToText(value))).filter((number) => number > 1),
    );
  });
}

const overlaps = (place: Place, whole: Place): boolean =>
  place.pageNumber === whole.pageNumber && sharedArea(place.box, whole.box) > 0;

/** Whether payments come to the total without one of them, told apart from the others: that may be no payment of it (a deposit). */
function isWithoutPayment({ schedules }: Contents, equation: Equation): boolean {
  if (equation.kind !== "sum") return false;
  const { computed, printed } = outcomeOf(equation);
  if (computed === null) return false;
  const gap = subtract(computed, printed);
  if (isWithoutShare(schedules, equation, gap)) return true;
  const schedule = schedules.find(({ instalments }) =>
    instalments.some(({ amount }) => amount !== null && amount === equation.terms[0]?.operand.source),
  );
  return equation.terms.some(({ operand, times }) => {
    const own = schedule?.instalments.find(({ amount }) => amount === operand.source);
    const isApart = own?.from === null || schedule?.instalments.every((each) => each === own || each.percent);
    return own && !own.percent && isApart && equals(multiply(operand.value, wholeToDecimal(times)), gap);
  });
}

/** Whether shares come to the whole without the only one that has no amount beside it: that may be a share of something else. */
function isWithoutShare(
  schedules: readonly Schedule[],
  { terms }: Equation & { kind: "sum" },
  gap: Decimal,
): boolean {
  const own = schedules.flatMap(({ instalments }) =>
    instalments.filter(({ percent }) => terms.some(({ operand }) => operand.source === percent)),
  );
  const [bare, more] = own.filter(({ amount }) => amount === null);
  const term = terms.find(({ operand }) => operand.source === bare?.percent);
  const isOnly = bare !== undefined && more === undefined && own.length > 2;
  return (
    isOnly && term !== undefined && equals(multiply(term.operand.value, wholeToDecimal(term.times)), gap)
  );
}

/** 其中：足球, by whatever word: whether lines come to the total without one that is named behind a word and a colon, as no other is. */
function hasInnerLine(equation: Equation): boolean {
  if (equation.kind !== "sum") return false;
  const { computed, printed } = outcomeOf(equation);
  const isInner = ({ operand }: Term): boolean =>
    /^[（(]?(?![加减])\p{Script=Han}{1,4}[：:]./u.test(operand.name);
  const inner = equation.terms.filter(isInner);
  return (
    inner.length === 1 && computed !== null && equals(subtract(computed, printed), inner[0].operand.value)
  );
}

/** 暂列金额（脚手架）80,000元, 暂列金额50,000元: whether lines come to the total without one of two of one name: what it was, and what it is. */
function hasLineTwice(equation: Equation): boolean {
  if (equation.kind !== "sum") return false;
  const names = equation.terms.map(({ operand }) => operand.name.replace(/\s/g, ""));
  const isTwice = ({ name }: Operand): boolean => {
    const own = name.replace(/\s/g, "");
    return names.some((other, at) => {
      const isOther = equation.terms[at].operand.name !== name || names.indexOf(own) !== at;
      return isOther && plainName(other) === plainName(own) && [other, own].includes(plainName(own));
    });
  };
  return rowsTooMany(equation).some(isTwice);
}

const plainName = (name: string): string => name.replace(/[（(][^（）()]*[）)]/g, "").replace(/\s/g, "");

/** Whether shares of payments, more than one, are of what is paid up to each: of one alone a slip may make that. */
function isOfSteps(contents: Contents, { ruleId, version }: Claim, claims: readonly Claim[]): boolean {
  if (ruleId !== "instalment-percent-of-total") return false;
  const own = claims.filter((each) => each.ruleId === ruleId && each.version === version);
  return own.filter(({ equation }) => equation && isUpTo(contents, equation)).length > 1;
}

/** Whether a share is of what is paid up to an instalment, itself included: 付至60%, by whatever words. */
function isUpTo({ schedules }: Contents, equation: Equation): boolean {
  if (equation.kind !== "portion") return false;
  const { computed } = outcomeOf(equation);
  const own = schedules.find(({ instalments }) =>
    instalments.some(({ amount }) => amount === equation.part.source),
  );
  const upTo = own?.instalments.findIndex(({ amount }) => amount === equation.part.source) ?? 0;
  const fens = own?.instalments
    .slice(0, upTo + 1)
    .map(({ amount, occurrences }) => (amount?.fen ?? Number.NaN) * occurrences);
  const sum = fens?.reduce((all, fen) => all + fen, 0) ?? Number.NaN;
  return upTo > 0 && computed !== null && Number.isInteger(sum) && equals(computed, fenToYuan(sum));
}

const fenToYuan = (fen: number): Decimal => ({ units: BigInt(fen), scale: 2 });

/** 固定运行费按季支付，每季314,400元 of a price that has other lines: whether what is paid again and again comes to just one line. */
function paysLineAlone(contents: Contents, equation: Equation): boolean {
  const { budgets, schedules } = contents;
  const { computed } = outcomeOf(equation);
  const own = new Set<object>(operandsOf(equation).map(({ source }) => source));
  const paid = schedules.filter(({ instalments }) =>
    instalments.some(({ amount }) => amount !== null && own.has(amount)),
  );
  const isPlain = paid.every(
    (schedule) =>
      schedule.instalments.every(({ percent, occurrences }) => !percent && occurrences > 1) ||
      (lineOfShares(contents, schedule) !== null &&
        schedule.instalments.every(({ occurrences }) => occurrences > 1)),
  );
  const yuan = computed === null ? Number.NaN : Number(decimalToText(computed));
  const isLine = budgets.some(({ lines }) =>
    lines.some(({ amount }) => amount.fen === Math.round(yuan * FEN)),
  );
  return budgets.length === 1 && paid.length > 0 && isPlain && isLine;
}

const FEN = 100;
