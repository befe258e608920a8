import { describe, expect, test } from "vitest";
import type { Schedule } from "../../src/model/agreement.ts";
import { besideCapitals, contradictsCapitals } from "../../src/model/beside-capitals.ts";
import type { Problem } from "../../src/model/finding.ts";
import type { Money } from "../../src/model/value.ts";
import { recordOf } from "./unseen/judge-told.ts";
import { table, told } from "./unseen/told.ts";

// An instalment's sum printed in digits and in 大写, in the cells of a payment table.

const read = (...rows: string[]): { schedules: Schedule[]; problems: Problem[]; status: string } =>
  recordOf(told("x", ["服务合同", "合同总价为90000元。付款计划如下：", table(...rows)], {}).scan);

const TABLES: [what: string, rows: (second: string, sum: string) => string[]][] = [
  [
    "a column of its own",
    (second, sum) => [
      "付款节点|金额（元）|大写",
      "合同签订后|30000|叁万元整",
      `验收后|40000|${second}`,
      "质保期满|20000|贰万元整",
      `合计|90000|${sum}`,
    ],
  ],
  [
    "before the digits",
    (second, sum) => [
      "期次|付款节点|金额大写|金额小写（元）",
      "1|合同签订后|叁万元整|30000.00",
      `2|验收后|${second}|40000.00`,
      "3|质保期满|贰万元整|20000.00",
      `合计|<|${sum}|90000.00`,
    ],
  ],
  [
    "the same cell",
    (second, sum) => [
      "付款节点|付款金额",
      "合同签订后|30000元（叁万元整）",
      `验收后|40000元（${second}）`,
      "质保期满|20000元（贰万元整）",
      `合计|90000元（${sum}）`,
    ],
  ],
];

describe.each(TABLES)("大写 in %s", (_, rows) => {
  test("that agree are no matter", () => {
    const { schedules, problems, status } = read(...rows("肆万元整", "玖万元整"));
    expect(schedules[0].instalments.map(({ amount }) => amount?.fen)).toEqual([
      3_000_000, 4_000_000, 2_000_000,
    ]);
    expect(problems).toEqual([]);
    expect(status).toBe("clean");
  });

  test("that differ from an instalment are told, and its sum is doubted", () => {
    const { schedules, problems } = read(...rows("伍万元整", "玖万元整"));
    expect(problems.map(({ message }) => message.zh)).toEqual([
      expect.stringMatching(/^“40000.*”：这一期的大写与小写金额不一致，请核对原件$/),
    ]);
    expect(schedules[0].instalments.map(({ amount }) => amount?.trust)).toEqual([
      "proven",
      "doubtful",
      "proven",
    ]);
  });

  test("that differ from their sum are told", () => {
    const { schedules, problems } = read(...rows("肆万元整", "捌万元整"));
    expect(problems.map(({ message }) => message.zh)).toEqual([
      expect.stringMatching(/^“90000.*”：各期合计的大写与小写金额不一致，请核对原件$/),
    ]);
    expect(schedules[0].total?.trust).toBe("doubtful");
  });
});

test("amounts in 大写 alone are read", () => {
  const { schedules, status } = read(
    "付款节点|付款金额（大写）",
    "合同签订后|叁万元整",
    "验收后|肆万元整",
    "质保期满|贰万元整",
  );
  expect(schedules[0].instalments.map(({ amount }) => amount?.fen)).toEqual([
    3_000_000, 4_000_000, 2_000_000,
  ]);
  expect(status).toBe("clean");
});

const money = (
  raw: string,
  fen: number,
  readings: [reader: string, raw: string, fen: number][] = [],
): Money => ({
  fen,
  raw,
  precisionFen: 100,
  trust: readings.length > 0 ? "doubtful" : "agreed",
  confidence: 0.9,
  evidence: [],
  ...(readings.length > 0
    ? { readings: readings.map(([reader, saw, value]) => ({ reader, raw: saw, value, confidence: 0.9 })) }
    : {}),
});

describe("大写 beside digits are judged by what they were settled as", () => {
  test("one reader that saw them agree does not silence the others", () => {
    const capitals = money("伍万元整", 5_000_000, [
      ["a", "伍万元整", 5_000_000],
      ["b", "肆万元整", 4_000_000],
    ]);
    const both = besideCapitals(money("40000元", 4_000_000), capitals);
    expect(both.trust).toBe("doubtful");
    expect(contradictsCapitals(both)).toBe(true);
  });

  test("nor does one that saw them differ where they agree", () => {
    const capitals = money("肆万元整", 4_000_000, [
      ["a", "伍万元整", 5_000_000],
      ["b", "肆万元整", 4_000_000],
    ]);
    const digits = money("40000元", 4_000_000);
    expect(besideCapitals(digits, capitals)).toBe(digits);
  });
});
