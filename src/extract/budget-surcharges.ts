import type { Span } from "./budget-figures.ts";
import type { Told } from "./budget-prose.ts";
import type { MoneySum } from "./money-sums.ts";

/** 加收10%管理费: the rate by which a cost is put on top, right before its sum. */
const RATE =
  /(?:加收|另加|加计|计取|另收)\s*(\d+(?:\.\d+)?)\s*[%％]的?\p{Script=Han}{2,8}(?:[：:为计\s¥￥]|人民币)*$/u;
/** A cost by a rate may be rounded to whole 元. */
const YUAN_FEN = 100;

export const BY_OTHER_RATE = {
  zh: "与其前各项之和及所写比例不符，请核对原件",
  en: "this isn't what its rate makes of the sums told before it; check the page",
};

/**
 * 专家费50,000元、差旅费30,000元，加收10%管理费12,000元: costs that by their rate are neither of the lines before them in their
 * paragraph, nor of one sum told there (小计, 总价), nor of all but themselves; no rule compares them. One that no sum stands
 * beside is not told.
 */
export function findOddSurcharges(text: string, sums: readonly MoneySum[], told: readonly Told[]): Span[] {
  return sums.flatMap((sum, index) => {
    const from = sums[index - 1]?.end ?? 0;
    const match = RATE.exec(text.slice(from, sum.start));
    const fen = fenOf(sum);
    if (!match || fen === 0 || sums.length === 1) return [];
    const lines = told.filter((each) => each.role === "line" && each.depth === 0);
    const before = lines.filter((each) => each.sum.start < sum.start).map((each) => fenOf(each.sum));
    const others = sums.filter((other) => other !== sum).map(fenOf);
    const bases = [addUp(before), ...others, ...others.map((whole) => whole - fen)];
    const isBy = (base: number): boolean => Math.abs((base * Number(match[1])) / 100 - fen) <= YUAN_FEN;
    return bases.some(isBy) ? [] : [{ start: from + match.index, end: sum.end }];
  });
}

const fenOf = ({ digits, capitals }: MoneySum): number => digits?.fen ?? capitals?.fen ?? 0;

const addUp = (all: readonly number[]): number => all.reduce((sum, fen) => sum + fen, 0);
