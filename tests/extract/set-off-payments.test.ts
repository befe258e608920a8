import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const of = (...parts: string[]) =>
  outlineOf("委托培训协议", "甲方：望海区文化馆 乙方：安泰物业服务有限公司", ...parts);

describe("what stands among payments and is none", () => {
  test("what is settled before the advance is set off", () => {
    const paid = (each: string) =>
      of(
        "三、经费",
        "培训经费总计45万元，大写肆拾伍万元整。",
        "四、经费支付",
        "1.协议签订后10个工作日内，甲方预付总额的30%，即13.5万元。",
        `2.每期培训结束后结算，每期结算额15万元，抵扣预付款4.5万元后，每期实付${each}万元，三期共31.5万元。`,
      );
    expect([paid("10.5").findings, paid("10.5").problems]).toEqual([[], []]);
  });

  test("a price by the time and what comes on top", () => {
    const { findings } = of(
      "第二条 每次清洗费3,300元，每年清洗5次，全年费用16,500元，另收药剂费500元，由甲方据实支付。",
      "第三条 清洗费总额16,500元，按次结算。",
    );
    expect(findings).toEqual([]);
  });
});

test("one sum that wasn't understood makes up what the others lack: it is told, and the paper isn't accused", () => {
  const quarters = (last: string) =>
    of(
      `服务费总额116,000元，第一季度47,500元、第二季度32,000元、第三季度22,500元、第四季度${last}元，于每季度末支付。`,
    );
  expect(quarters("14,000").findings).toEqual([]);
  expect(quarters("18,000").findings).toEqual([]);
  expect(quarters("18,000").problems.join()).toContain("18,000");
});
