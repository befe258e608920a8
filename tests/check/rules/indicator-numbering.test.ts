import { expect, test } from "vitest";
import { indicatorNumbering } from "../../../src/check/rules/indicator-numbering.ts";
import { contents, indicators } from "../../support/make-figures.ts";
import { describeRule, findingsOf, judge } from "../../support/rule-cases.ts";

const details = (...numbers: string[]) =>
  contents({ indicators: indicators(numbers.map((number) => ["养老服务", "要求", `${number}细项`])) });
const rows = (...given: [string, string, string][]) => contents({ indicators: indicators(given) });

describeRule(
  indicatorNumbering,
  {
    running: details("（1）", "（2）", "（3）"),
    "with numbers below": details("（1）", "（2）", "（3）", "（4）", "（4.1）", "（4.2）", "（5）"),
    "with numbers below and none above them": details(
      "（1）",
      "（2）",
      "（3）",
      "（4.1）",
      "（4.2）",
      "（5）",
    ),
    "half-width brackets": details("(1)", "(2)", "(3)"),
    "anew with another requirement": rows(
      ["甲", "一", "（1）"],
      ["甲", "一", "（2）"],
      ["甲", "二", "（1）"],
    ),
    "on with another requirement": rows(["甲", "一", "（1）"], ["甲", "一", "（2）"], ["甲", "二", "（3）"]),
    "items numbered too": rows(
      ["1、甲", "一", "（1）"],
      ["1、甲", "一", "（2）"],
      ["2、乙", "一", "（1）"],
      ["3、丙", "一", "（1）"],
    ),
    "a row without a number": details("（1）", "", "（2）"),
    "a single one": details("（1）"),
    "a bracket lost in reading": details("（1）", "2）", "（3"),
    "one list within another": details("1、", "（1）", "（2）", "2、", "（1）", "3、"),
    "一、二、": rows(["一、甲", "要求", "（1）"], ["二、乙", "要求", "（1）"]),
    "an item that goes on over a page": rows(
      ["1、甲", "一", "（1）"],
      ["1、甲", "二", "（2）"],
      ["2、乙", "一", "（1）"],
    ),
  },
  {
    "one left out": [details("（1）", "（2）", "（4）"), "error （4）细项"],
    "one twice": [details("（1）", "（2）", "（2）", "（3）"), "error （2）细项"],
    "one left out below": [details("（1）", "（1.1）", "（1.3）"), "error （1.3）细项"],
    "doesn't begin at one": [details("（2）", "（3）"), "error （2）细项"],
    "one whose row has no number": [details("（1）", "", "（3）"), "cannot-tell: （3）之前的编号"],
    "a list within another that leaves one out": [details("1、", "（1）", "（3）", "2、"), "error （3）细项"],
    "an item left out": [rows(["1、甲", "一", "（1）"], ["3、乙", "一", "（1）"]), "error 3、乙"],
    "neither anew nor on": [
      rows(["甲", "一", "（1）"], ["甲", "一", "（2）"], ["甲", "二", "（4）"]),
      "error （4）",
    ],
  },
);

test("no numbers, no claim", () => {
  expect(judge(indicatorNumbering, rows(["甲", "一", "走访"], ["甲", "一", "讲座"]))).toEqual([]);
});

test("says what was due, and takes a rival reading for it", () => {
  const broken = details("（1）", "（2）", "（8）");
  const [finding] = findingsOf(indicatorNumbering, broken);
  expect(finding).toMatchObject({ expected: "（3）", actual: "（8）", cause: "document" });
  const last = broken.indicators[2];
  const readings = [{ reader: "b", raw: "（3）细项", value: "（3）细项", confidence: 0.5 }];
  last.detail = { ...last.detail, trust: "doubtful", readings };
  expect(findingsOf(indicatorNumbering, broken)[0]).toMatchObject({
    cause: "misread",
    suggestion: { to: "（3）细项" },
  });
});

test("doubt in the words behind a number is no doubt in the number", () => {
  const broken = details("（1）", "（2）", "（4）");
  const last = broken.indicators[2];
  const readings = ["（4）细项", "（4）细顶"].map((raw) => ({
    reader: raw,
    raw,
    value: raw,
    confidence: 0.5,
  }));
  last.detail = { ...last.detail, trust: "doubtful", readings };
  expect(findingsOf(indicatorNumbering, broken)[0]).toMatchObject({ cause: "document" });
});

test("isn't blamed on the paper where one misread digit or point explains it and the next number goes on from that", () => {
  const causesOf = (...numbers: string[]) =>
    findingsOf(indicatorNumbering, details(...numbers)).map(({ cause }) => cause);
  expect(causesOf("（7）", "（2）", "（3）")).toEqual(["unknown", "unknown"]);
  expect(causesOf("（3.1）", "（8.2）", "（3.3）").slice(1)).toEqual(["unknown", "unknown"]);
  expect(causesOf("（1）", "（1.1）", "（12）", "（1.3）")).toEqual(["unknown", "unknown"]);
  // Left out, repeated, or the last: nothing speaks for another number.
  expect(causesOf("（1）", "（2）", "（4）", "（5）")).toEqual(["document"]);
  expect(causesOf("（7）", "（9）", "（10）").slice(1)).toEqual(["document"]);
  expect(causesOf("（1）", "（2）", "（2）", "（3）")).toEqual(["document"]);
  expect(causesOf("（1）", "（2）", "（8）")).toEqual(["document"]);
  const stated = details("（7）", "（2）", "（3）");
  for (const { detail } of stated.indicators) detail.confidence = 1;
  expect(findingsOf(indicatorNumbering, stated).map(({ cause }) => cause)).toEqual(["document", "document"]);
});
