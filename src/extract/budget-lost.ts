import { isCutOff } from "./budget-figures.ts";
import type { Phrase } from "./budget-phrases.ts";
import { isOfSeveralYears } from "./budget-products.ts";
import type { Reading } from "./budget-reading.ts";
import { isAmongLines, OF_FORMER_YEAR } from "./budget-role-words.ts";
import { PAYS } from "./budget-words.ts";
import type { MoneySum } from "./money-sums.ts";

/** Whether another sum stands before one in its sentence that is of no budget. */
export function isOfElse({ text, sums, told }: Reading, index: number): boolean {
  const before = index > 0 ? sums[index - 1] : null;
  return before !== null && told.at(-1)?.sum !== before && isOneSentence(text, before, sums[index]);
}

/** Whether the last sum before a tax that is none itself is a line of its own sentence. */
export function isOfLine({ text, told }: Reading, sum: MoneySum): boolean {
  const last = told.findLast(({ role }) => role !== "tax");
  return last?.role === "line" && isOneSentence(text, last.sum, sum);
}

const isOneSentence = (text: string, { end }: MoneySum, { start }: MoneySum): boolean =>
  !/[。；;]/.test(text.slice(end, start));

/** Whether a sum that is given no part in a budget is likely of one all the same. */
export function isLost({ clause, text, sums, opened }: Reading, sum: MoneySum, phrase: Phrase): boolean {
  const behind = text.slice(sum.end);
  // 2. 5,000元以下的案件: a number of the list, and no head of the figure.
  const isTorn = isCutOff(text, sum) && !clause.isPayment && !/^\s*[及（(]?以[上下内外]/.test(behind);
  if (!isTorn && OPTIONAL.test(/^[^。；;]*/.exec(behind)?.[0] ?? "")) return false;
  if (!isTorn && MOST_OF_ONE.test(text.slice(0, sum.start))) return false;
  const isAmong = isAmongLines(clause, text, phrase, behind);
  const isFormer = OF_FORMER_YEAR.test(text.slice(phrase.label.start, phrase.label.end));
  const isElse = isFormer || clause.isPayment || clause.isOther || PAYS.test(phrase.piece);
  const isOfYears = !isElse && isOfSeveralYears(text, sums, sum);
  return isTorn || isOfYears || (isAmong && !isFormer && (opened || HAS_PARTS.test(behind)));
}

/** 第二年起维护费每年3,600元，由甲方自己决定要不要买，不包括在合同总额内: beside the price by its own words. */
const OPTIONAL =
  /(?:^|[，,])\s*(?:另行?签(?:约|订|署)|(?:均|也|都)?[不未](?:包[含括]|含|计)(?:入|在)?(?:本|上述)?(?:合同|协议)?(?:总?[价额款]|总?金额|总?费用)[^，。；]{0,4}(?:内|中|里))/;

/** 第三年起每台每年不超过60元: the most that one of many may cost. */
const MOST_OF_ONE =
  /每\p{Script=Han}{1,3}(?:每[年月])?(?:最[高多]|至多|不(?:得|应)?(?:超过|高于|大于))(?:为|人民币|[¥￥\s])*$/u;

const HAS_PARTS = /^[）)]?[，,（(。]?\s*其中[^，。；]{1,16}\d/;
