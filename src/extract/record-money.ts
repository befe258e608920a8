import type { Budget } from "../model/agreement.ts";
import type { Contents } from "../model/record.ts";
import type { Money } from "../model/value.ts";
import { isOfChange } from "./budget-formulas.ts";
import { fenOf, type MoneySum } from "./money-sums.ts";

/** What the record has of the price, the prices of one among it, and of what is paid. */
export function figuresOf({ budgets, schedules }: Pick<Contents, "budgets" | "schedules">): {
  price: Money[];
  paid: Money[];
} {
  const price = budgets.flatMap(({ total, totalInCapitals, restatements, lines }) => [
    total,
    totalInCapitals,
    ...restatements,
    ...lines.flatMap(({ amount, unitPrice }) => [amount, unitPrice]),
  ]);
  const paid = schedules.flatMap(({ total, instalments }) => [
    total,
    ...instalments.map(({ amount }) => amount),
  ]);
  return { price: price.filter((money) => money !== null), paid: paid.filter((money) => money !== null) };
}

/**
 * 新增服务费：…＝49,220元; 延长的6个月共312,000元（大写：…）: whether a sum is told in its own phrase as what is added or taken off, or
 * is written in 大写 too, and by that both totals differ.
 */
export const isToldChange = (budgets: readonly Budget[], text: string, sum: MoneySum): boolean =>
  ((isWrittenOut(sum) && !TURNED.test(text.slice(0, sum.start))) ||
    isOfChange(
      /[^，,。；;]*$/.exec(text.slice(0, sum.start).replace(/(\d)[,，](?=\d{3})/g, "$1"))?.[0] ?? "",
    )) &&
  isChangeOfPrice(budgets, fenOf(sum) ?? 0);

/** 现变更为400,000元（大写：…）: what all of it is now, and not what was added. */
const TURNED = /(?:变更|调整|修改|修订|改)(?:为|至|到)[^，。；\d]{0,8}$/;

const isWrittenOut = ({ digits, capitals }: MoneySum): boolean =>
  digits?.fen != null && digits.fen === capitals?.fen;

/** Whether a sum is by how much the one amended total differs from the one first agreed, where two totals are told. */
function isChangeOfPrice(budgets: readonly Budget[], fen: number): boolean {
  const [was, is] = (["original", "amended"] as const).map((wanted) =>
    budgets
      .filter(({ version }) => version === wanted)
      .flatMap(({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen ?? []),
  );
  return was.length === 1 && is.length === 1 && was[0] !== is[0] && Math.abs(was[0] - is[0]) === fen;
}
