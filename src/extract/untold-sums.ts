import type { Problem } from "../model/finding.ts";
import type { Flow, FlowParagraph, FlowTable } from "../model/flow.ts";
import type { Place } from "../model/place.ts";
import type { Contents } from "../model/record.ts";
import type { Money } from "../model/value.ts";
import { notUnderstood, type Span } from "./budget-figures.ts";
import { isTermOfFitting } from "./budget-formulas.ts";
import { phraseBefore } from "./budget-phrases.ts";
import { type Clause, findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { findPercents } from "./figures/index.ts";
import { fitsTax, taxKindOf } from "./misreckoned-taxes.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";
import { figuresOf, isToldChange } from "./record-money.ts";
import { toldPlaces } from "./told-places.ts";
import { isOfFunds } from "./untold-funds.ts";
import { isOfOtherKind } from "./untold-kinds.ts";
import { madeUpIn } from "./untold-makeup.ts";
import { isMakeupOfPrice, isReckoned, isTimesBefore, SUMS_UP } from "./untold-reckoned.ts";

export const UNTOLD = {
  zh: "价款条款中的这笔金额未能归入预算的任何一项，请核对原件",
  en: "no line of the budget accounts for this sum of a clause about the price; check the page",
};
const UNTOLD_SUBTOTAL = {
  zh: "像是小计，但与其前各项之和不符，或各项未能读出，请核对原件",
  en: "looks like a subtotal, but isn't what the items before it come to, or those were not read; check the page",
};

/** Outside the clauses about the price money is a part of it only amid a list, and where it isn't too little. */
const FEWEST_LISTED = 2;
const LEAST_PART = 1000;

/** A sum that no figure of the record accounts for. */
interface Untold {
  clause: Clause<FlowParagraph>;
  sums: readonly MoneySum[];
  sum: MoneySum;
}

/**
 * Problems for money which is no figure of the record, doesn't follow from those that are, and isn't plainly of another kind,
 * in the clauses that tell the price and where several such sums are listed: parts of the price whose words were not
 * understood, so that no rule can compare them.
 */
export function findUntoldSums(flow: Flow, contents: Contents, months: number | null): Problem[] {
  const clauses = findClauses(flow);
  const { price, paid } = figuresOf(contents);
  const priced = sectionsOfPrice(clauses, contents);
  const untold = clauses
    .filter(isProse)
    .filter(({ isOther }) => !isOther)
    .flatMap((clause) => untoldIn(clause, contents, { price, paid }));
  const bySection = new Map(
    [...new Set(untold.map(({ clause }) => clause.section))].map((section) => {
      const own = clauses.filter(isProse).filter((other) => other.section === section);
      return [section, madeUpIn(own, contents, months ?? 0)];
    }),
  );
  const left = untold.filter(({ clause, sum }) => !bySection.get(clause.section)?.(clause.part, sum));
  const leastFen = Math.max(0, ...price.map(({ fen }) => fen)) / LEAST_PART;
  const isListed = ({ clause, sum }: Untold): boolean =>
    (fenOf(sum) ?? 0) >= leastFen &&
    left.filter((other) => other.clause.section === clause.section).length >= FEWEST_LISTED;
  return left.filter((each) => priced.has(each.clause.section) || isListed(each)).map(toProblem);
}

/** 甲方承担70%，64,246元: what is told as the share of a figure of the record, and is that. */
function isShareOfAny(text: string, sum: MoneySum, wholes: readonly number[]): boolean {
  const piece = /[^。；;]*$/.exec(text.slice(0, sum.start))?.[0] ?? "";
  const share = findPercents(piece).at(-1);
  if (!share || !/^[，,（(]?\s*(?:即|计|为|共)*(?:人民币)?[¥￥\s]*$/.test(piece.slice(share.end)))
    return false;
  return wholes.some((fen) => Math.abs((fen * Number(share.percent)) / PERCENT - (fenOf(sum) ?? 0)) < 1);
}

const PERCENT = 100;

/** The sections that tell the price: by their headings, or because figures of a budget were read in them. */
export function sectionsOfPrice(clauses: readonly Clause[], contents: Contents): Set<number> {
  const places = figuresOf(contents).price.flatMap(({ evidence }) => evidence);
  const telling = clauses.filter((clause) => clause.isBudget || stands(clause, places));
  return new Set(telling.map(({ section }) => section));
}

function untoldIn(
  clause: Clause<FlowParagraph>,
  { budgets, problems }: Contents,
  { price, paid }: { price: readonly Money[]; paid: readonly Money[] },
): Untold[] {
  const { content } = clause.part;
  const placed = [...price, ...paid].flatMap(({ evidence }) => evidence);
  const told = toldPlaces(problems);
  const sums = findSums(content.text);
  const wholes = price.map(({ fen }) => fen);
  const totals = budgets.flatMap(({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen ?? []);
  const left = sums.filter((sum) => {
    const fen = fenOf(sum);
    if (!fen || isOneOf(price, fen) || standsAt(content, [...placed, ...told], sum)) return false;
    const isTax = taxKindOf(content.text, sums, sum) !== null;
    if (isTax && fitsTax(content.text, sums, sum, wholes)) return false;
    if (isMakeupOfPrice(content.text, sums, sum) || isShareOfAny(content.text, sum, wholes)) return false;
    if (isOfFunds(content.text, sums, sum, totals) || isToldChange(budgets, content.text, sum)) return false;
    if (isTermOfFitting(content.text, sums, sum)) return false;
    return !isOfOtherKind(clause, sums, sum, budgets) && !isReckoned(budgets, content.text, sums, sum);
  });
  const partedFens = price.map(({ fen }) => fen);
  const untold = left.filter((sum) => !isPartedAnew(sums, sum, partedFens));
  const isAlone = untold.length === 1 && isOfNoList(content.text, sums, untold[0], { price, paid });
  return isAlone ? [] : untold.map((sum) => ({ clause, sums, sum }));
}

/** 由甲方承担6万元，其余4万元由乙方承担: whether a sum is of a run that comes to the price, told anew by who bears it. */
function isPartedAnew(sums: readonly MoneySum[], sum: MoneySum, wholes: readonly number[]): boolean {
  const fens = sums.map((each) => fenOf(each) ?? Number.NaN);
  const at = sums.indexOf(sum);
  return fens.some((_, from) =>
    fens.some((__, to) => {
      const run = fens.slice(from, to + 1);
      const isRun = from <= at && at <= to && to > from;
      return isRun && wholes.includes(run.reduce((all, fen) => all + fen, 0));
    }),
  );
}

/** One sum alone is no list: 年租金277,100元, what is paid each time; 三个月计…, the sum before so often; 含培训费…, of the whole before. */
function isOfNoList(
  text: string,
  sums: readonly MoneySum[],
  sum: MoneySum,
  { price, paid }: { price: readonly Money[]; paid: readonly Money[] },
): boolean {
  const fen = fenOf(sum) ?? 0;
  const whole = sums[sums.indexOf(sum) - 1];
  const wholeFen = (whole && fenOf(whole)) ?? 0;
  const isWithin =
    wholeFen > fen &&
    isOneOf(price, wholeFen) &&
    /(?<!不)含[^，。；\d]{0,12}$/.test(text.slice(whole.end, sum.start));
  return isWithin || isOneOf(paid, fen) || isTimesBefore(text, sums, sum);
}

const isOneOf = (figures: readonly Money[], fen: number): boolean =>
  figures.some((money) => Math.abs(money.fen) === Math.abs(fen));

function toProblem({ clause, sums, sum }: Untold): Problem {
  const { content } = clause.part;
  const floor = sums[sums.indexOf(sum) - 1]?.end ?? 0;
  const { label } = phraseBefore(content.text, sum.start, floor);
  const isSubtotal = SUMS_UP.test(content.text.slice(label.start, sum.start));
  const span: Span = { start: label.start < label.end ? label.start : sum.start, end: sum.end };
  return notUnderstood(content, span, isSubtotal ? UNTOLD_SUBTOTAL : UNTOLD);
}

const stands = (clause: Clause, places: readonly Place[]): boolean =>
  isProse(clause)
    ? standsAt(clause.part.content, places)
    : (clause.part as FlowTable).cells.some(({ content }) => standsAt(content, places));
