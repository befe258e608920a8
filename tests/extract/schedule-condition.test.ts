import { describe, expect, test } from "vitest";
import { findSchedules } from "../../src/extract/find-schedules.ts";
import { flowOf } from "../support/flow.ts";

const conditionsOf = (...clause: string[]): (string | undefined)[] =>
  findSchedules(flowOf("第三条 付款方式", ...clause)).schedules.flatMap(({ instalments }) =>
    instalments.map(({ condition }) => condition?.value),
  );

describe("what an instalment depends on", () => {
  test("stands without the number and the name of its instalment", () => {
    expect(
      conditionsOf(
        "付款安排：（1）首期款：设备到货后支付30万元；（2）第二期款：系统验收通过后支付60万元；（3）尾款：满一年后支付10万元。",
      ),
    ).toEqual(["设备到货后", "系统验收通过后", "满一年后"]);
  });

  test("ends before the word for paying", () => {
    expect(conditionsOf("付款：样品封样后付三成，计3万元；全部交货后付七成，计7万元。")).toEqual([
      "样品封样后",
      "全部交货后",
    ]);
  });

  test("may be any clause before who pays", () => {
    expect(
      conditionsOf(
        "1．半年考评在八十分及以上，采购人支付合同总价的40%，计40万元；",
        "2．全年考评在八十分及以上，采购人支付合同总价的60%，计60万元。",
      ),
    ).toEqual(["半年考评在八十分及以上", "全年考评在八十分及以上"]);
  });

  test("may stand behind the sum, or behind what is left to pay", () => {
    expect(
      conditionsOf(
        "（1）签约款：签约后支付合同总价的90%，计90万元；",
        "（2）质保金：合同总价的10%，计10万元，缺陷责任期届满后无息返还。",
      ),
    ).toEqual(["签约后", "缺陷责任期届满后"]);
    expect(conditionsOf("开工后支付合同总价的60%，其余款项于决算审定后结清。")).toEqual([
      "开工后",
      "决算审定后",
    ]);
  });
});
