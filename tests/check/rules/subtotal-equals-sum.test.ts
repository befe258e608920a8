import { subtotalEqualsSum } from "../../../src/check/rules/subtotal-equals-sum.ts";
import { budget, contents, line } from "../../support/make-figures.ts";
import { describeRule } from "../../support/rule-cases.ts";

const nested = (parent: number, ...children: number[]) =>
  contents({
    budgets: [
      budget(
        [
          line("人员", parent),
          ...children.map((amount, index) => line(`其中${index}`, amount, null, { parent: "人员" })),
        ],
        parent,
      ),
    ],
  });

describeRule(
  subtotalEqualsSum,
  {
    "two parts": nested(2191728, 1522128, 669600),
    "one part that is all of it": nested(2191728, 2191728),
    "two parents of one name, each with its own parts": contents({
      budgets: [
        budget(
          [
            line("人员", 3),
            line("工资", 1, null, { parent: "人员" }),
            line("保险", 2, null, { parent: "人员" }),
            line("人员", 7),
            line("工资", 3, null, { parent: "人员" }),
            line("保险", 4, null, { parent: "人员" }),
          ],
          10,
        ),
      ],
    }),
  },
  {
    "a digit": [nested(2191828, 1522128, 669600), "error 人员"],
    "one yuan": [nested(2191729, 1522128, 669600), "warning 人员"],
    "one part smaller than its whole": [nested(2191728, 669600), "cannot-tell: 人员的其余子项"],
    "one part larger than its whole": [nested(2191728, 2669600), "error 人员"],
    "no such parent": [
      contents({ budgets: [budget([line("工资", 1, null, { parent: "人员" })], 1)] }),
      "cannot-tell: 人员金额",
    ],
  },
);
