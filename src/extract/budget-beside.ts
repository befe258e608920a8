import { phraseBefore } from "./budget-phrases.ts";
import { OF_ANOTHER } from "./budget-role-words.ts";
import { STRONG_TOTAL } from "./budget-words.ts";
import type { MoneySum } from "./money-sums.ts";

/** 云资源租用费由甲方另行采购，不包含在合同总价内。年费估算为16万元: what a sentence before says to be no part of the price. */
export function isBesidePrice(text: string, at: number): boolean {
  const end = text.lastIndexOf("。", at);
  const said = text.slice(text.lastIndexOf("。", end - 1) + 1, end + 1);
  const own = text.slice(end + 1, at).trim();
  const thing = /^\p{Script=Han}{3}/u.exec(own)?.[0] ?? "";
  const isOfIt = /^(?:该|此|上述|其)/.test(own) || (thing !== "" && said.includes(thing));
  return isOfIt && BESIDE_PRICE.test(said) && !STRONG_TOTAL.test(own);
}

const BESIDE_PRICE =
  /(?:不(?:包[含括]|含|计|列|纳入?)(?:入|在)?(?:本|上述)?(?:合同|协议|服务费|总)[^，。；]{0,6}(?:内|中|总?价|总额|金额|范围)|不在(?:本)?(?:合同|协议)[^，。；]{0,8}(?:内|中))/;

/** 工程概算投资额3,860万元，其中建筑安装工程费3,215万元: a part of what is told beside the price. */
function isPartOfAnother(text: string, sums: readonly MoneySum[], index: number): boolean {
  const stop = Math.max(...["。", "；"].map((sign) => text.lastIndexOf(sign, sums[index].start)));
  const opener = text.lastIndexOf("其中", sums[index].start);
  const whole = sums.slice(0, index).findLastIndex(({ end }) => end <= opener);
  if (opener <= stop || whole < 0 || sums[whole].start < stop) return false;
  const { label } = phraseBefore(text, sums[whole].start, sums[whole - 1]?.end ?? 0);
  return OF_ANOTHER.test(text.slice(label.start, label.end));
}

/** Whether a sum is told beside the price: as a part of what is, or, first of its paragraph, by what the sentence before it says. */
export const isToldBeside = (
  text: string,
  sums: readonly MoneySum[],
  index: number,
  isFirst: boolean,
): boolean => isPartOfAnother(text, sums, index) || (isFirst && isBesidePrice(text, sums[index].start));
