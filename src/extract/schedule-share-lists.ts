import type { FlowParagraph } from "../model/flow.ts";
import type { Span } from "./budget-figures.ts";
import { behindNumber, type Clause, versionAt } from "./clauses.ts";
import { findPercents } from "./figures/index.ts";
import { bareSharesOf } from "./schedule-bare-shares.ts";
import { isGraded } from "./schedule-graded.ts";
import type { Context, Paid } from "./schedule-prose.ts";
import { withRises } from "./schedule-rises.ts";
import { readShare, sharesOf, shift } from "./schedule-shares.ts";

/** 合同签订后30%，货到后60%，质保期满10%: payments told by their shares without words for paying; null where an item is no such list. */
export function readBareList(clause: Clause<FlowParagraph>, item: Span, context: Context): Paid[] | null {
  const { text } = clause.part.content;
  // A numbered item of its own paragraph, and of nothing else.
  const isWholeItem =
    item.start <= behindNumber(text) && behindNumber(text) > 0 && text.slice(item.end).trim() === "";
  const parts =
    context.isListed || clause.isPayment
      ? bareSharesOf(text.slice(item.start, item.end), context.isAnnounced ?? false, isWholeItem)
      : null;
  return (
    parts?.flatMap((part) => readPart(clause, shift(part, item.start), { ...context, isWholeItem })) ?? null
  );
}

/** One of them; one that is no payment for some word of it is told. */
function readPart(clause: Clause<FlowParagraph>, part: Span, context: Context): Paid[] {
  const read = readShare(clause, part, { ...context, isListed: true, isBare: true });
  const { text } = clause.part.content;
  const [share] = findPercents(text.slice(part.start, part.end));
  if (read.length > 0 || !share || isGraded(text, text.slice(part.start, part.start + share.start)))
    return read;
  const version = versionAt(clause, part.start);
  return [{ version, instalment: null, total: null, unread: [shift(share, part.start)] }];
}

/** Payments told by their shares; where one of them is a payment all that name a share and pay it are. */
export function readShares(clause: Clause<FlowParagraph>, item: Span, context: Context): Paid[] {
  const { text } = clause.part.content;
  const parts = sharesOf(withRises(text.slice(item.start, item.end), text.slice(0, item.start), context));
  const readAll = (isListed: boolean): Paid[][] => {
    const told: Paid[][] = [];
    for (const part of parts) {
      const isAmong = isListed || context.isListed || told.flat().some(({ instalment }) => instalment);
      told.push(readShare(clause, shift(part, item.start), { ...context, isListed: isAmong }));
    }
    return told;
  };
  const read = readAll(false);
  const isLost = read.some((each) => each.length === 0) && read.some((each) => each[0]?.instalment);
  return (isLost ? readAll(true) : read).flat();
}
