import type { FlowParagraph } from "../model/flow.ts";
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

const DONE = /(?<!工程|进度|产值|任务|工作)\p{Script=Han}(?<![度量值批期次段分人])完成\s*$/u;

/** 支付30%，其中乙方15%: a share of what stands before it. */
const WITHIN = /其中|包括|包含/;

/** 货到后60%, 质保期满10%: the share that ends a fragment of nothing but when it is paid, in a list of payments by any word (主体封顶30%); null where it is none. */
export function bareShareIn(fragment: string, isListed = false, isWholeItem = false): Span | null {
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
  // 安装完成20%, in a list of payments: a moment; 工程量完成20% is how far it has come.
  const isDone = isWholeItem && !/[，,]/.test(fragment) && DONE.test(own);
  const isIt = isAtEnd && isWhen && (isDone || !NO_SHARE.test(own)) && !PAYS.test(said);
  return isIt ? share : null;
}

/**
 * （1）提交初勘报告：30%, （2）主体结构封顶15%: the items of sections of payments in which each is nothing but when something is paid and its
 * share; a section that tells a sum or a rest as well is none.
 */
export function shareItemsOf(clauses: readonly Clause[]): ReadonlySet<Clause> {
  const numbered = clauses
    .filter(isProse)
    .filter(({ isPayment, part: { content } }) => isPayment && behindNumber(content.text) > 0);
  const isItem = ({ part: { content } }: Clause<FlowParagraph>): boolean =>
    bareShareIn(content.text.slice(behindNumber(content.text)), true, true) !== null;
  const tellsElse = ({ heading, part: { content } }: Clause<FlowParagraph>): boolean =>
    NO_LIST.test(heading) || NO_LIST.test(content.text) || findSums(content.text).length > 0;
  const sections = new Set(numbered.filter(isItem).map(({ section }) => section));
  return new Set(
    [...sections].flatMap((section) => {
      // The heading itself may be numbered.
      const own = numbered.filter((each) => each.section === section && !endsWithHeading(each));
      const said = clauses.filter(isProse).filter((each) => each.section === section);
      const last = own.at(-1);
      // 一、付款：30%: a section of nothing but its heading has no items.
      if (!last) return [];
      const next = clauses.filter(isProse)[clauses.filter(isProse).indexOf(last) + 1];
      const isCut = next !== undefined && goesOn(last, next);
      return own.length > 1 && own.every(isItem) && !isCut && !said.some(tellsElse) ? own : [];
    }),
  );
}

/** 3、剩余款项质保期满付清 behind 2、验收60%: whether a clause counts on from the one before, be it taken for a heading. */
function goesOn(last: Clause<FlowParagraph>, next: Clause<FlowParagraph>): boolean {
  const [one, other] = [last, next].map(({ part: { content } }) => NUMBER.exec(content.text));
  return one !== null && other !== null && one[2] === other[2] && Number(other[1]) === Number(one[1]) + 1;
}
const NUMBER = /^\s*[（(]?(\d{1,2})\s*([、.．）)])/;

const endsWithHeading = ({ heading, part: { content } }: Clause<FlowParagraph>): boolean =>
  heading !== "" && content.text.trim().endsWith(heading);
/** Shares of something else than the price, or a rest that is no share. */
const NO_LIST = /考核|得分|评分|比例|保证金|罚|违约|剩余|其余|余下|余款|尾款|余额|[一二三甲乙]类|等级/;

/**
 * 合同签订后30%，货到后60%，质保期满10%: the parts of a list of payments whose shares need no word for paying; null where they are
 * no such list. One alone is a payment only in a list that was announced, as an item of it.
 */
export function bareSharesOf(text: string, isListed: boolean, isWholeItem = false): Span[] | null {
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
    const isBare = bareShareIn(said, isListed, isWholeItem) !== null && findPercents(last).length > 0;
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
