import type { Problem } from "../model/finding.ts";
import type { FlowCell } from "../model/flow.ts";
import type { Money } from "../model/value.ts";
import { whole } from "./budget-cells.ts";
import { notUnderstood } from "./budget-figures.ts";

/** 其中：不含税价, 增值税（税率6%）: what a total is without its tax, and that tax. */
const OF_TAX =
  /^(?:其中[：:]?)?(?:(?:不含税|除税|未税|税前)[^，。]{0,6}|(?:增值)?税[额金款费]?)(?:[（(][^（）()]*[）)])?[：:]?$/;

/** Whether a row below the total tells what of it is tax, or isn't: no cost of its own. */
export const isTaxRow = (first: string, total: Money | null): boolean => total !== null && OF_TAX.test(first);

/** A problem where both parts are told and don't come to the total. */
export function judgeTaxRows(parts: readonly Money[], total: Money, cell: FlowCell | null): Problem[] {
  if (parts.length !== 2 || cell === null) return [];
  const sum = parts.reduce((fen, part) => fen + part.fen, 0);
  return sum === total.fen ? [] : [notUnderstood(cell.content, whole(cell.content), UNEVEN)];
}

const UNEVEN = {
  zh: "不含税价与税额之和不等于合计，请核对原件",
  en: "the price without tax and the tax don't come to the total; check the page",
};
