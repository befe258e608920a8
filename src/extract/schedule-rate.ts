import type { Instalment, Version } from "../model/agreement.ts";
import { moneyAt } from "./budget-figures.ts";
import { OTHER, PAYS } from "./budget-words.ts";
import { type Clause, isProse, versionAt } from "./clauses.ts";
import { findSums } from "./money-sums.ts";
import { occasionOf, type Running, stepOf } from "./schedule-occasion.ts";

/** 每月服务费20000元, 月租金…: what is due for a month or a quarter. */
const RATE =
  /(?:每(?:个)?(?:月|季度?)|月|季度?)(?:的)?[^，。；：:\d/每]{0,8}(?:费|租金|报酬|酬金|费用|价款|款|经费)?(?:标准)?(?:为|是|计|[：:])?\s*(?:人民币)?\s*[¥￥]?\s*$/;

/**
 * What is paid by the month or quarter where its sum is told apart from its payment (每月8500元…，每月25日前支付当月服务费).
 * Only where that sum, as often as the term has room for it, comes to a sum told too; else null.
 */
export function findRate(
  clauses: readonly Clause[],
  running: Running,
): { version: Version; instalment: Instalment } | null {
  const prose = clauses.filter(isProse).filter(({ isOther }) => !isOther);
  const texts = prose.map(({ part }) => part.content.text);
  const told = texts.flatMap((text) =>
    findSums(text).map(({ digits, capitals }) => digits?.fen ?? capitals?.fen),
  );
  const payment = texts
    .flatMap((text) => text.split(/[。；;]/))
    .find((text) => PAYS.test(text) && stepOf(text));
  if (!payment) return null;
  for (const clause of prose) {
    const { content } = clause.part;
    for (const [index, sum] of findSums(content.text).entries()) {
      const floor = findSums(content.text)[index - 1]?.end ?? 0;
      const piece = content.text.slice(floor, sum.start);
      const isRate = RATE.test(piece) && !OTHER.test(piece) && !/^\s*[/／]/.test(content.text.slice(sum.end));
      if (!isRate || stepOf(payment) !== (stepOf(piece) ?? (/季/.test(piece) ? 3 : 1)) || !sum.digits)
        continue;
      const when = occasionOf(payment, { from: 0, at: payment.length, to: payment.length }, running);
      const amount = moneyAt(content, sum.digits);
      if (!when || !amount || !told.includes(amount.fen * when.occasion.occurrences)) continue;
      const version = versionAt(clause, sum.start);
      return { version, instalment: { ...when.occasion, amount, percent: null, condition: null } };
    }
  }
  return null;
}
