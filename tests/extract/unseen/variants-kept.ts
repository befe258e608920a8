import { budget, line, pay, table, told } from "./told.ts";

const amended = { version: "amended" } as const;
const SIDES = ["委托方：清河县水务局", "受托方：清河恒达工程咨询有限公司"];
const parties: [role: string, name: string][] = [
  ["委托方", "清河县水务局"],
  ["受托方", "清河恒达工程咨询有限公司"],
];

/** The same kinds as in variants.ts, worded otherwise and kept apart until those were read: 8 of 13 were whole at first look. */
export const VARIANTS_KEPT = [
  told(
    "hotel nights, list and agreed price side by side",
    [
      "会议服务合同书",
      ...SIDES,
      "一、住宿费用",
      table(
        "房型|间数|门市价（元）|协议价（元）|费用小计（元）",
        "标准间|30|480|320|9,600",
        "大床房|12|520|350|4,200",
        "合计|42|||13,800",
      ),
      "二、费用合计13,800元。",
    ],
    {
      parties,
      budgets: [
        budget(13800, [
          line("标准间", 9600, { quantity: "30", price: 320 }),
          line("大床房", 4200, { quantity: "12", price: 350 }),
        ]),
      ],
    },
  ),
  told(
    "before and after with counts that change",
    [
      "印刷服务合同变更协议",
      ...SIDES,
      "原合同印制数量调整如下：",
      table(
        "品名|原数量（册）|原价款（元）|现数量（册）|现价款（元）|单价（元/册）",
        "教材甲|2,000|30,000|2,500|37,500|15",
        "教材乙|1,000|22,000|800|17,600|22",
        "合计|3,000|52,000|3,300|55,100|",
      ),
    ],
    {
      parties,
      budgets: [
        budget(52000, [
          line("教材甲", 30000, { quantity: "2000", price: 15 }),
          line("教材乙", 22000, { quantity: "1000", price: 22 }),
        ]),
        budget(
          55100,
          [
            line("教材甲", 37500, { quantity: "2500", price: 15 }),
            line("教材乙", 17600, { quantity: "800", price: 22 }),
          ],
          amended,
        ),
      ],
    },
  ),
  told(
    "two funders and their sum in 万元",
    [
      "合作研究协议",
      ...SIDES,
      "一、经费来源与支出（万元）",
      table(
        "支出科目|甲方出资|乙方出资|小计",
        "试验费|12.5|4.5|17",
        "检测费|6|2|8",
        "差旅费|3.2|1.8|5",
        "总计|21.7|8.3|30",
      ),
    ],
    {
      parties,
      budgets: [budget(300000, [line("试验费", 170000), line("检测费", 80000), line("差旅费", 50000)])],
    },
  ),
  told(
    "guards priced per post and month",
    [
      "安保服务合同",
      ...SIDES,
      "一、费用",
      table(
        "岗位|岗位数|每岗月费用（元）|月数|合计（元）",
        "大门岗|3|5,000|12|180,000",
        "巡逻岗|2|4,800|12|115,200",
        "费用总计||||295,200",
      ),
    ],
    {
      parties,
      budgets: [
        budget(295200, [
          line("大门岗", 180000, { quantity: "3", price: 5000 }),
          line("巡逻岗", 115200, { quantity: "2", price: 4800 }),
        ]),
      ],
    },
  ),
  told(
    "progress amid steps",
    [
      "建设工程施工合同",
      ...SIDES,
      "一、合同价款：1,000,000元。",
      "二、工程款支付",
      "1. 开工前预付合同价款的15%；",
      "2. 施工期间按月支付当月完成工程量的75%；",
      "3. 竣工验收后付至合同价款的90%；",
      "4. 缺陷责任期满付清剩余款项。",
    ],
    { parties, budgets: [budget(1000000)], schedules: [{ paid: [pay(null, "15"), pay(null), pay(null)] }] },
  ),
  told(
    "accumulated shares in a sentence",
    [
      "软件开发合同",
      ...SIDES,
      "一、合同金额：人民币贰拾万元整（¥200,000.00）。",
      "二、付款：签约后付20%；需求确认后付到50%；上线后付到80%；终验后付到95%；质保一年期满付清剩余5%。",
    ],
    {
      parties,
      budgets: [budget(200000, [], { capitals: 200000 })],
      schedules: [
        { paid: [pay(null, "20"), pay(null, "30"), pay(null, "30"), pay(null, "15"), pay(null, "5")] },
      ],
    },
  ),
  told(
    "up to share with the sum that it makes",
    [
      "仪器采购合同",
      ...SIDES,
      "一、合同总价400,000元。",
      "二、付款方式",
      "（1）签约后支付合同总价的25%，即100,000元；",
      "（2）到货后累计付至合同总价的75%，即累计300,000元；",
      "（3）验收后付至合同总价的100%，即支付余款100,000元。",
    ],
    {
      parties,
      budgets: [budget(400000)],
      schedules: [{ paid: [pay(100000, "25"), pay(200000, "50"), pay(100000, "25")] }],
    },
  ),
  told(
    "service from and to on two lines with a bare date at the end",
    [
      "技术服务协议书",
      ...SIDES,
      "服务开始日期：2025年4月1日",
      "服务结束日期：2026年3月31日",
      "服务费总额36,000元。",
      "委托方（签章）　　受托方（签章）",
      "二〇二五年三月二十日",
    ],
    { parties, term: ["2025-04-01", "2026-03-31"], signed: "2025-03-20", budgets: [budget(36000)] },
  ),
  told(
    "raised by a supplement, told after the rise",
    [
      "餐饮服务合同补充协议",
      ...SIDES,
      "因食材涨价，双方调整餐标。原合同年餐费为人民币贰拾肆万元整（¥240,000.00），提价后年餐费为人民币贰拾柒万元整（¥270,000.00）。",
      "本补充协议订立于2025年7月1日。",
    ],
    {
      parties,
      signed: "2025-07-01",
      budgets: [
        budget(240000, [], { capitals: 240000 }),
        budget(270000, [], { ...amended, capitals: 270000 }),
      ],
    },
  ),
  told(
    "costs told within the payment clause, total last",
    [
      "检测服务合同",
      ...SIDES,
      "四、费用与结算",
      "检测服务费共计人民币86,000元，包括：采样费16,000元、分析费58,000元、报告编制费12,000元。出具报告后十日内一次性付清。",
    ],
    {
      parties,
      budgets: [budget(86000, [line("采样费", 16000), line("分析费", 58000), line("报告编制费", 12000)])],
      // All of it is paid at once: no sum of its own is told.
      schedules: [{ paid: [pay(null, null)] }],
    },
  ),
  told(
    "yearly rent, sum told first by words",
    [
      "办公用房租赁合同",
      ...SIDES,
      "一、租金：第一年租金96,000元，第二年租金100,800元，两年租金合计196,800元（大写：壹拾玖万陆仟捌佰元整）。",
    ],
    {
      parties,
      budgets: [
        budget(196800, [line("第一年租金", 96000), line("第二年租金", 100800)], { capitals: 196800 }),
      ],
    },
  ),
  told(
    "funds come in from two",
    [
      "共建协议",
      ...SIDES,
      "一、项目经费总额90万元。",
      "二、资金到位计划",
      "（1）委托方2025年6月划转40万元；",
      "（2）受托方2025年7月缴入20万元；",
      "（3）委托方2026年1月划转30万元。",
    ],
    {
      parties,
      budgets: [budget(900000)],
      schedules: [
        {
          paid: [
            pay(400000, null, { from: "2025-06" }),
            pay(200000, null, { from: "2025-07" }),
            pay(300000, null, { from: "2026-01" }),
          ],
        },
      ],
    },
  ),
  told(
    "assessed units with names",
    [
      "审计服务合同",
      ...SIDES,
      "一、审计费",
      table(
        "序号|被审单位名称|资产规模（万元）|审计费（元）",
        "1|清河自来水公司|8,600|24,000",
        "2|清河排水公司|3,200|15,000",
        "|合计||39,000",
      ),
      "二、审计费合计39,000元。",
    ],
    { parties, budgets: [budget(39000, [line("清河自来水公司", 24000), line("清河排水公司", 15000)])] },
  ),
];

const SIDES_TOO = ["采购人：松山区文化馆", "供应商：松山灯火传媒有限公司"];
const partiesToo: [role: string, name: string][] = [
  ["采购人", "松山区文化馆"],
  ["供应商", "松山灯火传媒有限公司"],
];

/** Kept apart until those above were read, too: 9 of 10 were whole at first look. */
export const VARIANTS_KEPT_TOO = [
  told(
    "rent by square metre and month",
    [
      "场馆租赁合同",
      ...SIDES_TOO,
      "二、租金明细",
      table(
        "房间|面积（㎡）|单位租金（元/㎡·月）|月租金（元）",
        "一号厅|200|45.00|9,000.00",
        "二号厅|120|50.00|6,000.00",
        "合计|320||15,000.00",
      ),
    ],
    {
      parties: partiesToo,
      budgets: [
        budget(15000, [
          line("一号厅", 9000, { quantity: "200", price: 45 }),
          line("二号厅", 6000, { quantity: "120", price: 50 }),
        ]),
      ],
    },
  ),
  told(
    "tax split out",
    [
      "设备采购合同",
      ...SIDES_TOO,
      "一、价款",
      table(
        "品名|数量|不含税金额（元）|税额（元）|价税合计（元）",
        "音箱|4|8,000.00|1,040.00|9,040.00",
        "功放|2|6,000.00|780.00|6,780.00",
        "合计||14,000.00|1,820.00|15,820.00",
      ),
    ],
    {
      parties: partiesToo,
      budgets: [
        budget(15820, [line("音箱", 9040, { quantity: "4" }), line("功放", 6780, { quantity: "2" })]),
      ],
    },
  ),
  told(
    "budget changed with a difference column first",
    [
      "演出服务合同补充协议",
      ...SIDES_TOO,
      "一、经费调整如下（单位：元）：",
      table(
        "经费科目|变动额|变更前|变更后",
        "演职人员费|+6,000|30,000|36,000",
        "舞美制作费|-2,000|18,000|16,000",
        "合计|+4,000|48,000|52,000",
      ),
    ],
    {
      parties: partiesToo,
      budgets: [
        budget(48000, [line("演职人员费", 30000), line("舞美制作费", 18000)]),
        budget(52000, [line("演职人员费", 36000), line("舞美制作费", 16000)], amended),
      ],
    },
  ),
  told(
    "paid to shares, in numbered lines with names",
    [
      "系统集成合同",
      ...SIDES_TOO,
      "一、合同总价：￥600,000元。",
      "二、支付",
      "1、预付款：合同签订后支付合同总价20%；",
      "2、到货款：设备到货后支付至合同总价50%；",
      "3、初验款：初验后支付至合同总价80%；",
      "4、终验款：终验后支付至合同总价97%；",
      "5、质保金：合同总价3%，质保期满后支付。",
    ],
    {
      parties: partiesToo,
      budgets: [budget(600000)],
      schedules: [
        { paid: [pay(null, "20"), pay(null, "30"), pay(null, "30"), pay(null, "17"), pay(null, "3")] },
      ],
    },
  ),
  told(
    "paid to sums told with digits and share of now",
    [
      "装修合同",
      ...SIDES_TOO,
      "一、合同价：200,000元。",
      "二、付款：开工前付60,000元（30%）；水电验收后累计付至140,000元（70%）；竣工后付至190,000元（95%）；余款10,000元（5%）一年后付清。",
    ],
    {
      parties: partiesToo,
      budgets: [budget(200000)],
      schedules: [{ paid: [pay(60000, "30"), pay(80000, "40"), pay(50000, "25"), pay(10000, "5")] }],
    },
  ),
  told(
    "two funders' contributions in lines",
    [
      "合作办节协议",
      ...SIDES_TOO,
      "一、经费来源",
      "活动总经费30万元，其中采购人承担20万元，供应商承担10万元。",
    ],
    {
      parties: partiesToo,
      budgets: [budget(300000, [line("采购人承担", 200000), line("供应商承担", 100000)])],
    },
  ),
  told(
    "start and finish in a form",
    [
      "改造工程合同",
      ...SIDES_TOO,
      table("开工日期|2025年5月6日", "竣工日期|2025年8月30日"),
      "一、合同总价120,000元。",
    ],
    { parties: partiesToo, term: ["2025-05-06", "2025-08-30"], budgets: [budget(120000)] },
  ),
  told(
    "three years' fees, each year paid",
    [
      "代理记账合同",
      ...SIDES_TOO,
      "一、服务费：2025年度12,000元，2026年度12,600元，2027年度13,200元，合计37,800元。",
    ],
    {
      parties: partiesToo,
      budgets: [budget(37800, [line("2025年度", 12000), line("2026年度", 12600), line("2027年度", 13200)])],
    },
  ),
  told(
    "signed at the end with seals and date on one line",
    [
      "宣传片制作合同",
      ...SIDES_TOO,
      "一、合同总价50,000元。",
      "采购人（盖章）：　　供应商（盖章）：",
      "2025年3月9日　　2025年3月10日",
    ],
    { parties: partiesToo, signed: "2025-03-10", budgets: [budget(50000)] },
  ),
  told(
    "list price, discount, price of one and sum",
    [
      "图书采购合同",
      ...SIDES_TOO,
      "一、清单",
      table(
        "书名|码洋（元）|折扣|册数|实洋（元）",
        "少儿绘本|40.00|75%|200|6,000.00",
        "地方志|120.00|80%|50|4,800.00",
        "合计|||250|10,800.00",
      ),
      "二、合同金额10,800元。",
    ],
    {
      parties: partiesToo,
      budgets: [
        budget(10800, [
          line("少儿绘本", 6000, { quantity: "200" }),
          line("地方志", 4800, { quantity: "50" }),
        ]),
      ],
    },
  ),
];
