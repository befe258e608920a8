import { expect, test } from "vitest";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { told } from "./unseen/told.ts";

const SOURCE = { fileName: "told.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

test.each([
  ["元", ""],
  ["", "元"],
  ["", ""],
])("@1,680.00%s，2,083,200.00%s: the price of one, and what so many come to", (unit, unitBehind) => {
  const items = [
    `1.台式计算机1240台，@1,680.00${unit}，2,083,200.00${unitBehind}；`,
    `2.打印机100台，@2,360.00${unit}，236,000.00${unitBehind}；`,
    `3.扫描仪50台，@1,600.00${unit}，80,000.00${unitBehind}。`,
  ];
  const parts = ["设备采购合同", "一、合同总价为2,399,200.00元，具体如下：", ...items];
  const { budgets, findings } = recognizedToRecord(told("at-prices", parts, {}).scan, SOURCE);
  expect(budgets[0].lines.map(({ unitPrice, amount }) => [unitPrice?.fen, amount.fen])).toEqual([
    [168_000, 208_320_000],
    [236_000, 23_600_000],
    [160_000, 8_000_000],
  ]);
  expect(findings).toEqual([]);
});
