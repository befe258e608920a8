import type { Budget, Instalment, Schedule } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { Money } from "../model/value.ts";
import { notUnderstood } from "./budget-figures.ts";
import type { ToldStep } from "./schedule-announced.ts";
import { readCount } from "./schedule-term-parts.ts";

/** An instalment as the words tell it. */
export interface NamedStep {
  schedule: Schedule;
  instalment: Instalment;
  /** 首付款, 第二期; null without a name. */
  name: string | null;
}

/** 首款不作调整, 其余各期不变. */
const UNCHANGED = /(?:不[作再做予]?(?:任何)?(?:调整|变更|改变|变动|修改)|不变|照旧|仍按原|维持原|保持原)/;

/**
 * 首款26万元，尾款26万元。首款不作调整；尾款由26万元调整为24万元: what an instalment was before is told twice, and counts once;
 * what the words leave as it was is paid by the amended schedule as well. In place, where all are known by their names.
 */
export function settleChanges(steps: readonly NamedStep[], texts: readonly string[]): void {
  const of = (version: Schedule["version"]): NamedStep[] =>
    steps.filter(({ schedule }) => schedule.version === version);
  const [originals, amended] = [of("original"), of("amended")];
  if (originals.length === 0 || amended.length === 0) return;
  // 尾款由26万元调整为24万元: right before what it became.
  const turned = steps.filter((step, at) => {
    const next = steps[at + 1];
    return step.name !== null && next?.name === step.name && amended.includes(next);
  });
  const again = originals.filter(
    (step, at) => turned.includes(step) && originals.slice(0, at).some((other) => isSame(step, other)),
  );
  const [{ schedule: before }] = originals;
  before.instalments = before.instalments.filter(
    (each) => !again.some(({ instalment }) => instalment === each),
  );
  const first = originals.filter((step) => !again.includes(step));
  const isChanged = (name: string | null): boolean => amended.some((step) => step.name === name);
  const areKnown =
    [...first, ...amended].every(({ name }) => name !== null) &&
    amended.every(({ name }) => first.some((step) => step.name === name)) &&
    new Set(first.map(({ name }) => name)).size === first.length;
  const isLeft = first.length > amended.length && texts.some((text) => UNCHANGED.test(text));
  if (!areKnown || !isLeft || first.every(({ name }) => isChanged(name))) return;
  amended[0].schedule.instalments = first.map(
    ({ name, instalment }) =>
      amended.find((step) => step.name === name)?.instalment ?? structuredClone(instalment),
  );
}

const isSame = (a: NamedStep, b: NamedStep): boolean =>
  a.name !== null &&
  a.name === b.name &&
  a.instalment.amount?.fen === b.instalment.amount?.fen &&
  a.instalment.percent?.percent === b.instalment.percent?.percent;

/** 追加经费11万元，分两次支付: the total of a schedule that pays what an amendment adds to the price, and nothing else. */
export function takeAdded(
  schedules: readonly Schedule[],
  announced: readonly { schedule: Schedule; amount: Money }[],
  budgets: readonly Budget[],
): void {
  const totalOf = (version: Budget["version"]): number | null => {
    const [budget, more] = budgets.filter((each) => each.version === version);
    return budget && !more ? ((budget.total ?? budget.totalInCapitals)?.fen ?? null) : null;
  };
  const [before, now] = [totalOf("original"), totalOf("amended")];
  if (before === null || now === null) return;
  for (const { schedule, amount } of announced) {
    if (schedules.includes(schedule) && schedule.version === "amended" && before + amount.fen === now)
      schedule.total ??= amount;
  }
}

const OMITTED = {
  zh: "变更后付款条款中的这笔金额只是其中一期，其余各期未写明，请核对原件",
  en: "of the changed payments only some are told, and not the first; check the page",
};

/** 第二期款由120,000元调整为100,000元，第三期款…: a problem where an amendment tells its payments by their numbers and nowhere the first, which it leaves as it was. */
export function tellOmitted(steps: readonly ToldStep[]): Problem[] {
  const numbers = steps.map(({ paid }) => readCount(NUMBERED.exec(paid.name ?? "")?.[1] ?? ""));
  const at = steps.findIndex(({ schedule }) => schedule.version === "amended");
  const own = numbers.filter((_, index) => steps[index].schedule.version === "amended");
  if (at < 0 || own.some((number) => number === null) || numbers.includes(1)) return [];
  const { clause, paid, schedule } = steps[at];
  // What stays as it was has been taken over from the payments before.
  if (schedule.instalments.length > own.length) return [];
  return paid.item ? [notUnderstood(clause.part.content, paid.item, OMITTED)] : [];
}

const NUMBERED = /^第([一二三四五六七八九十\d]{1,2})[期次笔]/;
