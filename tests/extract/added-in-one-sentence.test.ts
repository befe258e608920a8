import { describe, expect, test } from "vitest";
import { detailsOf } from "../support/outline.ts";

// What was agreed, what is added or taken off, and what is agreed now, told in one sentence of an amendment.
const amended = (...texts: string[]): ReturnType<typeof detailsOf> =>
  detailsOf("保洁服务合同补充协议", "一、合同价款", ...texts);

describe("an amendment's sum in one sentence", () => {
  test.each([
    [
      "原合同价96,000元，加机械费24,600元，减人工费5,200元，合同总价115,400元。",
      115_400,
      ["机械费 24600", "减人工费 -5200"],
    ],
    ["原合同价款96,000元，本次增加24,600元，合同总价款为120,600元。", 120_600, ["本次增加 24600"]],
    [
      "原合同总价96,000元不变，另增加检测费4,000元，由甲方承担，两项共计100,000元。",
      100_000,
      ["检测费 4000"],
    ],
    [
      "原合同暂定总价96,000元。经审核，增加土方外运6,000元，减少绿化工程2,000元，最终结算价为100,000元。",
      100_000,
      ["土方外运 6000", "减少绿化工程 -2000"],
    ],
    [
      "原合同总价为96,000元，因增设停车场照明，双方同意追加费用4,000元，追加后合同总价为100,000元。",
      100_000,
      ["追加费用 4000"],
    ],
    [
      "本补充协议增加金额为4,000元，原合同金额为96,000元，变更后合同总金额为100,000元。",
      100_000,
      ["本补充协议增加金额 4000"],
    ],
  ])("%s", (text, now, changes) => {
    const { totals, lines, findings, problems } = amended(text);
    expect({ totals, findings, problems }).toEqual({
      totals: ["original 总96000", `amended 总${now}`],
      findings: [],
      problems: [],
    });
    expect(lines.slice(1)).toEqual(changes);
    expect(lines[0]).toMatch(/^原合同.* 96000$/);
  });

  test("is judged where one digit is wrong", () => {
    const { findings } = amended("原合同价款300,000元，增加绿化费用20,000元，变更后合同价款310,000元。");
    expect(findings).toEqual(["total-equals-sum 合计"]);
  });

  test("takes a list of what is added below it", () => {
    const { totals, lines, findings } = amended(
      "原合同总金额80万元，增加16万元，总金额96万元。",
      "项目|金额（元）\n人员费|100,000\n差旅费|60,000\n合计|160,000",
    );
    expect({ totals, lines, findings }).toEqual({
      totals: ["original 总800000", "amended 总960000"],
      lines: ["原合同总金额 800000", "增加 160000", "人员费 < 增加 100000", "差旅费 < 增加 60000"],
      findings: [],
    });
  });
});

describe("大写 beside an amendment's sentence is never lost", () => {
  const SENTENCE = "原合同价款96,000元，本次增加24,600元，合同总价款为120,600元。";

  test.each([
    ["大写：壹拾贰万零陆佰元整。", []],
    ["大写：壹拾贰万零伍佰元整。", ["capitals-equal-digits 合计"]],
  ])("in a paragraph of its own: %s", (capitals, findings) => {
    expect(amended(SENTENCE, capitals).findings).toEqual(findings);
  });

  test("in the row that sums up what is added", () => {
    const rows = "项目|金额（元）\n人员费|100,000\n差旅费|60,000\n合计（大写）壹拾伍万元整|160,000";
    const { findings } = amended(rows, "原合同总金额80万元，增加16万元，总金额96万元。");
    expect(findings).toContain("capitals-equal-digits 合计");
  });
});

describe("what only looks like one", () => {
  test.each([
    ["太原项目服务费60,000元，加班费5,000元，合同总价65,000元。", 65_000],
    ["原材料费60,000元，加工费30,000元，合计90,000元。", 90_000],
    ["原有设备维护费60,000元，新增设备维护费40,000元，合计100,000元。", 100_000],
  ])("in a first agreement: %s", (text, total) => {
    const { totals, findings } = detailsOf("服务合同", "一、合同价款", text);
    expect({ totals, findings }).toEqual({ totals: [`original 总${total}`], findings: [] });
  });

  test.each([
    "原合同总价100,000元，增加为120,000元，总价120,000元。",
    "原合同总价100,000元，增加到110,000元，合同总价110,000元。",
    "本次增加费用20,000元。原合同总价100,000元，增加20,000元，变更后合同总价120,000元。",
    "原合同总价100,000元，增加检测费20,000元，变更后合同总价130,000元（含2023年已增加的10,000元）。",
    "原房屋租金60,000元，增加房屋租金40,000元，两年租金总额200,000元。",
  ])("in an amendment: %s", (text) => {
    expect(amended(text).findings).toEqual([]);
  });

  test("what was paid before is no change of the price", () => {
    const { totals } = amended("原合同价款120,000元，减去预付款40,000元，结算价款80,000元于验收后支付。");
    expect(totals).toEqual(["original 总120000"]);
  });
});

describe("payments of which an amendment tells only some", () => {
  test("aren't held against the price", () => {
    const { findings, problems } = detailsOf(
      "保洁服务合同补充协议",
      "一、付款方式",
      "三期款项调整如下：第二期款由120,000元调整为100,000元，第三期款由80,000元调整为100,000元，合同总价300,000元不变。",
    );
    expect(findings).toEqual([]);
    expect(problems.join()).toContain("只是其中一期");
  });
});
