import { findPercents } from "./figures/index.ts";
import { fenOf, type MoneySum } from "./money-sums.ts";

/** A sum that is told as a share of another: 以建安工程费4,860万元为基数，费率1.35%，为65.61万元. */
export interface OfBase {
  base: MoneySum;
  result: MoneySum;
  /** Where the words about its base begin. */
  start: number;
  /** Whether the share of the base comes to the sum, rounded to its last digit. */
  fits: boolean;
}

const BY_BASE =
  /[：:，,]?\s*以[^。；：:]*?(?:为|作为?)(?:计算|计费|计取|取费)?的?(?:基数|基础|基准)[^。；：:]*$/;
const HUNDRED = 100;

/** Every sum of a text that is a share of one other, told as its base right before it. */
export function sumsOfBases(text: string, sums: readonly MoneySum[]): OfBase[] {
  return sums.flatMap((result, index) => {
    const floor = Math.max(...["。", "；"].map((sign) => text.lastIndexOf(sign, result.start))) + 1;
    const said = BY_BASE.exec(text.slice(floor, result.start));
    if (!said) return [];
    const start = floor + said.index;
    const [base, otherBase] = sums.slice(0, index).filter((sum) => sum.start >= start);
    const [share, otherShare] = findPercents(said[0]);
    if (!base || otherBase || !share || otherShare) return [];
    const [whole, part] = [fenOf(base), fenOf(result)];
    const slack = result.digits?.precisionFen ?? 1;
    const fits =
      whole !== null &&
      part !== null &&
      Math.abs((whole * Number(share.percent)) / HUNDRED - part) <= Math.max(1, slack / 2);
    return [{ base, result, start, fits }];
  });
}
