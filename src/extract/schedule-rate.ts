import type { Instalment, Version } from "../model/agreement.ts";
import type { FlowParagraph } from "../model/flow.ts";
import { moneyAt } from "./budget-figures.ts";
import { OTHER } from "./budget-words.ts";
import { type Clause, isProse, versionAt } from "./clauses.ts";
import { findSums, type MoneySum } from "./money-sums.ts";
import { type Occasion, occasionOf, type Running } from "./schedule-occasion.ts";
import { PAYS } from "./schedule-pays.ts";
import { stepOf } from "./schedule-step.ts";
import { partIn } from "./schedule-term-parts.ts";

/** 每月服务费20000元, 月租金…: what is due for a month or a quarter. */
const RATE =
  /(?:每(?:个)?(?:月|季度?)|月|季度?)(?:的)?[^，。；：:\d/每]{0,8}(?:费|租金|报酬|酬金|费用|价款|款|经费)?(?:标准)?(?:为|是|计|[：:])?\s*(?:人民币)?\s*[¥￥]?\s*$/;

/** What is paid by the month or quarter, and how often. */
interface Rates {
  version: Version;
  instalments: Instalment[];
}

/**
 * What is paid by the month or quarter where its sum is told apart from its payment (每月8500元…，每月25日前支付当月服务费), also
 * where each year has a sum of its own (第一年每月8500元，第二年每月9000元). Only where these sums, as often as the term has room
 * for them, come to a sum told too; else null.
 */
export function findRate(clauses: readonly Clause[], running: Running): Rates | null {
  const prose = clauses.filter(isProse).filter(({ isOther }) => !isOther);
  const texts = prose.map(({ part }) => part.content.text);
  const told = texts.flatMap((text) =>
    findSums(text).map(({ digits, capitals }) => digits?.fen ?? capitals?.fen),
  );
  const payment = texts
    .flatMap((text) => text.split(/[。；;]/))
    .find((text) => PAYS.test(text) && stepOf(text));
  if (!payment) return null;
  const step = stepOf(payment);
  for (const clause of prose) {
    const rates = ratesIn(clause, step);
    const [first, ...more] = rates;
    if (!first) continue;
    const single = rates.map((rate) => [paidAs(clause, rate, payment, running)]);
    const byYear = more.length > 0 ? [rates.map((rate) => paidInPart(clause, rate, running))] : [];
    for (const instalments of [...single, ...byYear]) {
      const all = instalments.filter((each) => each !== null);
      const fen = all.reduce((sum, { amount, occurrences }) => sum + (amount?.fen ?? 0) * occurrences, 0);
      if (all.length === instalments.length && told.includes(fen))
        return { version: versionAt(clause, first.sum.start), instalments: all };
    }
  }
  return null;
}

/** A sum that is due for a month or a quarter, and where what is said of it begins and ends. */
interface Rate {
  sum: MoneySum;
  from: number;
  to: number;
}

function ratesIn({ part }: Clause<FlowParagraph>, step: number | null): Rate[] {
  const { text } = part.content;
  const sums = findSums(text);
  return sums.flatMap((sum, index) => {
    const from = sums[index - 1]?.end ?? 0;
    const piece = text.slice(from, sum.start);
    const isRate = RATE.test(piece) && !OTHER.test(piece) && !/^\s*[/／]/.test(text.slice(sum.end));
    const isSame = step === (stepOf(piece) ?? (/季/.test(piece) ? 3 : 1));
    return isRate && isSame && sum.digits ? [{ sum, from, to: sums[index + 1]?.start ?? text.length }] : [];
  });
}

/** Paid as the words of its payment say, over the term. */
function paidAs(
  { part }: Clause<FlowParagraph>,
  { sum }: Rate,
  payment: string,
  running: Running,
): Instalment | null {
  const when = occasionOf(payment, { from: 0, at: payment.length, to: payment.length }, running);
  return instalmentOf(part, sum, when?.occasion ?? null);
}

/** Paid over the part of the term that its own words tell: 第一年每月…. */
function paidInPart(
  { part }: Clause<FlowParagraph>,
  { sum, from, to }: Rate,
  running: Running,
): Instalment | null {
  const { text } = part.content;
  if (!partIn(text.slice(0, sum.start), from, running.months)) return null;
  const when = occasionOf(text, { from, at: sum.start, to }, running);
  return instalmentOf(part, sum, when?.occasion ?? null);
}

function instalmentOf(
  { content }: FlowParagraph,
  { digits }: MoneySum,
  occasion: Occasion | null,
): Instalment | null {
  const amount = digits && moneyAt(content, digits);
  return amount && occasion ? { ...occasion, amount, percent: null, condition: null } : null;
}

/** 每月按已完工程量的80%支付进度款: how much that comes to is not known beforehand. */
export const tellsOfProgress = (text: string): boolean =>
  /(?:按|以|依)[^，。；]{0,8}(?:已完|完成|实际|实测)[^，。；]{0,10}(?:量|额|产值|价)|(?:[每按逐](?:个)?[月季])[^。；]*进度款/.test(
    text,
  ) && PAYS.test(text);
