import { expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const told = (...parts: string[]): string =>
  outlineOf("房屋租赁合同", "甲方：望海区文化馆 乙方：安泰物业服务有限公司", ...parts).problems.join();

test.each<[what: string, tell: (figure: string) => string, right: string, wrong: string]>([
  [
    "a rent by the square metre of an area told elsewhere",
    (rent) => told(`一、房屋面积862平方米。租金为每平方米每月${rent}元，即每月38,790元，每年465,480元。`),
    "45",
    "46",
  ],
  [
    "what comes to each month",
    (mean) => told(`一、服务费总额2,282,214元（大写：贰佰贰拾捌万贰仟贰佰壹拾肆元整），折合每月${mean}元。`),
    "190,184.50",
    "180,184.50",
  ],
  [
    "a deposit of two months",
    (deposit) =>
      told("一、每月租金38,790元，租金总额465,480元。", `二、押金${deposit}元（相当于两个月租金）。`),
    "77,580",
    "75,780",
  ],
  [
    "what has been paid so often",
    (paid) =>
      told("一、监理费总额1,020,000元，分十次支付，每次102,000元。", `二、委托人已付5次，计${paid}元。`),
    "510,000",
    "501,000",
  ],
])("%s", (_, tell, right, wrong) => {
  expect(tell(right)).not.toContain("倍数");
  expect(tell(wrong)).toContain("倍数");
});

test.each([
  "一、年租金120,000元，每月物业费2,300元。",
  "一、服务费总额100,000元，约合每月8,333元。",
  "一、服务费总额100,000元，折合每月8,333.33元。",
  "一、租金总额465,480元。押金为两个月租金。",
])("sound: %s", (text) => {
  expect(told(text)).not.toContain("倍数");
});
