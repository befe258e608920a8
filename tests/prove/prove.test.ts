import { describe, expect, test } from "vitest";
import { checkContents } from "../../src/check/index.ts";
import type { Budget } from "../../src/model/agreement.ts";
import type { Contents } from "../../src/model/record.ts";
import { proveContents } from "../../src/prove/index.ts";
import {
  budget,
  capitals,
  contents,
  day,
  disputed,
  line,
  money,
  monthly,
  percent,
  quantity,
  schedule,
  table,
} from "../support/make-figures.ts";

const FEE = 25826300;
const lines = (fee = money(258263)) => [
  line("人员", 2191728, "86.53"),
  line("活动", 44520, "1.76"),
  line("维护", 38400, "1.52"),
  { ...line("管理", 258263, "10.19"), amount: fee },
];
const seed = (
  fee = money(258263),
  more: Partial<Budget> = {},
  total: string | number | null = 2532911,
): Contents => contents({ budgets: [budget(lines(fee), total, more)] });
const provenFee = (given: Contents) => proveContents(given).budgets[0].lines[3].amount;

describe("what an independent figure confirms is proven", () => {
  test("lines and total by their sum, shares by amount and total, but not the share that is flawed", () => {
    const [proven] = proveContents(seed()).budgets;
    expect(proven.total?.trust).toBe("proven");
    expect(proven.lines.map((each) => each.amount.trust)).toEqual(["proven", "proven", "proven", "proven"]);
    expect(proven.lines.map((each) => each.percent?.trust)).toEqual(["proven", "proven", "proven", "agreed"]);
  });

  test("大写 and digits by each other, though one was hardly legible", () => {
    const unsure = { ...money(2532911), trust: "doubtful" as const, confidence: 0.3 };
    const given = contents({
      budgets: [{ ...budget([], null), total: unsure, totalInCapitals: capitals(2532911) }],
    });
    const [proven] = proveContents(given).budgets;
    expect([proven.total?.trust, proven.totalInCapitals?.trust]).toEqual(["proven", "proven"]);
  });

  test("quantity and price by their product, an instalment by the schedule", () => {
    const priced = line("活动", 218400, null, { quantity: quantity("6240"), unitPrice: money(35) });
    const given = contents({
      budgets: [budget([priced, line("管理", 81600)], 300000)],
      schedules: [schedule([monthly("2025-08", "2026-06", 24999), monthly("2026-07", "2026-07", 25011)])],
    });
    const proven = proveContents(given);
    const [{ quantity: count, unitPrice }] = proven.budgets[0].lines;
    expect([count?.trust, unitPrice?.trust]).toEqual(["proven", "proven"]);
    expect(proven.schedules[0].instalments.map((each) => each.amount?.trust)).toEqual(["proven", "proven"]);
  });

  test("the term's days by the months between them", () => {
    const term = { from: day("2025-08-01"), to: disputed(day("2026-01-31"), "2026-07-31"), months: 12 };
    const proven = proveContents(contents({ agreement: { ...contents().agreement, term } })).agreement.term;
    expect(proven?.to).toMatchObject({ value: "2026-07-31", trust: "proven" });
    expect(proven?.from.trust).toBe("proven");
  });

  test("cells by their total row", () => {
    const printed = table([
      ["项目", "金额"],
      ["甲", "60"],
      ["乙", "50"],
      ["合计", "110"],
    ]);
    const cells = printed.cells.map((cell) =>
      cell.text.value === "60"
        ? { ...cell, text: { ...disputed({ ...cell.text, value: "80" }, "60") } }
        : cell,
    );
    const [proven] = proveContents(contents({ tables: [{ ...printed, cells }] })).tables;
    expect(proven.cells[3].text).toMatchObject({ value: "60", trust: "proven" });
  });
});

describe("disputed readings", () => {
  test("the arithmetic chooses what one reader saw, and keeps what the other did", () => {
    const fee = provenFee(seed(disputed({ ...money(258263), fen: 25326300 }, FEE)));
    expect(fee).toMatchObject({ fen: FEE, trust: "proven" });
    expect(fee.readings?.map((reading) => reading.value)).toEqual([25326300, FEE]);
  });

  test("the vote stands where it is right", () => {
    expect(provenFee(seed(disputed(money(258263), 25326300)))).toMatchObject({ fen: FEE, trust: "proven" });
  });

  test("a lost decimal point changes the precision with the value", () => {
    const total = disputed(money("253.2911万"), 2532911_0000_00);
    const misread = { ...total, fen: 2532911_0000_00, precisionFen: 1_000_000, raw: "2532911万元" };
    const readings = [
      { reader: "vote", raw: "2532911万元", value: 2532911_0000_00, confidence: 0.6 },
      { reader: "b", raw: "253.2911万元", value: 253291100, confidence: 0.6 },
    ];
    const given = contents({ budgets: [{ ...budget(lines(), null), total: { ...misread, readings } }] });
    expect(proveContents(given).budgets[0].total).toMatchObject({
      fen: 253291100,
      precisionFen: 100,
      raw: "253.2911万元",
      trust: "proven",
    });
  });

  test("two at once, when only one choice of both comes out", () => {
    const given = seed(disputed({ ...money(258263), fen: 25326300 }, FEE));
    given.budgets[0].total = disputed({ ...money(2532911), fen: 253791100 }, 253291100);
    const [proven] = proveContents(given).budgets;
    expect(proven.total).toMatchObject({ fen: 253291100, trust: "proven" });
    expect(proven.lines[3].amount).toMatchObject({ fen: FEE, trust: "proven" });
  });

  test("two that make up for each other stay doubtful", () => {
    const given = contents({
      budgets: [
        {
          ...budget([], 8300),
          lines: [
            { ...line("甲", 5300), amount: disputed(money(5300), 500000) },
            { ...line("乙", 3000), amount: disputed(money(3000), 330000) },
          ],
        },
      ],
    });
    const [proven] = proveContents(given).budgets;
    expect(proven.lines.map((each) => [each.amount.fen, each.amount.trust])).toEqual([
      [530000, "doubtful"],
      [300000, "doubtful"],
    ]);
    expect(proven.total?.trust).toBe("agreed");
  });

  test("a share alone is too coarse to settle or prove an amount", () => {
    const given = contents({
      budgets: [
        {
          ...budget([], 2532911),
          lines: [{ ...line("管理", 258263, "10.20"), amount: disputed(money(258263), 25826800) }],
        },
      ],
    });
    given.budgets[0].lines.push(line("其他", 1, null));
    expect(proveContents(given).budgets[0].lines[0].amount.trust).toBe("doubtful");
    const agreed = contents({
      budgets: [budget([line("管理", 258263, "10.20"), line("其他", 2_000_000)], 2532911)],
    });
    expect(proveContents(agreed).budgets[0].lines[0].amount.trust).toBe("agreed");
  });

  test("a wrong total never repairs a right line", () => {
    const fee = disputed(money(258263), 25826800);
    const wrongTotal = seed(fee, { totalInCapitals: capitals(2532911) }, 2532916);
    expect(provenFee(wrongTotal)).toMatchObject({ fen: FEE, trust: "doubtful" });
  });

  test("the same digits said twice don't settle what is doubtful on both sides", () => {
    const given = contents({
      budgets: [
        {
          ...budget([], null),
          total: disputed(money(2532911), 253291700),
          restatements: [disputed(money(2532911), 253291700)],
        },
      ],
    });
    const [proven] = proveContents(given).budgets;
    expect([proven.total?.trust, proven.restatements[0].trust]).toEqual(["doubtful", "doubtful"]);
  });

  test("no value is made up: where no reading comes out, all stays as read", () => {
    const given = seed(disputed({ ...money(258263), fen: 25926300 }, 25726300));
    expect(provenFee(given)).toEqual(given.budgets[0].lines[3].amount);
  });

  test("another flaw on the paper doesn't keep a line from being settled by its own product", () => {
    const priced = line("活动", 218400, null, { quantity: quantity("6240"), unitPrice: money(35) });
    priced.amount = disputed({ ...money(218400), fen: 21340000 }, 21840000);
    const given = contents({ budgets: [budget([priced, line("管理", 81600)], 390000)] });
    expect(proveContents(given).budgets[0].lines[0].amount).toMatchObject({ fen: 21840000, trust: "proven" });
  });
});

describe("what stays", () => {
  test("a flaw that both readers saw clearly stays one, with its cause", () => {
    const flawed = seed(money(285263));
    const proven = proveContents(flawed);
    expect(proven.budgets[0].lines[3].amount).toMatchObject({ fen: 28526300, trust: "agreed" });
    const { findings } = checkContents(proven);
    expect(findings.map((finding) => [finding.ruleId, finding.cause])).toContainEqual([
      "total-equals-sum",
      "document",
    ]);
  });

  test("where two rules speak against one digit that readers take for its like, neither paper nor reading is blamed", () => {
    const given = seed(money(268263));
    const { amount } = given.budgets[0].lines[3];
    const proven = proveContents(given);
    expect(proven.budgets[0].lines[3].amount).toEqual({ ...amount, trust: "doubtful" });
    const { findings } = checkContents(proven);
    expect(findings.map((finding) => [finding.ruleId, finding.cause])).toEqual([
      ["percent-of-total", "unknown"],
      ["total-equals-sum", "unknown"],
    ]);
  });

  test("what a person corrected", () => {
    const fee = { ...disputed(money(268263), FEE), trust: "corrected" as const };
    expect(provenFee(seed(fee))).toEqual(fee);
  });

  test("the contents given", () => {
    const given = seed(disputed({ ...money(258263), fen: 25326300 }, FEE));
    const before = structuredClone(given);
    proveContents(given);
    expect(given).toEqual(before);
  });

  test("a hardly legible figure that both readers agree on, contradicted on two sides, is doubted", () => {
    const fee = { ...money(298263), confidence: 0.45 };
    const given = contents({
      budgets: [budget([...lines().slice(0, 3), { ...line("管理", 0, "10.20"), amount: fee }], 2532911)],
    });
    expect(provenFee(given).trust).toBe("doubtful");
    expect(checkContents(proveContents(given)).findings.map((finding) => finding.cause)).toEqual([
      "unknown",
      "unknown",
    ]);
  });
});

test("a percent settled by amount and total", () => {
  const given = contents({
    budgets: [budget([{ ...line("甲", 258263), percent: disputed(percent("10.70"), "10.20") }], 2532911)],
  });
  expect(proveContents(given).budgets[0].lines[0].percent).toMatchObject({
    percent: "10.20",
    trust: "proven",
  });
});
