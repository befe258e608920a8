import type { BudgetLine } from "../model/agreement.ts";
import type { FlowParagraph } from "../model/flow.ts";
import type { Span } from "./budget-figures.ts";
import { phraseIn } from "./budget-phrases.ts";
import { findProducts, type Product } from "./budget-products.ts";
import type { Told } from "./budget-prose.ts";
import { findReckonings } from "./budget-reckonings.ts";
import { behindNumber, type Clause } from "./clauses.ts";
import { findSums, type MoneySum } from "./money-sums.ts";

/** A sum and the clause that tells it. */
export interface Place {
  clause: Clause<FlowParagraph>;
  sum: MoneySum;
}

/** What one cost was and is. */
export interface ChangedCost {
  /** The line of the old list; null where there is none. */
  line: BudgetLine | null;
  /** Where prose tells that line. */
  place: Place | null;
  /** What the changes call it; its label is null where no words beside the sum name it. */
  name: { clause: Clause<FlowParagraph>; label: Span | null } | null;
  was: Place | null;
  now: Place | null;
  /** By how much it is said to have changed, in fen. */
  byFen: number[];
  isDropped: boolean;
  /** Whether it stays by its name alone (人工费照原合同执行). */
  isCarried: boolean;
}

const PLAIN = {
  ...{ share: null, product: null, name: null, head: null, depth: 0 },
  ...{ opens: false, isPassing: false, isClear: true, isNet: false, isOfLine: false },
};

/** The new total. */
export function toldOfTotal({ clause, sum }: Place): Told {
  const { text } = clause.part.content;
  const before = findSums(text).filter(({ end }) => end <= sum.start);
  const { label } = phraseIn(clause, text, sum.start, before.at(-1)?.end ?? 0);
  return { ...PLAIN, clause, sum, label, version: "amended", role: "total" };
}

/** The line that a cost is now, and that which it was where no list of the old ones stands. */
export function toldOfCost(
  cost: ChangedCost,
  clauses: readonly Clause<FlowParagraph>[],
  isListed: boolean,
): Told[] {
  const { was, now } = cost;
  const first = was && !isListed ? [lineAt(was, cost, "original", clauses)] : [];
  return [...first, ...(now ? [lineAt(now, cost, "amended", clauses)] : [])];
}

function lineAt(
  { clause, sum }: Place,
  cost: ChangedCost,
  version: Told["version"],
  clauses: readonly Clause<FlowParagraph>[],
): Told {
  const { text } = clause.part.content;
  const product = productOf(text, sum);
  const own = { ...PLAIN, clause, sum, product, version, role: "line" as const };
  const { line, place, name } = cost;
  const words = line?.label.value ?? "";
  const at = words === "" ? -1 : text.lastIndexOf(words, sum.start);
  if (at >= 0) return { ...own, label: { start: at, end: at + words.length } };
  const first = place?.clause.part.content;
  const from = place && first ? first.text.lastIndexOf(words, place.sum.start) : -1;
  if (first && words !== "" && from >= 0)
    return {
      ...own,
      label: NOWHERE,
      heading: { content: first, label: { start: from, end: from + words.length } },
    };
  if (name?.label && name.clause === clause) return { ...own, label: name.label };
  if (name?.label)
    return { ...own, label: NOWHERE, heading: { content: name.clause.part.content, label: name.label } };
  const heading = headingOf(clause, clauses);
  return { ...own, label: NOWHERE, ...(heading && { heading }) };
}

/** 72,000元（6人，每人12,000元）, 每台800元，计5,600元: of what price and count a sum is. */
function productOf(text: string, { start }: MoneySum): Product | null {
  const sums = findSums(text);
  const own = sums.find((sum) => sum.start === start);
  const before = own && findProducts(text, sums).products.get(own);
  if (before?.unitPrice) return before;
  const behind = findReckonings(text, sums).find(({ result, fits }) => result === own && fits);
  return behind
    ? { start, unitPrice: behind.price.digits, quantity: null, counts: behind.counts }
    : (before ?? null);
}

const NOWHERE = { start: 0, end: 0 };
const ADDED = /^(?:新增|增加|增设|增列|追加|增补)(?:的)?(?=\p{Script=Han}{2})/u;

/** 四、新增定位监控 above 7辆校车全部加装…，计5,600元: the heading that names what is new; null without one. */
export function headingOf(
  clause: Clause<FlowParagraph>,
  clauses: readonly Clause<FlowParagraph>[],
): Told["heading"] | null {
  const above = clauses
    .slice(0, clauses.indexOf(clause))
    .findLast(({ part }) => part.content.text.trimEnd().endsWith(clause.heading));
  if (!above || clause.heading === "" || above.section !== clause.section) return null;
  const { content } = above.part;
  const start = behindNumber(content.text, above.isCounted);
  const added = ADDED.exec(content.text.slice(start))?.[0].length ?? 0;
  const end = content.text.replace(/[：:\s]+$/, "").length;
  return added > 0 && end - start - added > 1 ? { content, label: { start: start + added, end } } : null;
}
