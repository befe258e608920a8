import type { FlowParagraph } from "../model/flow.ts";
import type { Span } from "./budget-figures.ts";
import type { Clause } from "./clauses.ts";
import { findPercents } from "./figures/index.ts";
import { findSums } from "./money-sums.ts";
import { PAYS } from "./schedule-pays.ts";
import { isYearInParts } from "./schedule-times.ts";
import { BEGINS_INSTALMENT, keepsRest, REMAINDER } from "./schedule-words.ts";

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
    if (before && (isAnnounced(text, before, item) || goesOn(text, before, item))) before.end = item.end;
    else joined.push({ ...item });
  }
  return joined;
}

function isAnnounced(text: string, before: Span, item: Span): boolean {
  const said = text.slice(before.start, before.end);
  const isBare = !REMAINDER.test(said) && findSums(said).length + findPercents(said).length === 0;
  const next = text.slice(before.end, item.end);
  const isManner = /(?:按|逐|每)[^，。；]{1,6}$/.test(said.replace(ANNOUNCES, ""));
  const tellsSum = PAYS.test(next) && findSums(next).length > 0 && !BEGINS_INSTALMENT.test(next.slice(1));
  return ANNOUNCES.test(said) && isBare && (BEGINS_WITH_TIME.test(next) || (isManner && tellsSum));
}

/** 合同总价的5%。质保期满后无息支付; 合同总价的5%。计人民币90300元: a stop between a payment's words. */
function goesOn(text: string, before: Span, item: Span): boolean {
  const [said, next] = [before, item].map(({ start, end }) => text.slice(start, end));
  if (isYearGoingOn(text.slice(before.start, item.end), findSums(said).length - 1)) return true;
  if (ENDS_IN_SHARE.test(said) && BEGINS_WITH_SUM.test(next)) return true;
  const isPaid = /后[^，。；]{0,12}(?:支付|付清|结清)(?:给乙方|质保金|质量保证金|保修金|该款项?)?\s*$/;
  const tellsOnlyWhen = isPaid.test(next) && (!PAYS.test(said) || keepsRest(said));
  const isBare = findSums(next).length + findPercents(next).length === 0 && !BEGINS_INSTALMENT.test(next);
  return (
    tellsOnlyWhen &&
    isBare &&
    (ENDS_IN_SHARE.test(said) || /\d[%％]为质保金\s*$/.test(said) || keepsRest(said))
  );
}

/** 每年支付20万元。6月支付8万元，12月支付12万元: a year's sum at `index`, and its parts in a sentence of their own. */
const isYearGoingOn = (text: string, index: number): boolean =>
  index >= 0 && isYearInParts(text, findSums(text), index) === true;

const ENDS_IN_SHARE = /(?:\d\s*[%％]|[一二三四五六七八九]成|百分之[一二三四五六七八九十]+)\s*$/;
const BEGINS_WITH_SUM = /^\s*(?:即|计|折合|约合)\s*(?:人民币)?\s*[¥￥]?\s*\d/;
