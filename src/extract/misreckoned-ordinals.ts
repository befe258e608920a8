import type { Schedule } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { fenOf, findSums } from "./money-sums.ts";
import { readCount } from "./schedule-term-parts.ts";
import { toldPlaces } from "./told-places.ts";

const NOT_ITS_SHARE = {
  zh: "与该期付款的比例或金额不符，请核对原件",
  en: "isn't what this payment comes to by its share, or as it is told elsewhere; check the page",
};

/** 第三次支付金额为|: the number of a payment told elsewhere. */
const OF_PAYMENT =
  /第\s*([一二三四五六七八九十]{1,2}|\d{1,2})\s*[次期笔批](?:的?(?:支付|付款|拨付|应付))?(?:款项|金额|款)?(?:[为是计：:]|人民币|[¥￥\s])*$/;
const YUAN_FEN = 100;

/**
 * Problems for sums told by the number of their payment (第三次支付金额为196,940元) beside a schedule that tells all payments one by one, where
 * that one's share of the price, or its sum, is another.
 */
export function findMisordinal(flow: Flow, { budgets, schedules, problems }: Contents): Problem[] {
  const [schedule, more] = schedules;
  const wholes = budgets.flatMap(({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen ?? []);
  if (!schedule || more || wholes.length !== 1) return [];
  const known = [
    ...toldPlaces(problems),
    ...schedule.instalments.flatMap(({ amount }) => amount?.evidence ?? []),
  ];
  return findClauses(flow)
    .filter(isProse)
    .filter(({ isOther }) => !isOther)
    .flatMap(({ part: { content } }) =>
      findSums(content.text).flatMap((sum) => {
        const number = readCount(OF_PAYMENT.exec(content.text.slice(0, sum.start))?.[1] ?? "");
        const due = number === null ? null : dueAt(schedule, number, wholes[0]);
        const fen = fenOf(sum);
        const isIt = due === null || fen === null || Math.abs(due - fen) <= YUAN_FEN;
        return isIt || standsAt(content, known, sum) ? [] : [notUnderstood(content, sum, NOT_ITS_SHARE)];
      }),
    );
}

/** In fen, what the payment of a number comes to; null where payments aren't told one by one. */
function dueAt({ instalments }: Schedule, number: number, whole: number): number | null {
  const instalment = instalments[number - 1];
  if (!instalment || instalments.some(({ occurrences }) => occurrences !== 1)) return null;
  if (instalment.amount) return instalment.amount.fen;
  return instalment.percent ? (whole * Number(instalment.percent.percent)) / 100 : null;
}
