import { STRONG_TOTAL } from "./budget-words.ts";

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
