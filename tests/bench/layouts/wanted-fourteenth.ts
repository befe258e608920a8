import { budget, line, pay } from "../../extract/unseen/told.ts";
import type { Laid } from "./wanted.ts";

const of = (unit: string, told: ReturnType<typeof line>) => ({ ...told, unit });

/** In the sober styles of ten offices: prices by the piece, indicators over pages, before and after, years, quarters, 万元. */
export const FOURTEENTH: Laid[] = [
  {
    file: "41.html",
    want: {
      title: "江州市政府采购合同（货物类）",
      code: "JZZC2025-H0137",
      project: "江州市第三中学化学实验室设备采购项目",
      parties: [
        ["甲方", "江州市第三中学"],
        ["乙方", "湖北恒教仪器设备有限公司"],
      ],
      signed: "2025-07-08",
      term: ["2025-07-10", "2025-08-25"],
      budgets: [
        budget(
          318000,
          [
            of("张", line("中央演示台", 9720, { quantity: "2", price: 4860 })),
            of("张", line("学生实验桌", 80640, { quantity: "48", price: 1680 })),
            of("把", line("学生实验凳", 9120, { quantity: "96", price: 95 })),
            of("套", line("智能顶装供电系统", 77000, { quantity: "2", price: 38500 })),
            of("项", line("通风系统", 42600, { quantity: "1", price: 42600 })),
            of("米", line("实验边台", 27600, { quantity: "24", price: 1150 })),
            of("个", line("仪器柜", 15680, { quantity: "16", price: 980 })),
            of("个", line("药品柜", 14700, { quantity: "6", price: 2450 })),
            of("套", line("化学实验器材", 32640, { quantity: "24", price: 1360 })),
            of("项", line("安装调试及培训", 8300, { quantity: "1", price: 8300 })),
          ],
          { capitals: 318000 },
        ),
      ],
      schedules: [{ paid: [pay(95400, "30"), pay(206700, "65"), pay(15900, "5")] }],
    },
  },
  {
    file: "42.html",
    want: {
      title: "社会工作服务协议书",
      code: "QNSG〔2025〕011号",
      project: "桥南街道社会工作服务站项目",
      parties: [
        ["甲方", "安陵市桥南街道办事处"],
        ["乙方", "安陵市同心社会工作服务中心"],
      ],
      signed: "2025-03-26",
      term: ["2025-04-01", "2026-03-31", 12],
      budgets: [
        budget(
          465000,
          [
            line("人员费用", 325500, { percent: "70" }),
            line("服务活动费", 69750, { percent: "15" }),
            line("督导及培训费", 27900, { percent: "6" }),
            line("行政办公费", 23250, { percent: "5" }),
            line("税费", 18600, { percent: "4" }),
          ],
          { capitals: 465000 },
        ),
      ],
      schedules: [{ paid: [pay(232500, "50"), pay(139500, "30"), pay(93000, "20")] }],
    },
  },
  {
    file: "43.html",
    want: {
      title: "补充协议",
      code: "LHRS-PX-2025-007",
      project: "2025年度农村转移劳动力职业技能培训项目",
      parties: [
        ["甲方", "临河县人力资源和社会保障局"],
        ["乙方", "临河县启航职业培训学校"],
      ],
      signed: "2025-10-15",
      term: ["2025-03-01", "2026-02-28", 12],
      budgets: [
        budget(
          380000,
          [
            line("师资课酬费", 152000, { percent: "40.00" }),
            line("教材及实训耗材费", 76000, { percent: "20.00" }),
            line("场地租赁费", 57000, { percent: "15.00" }),
            line("实训设备使用费", 45600, { percent: "12.00" }),
            line("学员餐补及保险费", 30400, { percent: "8.00" }),
            line("项目管理费", 19000, { percent: "5.00" }),
          ],
          { capitals: 380000 },
        ),
        budget(
          428000,
          [
            line("师资课酬费", 171200, { percent: "40.00" }),
            line("教材及实训耗材费", 89880, { percent: "21.00" }),
            line("场地租赁费", 57000, { percent: "13.32" }),
            line("实训设备使用费", 51360, { percent: "12.00" }),
            line("学员餐补及保险费", 39560, { percent: "9.24" }),
            line("项目管理费", 19000, { percent: "4.44" }),
          ],
          { capitals: 428000, version: "amended" },
        ),
      ],
      schedules: [
        { paid: [pay(190000, null, { times: 2 })] },
        { version: "amended", paid: [pay(190000), pay(152400), pay(85600)] },
      ],
    },
  },
  {
    file: "44.html",
    want: {
      title: "物业管理服务合同",
      code: "SXZW-WY-2024-12",
      parties: [
        ["甲方", "沙溪区政务服务中心"],
        ["乙方", "瑞安达物业管理有限公司"],
      ],
      signed: "2024-12-20",
      term: ["2025-01-01", "2025-12-31", 12],
      budgets: [
        budget(
          1068000,
          [
            line("人员费用", 860400),
            line("项目主管", 78000, { parent: "人员费用" }),
            line("秩序维护员", 403200, { parent: "人员费用" }),
            line("保洁员", 259200, { parent: "人员费用" }),
            line("工程维修员", 120000, { parent: "人员费用" }),
            line("专项维护费用", 92600),
            line("电梯维保费（3部）", 28800, { parent: "专项维护费用" }),
            line("消防设施检测费", 18500, { parent: "专项维护费用" }),
            line("生活垃圾清运费", 24000, { parent: "专项维护费用" }),
            line("绿化养护费", 21300, { parent: "专项维护费用" }),
            line("管理费及税金", 107000),
            line("管理费", 47650, { parent: "管理费及税金" }),
            line("税金", 59350, { parent: "管理费及税金" }),
          ],
          { capitals: 1068000 },
        ),
      ],
      schedules: [{ paid: [pay(267000, null, { times: 4 })] }],
      flaws: [["total-equals-sum", "合计"]],
    },
  },
  {
    file: "45.html",
    want: {
      title: "食堂食材采购配送合同",
      code: "BTXX-ST-2025-02",
      parties: [
        ["甲方", "白塔镇中心小学"],
        ["乙方", "清源县绿源农产品配送有限公司"],
      ],
      signed: "2025-08-22",
      term: ["2025-09-01", "2026-01-31", 5],
      budgets: [
        budget(
          308080,
          [
            of("袋", line("东北大米", 44160, { quantity: "320", price: 138 })),
            of("袋", line("高筋面粉", 10080, { quantity: "90", price: 112 })),
            of("桶", line("一级大豆油", 23650, { quantity: "110", price: 215 })),
            of("公斤", line("鲜猪后腿肉", 71500, { quantity: "2600", price: 27.5 })),
            of("公斤", line("鲜鸡胸肉", 28710, { quantity: "1450", price: 19.8 })),
            of("公斤", line("鲜鸡蛋", 19080, { quantity: "1800", price: 10.6 })),
            of("公斤", line("北豆腐", 7800, { quantity: "1200", price: 6.5 })),
            of("公斤", line("大白菜", 9520, { quantity: "3400", price: 2.8 })),
            of("公斤", line("土豆", 10800, { quantity: "3000", price: 3.6 })),
            of("公斤", line("胡萝卜", 6720, { quantity: "1600", price: 4.2 })),
            of("公斤", line("西红柿", 14820, { quantity: "2100", price: 6.8 })),
            of("公斤", line("青椒", 8140, { quantity: "1100", price: 7.4 })),
            of("盒", line("纯牛奶", 42300, { quantity: "18000", price: 2.35 })),
            of("公斤", line("香蕉", 10800, { quantity: "1500", price: 7.2 })),
          ],
          { capitals: 308080 },
        ),
      ],
      flaws: [["quantity-times-price", "西红柿"]],
    },
  },
  {
    file: "46.html",
    want: {
      title: "信息系统运行维护服务合同",
      code: "BLBDC-YW-2025-018",
      project: "北岭市不动产登记信息平台运行维护项目",
      parties: [
        ["甲方", "北岭市不动产登记中心"],
        ["乙方", "智汇通信息技术股份有限公司"],
      ],
      signed: "2025-05-23",
      term: ["2025-06-01", "2028-05-31", 36],
      budgets: [
        budget(
          746000,
          [
            line("服务器及存储设备维保", 128000),
            line("数据库及中间件维护", 108000),
            line("网络及安全设备维保", 87000),
            line("登记业务系统驻场运维", 378000),
            line("等级保护测评协助", 45000),
          ],
          { capitals: 746000 },
        ),
      ],
      schedules: [
        {
          total: 746000,
          paid: [
            pay(120750, null, { from: "2025-06", to: "2025-11" }),
            pay(120750, null, { from: "2025-12", to: "2026-05" }),
            pay(123750, null, { from: "2026-06", to: "2026-11" }),
            pay(123750, null, { from: "2026-12", to: "2027-05" }),
            pay(128500, null, { from: "2027-06", to: "2027-11" }),
            pay(128500, null, { from: "2027-12", to: "2028-05" }),
          ],
        },
      ],
    },
  },
  {
    file: "47.html",
    want: {
      title: "房屋租赁合同",
      code: "HNW-ZL-2025-0031",
      parties: [
        ["甲方", "海宁湾城市资产运营有限公司"],
        ["乙方", "海宁湾区青禾托育服务有限公司"],
      ],
      signed: "2025-02-20",
      term: ["2025-03-01", "2027-02-28", 24],
      budgets: [
        budget(453096, [line("第一年租金", 223200), line("第二年租金", 229896)], { capitals: 453096 }),
      ],
      schedules: [
        {
          total: 453096,
          paid: [
            pay(55800, null, { from: "2025-03", to: "2025-05" }),
            pay(55800, null, { from: "2025-06", to: "2025-08" }),
            pay(55800, null, { from: "2025-09", to: "2025-11" }),
            pay(55800, null, { from: "2025-12", to: "2026-02" }),
            pay(57474, null, { from: "2026-03", to: "2026-05" }),
            pay(57474, null, { from: "2026-07", to: "2026-08" }),
            pay(57474, null, { from: "2026-09", to: "2026-11" }),
            pay(57474, null, { from: "2026-12", to: "2027-02" }),
          ],
        },
      ],
      flaws: [["schedule-covers-term", "付款计划"]],
    },
  },
  {
    file: "48.html",
    want: {
      title: "柳泉镇农贸市场改造工程设计合同",
      code: "LQ-SJ-2025-05",
      project: "柳泉镇农贸市场改造工程",
      parties: [
        ["甲方", "柳泉镇人民政府"],
        ["乙方", "中衡建筑设计院有限公司"],
      ],
      signed: "2025-05-16",
      term: ["2025-05-20", "2026-01-19", 8],
      budgets: [
        budget(
          685000,
          [
            line("现状测绘与鉴定", 137000, { percent: "20" }),
            line("方案设计", 205500, { percent: "30" }),
            line("施工图设计", 274000, { percent: "40" }),
            line("后期服务", 68500, { percent: "10" }),
          ],
          { capitals: 685000 },
        ),
      ],
      schedules: [{ paid: [pay(205500, "30"), pay(342500, "50"), pay(137000, "20")] }],
    },
  },
  {
    file: "49.html",
    want: {
      title: "医用耗材购销合同",
      code: "WXZY-HC-2025-019",
      project: "2025—2026年度医用耗材院内采购项目",
      parties: [
        ["甲方", "望溪县中医医院"],
        ["乙方", "保康医疗器械销售有限公司"],
      ],
      signed: "2025-06-24",
      term: ["2025-07-01", "2026-06-30", 12],
      budgets: [
        budget(
          227361.7,
          [
            of("支", line("一次性使用无菌注射器", 22800, { quantity: "60000", price: 0.38 })),
            of("套", line("一次性使用输液器", 36120, { quantity: "42000", price: 0.86 })),
            of("支", line("静脉留置针", 53200, { quantity: "9500", price: 5.6 })),
            of("只", line("医用外科口罩", 15200, { quantity: "80000", price: 0.19 })),
            of("双", line("一次性乳胶检查手套", 18720, { quantity: "36000", price: 0.52 })),
            of("包", line("医用纱布块", 11250, { quantity: "15000", price: 0.75 })),
            of("包", line("医用棉签", 8400, { quantity: "20000", price: 0.42 })),
            of("卷", line("医用胶带", 7520, { quantity: "3200", price: 2.35 })),
            of("瓶", line("碘伏消毒液", 12240, { quantity: "1800", price: 6.8 })),
            of("套", line("一次性导尿包", 20850, { quantity: "1500", price: 13.9 })),
            of("卷", line("压力蒸汽灭菌指示胶带", 4811.7, { quantity: "258", price: 18.65 })),
            of("支", line("一次性使用采血针", 16250, { quantity: "25000", price: 0.65 })),
          ],
          { capitals: 227361.7 },
        ),
      ],
      schedules: [
        { paid: [pay(90944.68, "40", { from: "2025-12" }), pay(136417.02, "60", { from: "2026-06" })] },
      ],
    },
  },
  {
    file: "50.html",
    want: {
      title: "社区居家养老服务合同",
      code: "YTMZ-GMFW-2025-0042",
      project: "云台区翠湖街道社区居家养老服务项目",
      parties: [
        ["甲方", "云台区民政局"],
        ["乙方", "云台区夕照红养老服务中心"],
      ],
      signed: "2025-06-25",
      term: ["2025-07-01", "2026-06-30", 12],
      budgets: [
        budget(
          528000,
          [
            line("人员经费", 343200, { percent: "65" }),
            line("服务经费", 105600, { percent: "20" }),
            line("助餐补贴", 57600, { parent: "服务经费" }),
            line("活动物料费", 32000, { parent: "服务经费" }),
            line("志愿者补贴", 16000, { parent: "服务经费" }),
            line("管理及办公经费", 52800, { percent: "10" }),
            line("税金", 26400, { percent: "5" }),
          ],
          { capitals: 528000 },
        ),
      ],
      schedules: [{ paid: [pay(211200, "40"), pay(211200, "40", { from: "2026-01" }), pay(105600, "20")] }],
    },
  },
];
