import { describe, expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { table, told } from "./unseen/told.ts";

// Rows that no rule parts and that were read as one: their sums must not vanish in silence.

const problemsOf = (...rows: string[]) =>
  recordOf(told("x", ["服务合同", "费用变更情况见下表：", table(...rows)], {}).scan)
    .problems.map(({ message }) => message.zh)
    .filter((zh) => zh.includes("一格内有多个金额"));

describe("several sums in one cell", () => {
  test("are told", () => {
    const problems = problemsOf(
      "人员工资 保险费 税金|1,512,000.00 362,880.00 108,000.00|64.81 15.56 4.63",
      "合计|1,982,880.00|100.00",
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("1,512,000.00 362,880.00 108,000.00");
  });

  test.each(["1,512,000.00", "长 1,200.50 宽 2,300.50", "12 24 36", "3.5 4.5"])("%s is none", (text) => {
    expect(problemsOf(`项目|${text}`, "甲|乙")).toEqual([]);
  });
});
