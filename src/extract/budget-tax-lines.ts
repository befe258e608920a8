import { sumOf } from "../model/relation-lines.ts";
import type { Draft } from "./budget-drafts.ts";
import { isNet, type TaxPart } from "./budget-taxes.ts";

/**
 * 人工费6万元，材料费4万元，税金0.9万元: a tax that stands among a budget's lines is one of them, though a price without tax
 * is told too, where the lines lack it: where they come to the total only with it or to the price without tax, or where it
 * is the only tax and stands behind the last line. Beside a price without tax it stays a tax as well, so that both are compared.
 */
export function takeTaxLines(draft: Draft): void {
  const wholeFen = (draft.total ?? draft.totalInCapitals)?.fen ?? null;
  const dues = draft.taxes.filter((part) => !isNet(part));
  for (const due of dues) {
    const top = draft.lines.filter(({ parent }) => parent === null);
    const sum = sumOf(top);
    const lacks = wholeFen !== null && top.length > 0 && sum !== wholeFen;
    // Told before the list and in it: the one in the list.
    const isToldLater = dues.some(({ at, line }) => at > due.at && line.amount.fen === due.line.amount.fen);
    if (!lacks || isToldLater || isOfItsLine(draft, due)) continue;
    const nets = draft.taxes.filter(isNet);
    const isBehindLast = due.of !== null && due.of === top.at(-1) && dues.length === 1;
    const isAlone = isBehindLast && nets.every(({ of }) => of !== due.of);
    const gapFen = wholeFen - sum;
    // 增值税6.5万元 where the lines lack 6万元: a wrong one is a line all the same, so that the sum is judged.
    const isOnly = nets.length === 0 && dues.every(({ line }) => line.amount.fen === due.line.amount.fen);
    const isNear = isOnly && Math.abs(gapFen - due.line.amount.fen) <= Math.abs(gapFen) / 2;
    const isLine =
      due.line.amount.fen === gapFen || isNear || nets.some(({ line }) => line.amount.fen === sum);
    if (isLine || isAlone) addLine(draft, due);
  }
}

/** Whether it makes, with a price without tax, the line that it is told of. */
const isOfItsLine = ({ taxes }: Draft, { of, line }: TaxPart): boolean =>
  of !== null &&
  taxes.some(
    (part) => part.of === of && isNet(part) && part.line.amount.fen + line.amount.fen === of.amount.fen,
  );

function addLine(draft: Draft, due: TaxPart): void {
  const { of } = due;
  draft.lines.splice(due.at, 0, due.line);
  for (const part of draft.taxes) if (part.of === of) part.of = null;
  if (!draft.taxes.some(isNet)) draft.taxes = draft.taxes.filter((part) => part !== due);
}
