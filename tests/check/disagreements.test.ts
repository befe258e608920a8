import { expect, test } from "vitest";
import { checkContents } from "../../src/check/index.ts";
import { budget, contents, line } from "../support/make-figures.ts";

const causesBeside = (zh: string) =>
  checkContents({
    ...contents({ budgets: [budget([line("甲", 382_600), line("乙", 117_400)], 497_300)] }),
    problems: [{ code: "figure-not-understood", pageNumber: 1, box: null, message: { zh, en: "" } }],
  }).findings.map(({ cause }) => cause);

test("a figure that disagrees with others has its place: the paper is blamed for its sum all the same", () => {
  expect(causesBeside("其余各行此列都等于另两列之积或之和，唯此处不符，请核对原件")).toEqual(["document"]);
});

test("a figure that found no place may be what the sum lacks", () => {
  expect(causesBeside("价款条款中的这笔金额未能归入预算的任何一项，请核对原件")).toEqual(["unknown"]);
});
