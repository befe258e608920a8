import fc from "fast-check";
import { expect, test } from "vitest";
import { checkContents, rules } from "../../src/check/index.ts";
import { Check, Finding, RuleId } from "../../src/model/finding.ts";
import { proveContents } from "../../src/prove/index.ts";
import { budget, contents, indicators, instalment, schedule, table, text } from "../support/make-figures.ts";

const evidence = { raw: "?", confidence: 0.5, evidence: [] };
const trust = fc.constantFrom(
  "proven" as const,
  "agreed" as const,
  "doubtful" as const,
  "corrected" as const,
);
const value = fc.oneof(
  fc.integer(),
  fc.constantFrom("", "abc", "12.5", "-3", "2025-13-45"),
  fc.constant(null),
);
const readings = fc.array(
  fc.record({ reader: fc.string(), raw: fc.string(), value, confidence: fc.constant(0.5) }),
  {
    maxLength: 3,
  },
);
const money = fc.record({
  fen: fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.maxSafeInteger()),
  precisionFen: fc.constantFrom(1, 7, 100, 1_000_000),
  trust,
  readings,
});
const printed = fc.constantFrom("0", "-0.00", "100", "33.333", "-5", "999999999999.9");
const label = fc.constantFrom("甲", "乙", "", "合计");
const digits = fc.tuple(
  fc.integer({ min: 0, max: 9999 }),
  fc.integer({ min: 0, max: 99 }),
  fc.integer({ min: 0, max: 99 }),
);
const day = digits.map(([y, m, d]) => ({
  value: [String(y).padStart(4, "0"), String(m).padStart(2, "0"), String(d).padStart(2, "0")].join("-"),
  trust: "agreed" as const,
  ...evidence,
}));
const month = fc.option(day.map((each) => each.value.slice(0, 7)));
const cell = fc.constantFrom(
  "合计",
  "小计",
  "总计",
  "12",
  "1,234.50元",
  "（3）",
  "—",
  "",
  "A",
  "C=A×B",
  "其中：",
  "满分100分",
  "5%",
  "x",
);

const anything = fc
  .record({
    lines: fc.array(
      fc.record({
        label,
        parent: fc.option(label),
        amount: money,
        percent: fc.option(printed),
        count: fc.option(printed),
        price: fc.option(money),
      }),
      { maxLength: 5 },
    ),
    total: fc.option(money),
    words: fc.option(money),
    restated: fc.array(money, { maxLength: 2 }),
    parts: fc.array(
      fc.record({
        from: month,
        to: month,
        occurrences: fc.integer({ min: 1, max: 24 }),
        amount: fc.option(money),
        percent: fc.option(printed),
      }),
      { maxLength: 4 },
    ),
    rows: fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 }),
    numbers: fc.array(fc.constantFrom("（1）", "（2.1）", "（0）", "1、", "九十九、", "x", "（1.1.1）"), {
      maxLength: 5,
    }),
    term: fc.option(fc.record({ from: day, to: day, months: fc.option(fc.integer({ min: -5, max: 999 })) })),
    signedOn: fc.option(day),
    version: fc.constantFrom("original" as const, "amended" as const),
  })
  .map(({ lines, total, words, restated, parts, rows, numbers, term, signedOn, version }) =>
    contents({
      agreement: { ...contents().agreement, term, signedOn },
      budgets: [
        budget([], 100),
        {
          ...budget([], null),
          version,
          total: total && { ...evidence, ...total },
          totalInCapitals: words && { ...evidence, ...words },
          restatements: restated.map((each) => ({ ...evidence, ...each })),
          lines: lines.map((line) => ({
            label: text(line.label),
            parent: line.parent,
            amount: { ...evidence, ...line.amount },
            percent:
              line.percent === null
                ? null
                : { percent: line.percent, trust: "doubtful" as const, ...evidence },
            quantity:
              line.count === null
                ? null
                : { value: line.count, unit: null, trust: "agreed" as const, ...evidence },
            unitPrice: line.price && { ...evidence, ...line.price },
          })),
        },
      ],
      schedules: [
        {
          ...schedule([instalment(5)]),
          version,
          instalments: parts.map(({ amount, percent, ...part }) => ({
            ...part,
            amount: amount && { ...evidence, ...amount },
            percent: percent === null ? null : { percent, trust: "agreed" as const, ...evidence },
            condition: null,
          })),
        },
      ],
      tables: [table(rows, Math.min(1, rows.length))],
      indicators: indicators(numbers.map((number) => ["甲", "要求", `${number}细项`])),
    }),
  );

test("any contents are proven and judged without a throw, and what is said fits the schema", () => {
  fc.assert(
    fc.property(anything, (given) => {
      const { checks, findings } = checkContents(proveContents(given));
      for (const check of checks) Check.parse(check);
      for (const finding of findings) Finding.parse(finding);
      expect(checks.filter((check) => check.outcome === "fail")).toHaveLength(findings.length);
    }),
    { numRuns: 200 },
  );
}, 60_000);

test("every rule of the contract stands in the list once, with its clause in both languages", () => {
  expect(rules.map((rule) => rule.id)).toEqual(RuleId.options);
  for (const { clause } of rules)
    expect([clause.zh, clause.en].every((words) => words.length > 5)).toBe(true);
});
