import type { BudgetLine } from "../model/agreement.ts";
import type { Money } from "../model/value.ts";
import { NOTHING, type Row } from "./budget-cells.ts";
import type { BudgetColumns } from "./budget-columns.ts";
import { productOf } from "./budget-factored.ts";
import { sliceText } from "./evidence.ts";
import { MEASURES } from "./figures/index.ts";

const COUNT_AT_END = new RegExp(String.raw`(?<![\d.,])\d{1,4}\s*(?:${MEASURES})\s*$`, "u");

type Factors = Pick<BudgetLine, "quantity" | "unitPrice">;

/**
 * 操作技术员2人 | 每人1,200元 | 45天 | 108,000元: a line's factors with the count that its name ends in, or with a count of ten thousands (96万页
 * at 0.26元) as so many, where only so they come to the sum, to the fen.
 */
export function withLabelCount(
  factors: Factors,
  row: Row,
  column: BudgetColumns["amounts"][number],
  { fen }: Money,
): Factors {
  const { quantity, unitPrice } = factors;
  const columns = column.counts.length > 0 ? column.counts : [column.quantity];
  const cells = columns.map((at) => (at === null ? null : row[at]));
  if (!unitPrice || cells.some((cell) => !cell)) return factors;
  // 保洁耗材 | — | 4,800元/月 | 12个月: beside a dash the one count of the row.
  const isDashed = cells.every((cell) => cell !== null && NOTHING.test(cell.content.text));
  if (quantity ? Math.round(Number(quantity.value) * unitPrice.fen) === fen : !isDashed) return factors;
  const own = quantity ? cells.flatMap((each) => each?.content ?? []) : [];
  const named = row.flatMap((cell) => {
    const match = cell && !cells.includes(cell) && COUNT_AT_END.exec(cell.content.text);
    return match ? [sliceText(cell.content, match.index, match.index + match[0].trimEnd().length)] : [];
  });
  const ways = [...(quantity ? [own] : []), ...named.map((count) => [count, ...own])].flatMap(
    (counts) => productOf(counts) ?? [],
  );
  const gapOf = ({ value }: { value: string }): number =>
    Math.abs(Math.round(Number(value) * unitPrice.fen) - fen);
  const isNear = (way: { value: string }): boolean => gapOf(way) * NEAR <= fen;
  // Where none comes out to the fen, what comes near is meant, and judged.
  const meant =
    ways.find((way) => gapOf(way) === 0) ?? (!quantity || isNear(quantity) ? undefined : ways.find(isNear));
  return meant ? { unitPrice, quantity: meant } : factors;
}

/** Off by no more than one in so many: what one wrong figure mostly makes of a product. */
const NEAR = 10;
