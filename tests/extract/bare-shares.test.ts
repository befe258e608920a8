import { describe, expect, test } from "vitest";
import { detailsOf } from "../support/outline.ts";

const paid = (...told: string[]): ReturnType<typeof detailsOf> =>
  detailsOf("采购合同", "一、合同总价为人民币1,000,000元。", ...told);

describe("payments told by shares without a word for paying", () => {
  test.each([
    ["二、付款方式：合同签订后15日内30%，货到后60%，质保期满10%。"],
    ["二、付款：签约30%、到货60%、质保期满10%。"],
    ["二、甲方按下列比例支付：合同签订后30%；货到后60%；质保期满10%。"],
    ["二、付款进度：基础完工30%，主体封顶60%，余10%质保期满付清。"],
    [
      "二、付款方式：",
      "1. 合同签订后10个工作日内，30%；",
      "2. 货物全部到场，60%；",
      "3. 质保期满且无质量问题，10%。",
    ],
  ])("are read one by one: %s", (...told) => {
    const { payments, findings, problems } = paid(...told);
    expect({ payments, findings, problems }).toEqual({
      payments: ["- 30%", "- 60%", "- 10%"],
      findings: [],
      problems: [],
    });
  });

  test("are judged as a whole", () => {
    const { payments, findings } = paid(
      "二、各方应依下列进度拨付各自出资：签约后15日内30%，完成配方定型后30%，中试贯通后20%，结题验收后15%。",
    );
    expect(payments).toHaveLength(4);
    expect(findings).toEqual(["schedule-equals-total 付款计划"]);
  });

  test.each([
    ["二、付款方式：合同签订后支付100%。乙方保证设备完好率95%，故障响应及时率98%。", ["- 100%"]],
    ["二、付款方式：验收合格后付清。验收合格率须达到98%，抽检比例10%。", []],
  ])("are no rates of something else: %s", (told, wanted) => {
    const { payments, findings } = paid(told);
    expect({ payments, findings }).toEqual({ payments: wanted, findings: [] });
  });
});

test.each([
  "三、甲方实施该成果所得销售收入，前三年按净销售额的2%向乙方支付提成，与研究开发经费无关。",
  "三、项目投产后，甲方按年度净利润的5%向乙方支付奖励。",
])("a share of what is earned is no payment of the price: %s", (told) => {
  const { payments, findings } = paid("二、付款方式：合同签订后15日内支付40%，验收合格后支付60%。", told);
  expect(payments).toEqual(["- 40%", "- 60%"]);
  expect(findings).toEqual([]);
});

test("the only share without an amount, past the whole, is told and not blamed on the paper", () => {
  const { findings, problems } = paid(
    "二、付款方式：合同签订后支付30%，即300,000元；到货后支付60%，即600,000元；验收后支付10%，即100,000元；成果转化后支付3%。",
  );
  expect(findings).toEqual([]);
  expect(problems).not.toEqual([]);
});
