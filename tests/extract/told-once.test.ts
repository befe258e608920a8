import { expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";
import { recordOf } from "./unseen/judge-told.ts";
import { told } from "./unseen/told.ts";

test.each<[rest: string, shares: (string | null)[]]>([
  ["余3%作为质保金，质保期满后一次性付清", ["30", "50", "17", "3"]],
  ["质保期满后一次性付清", ["30", "50", "17", null]],
])("the rest of a price is one payment: %s", (rest, shares) => {
  const { scan } = told(
    "rest",
    [
      ...["采购合同", "一、合同价款", "合同总价1,000,000元（大写：壹佰万元整）。", "二、付款方式"],
      `合同签订后支付30%，竣工验收后付至80%，审计后升至97%，${rest}。`,
    ],
    {},
  );
  const [schedule] = recordOf(scan).schedules;
  expect(schedule.instalments.slice(0, 3).map(({ percent }) => percent?.percent)).toEqual(shares.slice(0, 3));
  expect(schedule.instalments).toHaveLength(4);
});

test("a tax told before a list and in it stands in the list", () => {
  const outline = outlineOf(
    ...["服务合同", "一、费用"],
    "不含税价100,000元，增值税6,000元，合同总价为106,000元（大写：壹拾万陆仟元整）。其中专家费60,000元，差旅费40,000元，税金6,000元。",
  );
  expect(outline.lines).toEqual(["专家费 60000", "差旅费 40000", "税金 6000"]);
});

test.each<[tax: string, rates: string, problems: number]>([
  ["9,800", "设备和安装服务分别按适用税率开具发票。", 0],
  ["9,800", "乙方开具发票。", 1],
  ["19,800", "设备和安装服务分别按适用税率开具发票。", 1],
])("a tax of %s at rates that no number tells: %s", (tax, rates, problems) => {
  const outline = outlineOf(
    ...["采购合同", "一、合同价款"],
    `本合同总价（含税）为100,000元（大写：壹拾万元整），其中增值税税额${tax}元。${rates}`,
  );
  expect(outline.problems).toHaveLength(problems);
});
