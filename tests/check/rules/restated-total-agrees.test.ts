import { restatedTotalAgrees } from "../../../src/check/rules/restated-total-agrees.ts";
import { budget, capitals, contents, instalment, money, schedule } from "../../support/make-figures.ts";
import { describeRule } from "../../support/rule-cases.ts";

const restated = (total: string | null, ...again: string[]) =>
  contents({ budgets: [budget([], total, { restatements: again.map(money) })] });
const scheduled = (total: string, again: string) =>
  contents({ budgets: [budget([], total)], schedules: [schedule([instalment(total)], again)] });

describeRule(
  restatedTotalAgrees,
  {
    "the same": restated("2532911", "2532911", "2532911"),
    "in 万元": restated("2532911", "253.2911万"),
    "in 万元, rounded": restated("2532911", "253.29万"),
    "above a schedule": scheduled("2532911", "253.2911万"),
    "beside 大写 alone": contents({
      budgets: [budget([], null, { totalInCapitals: capitals("2532911"), restatements: [money("2532911")] })],
    }),
  },
  {
    "one of two differs": [restated("2532911", "2532911", "2523911"), "error 合计"],
    "cut off": [restated("2532911", "253.2万"), "warning 合计"],
    "one unit": [restated("2532911", "253.4万"), "warning 合计"],
    "above a schedule": [scheduled("2532911", "2532991"), "error 付款计划总额"],
    "of no total": [restated(null, "2532911"), "cannot-tell: 总额"],
  },
);
