import { budget, line, pay, table, told } from "./told.ts";

const SIDES = ["甲方：云岭县民政局", "乙方：云岭县同心社会工作服务中心"];
const parties: [string, string][] = [
  ["甲方", "云岭县民政局"],
  ["乙方", "云岭县同心社会工作服务中心"],
];

/** What an eighth author's agreements showed, told otherwise: two of each fault. */
export const EIGHTH_VARIANTS = [
  told(
    "posts by the month over a year, one price by the year",
    [
      "食堂劳务服务合同",
      ...SIDES,
      "一、服务期限：2025年9月1日至2026年8月31日。",
      "二、服务费用",
      table(
        "岗位名称|服务月数|人数（人）|单价（元）|合计（元）",
        "厨师|12|3|7,200|259,200",
        "帮厨|12|5|4,300|258,000",
        "工装|/|8|600|4,800",
        "总计||||522,000",
      ),
    ],
    {
      parties,
      term: ["2025-09-01", "2026-08-31"],
      budgets: [
        budget(522000, [
          line("厨师", 259200, { quantity: "3", price: 7200 }),
          line("帮厨", 258000, { quantity: "5", price: 4300 }),
          line("工装", 4800, { quantity: "8", price: 600 }),
        ]),
      ],
    },
  ),
  told(
    "devices by ten months, which is no year",
    [
      "设备租赁合同",
      ...SIDES,
      "一、租金",
      table(
        "设备|数量|单价（元）|月数|金额（元）",
        "制氧机|6|300|10|18,000",
        "护理床|20|150|10|30,000",
        "合计||||48,000",
      ),
    ],
    {
      parties,
      budgets: [
        budget(48000, [
          line("制氧机", 18000, { quantity: "60", price: 300 }),
          line("护理床", 30000, { quantity: "200", price: 150 }),
        ]),
      ],
    },
  ),
  told(
    "settled by the quarter, and when",
    [
      "保洁服务合同",
      ...SIDES,
      "一、合同总价：240,000元。",
      "二、结算：服务费按季度结算，每季度60,000元，共4次。乙方于每季度结束后5日内报送考勤和发票，甲方审核无误后15日内付款。",
    ],
    { parties, budgets: [budget(240000)], schedules: [{ paid: [pay(60000, null, { times: 4 })] }] },
  ),
  told(
    "settled by the month, and when",
    [
      "绿化养护合同",
      ...SIDES,
      "一、合同总价为96,000元。",
      "二、养护期限：2025年4月1日至2026年3月31日。",
      "三、付款方式：甲方每月支付养护费8,000元。每月养护考核合格后，于次月10日前支付。",
    ],
    {
      parties,
      term: ["2025-04-01", "2026-03-31"],
      budgets: [budget(96000)],
      schedules: [{ paid: [pay(8000, null, { from: "2025-04", to: "2026-03", times: 12 })] }],
    },
  ),
  told(
    "lines taken down by other verbs",
    [
      "助餐服务合同补充协议",
      ...SIDES,
      "一、原合同约定：合同总价为300,000元，其中：人工费180,000元，食材费100,000元，配送费20,000元。",
      "二、现变更为：合同总价为280,000元，其中：人工费180,000元，食材费85,000元，配送费15,000元。",
      "三、上述变更中，人工费不变，食材费削减15,000元，配送费下调5,000元。",
    ],
    {
      parties,
      budgets: [
        budget(300000, [line("人工费", 180000), line("食材费", 100000), line("配送费", 20000)]),
        budget(280000, [line("人工费", 180000), line("食材费", 85000), line("配送费", 15000)], {
          version: "amended",
        }),
      ],
    },
  ),
  told(
    "lines put up and squeezed",
    [
      "培训服务合同补充协议",
      ...SIDES,
      "一、原合同约定：合同总价为150,000元，其中：师资费90,000元，场地费60,000元。",
      "二、现调整为：合同总价为150,000元，其中：师资费100,000元，场地费50,000元。",
      "三、即师资费提高10,000元，场地费压降10,000元，总价不变。",
    ],
    {
      parties,
      budgets: [
        budget(150000, [line("师资费", 90000), line("场地费", 60000)]),
        budget(150000, [line("师资费", 100000), line("场地费", 50000)], { version: "amended" }),
      ],
    },
  ),
  told(
    "years in which what was built is mended for nothing",
    [
      "信息系统建设合同",
      ...SIDES,
      "一、建设工期：自2025年6月1日起至2025年11月30日止。",
      "二、合同总价：500,000元。",
      "三、付款方式：（1）签订后支付300,000元；（2）验收合格后支付175,000元；（3）免费维护期36个月届满后支付25,000元。",
    ],
    {
      parties,
      term: ["2025-06-01", "2025-11-30"],
      budgets: [budget(500000)],
      schedules: [{ paid: [pay(300000), pay(175000), pay(25000)] }],
    },
  ),
  told(
    "months within which secrets are kept",
    [
      "数据调查服务合同",
      ...SIDES,
      "一、服务期限：2025年3月1日至2025年8月31日。",
      "二、合同总价：80,000元。",
      "三、乙方的保密期限为24个月，缺陷通知期12个月。",
    ],
    { parties, term: ["2025-03-01", "2025-08-31"], budgets: [budget(80000)] },
  ),
  told(
    "what is added, paid in two parts, in 万元",
    [
      "社工站运营补充协议",
      ...SIDES,
      "一、原合同总价为60万元，现追加服务费15万元，合同总价变更为75万元。",
      "二、新增服务费15万元，分2期付清：第一期于本协议签订后支付9万元；第二期于年底考核合格后支付6万元。",
    ],
    {
      parties,
      budgets: [
        budget(600000),
        budget(750000, [line("原合同总价", 600000), line("服务费", 150000)], { version: "amended" }),
      ],
      schedules: [{ version: "amended", total: 150000, paid: [pay(90000), pay(60000)] }],
    },
  ),
  told(
    "what is added, paid in three parts",
    [
      "养老服务补充协议",
      ...SIDES,
      "一、原合同金额为200,000元，变更后合同金额为260,000元。",
      "二、增加的60,000元由甲方分三次支付：本协议生效后支付30,000元，中期评估后支付20,000元，结项后支付10,000元。",
    ],
    {
      parties,
      budgets: [budget(200000), budget(260000, [], { version: "amended" })],
      schedules: [{ version: "amended", total: 60000, paid: [pay(30000), pay(20000), pay(10000)] }],
    },
  ),
  told(
    "a number of projects, told of by the giver",
    [
      "绩效评价委托合同",
      "委托人：青石区财政局",
      "受托人：明达会计师事务所",
      "委托人委托受托人对2025年度12个财政支出项目进行绩效评价，双方约定如下：",
      "一、评价费用为120,000元。",
    ],
    {
      parties: [
        ["委托人", "青石区财政局"],
        ["受托人", "明达会计师事务所"],
      ],
      budgets: [budget(120000)],
    },
  ),
  told(
    "many projects, told of by the buyer",
    [
      "造价咨询服务合同",
      "采购人：青石区住房和城乡建设局",
      "供应商：衡信工程咨询有限公司",
      "采购人就辖区内三十六个老旧小区改造项目委托供应商提供造价咨询服务，双方约定如下：",
      "一、咨询服务费为360,000元。",
    ],
    {
      parties: [
        ["采购人", "青石区住房和城乡建设局"],
        ["供应商", "衡信工程咨询有限公司"],
      ],
      budgets: [budget(360000)],
    },
  ),
  told(
    "one of three instalments changed, the others as they were",
    [
      "评估服务合同补充协议",
      ...SIDES,
      "一、原合同总价100,000元，现调整为90,000元。",
      "二、原合同约定分三期支付，第一期40,000元，第二期30,000元，第三期30,000元。第三期由30,000元调整为20,000元，其余各期不变。",
    ],
    {
      parties,
      budgets: [budget(100000), budget(90000, [], { version: "amended" })],
      schedules: [
        { paid: [pay(40000), pay(30000), pay(30000)] },
        { version: "amended", paid: [pay(40000), pay(30000), pay(20000)] },
      ],
    },
  ),
  told(
    "the first payment made, the last one changed",
    [
      "宣传服务合同补充协议",
      ...SIDES,
      "一、合同总金额由500,000元调整为460,000元。",
      "二、原合同约定首付款300,000元，尾款200,000元。现尾款由200,000元变更为160,000元，于验收后支付；首付款已付，不作变更。",
    ],
    {
      parties,
      budgets: [budget(500000), budget(460000, [], { version: "amended" })],
      schedules: [
        { paid: [pay(300000), pay(200000)] },
        { version: "amended", paid: [pay(300000), pay(160000)] },
      ],
    },
  ),
  told(
    "two halves of each year, and pocket money by the head",
    [
      "福利院托养合同",
      ...SIDES,
      "一、托养费总额为400,000元。",
      "二、托养费按下列方式支付：",
      "（1）2026年度托养费每半年支付一次，每次90,000元，共2次；",
      "（2）2027年度托养费每半年支付一次，每次110,000元，共2次。",
      "三、托养对象生活补贴每人每月200元由乙方另行发放，不计入托养费。",
    ],
    {
      parties,
      budgets: [budget(400000)],
      schedules: [
        {
          paid: [
            pay(90000, null, { from: "2026-01", to: "2026-12", times: 2 }),
            pay(110000, null, { from: "2027-01", to: "2027-12", times: 2 }),
          ],
        },
      ],
    },
  ),
  told(
    "a fee by the household that others pay",
    [
      "物业服务合同",
      ...SIDES,
      "一、服务期限：2025年1月1日至2025年12月31日。",
      "二、服务费总额120,000元，甲方每月支付10,000元。",
      "三、住户按每户每月30元向乙方缴纳垃圾清运费，不含在服务费内。",
    ],
    {
      parties,
      term: ["2025-01-01", "2025-12-31"],
      budgets: [budget(120000)],
      schedules: [{ paid: [pay(10000, null, { from: "2025-01", to: "2025-12", times: 12 })] }],
    },
  ),
];
