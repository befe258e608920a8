import type { FlowParagraph } from "../model/flow.ts";
import type { Span } from "./budget-figures.ts";
import type { Clause } from "./clauses.ts";
import { findPercents } from "./figures/index.ts";
import { findSums } from "./money-sums.ts";
import { REMAINDER } from "./schedule-words.ts";

/** A semicolon before a comma is a misread sign. */
const ITEMS = /(?:[^；;。]|[；;](?=\s*[，,]))+/g;
/** 经费按月拨付, and nothing of how much: what it announces follows. */
const ANNOUNCES = /(?:支付|拨付|付款|缴付|缴纳|给付|划拨|划转|发放)\s*$/;
const BEGINS_WITH_TIME =
  /^\s*[；;。]\s*(?:(?:20\d{2}|二[〇零○][〇零一二三四五六七八九]{2})\s*年|\d{1,2}\s*月|第\s*[一二三四1-4]\s*季)/;

/**
 * Items of a paragraph: what semicolons, full stops and turns of version part. A sentence that only announces
 * payments (经费按月拨付) is parted by a misread sign from the months that follow it.
 */
export function itemsOf({ part, turns }: Clause<FlowParagraph>): Span[] {
  const { text } = part.content;
  const changes = turns.filter((turn, index) => turn.version !== turns[index - 1]?.version);
  return joinAnnounced(text, spansOf(text)).flatMap(({ start, end }) => {
    const cuts = changes.map((turn) => turn.start).filter((at) => at > start && at < end);
    const edges = [start, ...cuts, end];
    return edges.slice(1).map((edge, index) => ({ start: edges[index], end: edge }));
  });
}

const spansOf = (text: string): Span[] =>
  [...text.matchAll(ITEMS)].map(({ index, 0: item }) => ({ start: index, end: index + item.length }));

function joinAnnounced(text: string, items: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const item of items) {
    const before = joined.at(-1);
    if (before && announces(text.slice(before.start, before.end)) && startsTimed(text, before, item))
      before.end = item.end;
    else joined.push({ ...item });
  }
  return joined;
}

const announces = (said: string): boolean =>
  ANNOUNCES.test(said) &&
  !REMAINDER.test(said) &&
  findSums(said).length === 0 &&
  findPercents(said).length === 0;

const startsTimed = (text: string, before: Span, { end }: Span): boolean =>
  BEGINS_WITH_TIME.test(text.slice(before.end, end));
