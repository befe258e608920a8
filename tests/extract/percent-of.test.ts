import { expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { told } from "./unseen/told.ts";

// A share of a part of the price: which part is a field of its own, and the share's raw text is as printed.

const read = (...payments: string[]) =>
  recordOf(
    told(
      "x",
      [
        "设备采购合同",
        "第一条 合同总价为1000000元，其中设备费800000元，安装费200000元。",
        "第二条 付款方式",
        ...payments,
      ],
      {},
    ).scan,
  );

const sharesOf = ({ schedules }: ReturnType<typeof read>) =>
  schedules.flatMap(({ instalments }) =>
    instalments.map(({ percent, percentOf }) => [percentOf?.value, percent?.percent, percent?.raw]),
  );

test("a share names its part where the paper does", () => {
  const record = read(
    "合同签订后10日内，支付设备费的60%，计480000元；到货后10日内，支付设备费的40%，计320000元；安装完成后支付安装费的100%，计200000元。",
  );
  expect(sharesOf(record)).toEqual([
    ["设备费", "60", "60%"],
    ["设备费", "40", "40%"],
    ["安装费", "100", "100%"],
  ]);
  expect(record.findings).toEqual([]);
});

test("a wrong sum of such a share is told", () => {
  const record = read(
    "合同签订后10日内，支付设备费的60%，计500000元；到货后10日内，支付设备费的40%，计320000元；安装完成后支付安装费的100%，计200000元。",
  );
  expect(record.findings.map(({ ruleId }) => ruleId)).toContain("instalment-percent-of-total");
});

test("a share of the whole names none", () => {
  const record = read(
    "合同签订后10日内，支付合同总价的60%，计600000元；验收后10日内，支付合同总价的40%，计400000元。",
  );
  expect(sharesOf(record).map(([part]) => part)).toEqual([undefined, undefined]);
});
