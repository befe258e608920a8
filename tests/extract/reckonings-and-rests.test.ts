import { describe, expect, test } from "vitest";
import { detailsOf } from "../support/outline.ts";

// Wordings of agreements by others, at first look lost, told in vain or blamed; what they say is worked out by hand.

const rows = (...lines: string[]): string => lines.join("\n");
const YEAR = "自2025年3月1日起到2026年2月28日止，计12个月。";
const price = (sum: string): string[] => ["二、服务期", YEAR, "三、价款", sum, "四、付款"];

describe("what is paid", () => {
  test.each<[name: string, parts: string[], payments: string[]]>([
    [
      "as often as is counted behind the sum",
      [...price("价款为865440元。"), "每满一季度支付一次，每次216360元，四次付清；支付前出具考核单。"],
      ["216360×4"],
    ],
    [
      "each quarter, with what all four come to",
      [...price("价款为865440元。"), "按季后付，每季末月25日前付216360元，四季合865440元。"],
      ["216360×4"],
    ],
    [
      "two halves, announced by the share of each",
      [
        ...price("总费用119840元。"),
        "分两学期支付，每学期各支付总费用的50%：",
        "第一学期59920元，2026年1月31日前支付；",
        "第二学期59920元，2026年7月15日前支付。",
      ],
      ["59920 2026-01..2026-01", "59920 2026-07..2026-07"],
    ],
    [
      "the rest, told before its two shares",
      [
        ...price("价款298,500元。"),
        "签订后支付首付款141,000元。剩余157,500元：报告交付后，付剩余款的80%，126,000元；复测完成后，付剩余款的20%，31,500元。",
      ],
      ["141000", "126000 80%", "31500 20%"],
    ],
    [
      "what was kept back of each quarter, at once",
      [
        ...price("价款600,000元。"),
        "每季应计150,000元。季末考核后付95%即142,500元，留5%即7,500元；四个季度所留30,000元在年度考核合格后支付。",
      ],
      ["142500×4 95%", "30000"],
    ],
    [
      "an advance once, though a quarterly payment stands right behind it",
      [
        ...price("价款600,000元。"),
        "合同签订后预付合同价的20%即120,000元，每季度支付150,000元，预付款从第二、三季度付款中各扣回60,000元。",
      ],
      ["120000 20%", "150000×4"],
    ],
    [
      "the shares that a table's headers tell",
      [
        ...price("三年服务费总计1,275,000.00元。"),
        rows(
          "年度|年度费用|成果提交后支付（30%）|成果验收后支付（70%）",
          "2025年|412,000|123,600|288,400",
          "2026年|425,000|127,500|297,500",
          "2027年|438,000|131,400|306,600",
          "合计|1,275,000|382,500|892,500",
        ),
      ],
      ["123600", "288400", "127500", "297500", "131400", "306600"],
    ],
  ])("%s", (_, parts, payments) => {
    const outline = detailsOf("服务合同", ...parts);
    expect([outline.payments, outline.findings]).toEqual([payments, []]);
  });

  test.each([
    ["upon what each of the payments is made", "每笔款项凭乙方等额发票支付。"],
    ["what all payments are", "以上两笔付清即为全部价款。"],
    ["what all payments may come to", "累计付款不得超过预算。"],
    ["what grades leave of a payment", "考核90分以上全付，80至89分付95%，不满80分付90%。"],
  ])("is not %s", (_, said) => {
    const { payments, problems } = detailsOf(
      "服务合同",
      ...price("价款300,000元。"),
      "签订后支付100,000元；",
      "验收后支付200,000元。",
      said,
    );
    expect([payments, problems]).toEqual([["100000", "200000"], []]);
  });

  test("is not what a table of grades tells", () => {
    const { payments } = detailsOf(
      "服务合同",
      ...price("价款300,000元。"),
      "按季后付。",
      rows("考核等次|得分|支付比例", "优秀|95分以上|100%", "合格|85—94分|97%"),
    );
    expect(payments).toEqual([]);
  });

  test("by the grade of a single payment is that payment", () => {
    const { payments } = detailsOf(
      "合同",
      ...price("价款300,000元。"),
      "签订后支付30%；绩效评分80分以上的，支付剩余70%。",
    );
    expect(payments).toEqual(["- 30%", "- 70%"]);
  });

  test("a clause's number is no month", () => {
    const { payments } = detailsOf(
      "服务合同",
      ...price("价款为884160元。"),
      "4.1 评估费18720元，评估合格后15个工作日内付清。",
      "4.2 月服务费按月结算，次月20日前付当月服务费，即每月72120元。",
    );
    expect(payments).toEqual(["18720", "72120×12 2025-03..2026-02"]);
  });
});

describe("an amendment's total", () => {
  test.each<[name: string, parts: string[], totals: string[]]>([
    [
      "is what a reckoning in words comes to",
      [
        "一、原合同价592,000元。",
        "二、调整后价款",
        "592,000元减去41,700元，调整为550,300元，大写为人民币伍拾伍万零叁佰元整。",
      ],
      ["original 总592000", "amended 总550300 大写550300"],
    ],
    [
      "is what a reckoning by signs comes to",
      [
        "一、原合同总价983,000元。",
        "二、变更后合同总价：983,000＋209,600－30,000＝1,162,600元（大写：壹佰壹拾陆万贰仟陆佰元整）。",
      ],
      ["original 总983000", "amended 总1162600 大写1162600"],
    ],
    [
      "is not what is added, though that is written out",
      [
        "第一条 主合同暂定合同价1,883,400元。",
        "第二条 新增暂定价：295,680元（大写：贰拾玖万伍仟陆佰捌拾元整）。",
        "第三条 变更后的暂定合同价为2,179,080元（大写：贰佰壹拾柒万玖仟零捌拾元整）。",
      ],
      ["original 总1883400", "amended 总2179080 大写2179080"],
    ],
    [
      "is not the sum of a table of what is added",
      [
        "三、附加工作酬金",
        rows(
          "岗位|人数|月数|人月单价（元）|金额（元）",
          "总监理工程师|1|5|12,800|64,000",
          "专业监理工程师|2|5|9,600|96,000",
          "监理员|2|5|6,500|65,000",
          "附加酬金合计|5|||225,000",
        ),
        "四、调整后的酬金",
        "主合同酬金1,286,000元，加附加酬金后，监理酬金总额调整为人民币1,511,000元。",
      ],
      ["original 总1286000", "amended 总1511000"],
    ],
  ])("%s", (_, parts, totals) => {
    const outline = detailsOf("补充协议", ...parts);
    expect([outline.totals, outline.findings, outline.problems]).toEqual([totals, [], []]);
  });

  test("that a reckoning doesn't come to is told", () => {
    const { problems } = detailsOf(
      "补充协议",
      "一、原合同总价983,000元。",
      "二、变更后合同总价：983,000＋209,600－30,000＝1,126,600元（大写：壹佰壹拾贰万陆仟陆佰元整）。",
    );
    expect(problems.some((problem) => /算式/.test(problem))).toBe(true);
  });
});

describe("the price", () => {
  test("is what a discount leaves of a table's sum", () => {
    const { totals, problems } = detailsOf(
      "体检协议",
      "一、人数和价格",
      rows(
        "人员|人数（人）|套餐价（元/人）|费用（元）",
        "在职男性|412|680|280,160",
        "在职女性|386|820|316,520",
        "合计|798|/|596,680",
      ),
      "二、优惠：在上表合计基础上下浮8%，优惠47734.40元，优惠后服务费为548945.60元（大写伍拾肆万捌仟玖佰肆拾伍元陆角）。",
    );
    expect([totals, problems]).toEqual([["original 总596680", "original 总548945.6 大写548945.6"], []]);
  });

  test.each([
    ["right", "肆拾壹万贰仟元整", []],
    ["wrong", "肆拾贰万壹仟元整", ["capitals-equal-digits 合计"]],
  ])("is compared with 大写 that stand alone below its table: %s", (_, capitals, findings) => {
    const outline = detailsOf(
      "供热合同",
      "二、热费",
      rows(
        "类别|热费（元）",
        "教学楼|361,000.00",
        "仓库|16,981.65",
        "不含税热费|377,981.65",
        "增值税（9%）|34,018.35",
        "价税合计|412,000.00",
      ),
      `价税合计人民币大写：${capitals}。`,
    );
    expect([outline.lines, outline.findings]).toEqual([
      ["教学楼 361000", "仓库 16981.65", "增值税（9%） 34018.35"],
      findings,
    ]);
  });

  test("told again in brackets in a clause about amends is compared", () => {
    const { findings } = detailsOf(
      "合同",
      "一、合同总价763,776元，大写人民币柒拾陆万叁仟柒佰柒拾陆元整。",
      "二、违约责任：解除合同的，应支付合同总价（即736,776元）的5%作为违约金。",
    );
    expect(findings).toEqual(["restated-total-agrees 合计"]);
  });

  test("in 大写金额 is read", () => {
    const { totals } = detailsOf("合同", "一、合同价合计1,433,000元，大写金额壹佰肆拾叁万叁仟元整。");
    expect(totals).toEqual(["original 总1433000 大写1433000"]);
  });

  test("is not paid short where a provisional sum is left and each quarter's two shares make up the other line", () => {
    const { findings } = detailsOf(
      "养护合同",
      "一、单价",
      rows(
        "序号|类别|数量|单位|年单价（元）|年养护费（元）",
        "1|县道|100|公里|14,000|1,400,000",
        "2|乡道|200|公里|8,000|1,600,000",
        "3|1至2项小计||||3,000,000",
        "4|暂列金额||||300,000",
        "5|签约合同价||||3,300,000",
      ),
      "二、支付",
      "小计按四个季度平均计量，每季度应计750,000元。其中80%即600,000元为固定部分，季末次月10日前支付；20%即150,000元为考核部分，考核后支付。",
    );
    expect(findings).toEqual([]);
  });
});

describe("what an agreement says of itself", () => {
  test.each<[name: string, parts: string[], told: Partial<ReturnType<typeof detailsOf>>]>([
    [
      "a name and its letter in brackets",
      ["林周县教育局（甲方）", "雪域保安服务有限公司（乙方，许可证2016号）"],
      { parties: ["甲方 林周县教育局", "乙方 雪域保安服务有限公司"] },
    ],
    [
      "a certificate's number behind a name",
      ["甲方：定塬县市场监督管理局", "乙方：谱验检测技术股份有限公司（CMA证书编号：2327119）"],
      { parties: ["甲方 定塬县市场监督管理局", "乙方 谱验检测技术股份有限公司"] },
    ],
    [
      "a day behind how many copies there are",
      ["一、合同一式叁份，签订于2025年6月18日。"],
      { signed: "2025-06-18" },
    ],
    ["a day behind a clause's number", ["十二、合同签订：2025年6月9日。"], { signed: "2025-06-09" }],
    [
      "a time whose length stands amid it",
      ["三、工期：自2025年7月28日进场起150个日历天，至2025年12月24日完成全部加工。"],
      { term: "2025-07-28..2025-12-24" },
    ],
    [
      "the only time that is told",
      ["一、授课时段", "2025年9月8日至2026年6月26日，周一至周四。"],
      { term: "2025-09-08..2026-06-26" },
    ],
    ["a time of one stage alone", ["一、安排", "现场阶段：2024年5月13日至6月14日。"], { term: null }],
  ])("%s", (_, parts, told) => {
    expect(detailsOf("服务合同", ...parts)).toMatchObject(told);
  });
});
