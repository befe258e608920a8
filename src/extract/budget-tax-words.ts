import type { Span } from "./budget-figures.ts";

/** 其中不含税价90万元，增值税额10万元: of what the whole is made by the tax law, not what is bought. */
const TAX =
  /^(?:其中)?(?:\d[\d.]*\s*[%％]的?(?=(?:增值)?税))?(?:(?:不含(?:增值)?税|未税|除税)(?:总?(?:价[款格]?|金额|额))?|(?:增值|销项)?税(?:[额款金]|税[额款]|金额)|增值税)$/;
/** The words beside a tax of the whole, where it isn't one of the costs that are listed. */
const TAXED = /含税|价税合计|(?<!所得税)税率/;
/** 税率为6%，税额…: the tax right behind its rate is of the whole, and told beside the list. */
const TAX_RATE_BEFORE = /(?<!所得税)税率[^，。；\d]{0,4}\d[\d.]*\s*[%％]\s*[，,、（(]?\s*(?:其?中?|增值)?$/;

/** 增值税（税率6%）. */
const RATE_IN_BRACKETS = /[（(][^（）()]*\d\s*[%％][^（）()]*[）)]$/;

/** 本收费含增值税…，税率6%，不含税金额…. */
const WITH_TAX = /^(?:以上|上述|[本该此])\p{Script=Han}{2,6}?[中内]?已?(?:包?含|包括)增值税(?=$|[税金额款])/u;

/** Whether a sum by its name is what the whole is made of by the tax law, a price without tax or the tax, and no cost in a list. */
export function isTaxPart(text: string, { start, end }: Span, isListing: boolean): boolean {
  const isTaxed =
    /不含(?:增值)?税|未税|除税/.test(text) ||
    TAX_RATE_BEFORE.test(text.slice(0, start)) ||
    (!isListing && TAXED.test(text));
  const name = text.slice(start, end).replace(RATE_IN_BRACKETS, "").replace(WITH_TAX, "增值税");
  return isTaxed && TAX.test(name);
}
