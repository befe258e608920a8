import { phraseBefore } from "./budget-phrases.ts";
import { findProducts } from "./budget-products.ts";
import { nameOf } from "./budget-role.ts";
import { INSTALMENT, OTHER, PAYS, STRONG_TOTAL, WEAK_TOTAL } from "./budget-words.ts";
import { type Clause, isProse, versionAt } from "./clauses.ts";
import { findSums } from "./money-sums.ts";

interface Listed {
  clause: number;
  start: number;
  section: number;
  version: string;
  fen: number;
  /** Whether it may be a total by its words. */
  isTotal: boolean;
  /** Whether it can be no part of a total. */
  isBreak: boolean;
  /** Whether it stands in brackets: a part of a part, if any. */
  isInner: boolean;
}

/** Fewer sums that come out are no list. */
const FEWEST = 2;

/**
 * Where lists of parts begin that no words announce: sums one after another, right behind a total or right before it,
 * that add up to it to the fen. Answers the places by the clause's index.
 */
export function findRuns(clauses: readonly Clause[]): Map<number, Set<number>> {
  const sums = clauses.flatMap((clause, index) => sumsIn(clause, index));
  const starts = new Map<number, Set<number>>();
  sums.forEach((total, at) => {
    if (!total.isTotal) return;
    const isBeside = (other: Listed): boolean =>
      Math.abs(other.section - total.section) <= 1 && other.version === total.version && !other.isBreak;
    const behind = runOf(sums.slice(at + 1), isBeside, total.fen);
    const before = runOf(sums.slice(0, at).reverse(), isBeside, total.fen);
    for (const first of [behind[0], before.at(-1)]) {
      if (first) starts.set(first.clause, (starts.get(first.clause) ?? new Set()).add(first.start));
    }
  });
  return starts;
}

/** The first sums of a list that add up to the whole, but for those in brackets; none where they don't. */
function runOf(all: readonly Listed[], isBeside: (sum: Listed) => boolean, wholeFen: number): Listed[] {
  const sums = all.filter(({ isInner }) => !isInner);
  let fen = 0;
  for (const [index, sum] of sums.entries()) {
    fen += sum.fen;
    if (!isBeside(sum) || fen > wholeFen) return [];
    if (fen === wholeFen) return index + 1 < FEWEST ? [] : sums.slice(0, index + 1);
  }
  return [];
}

function sumsIn(clause: Clause, index: number): Listed[] {
  if (!isProse(clause) || clause.isPayment || clause.isOther) return [];
  const { text } = clause.part.content;
  const sums = findSums(text);
  const { prices, products } = findProducts(text, sums);
  let floor = 0;
  return sums.flatMap((sum): Listed[] => {
    if (prices.has(sum)) return [];
    const phrase = phraseBefore(text, products.get(sum)?.start ?? sum.start, floor);
    const { label, piece, near } = phrase;
    const isNamed = nameOf(text, phrase, floor) !== null;
    floor = sum.end;
    const fen = sum.digits?.fen ?? sum.capitals?.fen ?? null;
    if (fen === null || fen <= 0) return [];
    const words = text.slice(label.start, label.end);
    const isSum = STRONG_TOTAL.test(words + near);
    const isTotal = isSum || WEAK_TOTAL.test(words);
    const isPaid = PAYS.test(piece) || INSTALMENT.test(near);
    const isPart = !isPaid && !isNamed && !OTHER.test(near) && words.length > 1;
    const { section } = clause;
    const version = versionAt(clause, sum.start);
    return [
      {
        clause: index,
        start: sum.start,
        section,
        version,
        fen,
        isTotal,
        isBreak: isSum || !isPart,
        isInner: bracketsAt(text, sum.start) > 0,
      },
    ];
  });
}

/** How many brackets are open at a place of a text. */
const bracketsAt = (text: string, at: number): number =>
  [...text.slice(0, at)].reduce(
    (open, sign) => (/[（(]/.test(sign) ? open + 1 : Math.max(0, open - (/[）)]/.test(sign) ? 1 : 0))),
    0,
  );
