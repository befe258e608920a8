import type { Span } from "./budget-figures.ts";
import type { Phrase } from "./budget-phrases.ts";
import type { Told } from "./budget-prose.ts";
import type { MoneySum } from "./money-sums.ts";

/** What one lot or line costs, told thrice: without its tax, the tax, and with it. */
export interface Taxed {
  /** What it is of (一标段, 设计费): the words before the first of the three. */
  subject: Span;
  gross: MoneySum;
  /** The price without tax and the tax. */
  parts: MoneySum[];
}

const COPULA = String.raw`(?:总?(?:价款?|金额|额))?(?:分别)?(?:为|是|[：:])?\s*(?:人民币)?\s*[¥￥]?\s*$`;
const NET = new RegExp(`不含(?:增值)?税${COPULA}`);
const TAX = new RegExp(`(?<!含)(?:增值|销项)?税(?:金|款|(?:税)?额)?${COPULA}`);
const GROSS = new RegExp(`(?<!不)含(?:增值)?税${COPULA}|(?:价税合计|税价合计|小计|合计|共计)${COPULA}`);
const COUNT = 3;

/**
 * 一标段：不含税1000000元，税率6%，税额60000元，含税1060000元: the sums of a text that tell one price in a sentence without its tax
 * first and with it behind. Where it stands with its tax first, what follows is told of that.
 */
export function findTaxed(text: string, sums: readonly MoneySum[]): Taxed[] {
  return sums.flatMap((first, index) => {
    const three = sums.slice(index, index + COUNT);
    const last = three.at(-1);
    if (three.length < COUNT || !last || /[。；;]/.test(text.slice(first.end, last.start))) return [];
    const wordsOf = (sum: MoneySum): string => text.slice(sums[sums.indexOf(sum) - 1]?.end ?? 0, sum.start);
    const kindOf = (words: string): "net" | "tax" | "gross" | null =>
      NET.test(words) ? "net" : GROSS.test(words) ? "gross" : TAX.test(words) ? "tax" : null;
    const kinds = three.map((sum) => kindOf(wordsOf(sum)));
    const gross = three[kinds.indexOf("gross")];
    const isWhole = kinds.includes("net") && kinds.includes("tax") && kinds.indexOf("gross") > 0;
    const subject = subjectOf(text, first);
    if (!isWhole || !gross || !subject) return [];
    return [{ subject, gross, parts: three.filter((sum) => sum !== gross) }];
  });
}

/** The words of a lot's or a line's name right before its first sum; null where none is told there. */
function subjectOf(text: string, { start }: MoneySum): Span | null {
  const before = text
    .slice(0, start)
    .replace(NET, "")
    .replace(TAX, "")
    .replace(/[：:，,（(\s]+$/, "");
  const name = /(?:[^，,。；;：:、（()）\s其中]|其(?!中)|(?<!其)中)+$/u.exec(before);
  const words = (name?.[0] ?? "").replace(LEADS, "");
  if (words.length < 2 || !/\p{Script=Han}{2}|标段?$|包$/u.test(words)) return null;
  return { start: before.length - words.length, end: before.length };
}

const LEADS = /^(?:\d{1,2}[.．]|[①-⑳]|包括|包含|另有?)/;

/** What such a price is called; 合同不含税价…，含税价: that of the whole. */
export function wordsOfTaxed(text: string, { subject }: Taxed): Phrase {
  const isWhole = /^(?:本|该)?(?:合同|协议|项目)$/.test(text.slice(subject.start, subject.end));
  return { label: { ...subject }, piece: "", near: isWhole ? "合同价" : "", hasShare: false };
}

/** Prices with tax that have no place where sums of a budget are told, and that the price without tax and the tax don't come to. */
export const oddTaxed = (told: readonly Told[], taxed: readonly Taxed[]): Taxed[] =>
  taxed.filter(
    ({ gross, parts }) =>
      !told.some(({ sum, role }) => sum === gross && role !== "tax") &&
      Math.abs(fenOf(gross) - parts.reduce((fen, part) => fen + fenOf(part), 0)) > 1,
  );

const fenOf = ({ digits, capitals }: MoneySum): number => digits?.fen ?? capitals?.fen ?? 0;

/** What is told, with each price's tax right behind the price that it is of; without a place for the price it has none either. */
export function behindGross(told: readonly Told[], taxed: readonly Taxed[]): Told[] {
  const parts = taxed.flatMap((group) => group.parts);
  return told.flatMap((each) => {
    if (parts.includes(each.sum)) return [];
    const group = taxed.find(({ gross }) => gross === each.sum);
    const own = group ? told.filter(({ sum }) => group.parts.includes(sum)) : [];
    return [each, ...own.map((part) => ({ ...part, isOfLine: each.role === "line" }))];
  });
}
