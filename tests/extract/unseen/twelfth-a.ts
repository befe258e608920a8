import { held } from "./held.ts";
import { budget, line, pay } from "./told.ts";

/** Written without sight of the tool, its fixtures or other tests. */
export const TWELFTH_A = [
  held("twelfth", "01", "学生上下学接送服务合同", {
    code: "YLCG2025-0117",
    project: "云麓区第三实验小学2025—2026学年校车接送服务项目",
    parties: [
      ["甲方", "青禾市云麓区第三实验小学"],
      ["乙方", "青禾市顺途客运有限公司"],
    ],
    signed: "2025-08-18",
    term: ["2025-09-01", "2026-06-30", 10],
    budgets: [
      budget(
        1024288.65,
        [
          line("直接服务费", 947100),
          line("45座专用校车", 552000, { parent: "直接服务费", quantity: "40", price: 13800 }),
          line("19座专用校车", 192000, { parent: "直接服务费", quantity: "20", price: 9600 }),
          line("随车照管员", 192000, { parent: "直接服务费", quantity: "60", price: 3200 }),
          line("车载视频及北斗定位终端", 11100, { parent: "直接服务费", quantity: "6", price: 1850 }),
          line("企业管理费", 47355),
          line("税金", 29833.65),
        ],
        { capitals: 1024288.65 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(102428.86, null, { from: "2025-09", to: "2026-05", times: 9 }),
          pay(102428.91, null, { from: "2026-06" }),
        ],
      },
    ],
  }),
  held("twelfth", "03", "电梯维护保养合同", {
    parties: [
      ["甲方", "江临市图书馆"],
      ["乙方", "江临迅腾电梯工程有限公司"],
    ],
    signed: "2024-06-20",
    term: ["2024-07-01", "2026-06-30", 24],
    budgets: [
      budget(
        279238,
        [
          line("优惠后维保费", 263488),
          line("有机房曳引式乘客电梯", 108800, { parent: "优惠后维保费", quantity: "16", price: 6800 }),
          line("无机房曳引式乘客电梯", 76000, { parent: "优惠后维保费", quantity: "10", price: 7600 }),
          line("自动扶梯", 64800, { parent: "优惠后维保费", quantity: "12", price: 5400 }),
          line("液压货梯", 36800, { parent: "优惠后维保费", quantity: "4", price: 9200 }),
          line("优惠金额", -22912, { parent: "优惠后维保费" }),
          line("限速器校验", 7350, { quantity: "21", price: 350 }),
          line("制动试验（125%额定载荷）", 8400, { quantity: "7", price: 1200 }),
        ],
        { capitals: 279238 },
      ),
    ],
    schedules: [{ paid: [pay(34904.75, null, { from: "2024-09", to: "2026-06", times: 8 })] }],
  }),
  held("twelfth", "04", "平野县城区道路清扫保洁服务合同", {
    code: "PYZB-2024-H058",
    project: "平野县城区道路清扫保洁市场化服务（第一标段、第二标段）",
    parties: [
      ["发包人", "平野县城市管理局"],
      ["承包人", "平野绿城环境卫生服务有限公司"],
      ["监管单位", "平野县城关街道办事处"],
    ],
    signed: "2024-12-16",
    term: ["2025-01-01", "2027-12-31", 36],
    budgets: [
      budget(
        29050428,
        [
          line("两个标段2025年度服务费", 9587600),
          line("第一标段", 5377800, { parent: "两个标段2025年度服务费" }),
          line("主干道机械化清扫", 3322800, { parent: "第一标段", quantity: "426000", price: 7.8 }),
          line("人行道人工保洁", 1776000, { parent: "第一标段", quantity: "185000", price: 9.6 }),
          line("绿化带捡拾", 279000, { parent: "第一标段", quantity: "62000", price: 4.5 }),
          line("第二标段", 4209800, { parent: "两个标段2025年度服务费" }),
          line("背街小巷保洁", 2620800, { parent: "第二标段", quantity: "234000", price: 11.2 }),
          line("公共厕所管养", 959000, { parent: "第二标段", quantity: "14", price: 68500 }),
          line("垃圾转运站运行", 630000, { parent: "第二标段", quantity: "2", price: 315000 }),
          line("2026年度", 9587600),
          line("2027年度", 9875228),
        ],
        { capitals: 29050428 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(798966, null, { from: "2025-01", to: "2025-11", times: 11 }),
          pay(798974, null, { from: "2025-12" }),
          pay(798966, null, { from: "2026-01", to: "2026-11", times: 11 }),
          pay(798974, null, { from: "2026-12" }),
          pay(822935, null, { from: "2027-01", to: "2027-11", times: 11 }),
          pay(822943, null, { from: "2027-12" }),
        ],
      },
    ],
  }),
  held("twelfth", "05", "城市道路照明节能改造合同能源管理协议书", {
    code: "WC-EMC-2025-012",
    project: "望川市主城区路灯LED节能改造项目",
    parties: [
      ["甲方", "望川市市政设施维护中心"],
      ["乙方", "望川明耀节能科技股份有限公司"],
    ],
    signed: "2025-05-12",
    term: ["2025-06-01", "2030-05-31", 60],
    budgets: [
      budget(
        5348580,
        [
          line("120W LED灯具", 2233100, { quantity: "3260", price: 685 }),
          line("60W LED灯具", 758080, { quantity: "1840", price: 412 }),
          line("单灯控制器", 703800, { quantity: "5100", price: 138 }),
          line("集中控制柜", 468000, { quantity: "48", price: 9750 }),
          line("智慧照明管理平台软件", 186000),
          line("旧灯拆除及新灯安装调试", 285600, { quantity: "5100", price: 56 }),
          line("五年运行维护", 714000, { quantity: "25500", price: 28 }),
        ],
        { capitals: 5348850 },
      ),
    ],
    schedules: [{ paid: [pay(534858, null, { from: "2025-11", to: "2030-05", times: 10 })] }],
    flaws: [["capitals-equal-digits", "合计"]],
  }),
  held("twelfth", "06", "数据中心机柜托管服务协议", {
    parties: [
      ["客户", "海曙智联信息技术有限公司"],
      ["服务商", "云栈数据运营（青浦）有限公司"],
    ],
    signed: "2025-09-22",
    term: ["2025-10-01", "2026-09-30", 12],
    budgets: [
      budget(
        2178600,
        [
          line("4kW标准机柜租用", 1123200, { quantity: "18", price: 5200 }),
          line("8kW高密机柜租用", 640800, { quantity: "6", price: 8900 }),
          line("BGP多线带宽", 216000, { quantity: "500", price: 36 }),
          line("公网IPv4地址", 38400, { quantity: "128", price: 25 }),
          line("代维服务（远程重启、介质更换、线缆整理）", 150000),
          line("设备上架费（一次性）", 19200, { quantity: "320", price: 60 }),
        ],
        { capitals: 2178600 },
      ),
    ],
    schedules: [{ paid: [pay(1089300, "50", { from: "2025-10" }), pay(1089300, "50", { from: "2026-04" })] }],
    flaws: [["total-equals-sum", "合计"]],
  }),
];
