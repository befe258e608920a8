import { held } from "./held.ts";
import { budget, line, pay } from "./told.ts";

/** Written without sight of the tool, its fixtures or other tests. */
export const FOURTEENTH_B = [
  held("fourteenth", "07", "“丰原市第九届稻香文化旅游节”承办协议", {
    code: "FYWL-2026-HD-07",
    project: "丰原市第九届稻香文化旅游节开幕式承办项目",
    parties: [
      ["甲方", "丰原市文化广电和旅游局"],
      ["乙方", "星汇盛典文化传播有限公司"],
      ["丙方", "丰原市体育场馆运营有限公司"],
    ],
    signed: "2026-06-22",
    term: ["2026-07-01", "2026-10-31", 4],
    budgets: [
      budget(
        730000,
        [
          line("舞美及搭建", 426000),
          line("主舞台设计制作", 186000, { parent: "舞美及搭建" }),
          line("LED显示屏", 108000, { parent: "舞美及搭建", quantity: "240", price: 450 }),
          line("灯光音响租赁", 132000, { parent: "舞美及搭建" }),
          line("演艺", 154000),
          line("专业演员", 136000, { parent: "演艺", quantity: "85", price: 1600 }),
          line("主持人", 18000, { parent: "演艺", quantity: "2", price: 9000 }),
          line("宣传推广", 114500),
          line("网络直播", 66000, { parent: "宣传推广", quantity: "3", price: 22000 }),
          line("海报及导视系统", 48500, { parent: "宣传推广" }),
          line("安保与医疗", 54000),
          line("安保人员", 45600, { parent: "安保与医疗", quantity: "120", price: 380 }),
          line("救护车", 8400, { parent: "安保与医疗", quantity: "3", price: 2800 }),
          line("乙方承诺让利优惠", -18500),
        ],
        { capitals: 730000 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(292000, "40", { from: "2026-07" }),
          pay(292000, "40", { from: "2026-09" }),
          pay(146000, "20", { from: "2026-10" }),
        ],
      },
    ],
  }),
  held("fourteenth", "08", "农产品质量安全监测委托检测合同", {
    code: "CNNY-JC-2026-02",
    project: "2026年度川宁市农产品及产地环境监督监测",
    parties: [
      ["甲方", "川宁市农业农村局"],
      ["乙方", "西谷检测认证集团川宁有限公司"],
    ],
    signed: "2025-12-25",
    term: ["2026-01-01", "2026-12-31", 12],
    budgets: [
      budget(
        1050320,
        [
          line("农产品检测费", 794600),
          line("蔬菜农药残留检测", 384000, { parent: "农产品检测费", quantity: "1200", price: 320 }),
          line("畜禽兽药残留检测", 252000, { parent: "农产品检测费", quantity: "450", price: 560 }),
          line("水产品药物残留检测", 158600, { parent: "农产品检测费", quantity: "260", price: 610 }),
          line("产地环境检测费", 175320),
          line("土壤重金属检测", 133200, { parent: "产地环境检测费", quantity: "180", price: 740 }),
          line("灌溉水检测", 40320, { parent: "产地环境检测费", quantity: "96", price: 420 }),
          line("采样及交通费", 62400),
          line("数据分析与报告编制费", 18000),
        ],
        { capitals: 1050320 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(262580, null, { from: "2026-03" }),
          pay(262580, null, { from: "2026-06" }),
          pay(262580, null, { from: "2026-09" }),
          pay(262580, null, { from: "2026-12" }),
        ],
      },
    ],
    flaws: [["subtotal-equals-sum", "产地环境检测费"]],
  }),
  held("fourteenth", "09", "培训服务协议", {
    code: "NDYJ-PX-2026-001",
    project: "2026年基层应急管理干部能力提升培训项目",
    parties: [
      ["甲方", "宁渡市应急管理局"],
      ["乙方", "宁渡开放大学"],
    ],
    signed: "2026-03-23",
    term: ["2026-04-01", "2026-06-30", 3],
    budgets: [
      budget(
        486000,
        [
          line("集中授课", 180000, { quantity: "120", price: 1500 }),
          line("学员食宿", 224000, { quantity: "800", price: 280 }),
          line("教材资料", 21600, { quantity: "160", price: 135 }),
          line("教室及场地", 24000, { quantity: "10", price: 2400 }),
          line("实训耗材", 36400),
        ],
        { capitals: 486000 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(145800, "30", { from: "2026-04" }),
          pay(234000, "50", { from: "2026-05" }),
          pay(106200, null, { from: "2026-07" }),
        ],
      },
    ],
    flaws: [["instalment-percent-of-total", "2026年5月"]],
  }),
  held("fourteenth", "10", "园林绿化养护服务合同", {
    code: "QLYL-YH-2026-B03",
    project: "麒麟湖片区园林绿化养护（B标段）",
    parties: [
      ["甲方", "麒岭市园林绿化管理处"],
      ["乙方", "麒岭青垣生态园林有限公司"],
    ],
    signed: "2026-02-12",
    term: ["2026-03-01", "2028-02-29", 26],
    budgets: [
      budget(
        2001320,
        [
          line("一级绿地养护", 962320, { quantity: "104600", price: 9.2 }),
          line("二级绿地养护", 465120, { quantity: "68400", price: 6.8 }),
          line("行道树养护", 264480, { quantity: "6960", price: 38 }),
          line("水体保洁", 113400, { quantity: "25200", price: 4.5 }),
          line("时令花卉布置", 196000, { quantity: "8", price: 24500 }),
        ],
        { capitals: 2001320 },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(83388.33, null, { from: "2026-03", to: "2028-01", times: 23 }),
          pay(83388.41, null, { from: "2028-02" }),
        ],
      },
    ],
    flaws: [["term-months-agree", "期限"]],
  }),
  held("fourteenth", "11", "补充协议", {
    code: "TWMZ-2026-GM-005",
    project: "桐湾区居家养老上门服务项目",
    parties: [
      ["甲方", "桐湾区民政局"],
      ["乙方", "桐湾区暖夕社会工作服务中心"],
    ],
    signed: "2026-03-05",
    term: ["2026-04-01", "2027-03-31", 12],
    budgets: [
      budget(
        542800,
        [
          line("助餐", 288000, { quantity: "24000", price: 12 }),
          line("助浴", 102000, { quantity: "1200", price: 85 }),
          line("居家保洁", 126000, { quantity: "3600", price: 35 }),
          line("项目管理费", 26800),
        ],
        { capitals: 542800 },
      ),
      budget(
        692200,
        [
          line("助餐", 324000, { quantity: "27000", price: 12 }),
          line("助浴", 102000, { quantity: "1200", price: 85 }),
          line("居家保洁", 126000, { quantity: "3600", price: 35 }),
          line("康复理疗", 72000, { quantity: "800", price: 90 }),
          line("心理慰藉", 36000, { quantity: "300", price: 120 }),
          line("项目管理费", 32200),
        ],
        { capitals: 692200, version: "amended" },
      ),
    ],
    schedules: [
      {
        paid: [
          pay(271400, null, { from: "2026-03" }),
          pay(162840, null, { from: "2026-10" }),
          pay(108560, null, { from: "2027-04" }),
        ],
      },
      {
        version: "amended",
        paid: [
          pay(271400, null, { from: "2026-03" }),
          pay(282360, null, { from: "2026-10" }),
          pay(138440, null, { from: "2027-04" }),
        ],
      },
    ],
  }),
  held("fourteenth", "12", "印刷服务框架协议", {
    code: "HBDX-KJ-2025-118",
    project: "汇滨大学2026—2028年印刷服务定点采购",
    parties: [
      ["甲方", "汇滨大学"],
      ["乙方", "汇滨文昌彩印有限责任公司"],
    ],
    signed: "2025-12-22",
    term: ["2026-01-01", "2028-12-31", 36],
    budgets: [
      budget(
        2723760,
        [
          line("2026年度", 864000),
          line("文件印刷", 518400, { parent: "2026年度" }),
          line("会议材料装订", 216000, { parent: "2026年度" }),
          line("票证及信封制作", 129600, { parent: "2026年度" }),
          line("2027年度", 907200),
          line("文件印刷", 544320, { parent: "2027年度" }),
          line("会议材料装订", 226800, { parent: "2027年度" }),
          line("票证及信封制作", 136080, { parent: "2027年度" }),
          line("2028年度", 952560),
          line("文件印刷", 571536, { parent: "2028年度" }),
          line("会议材料装订", 238140, { parent: "2028年度" }),
          line("票证及信封制作", 142884, { parent: "2028年度" }),
        ],
        { capitals: 2723760 },
      ),
    ],
    schedules: [
      {
        total: 2723760,
        paid: [
          pay(432000, null, { from: "2026-06" }),
          pay(432000, null, { from: "2026-12" }),
          pay(453600, null, { from: "2027-06" }),
          pay(453600, null, { from: "2027-12" }),
          pay(476280, null, { from: "2028-06" }),
          pay(476280, null, { from: "2028-12" }),
        ],
      },
    ],
  }),
];
