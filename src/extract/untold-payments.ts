import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { phraseBefore } from "./budget-phrases.ts";
import { isNeverListed } from "./budget-role-words.ts";
import {
  BOUND_BEFORE,
  BOUND_BEHIND,
  DIFFERENCE,
  NO_PRICE,
  OTHER,
  PER_HEAD,
  STRONG_TOTAL,
} from "./budget-words.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";
import { figuresOf } from "./record-money.ts";
import { isOfOther } from "./schedule-refusals.ts";
import { toldPlaces } from "./told-places.ts";
import { isOfAnotherTime } from "./untold-kinds.ts";
import { isReckoned, isTimesBefore } from "./untold-reckoned.ts";

const NO_INSTALMENT = {
  zh: "此金额与时间或次数并列，像是付款，但未能归入任何一期，请核对原件",
  en: "told with a time or a count of times as payments are, but of no instalment; check the page",
};

/** 2026年1月, 每半年一次, 第二期, 10个工作日内: what payments are told with. */
const TIMED =
  /\d{4}\s*年\s*\d{1,2}\s*月|每(?:一)?(?:次|期|笔|批|年|季度?|个?月|半年|两个?月)|第[一二三四五六七八\d]{1,2}\s*(?:次|期|笔|批)|\d{1,3}\s*(?:个?工作)?[日天](?:之?内|以内|前)|[前后]\s*\d{1,3}\s*(?:个?工作)?[日天]/;
/** A smaller part of the price is rather what one of something costs. */
const LEAST_PART = 20;
/** By the month in five years. */
const MOST_TIMES = 60;

/**
 * Problems for sums that are told with a time, or with how many times, in clauses that no word calls payments, where the payments
 * that were read are not the whole: what pays the rest may have gone unread.
 */
export function findUntoldPayments(flow: Flow, contents: Contents): Problem[] {
  const { budgets, schedules, problems } = contents;
  const wholes = budgets.flatMap(({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen ?? []);
  const whole = Math.max(0, ...wholes);
  const { price, paid } = figuresOf(contents);
  const due = [...price, ...schedules.flatMap(({ total }) => total ?? [])].map(({ fen }) => Math.abs(fen));
  if (whole === 0 || schedules.some((schedule) => paysAnyOf(schedule, due))) return [];
  const figures = [...price, ...paid];
  const known = [
    ...figures.map(({ fen }) => Math.abs(fen)),
    ...schedules.flatMap(({ instalments }) =>
      instalments.map(({ amount, occurrences }) => (amount?.fen ?? 0) * occurrences),
    ),
  ];
  const placed = [...figures.flatMap(({ evidence }) => evidence), ...toldPlaces(problems)];
  return findClauses(flow)
    .filter(isProse)
    .filter(({ isOther }) => !isOther)
    .flatMap((clause) => {
      const { content } = clause.part;
      const sums = findSums(content.text);
      return sums
        .filter((sum) => !isOfAnotherTime(clause, content.text, sum))
        .filter((sum) => isPartOf(sum, whole) && !isKnown(content.text, sum, known))
        .filter((sum) => !standsAt(content, placed, sum) && looksPaid(content.text, sum))
        .filter(
          (sum) => !isReckoned(budgets, content.text, sums, sum) && !isTimesBefore(content.text, sums, sum),
        )
        .map((sum) => notUnderstood(content, sum, NO_INSTALMENT));
    });
}

/** Whether payments that were read come to a figure of the record, or tell shares that make all of it. */
function paysAnyOf({ instalments }: Contents["schedules"][number], known: readonly number[]): boolean {
  const paid = instalments.reduce(
    (sum, { amount, occurrences }) => sum + (amount?.fen ?? 0) * occurrences,
    0,
  );
  const shares = instalments.reduce(
    (sum, { percent, occurrences }) => sum + Number(percent?.percent ?? 0) * occurrences,
    0,
  );
  return known.includes(paid) || shares === 100;
}

/** Whether a sum is a figure of the record, or told by the month or the like and so often a figure of it: 每月78,300元 of 939,600元. */
function isKnown(text: string, sum: MoneySum, known: readonly number[]): boolean {
  const fen = fenOf(sum) ?? 0;
  const isRate = BY_TIME.test(text.slice(0, sum.start));
  return known.some((each) => each === fen || (isRate && each % fen === 0 && each / fen <= MOST_TIMES));
}

/** 月服务费78,300元, 每季度. */
const BY_TIME = /(?:每?个?月|每?季度?|每?年)(?:租金|服务费|管理费|费用?|金额|款)?(?:为|即|计|[：:¥￥\s])*$/;

const isPartOf = (sum: MoneySum, whole: number): boolean => {
  const fen = fenOf(sum) ?? 0;
  return fen * LEAST_PART >= whole && fen < whole;
};

/** 价值60,000元的设备, 投入培训经费30,000元: what a thing is worth, or one side spends. */
const WORTH = /价值|投入|购置|原价|成本|产值|投资|注册/;

function looksPaid(text: string, { start, end }: MoneySum): boolean {
  const { label, piece, near } = phraseBefore(text, start, 0);
  const said = /[^。；;]*$/.exec(text.slice(0, start))?.[0] ?? "";
  const words = text.slice(label.start, label.end);
  // What is called the whole is judged as one.
  const isWhole = STRONG_TOTAL.test(words + near) || WORTH.test(piece);
  const isElse = isWhole || [OTHER, NO_PRICE, PER_HEAD, DIFFERENCE].some((kind) => kind.test(piece));
  const isBound = BOUND_BEFORE.test(near) || BOUND_BEHIND.test(text.slice(end));
  const isRate = /^\s*(?:[/／×xX*＊✕]|每|计[价费算])/.test(text.slice(end));
  if (isOfOther(said, text.slice(end))) return false;
  return TIMED.test(said) && !isElse && !isBound && !isRate && !isNeverListed(said, words);
}
