import { describe, expect, test } from "vitest";
import type { RuleId } from "../../../src/model/finding.ts";
import { judgeTold, recordOf } from "./judge-told.ts";
import { budget, line, table, told } from "./told.ts";

const PARTIES: [string, string][] = [
  ["甲方", "云栖县民政局"],
  ["乙方", "云栖县青禾社会工作服务中心"],
];
const HEAD = [
  "青禾居家养老服务协议",
  "甲方：云栖县民政局",
  "乙方：云栖县青禾社会工作服务中心",
  "一、经费预算",
];

const agreed = (
  name: string,
  rows: string[],
  lines: ReturnType<typeof line>[],
  total: number,
  flaws: [RuleId, string][] = [],
) => told(name, [...HEAD, table(...rows)], { parties: PARTIES, budgets: [budget(total, lines)], flaws });

/** One share merged over a kind's rows; its sum stands in a row below them. */
const withSubtotal = (share: string): string[] => [
  "序号|预算类别|明细|金额（元）|比例",
  "1|人员经费|护理员、社工工资及社会保险|343200|65%",
  `2|服务经费|助餐补贴|57600|${share}`,
  "^|^|活动物料费|32000|^",
  "^|^|志愿者补贴|16000|^",
  "^|^|小计|105600|^",
  "3|管理及办公经费|场地水电、办公、财务审计|52800|10%",
  "4|税金|—|26400|5%",
  "合计|<|<|528000|100%",
];
const linesWithSubtotal = (share: string) => [
  line("人员经费", 343200, { percent: "65" }),
  line("服务经费", 105600, { percent: share }),
  line("助餐补贴", 57600, { parent: "服务经费" }),
  line("活动物料费", 32000, { parent: "服务经费" }),
  line("志愿者补贴", 16000, { parent: "服务经费" }),
  line("管理及办公经费", 52800, { percent: "10" }),
  line("税金", 26400, { percent: "5" }),
];

/** The same without that row: the share is of three lines that nothing sums up. */
const withoutSubtotal = (share: string): string[] =>
  withSubtotal(share).filter((row) => !row.includes("小计"));
const linesWithoutSubtotal = [
  line("人员经费", 343200, { percent: "65" }),
  ...[line("助餐补贴", 57600), line("活动物料费", 32000), line("志愿者补贴", 16000)],
  line("管理及办公经费", 52800, { percent: "10" }),
  line("税金", 26400, { percent: "5" }),
];

const withKinds = (share: string): string[] => [
  "类别|明细|金额（元）|小计（元）|占比",
  `人员费|主管|84000|216000|${share}`,
  "^|干事|132000|^|^",
  "活动费|培训|100000|104000|28.89%",
  "^|沙龙|4000|^|^",
  "管理费|办公|40000|40000|11.11%",
  "合计|<|<|360000|100%",
];
const linesOfKinds = (share: string) => [
  line("人员费", 216000, { percent: share }),
  line("主管", 84000, { parent: "人员费" }),
  line("干事", 132000, { parent: "人员费" }),
  line("活动费", 104000, { percent: "28.89" }),
  line("培训", 100000, { parent: "活动费" }),
  line("沙龙", 4000, { parent: "活动费" }),
  line("管理费", 40000, { percent: "11.11" }),
  line("办公", 40000, { parent: "管理费" }),
];

describe("figures merged over several rows", () => {
  test.each([
    agreed("a share of a kind with a row for its sum", withSubtotal("20%"), linesWithSubtotal("20"), 528000),
    agreed("a wrong one", withSubtotal("25%"), linesWithSubtotal("25"), 528000, [
      ["percent-of-total", "服务经费"],
      ["percents-sum-to-100", "占比合计"],
    ]),
    agreed("a share of lines without a sum", withoutSubtotal("20%"), linesWithoutSubtotal, 528000),
    agreed("a wrong one of them", withoutSubtotal("25%"), linesWithoutSubtotal, 528000, [
      ["percent-of-total", "服务经费"],
      ["percents-sum-to-100", "占比合计"],
    ]),
    agreed("sums of kinds and their shares", withKinds("60%"), linesOfKinds("60"), 360000),
    agreed("a wrong share of a kind", withKinds("65%"), linesOfKinds("65"), 360000, [
      ["percent-of-total", "人员费"],
      ["percents-sum-to-100", "占比合计"],
    ]),
    agreed(
      "months that all rows are paid for",
      [
        "项目|月薪（元）|月数|金额（元）",
        "主管|7000|12|84000",
        "干事|5500|^|66000",
        "助理|5000|^|60000",
        "合计|<|<|210000",
      ],
      [
        line("主管", 84000, { quantity: "12", price: 7000 }),
        line("干事", 66000, { quantity: "12", price: 5500 }),
        line("助理", 60000, { quantity: "12", price: 5000 }),
      ],
      210000,
    ),
    agreed(
      "the same with one pay that doesn't come out",
      [
        "项目|月薪（元）|月数|金额（元）",
        "主管|7000|12|84000",
        "干事|5500|^|65000",
        "助理|5000|^|60000",
        "合计|<|<|209000",
      ],
      [
        line("主管", 84000, { quantity: "12", price: 7000 }),
        line("干事", 65000, { quantity: "12", price: 5500 }),
        line("助理", 60000, { quantity: "12", price: 5000 }),
      ],
      209000,
      [["quantity-times-price", "干事"]],
    ),
    agreed(
      "a count of several things together",
      ["项目|数量|金额（元）", "课桌|20套|8000", "课椅|^|6000", "投影仪|1台|9000", "合计|<|23000"],
      [line("课桌", 8000), line("课椅", 6000), line("投影仪", 9000, { quantity: "1" })],
      23000,
    ),
    agreed(
      "a sum of rows with counts and prices of their own",
      [
        "类别|岗位|人数|单价（元）|金额（元）",
        "人员费|主管|1|84000|216000",
        "^|干事|2|66000|^",
        "活动费|培训|2|50000|144000",
        "^|沙龙|1|44000|^",
        "合计|<|<|<|360000",
      ],
      [line("人员费", 216000), line("活动费", 144000)],
      360000,
    ),
  ])("$name", (agreement) => expect(judgeTold(agreement)).toEqual([]));

  test("a sum of rows whose counts and prices don't come to it is told", () => {
    const rows = [
      "类别|岗位|人数|单价（元）|金额（元）",
      "人员费|主管|1|84000|216000",
      "^|干事|2|56000|^",
      "活动费|培训|2|50000|144000",
      "^|沙龙|1|44000|^",
      "合计|<|<|<|360000",
    ];
    const { problems, status } = recordOf(agreed("", rows, [], 360000).scan);
    expect(status).toBe("incomplete");
    expect(problems.map(({ message }) => message.en).join()).toMatch(/counts times prices/);
  });
});

describe("which of two columns of words names a row", () => {
  const labels = (...rows: string[]) =>
    recordOf(agreed("", rows, [], 0).scan).budgets[0].lines.map(({ label, parent }) => [label.value, parent]);

  test("what a thing covers is no name of it", () => {
    const rows = [
      "1|服务器维保|小型机2台、服务器14台|128000",
      "2|数据库维护|集群2套|108000",
      "3|驻场运维|工程师1名|64000",
    ];
    expect(labels("序号|服务项目|服务范围|金额（元）", ...rows, "合计|<|<|300000")).toEqual([
      ["服务器维保", null],
      ["数据库维护", null],
      ["驻场运维", null],
    ]);
  });

  test("a kind that is left blank below itself names none of its rows", () => {
    const rows = ["人员费|工资|60000", "|社保|20000", "活动费|场地、物料|15000", "税费|—|5000"];
    expect(labels("类别|明细|金额（元）", ...rows, "合计|<|100000")).toEqual([
      ["工资", null],
      ["社保", null],
      ["活动费", null],
      ["税费", null],
    ]);
  });

  test("a row with a price is of the thing that has it", () => {
    const rows = ["培训|讲座|场|12|1500|18000", "^|沙龙|次|6|800|4800", "宣传|海报|张|100|20|2000"];
    expect(labels("类别|服务内容|单位|数量|单价（元）|小计（元）", ...rows, "总计|<|<|<|<|24800")).toEqual([
      ["讲座", null],
      ["沙龙", null],
      ["海报", null],
    ]);
  });

  test("items of kinds with one item each keep their names", () => {
    const rows = ["设备费|投影仪|9000", "家具费|会议桌|8000"];
    expect(labels("类别|项目名称|金额（元）", ...rows, "合计|<|17000")).toEqual([
      ["投影仪", null],
      ["会议桌", null],
    ]);
  });

  test("lots are no names", () => {
    const rows = ["第一包|护理床租赁|27000", "第二包|轮椅租赁|14000"];
    expect(labels("包号|采购内容|金额（元）", ...rows, "合计|<|41000")).toEqual([
      ["护理床租赁", null],
      ["轮椅租赁", null],
    ]);
  });
});

test("a table's header is no label of a project's name", () => {
  const rows = ["类别|项目名称|金额（元）", "设备费|投影仪|9000", "家具费|会议桌|8000", "合计|<|17000"];
  expect(recordOf(agreed("", rows, [], 17000).scan).agreement.projectName).toBeNull();
});
