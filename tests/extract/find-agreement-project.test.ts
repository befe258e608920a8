import { describe, expect, test } from "vitest";
import { concatTexts } from "../../src/extract/evidence.ts";
import { findProjectCode } from "../../src/extract/find-agreement-project.ts";
import { findProjectName } from "../../src/extract/find-project-name.ts";
import { flowOf, normalText, paragraph } from "../support/flow.ts";

const codeIn = (...parts: string[]) => findProjectCode(flowOf(...parts))?.value ?? null;
const nameIn = (...parts: string[]) => findProjectName(flowOf(...parts))?.value ?? null;

describe("the code of the project, not of a thing it speaks of", () => {
  test.each([
    [["水质监测合同", "项目名称：水质监测服务（项目编号：ZC2024-018）", "设备编号：SB-0001"], "ZC2024-018"],
    [
      ["补充协议", "双方就水质监测（合同编号：HT2024-018）达成补充协议。", "发票编号：FP-99812"],
      "HT2024-018",
    ],
    [
      ["合同", "依据政府采购结果（项目编号：CG-2025-7）订立。", "开户行编号：102331-2", "车辆编号：C-2201"],
      "CG-2025-7",
    ],
    [["合同", "（项目编号：CG-2025-7）", "合同编号：HT-2025-88"], "CG-2025-7"],
    [["合同", "合同编号：HT-2025-88", "依据中标结果（招标编号：ZB-2025-3）订立。"], "HT-2025-88"],
    [["合同", "编号：QT-2025-006", "依据磋商结果（磋商编号：CS-2025-3）订立。"], "QT-2025-006"],
    [["合同", "合同编号：HT-2025-88", "经公开招标（项目编号：CG-2025-7）确定乙方为中标人。"], "HT-2025-88"],
    [["合同", "经竞争性磋商（项目编号：CG-2025-7）确定乙方为成交人。"], "CG-2025-7"],
    [["合同", "合同编号：HT-2025-88", "实施水质监测服务（项目编号：CG-2025-7）。"], "CG-2025-7"],
    [
      [
        "补充协议",
        "双方签订了服务合同（合同编号：HT-2023-06，以下称原合同）。",
        "现签订本补充协议（协议编号：HT-2023-06-B1）。",
      ],
      "HT-2023-06-B1",
    ],
    [["补充协议", "原合同编号：HT-2023-06", "协议编号：HT-2023-06-B1"], "HT-2023-06-B1"],
    [["补充协议", "原合同编号：HT-2023-06"], "HT-2023-06"],
    [["补充协议", "协议编号：HT-2023-06-B1.原合同编号：HT-2023-06"], "HT-2023-06-B1"],
    [["合同", "资产编号：ZC-0001；图纸编号：TZ-2025-02"], null],
  ])("%s", (parts, code) => expect(codeIn(...parts)).toBe(code));
});

test("a labelled name ends before the bracket of a code", () =>
  expect(nameIn("合同", "项目名称：水质监测服务（项目编号：ZC2024-018）")).toBe("水质监测服务"));

describe("the project's name, no piece of a sentence", () => {
  test.each([
    ["三方就联合培养机械领域工程硕士事宜，达成以下协议。", null],
    ["双方就开展土木工程专业实习事宜达成协议。", null],
    ["甲乙双方就软件工程师外派服务签订本合同。", null],
    ["双方就课题组成员聘用事宜订立本协议。", null],
    ["为实施工程量清单编制工作，签订本合同。", null],
    ["双方就项目经理派驻事宜达成一致。", null],
    ["甲方委托乙方承担工程类职业资格培训，签订本合同。", null],
    ["双方就城北片区雨污分流改造工程施工事宜，签订本合同。", "城北片区雨污分流改造工程"],
    ["甲乙双方就智慧校园建设项目达成如下协议。", "智慧校园建设项目"],
    ["双方就“河湖健康评价项目”有关事项订立本合同。", "河湖健康评价项目"],
    ["双方就土壤修复技术研究课题签订本合同。", "土壤修复技术研究课题"],
    ["甲乙双方就老城区供热管网改造工程的设计事宜订立合同。", "老城区供热管网改造工程"],
  ])("%s", (sentence, name) => expect(nameIn("合同书", sentence)).toBe(name));
});

describe("a project that the agreement calls so, an event, and what a changed agreement was about", () => {
  test.each([
    [
      "乙方申请的“河畔有书”流动图书车项目（以下简称“本项目”）经甲方理事会审议通过。",
      "“河畔有书”流动图书车项目",
    ],
    ["为支持河畔阅读推广项目的实施，双方达成如下协议。", "河畔阅读推广项目"],
    ["甲方定于乙方处举办“2026年全市乡村医生轮训班”，双方约定如下。", "2026年全市乡村医生轮训班"],
    ["双方签订了《2026年城区河道保洁项目委托协议》（项目编号：HD-2026-3）。", "2026年城区河道保洁项目"],
    ["双方签订了《城区河道保洁项目委托协议》（以下简称“原协议”）。", null],
    ["甲方委托本项目费用为人民币381,000.00元。", null],
    ["为保证暑期招生及工程施工期间的安全，双方签订本协议。", null],
  ])("%s", (sentence, name) => expect(nameIn("合同书", sentence)).toBe(name));
});

describe("the project whose award an agreement follows", () => {
  test.each([
    [
      "依据北港污水厂提标改造项目（招标编号：ZB-2026-11）的中标结果，双方订立本合同。",
      "北港污水厂提标改造项目",
    ],
    ["根据智慧水务平台建设项目（项目编号：CG-7-2026）竞争性磋商结果，签订本合同。", "智慧水务平台建设项目"],
    ["按照“河道视频监控工程”的评标结果，甲乙双方签订本合同。", "河道视频监控工程"],
    ["根据甲方“2025—2026年度耗材院内采购项目”遴选结果，双方签订本合同。", "2025—2026年度耗材院内采购项目"],
    ["根据《政府采购法》和本项目（招标编号：ZB-2026-11）的中标结果，双方签订本合同。", null],
    ["依据该项目的采购结果，双方签订本合同。", null],
    ["根据《中华人民共和国民法典》，双方就有关事宜订立合同。", null],
  ])("%s", (sentence, name) => expect(nameIn("合同书", sentence)).toBe(name));
});

describe("a name's brackets are closed", () => {
  test.each([
    ["项目名称：城区供水管网监测服务（", "城区供水管网监测服务"],
    ["项目名称：城区供水管网监测服务（项目编号：ZC-2026-018）", "城区供水管网监测服务"],
    ["项目名称：城区供水管网监测服务（二期）", "城区供水管网监测服务（二期）"],
    ["项目名称：城区供水管网监测服务（二期）（合同编号：ZC-2026-018）", "城区供水管网监测服务（二期）"],
  ])("%s", (line, name) => expect(nameIn("合同书", line)).toBe(name));
});

test("a code ends where the next line begins with a label, and goes on where it doesn't", () => {
  const inLines = (...lines: string[]) =>
    findProjectCode([{ ...paragraph(""), content: concatTexts(lines.map((line) => normalText(line))) }])
      ?.value;
  expect(inLines("合同编号：HPLH-2024-093", "发包人（甲方）：和平区园林绿化服务中心")).toBe("HPLH-2024-093");
  expect(inLines("合同编号：DLZC（2024）第", "1126号")).toBe("DLZC（2024）第1126号");
});

test("a code ends where another label stands behind a gap", () => {
  const content = normalText("协议编号：QS-2024-003-补1原合同编号：QS-2024-003");
  const at = content.text.indexOf("原");
  const glyphs = content.glyphs.map((glyph, index) => {
    const [x0, y0, x1, y1] = glyph.box;
    return { ...glyph, box: index < at ? glyph.box : ([x0 + 40, y0, x1 + 40, y1] as typeof glyph.box) };
  });
  expect(findProjectCode([{ ...paragraph(""), content: { ...content, glyphs } }])?.value).toBe(
    "QS-2024-003-补1",
  );
});

describe("a code whose readers saw unlike strokes", () => {
  const codeOf = (saw: { start: number; length: number; saw: string }) => {
    const content = normalText("合同编号：SXZWWY2024-12");
    const rival = { reader: "another", confidence: 0.9, ...saw };
    return findProjectCode([
      { kind: "paragraph", content: { ...content, rivals: [rival] }, lineStarts: [0] },
    ]);
  };

  test("bears the hyphens that any reader saw, and stays doubtful", () => {
    expect(codeOf({ start: 5, length: 6, saw: "SXZW-WY-" })).toMatchObject({
      value: "SXZW-WY-2024-12",
      trust: "doubtful",
    });
  });

  test("keeps its characters where a reader saw others", () => {
    expect(codeOf({ start: 5, length: 6, saw: "SXZVV-WY" })?.value).toBe("SXZWWY2024-12");
  });
});
