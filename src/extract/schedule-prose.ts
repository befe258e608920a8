import type { Instalment, Version } from "../model/agreement.ts";
import type { FlowParagraph } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Money, Text } from "../model/value.ts";
import { moneyAt, percentAt, type Span, textAt } from "./budget-figures.ts";
import { INSTALMENT, OTHER, PAYS } from "./budget-words.ts";
import { behindNumber, type Clause, versionAt } from "./clauses.ts";
import { findPercents, findPeriods } from "./figures/index.ts";
import { findSums, type MoneySum } from "./money-sums.ts";
import { occasionOf } from "./schedule-occasion.ts";

/** What one item of a payment clause says: an instalment, or what all of them add up to. */
export interface Paid {
  version: Version;
  instalment: Instalment | null;
  total: Money | null;
  /** What looks like money here but isn't understood, or is given no part in the schedule. */
  unread: Span[];
}

const RETAINED = /质保金|质量保证金|保修金|保留金|工程保证金/;
const SUM_OF_ALL = /(?:合计|共计|总计|累计|全年)[^，。；\d]{0,10}$/;
const REMAINDER = /余款|尾款|剩余|其余|余下|余额|质保金|质量保证金|保修金/;
/** 顾问费8万元，分两次支付: what is paid in parts is told as a whole first. */
const IN_PARTS =
  /^[）)]?[，,]\s*(?:由)?(?:甲方|委托方|采购人)?(?:共)?分\s*(?:\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(?:次|期|笔|批)/;
/** 支付合同总价款的, and nothing: the figure was not read. */
const CUT_SHORT = /(?:价款?|金额|总额|经费|费用|款项?)的\s*$|(?:支付|拨付|[，,](?:即|计|为))(?:人民币)?\s*$/;
const CUMULATIVE = /(?:付|拨|支付|付款|拨付|结算)(?:至|到)/;
/** 支付96万元，其中固定费用80万元: what follows are parts of the payment, not payments. */
const PARTS = /其中|包括|包含/;
const NO_SHARE = /(?:占|达到?|完成|超过|税率为?|不低于|不少于|低于|每日|每天|增值税)[^，。；%]{0,12}$/;
const OF_TOTAL =
  /(?:合同|总|价|款|金额|经费|费用|额|余下|剩余|其余)[^，；。]{0,8}$|(?:支付|拨付|付款?|预付)[^，；。]{0,6}$|[：:（(]\s*$|比例[^，；。]{0,4}$|余$|^$/;

/** Every payment a clause speaks of, item by item. `term` are the agreement's first and last months. */
export function readSchedule(
  clause: Clause<FlowParagraph>,
  term: { from: string; to: string } | null,
): Paid[] {
  const { content } = clause.part;
  const year = term?.from.slice(0, 4) ?? null;
  return itemsOf(clause).flatMap((item) => readItem(clause, content, item, { term, year }));
}

interface Context {
  term: { from: string; to: string } | null;
  year: string | null;
  /** Told behind a payment that is known as one. */
  goesOn?: boolean;
}

function readItem(clause: Clause<FlowParagraph>, content: NormalText, item: Span, context: Context): Paid[] {
  const text = content.text.slice(item.start, item.end);
  const sums = findSums(text);
  const version = versionAt(clause, item.start);
  const paid = sums.flatMap((sum, index): Paid[] => {
    const from = index === 0 ? 0 : sums[index - 1].end;
    const to = sums[index + 1]?.start ?? text.length;
    const piece = text.slice(from, sum.start);
    if (!isPayment(clause, text, piece)) {
      const lost = { start: item.start + sum.start, end: item.start + sum.end };
      return isElsewhere(clause, piece) ? [] : [{ version, instalment: null, total: null, unread: [lost] }];
    }
    const unread = [sum.digits, sum.capitals].flatMap((money) =>
      money && money.fen === null ? [{ start: item.start + money.start, end: item.start + money.end }] : [],
    );
    const amount = moneyOf(content, sum, item.start);
    const at = versionAt(clause, item.start + sum.start);
    if (SUM_OF_ALL.test(piece) && !findPercents(piece).length) {
      return [{ version: at, instalment: null, total: amount, unread }];
    }
    if (isWholeSum(piece) || IN_PARTS.test(text.slice(sum.end, to))) return [];
    if (index > 0 && PARTS.test(text.slice(sums[0].end, sum.start))) {
      const part = { start: item.start + sum.start, end: item.start + sum.end };
      return [{ version: at, instalment: null, total: null, unread: [part] }];
    }
    const behind = { start: sum.end, end: to };
    const share = CUMULATIVE.test(piece)
      ? null
      : (shareIn(text, from, sum.start) ?? shareBehind(text, behind));
    const occasion = occasionOf(text, { from, at: sum.start, to }, context);
    const percent = share ? percentAt(content, shift(share, item.start)) : null;
    const condition = occasion.from
      ? null
      : conditionIn(content, item, { from, figure: share ? Math.min(share.start, sum.start) : sum.start });
    const instalment = { ...occasion, amount, percent, condition };
    const each = monthsNamed(piece, context.year).map((month) => ({
      ...instalment,
      ...month,
      amount: amount && { ...amount },
    }));
    return (each.length > 1 ? each : [instalment]).map((one) => ({
      version: at,
      instalment: one,
      total: null,
      unread,
    }));
  });
  if (sums.length > 0) return [...paid, ...readRest(clause, content, item, { sums, context, paid })];
  return sharesOf(text).flatMap((part) =>
    readShare(clause, content, { start: item.start + part.start, end: item.start + part.end }, context),
  );
}

/** 预付6万元，完成后结清余款: what is left is paid too, though no sum of it is told. */
function readRest(
  clause: Clause<FlowParagraph>,
  content: NormalText,
  item: Span,
  { sums, context, paid }: { sums: readonly MoneySum[]; context: Context; paid: readonly Paid[] },
): Paid[] {
  const text = content.text.slice(item.start, item.end);
  const from = sums[sums.length - 1].end;
  const rest = /[，,][^，,]*$/.exec(text.slice(from))?.[0] ?? "";
  const isRest = REST.test(rest) && PAYS.test(rest) && findPercents(rest).length === 0;
  if (!isRest || !paid.some(({ instalment }) => instalment)) return [];
  const start = item.start + from + text.slice(from).lastIndexOf(rest) + 1;
  return readShare(clause, content, { start, end: item.end }, { ...context, goesOn: true });
}

const REST = /余款|尾款|余额|(?:剩余|其余|余下)(?:部分|款|费用|金额)/;

/** 签订后支付60%，验收后支付40%: payments told by their shares alone, parted where each is told whole. */
function sharesOf(text: string): Span[] {
  const parts: Span[] = [];
  let from = 0;
  for (const { index, 0: fragment } of text.matchAll(/[^，,]+[，,]?/g)) {
    const end = index + fragment.length;
    const said = text.slice(from, end);
    const isTold =
      findPercents(said).length > 0 ? PAYS.test(said) : REMAINDER.test(fragment) && PAYS.test(fragment);
    if (!isTold || OTHER.test(withoutEvents(said))) continue;
    parts.push({ start: from, end });
    from = end;
  }
  if (parts.length < 2) return [{ start: 0, end: text.length }];
  parts[parts.length - 1].end = text.length;
  return parts;
}

/** A payment told without a sum: by its share, or as what is left. */
function readShare(clause: Clause<FlowParagraph>, content: NormalText, item: Span, context: Context): Paid[] {
  const text = content.text.slice(item.start, item.end);
  const version = versionAt(clause, item.start);
  if (!isPayment(clause, text, text)) return [];
  const share = shareIn(text, 0, text.length);
  const isRest = REMAINDER.test(text) && PAYS.test(text);
  const isCut = CUT_SHORT.test(text) && INSTALMENT.test(text);
  if (!share && !isRest && !isCut && !CUMULATIVE.test(text)) return [];
  if (!share && clause.heading === "" && !context.goesOn) return [];
  const percent = share && !CUMULATIVE.test(text) ? percentAt(content, shift(share, item.start)) : null;
  const occasion = occasionOf(text, { from: 0, at: text.length, to: text.length }, context);
  const condition = occasion.from
    ? null
    : conditionIn(content, item, { from: 0, figure: share?.start ?? text.length });
  const cut = isCut && !share ? [{ start: 0, end: text.trimEnd().length }] : [];
  const unread = [...bareNumbers(text), ...cut].map((span) => shift(span, item.start));
  return [{ version, instalment: { ...occasion, amount: null, percent, condition }, total: null, unread }];
}

/** 即345600 without its 元: most likely an amount, cut short by a misread sign. */
function bareNumbers(text: string): Span[] {
  return [...text.matchAll(/(?:即|计|为|合)\s*(\d[\d,，.]{3,})(?![\d年月日%％])/g)].map((match) => ({
    start: match.index + match[0].length - match[1].length,
    end: match.index + match[0].length,
  }));
}

/** Items of a paragraph: what semicolons, full stops and turns of version part; a semicolon before a comma is a misread sign. */
function itemsOf({ part, turns }: Clause<FlowParagraph>): Span[] {
  const { text } = part.content;
  const items = [...text.matchAll(/(?:[^；;。]|[；;](?=\s*[，,]))+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return items.flatMap(({ start, end }) => {
    const changes = turns.filter((turn, index) => turn.version !== turns[index - 1]?.version);
    const cuts = changes.map((turn) => turn.start).filter((at) => at > start && at < end);
    const edges = [start, ...cuts, end];
    return edges.slice(1).map((edge, index) => ({ start: edges[index], end: edge }));
  });
}

function isPayment(clause: Clause, item: string, piece: string): boolean {
  if (OTHER.test(withoutEvents(piece)) && !RETAINED.test(piece)) return false;
  if (clause.isOther && !clause.isPayment) return false;
  const isShare = clause.isPayment && PAYS.test(item) && findPercents(item).length > 0;
  const isInstalment = isShare || INSTALMENT.test(item) || /\d\s*月|季度/.test(item);
  return isInstalment && (PAYS.test(item) || clause.isPayment);
}

/** 收到增值税发票后，支付…: what must come first is no word about the money itself. */
function withoutEvents(piece: string): string {
  return piece.replace(/[^，。；：:]*(?:后|之?前|日起|日内|以内|之内|时)[，,、]/g, "").replace(EVENT, "");
}

const EVENT =
  /[^，。；：:]*(?:(?:专用|普通)?发票|(?:提交|缴纳|提供|出具|收到)[^，。；：:]{0,12}(?:担保|保函|保证金))[^，。；：:]*[，,]/g;

/** Money in a payment clause that plainly is no instalment, or money in any other clause. */
function isElsewhere(clause: Clause, piece: string): boolean {
  return (
    !clause.isPayment ||
    clause.isBudget ||
    clause.isOther ||
    OTHER.test(withoutEvents(piece)) ||
    isWholeSum(piece)
  );
}

/** 合同总价为…元: the whole, not a part of it. */
function isWholeSum(piece: string): boolean {
  return (
    /(?:合同|协议|项目|服务|采购)?总(?:价款?|金额|额|经费|费用|预算)[^，。；%]{0,8}$/.test(piece) &&
    !findPercents(piece).length
  );
}

function shareIn(text: string, from: number, to: number): Span | null {
  const shares = findPercents(text.slice(from, to)).map(({ start, end }) => ({
    start: from + start,
    end: from + end,
  }));
  const fits = shares.filter(({ start }) => {
    const before = text.slice(from, start);
    return !NO_SHARE.test(before) || /(?:总|合同|全部)[^，。；%]{0,12}$/.test(before.replace(/占/, ""));
  });
  return fits.findLast(({ start }) => OF_TOTAL.test(text.slice(from, start))) ?? null;
}

/** 支付30万元，占合同总价的30%: the share behind a sum, before anything else is paid. */
function shareBehind(text: string, { start, end }: Span): Span | null {
  const share = shareIn(text, start, end);
  const paysAgain = text.slice(start, end).search(PAYS);
  return share && (paysAgain < 0 || share.start < start + paysAgain) ? share : null;
}

/** 3月、6月、9月各支付…: every month named; none where the sum isn't each one's. */
function monthsNamed(
  piece: string,
  year: string | null,
): { from: string; to: string; occurrences: number }[] {
  if (!/各[^，。；]{0,16}$/.test(piece)) return [];
  const found = findPeriods(piece, year);
  const isList = found
    .slice(1)
    .every(({ start }, index) => /^[、和及与，]$/.test(piece.slice(found[index].end, start)));
  const areMonths = found.every(({ from, to }) => from === to);
  return isList && areMonths ? found.map(({ from, to }) => ({ from, to, occurrences: 1 })) : [];
}

/** On what an instalment depends: the words before the payment is named, without its own name and who pays. */
function conditionIn(
  content: NormalText,
  item: Span,
  { from: floor, figure }: { from: number; figure: number },
): Text | null {
  const text = content.text.slice(item.start, item.end);
  let from = floor > 0 ? floor : behindNumber(text);
  from += /^[）)，,、\s]*/.exec(text.slice(from))?.[0].length ?? 0;
  from += /^(?:[^，。；：:]{1,16}[：:]\s*)+/.exec(text.slice(from))?.[0].length ?? 0;
  const pays = text.slice(from, figure).search(PAYS);
  const until = pays < 0 ? figure : from + pays;
  const behind = textBehind(text, figure);
  let words = text.slice(from, until);
  const payer =
    /[，,、]?\s*(?:由)?(?:甲方|采购[人方]|委托[人方]|发包[人方]|买方|需方|业主|购买(?:主体|方))[^，。；]{0,16}$/.exec(
      words,
    );
  if (payer) words = words.slice(0, payer.index);
  const comma = words.lastIndexOf("，");
  if (!payer && comma >= 0 && !/[后前内时日月]$/.test(words.trim())) words = words.slice(0, comma);
  words = words.replace(/[，,、\s]+$/, "");
  if (words.length >= 2 && /[后前内时起日月]/.test(words)) {
    return textAt(content, { start: item.start + from, end: item.start + from + words.length });
  }
  return behind ? textAt(content, shift(behind, item.start)) : null;
}

/** 合同总价的30%于验收合格后支付: the condition behind the figure. */
function textBehind(text: string, figure: number): Span | null {
  const match = /[，,]?\s*(?:在|于|待|自)([^，。；%\d][^，。；%]{1,30}?(?:后|前|内|时))/.exec(
    text.slice(figure),
  );
  if (!match) return null;
  const start = figure + match.index + match[0].length - match[1].length;
  return { start, end: start + match[1].length };
}

function moneyOf(content: NormalText, { digits, capitals }: MoneySum, offset: number): Money | null {
  const stated = digits ? moneyAt(content, shift(digits, offset)) : null;
  return stated ?? (capitals ? moneyAt(content, shift(capitals, offset)) : null);
}

const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
