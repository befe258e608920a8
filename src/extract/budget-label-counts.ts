import type { BudgetLine } from "../model/agreement.ts";
import type { Money } from "../model/value.ts";
import type { Row } from "./budget-cells.ts";
import type { BudgetColumns } from "./budget-columns.ts";
import { productOf } from "./budget-factored.ts";
import { sliceText } from "./evidence.ts";
import { MEASURES } from "./figures/index.ts";

const COUNT_AT_END = new RegExp(String.raw`(?<![\d.,])\d{1,4}\s*(?:${MEASURES})\s*$`, "u");

type Factors = Pick<BudgetLine, "quantity" | "unitPrice">;

/**
 * 操作技术员2人 | 每人1,200元 | 45天 | 108,000元: a line's factors with the count that its name ends in, where only with it they come to
 * the sum, to the fen.
 */
export function withLabelCount(
  factors: Factors,
  row: Row,
  column: BudgetColumns["amounts"][number],
  { fen }: Money,
): Factors {
  const { quantity, unitPrice } = factors;
  const counts = column.counts.length > 0 ? column.counts : [column.quantity];
  const cells = counts.map((at) => (at === null ? null : row[at]));
  if (!quantity || !unitPrice || cells.some((cell) => !cell)) return factors;
  if (Math.round(Number(quantity.value) * unitPrice.fen) === fen) return factors;
  for (const cell of row) {
    const match = cell && !cells.includes(cell) && COUNT_AT_END.exec(cell.content.text);
    if (!match) continue;
    const first = sliceText(cell.content, match.index, match.index + match[0].trimEnd().length);
    const all = productOf([first, ...cells.flatMap((each) => each?.content ?? [])]);
    if (all && Math.round(Number(all.value) * unitPrice.fen) === fen) return { unitPrice, quantity: all };
  }
  return factors;
}
