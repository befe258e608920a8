import { describe, expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { table, told } from "./unseen/told.ts";

const read = (...rows: string[]) => {
  const { agreement, budgets, tables, findings } = recordOf(
    told("changes", ["保安服务补充协议", "一、变更事项", table(...rows)], {}).scan,
  );
  const { term, originalTerm } = agreement;
  return {
    term: [term?.from.value, term?.to.value, term?.months],
    before: originalTerm?.to.value,
    budgets: budgets.map(({ version, total }) => `${version} ${(total?.fen ?? 0) / 100}`),
    tables: tables.map(({ rowCount, columnCount }) => [rowCount, columnCount]),
    findings: findings.map(({ ruleId }) => ruleId),
  };
};

describe("a table that tells what was changed in words", () => {
  const rows = (capitals: string) => [
    "变更内容|原合同|变更后",
    "服务期限|2024年8月1日至2025年7月31日，共12个月|2024年8月1日至2025年10月31日，共15个月",
    "保安人数|23人|自2025年2月1日起27人",
    `合同总价|人民币1,192,800元（大写：壹佰壹拾玖万贰仟捌佰元整）|人民币1,644,000元（大写：${capitals}）`,
  ];

  test("is read as clauses that say the same, and kept as a table", () => {
    expect(read(...rows("壹佰陆拾肆万肆仟元整"))).toEqual({
      term: ["2024-08-01", "2025-10-31", 15],
      before: "2025-07-31",
      budgets: ["original 1192800", "amended 1644000"],
      tables: [[4, 3]],
      findings: [],
    });
  });

  test("is judged as they are", () => {
    expect(read(...rows("壹佰陆拾肆万零肆佰元整")).findings).toEqual(["capitals-equal-digits"]);
  });

  test("is a budget where it lists figures alone", () => {
    const { budgets } = read(
      "项目|原合同（元）|变更后（元）",
      "人员费|600,000|630,000",
      "物料费|120,000|118,000",
      "合计|720,000|748,000",
    );
    expect(budgets).toEqual(["original 720000", "amended 748000"]);
  });
});

test("a clause's number stands apart from the year behind it", () => {
  const { schedules, problems } = recordOf(
    told(
      "numbers",
      [
        "运维合同",
        "3 合同总价为人民币636,000元（大写：陆拾叁万陆仟元整）。",
        "4 付款",
        "4.1　合同生效后15日内，甲方支付合同总金额的40%，即254,400元；",
        "4.2　2026年1月31日前，甲方支付合同总金额的30%，即190,800元；",
        "4.3　服务期满后15日内，甲方支付合同总金额的30%，即190,800元。",
      ],
      {},
    ).scan,
  );
  expect(problems).toEqual([]);
  expect(schedules[0].instalments.map(({ condition }) => condition?.value)).toContain("2026年1月31日前");
});

test("a lone schedule that comes to the amended price is the amendment's, whatever it says of the first agreement", () => {
  const { schedules } = recordOf(
    told(
      "lone",
      [
        "社工站服务补充协议",
        "一、原合同总价为620,000元，变更后合同总价为668,400元，增加48,400元。",
        "二、拨款安排。前两期款项已按原合同拨付，余款及新增款项并入第三期：",
        table(
          "期次|金额（元）|拨付时间及条件",
          "第一期|310,000|已于2025年1月24日拨付",
          "第二期|186,000|已于2025年6月30日拨付",
          "第三期|172,400|2026年1月31日前，终期评估合格后拨付",
        ),
      ],
      {},
    ).scan,
  );
  expect(schedules.map(({ version, instalments }) => [version, instalments.length])).toEqual([
    ["amended", 3],
  ]);
});

describe("months that nothing is paid for", () => {
  const paid = (...conditions: string[]) =>
    recordOf(
      told(
        "reports",
        [
          "水质监测合同",
          "服务费总额为60,000元，分两期支付：",
          table("支付条件|支付金额（元）", ...conditions.map((words) => `${words}|30,000`)),
        ],
        {},
      ).scan,
    ).schedules[0].instalments.map(({ from }) => from);

  test("those of a report, and those by which something else must be", () => {
    expect(paid("2025年第二季度报告经甲方确认后", "2025年9月30日前，经中期评估合格")).toEqual([null, null]);
    expect(paid("2025年第二季度服务费", "2025年9月30日前")).toEqual(["2025-04", "2025-09"]);
  });

  test("in sentences too", () => {
    const { schedules } = recordOf(
      told(
        "sentences",
        [
          "水质监测合同",
          "服务费总额为60,000元：（1）2025年第二季度监测报告经甲方确认后支付30,000元；（2）总报告通过评审后支付30,000元。",
        ],
        {},
      ).scan,
    );
    expect(schedules[0].instalments.map(({ from }) => from)).toEqual([null, null]);
  });
});

test("a price told in a sentence with what a year of it is, and in a table, is one", () => {
  const { budgets } = recordOf(
    told(
      "years",
      [
        "河道养护合同",
        "一、养护期限自2025年1月1日至2026年12月31日，共24个月。",
        "二、合同价款",
        "合同总价（两年）为人民币180,000元，大写壹拾捌万元整；其中每年人民币90,000元。",
        table(
          "河道|年养护费（元）|两年合计（元）",
          "白塘港|50,000|100,000",
          "新开河|40,000|80,000",
          "合计|90,000|180,000",
        ),
      ],
      {},
    ).scan,
  );
  expect(
    budgets.map(({ total, totalInCapitals, lines }) => [total?.fen, totalInCapitals?.fen, lines.length]),
  ).toEqual([[18_000_000, 18_000_000, 2]]);
});

test("what a year is said to cost stays a line where the years of the term don't come to the price", () => {
  const { status, budgets } = recordOf(
    told(
      "each",
      [
        "河道养护合同",
        "一、养护期限自2025年1月1日至2026年12月31日，共24个月。",
        "二、合同价款",
        "合同总价（两年）为人民币180,000元，大写壹拾捌万元整；其中每年人民币60,000元。",
      ],
      {},
    ).scan,
  );
  expect(status).not.toBe("clean");
  expect(budgets[0].lines.map(({ amount }) => amount.fen)).toEqual([6_000_000]);
});

test("a table of targets that tells how each is scored is one of indicators", () => {
  const { indicators } = recordOf(
    told(
      "scored",
      [
        "运维合同",
        "表三 运维服务考核指标表",
        table(
          "考核类别|考核项|指标要求|考核内容及依据|评分标准",
          "运行质量|系统可用率|月可用率不低于99.9%|以监控平台自动统计为准|每低0.1个百分点扣5分",
          "^|故障响应|符合表二时限|工单时间戳与值班记录比对|每超时一次扣2分",
          "安全管理|漏洞整改|高危漏洞3日内闭环|依据通报及自查结果|逾期一项扣5分",
        ),
      ],
      {},
    ).scan,
  );
  expect(indicators.map(({ item, standard }) => [item?.value, standard?.value])).toEqual([
    ["系统可用率", "每低0.1个百分点扣5分"],
    ["故障响应", "每超时一次扣2分"],
    ["漏洞整改", "逾期一项扣5分"],
  ]);
});
