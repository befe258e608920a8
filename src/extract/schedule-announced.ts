import type { Budget, Instalment, Schedule } from "../model/agreement.ts";
import type { FlowParagraph } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Money } from "../model/value.ts";
import type { Clause } from "./clauses.ts";
import type { ToldWhen } from "./schedule-doubt.ts";
import type { Paid } from "./schedule-prose.ts";
import { EVERY_PART } from "./schedule-times.ts";
import { yearIn } from "./schedule-words.ts";

/** An instalment of the agreement's words, and where they stand. */
export interface ToldStep {
  schedule: Schedule;
  clause: Clause<FlowParagraph>;
  paid: Paid;
  /** A clause before it tells of payments that aren't known beforehand. */
  isBehindUnknown: boolean;
  /** The paragraph that announces the list it stands in (设备费分三次支付：); null outside of one. */
  lead: NormalText | null;
}

/** A sum that was told as paid in parts, and the place in its schedule and among all steps that it would have. */
export interface Announced {
  schedule: Schedule;
  amount: Money;
  at: { instalment: number; step: number };
  /** What it is where no parts follow: an instalment. */
  whole: ToldStep | null;
}

/** 首期款30万元按以下方式支付, and no parts that come to it: it is an instalment itself. */
export function addWhole(announced: readonly Announced[], steps: ToldStep[]): ToldWhen[] {
  const when: ToldWhen[] = [];
  for (const { schedule, amount, at, whole } of announced.toReversed()) {
    const instalment = whole?.paid.instalment;
    if (!whole || !instalment || isParted(schedule.instalments.slice(at.instalment), amount)) continue;
    schedule.instalments.splice(at.instalment, 0, instalment);
    steps.splice(at.step, 0, whole);
    const { content } = whole.clause.part;
    when.push(...(whole.paid.told ?? []).map((span) => ({ schedule, content, span })));
  }
  return when;
}

/**
 * 每年20万元：2025年支付20万元，2026年支付20万元: what is paid in each year, and then is told year by year, is no instalment
 * beside them.
 */
export function dropRepeatedYears(steps: ToldStep[]): void {
  for (const step of [...steps]) {
    const { schedule, paid } = step;
    const { amount, occurrences } = paid.instalment ?? { amount: null, occurrences: 0 };
    // 按季度付，每次11,700元：, and below it each day.
    const isLead = /[：:]\s*$/.test(step.clause.part.content.text);
    const own = steps.filter((each) => each.schedule === schedule);
    const behind = own.slice(own.indexOf(step) + 1);
    // 半年一付，每次10,800元：, and no word of how often: as often as it is told below.
    const isOfEach = isLead && occurrences === 1 && EVERY_PART.test(step.clause.part.content.text);
    const isOther = ({ paid: { instalment } }: ToldStep): boolean => instalment?.amount?.fen !== amount?.fen;
    const alike = behind.findIndex(isOther);
    const count = isOfEach ? (alike < 0 ? behind.length : alike) : occurrences;
    if (!(paid.isEachYear || isLead) || !amount || count < 2) continue;
    const years = behind.slice(0, count);
    const isTold = years.every(
      ({ paid: { instalment } }) =>
        instalment?.amount?.fen === amount.fen &&
        instalment.occurrences === 1 &&
        (instalment.from ?? yearIn(instalment.condition?.value ?? "")) !== null,
    );
    if (years.length < count || !isTold) continue;
    steps.splice(steps.indexOf(step), 1);
    schedule.instalments = schedule.instalments.filter((each) => each !== paid.instalment);
  }
}

/** 甲方收到发票后一次性付款: what is told as all there is to pay says, beside other payments, how these are made. */
export function dropIdleWholes(steps: readonly ToldStep[]): void {
  dropTimesOfOne(steps);
  for (const { schedule, paid } of steps) {
    const others = schedule.instalments.filter((each) => each !== paid.instalment);
    if (paid.isWhole && others.length > 0) schedule.instalments = others;
  }
}

/** 每季首月10日前支付74,670元，共8期。首期于2025年5月10日前支付: when the first or the last of payments is due that were told as often as they are, with no sum of its own, is none beside them. */
function dropTimesOfOne(steps: readonly ToldStep[]): void {
  for (const { schedule, clause, paid } of steps) {
    const { instalment, name } = paid;
    // 第一期按实际天数支付: a sum of its own, that isn't told.
    const words = clause.part.content.text.slice(paid.item?.start, paid.item?.end);
    if (
      !instalment ||
      /实际|据实|按实|另行|结算/.test(words) ||
      instalment.amount ||
      instalment.percent ||
      instalment.remainder
    )
      continue;
    const said = name ?? instalment.condition?.value ?? "";
    const before = schedule.instalments[schedule.instalments.indexOf(instalment) - 1];
    if (ONE_OF_ALL.test(said) && before && before.amount !== null && before.occurrences > 2)
      schedule.instalments = schedule.instalments.filter((each) => each !== instalment);
  }
}
const ONE_OF_ALL = /^(?:首|末|第一|第1|最后一)(?:[期次笔季]|个?季度|个?月)/;

/** 支付律师费50,000元，签订合同时支付30,000元，判决后支付20,000元: drops the first payment where it is the whole price, and those behind it come to that. */
export function dropWholeBeforeParts(schedules: readonly Schedule[], budgets: readonly Budget[]): void {
  for (const schedule of schedules) {
    const [whole, ...parts] = schedule.instalments;
    const fen = whole?.amount?.fen;
    const isPrice = budgets.some(({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen === fen);
    const sum = parts.reduce(
      (all, { amount, occurrences }) => all + (amount?.fen ?? Number.NaN) * occurrences,
      0,
    );
    if (fen === undefined || whole.occurrences > 1 || parts.length < 2 || !isPrice || sum !== fen) continue;
    schedule.instalments = parts;
  }
}

/**
 * 每月应付128,500元, and in another clause 次月15日前支付128,500元，共24个月: drops one of two that say the same, where the other comes to the
 * price; none that names another fee or other months, or says that it comes on top.
 */
export function dropSaidAgain(
  schedules: readonly Schedule[],
  steps: readonly ToldStep[],
  budgets: readonly Budget[],
): void {
  const prices = budgets.map(({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen);
  for (const schedule of schedules) {
    const [first, again, more] = schedule.instalments;
    if (!first || !again || more || first.occurrences < 2 || !isSame(first, again)) continue;
    if (!prices.includes(sumOf([first]))) continue;
    const [one, other] = [first, again].map((each) =>
      steps.find(({ paid: { instalment } }) => instalment === each),
    );
    if (!one || !other || one.clause === other.clause || isFurther(one) || isFurther(other)) continue;
    const isOtherTime = first.from !== null && again.from !== null && first.from !== again.from;
    const fees = [one, other].map(feeOf);
    if (isOtherTime || (fees[0] !== null && fees[1] !== null && fees[0] !== fees[1])) continue;
    schedule.instalments = [first.from === null && again.from !== null ? again : first];
  }
}

const wordsBefore = ({ clause, paid }: ToldStep): string =>
  /[^。；;]*$/.exec(clause.part.content.text.slice(0, paid.item?.start ?? 0))?.[0] ?? "";

/** 另付, 此外: whether what is paid comes on top of something. */
const isFurther = (step: ToldStep): boolean => /另|此外|还(?:应|须|需)|除/.test(wordsBefore(step));

/** 支付绿化费|: the fee that is paid; null where none is named. */
const feeOf = (step: ToldStep): string | null =>
  /(\p{Script=Han}{2}费)(?!用)[^费]*$/u.exec(wordsBefore(step))?.[1] ?? null;

const isSame = (one: Instalment, other: Instalment): boolean =>
  one.amount !== null && one.amount.fen === other.amount?.fen && one.occurrences === other.occurrences;

const sumOf = (instalments: readonly Instalment[]): number =>
  instalments.reduce((fen, { amount, occurrences }) => fen + (amount?.fen ?? Number.NaN) * occurrences, 0);

/** Whether the first of the instalments come to a sum. */
function isParted(instalments: readonly Instalment[], { fen }: Money): boolean {
  let sum = 0;
  return instalments.some(({ amount, occurrences }) => {
    sum += (amount?.fen ?? Number.NaN) * occurrences;
    return sum === fen;
  });
}

/** 专项补助3750万元分三批拨付: the total of instalments that come to it, where that is not the agreement's own. */
export function takeAnnounced(
  schedules: readonly Schedule[],
  announced: readonly Announced[],
  budgets: readonly Budget[],
): void {
  for (const { schedule, amount } of announced) {
    const sum = schedule.instalments.reduce(
      (fen, each) => fen + (each.amount?.fen ?? 0) * each.occurrences,
      0,
    );
    const isWhole = budgets.some(({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen === sum);
    // 余款40万元按以下方式支付, with shares of the whole: not of what is left.
    const shares = schedule.instalments.flatMap(({ percent }) => (percent ? [Number(percent.percent)] : []));
    const isOfIt = shares.length === 0 || shares.reduce((all, share) => all + share, 0) === 100;
    if (schedules.includes(schedule) && sum === amount.fen && !isWhole && isOfIt) schedule.total ??= amount;
  }
}
