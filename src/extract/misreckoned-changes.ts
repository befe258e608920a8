import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import { CHANGED_BY } from "./budget-differences.ts";
import { notUnderstood } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";
import { toldPlaces } from "./told-places.ts";

const MISCHANGED = {
  zh: "与所写变更前后的金额之差不符，请核对原件",
  en: "isn't by how much the sum before the change and the one behind it differ; check the page",
};

/** 调整为, 增至, 变更后…为: right before what something became. */
const BECOMES =
  /(?:(?:调整|变更|修改|修订|核定|提高|降低|下调|上调|改|变|增加?|减少?|升|降)(?:为|至|到|成)|(?:调整|变更|修改|增加|减少|核减|核增)后[^，。；\d]{0,14})(?:人民币|[为是：:¥￥\s])*$/;
/** 增加至: not by how much. */
const TURNED = /[至到成为]\s*(?:人民币)?[¥￥]?\s*$/;
const LESS = /减|下调|调低|降低/;
/** So near to the sum before is what one wrong figure makes of it. */
const MOST_OFF = 0.2;

/**
 * Problems for sums told as what was added to or taken from something in one sentence with what it became (月服务费调整为53,000元，
 * 每月增加15,900元), where no sum told before differs by so much from that, and one nearly does.
 */
export function findMischanged(flow: Flow, { budgets, problems }: Contents): Problem[] {
  const known = toldPlaces(problems);
  const told: number[] = budgets.flatMap(({ total, totalInCapitals, lines }) => [
    ...[total?.fen, totalInCapitals?.fen].flatMap((fen) => fen ?? []),
    ...lines.map(({ amount }) => amount.fen),
  ]);
  told.push(...budgets.map((budget) => sumOf(topLines(budget))));
  return findClauses(flow)
    .filter(isProse)
    .flatMap(({ part: { content }, isOther }) => {
      const sums = findSums(content.text);
      told.push(...sums.map((sum) => fenOf(sum) ?? 0));
      if (isOther) return [];
      return sums
        .filter((sum) => isMischanged(content.text, sums, sum, told) && !standsAt(content, known, sum))
        .map((sum) => notUnderstood(content, sum, MISCHANGED));
    });
}

function isMischanged(
  text: string,
  sums: readonly MoneySum[],
  sum: MoneySum,
  told: readonly number[],
): boolean {
  const at = sums.indexOf(sum);
  const said = text.slice(sums[at - 1]?.end ?? 0, sum.start);
  const match = CHANGED_BY.exec(said);
  if (!match || TURNED.test(said)) return false;
  const fen = (fenOf(sum) ?? 0) * (LESS.test(match[0]) ? -1 : 1);
  const beside = [sums[at - 1], sums[at + 1]].filter(
    (other) => other !== undefined && isBecome(text, sums, other, sum),
  );
  if (beside.length === 0) return false;
  const befores = beside.map((other) => (fenOf(other as MoneySum) ?? 0) - fen);
  const others = told.filter(
    (before) => before > 0 && !beside.some((other) => fenOf(other as MoneySum) === before),
  );
  const isTold = befores.some((before) => told.some((other) => Math.abs(other - before) < 1));
  return (
    !isTold && befores.some((before) => others.some((other) => Math.abs(other - before) <= MOST_OFF * other))
  );
}

/** Whether a sum in the sentence of another is what something became. */
function isBecome(text: string, sums: readonly MoneySum[], other: MoneySum, sum: MoneySum): boolean {
  const said = text.slice(sums[sums.indexOf(other) - 1]?.end ?? 0, other.start);
  const [from, to] = other.start < sum.start ? [other.end, sum.start] : [sum.end, other.start];
  return BECOMES.test(said) && !/[。；;]/.test(text.slice(from, to));
}
