import { budget, line, pay, type Says, table, told } from "./told.ts";

type Parts = Parameters<typeof told>[1];

const PARTIES: Says["parties"] = [
  ["甲方", "青山区民政局"],
  ["乙方", "和悦社工服务中心"],
];
const SIDES = ["甲方：青山区民政局", "乙方：和悦社工服务中心"];
const TERM = "服务期限：2025年9月1日至2026年8月31日。";
const SIGNED = "签订日期：2025年8月1日";

/** A service agreement of a clause or two. */
const plain = (name: string, parts: Parts, says: Says) =>
  told(name, ["服务合同", ...SIDES, ...parts], { parties: PARTIES, ...says });

/** A supplementary agreement of a clause or two. */
const amending = (name: string, parts: Parts, says: Says) =>
  told(name, ["补充协议", ...SIDES, ...parts], { parties: PARTIES, ...says });

const amended = { version: "amended" as const };

/** Small clauses in many wordings, one matter each. */
export const WORDINGS = [
  plain(
    "a year from the day of signing, paid by the month",
    [
      "一、服务期限：自签订之日起12个月。",
      "二、合同总价为120000元。",
      "三、甲方每月支付服务费10000元。",
      SIGNED,
    ],
    {
      signed: "2025-08-01",
      term: ["2025-08-01", "2026-07-31", 12],
      budgets: [budget(120000)],
      schedules: [{ paid: [pay(10000, null, { times: 12 })] }],
    },
  ),
  plain(
    "from the day of signing to a printed day",
    ["本合同自签订之日起至2026年7月31日止。", "合同总价为120000元，按月支付，每月10000元。", SIGNED],
    {
      signed: "2025-08-01",
      term: ["2025-08-01", "2026-07-31"],
      budgets: [budget(120000)],
      schedules: [{ paid: [pay(10000, null, { from: "2025-08", to: "2026-07", times: 12 })] }],
    },
  ),
  plain(
    "one year in words, paid in half years",
    [
      "合同期限：自本合同签订之日起，为期壹年。",
      "合同总金额120000元。甲方分两次支付：2025年上半年支付60000元，下半年支付60000元。",
      SIGNED,
    ],
    {
      signed: "2025-08-01",
      term: ["2025-08-01", "2026-07-31", 12],
      budgets: [budget(120000)],
      schedules: [
        {
          paid: [
            pay(60000, null, { from: "2025-01", to: "2025-06" }),
            pay(60000, null, { from: "2025-07", to: "2025-12" }),
          ],
        },
      ],
    },
  ),
  plain(
    "days without marks, quarters by Q",
    [
      "服务期自20250801至20260731。",
      "服务费总额60000元，2025年第三季度支付30000元，2025年Q4支付30000元。",
      "签订日期：20250728",
    ],
    {
      signed: "2025-07-28",
      term: ["2025-08-01", "2026-07-31"],
      budgets: [budget(60000)],
      schedules: [
        {
          paid: [
            pay(30000, null, { from: "2025-07", to: "2025-09" }),
            pay(30000, null, { from: "2025-10", to: "2025-12" }),
          ],
        },
      ],
    },
  ),
  plain(
    "whole years",
    ["总经费300000元，其中2025年度拨付100000元，2026年度拨付150000元，2027年度拨付50000元。"],
    {
      budgets: [budget(300000)],
      schedules: [
        {
          paid: [
            pay(100000, null, { from: "2025-01", to: "2025-12" }),
            pay(150000, null, { from: "2026-01", to: "2026-12" }),
            pay(50000, null, { from: "2027-01", to: "2027-12" }),
          ],
        },
      ],
    },
  ),
  plain(
    "two years from a printed day",
    ["服务期限为两年，自2025年8月1日起计算。", "服务费用每年60000元，两年共计120000元。"],
    { term: ["2025-08-01", "2027-07-31", 24], budgets: [budget(120000)] },
  ),
  plain(
    "accounts behind dashes",
    ["三、经费：本项目经费共计36万元。开支范围：人员费—24万元；活动费—9万元；管理费—3万元。"],
    { budgets: [budget(360000, [line("人员费", 240000), line("活动费", 90000), line("管理费", 30000)])] },
  ),
  plain(
    "shares before the sums, names behind",
    ["一、合同总价120000元，其中60%即72000元为人工成本，40%即48000元为物料成本。"],
    {
      budgets: [
        budget(120000, [
          line("人工成本", 72000, { percent: "60" }),
          line("物料成本", 48000, { percent: "40" }),
        ]),
      ],
    },
  ),
  plain(
    "parts of a yuan in capitals",
    ["二、合同金额：人民币（大写）壹拾贰万零伍拾元叁角整（￥120,050.30）。"],
    {
      budgets: [budget(120050.3, [], { capitals: 120050.3 })],
    },
  ),
  plain("twenty in one sign", ["合同总价款：廿叁万圆正，即￥230000元。"], {
    budgets: [budget(230000, [], { capitals: 230000 })],
  }),
  plain(
    "capitals on a line of their own",
    ["合同总价　　：　￥88,000.00　元", "大　　写　　：　捌万捌仟元整"],
    {
      budgets: [budget(88000, [], { capitals: 88000 })],
    },
  ),
  plain(
    "a list under a heading, its sum behind",
    [
      "一、费用明细",
      "1.场地租赁：12000元",
      "2.专家讲课：18000元",
      "3.资料印刷：5000元",
      "以上合计：人民币35000元整（叁万伍仟元整）",
    ],
    {
      budgets: [
        budget(35000, [line("场地租赁", 12000), line("专家讲课", 18000), line("资料印刷", 5000)], {
          capitals: 35000,
        }),
      ],
    },
  ),
  plain(
    "leaders of dots",
    ["服务费明细：", "人员工资……………180000元", "社会保险……………36000元", "合　　计……………216000元"],
    { budgets: [budget(216000, [line("人员工资", 180000), line("社会保险", 36000)])] },
  ),
  plain(
    "two levels in a sentence",
    [
      "项目经费合计50万元：（一）直接费用42万元，包括：1.人员费30万元；2.材料费12万元；（二）间接费用8万元，包括：1.管理费5万元；2.税费3万元。",
    ],
    {
      budgets: [
        budget(500000, [
          line("直接费用", 420000),
          line("人员费", 300000, { parent: "直接费用" }),
          line("材料费", 120000, { parent: "直接费用" }),
          line("间接费用", 80000),
          line("管理费", 50000, { parent: "间接费用" }),
          line("税费", 30000, { parent: "间接费用" }),
        ]),
      ],
    },
  ),
  plain("a price cut", ["合同原价105000元，优惠5000元，优惠后合同总价100000元。"], {
    budgets: [budget(100000)],
  }),
  plain(
    "a header of words that name no column",
    [
      "一、合同总价236000元，构成见下表（单位：元）。",
      table(
        "去向|投入|所占",
        "场馆搭建|96000|40.68%",
        "人员补助|80000|33.90%",
        "宣传印制|60000|25.42%",
        "总和|236000|100%",
      ),
    ],
    {
      budgets: [
        budget(236000, [
          line("场馆搭建", 96000, { percent: "40.68" }),
          line("人员补助", 80000, { percent: "33.90" }),
          line("宣传印制", 60000, { percent: "25.42" }),
        ]),
      ],
    },
  ),
  plain(
    "a table without a header",
    [
      "一、本项目总经费100000元，安排如下：",
      table(
        "师资费|40000元|40%",
        "教材费|25000元|25%",
        "场地费|20000元|20%",
        "杂费|15000元|15%",
        "合计|100000元|100%",
      ),
    ],
    {
      budgets: [
        budget(100000, [
          line("师资费", 40000, { percent: "40" }),
          line("教材费", 25000, { percent: "25" }),
          line("场地费", 20000, { percent: "20" }),
          line("杂费", 15000, { percent: "15" }),
        ]),
      ],
    },
  ),
  plain(
    "payments in a table without a header",
    [
      "合同总额30万元。",
      "付款安排：",
      table("签订合同后7日内|9万元|30%", "提交初稿后|15万元|50%", "验收后|6万元|20%"),
    ],
    {
      budgets: [budget(300000)],
      schedules: [{ paid: [pay(90000, "30"), pay(150000, "50"), pay(60000, "20")] }],
    },
  ),
  plain(
    "scores in a table, as good as a budget to the eye",
    [
      "服务费总价为100000元。",
      "考评办法见下表：",
      table("项目|权重|办法", "出勤|20|缺一次减1", "组织|30|缺一份减2", "满意度|50|低一点减1", "合计|100|"),
    ],
    { budgets: [budget(100000)] },
  ),
  plain(
    "a rate by the month, paid by the month",
    [TERM, "服务费：每月人民币8,500元，全年共计102,000元。每月25日前支付当月服务费。"],
    {
      term: ["2025-09-01", "2026-08-31"],
      budgets: [budget(102000)],
      schedules: [{ paid: [pay(8500, null, { from: "2025-09", to: "2026-08", times: 12 })] }],
    },
  ),
  plain(
    "every month from one on",
    [TERM, "甲方自2025年9月起每月10日前向乙方支付服务费15000元，全年合计180000元。"],
    {
      term: ["2025-09-01", "2026-08-31"],
      budgets: [budget(180000)],
      schedules: [{ total: 180000, paid: [pay(15000, null, { from: "2025-09", to: "2026-08", times: 12 })] }],
    },
  ),
  plain("shares in words", ["总价10万元。签约后甲方支付三成，中期支付四成，结项支付余下三成。"], {
    budgets: [budget(100000)],
    schedules: [{ paid: [pay(null, "30"), pay(null, "40"), pay(null, "30")] }],
  }),
  plain(
    "payments by name within the price",
    [
      "合同金额为人民币12万元（￥120000元），其中首付款3.6万元，进度款6万元，尾款2.4万元，分别于签约后、中期、验收后支付。",
    ],
    {
      budgets: [budget(120000)],
      schedules: [{ paid: [pay(36000), pay(60000), pay(24000)] }],
    },
  ),
  plain(
    "deposits, insurance, penalties and capital are no money of the agreement",
    [
      "一、合同总价20万元。",
      "二、乙方应投保公众责任险100万元，并缴存农民工工资保证金2万元；乙方注册资本500万元。",
      "三、签约后一周内甲方支付10万元，完工后支付10万元；单项变更在5000元以内的不作调整。",
      "四、乙方逾期的，每日支付违约金500元；漏检一处扣款200元。",
    ],
    { budgets: [budget(200000)], schedules: [{ paid: [pay(100000), pay(100000)] }] },
  ),
  plain(
    "counts, prices and what they come to, in a sentence",
    [
      "一、货物：古筝20台，单价1800元，小计36000元；二胡15把，单价1200元，小计18000元。",
      "二、合同总金额54000元（伍万肆仟元整）。",
    ],
    {
      budgets: [
        budget(
          54000,
          [
            line("古筝", 36000, { quantity: "20", price: 1800 }),
            line("二胡", 18000, { quantity: "15", price: 1200 }),
          ],
          { capitals: 54000 },
        ),
      ],
    },
  ),
  plain(
    "a share that is a floor, told before its sum",
    [
      "（一）本项目资金总额为人民币伍拾万元整（¥500,000.00）。",
      "（二）资金使用范围：人员费用不低于总额的70%，即350,000元；服务费用100,000元；行政管理费用及税费50,000元。",
    ],
    {
      budgets: [
        budget(
          500000,
          [
            line("人员费用", 350000, { percent: "70" }),
            line("服务费用", 100000),
            line("行政管理费用及税费", 50000),
          ],
          { capitals: 500000 },
        ),
      ],
    },
  ),
  plain(
    "sums by the month in the cells of a table",
    [
      "拨付总额36万元，计划如下：",
      table("月份|拨付金额（万元）", "2025年9月至2025年11月|每月3", "2025年12月至2026年5月|每月4.5"),
    ],
    {
      budgets: [budget(360000)],
      schedules: [
        {
          paid: [
            pay(30000, null, { from: "2025-09", to: "2025-11", times: 3 }),
            pay(45000, null, { from: "2025-12", to: "2026-05", times: 6 }),
          ],
        },
      ],
    },
  ),
  plain(
    "months without a year in a term of months",
    ["期限：2025年1月至2025年12月。", "总费用99,600元，1至11月每月8,300元，12月8,300元，按月支付。"],
    {
      term: ["2025-01-01", "2025-12-31"],
      budgets: [budget(99600)],
      schedules: [
        {
          paid: [
            pay(8300, null, { from: "2025-01", to: "2025-11", times: 11 }),
            pay(8300, null, { from: "2025-12" }),
          ],
        },
      ],
    },
  ),
  told(
    "parties numbered, their letters in quotation marks",
    [
      "合作协议",
      "本协议由以下双方于2025年4月2日在江城签订：",
      "（1）江城市图书馆（“甲方”）；",
      "（2）书香文化传播有限公司（“乙方”）。",
    ],
    {
      signed: "2025-04-02",
      parties: [
        ["甲方", "江城市图书馆"],
        ["乙方", "书香文化传播有限公司"],
      ],
    },
  ),
  amending(
    "a schedule quoted before and after",
    ["付款计划由“2025年3月支付5万元，2025年9月支付5万元”变更为“2025年3月支付5万元，2025年12月支付5万元”。"],
    {
      schedules: [
        { paid: [pay(50000, null, { from: "2025-03" }), pay(50000, null, { from: "2025-09" })] },
        {
          version: "amended",
          paid: [pay(50000, null, { from: "2025-03" }), pay(50000, null, { from: "2025-12" })],
        },
      ],
    },
  ),
  amending(
    "some lines quoted, the total unchanged",
    [
      "一、将原合同预算中“活动经费50000元”调整为“活动经费60000元”，“办公经费30000元”调整为“办公经费20000元”，总经费300000元不变。",
    ],
    {
      budgets: [
        budget(null, [line("活动经费", 50000), line("办公经费", 30000)]),
        budget(300000, [line("活动经费", 60000), line("办公经费", 20000)], amended),
      ],
    },
  ),
  amending(
    "a total cut by an amount",
    ["经双方核定，合同总价由850000元核减35000元，核减后合同总价为815000元（捌拾壹万伍仟元整）。"],
    {
      budgets: [budget(850000), budget(815000, [], { ...amended, capitals: 815000 })],
    },
  ),
  amending(
    "what is added is listed, and is no list of the whole",
    [
      "一、合同总价由1,000,000元增加至1,150,000元，增加150,000元。",
      "二、增加部分明细：新增保洁岗位100,000元，新增保安岗位50,000元。",
    ],
    { budgets: [budget(1000000), budget(1150000, [], amended)] },
  ),
  amending("a term made longer", ["一、原合同期限为2024年1月1日至2024年12月31日，现延长至2025年6月30日。"], {
    term: ["2024-01-01", "2025-06-30"],
  }),
  amending("a term changed", ["1.服务期限由2025年3月1日至2026年2月28日变更为2025年3月1日至2026年5月31日。"], {
    term: ["2025-03-01", "2026-05-31"],
  }),
];
