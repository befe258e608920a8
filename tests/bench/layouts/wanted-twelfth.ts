import { budget, line, pay } from "../../extract/unseen/told.ts";
import type { Laid } from "./wanted.ts";

/** In styles the others lack: facts on a cover, clauses in two columns, filled blanks, a letterhead, an annex across, three signers. Their author knows the tool. */
export const TWELFTH: Laid[] = [
  {
    file: "25.html",
    want: {
      title: "社区养老服务中心委托运营协议",
      code: "QS-MZ-2025-0716",
      project: "清沙街道社区养老服务中心委托运营项目",
      parties: [
        ["甲方", "清沙区民政局"],
        ["乙方", "颐和养老服务有限公司"],
      ],
      signed: "2025-07-16",
      term: ["2025-08-01", "2028-07-31", 36],
      budgets: [
        budget(
          1260000,
          [
            line("护理人员工资补贴", 720000, { percent: "57.14" }),
            line("老年人膳食补贴", 216000, { percent: "17.14" }),
            line("日间照料补贴", 162000, { percent: "12.86" }),
            line("设施维护补贴", 108000, { percent: "8.57" }),
            line("管理费", 54000, { percent: "4.29" }),
          ],
          { capitals: 1260000 },
        ),
      ],
      schedules: [{ paid: [pay(504000, "40"), pay(378000, "30"), pay(378000, "30")] }],
    },
  },
  {
    file: "26.html",
    want: {
      title: "软件定制开发合同",
      code: "YX-DEV-2025-1103",
      project: "仓储调度管理系统开发",
      parties: [
        ["甲方", "平湖物流集团有限公司"],
        ["乙方", "云岫软件技术有限公司"],
      ],
      signed: "2025-11-03",
      term: ["2025-11-10", "2026-05-09", 6],
      budgets: [
        budget(
          386000,
          [
            line("需求分析与系统设计", 58000, { quantity: "2", price: 29000 }),
            line("软件编码开发", 232000, { quantity: "8", price: 29000 }),
            line("测试与部署", 56000, { quantity: "2", price: 28000 }),
            line("用户培训", 40000, { quantity: "2", price: 20000 }),
          ],
          { capitals: 386000 },
        ),
      ],
      schedules: [{ paid: [pay(115800, "30"), pay(193000, "50"), pay(77200, "20")] }],
    },
  },
  {
    file: "27.html",
    want: {
      title: "绿化养护承包合同",
      code: "HPLH-2024-093",
      project: "东湖片区道路绿地养护项目",
      parties: [
        ["甲方", "和平区园林绿化服务中心"],
        ["乙方", "绿原园林工程有限公司"],
      ],
      signed: "2024-12-18",
      term: ["2025-01-01", "2025-12-31", 12],
      budgets: [
        budget(
          245760,
          [
            { ...line("乔木养护", 122880, { quantity: "1,280", price: 96 }), unit: "株" },
            { ...line("灌木及地被养护", 76800, { quantity: "6,400", price: 12 }), unit: "平方米" },
            { ...line("草坪养护", 46080, { quantity: "5,760", price: 8 }), unit: "平方米" },
          ],
          { capitals: 245760 },
        ),
      ],
      schedules: [{ paid: [pay(61440, null, { times: 4 })] }],
    },
  },
  {
    file: "28.html",
    want: {
      title: "水质自动监测站运维服务协议书",
      code: "澄水合〔2025〕47号",
      parties: [
        ["甲方", "澄江市水务局"],
        ["乙方", "净源环境监测股份有限公司"],
      ],
      signed: "2025-03-21",
      term: ["2025-04-01", "2026-03-31", 12],
      budgets: [
        budget(
          520000,
          [
            line("人员费", 288000),
            line("运维工程师", 192000, { parent: "人员费" }),
            line("采样员", 96000, { parent: "人员费" }),
            line("材料费", 156000),
            line("试剂", 96000, { parent: "材料费" }),
            line("备品备件", 60000, { parent: "材料费" }),
            line("车辆及交通费", 48000),
            line("税金", 28000),
          ],
          { capitals: 520000 },
        ),
      ],
      schedules: [{ paid: [pay(130000, null, { times: 4 })] }],
    },
  },
  {
    file: "29.html",
    want: {
      title: "机房设备采购合同",
      code: "TZXX-JF-2025-021",
      project: "机房基础设施改造项目",
      parties: [
        ["甲方", "台洲市信息中心"],
        ["乙方", "宏图数据设备有限公司"],
      ],
      signed: "2025-02-24",
      budgets: [
        budget(
          640000,
          [
            { ...line("精密空调", 173000, { quantity: "2", price: 86500 }), unit: "台" },
            { ...line("不间断电源主机", 129600, { quantity: "2", price: 64800 }), unit: "台" },
            { ...line("蓄电池", 73600, { quantity: "64", price: 1150 }), unit: "节" },
            { ...line("配电柜", 55800, { quantity: "3", price: 18600 }), unit: "台" },
            { ...line("服务器机柜", 52200, { quantity: "12", price: 4350 }), unit: "台" },
            { ...line("动环监控系统", 68000, { quantity: "1", price: 68000 }), unit: "套" },
            { ...line("气体灭火装置", 45800, { quantity: "1", price: 45800 }), unit: "套" },
            { ...line("安装调试", 42000, { quantity: "1", price: 42000 }), unit: "项" },
          ],
          { capitals: 640000 },
        ),
      ],
      schedules: [{ paid: [pay(192000, "30"), pay(384000, "60"), pay(64000, "10")] }],
    },
  },
  {
    file: "30.html",
    want: {
      title: "共建产教融合实训基地三方协议",
      code: "TSRS-PX-2025-18",
      project: "智能制造实训基地项目",
      parties: [
        ["甲方", "桐山市人力资源和社会保障局"],
        ["乙方", "桐山技师学院"],
        ["丙方", "恒力智能装备有限公司"],
      ],
      signed: "2025-09-10",
      term: ["2025-10-01", "2027-09-30", 24],
      budgets: [
        budget(
          960000,
          [
            line("实训设备购置", 560000, { percent: "58.33" }),
            line("场地改造", 210000, { percent: "21.88" }),
            line("师资培训", 120000, { percent: "12.50" }),
            line("运行管理", 70000, { percent: "7.29" }),
          ],
          { capitals: 960000 },
        ),
      ],
      schedules: [{ paid: [pay(576000, "60"), pay(384000, "40")] }],
    },
  },
];
