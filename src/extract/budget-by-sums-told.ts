import type { Candidate } from "./budget-candidates.ts";
import type { Told } from "./budget-prose.ts";
import { isClearTotal } from "./budget-totals.ts";
import { behindNumber, type Clause, isProse, versionAt } from "./clauses.ts";
import { readQuantity } from "./figures/index.ts";
import { findSums } from "./money-sums.ts";
import type { SumTree } from "./sum-trees.ts";

/** What a tree of sums tells of a budget: its total where `depth` is null, else a line at that depth, with its parts behind it. */
export function toldOf(
  candidates: readonly Candidate[],
  tree: SumTree,
  depth: number | null,
  clauses: readonly Clause[],
): Told[] {
  const { at, parts } = tree;
  const { clause, sum, phrase, share, product, fen } = candidates[at];
  const own: Told = {
    ...{ clause, sum, share, name: null, head: null, isNet: false, isOfLine: false, isPassing: false },
    product: depth === null || product === null || isOfMore(candidates, at) ? null : product,
    version: versionAt(clause, sum.start),
    role: depth === null ? "total" : "line",
    label: phrase.label,
    heading: depth === null ? undefined : headingOf(candidates, tree, clauses),
    depth: depth ?? 0,
    isOff: fen < 0,
    opens: false,
    isClear: isClearTotal(clause.part.content.text, phrase),
  };
  return [
    own,
    ...(depth === null ? [] : parts.flatMap((part) => toldOf(candidates, part, depth + 1, clauses))),
  ];
}

/** 6处，丰、枯水期各1次，每样1,350元，计16,200元: a sum several times what its product comes to, among others that come out with several counts, has a factor more. */
function isOfMore(candidates: readonly Candidate[], at: number): boolean {
  const more = timesOfProduct(candidates[at]);
  const isBeside = ({ clause }: Candidate): boolean => clause.section === candidates[at].clause.section;
  return (
    Number.isInteger(more) &&
    more > 1 &&
    candidates.some(
      (other) => isBeside(other) && (other.product?.counts?.length ?? 0) > 1 && timesOfProduct(other) === 1,
    )
  );
}

/** How often a sum is what its price and count come to; NaN without these. */
function timesOfProduct({ clause, product, fen }: Candidate): number {
  const { text } = clause.part.content;
  const [price, quantity] = [product?.unitPrice, product?.quantity];
  const counts = quantity ? [quantity] : (product?.counts ?? []);
  const one = findSums(text).find(({ digits }) => digits?.start === price?.start)?.digits?.fen ?? Number.NaN;
  const times = counts.map(({ start, end }) =>
    Number(readQuantity(text.slice(start, end))?.value ?? Number.NaN),
  );
  return counts.length === 0 ? Number.NaN : fen / times.reduce((all, each) => all * each, one);
}

/** 小计, 两项小计: a sum of those before it that no word names. */
const UNNAMED = /^(?:[两二三四五六七八九十\d]{1,2}\s*个?[项类])?(?:费用|金额)?(?:小计|合计|共计)$/;
const LONGEST_HEADING = 28;

/** The heading right above the list that an unnamed subtotal sums up. */
export function headingOf(
  candidates: readonly Candidate[],
  { at, parts }: SumTree,
  clauses: readonly Clause[],
): Told["heading"] {
  const [first] = parts;
  if (!first || !UNNAMED.test(candidates[at].name.replace(/\s/g, ""))) return undefined;
  const above = clauses[clauses.indexOf(candidates[first.at].clause) - 1];
  if (!above || !isProse(above)) return undefined;
  const { content } = above.part;
  const words = content.text.replace(/[：:，,、\s]+$/, "");
  const start = HEADING_NUMBER.exec(words)?.[0].length ?? behindNumber(words, above.isCounted);
  const isHeading =
    words.length <= LONGEST_HEADING && !/[，。；\d]/.test(words.slice(start)) && words.length - start > 1;
  return isHeading ? { content, label: { start, end: words.length } } : undefined;
}
/** 3-1 控制测量. */
const HEADING_NUMBER = /^\s*\d{1,2}(?:[-－—]\d{1,2})+\s*/;
