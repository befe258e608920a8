import { describe, expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { table, told } from "./unseen/told.ts";

/** Payments as `from~to times×yuan share%`, budgets of the version in force as `label < parent yuan`, and whether anything is amiss. */
function read(...parts: string[]) {
  const record = recordOf(
    told(
      "supplement",
      [
        "补充协议",
        ...parts.map((part) => (part.includes("\n") ? table(...part.split("\n")) : part)),
        "签订日期：2024年7月1日",
      ],
      {},
    ).scan,
  );
  const now = record.budgets.filter(({ version }) => version === "amended");
  return {
    paid: record.schedules
      .filter(({ version }) => version === "amended" || record.schedules.length === 1)
      .flatMap(({ instalments }) =>
        instalments.map(
          ({ from, to, occurrences, amount, percent }) =>
            `${from === null ? "" : `${from}~${to} `}${occurrences}×${(amount?.fen ?? 0) / 100}${percent ? ` ${percent.percent}%` : ""}`,
        ),
      ),
    lines: now.flatMap(({ lines }) =>
      lines.map(
        ({ label, parent, amount }) => `${label.value}${parent ? ` < ${parent}` : ""} ${amount.fen / 100}`,
      ),
    ),
    amiss: [
      ...record.findings.map(({ ruleId }) => ruleId),
      ...record.problems.map(({ message }) => message.zh),
    ],
    status: record.status,
  };
}

const TOTALS =
  "原合同总价1,128,000元，增加82,200元，变更后合同总价为1,210,200元，即人民币壹佰贰拾壹万零贰佰元整。";

describe("payments of a supplement", () => {
  test("as before are its own as well: by which agreement they are made turns nothing back", () => {
    const { paid, amiss } = read(
      "第一条 原合同约定服务期自2024年1月1日至2024年12月31日，共12个月。",
      `第二条 变更后的合同总价`,
      TOTALS,
      "第三条 付款调整",
      "1、第一季度、第二季度服务费合计564,000元，按原合同执行，不作调整；",
      "2、第三季度（7—9月）支付323,100元；",
      "3、第四季度（10—12月）支付323,100元。",
    );
    expect(paid).toEqual([
      "2024-01~2024-06 1×564000",
      "2024-07~2024-09 1×323100",
      "2024-10~2024-12 1×323100",
    ]);
    expect(amiss).toEqual([]);
  });

  test("by the month are told once, though what they come to stands behind", () => {
    const { paid, amiss } = read(
      "主合同租期24个月，自2023年1月1日至2024年12月31日；",
      "主合同金额1,072,800元，核减75,600元，变更后合同总金额为997,200元。",
      "四、结算与支付",
      "（一）2023年1月至2024年3月共15个月，租金670,500元，按主合同原标准结清；",
      "（二）2024年4月至12月共9个月，每月36,300元，计326,700元，按月支付。",
    );
    expect(paid).toEqual(["2023-01~2024-03 1×670500", "2024-04~2024-12 9×36300"]);
    expect(amiss).toEqual([]);
  });

  test("of a rest: neither what a month costs beside it nor the rest is one", () => {
    const { paid, amiss } = read(
      "（一）租期36个月，2022年6月1日至2025年5月31日；",
      "原合同总额785,880元，新增36,108元，变更后合同总额为821,988元。",
      "第四条 付款",
      "（一）2022年6月至2023年12月租金414,770元，按原合同结清；",
      "（二）2024年起每月租金为23,954元，剩余租金407,218元按下列各期支付：",
      "第1期 2024年1月至12月 287,448元",
      "第2期 2025年1月至2025年5月 119,770元",
    );
    expect(paid).toEqual([
      "2022-06~2023-12 1×414770",
      "2024-01~2024-12 1×287448",
      "2025-01~2025-05 1×119770",
    ]);
    expect(amiss).toEqual([]);
  });

  test("up to a share of the new price behind a share of the old one are of neither", () => {
    const { paid, status } = read(
      "2.1 原合同价610,000元，其中勘察费186,000元，设计费424,000元。",
      "3.5 调整后勘察费194,000元，设计费470,000元，合同价调整为664,000元。",
      "4 付款",
      "4.1 发包人已按原合同价的40%支付244,000元；",
      "4.2 文件经审查合格后，累计付至调整后合同价的80%，本次付287,200元；",
      "4.3 工程交工验收后，付清余款132,800元（即调整后合同价的20%）。",
    );
    expect(paid).toEqual(["1×244000 40%", "1×287200", "1×132800 20%"]);
    expect(status).toBe("clean");
  });

  test("parted by shares of each month are both due every month", () => {
    const { paid, status } = read(
      "第二条 服务期限：2024年5月1日至2025年4月30日，共12个月。",
      "第三条 全年服务费为712,200元。",
      "第四条 付款方法",
      "1. 按月结算。每月服务费的95%（56,382.50元）次月12日前支付；5%（2,967.50元）作为考核金，按季度考核后发放。",
    );
    expect(paid).toEqual(["2024-05~2025-04 12×56382.5 95%", "2024-05~2025-04 12×2967.5 5%"]);
    expect(status).toBe("clean");
  });
});

describe("a table of what a supplement adds", () => {
  const LIST = (sum: string) =>
    [
      "检测类别|批次|单价（元）|金额（元）",
      "出厂水|6|1,450|8,700",
      "末梢水|24|480|11,520",
      `合计|<|<|${sum}`,
    ].join("\n");

  test("is part of what is added, with what was first agreed", () => {
    const { lines, amiss } = read(
      "原合同金额292,000元。",
      LIST("20,220"),
      "1. 本次增加20,220元（大写：贰万零贰佰贰拾元整）；",
      "2. 原合同金额292,000元；变更后合同金额312,220元（大写：叁拾壹万贰仟贰佰贰拾元整）。",
    );
    expect(lines).toEqual([
      "原合同金额 292000",
      "本次增加 20220",
      "出厂水 < 本次增加 8700",
      "末梢水 < 本次增加 11520",
    ]);
    expect(amiss).toEqual([]);
  });

  test("by the month is no list of the new total", () => {
    const { lines, amiss } = read(
      "第三条 增加服务",
      "自2024年7月1日起增加附楼物业服务6个月：",
      [
        "岗位|数量|单价（元/月）|月费用（元）",
        "保洁员|3人|2,900|8,700",
        "水电工|1人|5,000|5,000",
        "合计|<|<|13,700",
      ].join("\n"),
      "每月增加13,700元，6个月增加费用82,200元。",
      TOTALS,
    );
    expect(lines.map((line) => line.split(" ").at(-1))).toEqual(["1128000", "82200"]);
    expect(amiss).toEqual([]);
  });

  test("that misses the new total by one wrong digit is found", () => {
    const { amiss } = read(
      "第二条 附加酬金",
      "1. 附加工作酬金：每月24,500元，3个月计73,500元；",
      "2. 增加平行检验一项，包干费用5,800元；",
      "3. 本次增加金额合计79,300元。",
      "第三条 合同价款变更",
      "原合同监理酬金为796,000元，本次增加79,300元，变更后监理酬金总额为877,300元，大写：人民币捌拾柒万柒仟叁佰元整。",
    );
    expect(amiss).toContain("total-equals-sum");
  });
});

test("what the price of one is made up of is no part of the price", () => {
  const { amiss } = read(
    "原合同总额892,800元，增加69,750元，变更后总额962,550元。",
    "费用组成：每人每月4,650元含应发工资3,500元、社保和公积金890元、管理费160元、工装摊销100元。",
  );
  expect(amiss).toEqual([]);
});

describe("what is added, where the new total is wrong by a digit", () => {
  test.each([
    ["增加436,800元，大写：肆拾叁万陆仟捌佰元整。变更后合同总价1,737,200元。", ["total-equals-sum"]],
    ["增加436,800元，大写：肆拾叁万陆仟捌佰元整。变更后合同总价1,747,200元。", []],
  ])("is held against the first total, though no list tells it: %s", (clause, found) => {
    const { amiss } = read("原合同总价1,310,400元。", `车辆数、单价均不变，4个月${clause}`);
    expect(amiss).toEqual(found);
  });

  test.each([
    ["3,064,370.00", []],
    ["3,046,370.00", ["total-equals-sum"]],
  ])("is held against it also where the list's own sum came first: %s", (whole, found) => {
    const { lines, amiss } = read(
      "鉴于双方已于2024年5月28日签订《管网维修工程施工合同》（下称原合同），原合同价款2,846,300.00元。",
      "1. 增加的工程内容及价款",
      "项目|工程量|综合单价（元）|合价（元）\n沥青面层摊铺|1,260|88.00|110,880.00\n波纹管|185|296.00|54,760.00\n路缘石拆换|1,070|49.00|52,430.00\n增项合计|<|<|218,070.00",
      "1.2 增项金额人民币218,070.00元，大写贰拾壹万捌仟零柒拾元整。",
      "2. 合同价款变更",
      `2.1 变更后合同总价为${whole}元（暂定）。`,
    );
    expect(lines.slice(0, 2)).toEqual(["原合同价款 2846300", "增项金额 218070"]);
    expect(amiss).toEqual(found);
  });
});

test("shares of a part of the price, which they make up and come out of, are not held against the whole", () => {
  const record = recordOf(
    told(
      "parts",
      [
        "勘察设计合同",
        "第八条 合同总价935,100元（大写：人民币玖拾叁万伍仟壹佰元整）。",
        "第四章 支付",
        "第十条 勘察费：勘察报告经审查合格后一次性付清136,400元。",
        "第十一条 设计费分三期：",
        "（一）合同生效后10个工作日内付20%，159,740元；",
        "（二）施工图审图合格后付70%，559,090元；",
        "（三）竣工验收后付10%，79,870元。",
        "签署日期：2025年2月19日",
      ],
      {},
    ).scan,
  );
  expect(record.findings).toEqual([]);
  expect(record.status).toBe("clean");
});

test("a table of what a year costs is no list of the price of two", () => {
  const { amiss } = read(
    "1.1 自2025年3月1日起至2027年2月28日止，24个月。",
    "楼宇|台数|单价（元/台·年）|年费（元）\n教学主楼|6|5,200|31,200\n图书馆|4|4,800|19,200\n合计|<|<|50,400",
    "1.2 年费50,400元，两年合同总价100,800元（壹拾万零捌佰元整）。",
  );
  expect(amiss).toEqual([]);
});

test("the price of one that was changed is no part of the price, and what the first of several sums is called names not all of them", () => {
  const { amiss } = read(
    "原合同总价720,000元，增加60,000元，变更后合同总价780,000元。",
    "2.1 单价由每人每月3,000元调整为3,250元，每人每月增加250元。",
  );
  expect(amiss).toEqual([]);
  const { budgets } = recordOf(
    told(
      "several",
      [
        "养老服务协议",
        "丁、费用",
        "1. 甲类上门服务费每月22,360元，乙类上门服务费每月27,820元，每月合计50,180元，全年602,160元；",
        "2. 助餐补贴按12,000份计，每份4元，48,000元；",
        "3. 协议总额650,160元，大写：陆拾伍万零壹佰陆拾元整。",
      ],
      {},
    ).scan,
  );
  expect(budgets.flatMap(({ lines }) => lines.map(({ label }) => label.value))).not.toContain(
    "甲类上门服务费",
  );
});

test("the 大写 of a list's own sum is judged though another total follows", () => {
  const { amiss } = read(
    "原合同价款2,846,300.00元。",
    "1. 增加的工程内容及价款",
    "项目|工程量|综合单价（元）|合价（元）\n沥青面层摊铺|1,260|88.00|110,880.00\n波纹管|185|296.00|54,760.00\n路缘石拆换|1,070|49.00|52,430.00\n增项合计|<|<|218,070.00",
    "1.2 增项金额人民币218,070.00元，大写贰拾壹万捌仟零柒元整。",
    "2. 合同价款变更",
    "2.1 变更后合同总价为3,064,370.00元（暂定）。",
  );
  expect(amiss).not.toEqual([]);
});
