import { budget, line, pay } from "../../extract/unseen/told.ts";
import type { Laid } from "./wanted.ts";

/** Laid out by a tenth author, who saw nothing of the tool. */
export const TENTH: Laid[] = [
  {
    file: "09.html",
    want: {
      title: "政府购买社会工作服务协议书",
      code: "YHJD-SG-2024-017",
      project: "永和街道社会工作服务站（2024—2025年度）运营服务项目",
      parties: [
        ["甲方", "云汐市临江区人民政府永和街道办事处"],
        ["乙方", "云汐市启明社会工作服务中心"],
        ["丙方", "云汐市临江区民政局"],
      ],
      signed: "2024-06-24",
      term: ["2024-07-01", "2025-06-30", 12],
      budgets: [
        budget(
          1464000,
          [
            line("人员经费", 1032240, { percent: "70.51" }),
            line("项目主任薪酬", 138000, { parent: "人员经费" }),
            line("一线社工薪酬", 734400, { parent: "人员经费" }),
            line("单位承担社保及公积金", 159840, { parent: "人员经费" }),
            line("专业支持经费", 54000, { percent: "3.69" }),
            line("外聘督导费", 36000, { parent: "专业支持经费" }),
            line("社工继续教育培训费", 18000, { parent: "专业支持经费" }),
            line("服务活动经费", 235800, { percent: "16.11" }),
            line("个案服务", 32000, { parent: "服务活动经费" }),
            line("小组服务", 60000, { parent: "服务活动经费" }),
            line("社区活动", 115200, { parent: "服务活动经费" }),
            line("志愿者激励与保险", 28600, { parent: "服务活动经费" }),
            line("办公及管理经费", 81600, { percent: "5.57" }),
            line("日常办公费", 57600, { parent: "办公及管理经费" }),
            line("第三方财务审计费", 24000, { parent: "办公及管理经费" }),
            line("税费及其他", 60360, { percent: "4.12" }),
          ],
          { capitals: 1464000 },
        ),
      ],
      schedules: [{ paid: [pay(732000, "50"), pay(585600, "40"), pay(146400, "10")] }],
    },
  },
  {
    file: "10.html",
    want: {
      title: "补充协议（一）",
      code: "HLEY-HQ-2023-041-补01",
      parties: [
        ["甲方", "海陵市第二人民医院"],
        ["乙方", "海陵市净源环境服务有限公司"],
      ],
      signed: "2024-08-26",
      term: ["2024-01-01", "2024-12-31", 12],
      budgets: [
        budget(
          2332800,
          [
            line("人员工资", 1512000, { percent: "64.81" }),
            line("社会保险及福利费", 362880, { percent: "15.56" }),
            line("清洁耗材及药剂", 186624, { percent: "8.00" }),
            line("设备折旧与维护", 93312, { percent: "4.00" }),
            line("企业管理费", 69984, { percent: "3.00" }),
            line("税金", 108000, { percent: "4.63" }),
          ],
          { capitals: 2332800 },
        ),
        budget(
          2546400,
          [
            line("人员工资", 1648000, { percent: "64.72" }),
            line("社会保险及福利费", 395520, { percent: "15.53" }),
            line("清洁耗材及药剂", 205024, { percent: "8.05" }),
            line("设备折旧与维护", 102912, { percent: "4.04" }),
            line("企业管理费", 76944, { percent: "3.02" }),
            line("税金", 118000, { percent: "4.63" }),
          ],
          { capitals: 2546400, version: "amended" },
        ),
      ],
      schedules: [
        { paid: [pay(583200, null, { times: 4 })] },
        {
          version: "amended",
          total: 2546400,
          paid: [
            pay(583200, null, { from: "2024-01", to: "2024-03" }),
            pay(583200, null, { from: "2024-04", to: "2024-06" }),
            pay(636600, null, { from: "2024-07", to: "2024-09" }),
            pay(743400, null, { from: "2024-10", to: "2024-12" }),
          ],
        },
      ],
    },
  },
  {
    file: "11.html",
    want: {
      title: "物业管理服务合同",
      code: "DLZC-FW（2024）第1126号",
      project: "东岭市市民中心物业管理服务",
      parties: [
        ["甲方", "东岭市政务服务和数据管理局"],
        ["乙方", "东岭市安居物业管理有限公司"],
      ],
      signed: "2024-12-16",
      term: ["2025-01-01", "2026-12-31", 24],
      budgets: [
        budget(
          6492640,
          [
            line("岗位服务费", 6056640, { quantity: "1,272" }),
            line("项目经理", 220800, { parent: "岗位服务费", quantity: "24", price: 9200 }),
            line("综合管理员", 268800, { parent: "岗位服务费", quantity: "48", price: 5600 }),
            line("秩序维护员", 2095200, { parent: "岗位服务费", quantity: "432", price: 4850 }),
            line("保洁员", 2101440, { parent: "岗位服务费", quantity: "528", price: 3980 }),
            line("工程维修工", 885600, { parent: "岗位服务费", quantity: "144", price: 6150 }),
            line("会议服务员", 484800, { parent: "岗位服务费", quantity: "96", price: 5050 }),
            line("专项服务费", 436000),
            line("电梯维护保养", 96000, { parent: "专项服务费" }),
            line("外墙清洗", 148000, { parent: "专项服务费" }),
            line("消防设施检测", 72000, { parent: "专项服务费" }),
            line("绿化养护及花卉租摆", 120000, { parent: "专项服务费" }),
          ],
          { capitals: 6492640 },
        ),
      ],
      schedules: [
        {
          total: 6492640,
          paid: [
            pay(757080, null, { from: "2025-01", to: "2025-03" }),
            pay(757080, null, { from: "2025-04", to: "2025-06" }),
            pay(757080, null, { from: "2025-07", to: "2025-09" }),
            pay(975080, null, { from: "2025-10", to: "2025-12" }),
            pay(757080, null, { from: "2026-01", to: "2026-03" }),
            pay(757080, null, { from: "2026-04", to: "2026-06" }),
            pay(757080, null, { from: "2026-07", to: "2026-09" }),
            pay(975080, null, { from: "2026-10", to: "2026-12" }),
          ],
        },
      ],
    },
  },
  {
    file: "12.html",
    want: {
      title: "信息系统运行维护服务合同",
      code: "NLU-XXB-2024-HT0068",
      project: "南岚大学2024年度信息系统及机房运维服务项目",
      parties: [
        ["甲方", "南岚大学"],
        ["乙方", "蓝拓信息技术（南岚）有限公司"],
      ],
      signed: "2024-03-08",
      term: ["2024-03-15", "2025-03-14", 12],
      budgets: [
        budget(
          1378000,
          [
            line("驻场运维服务", 477000),
            line("网络及安全设备维保", 302100),
            line("数据中心机房巡检", 127200),
            line("应用系统运维", 381600),
            line("等级保护测评整改支持", 90100),
          ],
          { capitals: 1378000 },
        ),
      ],
      schedules: [{ paid: [pay(413400, "30"), pay(551200, "40"), pay(413400, "30")] }],
    },
  },
  {
    file: "13.html",
    want: {
      title: "医疗设备购销合同",
      code: "QYXYY-SB-202505-09",
      project: "青崖县人民医院急救能力提升设备采购项目",
      parties: [
        ["甲方", "青崖县人民医院"],
        ["乙方", "瑞康医疗器械（西川）有限公司"],
      ],
      signed: "2025-05-19",
      budgets: [
        budget(
          4765800,
          [
            line("彩色多普勒超声诊断仪", 2360000, { quantity: "2", price: 1180000 }),
            line("全自动生化分析仪", 865000, { quantity: "1", price: 865000 }),
            line("移动式数字化X射线机", 728000, { quantity: "1", price: 728000 }),
            line("多参数监护仪", 390000, { quantity: "12", price: 32500 }),
            line("除颤监护仪", 234400, { quantity: "4", price: 58600 }),
            line("注射泵工作站", 188400, { quantity: "30", price: 6280 }),
          ],
          { capitals: 4768500 },
        ),
      ],
      flaws: [["capitals-equal-digits", "合计"]],
      schedules: [{ paid: [pay(1429740, "30"), pay(3097770, "65"), pay(238290, "5")] }],
    },
  },
  {
    file: "14.html",
    want: {
      title: "宁川市人民检察院职工食堂餐饮委托服务协议",
      code: "宁检后协字〔2024〕23号",
      parties: [
        ["甲方", "宁川市人民检察院"],
        ["乙方", "宁川市膳和餐饮管理有限公司"],
      ],
      signed: "2024-08-20",
      term: ["2024-09-01", "2025-08-31", 12],
      budgets: [
        budget(
          3422400,
          [
            line("早餐", 547200, { percent: "16.0", quantity: "57,600", price: 9.5 }),
            line("午餐", 1900800, { percent: "55.5", quantity: "86,400", price: 22 }),
            line("晚餐", 532800, { percent: "15.6", quantity: "28,800", price: 18.5 }),
            line("食堂管理服务费", 441600, { percent: "12.9", quantity: "12", price: 36800 }),
          ],
          { capitals: 3422400 },
        ),
      ],
      schedules: [
        {
          paid: [
            pay(855600, "25", { from: "2024-09", to: "2024-11" }),
            pay(855600, "25", { from: "2024-12", to: "2025-02" }),
            pay(855600, "25", { from: "2025-03", to: "2025-05" }),
            pay(855600, "25", { from: "2025-06", to: "2025-08" }),
          ],
        },
      ],
    },
  },
  {
    file: "15.html",
    want: {
      title: "修缮工程施工合同",
      code: "LXJ-JG-2025-GC-012",
      project: "柳溪镇中心小学教学楼暑期修缮工程",
      parties: [
        ["甲方", "柳溪镇中心小学"],
        ["乙方", "江淮宏基建设工程有限公司"],
      ],
      signed: "2025-06-30",
      term: ["2025-07-05", "2025-08-23"],
      budgets: [
        budget(
          999094.37,
          [
            line("分部分项工程费", 807998),
            line("屋面防水翻修", 160890, { parent: "分部分项工程费", quantity: "1,860.00", price: 86.5 }),
            line("外墙面砖铲除及涂料", 220968, {
              parent: "分部分项工程费",
              quantity: "3,240.00",
              price: 68.2,
            }),
            line("卫生间改造", 170700, { parent: "分部分项工程费", quantity: "6", price: 28450 }),
            line("电气线路更换", 96380, { parent: "分部分项工程费", quantity: "1", price: 96380 }),
            line("断桥铝合金门窗更换", 159060, {
              parent: "分部分项工程费",
              quantity: "412.50",
              price: 385.6,
            }),
            line("措施项目费", 59839.94),
            line("安全文明施工费", 24239.94, { parent: "措施项目费", quantity: "1", price: 24239.94 }),
            line("脚手架及垂直运输费", 35600, { parent: "措施项目费", quantity: "1", price: 35600 }),
            line("其他项目费", 30000),
            line("暂列金额", 30000, { parent: "其他项目费", quantity: "1", price: 30000 }),
            line("规费", 18762.4),
            line("税金（一至四项之和×9%）", 82494.03),
          ],
          { capitals: 999094.37 },
        ),
      ],
      flaws: [
        ["schedule-equals-total", "付款计划"],
        ["instalment-percent-of-total", "第3期"],
      ],
      schedules: [
        {
          total: 999094.37,
          paid: [pay(299728.31, "30"), pay(399637.75, "40"), pay(269575.48, "27"), pay(29972.83, "3")],
        },
      ],
    },
  },
  {
    file: "16.html",
    want: {
      title: "《国有资产运营管理提升咨询与培训服务合同》补充协议（二）",
      code: "SHGT-ZX-2024-005-B2",
      parties: [
        ["甲方", "松河市国有资本投资运营集团有限公司"],
        ["乙方", "北辰致远管理咨询（松河）有限责任公司"],
      ],
      signed: "2025-01-13",
      term: ["2024-05-01", "2025-07-31", 15],
      budgets: [
        budget(
          686000,
          [
            line("管理诊断咨询费", 320000),
            line("制度体系建设费", 216000),
            line("专题培训费", 120000, { quantity: "16", price: 7500 }),
            line("差旅及资料费", 30000),
          ],
          { capitals: 686000 },
        ),
        budget(
          749600,
          [
            line("管理诊断咨询费", 320000, { percent: "42.69" }),
            line("制度体系建设费", 237600, { percent: "31.70" }),
            line("专题培训费", 168000, { percent: "22.41", quantity: "24", price: 7000 }),
            line("差旅及资料费", 24000, { percent: "3.20" }),
          ],
          { capitals: 749600, version: "amended" },
        ),
      ],
      schedules: [
        { paid: [pay(343000, "50"), pay(205800, "30"), pay(137200, "20")] },
        { version: "amended", paid: [pay(343000, "45.76"), pay(256680, "34.24"), pay(149920, "20.00")] },
      ],
    },
  },
];
