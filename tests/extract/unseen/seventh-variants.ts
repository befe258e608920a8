import { budget, line, pay, table, told } from "./told.ts";

/** Told otherwise: what the seventh author's agreements showed, a few clauses each. */
const SIDES = ["甲方：澄湖区文化馆", "乙方：澄湖启明文化传播有限公司"];
const BOTH: [string, string][] = [
  ["甲方", "澄湖区文化馆"],
  ["乙方", "澄湖启明文化传播有限公司"],
];

/** Sides that no list knows, by their seals. */
const SEALS = [
  ["主包方", "分装方", "主包方（盖章）：          分装方（盖章）："],
  ["投放单位", "收运单位", "投放单位：（公章）      收运单位：（公章）"],
  ["征集人", "应征人", "征集人（章）            应征人（章）"],
  ["招标人", "投标人", "招标人（单位公章）：      投标人（单位公章）："],
  ["寄存方", "仓储方", "寄存方（签章）：     仓储方（签章）："],
  ["托养人", "托养机构", "托养人（公章）：   托养机构（公章）："],
].map(([first, second, seals]) =>
  told(
    `sides by their seals: ${first}, ${second}`,
    [
      "服务合同",
      `${first}：东谷县城乡环境中心`,
      "地址：东谷县南门路2号",
      `${second}：东谷绿源环境工程有限公司`,
      "法定代表人：何明远",
      "双方经协商一致，订立本合同。",
      "一、合同总价为人民币96,000元（大写：玖万陆仟元整）。",
      "二、本合同一式两份。",
      seals,
      "法定代表人（签章）：        法定代表人（签章）：",
    ],
    {
      parties: [
        [first, "东谷县城乡环境中心"],
        [second, "东谷绿源环境工程有限公司"],
      ],
      budgets: [budget(96000, [], { capitals: 96000 })],
    },
  ),
);

const LOTS = [
  told(
    "years with parts below the whole",
    [
      "运营服务合同",
      ...SIDES,
      "一、合同总金额为人民币900,000元（大写：玖拾万元整）。",
      "二、第一年度430,000元，其中人员费300,000元，活动费130,000元；",
      "三、第二年度470,000元，其中人员费330,000元，活动费140,000元。",
    ],
    {
      parties: BOTH,
      budgets: [
        budget(
          900000,
          [
            line("第一年度", 430000),
            line("人员费", 300000, { parent: "第一年度" }),
            line("活动费", 130000, { parent: "第一年度" }),
            line("第二年度", 470000),
            line("人员费", 330000, { parent: "第二年度" }),
            line("活动费", 140000, { parent: "第二年度" }),
          ],
          { capitals: 900000 },
        ),
      ],
    },
  ),
  told(
    "packages in one sentence each",
    [
      "设备采购合同",
      ...SIDES,
      "一、合同总价：￥300,000.00元。",
      "（一）A包180,000.00元，包括：主机费150,000.00元、安装费30,000.00元。",
      "（二）B包120,000.00元，包括：软件费100,000.00元、培训费20,000.00元。",
    ],
    {
      parties: BOTH,
      budgets: [
        budget(300000, [
          line("A包", 180000),
          line("主机费", 150000, { parent: "A包" }),
          line("安装费", 30000, { parent: "A包" }),
          line("B包", 120000),
          line("软件费", 100000, { parent: "B包" }),
          line("培训费", 20000, { parent: "B包" }),
        ]),
      ],
    },
  ),
  told(
    "lots whose parts do not make one of them",
    [
      "道路养护合同",
      ...SIDES,
      "一、合同总价为500,000元。",
      "二、一标段260,000元，其中：人工费160,000元，机械费100,000元；",
      "三、二标段240,000元，其中：人工费150,000元，机械费80,000元。",
    ],
    {
      parties: BOTH,
      budgets: [
        budget(500000, [
          line("一标段", 260000),
          line("人工费", 160000, { parent: "一标段" }),
          line("机械费", 100000, { parent: "一标段" }),
          line("二标段", 240000),
          line("人工费", 150000, { parent: "二标段" }),
          line("机械费", 80000, { parent: "二标段" }),
        ]),
      ],
      flaws: [["subtotal-equals-sum", "二标段"]],
    },
  ),
  told(
    "lots that are totals themselves stay apart",
    [
      "绿化合同",
      ...SIDES,
      "第一标段合同价为260,000元，其中：苗木费200,000元，人工费60,000元。",
      "第二标段合同价为140,000元，其中：苗木费100,000元，人工费40,000元。",
    ],
    {
      parties: BOTH,
      budgets: [
        budget(260000, [line("苗木费", 200000), line("人工费", 60000)]),
        budget(140000, [line("苗木费", 100000), line("人工费", 40000)]),
      ],
    },
  ),
];

/** How something is paid, told behind what is paid each time: no payment more. */
const WAYS = [
  "乙方开具发票后，甲方于每季度末以银行转账方式支付。",
  "甲方每季度收到发票后10日内通过电汇支付。",
  "上述款项每季度以转账支票形式支付。",
  "每季度考核合格后，由甲方对公转账支付。",
  "款项于每季度首月采用银行汇款方式拨付。",
  "每季度的费用凭正规发票以网银支付。",
].map((way, index) =>
  told(
    `the way of paying is no payment (${index + 1})`,
    [
      "保洁服务合同",
      ...SIDES,
      "一、服务费共计120,000元。",
      "二、付款方式",
      `1.服务费按季度支付，每季度支付30,000元，共支付4次。`,
      `2.${way}`,
    ],
    { parties: BOTH, budgets: [budget(120000)], schedules: [{ paid: [pay(30000, null, { times: 4 })] }] },
  ),
);

const TERMS = (
  [
    ["一、服务期限", "乙方自2025年3月1日起提供驻场服务，至2026年2月28日止。"],
    ["一、供货期限", "自2025年3月1日起陆续供货，至2026年2月28日止。"],
    ["一、合作期限", "合作自2025年3月1日开始实施，到2026年2月28日为止。"],
    ["一、委托期限", "委托自2025年3月1日起算，至2026年2月28日终止。"],
    ["一、养护期限", "乙方自2025年3月1日起进场养护，至2026年2月28日止全部退场。"],
    ["一、租赁期限", "自2025年3月1日起计租，至2026年2月28日止。"],
  ] as const
).map(([heading, words], index) =>
  told(`a term around what begins (${index + 1})`, ["合同", ...SIDES, heading, words], {
    parties: BOTH,
    term: ["2025-03-01", "2026-02-28"],
  }),
);

const SIGNED = [
  "经友好协商，双方于2025年5月6日达成如下协议：",
  "为做好场馆运营，甲乙双方于2025年5月6日订立本合同，共同遵守。",
  "双方于2025年5月6日就场馆日常运营签订如下合同：",
  "甲乙双方于2025年5月6日在澄湖区签署本协议。",
  "根据有关规定，双方本着平等自愿的原则，于2025年5月6日达成以下协议。",
  "双方于2025年5月6日就服务事项达成如下补充协议：",
].map((words, index) =>
  told(`signed amid the first sentence (${index + 1})`, ["场馆运营协议", ...SIDES, words], {
    parties: BOTH,
    signed: "2025-05-06",
  }),
);

/** What was signed then is the agreement before; the supplement's own day is not told. */
const NOT_SIGNED = [
  "双方于2025年5月6日签订了《场馆运营协议》，现经协商达成如下补充协议：",
  "鉴于双方2025年5月6日签署的原协议约定不明，特达成本补充协议。",
].map((words, index) =>
  told(`signed before, not now (${index + 1})`, ["补充协议", ...SIDES, words], { parties: BOTH }),
);

const rent = (yuan: number, from: string, to: string, times: number) => pay(yuan, null, { from, to, times });

const MOVED = [
  told(
    "a term moved in one sentence, paid by the month",
    [
      "设备租赁合同补充协议",
      ...SIDES,
      "一、原租赁期限为2025年1月1日至2025年12月31日，现变更为2025年3月1日至2026年2月28日。",
      "二、原付款约定：2025年1月至2025年12月，每月支付8,000元。",
      "三、现付款约定调整为：2025年3月至2026年2月，每月支付8,000元。",
    ],
    {
      parties: BOTH,
      term: ["2025-03-01", "2026-02-28"],
      schedules: [
        { paid: [rent(8000, "2025-01", "2025-12", 12)] },
        { version: "amended", paid: [rent(8000, "2025-03", "2026-02", 12)] },
      ],
    },
  ),
  told(
    "a term moved, the new payments a month short",
    [
      "车辆租赁合同补充协议",
      ...SIDES,
      "一、原合同租赁期限自2025年1月1日起至2025年12月31日止，共12个月，现变更为自2025年3月1日起至2026年2月28日止，共12个月。",
      "二、原合同约定：2025年1月至2025年12月，每月支付8,000元。",
      "三、现变更为：2025年3月至2026年1月，每月支付8,000元。",
    ],
    {
      parties: BOTH,
      term: ["2025-03-01", "2026-02-28", 12],
      schedules: [
        { paid: [rent(8000, "2025-01", "2025-12", 12)] },
        { version: "amended", paid: [rent(8000, "2025-03", "2026-01", 11)] },
      ],
      flaws: [["schedule-covers-term", "付款计划"]],
    },
  ),
  told(
    "a term moved, the old payments a month short of the old term",
    [
      "场地租赁合同补充协议",
      ...SIDES,
      "一、变更前：租赁期限自2025年1月1日起至2025年12月31日止。",
      "变更为：租赁期限自2025年3月1日起至2026年2月28日止。",
      "二、变更前：2025年1月至2025年11月，每月支付8,000元。",
      "变更为：2025年3月至2026年2月，每月支付8,000元。",
    ],
    {
      parties: BOTH,
      term: ["2025-03-01", "2026-02-28"],
      schedules: [
        { paid: [rent(8000, "2025-01", "2025-11", 11)] },
        { version: "amended", paid: [rent(8000, "2025-03", "2026-02", 12)] },
      ],
      flaws: [["schedule-covers-term", "付款计划"]],
    },
  ),
  told(
    "a longer term, the months told without dates before",
    [
      "保安服务合同补充协议",
      ...SIDES,
      "一、原服务期限自2025年1月1日起至2025年12月31日止，共计12个月，现调整为自2025年1月1日起至2026年6月30日止，共计18个月。",
      "二、原约定：每月支付8,000元。",
      "三、现调整为：每月支付9,000元。",
    ],
    {
      parties: BOTH,
      term: ["2025-01-01", "2026-06-30", 18],
      schedules: [
        { paid: [rent(8000, "2025-01", "2025-12", 12)] },
        { version: "amended", paid: [rent(9000, "2025-01", "2026-06", 18)] },
      ],
    },
  ),
  told(
    "a term made longer, only the first payments told",
    [
      "运维合同补充协议",
      ...SIDES,
      "一、原合同服务期限自2025年1月1日起至2025年12月31日止，现延长至2026年3月31日。",
      "二、原合同约定：2025年1月至2025年12月，每月支付8,000元。",
    ],
    {
      parties: BOTH,
      term: ["2025-01-01", "2026-03-31"],
      schedules: [{ paid: [rent(8000, "2025-01", "2025-12", 12)] }],
    },
  ),
  told(
    "a term moved, its old and new months in a table",
    [
      "托管合同补充协议",
      ...SIDES,
      "一、服务期限由2025年1月1日至2025年12月31日调整为2025年2月1日至2026年1月31日。",
      "二、调整后的付款计划",
      table("付款月份|每月金额（元）", "2025年2月至2025年6月|7,000", "2025年7月至2026年1月|7,500"),
    ],
    {
      parties: BOTH,
      term: ["2025-02-01", "2026-01-31"],
      schedules: [
        {
          version: "amended",
          paid: [rent(7000, "2025-02", "2025-06", 5), rent(7500, "2025-07", "2026-01", 7)],
        },
      ],
    },
  ),
];

const BY_MONTH = [
  ["期间", "月租金（元）"],
  ["支付期限", "应付费用（元/月）"],
  ["付款期间", "每个月付款金额"],
  ["付款时间", "按月支付金额（元）"],
].map(([when, each]) =>
  told(
    `sums of one month each by their header: ${each}`,
    [
      "场地租赁合同",
      ...SIDES,
      "一、租赁期限自2025年2月1日起至2026年1月31日止。",
      "二、租金支付",
      table(`${when}|${each}`, "2025年2月至2025年6月|7000", "2025年7月至2026年1月|7500"),
    ],
    {
      parties: BOTH,
      term: ["2025-02-01", "2026-01-31"],
      schedules: [{ paid: [rent(7000, "2025-02", "2025-06", 5), rent(7500, "2025-07", "2026-01", 7)] }],
    },
  ),
);

export const SEVENTH_VARIANTS = [
  ...SEALS,
  ...LOTS,
  ...WAYS,
  ...TERMS,
  ...SIGNED,
  ...NOT_SIGNED,
  ...MOVED,
  ...BY_MONTH,
];
