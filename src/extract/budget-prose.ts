import type { Version } from "../model/agreement.ts";
import type { FlowParagraph } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Span } from "./budget-figures.ts";
import { formulasIn } from "./budget-formulas.ts";
import { oddLabels } from "./budget-odd-labels.ts";
import { findPriced } from "./budget-priced.ts";
import { findProducts, type Product } from "./budget-products.ts";
import { hasTotal, type Reading, readSum } from "./budget-reading.ts";
import { findReckonings } from "./budget-reckonings.ts";
import type { BudgetRole } from "./budget-role.ts";
import { shareOut } from "./budget-shares.ts";
import { findOddSurcharges } from "./budget-surcharges.ts";
import { behindGross, findTaxed, oddTaxed } from "./budget-taxed.ts";
import { doubtfulTotals } from "./budget-totals.ts";
import { OPENS } from "./budget-words.ts";
import type { Clause } from "./clauses.ts";
import { findSums, type MoneySum } from "./money-sums.ts";

/** A sum of a paragraph that belongs to a budget: its total, or a line of it. */
export interface Told {
  clause: Clause<FlowParagraph>;
  version: Version;
  sum: MoneySum;
  role: BudgetRole;
  label: Span;
  /** The heading that names it, where its own words name nothing: 上述三项小计 behind 3-1 控制测量. */
  heading?: { content: NormalText; label: Span };
  /** Whether its name was likely read together with a misread word behind it. */
  isOddLabel?: boolean;
  share: Span | null;
  product: Product | null;
  /** The year or lot that a total is of. */
  name: Span | null;
  /** The year or lot that a list is of whose total went unread before its first line. */
  head: Span | null;
  /** 0 for a top-level line, 1 for a part of the line before it, and so on. */
  depth: number;
  /** Whether the words announce parts to come. */
  opens: boolean;
  /** Told in passing where money is paid; a total only where no better one is. */
  isPassing: boolean;
  /** A total whose words leave no doubt that it is one. */
  isClear: boolean;
  /** A total that what is taken off one told before leaves: 优惠后总价. */
  isNet: boolean;
  /** Whether a tax is told of the line before it, and not of the whole. */
  isOfLine: boolean;
  /** Whether it is taken off, so that it counts below zero. */
  isOff?: boolean;
}

/** A list of parts that goes on over paragraphs. */
export interface OpenList {
  isOpen: boolean;
  /** Whether it lists the parts of a year or lot. */
  isNamed: boolean;
  /** Whether a total was told before it. */
  isBelowTotal: boolean;
}

/** 双方补充约定如下：, what follows are the agreement's clauses, no parts of a sum. */
const OPENS_CLAUSES =
  /(?:约定|协议|条款|议定|商定|协商|订立|修改|变更|补充)(?:条款|内容|事项)?(?:如下|以下|下列)[^，。；]{0,6}[：:]\s*$/;

/**
 * Every sum of a clause that a budget may be made of, in order; `open` is the list that was announced before.
 * `runs` are where lists begin that nothing but their sum announces, `subtotals` sums of parts before them, which are passed over.
 * `unplaced` are sums amid such a list that could be given no part in it, `misreckoned` those that the reckoning told behind
 * them doesn't come to, but for lines, whose product is judged, `surcharged` those that aren't by the rate told before them. Years and lots are told where `isNamed`.
 */
export function readBudgetProse(
  clause: Clause<FlowParagraph>,
  open: OpenList,
  isNamed: boolean,
  { runs, subtotals }: { runs: ReadonlySet<number>; subtotals: ReadonlySet<number> },
): { told: Told[]; unplaced: Span[]; misreckoned: Span[]; surcharged: Span[]; open: OpenList } {
  const { text } = clause.part.content;
  const sums = findSums(text);
  const { prices, products } = findProducts(text, sums);
  const taxed = findTaxed(text, sums);
  const reading: Reading = {
    ...{ clause, text, sums, runs, isNamed, before: open, taxed, formulas: formulasIn(text, sums) },
    ...{ told: [], unplaced: [], opened: open.isOpen, ofNamed: open.isNamed, base: 0, floor: 0 },
  };
  for (const [index, sum] of sums.entries()) {
    if (subtotals.has(sum.start)) reading.floor = sum.end;
    else if (!prices.has(sum)) readSum(reading, index, products.get(sum) ?? null);
  }
  const { unplaced, opened } = reading;
  const told = behindGross(reading.told, taxed);
  if (!clause.isPayment && !clause.isOther)
    unplaced.push(
      ...oddTaxed(told, taxed).map(({ subject, gross }) => ({ start: subject.start, end: gross.end })),
    );
  const unclear = doubtfulTotals(told);
  unplaced.push(...unclear.map(({ label, sum }) => ({ start: label.start, end: sum.end })));
  shareOut(text, told);
  const odd = oddLabels(told);
  const goesOn = opensAtEnd(
    text.slice(sums.at(-1)?.end ?? 0),
    told.findLast(({ role }) => role !== "tax") ?? null,
  );
  return {
    told: told.filter((each) => !unclear.includes(each)).map((each) => withOwnName(each, odd)),
    unplaced,
    misreckoned: [...misreckoned(text, sums, told), ...reckonedApart(text, sums, products)],
    surcharged: clause.isPayment || clause.isOther ? [] : findOddSurcharges(text, sums, told),
    open: {
      isOpen: goesOn || (opened && sums.length > 0),
      isNamed: reading.ofNamed,
      isBelowTotal: open.isBelowTotal || hasTotal(told),
    },
  };
}

/** Sums that the words behind them reckon otherwise, where no rule compares the two. */
function misreckoned(text: string, sums: readonly MoneySum[], told: readonly Told[]): Span[] {
  return findReckonings(text, sums).flatMap(({ fits, result, price, counts }) => {
    const isExact = (price.digits?.precisionFen ?? 0) <= YUAN_FEN;
    const isJudged =
      isExact && told.some(({ sum, role, product }) => sum === result && role === "line" && product);
    return fits || isJudged
      ? []
      : [{ start: result.start, end: Math.max(price.end, ...counts.map(({ end }) => end)) }];
  });
}

/** The same of what stands before them, where it has more factors than a line has fields. */
const reckonedApart = (
  text: string,
  sums: readonly MoneySum[],
  products: ReadonlyMap<MoneySum, Product>,
): Span[] =>
  findPriced(text, sums)
    .filter(
      ({ fits, isSure, quantity, result }) =>
        !fits && isSure && !quantity && products.get(result)?.quantity === null,
    )
    .map(({ price, result }) => ({ start: price.start, end: result.end }));

/** A price that is coarser stands for the interval of its last digit. */
const YUAN_FEN = 100;

function withOwnName(told: Told, odd: ReadonlyMap<Told, Span>): Told {
  const label = odd.get(told);
  return label ? { ...told, label, isOddLabel: true } : told;
}

/** 总计45万元，按规定的标准测算：, what follows is what it is made up of. */
const RECKONED_SO = /(?:测算|核算|计算|计列|编制|分解|计取|核定|组成|构成)[：:]\s*$/;

/** Whether what stands behind the last sum opens a list: 总价为…元：, …包括： */
function opensAtEnd(tail: string, last: Told | null): boolean {
  const isHead = last?.role === "total" && (/^[）)\s]*[：:]\s*$/.test(tail) || RECKONED_SO.test(tail));
  return isHead || (OPENS.test(tail) && /[：:]\s*$/.test(tail) && !OPENS_CLAUSES.test(tail));
}
