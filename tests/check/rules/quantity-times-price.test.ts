import { expect, test } from "vitest";
import { quantityTimesPrice } from "../../../src/check/rules/quantity-times-price.ts";
import { budget, contents, line, money, quantity } from "../../support/make-figures.ts";
import { describeRule, findingsOf, judge } from "../../support/rule-cases.ts";

const product = (count: string, price: string, amount: string) =>
  contents({
    budgets: [
      budget([line("活动", amount, null, { quantity: quantity(count), unitPrice: money(price) })], amount),
    ],
  });

describeRule(
  quantityTimesPrice,
  {
    whole: product("6240", "35", "218400"),
    "a quantity with decimals": product("2.5", "333", "832.50"),
    "what is taken off": product("4", "4380", "-17520"),
    "an amount rounded to the yuan": product("2.5", "333", "833"),
    "a price rounded to the fen": product("3", "33.33", "100"),
    "a price by the month, for a year": product("20", "6930", "1663200"),
    "a price in 万元": product("3", "1.2万", "36000"),
  },
  {
    "two digits swapped": [product("6240", "35", "214800"), "error 活动"],
    "a price in whole yuan that doesn't come out": [product("3", "333", "1000"), "warning 活动"],
    "within the unit of a whole price": [product("240", "6930", "1663300"), "warning 活动"],
    "beyond it": [product("240", "6930", "1663700"), "error 活动"],
    "price alone": [
      contents({ budgets: [budget([line("活动", 100, null, { unitPrice: money(5) })], 100)] }),
      "cannot-tell: 活动数量",
    ],
    "quantity alone among priced lines": [
      contents({
        budgets: [
          budget(
            [
              line("活动", 100, null, { quantity: quantity("5"), unitPrice: money(20) }),
              line("设备", 100, null, { quantity: quantity("5") }),
            ],
            200,
          ),
        ],
      }),
      "cannot-tell: 设备单价",
    ],
  },
);

test("a quantity where nothing has a price is no claim", () => {
  const counted = line("活动", 100, null, { quantity: quantity("5") });
  expect(judge(quantityTimesPrice, contents({ budgets: [budget([counted], 100)] }))).toEqual([]);
});

test("the product in figures", () => {
  const [finding] = findingsOf(quantityTimesPrice, product("6240", "35", "214800"));
  expect(finding).toMatchObject({
    formula: "6240 × 35 = 218400",
    expected: "218400",
    actual: "214800",
    difference: "3600",
  });
});
