import { scheduleClaims } from "../../model/relation-schedule.ts";
import { numberText } from "../figure-text.ts";
import { type Describe, judgeClaims } from "../judge-claims.ts";
import type { Rule } from "../rule.ts";
import { measuredByPrinted, sumWording } from "../sum-wording.ts";

/**
 * Instalments × occurrences add up to the total; instalments that state only shares, to 100 %.
 *
 * | instalments | total | verdict |
 * | --- | --- | --- |
 * | 224666 × 11 + 224674 | 2696000 | pass |
 * | 224666 × 11 + 224675 | 2696000 | warning, one unit |
 * | 224666 × 10 + 224674 | 2696000 | error |
 * | 224666 × 11 + 224674 | not stated | cannot-tell |
 */
export const scheduleEqualsTotal: Rule = {
  id: "schedule-equals-total",
  severity: "error",
  clause: { zh: "各期付款 × 次数之和等于总额", en: "instalments × occurrences add up to the total" },
  check: (contents) => judgeClaims(contents, scheduleEqualsTotal, scheduleClaims(contents), describe),
};

const describe: Describe = (equation, claim, fit) =>
  measuredByPrinted(
    sumWording(equation, claim, fit, ({ sum, computed, printed, difference, slip }) => ({
      zh: `各期付款 ${sum} = ${numberText(computed)}，总额为 ${numberText(printed)}，相差 ${difference}${slip.zh}`,
      en: `the instalments ${sum} = ${numberText(computed)}, but the total is ${numberText(printed)}: a difference of ${difference}${slip.en}`,
    })),
  );
