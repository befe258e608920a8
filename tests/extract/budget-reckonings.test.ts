import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const misreckoned = (raw: string): string => `“${raw}”：按其后所写的单价与数量计算，与此金额不符，请核对原件`;

/** Totals and sums with several counts: the record has no place for their price, so that a problem tells it. */
const TOLD: [text: string, raw: string][] = [
  ["合同总价360000元（30000元/月×11个月）。", "360000元（30000元/月×11个月"],
  ["合同总价360000元（叁拾陆万元整）（30000元/月×11个月）。", "360000元（叁拾陆万元整）（30000元/月×11个月"],
  ["服务费合计360000元（每月30000元，共11个月）。", "360000元（每月30000元，共11个月"],
  ["合同总价360000元（12个月×31000元/月）。", "360000元（12个月×31000元"],
  ["合同总价36万元（3万元/月×11个月）。", "36万元（3万元/月×11个月"],
  ["合同总价360000元，即30000元/月×11个月。", "360000元，即30000元/月×11个月"],
  ["合同总价360000元（30000元/月×11个月，含税）。", "360000元（30000元/月×11个月"],
  [
    "合同总价50000元，其中培训费10000元（100元/人·天×20人×4天），场地费40000元。",
    "10000元（100元/人·天×20人×4天",
  ],
];

/** A line has a count and a price, so that the rule judges them; one is enough. */
const JUDGED: [text: string, subject: string][] = [
  ["合同总价100000元，其中培训费60000元（培训8天，每天7000元），场地费40000元。", "培训费"],
  ["合同总价100000元，其中培训费60000元（7000元/天×8天），场地费40000元。", "培训费"],
  ["合同总价60000元，其中调研费12000元（3人×4000元），报告费48000元（2份，单价22000元）。", "报告费"],
];

const SOUND = [
  "合同总价360000元（30000元/月×12个月）。",
  "合同总价360000元（30000元/月×12个月，含税）。",
  "合同总价36万元（3万元/月×12个月）。",
  "合同总价100000元（8333.33元/月×12个月）。",
  "合同总价90000元（10000元/月×10个月×90%）。",
  "年租金120000元（20元/平方米/月×500平方米×12个月）。",
  "三年合计1080000元（30000元/月×12个月）。",
  "合同总价300000元（30000元/月×12个月，优惠后价）。",
  "合同总价300000元（约30000元/月×11个月）。",
  "合同总价60000元（含培训费20000元×1次）。",
  "合同总价100000元，其中培训费60000元（7500元/天×8天），场地费40000元。",
  "合同总价50000元，其中培训费10000元（100元/人·天×20人×5天），场地费40000元。",
  "合同总价52000元，其中住宿费12000元（20间，每天300元），场地费40000元。",
  "合同总价60000元，其中调研费12000元（3人×4000元），报告费48000元（2份，单价24000元）。",
  "违约金每日1000元，累计不超过50000元（1000元/天×20天）。",
];

describe("how a sum came about, told behind it", () => {
  test.each(TOLD)("%s doesn't come out", (text, raw) => {
    const { problems, findings } = outlineOf("服务合同", text);
    expect(problems).toEqual([misreckoned(raw)]);
    expect(findings).toEqual([]);
  });

  test.each(JUDGED)("%s is of a line", (text, subject) => {
    const { problems, findings } = outlineOf("服务合同", text);
    expect(findings).toEqual([`quantity-times-price ${subject}`]);
    expect(problems).toEqual([]);
  });

  test.each(SOUND)("%s comes out, or says something else", (text) => {
    const { problems, findings } = outlineOf("服务合同", text);
    expect([...problems, ...findings]).toEqual([]);
  });

  test("what only a part is reckoned from says nothing of the whole", () => {
    const { problems } = outlineOf(
      "服务合同",
      "合同总价360000元（其中人工费30000元/月×10个月，物料费60000元）。",
    );
    expect(problems.join()).not.toContain("360000元");
  });
});
