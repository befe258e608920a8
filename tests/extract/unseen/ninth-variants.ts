import { budget, line, pay, table, told } from "./told.ts";

const PARTIES: [string, string][] = [
  ["甲方", "云栖县文化馆"],
  ["乙方", "云栖县青禾服务中心"],
];
const SIDES = ["甲方：云栖县文化馆", "乙方：云栖县青禾服务中心"];

/** What the ninth and tenth authors showed, in other words. */
export const NINTH_VARIANTS = [
  told(
    "rents of two years by the month, then all of it",
    [
      "仓库租赁合同",
      ...SIDES,
      "一、租金",
      "第一租赁年（2025年6月1日至2026年5月31日）：月租金3,000元，年租金36,000元；第二租赁年（2026年6月1日至2027年5月31日）：月租金3,200元，年租金38,400元；租金总额74,400元（大写：柒万肆仟肆佰元整）。",
    ],
    {
      parties: PARTIES,
      budgets: [budget(74400, [line("第一租赁年", 36000), line("第二租赁年", 38400)], { capitals: 74400 })],
    },
  ),
  told(
    "what the tax takes of the price is no part of it",
    [
      "设备维护合同",
      ...SIDES,
      "一、合同价款",
      "合同总价为106,000.00元（大写：壹拾万陆仟元整），其中不含税金额100,000.00元，增值税额6,000.00元。",
    ],
    { parties: PARTIES, budgets: [budget(106000, [], { capitals: 106000 })] },
  ),
  told(
    "kinds whose sums are called 本类合计 and 分项小计",
    [
      "社区活动服务合同",
      ...SIDES,
      "一、经费预算",
      table(
        "类别|明细|金额（元）",
        "一、活动类|讲座|20000",
        "^|沙龙|10000",
        "^|本类合计|30000",
        "二、管理类|审计|5000",
        "^|办公|7000",
        "^|分项小计|12000",
        "总计|<|42000",
      ),
    ],
    {
      parties: PARTIES,
      budgets: [
        budget(42000, [
          line("活动类", 30000),
          line("讲座", 20000, { parent: "活动类" }),
          line("沙龙", 10000, { parent: "活动类" }),
          line("管理类", 12000),
          line("审计", 5000, { parent: "管理类" }),
          line("办公", 7000, { parent: "管理类" }),
        ]),
      ],
    },
  ),
  told(
    "heads, what each costs and what they come to",
    [
      "培训服务合同",
      ...SIDES,
      "一、培训费用",
      "厨师班每人1,200元，50人计60,000元；",
      "面点班每人900元，40人计36,000元。",
      "两项合计96,000元（大写：玖万陆仟元整）。",
    ],
    {
      parties: PARTIES,
      budgets: [
        budget(
          96000,
          [
            line("厨师班", 60000, { quantity: "50", price: 1200 }),
            line("面点班", 36000, { quantity: "40", price: 900 }),
          ],
          { capitals: 96000 },
        ),
      ],
    },
  ),
  told(
    "a payment's month told behind it, and what is not paid",
    [
      "调研服务合同",
      ...SIDES,
      "一、合同价款",
      "合同总价为100,000元（大写：壹拾万元整）。",
      "二、付款方式",
      "首付款40,000元，于2025年3月支付；尾款60,000元，于2025年11月支付。验收不合格的，尾款不予支付。",
    ],
    {
      parties: PARTIES,
      budgets: [budget(100000, [], { capitals: 100000 })],
      schedules: [{ paid: [pay(40000, null, { from: "2025-03" }), pay(60000, null, { from: "2025-11" })] }],
    },
  ),
  told(
    "shares of one line of the whole",
    [
      "补贴协议书",
      ...SIDES,
      "一、补贴金额",
      table("补贴种类|金额（元）", "设施补贴|200,000", "人员补贴|100,000", "合计|300,000"),
      "二、拨付方式",
      "设施补贴分两次拨付：开工后拨付60%，即120,000元；完工后拨付40%，即80,000元。",
    ],
    {
      parties: PARTIES,
      budgets: [budget(300000, [line("设施补贴", 200000), line("人员补贴", 100000)])],
      schedules: [{ paid: [pay(120000, "60"), pay(80000, "40")] }],
    },
  ),
];
