import type { Schedule } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import { notUnderstood } from "./budget-figures.ts";
import type { ToldStep } from "./schedule-announced.ts";
import { tellsOfProgress } from "./schedule-rate.ts";
import { resolveSteps, type UpTo } from "./schedule-steps.ts";

const NOT_A_STEP = {
  zh: "此处为累计付款，本期应付多少无法由前文推出，请核对原件",
  en: "this is what is paid up to here; what is due now does not follow from what stands before; check the page",
};

const NOW: UpTo = { share: null, amount: null };

/** What each instalment that is told as paid up to it adds to those before; a problem where that can't be said. */
export function takeSteps(schedule: Schedule, all: readonly ToldStep[]): Problem[] {
  const steps = all.filter((step) => step.schedule === schedule);
  const unclear = resolveSteps(
    steps.flatMap(({ clause, paid, isBehindUnknown }, index) => {
      const { instalment, item, upTo = NOW } = paid;
      const before = steps[index - 1];
      const isSame = before !== undefined && before.clause === clause;
      const from = isSame ? (before.paid.item?.end ?? 0) : 0;
      const words = clause.part.content.text.slice(from, item?.start ?? from);
      return instalment
        ? [{ instalment, upTo, isBehindUnknown: isBehindUnknown || tellsOfProgress(words) }]
        : [];
    }),
  );
  return steps.flatMap(({ clause, paid: { instalment, item } }) =>
    instalment && item && unclear.includes(instalment)
      ? [notUnderstood(clause.part.content, item, NOT_A_STEP)]
      : [],
  );
}
