import { describe, expect, test } from "vitest";
import { detailsOf } from "../support/outline.ts";

const read = (...parts: string[]) => {
  const { payments, findings, problems } = detailsOf(...parts);
  return { payments, findings, problems };
};
const sound = (...payments: string[]) => ({ payments, findings: [], problems: [] });

describe("payments told as people speak", () => {
  test("in so many parts, a share a line", () => {
    const lines = ["全部货款30,040元。", "货款分三回：", "定货时付30%", "装好点清，付60%"];
    expect(read("买卖合同", ...lines, "用满三个月没散架，付10%")).toEqual(sound("- 30%", "- 60%", "- 10%"));
    expect(read("买卖合同", ...lines, "用满三个月没散架，付5%").findings).toEqual([
      "schedule-equals-total 付款计划",
    ]);
  });

  test("a day and a sum a line, below words of rent", () => {
    const lines = ["一、两年租金合计76,800元。", "二、交租日期及数额：", "2024年7月5日前　38,400元"];
    expect(read("租赁合同", ...lines, "2025年7月5日前　38,400元")).toEqual(
      sound("38400 2024-07..2024-07", "38400 2025-07..2025-07"),
    );
  });

  test("the year before its day: payments, and no lines of the price", () => {
    const { lines, payments } = detailsOf(
      "承包合同",
      "一、两年承包款共计40,000元，一年一交，先交后用：",
      "第一年　2025年1月20日前　20,000元",
      "第二年　2026年1月20日前　20,000元",
    );
    expect(lines).toEqual([]);
    expect(payments).toEqual(["20000 2025-01..2025-01", "20000 2026-01..2026-01"]);
  });

  test("below headings that nothing numbers", () => {
    const parts = [
      "搬运协议",
      "搬什么",
      "铁皮柜26个、纸箱三百只，一箱都不能丢。",
      "价钱",
      "总价16,300元，不再另加。",
    ];
    const paid = ["钱怎么给", "签字当天给定金3,000元", "东西搬完、清点没少，当天晚上给余款13,300元"];
    const end = ["坏了怎么赔", "普通家具照修理费赔，保险柜碰坏每件最多赔20,000元。"];
    expect(read(...parts, ...paid, ...end)).toEqual(sound("3000", "13300"));
  });

  test("what is kept at the end, by any word", () => {
    const lines = ["一、工程总价90,000元。", "二、付款：", "1. 开工付30%", "2. 路面浇完付67%"];
    expect(read("施工合同", ...lines, "3. 剩下3%当质保金，满一年不开裂再付。")).toEqual(
      sound("- 30%", "- 67%", "- 3%"),
    );
  });

  test("a share that isn't understood and makes up the whole: told, and nobody is blamed", () => {
    const lines = ["一、工程总价90,000元。", "二、付款：", "1. 开工付30%", "2. 路面浇完付67%"];
    const { findings, problems } = read("施工合同", ...lines, "3. 末了那3%押一年，没毛病就清账。");
    expect(findings).toEqual([]);
    expect(problems).toContainEqual(expect.stringContaining("“3%”：合计恰好差这个数"));
  });

  test.each([
    ["下月10号前付上个月的18,600元，一共付12次。", "18600×12"],
    ["次月10日前付上月服务费18,600元，一年12次。", "18600×12"],
  ])("month after month: %s", (words, payment) => {
    const term = "三、期限：2025年4月1日至2026年3月31日。";
    expect(read("保洁合同", "一、服务费共223,200元。", `二、付款：${words}`, term)).toEqual(sound(payment));
  });

  test.each([
    [
      "余额60,000元分两次于6月底、12月底各支付30,000元。",
      ["30000 2026-06..2026-06", "30000 2026-12..2026-12"],
    ],
    ["6月30日前、12月20日前各付30,000元。", ["30000 2026-06..2026-06", "30000 2026-12..2026-12"]],
    ["其后2个月各支付30,000元。", ["30000×2"]],
  ])("each of several: %s", (words, payments) => {
    const term = "三、期限：2026年1月1日至2026年12月31日。";
    const lines = ["一、合同总价90,000元。", "二、付款方式：", "1. 合同签订后支付30,000元；"];
    expect(read("维修合同", ...lines, `2. ${words}`, term)).toEqual(sound("30000", ...payments));
  });

  test("what was paid of an agreement before is no payment of this one", () => {
    const before = "三、2024年度协议月费8,200元，年费98,400元，款已付清。";
    const term = "四、期限：2025年1月1日至2025年12月31日。";
    expect(
      read("处置合同", "一、服务费共103,800元。", "二、每月付8,650元，共付12次。", before, term),
    ).toEqual(sound("8650×12"));
  });

  test("to be paid after a guarantee was handed in", () => {
    const lines = ["一、合同价100,000元。", "二、付款：", "1. 承包人提交预付款保函后14日内支付合同价的20%；"];
    expect(read("施工合同", ...lines, "2. 竣工验收合格后支付合同价的80%。")).toEqual(sound("- 20%", "- 80%"));
  });

  test("the end of an agreement when all is paid is no payment", () => {
    const lines = ["一、咨询费12,000元。", "二、付款：签约付6,000元，完成付6,000元。"];
    expect(read("咨询合同", ...lines, "三、本合同自签订之日起生效，付清余款后终止。")).toEqual(
      sound("6000", "6000"),
    );
  });
});

describe("tables of payments", () => {
  test.each([
    [
      "次数|比例|金额|什么时候付",
      ["头一次|40%|19,080元|进厂后一周内", "第二次|60%|28,620元|拿到证书后十天内"],
      ["19080 40%", "28620 60%"],
    ],
    [
      "季次|所属季度|应付（元）",
      ["1|2025年二季度|23,000", "2|2025年三季度|24,700"],
      ["23000 2025-04..2025-06", "24700 2025-07..2025-09"],
    ],
  ])("%s", (header, rows, payments) => {
    const table = [header, ...rows].join("\n");
    const { lines, ...told } = detailsOf("咨询合同", "一、合同总价47,700元。", "二、分两次付", table);
    expect(lines).toEqual([]);
    expect(told).toMatchObject({ payments, findings: [], problems: [] });
  });
});
