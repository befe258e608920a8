import type { Budget, Instalment, Schedule, Version } from "../model/agreement.ts";
import { isUpTo } from "../model/relation-steps.ts";
import type { ToldStep } from "./schedule-announced.ts";

/** 243,000元甲方已于2024年10月支付, 已付清: told behind a sum as paid. */
const DONE_BEHIND =
  /^[^。；;\d]{0,20}(?:[（(][^（）()]*[）)])?[^。；;\d]{0,10}[业均]?已(?:经|于|在|由|按|全部|全额|一次性)?[^，。；;]{0,28}?(?:支付|付清|付讫|付款|拨付|缴清|结清|付$|付(?=[，。；;]))/;
/** 截至签约已支付, 已于2025年4月支付: told before it. */
const DONE_BEFORE =
  /[业均]?已(?:经|于|在|向乙方|全部|按)?[^，。；;]{0,20}(?:支付|付|拨付|付款)[^，。；;\d]{0,10}$/;

/** 发包人已按原合同支付原总价的60%，计: told with its share, and after nothing that must have happened (已完工后支付). */
const DONE_SHARE =
  /[业均]?已(?:经|于|按)?[^，。；;后]{0,20}(?:支付|付清|付讫|拨付)[^，。；;\d]{0,12}\d+(?:\.\d+)?[%％][，,]?\s*(?:即|计|共|为)*(?:人民币)?[¥￥\s]*$/;

/**
 * Payments that an amendment tells as made are of its own schedule, whatever they were first agreed as (原合同预付款180,000元已于2025年2月支付):
 * moved there from the first one where that comes out without them or has no other, else told in both. Where the amended one comes out
 * without them, they stay. A lone schedule that comes to the amended whole is that one's. In place.
 */
export function takeDone(
  schedules: Schedule[],
  steps: readonly ToldStep[],
  budgets: readonly Budget[],
): void {
  const [before, now] = (["original", "amended"] as const).map((version) =>
    schedules.find((schedule) => schedule.version === version),
  );
  if (before && !now) takeAmended(before, budgets);
  if (!before || !now) return;
  const amended = steps.filter(({ schedule }) => schedule === now);
  const paid = steps.filter(
    ({ schedule, clause, paid: { item } }) => schedule === before && isDone(clause.part.content.text, item),
  );
  const isAllPaid = paid.length === before.instalments.length;
  const done = paid
    .filter(
      ({ clause }) =>
        isAllPaid || (clause.isPayment && amended.some((step) => step.clause.section === clause.section)),
    )
    .flatMap(({ paid: { instalment } }) => (instalment?.amount ? [instalment] : []));
  const nowFen = wholeOf(budgets, "amended") ?? wholeOf(budgets, "original");
  if (done.length === 0 || nowFen === null) return;
  const beforeFen = wholeOf(budgets, "original");
  const isWhole = sumOf(before.instalments) === beforeFen;
  // 甲方已支付第一笔款144,000元 before all payments of the new schedule: none of an old one.
  if (sumOf(now.instalments) === nowFen) {
    if (isAllPaid && !isWhole) schedules.splice(schedules.indexOf(before), 1);
    return;
  }
  const left = before.instalments.filter((each) => !done.includes(each));
  const isMade = sumOf(now.instalments) + sumOf(done) === nowFen;
  const isAgain = left.length > 0 && sumOf(left) === beforeFen;
  if (!isMade && !isAgain) return;
  now.instalments = [...done.map((each) => structuredClone(each)), ...now.instalments];
  if (left.length === 0 && !isWhole) schedules.splice(schedules.indexOf(before), 1);
  else if (!isWhole) before.instalments = left;
}

/**
 * 已按原合同价的40%支付244,000元；累计付至调整后合同价的80%，本次付287,200元: what is paid up to a share of the new price, behind a
 * share of the old one, is no share of either; it goes where the sums come to it. In place.
 */
export function dropMixedShares(schedules: readonly Schedule[], budgets: readonly Budget[]): void {
  const nowFen = wholeOf(budgets, "amended");
  if (nowFen === null) return;
  for (const { version, instalments } of schedules) {
    for (const [at, each] of instalments.entries()) {
      const told =
        version === "amended" && each.percent && isUpTo(each.percent) ? each.percent.percent : null;
      const fen = sumOf(instalments.slice(0, at + 1));
      const isWhole = told !== null && Math.abs((Number(told) * nowFen) / PERCENT - fen) < YUAN_FEN;
      // From the first payment on a share up to it is its own.
      if (isWhole && at > 0) each.percent = null;
    }
  }
}

const PERCENT = 100;
const YUAN_FEN = 100;

/** 前两期已按原合同拨付，余款并入第三期: the only schedule is of the version that it comes to, and not of the one its words name. */
function takeAmended(only: Schedule, budgets: readonly Budget[]): void {
  const [beforeFen, nowFen] = [wholeOf(budgets, "original"), wholeOf(budgets, "amended")];
  const sum = sumOf(only.instalments);
  if (sum === nowFen && nowFen !== beforeFen) only.version = "amended";
}

function isDone(text: string, item: { start: number; end: number } | undefined): boolean {
  return (
    item !== undefined &&
    (DONE_BEHIND.test(text.slice(item.end)) ||
      DONE_BEFORE.test(text.slice(0, item.start)) ||
      DONE_SHARE.test(text.slice(0, item.start)))
  );
}

function wholeOf(budgets: readonly Budget[], version: Version): number | null {
  const [budget, more] = budgets.filter((each) => each.version === version);
  return budget && !more ? ((budget.total ?? budget.totalInCapitals)?.fen ?? null) : null;
}

/** NaN where an instalment tells no amount. */
const sumOf = (instalments: readonly Instalment[]): number =>
  instalments.reduce((fen, { amount, occurrences }) => fen + (amount?.fen ?? Number.NaN) * occurrences, 0);
