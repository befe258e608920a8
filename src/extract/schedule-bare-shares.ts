import type { Span } from "./budget-figures.ts";
import { behindNumber, type Clause, isProse } from "./clauses.ts";
import { findPercents } from "./figures/index.ts";
import { findSums } from "./money-sums.ts";
import { PAYS } from "./schedule-pays.ts";
import { tellsUpTo } from "./schedule-words.ts";

/** What happens before a payment is made, in the words before its share. */
const EVENT =
  /[后时前内满]|完成|签[订约署字]|到[货场账]|交[付货底]|验收|合格|通过|生效|[开竣完]工|进场|结[题项算]|提交|发货|安装|调试|上线|预付|首[付期款]|[尾余]款|质保|保修|第[一二三四五六七八九十\d]+[期笔次批年]/;
/** 合格率95%, 下浮5%, 不超过30%: a share of something else, or none of its own. */
const NO_SHARE =
  /率|浮|折|占|超过|低于|少于|高于|达到?|至多|最[高多]|上限|税|罚|违约|利息|每[日天]|扣|赔|增|减|加收|计算?的?$|完成(?:量|进度|工程量)?的?(?:人民币)?$|其中|包括|包含|奖|延[期误]|逾期|迟|提前|资金|来源|自筹|财政|转账|汇票|承兑|现金|银行|折合/;

/** 支付30%，其中乙方15%: a share of what stands before it. */
const WITHIN = /其中|包括|包含/;

/** 货到后60%, 质保期满10%: the share that ends a fragment of nothing but when it is paid, in a list of payments by any word (主体封顶30%); null where it is none. */
export function bareShareIn(fragment: string, isListed = false): Span | null {
  const shares = findPercents(fragment);
  const [share] = shares;
  if (!share || shares.length > 1 || findSums(fragment).length > 0) return null;
  const said = fragment
    .slice(0, share.start)
    .replace(/[\s：:—–\-….·]+$/, "")
    .replace(/^.*[：:]/s, "");
  const isAtEnd = /^\s*[，,、；;。.）)]?\s*$/.test(fragment.slice(share.end));
  const own = /[^，,]*$/.exec(said)?.[0] ?? "";
  const isWhen = EVENT.test(said) || (isListed && /\p{Script=Han}{2}/u.test(own));
  // 初验后付至70%, 整改后升至98%: what is paid by then, or no payment.
  if (tellsUpTo(said) || /至\s*$/.test(own)) return null;
  const isIt = isAtEnd && isWhen && !NO_SHARE.test(own) && !PAYS.test(said);
  return isIt ? share : null;
}

/** （1）提交初勘报告：30%, （2）主体结构封顶15%: the clauses of payments that are nothing but when something is paid and its share, two of a section at least. */
export function shareItemsOf(clauses: readonly Clause[]): ReadonlySet<Clause> {
  const items = clauses.filter(isProse).filter(({ isPayment, part: { content } }) => {
    const from = behindNumber(content.text);
    return isPayment && from > 0 && bareShareIn(content.text.slice(from), true) !== null;
  });
  const isAmong = ({ section }: Clause): boolean =>
    items.filter((each) => each.section === section).length > 1;
  return new Set(items.filter(isAmong));
}

/**
 * 合同签订后30%，货到后60%，质保期满10%: the parts of a list of payments whose shares need no word for paying; null where they are
 * no such list. One alone is a payment only in a list that was announced, as an item of it.
 */
export function bareSharesOf(text: string, isListed: boolean): Span[] | null {
  const fragments = [...text.matchAll(/[^，,、；;]+[，,、；;]?/g)].map(({ index, 0: said }) => ({
    start: index,
    end: index + said.length,
    said,
  }));
  const parts: Span[] = [];
  let from = 0;
  let bare = 0;
  for (const { end } of fragments) {
    const said = text.slice(from, end);
    if (findPercents(said).length === 0) continue;
    if (tellsUpTo(said)) return null;
    const last = fragments.findLast((each) => each.end === end)?.said ?? said;
    const isBare = bareShareIn(said, isListed) !== null && findPercents(last).length > 0;
    // One that is none by its words is told in a list that was announced; elsewhere there is no list.
    if (!isBare && !PAYS.test(said) && (!isListed || WITHIN.test(said))) return null;
    if (isBare) bare++;
    parts.push({ start: from, end });
    from = end;
  }
  const isList = parts.length > 1 || (isListed && parts.length === 1);
  if (bare === 0 || !isList) return null;
  const rest = text.slice(from);
  // 验收合格后付60%，质保期满后一次性付清: what is left is a payment of its own.
  if (PAYS.test(rest)) parts.push({ start: from, end: text.length });
  else parts[parts.length - 1].end = text.length;
  return parts;
}

/** 付款：质保期满10%: the words before a share, behind those that announce it; null for none. */
export function bareEvent(text: string, end: number, isBare = false): Span | null {
  if (!isBare) return null;
  const said =
    /[^：:；;。]*$/
      .exec(text.slice(0, end))?.[0]
      .replace(/^\s*[（(]?[一二三四五六七八九十\d]{1,2}[、.．）)]\s*/, "") ?? "";
  const start = end - said.trimStart().length;
  const words = said.trim().replace(/[，,]\s*$/, "");
  return words === "" ? null : { start, end: start + words.length };
}
