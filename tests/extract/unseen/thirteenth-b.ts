import { held } from "./held.ts";
import { budget, line, pay } from "./told.ts";

/** Written without sight of the tool, its fixtures or other tests. */
export const THIRTEENTH_B = [
  held("thirteenth", "09", "技术开发（委托）合同", {
    code: "QY-IT-D-2025-119",
    project: "启岳集团供应链协同平台二期",
    parties: [
      ["甲方", "启岳重工集团有限公司"],
      ["乙方", "深屿软件技术有限公司"],
    ],
    signed: "2025-03-27",
    term: ["2025-04-01", "2026-01-31", 10],
    budgets: [
      budget(
        2226231.08,
        [
          line("不含税金额", 2100218),
          line("需求分析与架构设计", 368000, { parent: "不含税金额" }),
          line("核心模块开发", 1185460, { parent: "不含税金额" }),
          line("外部系统接口开发", 273258, { parent: "不含税金额" }),
          line("部署实施与数据迁移", 221500, { parent: "不含税金额" }),
          line("用户培训", 52000, { parent: "不含税金额" }),
          line("增值税（税率6%）", 126013.08),
        ],
        { capitals: 2226231.08 },
      ),
    ],
    schedules: [
      { paid: [pay(667869.32, "30"), pay(667869.32, "30"), pay(667869.32, "30"), pay(222623.12, "10")] },
    ],
  }),
  held("thirteenth", "10", "居家养老助餐服务协议", {
    code: "QYCG-2025-1187",
    project: "曲塬县2026年度幸福餐桌助餐服务项目",
    parties: [
      ["甲方", "曲塬县民政局"],
      ["乙方", "曲塬县禾穗餐饮服务有限责任公司"],
      ["丙方", "曲塬县老年事业促进会"],
    ],
    signed: "2025-12-15",
    term: ["2026-01-01", "2026-12-31", 12],
    budgets: [
      budget(
        1442400,
        [
          line("午餐补助", 861400, { quantity: "73000", price: 11.8 }),
          line("晚餐补助", 354000, { quantity: "36500", price: 9.6 }),
          line("送餐上门补助", 73000, { quantity: "29200", price: 2.5 }),
          line("助餐点运营补贴", 144000, { quantity: "8", price: 18000 }),
          line("食品安全责任险", 10000, { quantity: "8", price: 1250 }),
        ],
        { capitals: 1442400 },
      ),
    ],
    schedules: [{ paid: [pay(120200, null, { from: "2026-01", to: "2026-12", times: 12 })] }],
    flaws: [["quantity-times-price", "晚餐补助"]],
  }),
  held("thirteenth", "11", "公交候车亭更新采购及安装合同", {
    project: "东西轴线公交候车亭更新（第三批）",
    parties: [
      ["需方", "盐滩市公共交通集团有限责任公司"],
      ["供方", "盐滩海瑞城市家具制造有限公司"],
    ],
    signed: "2025-11-06",
    term: ["2025-11-10", "2026-01-31"],
    budgets: [
      budget(
        1170000,
        [
          line("不锈钢候车亭", 686400, { quantity: "24", price: 28600 }),
          line("LED电子站牌", 322800, { quantity: "24", price: 13450 }),
          line("基础施工及电力接入", 153120, { quantity: "24", price: 6380 }),
          line("旧亭拆除清运", 19550, { quantity: "17", price: 1150 }),
          line("供方一次性优惠", -11870),
        ],
        { capitals: 1170000 },
      ),
    ],
    schedules: [{ paid: [pay(585000, "50"), pay(549900, "47"), pay(35100, "3")] }],
  }),
  held("thirteenth", "12", "建设工程监理合同补充协议书", {
    code: "ZT-JL-2024-0015",
    project: "裕河新区第一高级中学新建工程",
    parties: [
      ["委托人", "裕河新区教育事业发展中心"],
      ["监理人", "中拓工程项目管理有限公司"],
    ],
    signed: "2025-08-05",
    term: ["2024-03-01", "2026-02-28", 24],
    budgets: [
      budget(684000, [
        line("施工阶段监理酬金", 612000, { quantity: "18", price: 34000 }),
        line("保修阶段监理酬金", 72000),
      ]),
      budget(
        888000,
        [line("施工阶段监理酬金", 816000, { quantity: "24", price: 34000 }), line("保修阶段监理酬金", 72000)],
        { capitals: 888000, version: "amended" },
      ),
    ],
    schedules: [
      { paid: [pay(102000, null, { from: "2024-05", to: "2025-08", times: 6 }), pay(72000)] },
      {
        version: "amended",
        paid: [pay(102000, null, { from: "2024-05", to: "2026-02", times: 8 }), pay(72000)],
      },
    ],
  }),
  held("thirteenth", "13", "省重点研发计划项目课题任务合同书", {
    code: "2025YFZ04-118",
    project: "盐碱地耐逆牧草种质创新与轻简化栽培技术",
    parties: [
      ["甲方", "沧浦省科学技术厅"],
      ["乙方", "沧浦省草业科学研究院"],
      ["丙方", "海曲县绿源牧草种植专业合作社"],
    ],
    signed: "2025-08-29",
    term: ["2025-09-01", "2028-08-31"],
    budgets: [
      budget(
        1280000,
        [
          line("直接费用", 1086000),
          line("设备费", 315000, { parent: "直接费用" }),
          line("业务费", 461000, { parent: "直接费用" }),
          line("材料费", 184000, { parent: "业务费" }),
          line("测试化验加工费", 125000, { parent: "业务费" }),
          line("差旅及会议费", 83000, { parent: "业务费" }),
          line("出版与知识产权费", 42000, { parent: "业务费" }),
          line("劳务费", 310000, { parent: "直接费用" }),
          line("间接费用", 194000),
        ],
        { capitals: 1280000 },
      ),
    ],
    schedules: [{ paid: [pay(512000, "40"), pay(512000, "40"), pay(256000, "20")] }],
    flaws: [["subtotal-equals-sum", "业务费"]],
  }),
  held("thirteenth", "14", "河道水域保洁养护合同", {
    code: "TPSW-2025-ZB-27",
    project: "桐浦新城2025年下半年至2026年上半年河道保洁养护项目（一、二标段）",
    parties: [
      ["发包单位", "桐浦新城水务管理所"],
      ["养护单位", "碧岸环境工程有限公司"],
    ],
    signed: "2025-07-09",
    term: ["2025-07-15", "2026-07-14", 12],
    budgets: [
      budget(
        1934500,
        [
          line("一标段", 1026900),
          line("保洁员", 730800, { parent: "一标段", quantity: "14", price: 4350 }),
          line("保洁船租用", 138000, { parent: "一标段", quantity: "3", price: 46000 }),
          line("水生植物养护", 158100, { parent: "一标段", quantity: "18600", price: 8.5 }),
          line("二标段", 907600),
          line("保洁员", 574200, { parent: "二标段", quantity: "11", price: 4350 }),
          line("保洁船租用", 92000, { parent: "二标段", quantity: "2", price: 46000 }),
          line("水生植物养护", 241400, { parent: "二标段", quantity: "28400", price: 8.5 }),
        ],
        { capitals: 1934500 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(483625, null, { from: "2025-10" }),
          pay(483625, null, { from: "2026-01" }),
          pay(483625, null, { from: "2026-04" }),
          pay(483625, null, { from: "2026-07" }),
        ],
      },
    ],
    flaws: [["restated-total-agrees", "合计"]],
  }),
  held("thirteenth", "15", "荒山造林绿化工程施工与抚育管护合同", {
    code: "石岭林合（2025）21号",
    project: "石岭县2025年度太行山绿化后续造林项目",
    parties: [
      ["甲方", "石岭县林业和草原局"],
      ["乙方", "石岭县大青山生态绿化有限责任公司"],
    ],
    signed: "2025-10-09",
    term: ["2025-10-15", "2028-10-14", 36],
    budgets: [
      budget(
        4748500,
        [
          line("苗木费", 2674200),
          line("油松", 1472000, { parent: "苗木费", quantity: "32000", price: 46 }),
          line("侧柏", 703000, { parent: "苗木费", quantity: "18500", price: 38 }),
          line("山桃", 499200, { parent: "苗木费", quantity: "9600", price: 52 }),
          line("整地费", 464000, { quantity: "1450", price: 320 }),
          line("栽植费", 540900, { quantity: "60100", price: 9 }),
          line("抚育管护费", 783000, { quantity: "4350", price: 180 }),
          line("作业便道及蓄水池", 286400),
        ],
        { capitals: 4748500 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(2374250, null, { from: "2025-12" }),
          pay(1424550, null, { from: "2026-12" }),
          pay(947900, null, { from: "2027-12" }),
        ],
      },
    ],
    flaws: [["schedule-equals-total", "付款计划"]],
  }),
  held("thirteenth", "16", "常年法律顾问聘用协议", {
    parties: [
      ["聘请方", "溪桥医药连锁股份有限公司"],
      ["受聘方", "北辰衡正律师事务所"],
    ],
    signed: "2025-05-20",
    term: ["2025-06-01", "2028-05-31", 36],
    budgets: [
      budget(
        366000,
        [line("第一年顾问费", 120000), line("第二年顾问费", 120000), line("第三年顾问费", 126000)],
        { capitals: 366000 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(60000, null, { from: "2025-06" }),
          pay(60000, null, { from: "2025-12" }),
          pay(60000, null, { from: "2026-06" }),
          pay(60000, null, { from: "2026-12" }),
          pay(63000, null, { from: "2027-06" }),
          pay(63000, null, { from: "2027-12" }),
        ],
      },
    ],
  }),
];
