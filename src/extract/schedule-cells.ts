import type { FlowCell, FlowParagraph, FlowTable } from "../model/flow.ts";
import { PAYMENT_SECTION } from "./budget-words.ts";
import type { Clause } from "./clauses.ts";
import { findMoneyLike, findPercents } from "./figures/index.ts";
import { PAYS } from "./schedule-pays.ts";

/**
 * The sentences in a form's cells that tell payments, each as a paragraph under the label beside it: a paper may be one
 * form, with 付款方式 as the head of a row and all that is paid behind it. Shape: in reading order; none where cells hold figures only.
 */
export function paymentCells(clause: Clause<FlowTable>): Clause<FlowParagraph>[] {
  const { cells, columnCount } = clause.part;
  return cells.flatMap((cell) => {
    if (cell.column + cell.columnSpan !== columnCount || !tellsPayment(cell.content.text)) return [];
    const heading = labelOf(cell, cells);
    if (heading === null) return [];
    const part: FlowParagraph = { kind: "paragraph", content: cell.content, lineStarts: [0] };
    return [{ ...clause, part, heading, isPayment: true, isBudget: false, isOther: false }];
  });
}

/** A sentence, and no entry of a column. */
const SENTENCE = /[，,；;].*[。；;]\s*$/su;

function tellsPayment(text: string): boolean {
  return SENTENCE.test(text) && PAYS.test(text) && findMoneyLike(text).length + findPercents(text).length > 0;
}

/** The words of the only other cell in the row where they name payments; labels set upright come with blanks. */
function labelOf(cell: FlowCell, cells: readonly FlowCell[]): string | null {
  const others = cells.filter(
    (other) => other !== cell && other.row <= cell.row && other.row + other.rowSpan > cell.row,
  );
  const words = others.length === 1 ? others[0].content.text.replace(/\s/g, "") : "";
  return words.length <= LONGEST_LABEL && PAYMENT_SECTION.test(words) ? words : null;
}

const LONGEST_LABEL = 12;
