import type { Version } from "../model/agreement.ts";
import type { FlowParagraph } from "../model/flow.ts";
import type { Span } from "./budget-figures.ts";
import { depthAt, type Phrase, phraseBefore, shareBehind } from "./budget-phrases.ts";
import { DIFFERENCE, INSTALMENT, OPENS, OTHER, PAYS, STRONG_TOTAL, WEAK_TOTAL } from "./budget-words.ts";
import { behindNumber, type Clause, versionAt } from "./clauses.ts";
import { findPercents } from "./figures/index.ts";
import { findSums, type MoneySum } from "./money-sums.ts";

/** A sum of a paragraph that belongs to a budget: its total, or a line of it. */
export interface Told {
  clause: Clause<FlowParagraph>;
  version: Version;
  sum: MoneySum;
  role: "total" | "line";
  label: Span;
  share: Span | null;
  /** 0 for a top-level line, 1 for a part of the line before it, and so on. */
  depth: number;
  /** Whether the words announce parts to come. */
  opens: boolean;
  /** Told in passing where money is paid; a total only where no better one is. */
  isPassing: boolean;
}

const LONGEST_LABEL = 40;
const SUM_WORD = /(?:合计|共计|总计|总共|总(?:价|额|金额|经费|费用|预算|价款))/;
/** A semicolon before a comma is a misread sign, not an end. */
const NEXT_PART = /[；;](?!\s*[，,])|。/;
const NEXT_ITEM = /[；;。]\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])/;
const UNIT_PRICE = /(?:单价|每\S{1,6})$/;

/**
 * Every sum of a clause that a budget may be made of, in order; `isOpen` when a list of parts was announced before.
 * `unplaced` are sums amid such a list that could be given no part in it.
 */
export function readBudgetProse(
  clause: Clause<FlowParagraph>,
  isOpen: boolean,
): { told: Told[]; unplaced: Span[]; isOpen: boolean } {
  const { text } = clause.part.content;
  const sums = findSums(text);
  const told: Told[] = [];
  const unplaced: Span[] = [];
  let opened = isOpen;
  let base = 0;
  const isItem = isOpen && behindNumber(text) > 0;
  sums.forEach((sum, index) => {
    const floor = index === 0 ? 0 : endOfFigures(text, sums[index - 1].end, sum.start);
    const ceiling = sums[index + 1]?.start ?? text.length;
    const phrase = phraseBefore(text, sum.start, floor);
    const between = text.slice(index === 0 ? 0 : sums[index - 1].end, sum.start);
    // In an item of a list, parts of parts go on to the item's end.
    const isParted = isItem ? NEXT_ITEM.test(between) : NEXT_PART.test(between);
    if (isParted) base = 0;
    const last = told.at(-1);
    if (OPENS.test(between) || isMadeOf(text, between, sum.start)) {
      if (last?.role === "line" && !isParted && depthAt(text, 0, sum.start) === 0) base += 1;
      opened = true;
    }
    const share = shareBehind(text, sum.end, ceiling);
    const isRestated =
      last?.role === "total" && isTurn(clause, sums[index - 1].end, sum.start) && !/[；;。]/.test(between);
    const role =
      isRestated && !share
        ? "total"
        : roleOf(clause, text, sum, phrase, {
            opened,
            share,
            hasTotal: told.some((t) => t.role === "total"),
          });
    if (!role) {
      if (opened && isAmongLines(clause, phrase)) unplaced.push({ start: phrase.label.start, end: sum.end });
      return;
    }
    const depth = depthAt(text, 0, sum.start) + base;
    told.push({
      clause,
      version: versionAt(clause, sum.start),
      sum,
      role,
      label: phrase.label,
      share,
      depth,
      opens:
        OPENS.test(text.slice(sum.end, ceiling)) || isMadeOf(text, text.slice(sum.end, ceiling), ceiling),
      isPassing: clause.isPayment || clause.isOther || PAYS.test(phrase.piece),
    });
  });
  const tail = text.slice(sums.at(-1)?.end ?? 0);
  const goesOn = OPENS.test(tail) && /[：:]\s*$/.test(tail);
  return { told, unplaced, isOpen: goesOn || (opened && sums.length > 0) };
}

function roleOf(
  clause: Clause,
  text: string,
  sum: MoneySum,
  { label, piece, near }: Phrase,
  state: { opened: boolean; share: Span | null; hasTotal: boolean },
): Told["role"] | null {
  const words = text.slice(label.start, label.end);
  if (DIFFERENCE.test(piece) || UNIT_PRICE.test(words) || /^\s*[/／]/.test(text.slice(sum.end))) return null;
  const said = words + near;
  const isInstalment = INSTALMENT.test(piece) && (PAYS.test(piece) || clause.isPayment);
  if (isInstalment || findPercents(piece).length > 0) return null;
  const isListed = state.opened && !clause.isPayment;
  if (isListed && !SUM_WORD.test(said) && isLabel(words) && !PAYS.test(piece)) return "line";
  if (STRONG_TOTAL.test(said) && !OTHER.test(said)) return clause.isOther ? null : "total";
  if (OTHER.test(said)) return null;
  if (state.share && isLabel(words)) return "line";
  if (PAYS.test(piece) || clause.isPayment || clause.isOther) return null;
  return WEAK_TOTAL.test(words) && !state.hasTotal ? "total" : null;
}

/** Mostly Chinese, and not as long as a sentence. */
function isLabel(words: string): boolean {
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  return words.length <= LONGEST_LABEL && han >= 2 && han * 2 >= words.length;
}

/** 原…为甲，现调整为乙: the second sum is what the first one was called. */
function isTurn({ turns }: Clause, from: number, to: number): boolean {
  return turns.some(({ start, version }) => version === "amended" && start >= from && start < to);
}

/** 总额…，由…元、…元组成: what opens the list stands before it and behind it. */
function isMadeOf(text: string, between: string, from: number): boolean {
  return /由[^，。；]{2,}$/.test(between) && /^[^。；]*(?:组成|构成)/.test(text.slice(from));
}

/** Money amid the parts of a budget that isn't plainly something else. */
function isAmongLines(clause: Clause, { piece }: Phrase): boolean {
  const isElse =
    DIFFERENCE.test(piece) || OTHER.test(piece) || PAYS.test(piece) || UNIT_PRICE.test(piece.trim());
  return !isElse && !clause.isPayment && !clause.isOther;
}

/** Behind a sum's own share its words end; what follows belongs to the next sum. */
function endOfFigures(text: string, end: number, ceiling: number): number {
  const share = shareBehind(text, end, ceiling);
  return share ? share.end : end;
}
