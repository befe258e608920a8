import { instalmentPercentOfTotal } from "../../../src/check/rules/instalment-percent-of-total.ts";
import { budget, contents, instalment, percent, schedule } from "../../support/make-figures.ts";
import { describeRule } from "../../support/rule-cases.ts";

const portions = (
  total: string | null,
  ...parts: [share: string, amount: string | number, occurrences?: number][]
) =>
  contents({
    budgets: [budget([], total)],
    schedules: [
      schedule(
        parts.map(([share, amount, occurrences = 1]) =>
          instalment(amount, { percent: percent(share), occurrences }),
        ),
      ),
    ],
  });

describeRule(
  instalmentPercentOfTotal,
  {
    exactly: portions("1000000", ["30", 300000], ["70", 700000]),
    "rounded to the yuan": portions("2532911", ["30", 759873], ["70", 1773038]),
    "the last one makes good what the others rounded": portions(
      "2532911",
      ["30", 759873],
      ["40", 1013164],
      ["30", 759874],
    ),
    "a share that describes an amount": portions("2532911", ["31.58", 800000], ["68.42", 1732911]),
    "shares that describe amounts, one of them in whole per cent": portions(
      "749600",
      ["45.76", 343000],
      ["34.24", 256680],
      ["20.00", 149920],
    ),
    "a share of each of many payments": portions("1200", ["25", 300, 4]),
    "a share of many payments together": portions("1200", ["100", 300, 4]),
  },
  {
    "another share": [portions("1000000", ["35", 300000], ["70", 700000]), "error 第1期"],
    "an amount that only a loose share allows": [
      portions("1000000", ["30", 302000], ["40", 400000], ["30", 298000]),
      "error 第1期",
      "error 第3期",
    ],
    "an amount that only a loose share allows, beside a share to the hundredth that is a term": [
      portions("749600", ["45.76", "343000"], ["34.25", "256738"], ["19.99", "149862"]),
      "error 第1期",
      "error 第3期",
    ],
    "no total": [portions(null, ["30", 300000]), "cannot-tell: 总额"],
  },
);
