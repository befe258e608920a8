import { budget, line, pay } from "../../extract/unseen/told.ts";
import type { Laid } from "./wanted.ts";

/** Laid out by an eleventh author, who saw nothing of the tool. */
export const ELEVENTH: Laid[] = [
  {
    file: "17.html",
    want: {
      title: "物业管理服务合同",
      code: "LZZC-2025-0388-HT",
      project: "澜州市科技馆2025—2027年物业管理服务项目",
      parties: [
        ["甲方", "澜州市科学技术馆"],
        ["乙方", "瑞宁物业服务集团有限公司"],
      ],
      signed: "2025-06-23",
      term: ["2025-07-01", "2027-06-30", 24],
      budgets: [
        budget(
          5596400,
          [
            line("人员费用", 4689600, { percent: "83.80" }),
            line("项目经理", 211200, { parent: "人员费用", quantity: "24", price: 8800 }),
            line("秩序维护员", 1766400, { parent: "人员费用", quantity: "384", price: 4600 }),
            line("保洁员", 1310400, { parent: "人员费用", quantity: "336", price: 3900 }),
            line("设备运行工", 892800, { parent: "人员费用", quantity: "144", price: 6200 }),
            line("讲解引导员", 508800, { parent: "人员费用", quantity: "96", price: 5300 }),
            line("运行费用", 590000, { percent: "10.54" }),
            line("电梯及消防维保", 180000, { parent: "运行费用", quantity: "24", price: 7500 }),
            line("外墙及穹顶清洗", 146000, { parent: "运行费用", quantity: "4", price: 36500 }),
            line("绿化租摆", 100800, { parent: "运行费用", quantity: "24", price: 4200 }),
            line("卫生耗材", 163200, { parent: "运行费用", quantity: "24", price: 6800 }),
            line("管理费及税金", 316800, { percent: "5.66" }),
          ],
          { capitals: 5596400 },
        ),
      ],
      schedules: [
        {
          total: 5596400,
          paid: [
            pay(699550, null, { from: "2025-07", to: "2025-09" }),
            pay(699550, null, { from: "2025-10", to: "2025-12" }),
            pay(699550, null, { from: "2026-01", to: "2026-03" }),
            pay(699550, null, { from: "2026-04", to: "2026-06" }),
            pay(699550, null, { from: "2026-07", to: "2026-09" }),
            pay(699550, null, { from: "2026-10", to: "2026-12" }),
            pay(699550, null, { from: "2027-01", to: "2027-03" }),
            pay(699550, null, { from: "2027-04", to: "2027-06" }),
          ],
        },
      ],
    },
  },
  {
    file: "18.html",
    want: {
      title: "校车服务采购合同",
      code: "XPJY-XC-2025-08",
      project: "西坪县2025—2026学年农村学生校车接送服务",
      parties: [
        ["甲方", "西坪县教育体育局"],
        ["乙方", "西坪安达校车运营有限公司"],
      ],
      signed: "2025-08-27",
      term: ["2025-09-01", "2026-06-30", 10],
      budgets: [
        budget(
          516220,
          [
            line("1号线", 79800, { quantity: "380", price: 210 }),
            line("2号线", 70300, { quantity: "380", price: 185 }),
            line("3号线", 91200, { quantity: "380", price: 240 }),
            line("4号线", 75420, { quantity: "380", price: 198 }),
            line("5号线", 85500, { quantity: "380", price: 225 }),
            line("照管员补贴", 114000, { quantity: "950", price: 120 }),
          ],
          { capitals: 516220 },
        ),
      ],
      schedules: [
        {
          paid: [
            pay(154866, "30"),
            pay(206488, "40", { from: "2026-02" }),
            pay(154866, "30", { from: "2026-07" }),
          ],
        },
      ],
      flaws: [["quantity-times-price", "4号线"]],
    },
  },
  {
    file: "19.html",
    want: {
      title: "委托研究项目合同书",
      code: "XNKJ-2025-NY-0046",
      project: "山地果园精准施肥技术集成与示范",
      parties: [
        ["甲方", "溪南市农业技术推广中心"],
        ["乙方", "溪南农林科学研究院"],
      ],
      signed: "2025-08-20",
      term: ["2025-09-01", "2028-08-31", 36],
      budgets: [
        budget(
          1268000,
          [
            line("直接费用", 1043000),
            line("设备费", 285000, { parent: "直接费用" }),
            line("购置设备费", 220000, { parent: "设备费" }),
            line("试制设备费", 65000, { parent: "设备费" }),
            line("业务费", 496000, { parent: "直接费用" }),
            line("材料费", 214000, { parent: "业务费" }),
            line("测试化验加工费", 147000, { parent: "业务费" }),
            line("燃料动力费", 32000, { parent: "业务费" }),
            line("差旅及会议费", 68000, { parent: "业务费" }),
            line("知识产权事务费", 35000, { parent: "业务费" }),
            line("劳务费", 262000, { parent: "直接费用" }),
            line("间接费用", 225000),
            line("管理费", 71000, { parent: "间接费用" }),
            line("绩效支出", 154000, { parent: "间接费用" }),
          ],
          { capitals: 1268000 },
        ),
      ],
      schedules: [
        {
          total: 1268000,
          paid: [
            pay(507200, "40", { from: "2025-09" }),
            pay(380400, "30", { from: "2026-12" }),
            pay(380400, "30", { from: "2028-08" }),
          ],
        },
      ],
    },
  },
  {
    file: "20.html",
    want: {
      title: "《智慧档案馆建设项目合同》补充协议书",
      code: "DSDA-2024-XM-019-补充1",
      parties: [
        ["甲方", "东山市档案馆"],
        ["乙方", "华存数字科技（东山）有限公司"],
      ],
      signed: "2025-05-29",
      term: ["2024-10-01", "2025-11-30", 14],
      budgets: [
        budget(3050000, [
          line("软件开发费", 860000),
          line("数据加工费", 1240000),
          line("硬件设备费", 655000),
          line("系统集成费", 190000),
          line("培训及运维费", 105000),
        ]),
        budget(
          3160000,
          [
            line("软件开发费", 905000),
            line("数据加工费", 1316000),
            line("硬件设备费", 612000),
            line("系统集成费", 190000),
            line("培训及运维费", 137000),
          ],
          { capitals: 3160000, version: "amended" },
        ),
      ],
      schedules: [
        { total: 3050000, paid: [pay(1525000), pay(1220000), pay(305000)] },
        { version: "amended", total: 3160000, paid: [pay(1525000), pay(1304000), pay(305000)] },
      ],
      flaws: [["schedule-equals-total", "付款计划"]],
    },
  },
  {
    file: "21.html",
    want: {
      title: "室内装饰工程设计合同",
      code: "BYSJ-2025-016",
      project: "溪桥市青少年活动中心室内装饰工程设计",
      parties: [
        ["甲方", "共青团溪桥市委员会"],
        ["乙方", "溪桥百屿空间设计有限公司"],
      ],
      signed: "2025-02-26",
      term: ["2025-03-03", "2025-08-29"],
      budgets: [
        budget(
          386000,
          [
            line("概念方案", 77200, { percent: "20" }),
            line("方案深化", 115800, { percent: "30" }),
            line("施工图设计", 154400, { percent: "40" }),
            line("现场配合", 38600, { percent: "10" }),
          ],
          { capitals: 386000 },
        ),
      ],
      schedules: [{ paid: [pay(77200, "20"), pay(115800, "30"), pay(154400, "40"), pay(38600, "10")] }],
    },
  },
  {
    file: "22.html",
    want: {
      title: "居家养老上门服务购买协议",
      code: "TPMZ-JJYL-2026-01",
      parties: [
        ["甲方", "桐坪区民政局"],
        ["乙方", "桐坪区康乐居家养老服务有限公司"],
      ],
      signed: "2025-12-22",
      term: ["2026-01-01", "2026-12-31", 12],
      budgets: [
        budget(
          1030200,
          [
            line("助洁服务", 378000, { percent: "36.69", quantity: "8,400", price: 45 }),
            line("助浴服务", 151200, { percent: "14.68", quantity: "1,260", price: 120 }),
            line("助餐配送", 126000, { percent: "12.23", quantity: "21,000", price: 6 }),
            line("助医陪诊", 126000, { percent: "12.23", quantity: "840", price: 150 }),
            line("康复护理", 195000, { percent: "18.39", quantity: "1,500", price: 130 }),
            line("紧急呼叫", 54000, { percent: "5.24", quantity: "500", price: 108 }),
          ],
          { capitals: 1030200 },
        ),
      ],
      schedules: [
        {
          paid: [
            pay(257550, null, { from: "2026-04" }),
            pay(257550, null, { from: "2026-07" }),
            pay(257550, null, { from: "2026-10" }),
            pay(257550, null, { from: "2027-01" }),
          ],
        },
      ],
      flaws: [
        ["percent-of-total", "康复护理"],
        ["percents-sum-to-100", "占比合计"],
      ],
    },
  },
  {
    file: "23.html",
    want: {
      title: "检验检测服务框架协议",
      code: "NYJC-KJXY-2025-04",
      parties: [
        ["甲方", "岭东市农业农村局"],
        ["乙方", "岭东华谱检测技术有限公司"],
      ],
      signed: "2025-03-28",
      term: ["2025-04-01", "2026-03-31", 12],
      budgets: [
        budget(
          492000,
          [
            line("农产品类", 396600),
            line("农药残留检测", 235200, { parent: "农产品类", quantity: "420", price: 560 }),
            line("重金属检测", 68400, { parent: "农产品类", quantity: "180", price: 380 }),
            line("兽药残留检测", 93000, { parent: "农产品类", quantity: "150", price: 620 }),
            line("环境类", 95400),
            line("土壤检测", 67500, { parent: "环境类", quantity: "90", price: 750 }),
            line("灌溉水质检测", 27900, { parent: "环境类", quantity: "60", price: 465 }),
          ],
          { capitals: 492000 },
        ),
      ],
      schedules: [{ paid: [pay(null, "80"), pay(null, "20")] }],
    },
  },
  {
    file: "24.html",
    want: {
      title: "新能源公务用车租赁合同",
      code: "ZL-GWC-2025-0033",
      parties: [
        ["甲方", "平州市机关事务管理局"],
        ["乙方", "平州绿行汽车租赁有限公司"],
      ],
      signed: "2025-09-19",
      term: ["2025-10-01", "2028-09-30", 36],
      budgets: [
        budget(
          1692000,
          [
            line("纯电动轿车", 691200, { quantity: "216", price: 3200 }),
            line("纯电动SUV", 597600, { quantity: "144", price: 4150 }),
            line("商务车（7座）", 403200, { quantity: "72", price: 5600 }),
          ],
          { capitals: 1692000 },
        ),
      ],
      schedules: [
        {
          paid: [
            pay(282000, null, { from: "2025-10", to: "2026-03" }),
            pay(282000, null, { from: "2026-04", to: "2026-09" }),
            pay(282000, null, { from: "2026-10", to: "2027-03" }),
            pay(228000, null, { from: "2027-04", to: "2027-09" }),
            pay(282000, null, { from: "2027-10", to: "2028-03" }),
            pay(282000, null, { from: "2028-04", to: "2028-09" }),
          ],
        },
      ],
      flaws: [["schedule-equals-total", "付款计划"]],
    },
  },
];
