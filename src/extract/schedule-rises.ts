import { findPercents } from "./figures/index.ts";
import { PAYS } from "./schedule-pays.ts";
import { REMAINDER, tellsUpTo } from "./schedule-words.ts";

/** 审计后升至100%, 付款比例提高至80%: what the share of the price rises to that is paid; but 升至98%的满意率, 升至98%，方可验收. */
const RISES =
  /(?<=[后时]|(?:付款|支付|拨付|累计)(?:比例|额度|金额)?)(?:上升|提高|提升|增加|上调|调高|升|增|提)(?=[至到]\s*\d[\d.]*\s*[%％]\s*(?:$|[。；;）)]|[，,]\s*(?!方|才|否则|可|视|并?经|予以)))/g;

/**
 * A text in which the share that is paid by some day rises, told as paid, in as many characters: 升至 becomes 付至. Only
 * behind payments by shares, be they told `before` it or in the paragraphs that lead to it.
 */
export function withRises(text: string, before: string, { lead = "" }: { lead?: string }): string {
  return text.replace(RISES, (said, at: number) => {
    const ahead = lead + before + text.slice(0, at);
    const isPaid = PAYS.test(ahead) && findPercents(ahead).length > 0;
    return isPaid ? "支付".slice(-said.length) : said;
  });
}

/** 竣工后付至80%，审计后一次性付清: what is left of a price of which less than all was told as paid before, though it isn't called so. */
function settlesRest(text: string, before: string): boolean {
  const last = findPercents(before).at(-1);
  const isOpen = last !== undefined && Number(last.percent) < ALL && tellsUpTo(before.slice(0, last.start));
  // 余3%作为质保金，质保期满后一次性付清: what is left has been told with its share.
  const isTold = last !== undefined && REST.test(before.slice(0, last.start));
  return isOpen && !isTold && findPercents(text).length === 0 && SETTLES.test(text);
}

const REST = /(?:余|余款|余下|[剩其]余)的?(?:合同(?:总?价款?|金额|款))?的?$/;
const ALL = 100;
const SETTLES = /[后时][^，。；每各]{0,8}(?:付清|结清|缴清|支付完毕|付讫|一次性(?:支付|拨付))[，,。；;\s]*$/;

/** Whether words pay what is left (付清余款), be it by what stands before them. */
export const tellsRest = (text: string, before: string): boolean =>
  (REMAINDER.test(text) && PAYS.test(text) && !ENDS_WITH_IT.test(text)) || settlesRest(text, before);

/** 自盖章之日起生效，至付清尾款止: how long something holds. */
const ENDS_WITH_IT =
  /(?:生效|有效)[^。；]*[至到][^，。；]{0,8}(?:付清|结清|付讫)[^，。；]{0,8}(?:止|终止|失效)|(?:付清|结清|付讫)[^，。；]{0,8}[后时即][^，。；]{0,4}(?:终止|失效)/;
