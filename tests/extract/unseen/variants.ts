import { budget, line, pay, table, told } from "./told.ts";

const amended = { version: "amended" } as const;
const SIDES = ["甲方：滨江区教育局", "乙方：江城启明科技有限公司"];
const parties: [role: string, name: string][] = [
  ["甲方", "滨江区教育局"],
  ["乙方", "江城启明科技有限公司"],
];

/** One short agreement for each kind of wording or table that agreements of other authors showed to be misunderstood. */
export const VARIANTS = [
  told(
    "net price first, then list",
    [
      "设备购销合同",
      ...SIDES,
      "一、货物及价格",
      table(
        "货物名称|数量|合同价（元）|市场价（元）",
        "投影仪|4|20,000|24,000",
        "音响|6|9,000|12,600",
        "合计||29,000|36,600",
      ),
      "二、合同总价29,000元。",
    ],
    {
      parties,
      budgets: [
        budget(29000, [line("投影仪", 20000, { quantity: "4" }), line("音响", 9000, { quantity: "6" })]),
      ],
    },
  ),
  told(
    "original price column, discount rate, net",
    [
      "广告服务合同",
      ...SIDES,
      "一、价格",
      table(
        "媒体名称|原价（元）|折扣率|优惠后价格（元）",
        "电梯框架|50,000|80%|40,000",
        "楼宇液晶|30,000|70%|21,000",
        "合计|80,000||61,000",
      ),
      "二、总价61,000元。",
    ],
    { parties, budgets: [budget(61000, [line("电梯框架", 40000), line("楼宇液晶", 21000)])] },
  ),
  told(
    "rates raised, quantity last",
    [
      "保洁服务合同补充协议",
      ...SIDES,
      "双方于2025年1月2日签订的保洁服务合同，现调整如下：",
      table(
        "区域名称|调整前单价（元）|调整前金额（元）|调整后单价（元）|调整后金额（元）|面积（平方米）",
        "办公区|12|36,000|13|39,000|3,000",
        "食堂|18|9,000|20|10,000|500",
        "合计||45,000||49,000|",
      ),
      "调整后服务费总额49,000元（大写：肆万玖仟元整）。",
    ],
    {
      parties,
      budgets: [
        budget(45000, [
          line("办公区", 36000, { quantity: "3000", price: 12 }),
          line("食堂", 9000, { quantity: "500", price: 18 }),
        ]),
        budget(
          49000,
          [
            line("办公区", 39000, { quantity: "3000", price: 13 }),
            line("食堂", 10000, { quantity: "500", price: 20 }),
          ],
          { ...amended, capitals: 49000 },
        ),
      ],
    },
  ),
  told(
    "sources after the whole",
    [
      "课题任务合同书",
      ...SIDES,
      "一、经费预算（单位：万元）",
      table(
        "科目|经费总额|中央财政|地方配套|单位自筹",
        "设备费|30.00|20.00|6.00|4.00",
        "材料费|12.00|8.00|3.00|1.00",
        "劳务费|18.00|12.00|3.00|3.00",
        "合计|60.00|40.00|12.00|8.00",
      ),
    ],
    {
      parties,
      budgets: [budget(600000, [line("设备费", 300000), line("材料费", 120000), line("劳务费", 180000)])],
    },
  ),
  told(
    "sources before the whole, 财政拨款",
    [
      "项目实施协议",
      ...SIDES,
      "一、经费预算（元）",
      table(
        "支出内容|财政拨款|自筹资金|合计",
        "场地|20,000|5,000|25,000",
        "师资|30,000|10,000|40,000",
        "总计|50,000|15,000|65,000",
      ),
    ],
    { parties, budgets: [budget(65000, [line("场地", 25000), line("师资", 40000)])] },
  ),
  told(
    "price of one named by its thing",
    [
      "车辆租赁合同",
      ...SIDES,
      "一、租金",
      table(
        "车型|座位数|台数|单台月租金（元）|月租金（元）",
        "轿车|5|4|3,000|12,000",
        "客车|20|2|8,000|16,000",
        "合计|||| 28,000",
      ),
      "二、租金合计28,000元。",
    ],
    {
      parties,
      budgets: [
        budget(
          28000,
          [
            line("轿车", 12000, { quantity: "4", price: 3000 }),
            line("客车", 16000, { quantity: "2", price: 8000 }),
          ],
          {},
        ),
      ],
    },
  ),
  told(
    "freight by tonne",
    [
      "运输合同",
      ...SIDES,
      "一、运费",
      table(
        "线路名称|吨数|运价（元/吨）|运费（元）",
        "甲线|1,200|45.50|54,600",
        "乙线|800|60.00|48,000",
        "合计|2,000||102,600",
      ),
    ],
    {
      parties,
      budgets: [
        budget(102600, [
          line("甲线", 54600, { quantity: "1200", price: 45.5 }),
          line("乙线", 48000, { quantity: "800", price: 60 }),
        ]),
      ],
    },
  ),
  told(
    "audited before and after",
    [
      "工程监理合同补充协议",
      ...SIDES,
      "一、费用调整",
      table(
        "费用项目|审定前金额（元）|审定后金额（元）",
        "设计费|80,000|76,000",
        "勘察费|20,000|21,500",
        "合计|100,000|97,500",
      ),
    ],
    {
      parties,
      budgets: [
        budget(100000, [line("设计费", 80000), line("勘察费", 20000)]),
        budget(97500, [line("设计费", 76000), line("勘察费", 21500)], amended),
      ],
    },
  ),
  told(
    "lines are units",
    [
      "绩效评价服务合同",
      ...SIDES,
      "一、费用",
      table("受评单位|评价项目数|金额（元）", "第一小学|3|9,000", "第二小学|2|6,000", "合计|5|15,000"),
    ],
    {
      parties,
      budgets: [budget(15000, [line("第一小学", 9000), line("第二小学", 6000)])],
    },
  ),
  told(
    "term on two lines",
    [
      "场地租赁合同",
      ...SIDES,
      "起租日期：2025年5月1日",
      "到期日期：2026年4月30日",
      "一、租金总额120,000元。",
      "投标截止日期：2025年3月1日",
    ],
    { parties, term: ["2025-05-01", "2026-04-30"], budgets: [budget(120000)] },
  ),
  told(
    "parties in one sentence 2",
    [
      "战略合作协议书",
      "本合同由滨江区教育局（以下简称甲方）和江城启明科技有限公司（以下简称乙方）于2025年3月5日在滨江签订。",
      "一、合同总价80,000元。",
    ],
    { parties, signed: "2025-03-05", budgets: [budget(80000)] },
  ),
  told(
    "parties as sides",
    [
      "技术咨询合同",
      "签约双方为：",
      "滨江区教育局（下称“甲方”）",
      "江城启明科技有限公司（下称“乙方”）",
      "一、合同总价80,000元。",
      "甲方（盖章）　　乙方（盖章）",
      "2025年6月1日",
    ],
    { parties, signed: "2025-06-01", budgets: [budget(80000)] },
  ),
  told(
    "bare date at the end",
    ["技术咨询合同", ...SIDES, "一、合同总价80,000元。", "二、本合同一式两份。", "二〇二五年六月一日"],
    { parties, signed: "2025-06-01", budgets: [budget(80000)] },
  ),
  told(
    "signed on",
    ["技术咨询合同", ...SIDES, "一、合同总价80,000元。", "二、本合同签署于2025年6月1日，一式两份。"],
    { parties, signed: "2025-06-01", budgets: [budget(80000)] },
  ),
  told(
    "costs among payments, listed below",
    [
      "技术服务合同",
      ...SIDES,
      "三、费用及支付方式",
      "1. 本合同服务费用总额为50万元，其中：",
      "（1）人员费：30万元；",
      "（2）差旅费：8万元；",
      "（3）资料费：12万元。",
      "2. 支付方式：签订后10日内支付20万元，验收后支付30万元。",
    ],
    {
      parties,
      budgets: [budget(500000, [line("人员费", 300000), line("差旅费", 80000), line("资料费", 120000)])],
      schedules: [{ paid: [pay(200000), pay(300000)] }],
    },
  ),
  told(
    "payment clause with parts that are payments",
    [
      "技术服务合同",
      ...SIDES,
      "三、付款方式",
      "合同总价50万元，其中：首付款20万元，签订后支付；尾款30万元，验收后支付。",
    ],
    { parties, budgets: [budget(500000)], schedules: [{ paid: [pay(200000), pay(300000)] }] },
  ),
  told(
    "years by sum in lines",
    ["法律顾问合同", ...SIDES, "一、顾问费", "首年顾问费6万元；次年顾问费7万元；两年顾问费共计13万元。"],
    { parties, budgets: [budget(130000, [line("首年顾问费", 60000), line("次年顾问费", 70000)])] },
  ),
  told(
    "years by sum, total first",
    [
      "法律顾问合同",
      ...SIDES,
      "一、顾问费",
      "三年服务费总计30万元（大写叁拾万元整）。第一年服务费9万元，第二年服务费10万元，第三年服务费11万元。",
    ],
    {
      parties,
      budgets: [
        budget(
          300000,
          [line("第一年服务费", 90000), line("第二年服务费", 100000), line("第三年服务费", 110000)],
          { capitals: 300000 },
        ),
      ],
    },
  ),
  told(
    "three payers, remit",
    [
      "三方共建协议",
      ...SIDES,
      "丙方：江城绿野合作社",
      "一、项目总经费60万元。",
      "二、资金筹措",
      "1.甲方于2025年9月拨付30万元；",
      "2.丙方于2025年10月汇入20万元；",
      "3.乙方于2026年1月存入专户10万元。",
    ],
    {
      parties: [...parties, ["丙方", "江城绿野合作社"]],
      budgets: [budget(600000)],
      schedules: [
        {
          paid: [
            pay(300000, null, { from: "2025-09" }),
            pay(200000, null, { from: "2025-10" }),
            pay(100000, null, { from: "2026-01" }),
          ],
        },
      ],
    },
  ),
  told(
    "up to, with sums of each",
    [
      "设备采购合同",
      ...SIDES,
      "一、合同总价100,000元。",
      "二、付款方式",
      "1. 预付合同总价的30%，计30,000元；",
      "2. 到货验收后付至合同总价的90%，本次应付60,000元；",
      "3. 余10%，计10,000元，质保期满付清。",
    ],
    {
      parties,
      budgets: [budget(100000)],
      schedules: [{ paid: [pay(30000, "30"), pay(60000, "60"), pay(10000, "10")] }],
    },
  ),
  told(
    "up to sums",
    [
      "设备采购合同",
      ...SIDES,
      "一、合同总价100,000元。",
      "二、付款方式",
      "签订后付30,000元；到货后付至80,000元；验收后付至95,000元；质保期满付清余款5,000元。",
    ],
    {
      parties,
      budgets: [budget(100000)],
      schedules: [{ paid: [pay(30000), pay(50000), pay(15000), pay(5000)] }],
    },
  ),
  told(
    "up to, accumulated",
    [
      "设备采购合同",
      ...SIDES,
      "一、合同总价100,000元。",
      "二、付款方式",
      "（一）签订后支付合同价款的百分之二十；",
      "（二）主体完成后，累计支付至合同价款的百分之六十；",
      "（三）验收合格后，累计支付至合同价款的百分之九十七；",
      "（四）剩余百分之三，质保期满后支付。",
    ],
    {
      parties,
      budgets: [budget(100000)],
      schedules: [{ paid: [pay(null, "20"), pay(null, "40"), pay(null, "37"), pay(null, "3")] }],
    },
  ),
];
