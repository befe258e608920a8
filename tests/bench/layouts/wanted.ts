import { budget, line, pay, type Says } from "../../extract/unseen/told.ts";
import { ELEVENTH } from "./wanted-eleventh.ts";
import { FIFTEENTH } from "./wanted-fifteenth.ts";
import { FOURTEENTH } from "./wanted-fourteenth.ts";
import { TENTH } from "./wanted-tenth.ts";
import { THIRTEENTH } from "./wanted-thirteenth.ts";
import { TWELFTH } from "./wanted-twelfth.ts";

/** An agreement laid out in HTML beside this file, and what it says; a case without `flaws` has none. */
export interface Laid {
  file: string;
  want: Says & { title: string };
}

export const LAID: Laid[] = [
  {
    file: "01.html",
    want: {
      title: "政府购买社会工作服务项目协议书",
      code: "LHQMZ-2025-SG-011",
      project: "柳河区街道社会工作服务站运营项目",
      parties: [
        ["甲方", "柳河区民政局"],
        ["乙方", "明禾社会工作服务中心"],
      ],
      signed: "2025-03-26",
      term: ["2025-04-01", "2026-03-31", 12],
      budgets: [
        budget(
          486000,
          [
            line("人员经费", 291600, { percent: "60.00" }),
            line("专业服务活动费", 97200, { percent: "20.00" }),
            line("志愿者激励与培训费", 24300, { percent: "5.00" }),
            line("督导评估费", 29160, { percent: "6.00" }),
            line("办公与宣传费", 19440, { percent: "4.00" }),
            line("税费及管理费", 24300, { percent: "5.00" }),
          ],
          { capitals: 486000 },
        ),
      ],
      schedules: [{ paid: [pay(243000, "50"), pay(194400, "40"), pay(48600, "10")] }],
    },
  },
  {
    file: "02.html",
    // Planted: 分项报价表的合计：五行相加为318,000.00元，合计（及总价、大写、三期付款之和）均为328,000.00元
    want: {
      title: "信息系统运行维护服务合同",
      code: "HYSFC-YW-2025-09",
      parties: [
        ["甲方", "海沿市房屋征收服务中心"],
        ["乙方", "浩辰信息技术有限公司"],
      ],
      signed: "2025-05-27",
      term: ["2025-06-01", "2026-05-31", 12],
      budgets: [
        budget(
          328000,
          [
            { ...line("业务系统应用维护", 96000, { quantity: "1", price: 96000 }), unit: "项" },
            { ...line("数据库巡检与优化", 42000, { quantity: "12", price: 3500 }), unit: "次" },
            { ...line("服务器及存储设备维护", 34000, { quantity: "8", price: 4250 }), unit: "台" },
            { ...line("网络安全加固", 27200, { quantity: "4", price: 6800 }), unit: "次" },
            { ...line("驻场技术支持", 118800, { quantity: "1", price: 118800 }), unit: "人" },
          ],
          { capitals: 328000 },
        ),
      ],
      schedules: [{ paid: [pay(98400, "30"), pay(131200, "40"), pay(98400, "30")] }],
      flaws: [["total-equals-sum", "合计"]],
    },
  },
  {
    file: "03.html",
    want: {
      title: "困境儿童关爱保护服务项目补充协议",
      code: "TXXFL-2025-006-B1",
      parties: [
        ["甲方", "桐溪县妇女联合会"],
        ["乙方", "桐溪县晨露社会服务中心"],
      ],
      signed: "2025-09-18",
      term: ["2025-01-01", "2025-12-31", 12],
      budgets: [
        budget(
          260000,
          [
            line("人员费用", 132000),
            line("个案帮扶费", 48000),
            line("小组及社区活动费", 46000),
            line("志愿者补贴", 16000),
            line("督导与培训费", 12000),
            line("税费", 6000),
          ],
          { capitals: 260000 },
        ),
        budget(
          268000,
          [
            line("人员费用", 138600),
            line("个案帮扶费", 56000),
            line("小组及社区活动费", 38400),
            line("志愿者补贴", 16000),
            line("督导与培训费", 12000),
            line("税费", 7000),
          ],
          { capitals: 268000, version: "amended" },
        ),
      ],
      schedules: [{ version: "amended", paid: [pay(130000), pay(78000), pay(60000)] }],
    },
  },
  {
    file: "04.html",
    want: {
      title: "残疾人托养照护服务采购合同",
      code: "QBCL-CG-2025-031",
      project: "青埠区重度残疾人集中托养照护项目",
      parties: [
        ["采购方", "青埠区残疾人联合会"],
        ["供应方", "康邻居家护理服务有限公司"],
      ],
      signed: "2025-04-22",
      term: ["2025-05-01", "2026-04-30", 12],
      budgets: [
        budget(
          612000,
          [
            line("直接服务费", 477360, { percent: "78.00" }),
            line("护理人员劳务费", 330480, { parent: "直接服务费", percent: "54.00" }),
            line("康复器具租赁费", 61200, { parent: "直接服务费", percent: "10.00" }),
            line("助餐与清洁物料费", 85680, { parent: "直接服务费", percent: "14.00" }),
            line("间接费用", 134640, { percent: "22.00" }),
            line("评估与培训费", 48960, { parent: "间接费用", percent: "8.00" }),
            line("交通及保险费", 36720, { parent: "间接费用", percent: "6.00" }),
            line("管理费及税金", 48960, { parent: "间接费用", percent: "8.00" }),
          ],
          { capitals: 612000 },
        ),
      ],
      schedules: [{ paid: [pay(153000, null, { times: 4 })] }],
    },
  },
  {
    file: "05.html",
    // Planted: 价款表合计行：小写715,800.00元（与五行之和、12次付款之和一致），大写为柒拾壹万捌仟伍佰元整（718,500.00元）
    want: {
      title: "食堂劳务外包合同",
      code: "NTSW-HT-2025-22",
      parties: [
        ["发包方", "南汀市水文水资源局"],
        ["承包方", "润和餐饮管理有限公司"],
      ],
      signed: "2025-07-21",
      term: ["2025-08-01", "2026-07-31", 12],
      budgets: [
        budget(
          715800,
          [
            { ...line("厨师长", 98400, { quantity: "1", price: 98400 }), unit: "人" },
            { ...line("厨师", 237600, { quantity: "3", price: 79200 }), unit: "人" },
            { ...line("面点师", 148800, { quantity: "2", price: 74400 }), unit: "人" },
            { ...line("餐厅服务员", 211200, { quantity: "4", price: 52800 }), unit: "人" },
            { ...line("餐具消毒", 19800, { quantity: "12", price: 1650 }), unit: "月" },
          ],
          { capitals: 718500 },
        ),
      ],
      schedules: [{ paid: [pay(59650, null, { times: 12 })] }],
      flaws: [["capitals-equal-digits", "合计"]],
    },
  },
  {
    file: "06.html",
    want: {
      title: "社会组织培育发展服务协议书",
      code: "YLJD-SH-2025-14",
      project: "云麓街道社会组织孵化园运营项目",
      parties: [
        ["甲方", "云麓街道办事处"],
        ["乙方", "同行公益发展中心"],
        ["丙方", "云麓街道社会治理研究会"],
      ],
      signed: "2025-09-24",
      term: ["2025-10-01", "2026-09-30", 12],
      budgets: [
        budget(
          356400,
          [
            line("人力成本", 216000),
            line("项目主管", 84000, { parent: "人力成本", quantity: "1", price: 84000 }),
            line("专职干事", 132000, { parent: "人力成本", quantity: "2", price: 66000 }),
            line("活动成本", 75600),
            line("孵化培训", 38400, { parent: "活动成本", quantity: "12", price: 3200 }),
            line("公益沙龙", 18000, { parent: "活动成本", quantity: "8", price: 2250 }),
            line("成果展示会", 19200, { parent: "活动成本", quantity: "2", price: 9600 }),
            line("运营成本", 64800),
            line("场地维护", 28800, { parent: "运营成本", quantity: "12", price: 2400 }),
            line("宣传制作", 18000, { parent: "运营成本", quantity: "4", price: 4500 }),
            line("财务审计", 18000, { parent: "运营成本", quantity: "1", price: 18000 }),
          ],
          { capitals: 356400 },
        ),
      ],
      schedules: [{ paid: [pay(213840, "60"), pay(142560, "40")] }],
    },
  },
  {
    file: "07.html",
    // Planted: 四期付款之和为165,000.00元，服务费总额（大小写一致）为168,000.00元，少3,000.00元
    want: {
      title: "常年法律顾问服务合同",
      code: "LXKF-FW-2025-003",
      parties: [
        ["委托人", "澜溪经济开发区管理委员会"],
        ["受托人", "正衡律师事务所"],
      ],
      signed: "2025-02-25",
      term: ["2025-03-01", "2026-02-28", 12],
      budgets: [budget(168000, [], { capitals: 168000 })],
      schedules: [
        {
          paid: [
            pay(50400, null, { from: "2025-03" }),
            pay(42000, null, { from: "2025-06" }),
            pay(42000, null, { from: "2025-09" }),
            pay(30600, null, { from: "2025-12" }),
          ],
        },
      ],
      flaws: [["schedule-equals-total", "付款计划"]],
    },
  },
  {
    file: "08.html",
    want: {
      title: "公共文化服务采购项目补充协议",
      code: "FXWG-2025-027-补01",
      project: "枫溪镇公共文化服务采购项目",
      parties: [
        ["甲方", "枫溪镇人民政府"],
        ["乙方", "枫溪县百花文化传播有限公司"],
      ],
      signed: "2025-08-06",
      budgets: [
        budget(
          420000,
          [
            line("惠民演出", 180000, { percent: "42.86" }),
            line("艺术普及培训", 125000, { percent: "29.76" }),
            line("文化场馆延时开放", 63000, { percent: "15.00" }),
            line("宣传推广", 32000, { percent: "7.62" }),
            line("绩效评估", 20000, { percent: "4.76" }),
          ],
          { capitals: 420000 },
        ),
        budget(
          396000,
          [
            line("惠民演出", 150000, { percent: "37.88" }),
            line("艺术普及培训", 136000, { percent: "34.34" }),
            line("文化场馆延时开放", 63000, { percent: "15.91" }),
            line("宣传推广", 27000, { percent: "6.82" }),
            line("绩效评估", 20000, { percent: "5.05" }),
          ],
          { capitals: 396000, version: "amended" },
        ),
      ],
      schedules: [
        { paid: [pay(210000), pay(210000)] },
        { version: "amended", paid: [pay(210000), pay(186000)] },
      ],
    },
  },
  ...TENTH,
  ...ELEVENTH,
  ...TWELFTH,
  ...THIRTEENTH,
  ...FOURTEENTH,
  ...FIFTEENTH,
];
