import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findTargets } from "../../src/extract/find-targets.ts";
import type { Target } from "../../src/model/table.ts";

/** `>=2场/month`: a comparison, a value, a unit and what it is counted over. */
function toTarget(words: string): Omit<Target, "raw"> {
  const match = /^(>=|<=|=)([\d.]+)([^/]*)(?:\/(year|quarter|month|week))?$/.exec(words);
  if (!match) throw new Error(`no target: ${words}`);
  const [, sign, value, unit, per] = match;
  const comparison = sign === ">=" ? "at-least" : sign === "<=" ? "at-most" : "equal";
  return { comparison, value: Number(value), unit, per: (per as Target["per"]) ?? null };
}

const found = (text: string) => findTargets(text).map(({ raw: _, ...target }) => target);

test.each([
  // at least
  ["不少于6场", ">=6场"],
  ["不低于90%", ">=90%"],
  ["不小于120平方米", ">=120平方米"],
  ["至少3次", ">=3次"],
  ["最少5名", ">=5名"],
  ["起码4期", ">=4期"],
  ["≥85%", ">=85%"],
  [">=12篇", ">=12篇"],
  ["超过1000人次", ">=1000人次"],
  ["15户以上", ">=15户"],
  ["15户及以上", ">=15户"],
  ["满意度95%（含）以上", ">=95%"],
  ["满意率达到90%以上", ">=90%"],
  ["配备2名以上（含2名）", ">=2名"],
  ["对70周岁以上老人走访5次", "=5次"],
  ["不少于10（场）", ">=10场"],
  ["安全事故0起", "=0起"],
  ["应达95%以上", ">=95%"],
  ["服务200余人次", ">=200人次"],
  ["应不少于30课时", ">=30课时"],
  ["不得少于2小时", ">=2小时"],
  ["参与人数不少于50人", ">=50人"],
  // at most
  ["不超过24小时", "<=24小时"],
  ["不高于3%", "<=3%"],
  ["至多2次", "<=2次"],
  ["最多10人", "<=10人"],
  ["≤5%", "<=5%"],
  ["3个工作日内", "<=3个工作日"],
  ["30分钟以内响应", "<=30分钟"],
  ["投诉率控制在1%以内", "<=1%"],
  ["2小时之内到场", "<=2小时"],
  ["差错率低于0.5%", "<=0.5%"],
  // equal
  ["100%", "=100%"],
  ["建档率100%", "=100%"],
  ["覆盖率达到100%", "=100%"],
  ["完成8场", "=8场"],
  ["开展主题活动12次", "=12次"],
  ["1份", "=1份"],
  ["百分之百", "=100%"],
  ["百分之九十五点五", "=95.5%"],
  ["百分之九十以上", ">=90%"],
])("%s", (text, target) => {
  expect(found(text)).toEqual([toTarget(target)]);
});

test.each([
  ["每季度1次", "=1次/quarter"],
  ["每季度不少于2场", ">=2场/quarter"],
  ["每月至少4次", ">=4次/month"],
  ["每个月走访10户", "=10户/month"],
  ["每周3次", "=3次/week"],
  ["每年不少于20场", ">=20场/year"],
  ["全年不少于96场", ">=96场/year"],
  ["全年开展40节", "=40节/year"],
  ["每年度2次", "=2次/year"],
  ["2次/月", "=2次/month"],
  ["不少于1篇/周", ">=1篇/week"],
  ["1场/季度", "=1场/quarter"],
  ["4次/年", "=4次/year"],
  ["每月不少于一次", ">=1次/month"],
  ["每季度两场", "=2场/quarter"],
  ["全年十二期", "=12期/year"],
  ["一年不少于二十次", ">=20次/year"],
  ["月均不少于30人次", ">=30人次/month"],
  ["按月提交1份", "=1份/month"],
  ["不少于2次/人/年", ">=2次/year"],
  ["四个季度各1次", "=1次/quarter"],
])("with its period: %s", (text, target) => {
  expect(found(text)).toEqual([toTarget(target)]);
});

test.each([
  ["一次", "=1次"],
  ["两场", "=2场"],
  ["不少于三名", ">=3名"],
  ["至少十五户", ">=15户"],
  ["不少于一百二十人次", ">=120人次"],
  ["二十四小时内", "<=24小时"],
  ["三个工作日内", "<=3个工作日"],
  ["不超过五个工作日", "<=5个工作日"],
  ["开展培训十次以上", ">=10次"],
  ["两千人次以上", ">=2000人次"],
])("Chinese numerals: %s", (text, target) => {
  expect(found(text)).toEqual([toTarget(target)]);
});

test.each([
  ["不少于4场，每场不少于30人", [">=4场", ">=30人"]],
  ["全年不少于8场，每场20人以上", [">=8场/year", ">=20人"]],
  ["1.培训不少于6次；2.参训不少于180人次", [">=6次", ">=180人次"]],
  ["（1）走访50户（2）建档50份", ["=50户", "=50份"]],
  ["每月2次，每次不少于1小时", ["=2次/month", ">=1小时"]],
  ["满意度95%以上，投诉处理率100%", [">=95%", "=100%"]],
  ["2-3次", [">=2次", "<=3次"]],
  ["每次10~15人", [">=10人", "<=15人"]],
  ["24小时内响应，3个工作日内办结", ["<=24小时", "<=3个工作日"]],
  ["不少于5场或100人次", [">=5场", ">=100人次"]],
  ["每季度1次，全年4次", ["=1次/quarter", "=4次/year"]],
  ["活动不少于10场、服务不少于500人次、宣传稿不少于6篇", [">=10场", ">=500人次", ">=6篇"]],
  ["全年1,200人次，月报12份", ["=1200人次/year", "=12份"]],
  ["服务3万人次以上", [">=30000人次"]],
])("several in a cell: %s", (text, targets) => {
  expect(found(text)).toEqual(targets.map(toTarget));
});

describe("prose sets no target", () => {
  test.each([
    "按甲方要求完成",
    "建立健全各项制度",
    "档案齐全、资料完整",
    "由第三方进行评估",
    "于2025年6月30日前完成",
    "依据《条例》第十二条执行",
    "做到一户一档",
    "定期开展",
    "统一着装，文明服务",
    "参照附件3",
    "及时响应",
    "与第一责任人签字确认",
    "24小时值班",
    "实行8小时工作制",
    "打造15分钟生活圈",
    "联系电话：020-81234567",
    "",
  ])("%s", (text) => {
    expect(findTargets(text)).toEqual([]);
  });
});

test("a period that has no name is told by the printed words", () => {
  expect(findTargets("每半年不少于1次")).toEqual([{ ...toTarget(">=1次"), raw: "每半年不少于1次" }]);
  expect(findTargets("每两个月开展2场")).toEqual([{ ...toTarget("=2场"), raw: "每两个月开展2场" }]);
});

test("the words that say it are kept as printed", () => {
  expect(findTargets("全年开展不少于8场，覆盖率100%").map(({ raw }) => raw)).toEqual(["不少于8场", "100%"]);
  expect(findTargets("满意率达到95%以上").map(({ raw }) => raw)).toEqual(["95%以上"]);
});

test("no text breaks it, and what it finds stands in the text", () => {
  const letters = fc.constantFrom(
    ..."每月季度年全第不少于至以上内超过0123456789.,，。；、()（）%一二两十百千万场次人个小时工作日/-~≥≤\n \u0000",
  );
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 30 }), (chars) => {
      const text = chars.join("");
      for (const { raw, value } of findTargets(text)) {
        expect(text).toContain(raw);
        expect(Number.isFinite(value)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test("any plain target, however it is worded", () => {
  const least = fc.constantFrom("不少于", "不低于", "至少", "≥", "应不少于");
  const period = fc.constantFrom<[string, Target["per"]]>(
    ["", null],
    ["每月", "month"],
    ["每季度", "quarter"],
    ["每周", "week"],
    ["全年", "year"],
    ["每年", "year"],
  );
  const unit = fc.constantFrom("场", "次", "人次", "户", "名", "份", "篇", "期", "节", "课时", "小时");
  const verb = fc.constantFrom("", "开展活动", "组织培训", "走访慰问", "服务");
  fc.assert(
    fc.property(
      period,
      verb,
      least,
      fc.integer({ min: 1, max: 9999 }),
      unit,
      ([when, per], does, than, value, counted) => {
        expect(found(`${when}${does}${than}${value}${counted}`)).toEqual([
          { comparison: "at-least", value, unit: counted, per },
        ]);
      },
    ),
    { numRuns: 300 },
  );
});
