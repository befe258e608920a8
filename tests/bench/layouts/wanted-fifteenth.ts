import { budget, line, pay } from "../../extract/unseen/told.ts";
import type { Laid } from "./wanted.ts";

const of = (unit: string, told: ReturnType<typeof line>) => ({ ...told, unit });

/** In ten more: a station with another before and after, staff, a survey reckoned by threes, prose alone, indicators of other names, buses by the month, tax in columns, grants. */
export const FIFTEENTH: Laid[] = [
  {
    file: "51.html",
    want: {
      title: "《云栖镇社会工作站委托运营合同》补充协议",
      code: "YQZ-2024-SG07-补1",
      project: "云栖镇社会工作站",
      parties: [
        ["甲方", "云栖镇人民政府"],
        ["乙方", "颍川县晨曦社会工作发展中心"],
      ],
      signed: "2025-01-06",
      term: ["2024-07-01", "2025-06-30", 12],
      budgets: [
        budget(
          640000,
          [
            line("人员经费", 403200, { percent: "63.00" }),
            line("社工薪酬", 320000, { parent: "人员经费", percent: "50.00" }),
            line("社会保险及公积金", 83200, { parent: "人员经费", percent: "13.00" }),
            line("服务经费", 160000, { percent: "25.00" }),
            line("专业服务活动费", 108800, { parent: "服务经费", percent: "17.00" }),
            line("志愿者补贴", 25600, { parent: "服务经费", percent: "4.00" }),
            line("宣传物料费", 25600, { parent: "服务经费", percent: "4.00" }),
            line("运营管理费", 76800, { percent: "12.00" }),
            line("办公及水电费", 38400, { parent: "运营管理费", percent: "6.00" }),
            line("督导及评估费", 19200, { parent: "运营管理费", percent: "3.00" }),
            line("税费", 19200, { parent: "运营管理费", percent: "3.00" }),
          ],
          { capitals: 640000 },
        ),
        budget(
          725000,
          [
            line("人员经费", 464000, { percent: "64.00" }),
            line("社工薪酬", 362500, { parent: "人员经费", percent: "50.00" }),
            line("社会保险及公积金", 101500, { parent: "人员经费", percent: "14.00" }),
            line("服务经费", 166750, { percent: "23.00" }),
            line("专业服务活动费", 116000, { parent: "服务经费", percent: "16.00" }),
            line("志愿者补贴", 29000, { parent: "服务经费", percent: "4.00" }),
            line("宣传物料费", 21750, { parent: "服务经费", percent: "3.00" }),
            line("运营管理费", 94250, { percent: "13.00" }),
            line("办公及水电费", 47125, { parent: "运营管理费", percent: "6.50" }),
            line("督导及评估费", 25375, { parent: "运营管理费", percent: "3.50" }),
            line("税费", 21750, { parent: "运营管理费", percent: "3.00" }),
          ],
          { capitals: 725000, version: "amended" },
        ),
      ],
      schedules: [
        { total: 640000, paid: [pay(256000, "40"), pay(256000, "40"), pay(128000, "20")] },
        { version: "amended", total: 725000, paid: [pay(256000), pay(290000), pay(179000)] },
      ],
    },
  },
  {
    file: "52.html",
    want: {
      title: "智慧园区综合管理平台开发服务合同补充协议（二）",
      code: "QYGX-XX-2024-019-B2",
      project: "智慧园区综合管理平台",
      parties: [
        ["甲方", "青屿高新区管理委员会"],
        ["乙方", "数联云智信息技术有限公司"],
      ],
      signed: "2025-04-18",
      term: ["2024-06-01", "2025-11-30", 18],
      budgets: [budget(3046000, []), budget(3290000, [], { capitals: 3260000, version: "amended" })],
      schedules: [
        { version: "amended", paid: [pay(1827600), pay(146400), pay(987000, "30"), pay(329000, "10")] },
      ],
      flaws: [["capitals-equal-digits", "合计"]],
    },
  },
  {
    file: "53.html",
    want: {
      title: "保洁服务合同",
      code: "LTG-BJ-2025-003",
      parties: [
        ["甲方", "黎州市图书馆"],
        ["乙方", "黎州洁诺物业服务有限公司"],
      ],
      signed: "2025-02-21",
      term: ["2025-03-01", "2026-02-28", 12],
      budgets: [
        budget(
          759000,
          [
            of("人", line("人员费用", 639000, { quantity: "15" })),
            of("人", line("项目主管", 62400, { parent: "人员费用", quantity: "1", price: 5200 })),
            of("人", line("日间保洁员", 321600, { parent: "人员费用", quantity: "8", price: 3350 })),
            of("人", line("夜间保洁员", 86400, { parent: "人员费用", quantity: "2", price: 3600 })),
            of("人", line("外围清扫员", 118800, { parent: "人员费用", quantity: "3", price: 3300 })),
            of("人", line("外窗清洗工", 49800, { parent: "人员费用", quantity: "1", price: 4150 })),
            line("其他费用", 120000),
            line("保洁用品及耗材费", 55200, { parent: "其他费用" }),
            line("机械设备使用费", 22200, { parent: "其他费用" }),
            line("管理费及税金", 42600, { parent: "其他费用" }),
          ],
          { capitals: 759000 },
        ),
      ],
      schedules: [{ paid: [pay(63250, null, { times: 12 })] }],
    },
  },
  {
    file: "54.html",
    want: {
      title: "老年人居家照护需求入户调查委托协议",
      code: "临民委字〔2025〕27号",
      parties: [
        ["甲方", "临溪县民政局"],
        ["乙方", "南屏大学社会调查研究所"],
      ],
      signed: "2025-08-22",
      term: ["2025-09-01", "2026-05-31", 9],
      budgets: [
        budget(
          381000,
          [
            of("项", line("问卷设计与预调查", 18000, { quantity: "1", price: 18000 })),
            line("项目组研究人员劳务", 117000),
            of("份", line("入户访问员劳务", 84000, { quantity: "2400", price: 35 })),
            line("访问员培训补助", 12000),
            of("份", line("受访家庭纪念品", 36000, { quantity: "2400", price: 15 })),
            of("个乡镇", line("县内交通及住宿", 50400, { quantity: "12", price: 4200 })),
            of("份", line("数据录入与清洗", 21600, { quantity: "2400", price: 8 })),
            of("份", line("统计分析及报告撰写", 26000, { quantity: "1", price: 26000 })),
            line("管理费", 16000),
          ],
          { capitals: 381000 },
        ),
      ],
      schedules: [{ paid: [pay(152400, "40"), pay(152400, "40"), pay(76200, "20")] }],
      flaws: [["quantity-times-price", "数据录入与清洗"]],
    },
  },
  {
    file: "55.html",
    want: {
      title: "常年法律顾问聘请合同",
      code: "（2024）衡准顾字第0136号",
      parties: [
        ["甲方", "宜丰湖旅游度假区管理办公室"],
        ["乙方", "江右衡准律师事务所"],
      ],
      signed: "2024-12-23",
      term: ["2025-01-01", "2026-12-31", 24],
      budgets: [budget(136000, [], { capitals: 136000 })],
      schedules: [{ paid: [pay(34000, null, { times: 4 })] }],
    },
  },
  {
    file: "56.html",
    want: {
      title: "社区综合服务项目委托协议",
      code: "YLSQ-FW-2025-002",
      project: "“邻里榆林”社区综合服务项目",
      parties: [
        ["甲方", "浦口区榆林社区居民委员会"],
        ["乙方", "榆林家园社区服务促进会"],
      ],
      signed: "2025-01-15",
      term: ["2025-02-01", "2026-01-31", 12],
      budgets: [budget(312000, [], { capitals: 312000 })],
      schedules: [
        {
          total: 312000,
          paid: [
            pay(140400, "45"),
            pay(109200, "35", { from: "2025-08" }),
            pay(62400, "20", { from: "2026-02" }),
          ],
        },
      ],
      flaws: [["indicator-numbering", "14"]],
    },
  },
  {
    file: "57.html",
    want: {
      title: "通勤车辆租赁合同",
      code: "KTQC-ZL-250318",
      parties: [
        ["甲方", "汉台经济开发区投资有限公司"],
        ["乙方", "坤途汽车租赁有限责任公司"],
      ],
      signed: "2025-03-18",
      term: ["2025-04-01", "2026-03-31", 12],
      budgets: [budget(780000, [], { capitals: 780000 })],
      schedules: [
        {
          total: 780000,
          paid: [
            pay(65000, null, { from: "2025-04" }),
            pay(65000, null, { from: "2025-05" }),
            pay(65000, null, { from: "2025-06" }),
            pay(65000, null, { from: "2025-07" }),
            pay(65000, null, { from: "2025-08" }),
            pay(65000, null, { from: "2025-09" }),
            pay(65000, null, { from: "2025-10" }),
            pay(65000, null, { from: "2025-11" }),
            pay(65000, null, { from: "2025-12" }),
            pay(65000, null, { from: "2026-01" }),
            pay(65000, null, { from: "2026-02" }),
            pay(65000, null, { from: "2026-03" }),
          ],
        },
      ],
      flaws: [["schedule-covers-term", "付款计划"]],
    },
  },
  {
    file: "58.html",
    want: {
      title: "培训会务服务合同",
      code: "LYWR-PX-2025-10",
      project: "2025年全市基层卫生骨干培训班",
      parties: [
        ["甲方", "临原市卫生健康人才发展中心"],
        ["乙方", "临原云湖宾馆有限责任公司"],
      ],
      signed: "2025-09-24",
      term: ["2025-10-13", "2025-10-17"],
      budgets: [
        budget(
          169224,
          [
            of("间夜", line("标准间", 53640, { quantity: "180", price: 298 })),
            of("间夜", line("单人间", 15264, { quantity: "48", price: 318 })),
            of("人次", line("自助午、晚餐", 55080, { quantity: "918", price: 60 })),
            of("天", line("主会场（含音响、投影）", 18000, { quantity: "5", price: 3600 })),
            of("间天", line("分组讨论室", 9600, { quantity: "12", price: 800 })),
            of("人次", line("茶歇", 12240, { quantity: "1020", price: 12 })),
            of("车次", line("接送站大巴", 5400, { quantity: "6", price: 900 })),
          ],
          { capitals: 169224 },
        ),
      ],
      schedules: [{ paid: [pay(50767.2, "30"), pay(118456.8, "70")] }],
    },
  },
  {
    file: "59.html",
    want: {
      title: "教学楼修缮工程施工合同",
      code: "ZXSX-GC-2025-01",
      project: "柘溪县实验小学教学楼修缮工程",
      parties: [
        ["甲方", "柘溪县实验小学"],
        ["乙方", "宏砺建设工程有限公司"],
      ],
      signed: "2025-06-03",
      term: ["2025-06-16", "2025-09-13"],
      budgets: [
        budget(
          523200,
          [
            line("拆除及建筑垃圾外运", 41420),
            line("墙面及吊顶工程", 137885),
            line("楼地面工程", 102678),
            line("门窗更换", 77717),
            line("电气照明工程", 63874),
            line("给排水及卫生间改造", 52211),
            line("消防设施改造", 32482),
            line("安全文明施工措施", 14933),
          ],
          { capitals: 523200 },
        ),
      ],
      schedules: [{ paid: [pay(156960, "30"), pay(261600, "50"), pay(88944, "17"), pay(15696, "3")] }],
    },
  },
  {
    file: "60.html",
    want: {
      title: "公益项目资助协议",
      code: "SZJJ-2025-ZZ-041",
      project: "“山里有光”乡村青少年陪伴项目",
      parties: [
        ["甲方", "善泽公益基金会"],
        ["乙方", "朗川市绿芽青少年服务中心"],
      ],
      signed: "2025-06-17",
      term: ["2025-07-01", "2026-12-31", 18],
      budgets: [
        budget(
          480000,
          [
            line("人员费用", 240000, { percent: "50.00" }),
            line("活动实施费", 120000, { percent: "25.00" }),
            line("志愿者支持", 36000, { percent: "7.50" }),
            line("督导与培训", 38400, { percent: "8.00" }),
            line("监测评估", 19200, { percent: "4.00" }),
            line("行政管理费", 26400, { percent: "5.50" }),
          ],
          { capitals: 480000 },
        ),
      ],
      schedules: [{ paid: [pay(80000, null, { times: 6 })] }],
    },
  },
];
