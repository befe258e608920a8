import { expect, test } from "vitest";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { told } from "./unseen/told.ts";

const SOURCE = { fileName: "a.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

const recordOf = (...parts: string[]) => recognizedToRecord(told("leaving", parts, {}).scan, SOURCE);

const paidIn = (clause: string): number[] =>
  recordOf(
    "设备租赁合同",
    "一、租金及支付",
    "租赁期内租金总额为72,000.00元，按季度等额支付，每季度18,000.00元，共支付4次。",
    clause,
  ).schedules.flatMap(({ instalments }) => instalments.map(({ occurrences }) => occurrences));

test.each([
  "第九条 提前退租。乙方提前退租应提前30日书面通知，并支付剩余租期租金的20%作为补偿。",
  "二、其他。单方解除本合同的，应向对方支付合同总价的10%作为违约金。",
  // Behind a break of columns the words before it stand in another paragraph.
  "租金的20%作为补偿。",
  // A comma read as a semicolon.
  "第九条 提前退租。乙方提前退租应提前30日书面通知；并支付剩余租期租金的20%作为补偿。",
  "二、其他。甲方中途终止的，支付剩余费用的30%作为对乙方的补偿。",
])("what the one who leaves early owes is no payment: %s", (clause) => {
  expect(paidIn(clause)).toEqual([4]);
});

test("what is paid as a compensation that was agreed upon is one", () => {
  const { schedules } = recordOf(
    "征收补偿协议",
    "一、补偿款",
    "补偿款总额为200,000元。",
    "二、支付方式",
    "协议签订后支付总额的30%作为首期补偿款，腾空交付后支付总额的70%。",
  );
  const shares = schedules.flatMap(({ instalments }) => instalments.map(({ percent }) => percent?.percent));
  expect(shares).toEqual(["30", "70"]);
});
