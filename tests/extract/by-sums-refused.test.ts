import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const ROLES = "甲方：河口镇政府 乙方：安顺公司";
const LIST = ["合同总价为100,000元。", "1. 人员费30,000元；", "2. 设备费40,000元；", "3. 差旅费20,000元。"];

describe("a list that doesn't come out stays a finding", () => {
  test.each<[string, string[]]>([
    ["money that someone manages is no part", [...LIST, "二、服务内容", "乙方协助甲方管理周转金10,000元。"]],
    ["nor is what a thing is worth", [...LIST, "二、双方权利", "甲方为乙方配备价值10,000元的办公设备。"]],
    ["nor what is sold", [...LIST, "二、服务目标", "完成销售额10,000元。"]],
    ["nor any lone sum under another heading", [...LIST, "二、服务内容", "组织活动2场，活动经费10,000元。"]],
  ])("%s", (_, words) => {
    const { findings, lines } = outlineOf("服务合同", ROLES, "一、合同价款", ...words);
    expect(findings).toEqual(["total-equals-sum 合计"]);
    expect(lines).toHaveLength(3);
  });

  test.each<[string, string[]]>([
    [
      "two items of one amount are two",
      [
        "合同总价为91,650元。",
        "1. 人员费40,100元；",
        "2. 设备费31,250元；",
        "3. 差旅费31,250元；",
        "4. 培训费20,300元。",
      ],
    ],
    [
      "an item too many is left out of no list",
      [
        "合同总价为91,650元。",
        "1. 人员费40,100元；",
        "2. 设备费31,250元；",
        "3. 差旅费20,300元；",
        "4. 培训费15,777元。",
      ],
    ],
  ])("%s, and told, for the sum lies too far off to blame the paper", (_, words) => {
    const { findings, lines, problems } = outlineOf("服务合同", ROLES, "一、合同价款", ...words);
    expect(findings).toEqual([]);
    expect(problems).not.toEqual([]);
    expect(lines).toHaveLength(4);
  });

  test("a total of some items only is none of all of them", () => {
    const { findings } = outlineOf(
      "服务合同",
      ROLES,
      "一、合同价款",
      "1. 人员费100,500元；",
      "2. 设备费120,300元；",
      "3. 培训费30,000元。",
      "以上三项中的前两项合计220,900元。",
    );
    expect(findings).toEqual([]);
  });
});

test("a long paragraph of counts and prices takes no long time", () => {
  const counts = Array.from(
    { length: 40 },
    (_, at) => `${at + 2}台${at + 3}个${at + 4}次设备单价${at + 5}元`,
  );
  const start = performance.now();
  outlineOf("服务合同", ROLES, "一、合同价款", `${counts.join("，")}，计88,888元。`, "合同总价为88,888元。");
  expect(performance.now() - start).toBeLessThan(3000);
});

test("a whole that is parted anew among the sides is told once", () => {
  const { problems, findings } = outlineOf(
    "服务合同",
    ROLES,
    "一、合同价款",
    "合同总价为100,000元，包括：",
    "1. 人员费60,300元；",
    "2. 设备费39,700元。",
    "上述款项由甲方承担6万元，其余4万元由财政补助。",
  );
  expect([...problems, ...findings]).toEqual([]);
});

test("a sum that only rounded lines excuse is told where two of its digits are changed about", () => {
  const amended = (total: string) =>
    outlineOf(
      "补充协议",
      ROLES,
      "一、原合同约定服务总价为146.8万元，其中：平台运维42万元；设备维保56.6万元；链路租用31.2万元；驻场人员17万元。",
      "二、变更内容",
      "1、设备维保由56.6万元变更为60.85万元。",
      "2、链路租用由31.2万元变更为34.56万元。",
      "3、平台运维仍为42万元，驻场人员仍为17万元，均不变更。",
      `变更后服务总价为人民币${total}万元。`,
    );
  expect(amended("154.14").problems).toHaveLength(1);
  expect(amended("154.41").problems).toEqual([]);
  expect(amended("154.41").lines.filter((line) => line.startsWith("平台运维"))).toEqual([
    "平台运维 420000",
    "平台运维 420000",
  ]);
});

test("合同期 is no word of comparison", () => {
  const { totals } = outlineOf(
    "物业服务合同",
    ROLES,
    "第三条　物业服务费",
    "合同期内物业服务费总额为人民币5,596,400.00元，大写：伍佰伍拾玖万陆仟肆佰元整。费用明细如下表所列：",
  );
  expect(totals).toEqual(["original 总5596400 大写5596400"]);
});

test("a line that the words tell is left out of no list, though the others come to the total", () => {
  const { lines, findings } = outlineOf(
    "服务合同",
    ROLES,
    "一、合同价款",
    "合同总价为91,650元，包括：",
    "1. 人员费40,100元；",
    "2. 奖金15,777元；",
    "3. 设备费31,250元；",
    "4. 差旅费20,300元。",
  );
  expect(lines).toHaveLength(4);
  expect(findings).toEqual(["total-equals-sum 合计"]);
});
