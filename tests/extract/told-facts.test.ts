import { expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { told } from "./unseen/told.ts";

/** Sides, days, names and codes of agreements, told in ways of their own, as `from to months`, `role=name` and the like. */
function factsOf(...lines: string[]): Record<"parties" | "term" | "signed" | "project" | "code", string> {
  const { agreement } = recordOf(told("facts", ["服务合同", ...lines], {}).scan);
  const { term } = agreement;
  return {
    parties: agreement.parties.map(({ role, name }) => `${role}=${name.value}`).join(" "),
    term: term ? `${term.from.value} ${term.to.value} ${term.months ?? "-"}` : "none",
    signed: agreement.signedOn?.value ?? "none",
    project: agreement.projectName?.value ?? "none",
    code: agreement.projectCode?.value ?? "none",
  };
}

const BOTH = ["甲方：和田市水务局", "乙方：昆仑测控有限公司"];

test.each([
  [
    ["客户：海曙智联信息技术有限公司（“客户”）", "服务商：云栈数据运营（青浦）有限公司（“服务商”）"],
    "客户=海曙智联信息技术有限公司 服务商=云栈数据运营（青浦）有限公司",
  ],
  [
    ["聘请方：", "溪桥医药连锁股份有限公司（下称公司）", "受聘方：", "北辰衡正律师事务所（下称律所）"],
    "聘请方=溪桥医药连锁股份有限公司 受聘方=北辰衡正律师事务所",
  ],
  [
    ["发包单位：桐浦水务管理所，地址：河滨路8号", "承包单位：碧岸环境工程有限公司，地址：学苑路2号"],
    "发包单位=桐浦水务管理所 承包单位=碧岸环境工程有限公司",
  ],
  // A sentence below a label is no name.
  [
    ["甲方：和田市水务局", "乙方：昆仑测控有限公司", "丙方：", "本合同由三方在和田市订立，共同遵守。"],
    "甲方=和田市水务局 乙方=昆仑测控有限公司",
  ],
])("the sides of %j", (lines, parties) => {
  expect(factsOf(...lines).parties).toBe(parties);
});

test.each([
  ["开发进度", "自2025年4月1日启动，2026年1月31日前完成终验，共10个月。", "2025-04-01 2026-01-31 10"],
  [
    "工期",
    "供方应于2025年11月10日进场，2026年1月31日前完成全部24座的安装、调试。",
    "2025-11-10 2026-01-31 -",
  ],
  ["期限", "项目期指自2025年6月1日至2030年5月31日的60个月。", "2025-06-01 2030-05-31 60"],
  [
    "期限",
    "服务期为2024年3月1日至2025年8月31日，共18个月。履约保函金额不变，有效期顺延至2026年3月31日。",
    "2024-03-01 2025-08-31 18",
  ],
  // What is made longer beside a guarantee is still the term.
  [
    "期限",
    "服务期为2024年3月1日至2025年8月31日。合同期限延长至2026年3月31日，履约保函有效期相应顺延。",
    "2024-03-01 2026-03-31 -",
  ],
  // Days of a delivery, without a word of a term, are none.
  ["设备", "乙方于2025年3月1日进场，2025年3月10日前完成设备安装。", "none"],
  [
    "期限",
    "服务期自2025年6月1日至2026年5月31日，其中2025年6月1日至2025年6月30日的1个月内为过渡期。",
    "2025-06-01 2026-05-31 -",
  ],
])("the term under %s: %s", (heading, sentence, term) => {
  expect(factsOf(...BOTH, `一、${heading}`, sentence).term).toBe(term);
});

test.each([
  ["本合同以电子签章方式签署，签署完成日为2025年3月27日。", "2025-03-27"],
  ["本协议一式九份，三方各执三份，2026年6月22日签于丰原市。", "2026-06-22"],
  // What was signed before is another one.
  ["本协议依据原合同订立，原合同一式两份，于2024年1月5日签于丰原市文化馆并已履行。", "none"],
])("when %s was signed", (sentence, day) => {
  expect(factsOf(...BOTH, sentence, "甲方代表：　　　乙方代表：").signed).toBe(day);
});

test.each([
  ["作品名称：城市形象宣传片《岚水长歌》", "城市形象宣传片《岚水长歌》"],
  ["开发项目：启岳集团供应链协同平台二期", "启岳集团供应链协同平台二期"],
  ["一、项目名称及地点：石岭县后续造林项目，地点为大青山乡、柳树坪镇。", "石岭县后续造林项目"],
  ["本项目全称“曲塬县幸福餐桌助餐服务项目”，政府采购计划号QYCG-2025-1187。", "曲塬县幸福餐桌助餐服务项目"],
  ["本项目名称以立项批复为准。", "none"],
])("the project of %s", (sentence, project) => {
  expect(factsOf(...BOTH, sentence).project).toBe(project);
});

test("a plan's number is a code", () => {
  expect(factsOf(...BOTH, "本项目政府采购计划号QYCG-2025-1187。").code).toBe("QYCG-2025-1187");
});
