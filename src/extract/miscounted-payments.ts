import type { Schedule } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { findSums } from "./money-sums.ts";
import { readCount } from "./schedule-term-parts.ts";

const NOT_SO_MANY = {
  zh: "所写付款次数与读出的各期不符，请核对原件",
  en: "as many payments as are told here weren't read; check the page",
};

/** 合同款分四期支付：, 分三次付清：; 每年分两次 and 余款分两次 are of a part. */
const IN_PARTS =
  /(?<!每[^，。；：]{0,8}|各[^，。；：]{0,8}|[余剩][^，。；：]{0,8})分\s*([一二两三四五六七八九十]{1,2}|\d{1,2})\s*[期次笔批](?:支付|付清|付款|拨付|给付|付给|付|给)/g;
const FEWEST = 2;

/**
 * Problems for how many payments are announced (分四期支付：第一期…，第二期…，第三期…) where fewer were read and come to the whole, so that
 * no sum tells of it; more may be told, of which these are a part.
 */
export function findMiscountedPayments(flow: Flow, { budgets, schedules }: Contents): Problem[] {
  const wholes = budgets.flatMap(({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen ?? []);
  const [only, more] = schedules.filter((schedule) => isWhole(schedule, wholes));
  if (!only || more || schedules.length > 1) return [];
  const count = only.instalments.reduce((all, { occurrences }) => all + occurrences, 0);
  const places = only.instalments.flatMap(({ amount, percent }) => (amount ?? percent)?.evidence ?? []);
  const clauses = findClauses(flow).filter(isProse);
  const told = clauses.flatMap(({ part: { content }, isOther }, at) =>
    isOther ||
    !(standsAt(content, places) || (clauses[at + 1] && standsAt(clauses[at + 1].part.content, places)))
      ? []
      : [...content.text.matchAll(IN_PARTS)].map((match) => ({ content, match })),
  );
  const [first, other] = told;
  if (!first || other) return [];
  const number = readCount(first.match[1]);
  const before = first.content.text.slice(0, first.match.index);
  const isOfPart = findSums(before).length > 0 || /后[^，。；]{0,6}月/.test(before);
  const span = { start: first.match.index, end: first.match.index + first.match[0].length };
  return number === null || number <= count || isOfPart
    ? []
    : [notUnderstood(first.content, span, NOT_SO_MANY)];
}

/** Whether several payments come to a price, or are all of it by their shares. */
function isWhole({ instalments }: Schedule, wholes: readonly number[]): boolean {
  const fen = instalments.reduce((all, { amount, occurrences }) => all + (amount?.fen ?? 0) * occurrences, 0);
  const shares = instalments.reduce(
    (all, { percent, occurrences }) => all + Number(percent?.percent ?? 0) * occurrences,
    0,
  );
  return instalments.length >= FEWEST && (wholes.includes(fen) || shares === 100);
}
