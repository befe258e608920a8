import type { Problem } from "../model/finding.ts";
import type { Flow, FlowParagraph } from "../model/flow.ts";
import { numberOf, numberStyle, ordinalOf } from "./budget-lists.ts";
import { type Clause, findClauses, isProse, tellsOfAmendment } from "./clauses.ts";

/** An item of a numbered list of prose. */
interface Item {
  /** Its place among the clauses. */
  at: number;
  number: string;
  style: string;
  count: number;
  clause: Clause<FlowParagraph>;
}

/** Headings: an amendment tells those of the clauses it changes. */
const OF_HEADINGS = /^(?:一|1|第)/;

/**
 * Problems for lists of prose that pass over a number (3、 and right behind it 5、): an item may not have been read, or the paper
 * lacks it. Only where the list runs evenly before and behind the gap, and nothing stands in it that may be the item.
 */
export function findSkippedNumbers(flow: Flow): Problem[] {
  const clauses = findClauses(flow);
  const isAmending = tellsOfAmendment(flow);
  const items = clauses.flatMap((clause, at): Item[] => {
    if (!isProse(clause)) return [];
    const number = numberOf(clause);
    const [style, count] = [numberStyle(number), ordinalOf(number)];
    const isJudged = style !== "" && count !== null && !(isAmending && OF_HEADINGS.test(style));
    return isJudged ? [{ at, number, style: styleOf(number, style), count, clause }] : [];
  });
  return items.flatMap((item, index) => {
    const before = items[index - 1];
    const isGap = before?.at === item.at - 1 && isNext(before, item, 2) && runsOn(items, index);
    return isGap && !holds(before, item) ? [problemOf(before, item)] : [];
  });
}

/** 1.2 and 2.2 are no numbers of one list. */
const styleOf = (number: string, style: string): string =>
  style.includes(".") ? `${style} ${number.replace(/\d+\D*$/, "")}` : style;

const isNext = (before: Item, item: Item, step: number): boolean =>
  before.style === item.style && item.count - before.count === step;

/** Whether the numbers before the gap count up one by one from the first, and those behind it go on or end. */
function runsOn(items: readonly Item[], index: number): boolean {
  const { style, count } = items[index];
  const above = items.slice(0, index).filter((item) => item.style === style);
  const start = above.findLastIndex((item) => item.count === 1);
  const list = start < 0 ? [] : above.slice(start);
  const isEven = list.length === count - 2 && list.every((item, at) => item.count === at + 1);
  const next = items.slice(index + 1).find((item) => item.style === style);
  return isEven && list.length > 1 && (!next || next.count === count + 1 || next.count === 1);
}

/** Whether the item before the gap has the missing number amid its words: two were taken for one paragraph. */
function holds(before: Item, item: Item): boolean {
  const { text } = before.clause.part.content;
  const missing = item.number.replace(/\d+(?=\D*$)/, String(item.count - 1));
  return missing !== item.number && text.includes(missing.trim());
}

function problemOf(before: Item, item: Item): Problem {
  const [first, next] = [before.number.trim(), item.number.trim()];
  const [glyph] = item.clause.part.content.glyphs;
  return {
    code: "torn-text",
    pageNumber: glyph?.pageNumber ?? 1,
    box: glyph?.box ?? null,
    message: {
      zh: `编号“${first}”之后是“${next}”，其间可能有一项未读出，或原件缺号，请核对原件`,
      en: `after number "${first}" comes "${next}": an item may not have been read, or the paper lacks it; check the page`,
    },
  };
}
