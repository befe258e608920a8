import { expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const notAll = (raw: string): string =>
  `“${raw}”：此比例未能归入任何一项，所列各项比例之和也不是100%，请核对原件`;

test.each<[told: string, problems: string[]]>([
  ["其中设备占30%，人员占80%。", [notAll("30%"), notAll("80%")]],
  ["其中设备占合同总价的30%，人员占50%，其他占10%。", [notAll("30%"), notAll("50%"), notAll("10%")]],
  // Sound neighbours.
  ["其中设备占30%，人员占70%。", []],
  ["其中设备占比不超过30%，人员占比不低于50%。", []],
  ["增值税率6%，管理费按5%计取，绩效占比10%。", []],
  ["其中设备费60,000元，占30%，人员费140,000元，占70%。", []],
])("shares of the whole without sums: %s", (told, problems) => {
  const outline = outlineOf("服务合同", "一、合同价款", `合同总价为200,000元，${told}`);
  expect([outline.findings, outline.problems]).toEqual([[], problems]);
});

test("shares of what is paid are none", () => {
  const outline = outlineOf(
    "服务合同",
    "一、合同价款",
    "合同总价为200,000元。",
    "二、付款方式",
    "签约后支付60,000元，占30%，验收后支付140,000元，占70%。",
  );
  expect(outline.problems).toEqual([]);
});
