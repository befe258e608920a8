import type { NormalText } from "../model/normal-text.ts";
import type { Text } from "../model/value.ts";
import { type Span, textAt } from "./budget-figures.ts";
import { behindNumber } from "./clauses.ts";
import { ITEM_SIGN } from "./item-number.ts";
import { PAYS } from "./schedule-pays.ts";

/** 甲方应于签约后5日内: who pays, before when. */
const PAYER_FIRST =
  /^(?:由)?(?:甲方|采购[人方]|委托[人方]|发包[人方]|买方|需方|业主|购买(?:主体|方))(?:应|须|需|将)?(?:当)?(?:在|于)?(?=[^，。；]*[后前内时日起]\s*[，,]?\s*$)/;

/** 其余款项于验收合格后: what is paid, before when. */
const REST_FIRST =
  /^(?:(?:其余|剩余|余下)\p{Script=Han}{0,6}?|余款|尾款|质保金|首付款)?(?:于|在|待)(?=[^，。；]+[后前内时日起])/u;

/** On what an instalment depends: the words before the payment is named, without its own name and who pays. */
export function conditionIn(
  content: NormalText,
  item: Span,
  { from: floor, figure, to }: { from: number; figure: number; to: number },
): Text | null {
  const text = content.text.slice(item.start, item.end);
  let from = floor > 0 ? floor : behindNumber(text);
  from += /^(?:[）)，,、。；;\s]|[（(](?![^（）()]{1,4}[）)]))*/.exec(text.slice(from))?.[0].length ?? 0;
  // 付款方式：（1）首期款：…
  for (let last = -1; last !== from; ) {
    last = from;
    from += behindNumber(text.slice(from)) || (ITEM_SIGN.exec(text.slice(from))?.[0].length ?? 0);
    from += /^[^，。；：:]{1,16}[：:]\s*/.exec(text.slice(from))?.[0].length ?? 0;
  }
  const pays = text.slice(from, figure).search(PAYS);
  const until = pays < 0 ? figure : from + pays;
  const behind = textBehind(text.slice(0, to), figure, to < text.length);
  from += PAYER_FIRST.exec(text.slice(from, until))?.[0].length ?? 0;
  from += REST_FIRST.exec(text.slice(from, until))?.[0].length ?? 0;
  let words = text.slice(from, until);
  const payer =
    /[，,、]?\s*(?:由)?(?:甲方|采购[人方]|委托[人方]|发包[人方]|买方|需方|业主|购买(?:主体|方))[^，。；]{0,16}$/.exec(
      words,
    );
  if (payer) words = words.slice(0, payer.index);
  const comma = words.lastIndexOf("，");
  if (!payer && comma >= 0 && !/[后前内时日月]$/.test(words.trim())) words = words.slice(0, comma);
  words = words.replace(TAIL, "");
  const isClause =
    payer !== null && /^[，,]/.test(payer[0]) && words.length >= 4 && !NO_CONDITION.test(words);
  if (words.length >= 2 && (isClause || /[后前内时起日月]/.test(words))) {
    return textAt(content, { start: item.start + from, end: item.start + from + words.length });
  }
  return behind ? textAt(content, { start: item.start + behind.start, end: item.start + behind.end }) : null;
}

/** 审计后升至, 签约后付合同价的: what is said of the payment itself. */
const TAIL =
  /(?<=[后前内时日起])(?:[付拨](?:(?:合同|总)[^，。；]{0,6}的)?|(?:上升|提高|提升|增加|上调|调高|升|增|提)[至到])$|(?:一次性|[，,、\s]*(?:累计)?)$/;

/** What is paid, or how, before who pays it: no condition. */
const NO_CONDITION = /(?:[款费金额价]|[分共每]\S{0,3}[次期批月季年]|如下|[方约]式|约定)$/;

/** 合同总价的30%于验收合格后支付: the condition behind the figure. */
function textBehind(text: string, figure: number, hasNext: boolean): Span | null {
  const rest = text.slice(figure);
  const match =
    /[，,]?\s*(?:在|于|待|自)([^，。；%\d][^，。；%]{1,30}?(?:后|前|内|时))/.exec(rest) ??
    /[，,]\s*(\p{Script=Han}[^，。；%]{1,20}?(?:后|前|内|时))(?=[^，。；]{0,6}(?:[支拨]?付|返还|退还|结清|付清))/u.exec(
      rest,
    );
  // 完工付48,000元，一年后付|8,000元: it is of the sum that follows.
  const isOfNext =
    hasNext &&
    match &&
    /^[^，。；]{0,10}$/.test(rest.slice(match.index + match[0].length)) &&
    /^[，,]/.test(match[0]);
  if (!match || isOfNext) return null;
  const start = figure + match.index + match[0].length - match[1].length;
  return { start, end: start + match[1].length };
}
