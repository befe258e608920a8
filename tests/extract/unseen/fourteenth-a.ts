import { held } from "./held.ts";
import { budget, line, pay } from "./told.ts";

/** Written without sight of the tool, its fixtures or other tests. */
export const FOURTEENTH_A = [
  held("fourteenth", "01", "职工及病员食堂劳务外包合同", {
    code: "LY2Y-HQ-2025-008",
    project: "澜阳市第二人民医院职工及病员食堂外包服务项目",
    parties: [
      ["甲方", "澜阳市第二人民医院"],
      ["乙方", "澜阳市禾味餐饮管理有限公司"],
    ],
    signed: "2025-09-16",
    term: ["2025-10-01", "2026-09-30", 12],
    budgets: [
      budget(
        1841124.6,
        [
          line("人员费用", 1438800),
          line("厨师长", 98400, { parent: "人员费用", quantity: "12", price: 8200 }),
          line("厨师", 468000, { parent: "人员费用", quantity: "72", price: 6500 }),
          line("面点师", 208800, { parent: "人员费用", quantity: "36", price: 5800 }),
          line("服务及保洁人员", 663600, { parent: "人员费用", quantity: "168", price: 3950 }),
          line("运营费用", 215400),
          line("低值易耗品", 55200, { parent: "运营费用", quantity: "12", price: 4600 }),
          line("燃料动力补贴", 96000, { parent: "运营费用" }),
          line("厨房设备维保", 38400, { parent: "运营费用" }),
          line("餐厨垃圾清运", 25800, { parent: "运营费用", quantity: "12", price: 2150 }),
          line("管理费", 82710),
          line("税金", 104214.6),
        ],
        { capitals: 1841124.6 },
      ),
    ],
    schedules: [{ paid: [pay(138084, null, { times: 12 }), pay(184116.6, null, { from: "2026-11" })] }],
  }),
  held("fourteenth", "02", "保安服务合同书", {
    code: "HJZY-BW-2025-31",
    project: "槐江职业技术学院校园安全保卫服务",
    parties: [
      ["甲方", "槐江职业技术学院"],
      ["乙方", "槐江市盾安保安服务有限公司"],
    ],
    signed: "2025-11-20",
    term: ["2025-12-01", "2026-11-30", 12],
    budgets: [
      budget(
        1992810,
        [
          line("保安队长", 134400, { quantity: "2", price: 5600 }),
          line("门岗保安员", 939600, { quantity: "18", price: 4350 }),
          line("巡逻保安员", 540000, { quantity: "10", price: 4500 }),
          line("监控值机员", 308610, { quantity: "6", price: 4280 }),
          line("服装及装备费", 43200, { quantity: "36", price: 1200 }),
          line("法定节假日加班补贴", 27000),
        ],
        { capitals: 1992810 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(498202.5, null, { from: "2026-02" }),
          pay(498202.5, null, { from: "2026-05" }),
          pay(498202.5, null, { from: "2026-08" }),
          pay(498202.5, null, { from: "2026-11" }),
        ],
      },
    ],
    flaws: [["quantity-times-price", "监控值机员"]],
  }),
  held("fourteenth", "03", "政务信息系统运行维护服务合同", {
    code: "XTZC-2025-F-0266",
    project: "汐塘市不动产登记信息平台2026年度运维服务",
    parties: [
      ["甲方", "汐塘市不动产登记中心"],
      ["乙方", "江南云枢信息技术股份有限公司"],
    ],
    signed: "2025-12-19",
    term: ["2026-01-01", "2026-12-31", 12],
    budgets: [
      budget(
        1684800,
        [
          line("应用系统日常运维", 758160, { percent: "45" }),
          line("数据库及中间件维护", 336960, { percent: "20" }),
          line("网络安全加固与等保整改", 252720, { percent: "15" }),
          line("驻场工程师服务", 210600, { percent: "12.5" }),
          line("用户培训与文档更新", 126360, { percent: "7.5" }),
        ],
        { capitals: 1684800 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(505440, "30"),
          pay(673920, "40", { from: "2026-07" }),
          pay(421200, "25", { from: "2026-12" }),
          pay(84240, "5", { from: "2027-06" }),
        ],
      },
    ],
  }),
  held("fourteenth", "04", "岚溪县第一中学学生校服采购合同", {
    code: "LXJC-2026-019",
    project: "岚溪县第一中学2026级新生校服采购项目",
    parties: [
      ["甲方", "岚溪县第一中学"],
      ["乙方", "岚溪县锦童服饰有限公司"],
    ],
    signed: "2026-06-15",
    term: ["2026-07-01", "2026-12-31", 6],
    budgets: [
      budget(
        969660,
        [
          line("夏季短袖套装", 246960, { quantity: "2520", price: 98 }),
          line("春秋运动套装", 415800, { quantity: "2520", price: 165 }),
          line("冬季冲锋衣", 299880, { quantity: "1260", price: 238 }),
          line("领带领结", 15120, { quantity: "1260", price: 12 }),
          line("量体、分装及配送费", 18900),
        ],
        { capitals: 969660 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(581796, "60", { from: "2026-09" }),
          pay(339381, "35", { from: "2026-12" }),
          pay(48483, "5", { from: "2027-06" }),
        ],
      },
    ],
    flaws: [["total-equals-sum", "合计"]],
  }),
  held("fourteenth", "05", "道路维修工程施工合同", {
    code: "SPCG-GC-2026-004",
    project: "松陂区建设路（长虹街—滨河大道段）路面维修工程",
    parties: [
      ["甲方", "松陂区城市管理局"],
      ["乙方", "中衡市政建设（松陂）有限公司"],
    ],
    signed: "2026-02-26",
    term: ["2026-03-10", "2026-06-07"],
    budgets: [
      budget(
        2949311.1,
        [
          line("分部分项工程费", 2457790),
          line("旧路面铣刨", 232500, { parent: "分部分项工程费", quantity: "18600", price: 12.5 }),
          line("AC-13沥青混凝土罩面", 1264800, { parent: "分部分项工程费", quantity: "18600", price: 68 }),
          line("基层补强", 340750, { parent: "分部分项工程费", quantity: "2350", price: 145 }),
          line("检查井提升", 141040, { parent: "分部分项工程费", quantity: "164", price: 860 }),
          line("人行道板更换", 294400, { parent: "分部分项工程费", quantity: "3200", price: 92 }),
          line("热熔标线", 184300, { parent: "分部分项工程费", quantity: "4850", price: 38 }),
          line("措施项目费", 98000),
          line("暂列金额", 150000),
          line("增值税", 243521.1),
        ],
        { capitals: 2949311.1 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(884793.33, "30"),
          pay(884793.33, "30"),
          pay(589862.22, "20"),
          pay(501382.89, "17"),
          pay(88479.33, "3"),
        ],
      },
    ],
  }),
  held("fourteenth", "06", "农村土地经营权租赁合同", {
    code: "白塔流转〔2025〕第63号",
    project: "石磨村高标准蔬菜基地土地租赁项目",
    parties: [
      ["甲方", "白塔镇石磨村股份经济合作社"],
      ["乙方", "绿穗现代农业发展有限公司"],
      ["鉴证方", "白塔镇农村土地流转服务站"],
    ],
    signed: "2025-12-10",
    term: ["2026-01-01", "2030-12-31", 60],
    budgets: [
      budget(
        813056,
        [
          line("前三年租金", 436176),
          line("后两年租金", 316880),
          line("机井及看护房使用费", 60000, { quantity: "5", price: 12000 }),
        ],
        { capitals: 813056 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(157392, null, { from: "2026-01" }),
          pay(157392, null, { from: "2027-01" }),
          pay(157392, null, { from: "2028-01" }),
          pay(174040, null, { from: "2029-01" }),
          pay(174040, null, { from: "2030-01" }),
        ],
      },
    ],
    flaws: [["schedule-equals-total", "付款计划"]],
  }),
];
