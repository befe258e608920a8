import { describe, expect, test } from "vitest";
import { checkContents } from "../../src/check/index.ts";
import type { Contents } from "../../src/model/record.ts";
import { proveContents } from "../../src/prove/index.ts";
import { budget, contents, line, money, monthly, schedule } from "../support/make-figures.ts";

const judged = (given: Contents) => {
  const proven = proveContents(given);
  const amounts = [
    ...proven.budgets.flatMap(({ lines }) => lines.map(({ amount }) => amount.trust)),
    ...proven.schedules.flatMap(({ instalments }) => instalments.map(({ amount }) => amount?.trust)),
  ];
  return {
    trusts: [...new Set(amounts)],
    problems: proven.problems.length,
    isAccused: checkContents(proven).findings.some(({ cause }) => cause === "document"),
  };
};
const DOUBTED = { trusts: ["doubtful"], problems: 1, isAccused: false };

describe("figures that come out only when grouped otherwise are doubted, and the paper isn't accused", () => {
  test("a total among the lines", () => {
    const lines = [line("甲", 311700), line("乙", 445300), line("价税台什", 757000)];
    expect(judged(contents({ budgets: [budget(lines, 757000)] }))).toEqual(DOUBTED);
  });

  test("two lists in one", () => {
    const lines = [line("甲", 311700), line("乙", 445300), line("丙", 120400), line("丁", 99100)];
    expect(judged(contents({ budgets: [budget(lines, 757000)] }))).toEqual(DOUBTED);
  });

  test("a line told as a part of another", () => {
    const lines = [line("甲", 311700), { ...line("乙", 445300), parent: "甲" }, line("丙", 120400)];
    expect(judged(contents({ budgets: [budget(lines, 877400)] }))).toEqual(DOUBTED);
  });

  test("parts told as parts of the line beside them", () => {
    const lines = [
      line("甲", 1000),
      line("乙", 272, null, { parent: "甲" }),
      line("丙", 428, null, { parent: "乙" }),
      line("丁", 300, null, { parent: "乙" }),
      line("戊", 900),
    ];
    expect(judged(contents({ budgets: [budget(lines, 1900)] }))).toEqual(DOUBTED);
  });

  test("a total that is another version's", () => {
    const [former, now] = [budget([line("甲", 600), line("乙", 400)], 1000), budget([], 900)];
    const read = contents({
      budgets: [
        { ...former, restatements: [money(900)] },
        { ...now, version: "amended", lines: [] },
      ],
    });
    expect(judged(read)).toEqual(DOUBTED);
  });

  test("a total in another unit", () => {
    const lines = [line("甲", 311700), line("乙", 445300)];
    expect(judged(contents({ budgets: [budget(lines, "75.7")] }))).toEqual(DOUBTED);
  });

  test("a whole told as the first item of its own list", () => {
    const lines = [line("合同看", 757000), line("甲", 311700), line("乙", 325300), line("丙", 120000)];
    expect(judged(contents({ budgets: [budget(lines, null)] }))).toEqual(DOUBTED);
    const unlike = [line("设备费", 757100), ...lines.slice(1)];
    expect(judged(contents({ budgets: [budget(unlike, null)] })).problems).toBe(0);
    expect(judged(contents({ budgets: [budget(lines, 1514000)] })).trusts).toEqual(["proven"]);
  });

  test("a schedule that begins anew", () => {
    const { trusts, problems } = judged(
      contents({
        schedules: [schedule([monthly("2025-01", "2025-06", 1000), monthly("2025-01", "2025-05", 1500)])],
      }),
    );
    expect({ trusts, problems }).toEqual({ trusts: ["doubtful"], problems: 1 });
  });
});

test("a slip of the typist's stays the paper's", () => {
  const lines = [line("甲", 311700), line("乙", 454300), line("丙", 120400)];
  const { problems, isAccused } = judged(contents({ budgets: [budget(lines, 877400)] }));
  expect({ problems, isAccused }).toEqual({ problems: 0, isAccused: true });
});
