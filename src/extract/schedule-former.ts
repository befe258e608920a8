import type { Term } from "../model/agreement.ts";
import type { ToldStep } from "./schedule-announced.ts";
import { PAYS } from "./schedule-pays.ts";

/** 上一年度实缴, 2025年度保费: what was paid, or due, at another time; 预付 is paid ahead. */
const WAS_PAID = /实[缴付]|已[缴付交]/g;
const AHEAD = /预付|定金|订金|首[付期笔]/;

/** What a sentence says of a time that is over: a term misread as a later one must drop no payment. */
const IS_OVER =
  /上一?个?(?:\p{Script=Han}{0,2}年|届|期)|去年|往年|前一年|实[缴付]|已(?:经)?(?:赔|[缴付交结])|供[^，。；]{0,6}参考|[无没]有?(?:遗留|未决|纠纷|争议)/u;

/**
 * Drops what is told for a time that was over before the term begins (2025年度保费25,340元，已赔付…), in words that say so and pay nothing: it
 * is told of an agreement before this one. In place.
 */
export function dropFormerTimes(steps: readonly ToldStep[], term: Term | null): void {
  const first = term?.from.value.slice(0, 7);
  if (!first) return;
  for (const { schedule, clause, paid } of steps) {
    const { instalment, item } = paid;
    if (!instalment?.to || instalment.to >= first || instalment.from === instalment.to || !item) continue;
    const { text } = clause.part.content;
    const said = /[^。；;]*$/.exec(text.slice(0, item.start))?.[0] ?? "";
    const sentence = said + (/^[^。；;]*/.exec(text.slice(item.end))?.[0] ?? "");
    if (!IS_OVER.test(sentence)) continue;
    if (PAYS.test(said.replace(WAS_PAID, "")) || AHEAD.test(said)) continue;
    schedule.instalments = schedule.instalments.filter((each) => each !== instalment);
  }
}
