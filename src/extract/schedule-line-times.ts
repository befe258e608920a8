import type { Budget } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import { notUnderstood } from "./budget-figures.ts";
import type { ToldStep } from "./schedule-announced.ts";
import { readCount } from "./schedule-term-parts.ts";

/** 每次清洗后支付，每次9,000元: paid each time, with no word of how often. */
const EACH_TIME = /每(?:一)?[次场趟批](?!付款|支付)/;

/** 每三个月支付一次，每次127,200元: as often as the term holds that time. */
const BY_TIME = /个月|季度?|半年|每年|年一/;

/** 每场2,000元，共6场. */
const COUNT = /(?:共|合计|全年|全部)\s*(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*[场次趟批]/;

const UNCOUNTED = {
  zh: "此处按次支付，但未写明次数，请核对原件",
  en: "paid each time, but how often isn't told here; check the page",
};

/**
 * 油烟管道清洗费于每次清洗后支付，每次9,000元, where the price lists 清洗费 as two at 9,000: what is paid each time is paid as often as the line of
 * its name and unit price counts. In place; where no line tells, and the payments don't come to the price as they are, it is a problem and no instalment.
 */
export function takeTimesOfLines(steps: readonly ToldStep[], budgets: readonly Budget[]): Problem[] {
  const lines = budgets.flatMap((budget) => budget.lines);
  return steps.flatMap(({ schedule, clause, paid: { instalment, item } }) => {
    if (!instalment?.amount || instalment.occurrences !== 1 || instalment.from || !item) return [];
    const { content } = clause.part;
    const start =
      Math.max(...["。", "；", ";"].map((stop) => content.text.lastIndexOf(stop, item.start))) + 1;
    const said = content.text.slice(start, item.end);
    if (!EACH_TIME.test(said) || BY_TIME.test(said)) return [];
    const { fen } = instalment.amount;
    const told = COUNT.exec(said + (/^[^。；;]*/.exec(content.text.slice(item.end))?.[0] ?? ""));
    const count = told && readCount(told[1]);
    if (count) {
      instalment.occurrences = count;
      return [];
    }
    const [line, more] = lines.filter(
      ({ label, unitPrice, quantity, amount }) =>
        unitPrice?.fen === fen &&
        Number(quantity?.value) * fen === amount.fen &&
        said.includes(label.value.replace(/[（(].*$/, "")),
    );
    if (line && !more) {
      instalment.occurrences = Number(line.quantity?.value);
      return [];
    }
    const all = schedule.instalments.reduce(
      (sum, each) => sum + (each.amount?.fen ?? Number.NaN) * each.occurrences,
      0,
    );
    const isWhole = budgets.some(({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen === all);
    if (isWhole) return [];
    schedule.instalments = schedule.instalments.filter((each) => each !== instalment);
    return [notUnderstood(content, item, UNCOUNTED)];
  });
}
