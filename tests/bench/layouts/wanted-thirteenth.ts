import { budget, line, pay } from "../../extract/unseen/told.ts";
import type { Laid } from "./wanted.ts";

/** The version of what an amendment puts in place of the original. */
const AFTER = "amended" as const;

const of = (unit: string, told: ReturnType<typeof line>) => ({ ...told, unit });

/** In styles of ten kinds of offices: a cover with underlined facts, prices in two columns, one form as the whole paper, small print, before and after, three signers with an annex; red seals over the signatures. */
export const THIRTEENTH: Laid[] = [
  {
    file: "31.html",
    want: {
      title: "医疗设备维修保养服务合同",
      code: "YLSB-WB-2025-038",
      parties: [
        ["甲方", "临江市第二人民医院"],
        ["乙方", "康维医疗设备技术有限公司"],
      ],
      signed: "2025-03-14",
      term: ["2025-04-01", "2026-03-31", 12],
      budgets: [
        budget(
          407000,
          [
            line("影像设备", 252000),
            of("台", line("CT机", 180000, { parent: "影像设备", quantity: "1", price: 180000 })),
            of("台", line("数字化X光机", 72000, { parent: "影像设备", quantity: "2", price: 36000 })),
            line("急救设备", 77600),
            of("台", line("呼吸机", 50400, { parent: "急救设备", quantity: "12", price: 4200 })),
            of("台", line("心电监护仪", 27200, { parent: "急救设备", quantity: "40", price: 680 })),
            line("检验设备", 77400),
            of("台", line("全自动生化分析仪", 57000, { parent: "检验设备", quantity: "2", price: 28500 })),
            of("台", line("血细胞分析仪", 20400, { parent: "检验设备", quantity: "3", price: 6800 })),
          ],
          { capitals: 407000 },
        ),
      ],
      schedules: [{ paid: [pay(122100, "30"), pay(162800, "40"), pay(122100, "30")] }],
    },
  },
  {
    file: "32.html",
    want: {
      title: "政府购买未成年人社会保护服务协议",
      code: "购服〔2025〕第019号",
      project: "云岭县未成年人社会保护服务项目",
      parties: [
        ["甲方", "云岭县民政局"],
        ["乙方", "云岭县启明社会工作服务中心"],
      ],
      signed: "2025-05-09",
      term: ["2025-05-15", "2026-05-14", 12],
      budgets: [
        budget(
          300000,
          [
            line("人员费", 189000, { percent: "63" }),
            line("服务活动费", 66000, { percent: "22" }),
            line("督导及培训费", 24000, { percent: "8" }),
            line("办公及交通费", 12000, { percent: "4" }),
            line("评估审计费", 9000, { percent: "3" }),
          ],
          { capitals: 300000 },
        ),
      ],
      schedules: [{ paid: [pay(150000, "50"), pay(90000, "30"), pay(60000, "20")] }],
    },
  },
  {
    file: "33.html",
    want: {
      title: "写字楼物业服务合同",
      code: "JN-WY-2025-H07",
      project: "海汇大厦物业服务项目",
      parties: [
        ["甲方", "海汇资产经营有限公司"],
        ["乙方", "嘉宁物业管理有限公司"],
      ],
      signed: "2025-06-20",
      term: ["2025-07-01", "2027-06-30", 24],
      budgets: [
        budget(
          1224000,
          [
            line("保洁服务", 316800),
            line("秩序维护", 480000),
            line("电梯维保", 96000),
            line("空调维保", 132000),
            line("消防维保", 72000),
            line("绿植租摆", 43200),
            line("会议服务", 60000),
            line("垃圾清运", 24000),
          ],
          { capitals: 1224000 },
        ),
      ],
      schedules: [{ paid: [pay(153000, null, { times: 8 })] }],
    },
  },
  {
    file: "34.html",
    want: {
      title: "云服务订购协议",
      code: "XY-SAAS-20250822",
      project: "协同办公平台云服务采购项目",
      parties: [
        ["甲方", "青屿港务集团有限公司"],
        ["乙方", "星屿云计算有限公司"],
      ],
      signed: "2025-08-22",
      term: ["2025-09-01", "2028-08-31", 36],
      budgets: [
        budget(
          420000,
          [
            of("个", line("平台账号许可", 252000, { quantity: "600", price: 420 })),
            of("TB", line("数据存储扩容", 36000, { quantity: "20", price: 1800 })),
            of("人天", line("接口集成开发", 72000, { quantity: "45", price: 1600 })),
            of("年", line("专属客户支持", 60000, { quantity: "3", price: 20000 })),
          ],
          { capitals: 420000 },
        ),
      ],
      schedules: [
        {
          total: 420000,
          paid: [pay(84000, "20"), pay(210000, "50"), pay(105000, "25"), pay(21000, "5")],
        },
      ],
    },
  },
  {
    file: "35.html",
    // Planted: 鸡蛋 3,600×11.50为41,400.00元，表中为43,200.00元（合计、大写、五次付款均按43,200.00元计）
    want: {
      title: "学校食堂大宗食材供应合同",
      code: "枫实采（2025）12号",
      parties: [
        ["甲方", "枫林实验学校"],
        ["乙方", "田垄农产品配送有限公司"],
      ],
      signed: "2025-08-25",
      term: ["2025-09-01", "2026-01-31", 5],
      budgets: [
        budget(
          459900,
          [
            of("公斤", line("大米", 67200, { quantity: "12,000", price: 5.6 })),
            of("升", line("食用油", 24300, { quantity: "1,800", price: 13.5 })),
            of("公斤", line("猪肉", 151200, { quantity: "5,400", price: 28 })),
            of("公斤", line("鸡蛋", 43200, { quantity: "3,600", price: 11.5 })),
            of("公斤", line("时令蔬菜", 96000, { quantity: "20,000", price: 4.8 })),
            of("盒", line("鲜牛奶", 78000, { quantity: "30,000", price: 2.6 })),
          ],
          { capitals: 459900 },
        ),
      ],
      schedules: [{ paid: [pay(91980, null, { times: 5 })] }],
      flaws: [["quantity-times-price", "鸡蛋"]],
    },
  },
  {
    file: "36.html",
    want: {
      title: "输煤皮带机改造工程合同补充协议",
      code: "ZDGC-2024-117-补1",
      project: "3号输煤皮带机改造工程",
      parties: [
        ["甲方", "中岱发电有限责任公司"],
        ["乙方", "恒起机电安装有限公司"],
      ],
      signed: "2025-04-28",
      term: ["2024-11-01", "2025-08-31", 10],
      budgets: [
        budget(1300000, [
          line("设备购置费", 860000),
          line("安装调试费", 320000),
          line("运输保险费", 45000),
          line("技术服务费", 75000),
        ]),
        budget(
          1420000,
          [
            line("设备购置费", 938000),
            line("安装调试费", 356000),
            line("运输保险费", 48000),
            line("技术服务费", 78000),
          ],
          { capitals: 1420000, version: AFTER },
        ),
      ],
      schedules: [
        { total: 1300000, paid: [pay(390000, "30"), pay(780000, "60"), pay(130000, "10")] },
        {
          version: AFTER,
          total: 1420000,
          paid: [pay(426000, "30"), pay(852000, "60"), pay(142000, "10")],
        },
      ],
    },
  },
  {
    file: "37.html",
    want: {
      title: "办公设备租赁合同",
      code: "ZL2025-0611",
      parties: [
        ["甲方", "捷印办公设备租赁有限公司"],
        ["乙方", "博远会计师事务所"],
      ],
      signed: "2025-06-11",
      term: ["2025-07-01", "2026-06-30", 12],
      budgets: [
        budget(
          72000,
          [
            of("台", line("数码复合机", 43200, { quantity: "3", price: 14400 })),
            of("台", line("激光打印机", 16800, { quantity: "10", price: 1680 })),
            of("台", line("碎纸机", 2400, { quantity: "5", price: 480 })),
            of("台", line("投影仪", 9600, { quantity: "2", price: 4800 })),
          ],
          { capitals: 72000 },
        ),
      ],
      schedules: [{ paid: [pay(18000, null, { times: 4 })] }],
    },
  },
  {
    file: "38.html",
    want: {
      title: "非遗展览策划执行协议",
      code: "WHG-ZL-25-06",
      project: "锦川竹编技艺展策划执行项目",
      parties: [
        ["甲方", "锦川市文化馆"],
        ["乙方", "拾野文化创意有限公司"],
      ],
      signed: "2025-09-01",
      term: ["2025-09-10", "2025-11-30"],
      budgets: [
        budget(
          250000,
          [
            line("展陈设计", 48000),
            line("展具制作", 126500),
            line("布展与撤展", 37800),
            line("传承人演示", 22400),
            line("宣传印刷", 15300),
          ],
          { capitals: 250000 },
        ),
      ],
      schedules: [{ paid: [pay(150000, "60"), pay(100000, "40")] }],
    },
  },
  {
    file: "39.html",
    want: {
      title: "乡村小学图书室建设捐赠协议",
      code: "HYJJH-JZ-2025-052",
      project: "书香石坪图书室建设项目",
      parties: [
        ["甲方", "恒愿公益基金会"],
        ["乙方", "石坪县教育局"],
        ["丙方", "晨读阅读推广中心"],
      ],
      signed: "2025-10-15",
      term: ["2025-11-01", "2026-10-31", 12],
      budgets: [
        budget(
          540000,
          [
            line("物资采购", 429000),
            of("册", line("图书", 270000, { parent: "物资采购", quantity: "15,000", price: 18 })),
            of("组", line("书架", 108000, { parent: "物资采购", quantity: "90", price: 1200 })),
            of("套", line("阅览桌椅", 51000, { parent: "物资采购", quantity: "60", price: 850 })),
            line("阅读推广", 81000),
            of("场", line("教师培训", 33000, { parent: "阅读推广", quantity: "6", price: 5500 })),
            of("次", line("阅读活动", 48000, { parent: "阅读推广", quantity: "30", price: 1600 })),
            line("项目管理", 30000),
            of("项", line("监测评估", 15000, { parent: "项目管理", quantity: "1", price: 15000 })),
            of("项", line("执行管理费", 15000, { parent: "项目管理", quantity: "1", price: 15000 })),
          ],
          { capitals: 540000 },
        ),
      ],
      schedules: [{ paid: [pay(324000, "60"), pay(162000, "30"), pay(54000, "10")] }],
    },
  },
  {
    file: "40.html",
    // Planted: 三期付款相加为286,200.00元（第三期86,400.00元误为84,600.00元），服务费总额为288,000.00元
    want: {
      title: "技术服务合同",
      code: "2025-JS-0408",
      project: "沿湖湿地水质监测技术服务",
      parties: [
        ["甲方", "明湖湿地保护管理处"],
        ["乙方", "清源环境科学研究院"],
      ],
      signed: "2025-04-08",
      term: ["2025-04-15", "2026-04-14", 12],
      budgets: [
        budget(
          288000,
          [
            line("站点布设费", 68000),
            line("仪器租用费", 84000),
            line("采样检测费", 92600),
            line("数据分析费", 43400),
          ],
          { capitals: 288000 },
        ),
      ],
      schedules: [{ paid: [pay(86400), pay(115200), pay(84600)] }],
      flaws: [["schedule-equals-total", "付款计划"]],
    },
  },
];
