import { describe, expect, test } from "vitest";
import { mendMisread } from "../../src/normalize/mend-misread.ts";
import { normalText } from "../support/flow.ts";

const read = (text: string) => normalText(text, { confidence: 0.95 });
const mended = (text: string): string => mendMisread(read(text)).text;

describe("what its surroundings rule out is the one character that fits", () => {
  test.each([
    ["2024午5月至2025年4目每月支付", "2024年5月至2025年4月每月支付"],
    ["2025多3月", "2025年3月"],
    ["签订日期：二（二六年八月", "签订日期：二〇二六年八月"],
    ["签订日期：二C二四年八月入日", "签订日期：二〇二四年八月八日"],
    ["签订日期：二二四年八月八日", "签订日期：二〇二四年八月八日"],
    ["甲方每目支付19.6万元", "甲方每月支付19.6万元"],
    ["绩效奖金207,500兀，占5%", "绩效奖金207,500元，占5%"],
    ["支付88.23万无；", "支付88.23万元；"],
    ["单位：方元", "单位：万元"],
    ["现变史为：合同总价", "现变更为：合同总价"],
    ["愿合同约定如下：", "原合同约定如下："],
    ["价税台计", "价税合计"],
    ["小汁", "小计"],
    ["恳额", "总额"],
    ["策二包：合同金额为61万元", "第二包：合同金额为61万元"],
    ["具中：人员费", "其中：人员费"],
    ["峻工验收后", "竣工验收后"],
    ["完成不少手九节", "完成不少于九节"],
    ["每次不低干20人", "每次不低于20人"],
    ["每李度开展应不少于36份", "每季度开展应不少于36份"],
    ["每个委度1次", "每个季度1次"],
  ])("%s", (seen, printed) => expect(mended(seen)).toBe(printed));

  test.each([
    ["单位；万元", "单位：万元"],
    ["第一包；合同金额为40万元", "第一包：合同金额为40万元"],
    ["按月支付；2025年6月—2025年9月", "按月支付：2025年6月—2025年9月"],
    ["至2025年12月。每月支付3万元", "至2025年12月，每月支付3万元"],
    ["验收合格后。甲方支付尾款", "验收合格后，甲方支付尾款"],
    ["支付进度款。为合同总价的40%", "支付进度款，为合同总价的40%"],
    ["由以下部分组成：（1〉办公经费", "由以下部分组成：（1）办公经费"],
    ["3,700.00）", "（3,700.00）"],
    ["总价为1,781；000.00元", "总价为1,781,000.00元"],
    ["总价为62；500.00元", "总价为62,500.00元"],
    ["西坪县2025一2026学年校车服务", "西坪县2025—2026学年校车服务"],
    ["服务站（2024一2025年度）运营", "服务站（2024—2025年度）运营"],
    ["工作日8:00一18:00驻场", "工作日8:00—18:00驻场"],
  ])("and so is a mark: %s", (seen, printed) => expect(mended(seen)).toBe(printed));

  test.each([
    "服务对象1597人，每月3次；365天无休",
    "自愿协议解除；至少计两次",
    "经费按月支付，2024年6月至2025年5月每月3万元",
    "培训12；参训300元一次",
    "完成2025一期2026年二期工程",
    "2025年一次性支付2026年余款",
    "不少手工课、不少干部，不高手不低手",
    "每委托一次，李度同志每秀一场",
    "分别为150、300元",
    "占总额的7.2%、绩效奖金共26.7万元",
    "《〈合同法〉解释》",
    "2025年第一季度、2025千元、2024至2025年",
    "项目经理3人、活动经理1名",
    "第二类服务费3万元，第三档经费4万元",
    "（单位：万瓶）",
    "上下半场两队，2024制度应公开",
    "首二年度经费；末三年度服务费",
    "分别为1,200、300元",
    "十二二四年三月一日；第二二三年级",
    "标准二（三四年级）；十二（一二年五月）",
    "玩具中的零件；具中级以上职称",
    "一、合同总价为人民币300,000.00元（大写：叁拾万元整）。",
  ])("what may well be printed stays: %s", (text) => expect(mended(text)).toBe(text));
});

test("a unit that was guessed makes its figure doubtful and keeps what was read", () => {
  const { text, glyphs } = mendMisread(read("工资207,500兀；"));
  const unit = glyphs[text.indexOf("元")];
  expect(unit.raw).toBe("兀");
  expect(unit.disturbed).toBe(true);
  expect(mendMisread(read("变史为：")).glyphs.some(({ disturbed }) => disturbed)).toBe(false);
});

test("what another reader saw right is no rival any more", () => {
  const rivals = [{ reader: "b", start: 1, length: 1, saw: "更", confidence: 0.6 }];
  expect(mendMisread({ ...read("变史为："), rivals }).rivals).toEqual([]);
});

test("逾朝 is 逾期", () => {
  expect(mendMisread(normalText("逾朝付款的，每日按0.05%支付违约金")).text).toContain("逾期付款");
});

test("what a text layer states stays", () => {
  expect(mendMisread(normalText("变史为：", { confidence: 1 })).text).toBe("变史为：");
});

test.each([
  "设备安装调试后，支付合同总价的30%",
  "合同的价款为人民币50000元",
  "按《质量验收规范》（2024版）执行，共2024版。",
  "每人补贴50多元，共3000余元，",
  "甲方已付合同总价的30%，另付人民币5000元",
  "前三条所述的费用估计为5000元",
  "双方自愿协议如下：",
  "平整后的场地，修整后交付；人员调动后，费用不变",
  "费用总计为8000元，上述小计为3000元",
  "其中心位于二楼，志愿项目十二项",
  "服务量（万人）",
  "单位：万次",
  "单位：无",
  "共1,200册，另1,200.50吨，计1,200名",
  "水资源项目与人力资源服务费按能源合同执行",
  "会计：张三，会计人员2名",
  "甲方拒付合同款；乙方暂付人民币5000元",
  "讲座、培训，等3次",
  "误差＜5%，响应时间＜30分钟",
  "2023年6月前一次性支付；2024年6月前支付300000元",
  "2024年2批支付",
  "金额12,000.00无误",
])("%s: what stands there by right stays", (text) => {
  expect(mendMisread(normalText(text)).text).toBe(text);
});
