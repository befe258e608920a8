import { describe, expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { table, told } from "./unseen/told.ts";

// Tables announced as what a sum is made up of, under a header that isn't known, of which one figure may be wrong.

const read = (header: string) =>
  recordOf(
    told(
      "x",
      [
        "服务合同",
        "合同总价为人民币90元，由以下部分构成：",
        table(`名称|${header}`, "驻场|30", "巡检|25", "培训|20"),
      ],
      {},
    ).scan,
  );

describe("an announced column", () => {
  test.each(["数值", "人次", "台班"])("of no money (%s) is no list of parts", (header) => {
    const { budgets, findings } = read(header);
    expect(budgets.flatMap(({ lines }) => lines)).toEqual([]);
    expect(findings).toEqual([]);
  });

  test.each(["开销（元）", "投入经费"])("of money (%s) is judged", (header) => {
    const { budgets, findings } = read(header);
    expect(budgets.flatMap(({ lines }) => lines.map(({ amount }) => amount?.fen))).toEqual([
      3000, 2500, 2000,
    ]);
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(["total-equals-sum"]);
  });
});

describe("a table announced behind a sentence of payment", () => {
  const schedulesOf = (announced: string) =>
    recordOf(
      told(
        "x",
        [
          "运营协议",
          `运营期内甲方向乙方支付补贴共计人民币90元。${announced}：`,
          table("序号|科目|金额（元）|占比（%）", "1|日间照料|54|60.00", "2|膳食|36|40.00"),
        ],
        {},
      ).scan,
    ).schedules.flatMap(({ instalments }) => instalments.map(({ amount }) => amount?.fen));

  test.each(["补贴构成见下表", "补贴的组成如下", "补贴预算见下表"])("%s: is none of payments", (announced) =>
    expect(schedulesOf(announced)).toEqual([]),
  );

  test.each(["付款构成见下表", "具体如下"])("%s: lists payments", (announced) =>
    expect(schedulesOf(announced)).toEqual([5400, 3600]),
  );
});
