import { expect, test } from "vitest";
import type { Budget, BudgetLine } from "../../src/model/agreement.ts";
import { proveContents } from "../../src/prove/index.ts";
import { budget, contents, instalment, line, money, percent, schedule } from "../support/make-figures.ts";

const prove = (lines: BudgetLine[], total: string | number | null): Budget =>
  proveContents(contents({ budgets: [budget(lines, total)] })).budgets[0];
const shareTrusts = (shares: [number, string][], total: number) =>
  prove(
    shares.map(([amount, share], index) => line(`第${index}项`, amount, share)),
    total,
  ).lines.map((each) => each.percent?.trust);

test("a share that lacks a digit which its fellows have, and which is no zero", () => {
  expect(
    shareTrusts(
      [
        [544, "5.4"],
        [3012, "30.12"],
        [6444, "64.44"],
      ],
      10_000,
    )[0],
  ).toBe("doubtful");
  expect(
    shareTrusts(
      [
        [540, "5.4"],
        [3012, "30.12"],
        [6448, "64.48"],
      ],
      10_000,
    )[0],
  ).not.toBe("doubtful");
  expect(
    shareTrusts(
      [
        [4000, "40"],
        [1500, "15"],
        [4500, "45"],
      ],
      10_000,
    )[0],
  ).not.toBe("doubtful");
});

test("a share of nothing, and a sum that begins with zero", () => {
  const paid = schedule([
    instalment(null, { percent: percent("70") }),
    instalment(null, { percent: percent("0") }),
  ]);
  const [{ instalments }] = proveContents(contents({ schedules: [paid] })).schedules;
  expect(instalments.map((each) => each.percent?.trust)).toEqual(["agreed", "doubtful"]);
  const odd = { ...line("不可预见费", 67_000), amount: { ...money(67_000), raw: "067,000元" } };
  expect(prove([odd, line("人员费", 20_000)], null).lines.map(({ amount }) => amount.trust)).toEqual([
    "doubtful",
    "agreed",
  ]);
});

test("the one sum in 万元 with a digit twice, but none that has decimals of its own", () => {
  const trustOf = (printed: string) =>
    prove([line("活动", printed), line("人员", "30.12万"), line("维护", "8.40万")], null).lines[0].amount
      .trust;
  expect(trustOf("23.779万")).toBe("doubtful");
  expect(trustOf("23.719万")).toBe("agreed");
  expect(trustOf("23.79万")).toBe("agreed");
});

test("the share of an instalment that with one digit less makes all come to the whole, and misses its sum", () => {
  const trustsOf = (shares: string[], last: number) => {
    const amounts = [971_250, 1_942_500, last];
    const paid = schedule(amounts.map((amount, at) => instalment(amount, { percent: percent(shares[at]) })));
    const whole = budget([line("人员费", 3_237_500)], 3_237_500);
    const [{ instalments }] = proveContents(contents({ budgets: [whole], schedules: [paid] })).schedules;
    return instalments.map((each) => each.percent?.trust);
  };
  // 327,350 for 323,750 is the paper's flaw; 100 for 10 the readers'.
  expect(trustsOf(["30", "60", "100"], 327_350)).toEqual(["proven", "proven", "doubtful"]);
  expect(trustsOf(["30", "60", "10"], 327_350)).toEqual(["proven", "proven", "agreed"]);
  expect(trustsOf(["30", "60", "19"], 327_350)).toEqual(["proven", "proven", "doubtful"]);
  expect(trustsOf(["30", "60", "11.5"], 327_350)).toEqual(["proven", "proven", "agreed"]);
});
