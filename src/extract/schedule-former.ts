import type { Term } from "../model/agreement.ts";
import type { ToldStep } from "./schedule-announced.ts";
import { PAYS } from "./schedule-pays.ts";

/** 上一年度实缴, 2025年度保费: what was paid, or due, at another time; 预付 is paid ahead. */
const WAS_PAID = /实[缴付]|已[缴付交]/g;
const AHEAD = /预付|定金|订金|首[付期笔]/;

/**
 * Drops what is told for a time that was over before the term begins (2025年度保费25,340元，已赔付…), in words that pay nothing: it is told of
 * an agreement before this one. In place.
 */
export function dropFormerTimes(steps: readonly ToldStep[], term: Term | null): void {
  const first = term?.from.value.slice(0, 7);
  if (!first) return;
  for (const { schedule, clause, paid } of steps) {
    const { instalment, item } = paid;
    if (!instalment?.to || instalment.to >= first || instalment.from === instalment.to || !item) continue;
    const said = /[^。；;]*$/.exec(clause.part.content.text.slice(0, item.start))?.[0] ?? "";
    if (PAYS.test(said.replace(WAS_PAID, "")) || AHEAD.test(said)) continue;
    schedule.instalments = schedule.instalments.filter((each) => each !== instalment);
  }
}
