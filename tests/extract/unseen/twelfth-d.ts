import { held } from "./held.ts";
import { budget, line, pay } from "./told.ts";

/** Written without sight of the tool, its fixtures or other tests. */
export const TWELFTH_D = [
  held("twelfth", "07", "税务代理委托合同", {
    parties: [
      ["甲方", "江北晟禾食品有限公司"],
      ["乙方", "正衡税务师事务所（普通合伙）"],
    ],
    signed: "2024-12-27",
    term: ["2025-01-01", "2025-12-31", 12],
    budgets: [
      budget(
        57000,
        [
          line("代理申报", 21600, { quantity: "12", price: 1800 }),
          line("账簿复核", 14400, { quantity: "12", price: 1200 }),
          line("汇算清缴鉴证", 9800),
          line("税务咨询", 6000),
          line("研发加计扣除专项审核", 5200),
        ],
        { capitals: 57000 },
      ),
    ],
    schedules: [
      {
        total: 57000,
        paid: [
          pay(4800, null, { from: "2025-01", to: "2025-05", times: 5 }),
          pay(5500, null, { from: "2025-07", to: "2025-12", times: 6 }),
        ],
      },
    ],
    flaws: [["schedule-covers-term", "付款计划"]],
  }),
  held("twelfth", "08", "翻译服务框架合同（海外水电站项目）", {
    code: "HY-KKL-TR-05",
    project: "卡库里水电站投标及技术文件翻译",
    parties: [
      ["买方", "华岳国际工程有限公司"],
      ["卖方", "译林桥（成都）语言服务有限公司"],
    ],
    signed: "2025-04-29",
    term: ["2025-05-06", "2025-11-05", 6],
    budgets: [
      budget(
        496779.6,
        [
          line("不含税价", 468660),
          line("技术规范英译中", 124700, { parent: "不含税价", quantity: "860", price: 145 }),
          line("标书中译法", 112560, { parent: "不含税价", quantity: "420", price: 268 }),
          line("商务函件中译葡", 75200, { parent: "不含税价", quantity: "235", price: 320 }),
          line("同声传译", 54400, { parent: "不含税价", quantity: "8", price: 6800 }),
          line("专业排版", 76800, { parent: "不含税价", quantity: "9600", price: 8 }),
          line("术语库与翻译记忆库建设", 25000, { parent: "不含税价" }),
          line("税额", 28119.6),
        ],
        { capitals: 496779.6 },
      ),
    ],
    schedules: [{ paid: [pay(149033.88, "30"), pay(198711.84, "40"), pay(149033.88, "30")] }],
  }),
  held("twelfth", "09", "影视作品委托摄制合同", {
    project: "城市形象宣传片《岚水长歌》",
    parties: [
      ["出品方", "岚州市文化旅游发展集团有限公司"],
      ["承制方", "光隙影业（岚州）有限公司"],
    ],
    signed: "2025-02-10",
    term: ["2025-02-17", "2025-08-16", 6],
    budgets: [
      budget(
        1096040,
        [
          line("直接摄制费", 1034000),
          line("策划及脚本", 126000, { parent: "直接摄制费" }),
          line("实拍", 407000, { parent: "直接摄制费", quantity: "22", price: 18500 }),
          line("航拍", 27000, { parent: "直接摄制费", quantity: "6", price: 4500 }),
          line("演员及场地", 148000, { parent: "直接摄制费" }),
          line("剪辑调色", 117600, { parent: "直接摄制费", quantity: "12", price: 9800 }),
          line("三维动画", 117000, { parent: "直接摄制费", quantity: "90", price: 1300 }),
          line("原创音乐", 60000, { parent: "直接摄制费" }),
          line("配音及字幕", 31400, { parent: "直接摄制费", quantity: "4", price: 7850 }),
          line("制片管理费", 62040),
        ],
        { capitals: 1096040 },
      ),
    ],
    schedules: [
      {
        total: 1096040,
        paid: [pay(219208, "20"), pay(328812), pay(328812, "32"), pay(164406), pay(54802, "5")],
      },
    ],
    flaws: [["instalment-percent-of-total", "第3期"]],
  }),
  held("twelfth", "10", "农作物种子购销合同", {
    code: "FL-NJ-2025-003",
    project: "丰岭县2025年良种补贴统供项目",
    parties: [
      ["需方", "丰岭县农业技术推广中心"],
      ["供方", "金穗源种业股份有限公司"],
    ],
    signed: "2025-01-16",
    budgets: [
      budget(
        2080000,
        [
          line("杂交水稻“岭优618”", 1147000, { quantity: "18500", price: 62 }),
          line("玉米“丰单29”", 611000, { quantity: "26000", price: 23.5 }),
          line("大豆“岭豆7号”", 139160, { quantity: "14200", price: 9.8 }),
          line("油菜“双丰3号”", 172800, { quantity: "3600", price: 48 }),
          line("运输装卸", 18690, { quantity: "62300", price: 0.3 }),
          line("供方让利", -8650),
        ],
        { capitals: 2080000 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(624000, "30", { from: "2025-02" }),
          pay(1248000, "60", { from: "2025-03" }),
          pay(208000, "10", { from: "2025-07" }),
        ],
      },
    ],
  }),
  held("twelfth", "11", "实验动物供应及技术服务合同", {
    code: "AHMU-SB-2025-021",
    project: "安河医科大学实验动物中心2025年度动物供应及技术服务",
    parties: [
      ["甲方", "安河医科大学"],
      ["乙方", "安河维康实验动物技术有限公司"],
    ],
    signed: "2025-02-19",
    term: ["2025-03-01", "2026-02-28", 12],
    budgets: [
      budget(
        2689030,
        [
          line("实验动物", 1686400),
          line("SPF级C57BL/6小鼠", 912000, { parent: "实验动物", quantity: "24000", price: 38 }),
          line("SPF级BALB/c裸小鼠", 304000, { parent: "实验动物", quantity: "3200", price: 95 }),
          line("SPF级SD大鼠", 369600, { parent: "实验动物", quantity: "5600", price: 66 }),
          line("普通级新西兰兔", 100800, { parent: "实验动物", quantity: "480", price: 210 }),
          line("饲料垫料", 595530),
          line("辐照维持饲料", 390600, { parent: "饲料垫料", quantity: "42", price: 9300 }),
          line("玉米芯垫料", 204750, { parent: "饲料垫料", quantity: "65", price: 3150 }),
          line("检测与技术服务", 407100),
          line("微生物及寄生虫检测", 66000, { parent: "检测与技术服务", quantity: "4", price: 16500 }),
          line("基因型鉴定", 67500, { parent: "检测与技术服务", quantity: "1500", price: 45 }),
          line("驻场技术员", 273600, { parent: "检测与技术服务", quantity: "36", price: 7600 }),
        ],
        { capitals: 2689030 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(224085.8, null, { from: "2025-03", to: "2026-01", times: 11 }),
          pay(224086.2, null, { from: "2026-02" }),
        ],
      },
    ],
    flaws: [["subtotal-equals-sum", "饲料垫料"]],
  }),
];
