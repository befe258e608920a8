import type { BudgetLine } from "../model/agreement.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Money, Text } from "../model/value.ts";
import type { Draft } from "./budget-drafts.ts";
import { moneyAt, type Span, textAt } from "./budget-figures.ts";
import { behindNumber, type Clause, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { findSums, type MoneySum } from "./money-sums.ts";

/** 原合同总价: what was first agreed. */
const FIRST =
  /(?:原(?:合同|协议|签约)?|变更前|调整前)[^，。；：\d]{0,10}?(?:为|是|[：:])?\s*(?:人民币)?[¥￥]?\s*$/;
/** 本次增加延长期费用: what comes on top, up to its sum. */
const MORE =
  /^\s*[＋+]\s*[^，。；：\d]{2,14}$|^[^，。；]*[，,；;、]\s*(?:[现加本此][次回上]?|另|再)?(?:增加|新增|追加|增补|补充|加上|核增|延长)[^，。；：\d]{0,14}?$/;
/** 变更后的合同金额: what it comes to now. */
const NOW =
  /^\s*[＝=]\s*[^，。；\d]{2,16}$|^[^。；]*(?:(?:变更|调整|修改|修订|增加|追加|延长|增补)后|现|合计|共计|总计)[^，。；\d]{0,14}?$/;
const COPULA = /(?:(?:小计|共计|合计|总计|为|是|计|[：:])\s*)*(?:人民币)?[¥￥]?\s*$/;
const OF_ABOVE = /^(?:以上|上述|前述)(?:[两二三四五六七八九十\d]+项)?/;

/** 由864,000元|变更为: what turns the first sum into what it comes to. */
const TURNS =
  /^\s*[，,]?\s*(?:现|则|即|也|一并|相应(?:地)?|随之|据此)*(?:变更|调整|修改|修订|增加|增|提高|改|变)(?:为|至|到)\s*(?:人民币)?[¥￥]?\s*$/;
const FROM = /[由从]\s*(?:人民币)?[¥￥]?\s*$/;
/** 追加费用: what comes on top by its name. */
const ADDS = /追加|增加|新增|增补|补充|增项|延长|延期/;

/** The first agreement's sum, what is added to it, and what they come to, told in one sentence; `more` is null where that isn't told again. */
interface Sentence {
  content: NormalText;
  first: MoneySum;
  more: MoneySum | null;
  now: MoneySum;
  /** Whether it only adds up the two, told without a word for what is now agreed. */
  isBeside?: boolean;
}

/**
 * Costs that an amendment adds, listed with a sum of their own that was taken for the total, and then 原合同总价…，增加…，变更后…: what was
 * first agreed and what is added make the new total, and the list is part of what is added.
 */
export function takeAddedCosts(drafts: readonly Draft[], clauses: readonly Clause[]): void {
  const draft = drafts.find(({ version, name }) => version === "amended" && name === null);
  const before = drafts.find(({ version, name }) => version === "original" && name === null);
  const added = draft?.total ?? draft?.totalInCapitals ?? null;
  const was = before?.total ?? before?.totalInCapitals ?? null;
  if (!draft || !before || !added || !was) return;
  const name = nameOfAdded(clauses, added);
  const sentence =
    sentenceOf(clauses, was, added) ??
    besideOf(clauses, was) ??
    (ADDS.test(name?.value ?? "") ? turnOf(clauses, was, FROM) : sumTurnOf(clauses, was, added));
  const place = sentence && moneyOf(sentence.content, sentence.now);
  const first = sentence && moneyOf(sentence.content, sentence.first);
  if (!sentence || !place || !first) return;
  const { content, now } = sentence;
  const isAgain = ({ evidence }: Money): boolean => standsAt(content, evidence, now);
  if (!sentence.isBeside && !draft.restatements.some(isAgain)) return;
  const { more } = sentence;
  const label = name ?? (more && textAt(content, nameBefore(content.text, sentence.first.end, more.start)));
  if (!label) return;
  const named = nameBefore(content.text, behindNumber(content.text), sentence.first.start);
  const own: BudgetLine = lineOf(textAt(content, named), first);
  const parts = draft.lines.map((line) => ({ ...line, parent: line.parent ?? label.value }));
  before.lines = before.lines.filter(
    ({ amount }) =>
      !(more && standsAt(content, amount.evidence, more)) &&
      !(sentence.isBeside && standsAt(content, amount.evidence, sentence.first)),
  );
  Object.assign(draft, {
    total: now.digits && moneyAt(content, now.digits),
    totalInCapitals: now.capitals && moneyAt(content, now.capitals),
    restatements: draft.restatements.filter((each) => !isAgain(each)),
    lines: [own, lineOf(label, added), ...parts],
  });
}

/** 以上增加费用合计…: what the list of added costs is called by its own sum; null where that names nothing. */
function nameOfAdded(clauses: readonly Clause[], added: Money): Text | null {
  for (const clause of clauses) {
    if (!isProse(clause)) continue;
    const { content } = clause.part;
    const sum = findSums(content.text).find((each) => standsAt(content, added.evidence, each));
    if (!sum) continue;
    const { start, end } = nameBefore(content.text, 0, sum.start);
    const from = start + (OF_ABOVE.exec(content.text.slice(start, end))?.[0].length ?? 0);
    const isCount = /^[\d一二两三四五六七八九十]+\s*个?(?:月|年|天|日|期|次)/.test(
      content.text.slice(from, end),
    );
    return end - from < SHORTEST_NAME || isCount ? null : textAt(content, { start: from, end });
  }
  return null;
}

/** 费用 alone names nothing. */
const SHORTEST_NAME = 3;

/** A sentence that adds one sum to another; null without one. */
function sentenceOf(clauses: readonly Clause[], was: Money, added: Money): Sentence | null {
  for (const clause of clauses) {
    if (!isProse(clause) || clause.isPayment) continue;
    const { content } = clause.part;
    const sums = findSums(content.text);
    const at = sums.findIndex((first, index) => {
      const [more, now] = [sums[index + 1], sums[index + 2]];
      return (
        now !== undefined &&
        first.digits?.fen === was.fen &&
        more.digits?.fen === added.fen &&
        FIRST.test(content.text.slice(0, first.start)) &&
        MORE.test(content.text.slice(first.end, more.start)) &&
        NOW.test(content.text.slice(more.end, now.start))
      );
    });
    if (at >= 0) return { content, first: sums[at], more: sums[at + 1], now: sums[at + 2] };
  }
  return null;
}

/** 连同主合同服务费336,000元，两段合计513,000元; null without such a sentence. */
function besideOf(clauses: readonly Clause[], was: Money): Sentence | null {
  const told = twoIn(clauses, was, { before: WITH_FIRST, between: IN_ALL });
  return told && { ...told, more: null, isBeside: true };
}

/** What was first agreed and the sum behind it, by the words before the first and those between the two; null without them. */
function twoIn(
  clauses: readonly Clause[],
  was: Money,
  { before, between }: { before: RegExp; between: RegExp },
): Pick<Sentence, "content" | "first" | "now"> | null {
  for (const clause of clauses) {
    if (!isProse(clause) || clause.isPayment) continue;
    const { content } = clause.part;
    const sums = findSums(content.text);
    const at = sums.findIndex((first, index) => {
      const now = sums[index + 1];
      return (
        now !== undefined &&
        first.digits?.fen === was.fen &&
        before.test(content.text.slice(0, first.start)) &&
        between.test(content.text.slice(first.end, now.start))
      );
    });
    if (at >= 0) return { content, first: sums[at], now: sums[at + 1] };
  }
  return null;
}

/** 连同, 加上原合同: up to what was first agreed. */
const WITH_FIRST =
  /(?:连同|加上|加|并入|合并|包括|含|与|和)(?:原|主|母)(?:合同|协议)?[^，。；\d]{0,10}(?:人民币|[为是计：:¥￥\s])*$/;
/** ，两段合计: up to what both come to. */
const IN_ALL =
  /^[，,]?\s*(?:[两二][段期项者个份]|前后|以上|现)?[^，。；\d]{0,8}(?:合计|共计|总计|总额|总价|总金额)[^，。；\d]{0,8}$/;

/** 合同总金额由864,000元变更为948,000元; null without such a sentence. */
function turnOf(clauses: readonly Clause[], was: Money, before: RegExp): Sentence | null {
  const told = twoIn(clauses, was, { before, between: TURNS });
  return told && { ...told, more: null };
}

/** 本协议金额合计212,400元, 原合同总额939,600元相应调整为1,152,000元: no word tells that it is added, but the three come out so. */
function sumTurnOf(clauses: readonly Clause[], was: Money, added: Money): Sentence | null {
  const told = turnOf(clauses, was, FROM) ?? turnOf(clauses, was, FIRST);
  return told?.now.digits?.fen === was.fen + added.fen ? told : null;
}

export const moneyOf = (content: NormalText, { digits, capitals }: MoneySum): Money | null => {
  const money = digits ?? capitals;
  return money && moneyAt(content, money);
};

/** The words right before a sum, without its copula and without the word for adding where others stand behind it. */
export function nameBefore(text: string, floor: number, end: number): Span {
  const piece = text.slice(floor, end);
  const bare = piece
    .slice(0, piece.length - (COPULA.exec(piece)?.[0].length ?? 0))
    .replace(/(?<=\p{Script=Han}{2})(?:[由从]|[核确]?定)$/u, "");
  const from = [...bare].findLastIndex((sign) => /[，,。；;、：:＋+＝=]/.test(sign)) + 1;
  const words = bare.slice(from);
  const verb =
    /^(?:现|本次|此次|另|再)?(?:增加|新增|追加|增补|补充|加上|核增|连同|加|并入)(?=\p{Script=Han}{3})/u.exec(
      words,
    );
  const start = floor + from + (verb?.[0].length ?? 0);
  return { start, end: floor + bare.length };
}

export const lineOf = (label: BudgetLine["label"], amount: Money): BudgetLine => ({
  label,
  parent: null,
  quantity: null,
  unitPrice: null,
  amount,
  percent: null,
});
