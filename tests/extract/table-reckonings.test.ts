import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";
import { recordOf } from "./unseen/judge-told.ts";
import { table, told } from "./unseen/told.ts";

const TITLE = "文化服务采购合同";
const BEFORE = "一、经费预算如下：";

/** All that is said against tables of costs. */
function saidOf(...tables: string[][]): string[] {
  const { findings, problems } = outlineOf(TITLE, BEFORE, ...tables.map((rows) => rows.join("\n")));
  return [...findings, ...problems];
}

const withChange = (rows: readonly string[], from: string, to: string): string[] => {
  expect(rows.some((row) => row.includes(from))).toBe(true);
  return rows.map((row) => row.replace(from, to));
};

const TAXED = [
  "序号|项目|不含税金额（元）|税率|税额（元）|价税合计（元）",
  "1|平台开发|100,000.00|6%|6,000.00|106,000.00",
  "2|数据服务|50,000.00|6%|3,000.00|53,000.00",
  "3|硬件设备|20,000.00|13%|2,600.00|22,600.00",
  "合计|<|170,000.00||11,600.00|181,600.00",
];
const PRICED_NET = [
  "名称|数量|不含税单价（元）|不含税金额（元）|税率（%）|税额（元）|含税金额（元）",
  "服务器|2|40,000.00|80,000.00|13|10,400.00|90,400.00",
  "交换机|4|5,000.00|20,000.00|13|2,600.00|22,600.00",
  "实施服务|1|50,000.00|50,000.00|6|3,000.00|53,000.00",
  "合计|||150,000.00||16,000.00|166,000.00",
];
const STAFF = [
  "岗位|人数（人）|月工资标准（元）|服务月数|年度费用（元）",
  "项目经理|1|9,000|12|108,000",
  "社工|3|4,800|12|172,800",
  "实习生|2|2,200|6|26,400",
  "合计|6|||307,200",
];
const EVENTS = [
  "活动名称|场次|每场人数|人均标准（元）|金额（元）",
  "亲子阅读|12|30|20|7,200",
  "老年课堂|20|25|15|7,500",
  "青年沙龙|6|40|35|8,400",
  "合计||||23,100",
];
const DISCOUNT = [
  "服务项目|报价（元）",
  "年审|38,000",
  "专项审计|22,000",
  "合计|60,000",
  "优惠（9折）|-6,000",
  "实际收费|54,000",
];
const CHANGES = [
  "科目|原预算（万元）|调整后（万元）|调整额（万元）",
  "人员|30|33|3",
  "设备|20|18|-2",
  "其他|10|9|-1",
  "合计|60|60|0",
];
const SHARES = [
  "项目|金额（元）|占比",
  "设备费|50,000|50%",
  "安装费|34,000|34%",
  "培训费|16,000|16%",
  "合计|100,000|100%",
];
const NUMBERED = [
  "费用项目|预算金额（元）",
  "1.人员费用|70,000",
  "1.1专职人员|50,000",
  "1.2兼职人员|20,000",
  "2.活动费用|30,000",
  "2.1场地|10,000",
  "2.2物资|20,000",
  "合计|100,000",
];
const OF_KIND = [
  "类别|项目|金额（元）|占类别比例|占总额比例",
  "人员|工资|80,000|80%|40%",
  "^|社保|20,000|20%|10%",
  "活动|场地|40,000|40%|20%",
  "^|物料|60,000|60%|30%",
  "合计|<|200,000||100%",
];
const SHARE_FIRST = [
  "类别|占比|明细|金额（元）",
  "人员费|60%|工资|50,000",
  "^|^|社保|10,000",
  "活动费|40%|物料|25,000",
  "^|^|场地|15,000",
  "合计|100%||100,000",
];
const OFF = [
  "费用项目|标准价（元）|折扣|实际金额（元）",
  "会员系统|40,000|9折|36,000",
  "短信服务|10,000|8折|8,000",
  "技术支持|20,000|85折|17,000",
  "合计|70,000||61,000",
];
const SUM_BEHIND = [
  "部门|费用明细|金额（元）|小计（元）",
  "办公室|印刷费|6,000|14,000",
  "^|邮寄费|8,000|^",
  "业务部|差旅费|18,000|30,000",
  "^|培训费|12,000|^",
  "财务部|审计费|10,000|10,000",
  "总计|<|<|54,000",
];
const RENT = [
  "楼层|面积（㎡）|租金单价（元/㎡·月）|月租金（元）|年租金（元）",
  "一层|120|45|5,400|64,800",
  "二层|150|38|5,700|68,400",
  "合计|270||11,100|133,200",
];
const AREAS = [
  "区域|面积（平方米）|单价（元/平方米/月）|月数|金额（元）",
  "办公区|2,000|3.5|12|84,000",
  "公共区|800|2.0|12|19,200",
  "合计|2,800|||103,200",
];
const QUARTERS = [
  "服务项目|年度费用（元）|每季度费用（元）",
  "安保|120,000|30,000",
  "保洁|80,000|20,000",
  "绿化|40,000|10,000",
  "合计|240,000|60,000",
];
const TAX_BELOW = [
  "费用项目|金额（元）",
  "咨询费|100,000",
  "差旅费|20,000",
  "不含税合计|120,000",
  "增值税（6%）|7,200",
  "含税合计|127,200",
];
const LUMP = [
  "项目|单位|数量|单价（元）|合价（元）",
  "土方|m³|100|30|3,000",
  "绿植|株|50|60|3,000",
  "措施费|项|1||1,500",
  "合计||||7,500",
];
const EACH = [
  "子项|金额（元）|占比",
  "子项一|25,000|25%",
  "子项二|25,000|^",
  "子项三|50,000|50%",
  "合计|100,000|",
];
const YEARS = [
  "类别|年度|预算（万元）|类别占比",
  "建设|2024|40|70%",
  "^|2025|30|^",
  "运营|2025|10|30%",
  "^|2026|20|^",
  "合计|<|100|100%",
];
const SEASONS = [
  "项目|一季度（元）|二季度（元）|三季度（元）|四季度（元）|全年合计（元）",
  "房租|15,000|15,000|15,000|15,000|60,000",
  "水电|3,000|4,200|4,800|3,600|15,600",
  "物业|2,400|2,400|2,400|2,400|9,600",
  "合计|20,400|21,600|22,200|21,000|85,200",
];
const PAY = [
  "岗位|人数|月工资（元）|月社保（元）|月小计（元）|年合计（元）",
  "主任|1|8,000|2,000|10,000|120,000",
  "社工|4|5,000|1,250|25,000|300,000",
  "财务|1|4,000|1,000|5,000|60,000",
  "合计|6|||40,000|480,000",
];
const MARKET = [
  "菜品|市场价（元/斤）|下浮率|结算价（元/斤）|数量（斤）|金额（元）",
  "白菜|2.00|10%|1.80|1,000|1,800.00",
  "猪肉|20.00|10%|18.00|500|9,000.00",
  "鸡蛋|5.00|10%|4.50|800|3,600.00",
  "合计||||2,300|14,400.00",
];
const SOURCES = [
  "支出科目|经费总额（元）|财政拨款（元）|单位自筹（元）",
  "材料费|35,000|25,000|10,000",
  "测试费|18,000|18,000|0",
  "差旅费|12,000|8,000|4,000",
  "会议费|5,000|4,000|1,000",
  "合计|70,000|55,000|15,000",
];
const SAME_PRICE = [
  "岗位|人数|单价（元/月）|月数|费用（元）",
  "保安|4|3,500|12|168,000",
  "保洁|3|^|12|126,000",
  "合计|7|||294,000",
];

describe("what a row of a table is reckoned from", () => {
  test.each([
    ["prices, their tax, and both", TAXED],
    ["counts and prices without tax beside sums with it", PRICED_NET],
    ["people × pay × months, not all of a year", STAFF],
    ["three counts and prices under words of their own", EVENTS],
    ["what a discount leaves, called by another word", DISCOUNT],
    ["by how much each is changed", CHANGES],
    ["shares", SHARES],
    ["numbers in the names", NUMBERED],
    ["shares of a kind beside shares of all", OF_KIND],
    ["a merged share before the names of its rows", SHARE_FIRST],
    ["a price merged over posts", SAME_PRICE],
    ["discounts in tenths", OFF],
    ["pay and insurance of one post or of several", PAY],
    ["prices of the market, less a rate", MARKET],
    ["where the money comes from", SOURCES],
    ["areas at a price by the month, the year's rent", RENT],
    ["areas, prices and months", AREAS],
    ["sums of a year and of each quarter", QUARTERS],
    ["sums of four quarters that are alike in some rows", SEASONS],
    ["a sum without tax, the tax, and both, in rows", TAX_BELOW],
    ["one thing without a price of its own", LUMP],
    ["a share merged over rows that each have as much", EACH],
    ["shares of kinds whose rows are years", YEARS],
    ["sums of kinds behind those of their parts", SUM_BEHIND],
  ])("%s: nothing is said", (_, rows) => expect(saidOf(rows)).toEqual([]));

  test.each([
    [
      "a price with tax, and the total after it",
      withChange(withChange(TAXED, "53,000.00", "53,500.00"), "181,600", "182,100"),
    ],
    ["a rate of tax", withChange(TAXED, "100,000.00|6%", "100,000.00|7%")],
    ["a count of another sum", withChange(PRICED_NET, "交换机|4", "交换机|5")],
    ["a price of one", withChange(PRICED_NET, "1|50,000.00|", "1|60,000.00|")],
    ["months", withChange(STAFF, "4,800|12", "4,800|11")],
    [
      "pay, and the total after it",
      withChange(withChange(STAFF, "172,800", "182,800"), "307,200", "317,200"),
    ],
    ["one of three counts", withChange(EVENTS, "|30|20|", "|40|20|")],
    ["a change", withChange(CHANGES, "33|3", "33|5")],
    ["the sum printed below shares", withChange(SHARES, "100,000|100%", "100,000|90%")],
    ["a total that counts kinds and their parts", withChange(NUMBERED, "合计|100,000", "合计|200,000")],
    ["a share of all", withChange(OF_KIND, "80%|40%", "80%|45%")],
    ["a merged share", withChange(SHARE_FIRST, "|60%|", "|65%|")],
    ["insurance of one post", withChange(PAY, "8,000|2,000", "8,000|3,000")],
    ["a price of the market", withChange(MARKET, "20.00|10%", "30.00|10%")],
    ["a rate taken off", withChange(MARKET, "5.00|10%", "5.00|20%")],
    ["a part of where the money comes from", withChange(SOURCES, "12,000|8,000", "12,000|9,000")],
    ["a rent of a month", withChange(RENT, "5,400", "5,500")],
    ["an area", withChange(AREAS, "800", "900")],
    ["a quarter of a year's sum", withChange(QUARTERS, "20,000", "22,000")],
    ["a sum of a quarter", withChange(SEASONS, "4,800", "4,900")],
    ["a tax in a row, and the total after it", withChange(TAX_BELOW, "120,000", "125,000")],
    ["a share that none of its rows has, nor all", withChange(EACH, "25,000|25%", "25,000|30%")],
    ["a share of a kind whose rows are years", withChange(YEARS, "70%", "75%")],
    ["what a discount in tenths leaves", withChange(withChange(OFF, "8,000", "9,000"), "61,000", "62,000")],
    // As much as if the one part of a kind stood beside it.
    ["a total off by what is a kind's one part", withChange(SUM_BEHIND, "54,000", "64,000")],
    ["a price merged over posts", withChange(SAME_PRICE, "3,500", "3,600")],
  ])("%s: it is said", (_, rows) => {
    const { status } = recordOf(told("", [TITLE, BEFORE, table(...rows)], {}).scan);
    expect(status).not.toBe("clean");
  });

  test("counts that a price is taken times are one count", () => {
    const { scan } = told("", [TITLE, BEFORE, table(...EVENTS)], {});
    const [{ lines }] = recordOf(scan).budgets;
    expect(lines.map(({ quantity, unitPrice }) => [quantity?.value, unitPrice?.fen])).toEqual([
      ["360", 2000],
      ["500", 1500],
      ["240", 3500],
    ]);
  });

  test("small counts that come out by chance say nothing of the others", () => {
    const rows = [
      "序号|活动名称|场次|参与人次|志愿者|费用（元）",
      "1|读书会|2|5|3|4,200",
      "2|观影会|4|10|6|1,100",
      "3|游园会|3|9|2|4,100",
      "合计|<|<|<|<|9,400",
    ];
    expect(saidOf(rows)).toEqual([]);
  });

  test("remarks that are numbers belong to no reckoning", () => {
    const rows = [
      "序号|项目|数量|单价（元）|金额（元）|备注",
      "1|主持|2|1,000|2,000|1",
      "2|音响|3|2,000|6,000|1",
      "3|灯光|4|500|2,000|2",
      "合计||||10,000|",
    ];
    expect(saidOf(rows)).toEqual([]);
  });
});

describe("a budget by kinds, and in another table what these are made of", () => {
  const KINDS = [
    "序号|费用类别|金额（元）",
    "1|人员费|96,000",
    "2|活动费|44,000",
    "3|管理费|10,000",
    "合计|<|150,000",
  ];
  const MERGED = [
    "类别|明细项目|数量|单价（元）|金额（元）",
    "人员费|项目主管|12|5,000|60,000",
    "^|项目助理|12|3,000|36,000",
    "活动费|主题活动|10|2,000|20,000",
    "^|亲子工作坊|8|3,000|24,000",
    "管理费|办公及差旅|1|10,000|10,000",
    "合计|<|<|<|150,000",
  ];
  const OTHER = [
    "人员费|项目主管|12|5,000|60,000",
    "^|项目助理|12|2,000|24,000",
    "活动费|主题活动|16|2,000|32,000",
  ];
  const BLANK = [
    "类别|明细|金额（元）",
    "人员费|主管|60,000",
    "|助理|36,000",
    "|小计|96,000",
    "活动费|主题活动|20,000",
    "|工作坊|24,000",
    "|小计|44,000",
    "管理费|办公|10,000",
    "合计||150,000",
  ];
  const NESTED = [
    "序号|项目|金额（元）|备注",
    "一|人员费|96,000|",
    "1|主管|60,000|专职",
    "2|助理|36,000|专职",
    "二|活动费|44,000|",
    "1|主题活动|20,000|",
    "2|工作坊|24,000|",
    "三|管理费|10,000|",
    "合计||150,000|",
  ];

  test.each([
    ["merged over their rows", MERGED],
    ["left blank below themselves", BLANK],
    ["with their parts numbered", NESTED],
  ])("%s: nothing is said", (_, rows) => expect(saidOf(KINDS, rows)).toEqual([]));

  test("kinds whose rows come to something else are findings, though both totals agree", () => {
    const rows = [MERGED[0], ...OTHER, ...MERGED.slice(4)];
    expect(saidOf(KINDS, rows)).toEqual(["subtotal-equals-sum 人员费", "subtotal-equals-sum 活动费"]);
  });

  test("lists of other things are not compared", () => {
    const rows = [
      "类别|明细|金额（元）",
      "人员费|主管|60,000",
      "^|助理|26,000",
      "交通费|大巴|20,000",
      "合计|<|106,000",
    ];
    expect(saidOf(KINDS, rows)).toEqual([]);
  });

  test("a kind that is left blank below itself is the parent of its rows", () => {
    expect(outlineOf(TITLE, BEFORE, BLANK.join("\n")).lines).toEqual([
      "人员费 96000",
      "主管 < 人员费 60000",
      "助理 < 人员费 36000",
      "活动费 44000",
      "主题活动 < 活动费 20000",
      "工作坊 < 活动费 24000",
      "管理费 10000",
    ]);
  });
});
