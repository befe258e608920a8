import { describe, expect, test } from "vitest";
import { judgeTold, recordOf } from "./judge-told.ts";
import { budget, line, pay, table, told } from "./told.ts";

const PARTIES: [string, string][] = [
  ["甲方", "云栖县文化馆"],
  ["乙方", "云栖县青禾社会工作服务中心"],
];
const HEAD = ["青禾公益孵化服务协议", "甲方：云栖县文化馆", "乙方：云栖县青禾社会工作服务中心"];

const CASES = [
  told(
    "a kind's sum merged behind the amounts of its parts",
    [
      ...HEAD,
      "一、费用明细",
      table(
        "类别|明细|单价（元）|数量|金额（元）|小计（元）",
        "人力成本|主管|84,000.00|1|84,000.00|216,000.00",
        "^|干事|66,000.00|2|132,000.00|^",
        "活动成本|培训|3,200.00|12|38,400.00|56,400.00",
        "^|沙龙|2,250.00|8|18,000.00|^",
        "合计|<|<|<|<|272,400.00",
      ),
    ],
    {
      parties: PARTIES,
      budgets: [
        budget(272400, [
          line("人力成本", 216000),
          line("主管", 84000, { parent: "人力成本", quantity: "1", price: 84000 }),
          line("干事", 132000, { parent: "人力成本", quantity: "2", price: 66000 }),
          line("活动成本", 56400),
          line("培训", 38400, { parent: "活动成本", quantity: "12", price: 3200 }),
          line("沙龙", 18000, { parent: "活动成本", quantity: "8", price: 2250 }),
        ]),
      ],
    },
  ),
  told(
    "a name and its sum merged over several rows of what they are for",
    [
      ...HEAD,
      "一、费用明细",
      table(
        "项目|服务说明|金额（元）",
        "人员费|社工一名|30000",
        "^|督导一名|^",
        "活动费|讲座|20000",
        "^|走访|^",
        "合计|<|50000",
      ),
      "二、付款方式",
      table(
        "期次|支付条件|金额（元）",
        "第一期|签订合同|30000",
        "^|提交发票|^",
        "第二期|验收合格|20000",
        "合计|<|50000",
      ),
    ],
    {
      parties: PARTIES,
      budgets: [budget(50000, [line("人员费", 30000), line("活动费", 20000)])],
      schedules: [{ total: 50000, paid: [pay(30000), pay(20000)] }],
    },
  ),
];

describe("cells merged over several rows of a table", () => {
  test.each(CASES)("$name", (agreement) => expect(judgeTold(agreement)).toEqual([]));

  test("a sum merged over rows with names of their own bears all of them, and is told", () => {
    const { scan } = told(
      "",
      [
        ...HEAD,
        "一、费用明细",
        table("项目|金额（元）", "讲师费|30000", "场地费|^", "物料费|20000", "合计|50000"),
      ],
      {},
    );
    const { problems, budgets } = recordOf(scan);
    expect(budgets[0].lines.map(({ label }) => label.value)).toEqual(["讲师费、场地费", "物料费"]);
    expect(problems.map(({ message }) => message.en).join()).toMatch(/of several rows together/);
  });

  test("a sum merged over several months is told, and the schedule is not believed", () => {
    const { scan } = told(
      "",
      [
        ...HEAD,
        "二、付款方式",
        table("月份|支付金额（元）", "2025年6月|30000", "2025年7月|^", "2025年8月|20000"),
      ],
      {},
    );
    const { problems, schedules } = recordOf(scan);
    expect(problems.map(({ message }) => message.en).join()).toMatch(/several times of payment/);
    expect(schedules[0].instalments.map(({ amount }) => amount?.trust)).toEqual(["doubtful", "doubtful"]);
  });
});
