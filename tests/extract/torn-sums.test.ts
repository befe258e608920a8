import { expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const told = (devices: string) =>
  outlineOf(
    "服务合同",
    "一、合同价款",
    `合同总价为600,000元，包括：（一）人员费：¥300,000.00（占50%）；（二）设备费：${devices}（占18.6%）；（三）差旅费：¥188,400.00（占31.4%）。`,
  );

test("a sum with letters for digits is told, and nothing is blamed for what it leaves out", () => {
  for (const seen of ["111lL,600.00", "¥1l1,600.00", "111,6O0.00元", "¥I11,600.00"]) {
    const { findings, problems } = told(seen);
    expect(findings).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
  }
  expect(told("¥111,600.00")).toMatchObject({ findings: [], problems: [] });
});

test("no code, measure or type is such a sum", () => {
  const { problems } = outlineOf(
    "采购合同",
    "一、合同价款",
    "合同总价为600,000元，包括：电缆（YJV4x2.50，型号2B15）200,000元；机柜（规格3S1，编号BZ0,123）400,000元。",
  );
  expect(problems.join()).not.toContain("有的数字无法辨认");
});
