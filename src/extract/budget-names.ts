import type { Span } from "./budget-figures.ts";
import type { Phrase } from "./budget-phrases.ts";
import { BUDGET_NAME, STRONG_TOTAL, WEAK_TOTAL } from "./budget-words.ts";
import { behindNumber } from "./clauses.ts";

const LONGEST_NAMED = 16;
const NAME = new RegExp(`^(?:${BUDGET_NAME.source})`);
const NAMED_HEAD = new RegExp(`^(?:${BUDGET_NAME.source})\\s*[：:，,（(]`);
/** 经费按年度核定第一年经费: whose it is, and what a colon that went unread would have parted from the name. */
const LEAD = new RegExp(
  `^(?:(?:本|该)(?:项目|合同|协议|课题)?的?|[^，。；]*(?:核定|分配|安排|如下|分别为)(?=${BUDGET_NAME.source}))`,
);

/** 的二包：, 笫一标段：: the first sign of a lot's name was misread. */
const ODD_FIRST = /^(?!第)\p{Script=Han}(?=[一二三四五六七八九十\d]+(?:包|标段|标包|分包)\s*[：:])/u;

/** What the budget of a total is called: a year or a lot at the head of its words or of its sentence; null without one. `floor` is where the figures before it end. */
export function nameOf(text: string, { label }: Phrase, floor: number): Span | null {
  const words = text.slice(label.start, label.end);
  const lead = LEAD.exec(words)?.[0].length ?? ODD_FIRST.exec(words)?.[0].length ?? 0;
  const own = (NAME.exec(words.slice(lead))?.[0] ?? "").replace(/服务$/, "");
  const rest = words.slice(lead + own.length);
  const isSum =
    /^(?:合同|协议|项目|服务|采购)?$/.test(rest) || STRONG_TOTAL.test(rest) || WEAK_TOTAL.test(rest);
  if (own !== "" && isSum && rest.length <= LONGEST_NAMED && !/签订|签署/.test(rest))
    return { start: label.start + lead, end: label.start + lead + own.length };
  const stop = Math.max(...["。", "；"].map((sign) => text.lastIndexOf(sign, label.start - 1))) + 1;
  const head = stop + behindNumber(text.slice(stop));
  // 第一租约年：每月18,500元，年租金222,000元: of a rate nothing is the total.
  const isBehindRate = /每个?[月季]|月租|单价/.test(text.slice(head, floor));
  const odd = ODD_FIRST.exec(text.slice(head))?.[0].length ?? 0;
  const named = head < floor && !isBehindRate ? null : NAMED_HEAD.exec(text.slice(head + odd));
  return named
    ? { start: head + odd, end: head + odd + named[0].replace(/\s*[：:，,（(]$/, "").length }
    : null;
}

/** 2024年…元；2025年度经费468900然，其中: the year or lot at the head of a sentence whose sum went unread; null where none is. */
export function unreadHead(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  const head = UNREAD_HEAD.exec(words);
  return head
    ? { start: start + head.index + head[1].length, end: start + head.index + head[0].length }
    : null;
}

const UNREAD_HEAD = new RegExp(
  `([；;。]\\s*)(?:${BUDGET_NAME.source})(?=[^；;。]{0,12}\\d[\\d,.]{2,}[^；;。]{0,4}[，,（(：:][^；;。]{0,2}(?:其中|包括|包含|含))`,
);
