import { held } from "./held.ts";
import { budget, line, pay } from "./told.ts";

/** Written without sight of the tool, its fixtures or other tests. */
export const THIRTEENTH_A = [
  held("thirteenth", "01", "医用织物洗涤消毒服务外包合同", {
    code: "BSEY-HQ-2025-061",
    parties: [
      ["甲方", "白石市第二人民医院"],
      ["乙方", "白石洁仕达医用洗涤有限公司"],
    ],
    signed: "2025-06-23",
    term: ["2025-07-01", "2026-06-30", 12],
    budgets: [
      budget(
        913000,
        [
          line("床单", 344100, { quantity: "186000", price: 1.85 }),
          line("被套", 220800, { quantity: "92000", price: 2.4 }),
          line("枕套", 89700, { quantity: "138000", price: 0.65 }),
          line("医护工作服", 91300, { quantity: "41500", price: 2.2 }),
          line("手术衣及手术敷料", 128700, { quantity: "28600", price: 4.5 }),
          line("病房隔帘", 38400, { quantity: "3200", price: 12 }),
        ],
        { capitals: 913000 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(228250, null, { from: "2025-09" }),
          pay(228250, null, { from: "2025-12" }),
          pay(228250, null, { from: "2026-03" }),
          pay(228250, null, { from: "2026-06" }),
        ],
      },
    ],
  }),
  held("thirteenth", "02", "建设工程施工合同（协议书部分）", {
    project: "平湖岭县第四中学综合楼抗震加固工程",
    parties: [
      ["发包人", "平湖岭县第四中学"],
      ["承包人", "江左恒筑建设集团有限公司"],
    ],
    signed: "2025-06-28",
    term: ["2025-07-05", "2025-08-31"],
    budgets: [
      budget(
        2187752.57,
        [
          line("分部分项工程费", 1834000),
          line("拆除工程", 186420.5, { parent: "分部分项工程费" }),
          line("结构加固工程", 1254868.3, { parent: "分部分项工程费" }),
          line("装饰恢复工程", 392711.2, { parent: "分部分项工程费" }),
          line("措施项目费", 131760),
          line("安全文明施工费", 78300, { parent: "措施项目费" }),
          line("其他措施费", 53460, { parent: "措施项目费" }),
          line("规费", 41352.45),
          line("增值税", 180640.12),
        ],
        { capitals: 2187752.57 },
      ),
    ],
    schedules: [
      { paid: [pay(656325.77, "30"), pay(656325.77, "30"), pay(809468.45, "37"), pay(65632.58, "3")] },
    ],
  }),
  held("thirteenth", "03", "房屋租赁合同", {
    code: "CBY租字2025第0433号",
    parties: [
      ["甲方", "澄北云谷资产运营有限公司"],
      ["乙方", "矩量智能装备（澄北）有限公司"],
    ],
    signed: "2025-05-30",
    term: ["2025-07-01", "2028-06-30", 35],
    budgets: [
      budget(
        2919098.88,
        [line("第一租赁年度", 957081.6), line("第二租赁年度", 957081.6), line("第三租赁年度", 1004935.68)],
        { capitals: 2919098.88 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(239270.4, null, { from: "2025-07", to: "2027-04", times: 8 }),
          pay(251233.92, null, { from: "2027-07", to: "2028-04", times: 4 }),
        ],
      },
    ],
    flaws: [["term-months-agree", "期限"]],
  }),
  held("thirteenth", "05", "仪器设备采购合同", {
    code: "HDSY-ZB2025088",
    project: "沆东师范大学化学与生命科学学院教学实验仪器采购（二次）",
    parties: [
      ["买方", "沆东师范大学"],
      ["卖方", "科睿仪科学器材（沆东）股份有限公司"],
    ],
    signed: "2025-10-13",
    budgets: [
      budget(
        1493660,
        [
          line("第一包", 872860),
          line("紫外可见分光光度计", 264960, { parent: "第一包", quantity: "6", price: 44160 }),
          line("傅里叶变换红外光谱仪", 373000, { parent: "第一包", quantity: "2", price: 186500 }),
          line("荧光分光光度计", 234900, { parent: "第一包", quantity: "3", price: 78300 }),
          line("第二包", 620800),
          line("高速冷冻离心机", 251200, { parent: "第二包", quantity: "4", price: 62800 }),
          line("超低温冰箱", 198000, { parent: "第二包", quantity: "5", price: 39600 }),
          line("二级生物安全柜", 171600, { parent: "第二包", quantity: "8", price: 21450 }),
        ],
        { capitals: 1493660 },
      ),
    ],
    schedules: [{ paid: [pay(597464, "40"), pay(821513, "55"), pay(74683, "5")] }],
  }),
  held("thirteenth", "06", "政府购买社会工作服务框架协议", {
    code: "LXMZ-SGZ-26-04",
    project: "梧桐里街道社会工作站（2026—2028）运营项目",
    parties: [
      ["甲方", "麓溪区梧桐里街道办事处"],
      ["乙方", "麓溪区同心桥社会工作服务中心"],
    ],
    signed: "2025-12-19",
    term: ["2026-01-01", "2028-12-31", 36],
    budgets: [
      budget(
        1456000,
        [
          line("2026年度经费", 466000),
          line("社工人员薪酬", 324000, { parent: "2026年度经费" }),
          line("活动及物资", 82500, { parent: "2026年度经费" }),
          line("督导培训", 36000, { parent: "2026年度经费" }),
          line("机构管理费", 23500, { parent: "2026年度经费" }),
          line("2027年度经费", 483000),
          line("社工人员薪酬", 340200, { parent: "2027年度经费" }),
          line("活动及物资", 82500, { parent: "2027年度经费" }),
          line("督导培训", 36000, { parent: "2027年度经费" }),
          line("机构管理费", 24300, { parent: "2027年度经费" }),
          line("2028年度经费", 507000),
          line("社工人员薪酬", 357200, { parent: "2028年度经费" }),
          line("活动及物资", 88000, { parent: "2028年度经费" }),
          line("督导培训", 36000, { parent: "2028年度经费" }),
          line("机构管理费", 25800, { parent: "2028年度经费" }),
        ],
        { capitals: 1456000 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(279600, null, { from: "2026-02" }),
          pay(186400, null, { from: "2026-09" }),
          pay(289800, null, { from: "2027-02" }),
          pay(193200, null, { from: "2027-09" }),
          pay(304200, null, { from: "2028-02" }),
          pay(202800, null, { from: "2028-09" }),
        ],
      },
    ],
  }),
  held("thirteenth", "07", "“灯映古渡”元宵文化周活动策划执行合同", {
    code: "GDWL〔2026〕字第007号",
    parties: [
      ["主办单位", "古渡文化旅游投资集团有限公司"],
      ["执行单位", "万象共生文化传播有限公司"],
    ],
    signed: "2026-01-08",
    term: ["2026-01-10", "2026-03-20"],
    budgets: [
      budget(
        863450,
        [
          line("舞美制作与搭建", 268000),
          line("灯光音响租赁", 145600),
          line("演职人员劳务", 212850),
          line("非遗市集展位", 65100, { quantity: "35", price: 1860 }),
          line("媒体与短视频传播", 98400),
          line("安保、医疗及公众责任险", 73500),
        ],
        { capitals: 863540 },
      ),
    ],
    schedules: [{ paid: [pay(431725, "50"), pay(345380, "40"), pay(86345, "10")] }],
    flaws: [["capitals-equal-digits", "合计"]],
  }),
  held("thirteenth", "08", "市民服务中心物业管理服务采购合同", {
    code: "NWZC2025-GK-0316",
    project: "南汶市市民服务中心2025—2026年度物业管理服务",
    parties: [
      ["采购人", "南汶市机关事务服务中心"],
      ["供应商", "鼎邻物业服务集团南汶分公司"],
    ],
    signed: "2025-09-24",
    term: ["2025-10-01", "2026-09-30", 12],
    budgets: [
      budget(
        2360000,
        [
          line("物业人员费用", 1612800, { percent: "68.34" }),
          line("设施设备维护费", 346500, { percent: "14.86" }),
          line("保洁用品消耗费", 128700),
          line("室内外绿化养护费", 88000),
          line("管理酬金", 184000, { percent: "7.80" }),
        ],
        { capitals: 2360000 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(177000, null, { from: "2025-10", to: "2026-09", times: 12 }),
          pay(59000, null, { from: "2025-12" }),
          pay(59000, null, { from: "2026-03" }),
          pay(59000, null, { from: "2026-06" }),
          pay(59000, null, { from: "2026-09" }),
        ],
      },
    ],
    flaws: [["percent-of-total", "设施设备维护费"]],
  }),
];
