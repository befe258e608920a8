import { describe, expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { told } from "./unseen/told.ts";

const read = (...parts: string[]) => {
  const { budgets, schedules, findings, problems } = recordOf(told("others", parts, {}).scan);
  return {
    budgets: budgets.map(({ version, total, lines }) =>
      [version, (total?.fen ?? 0) / 100, ...lines.map(({ label }) => label.value)].join(" "),
    ),
    paid: schedules.map(({ version, instalments }) =>
      [version, ...instalments.map(({ amount }) => (amount?.fen ?? 0) / 100)].join(" "),
    ),
    told: [...findings.map(({ ruleId }) => ruleId), ...problems.map(({ message }) => message.zh)],
  };
};

describe("sums that are no agreement's price", () => {
  test("what is built, beside what is paid for looking after it", () => {
    expect(
      read(
        "监理合同",
        "一、工程概况",
        "3. 建筑安装工程费（中标价）：4,685万元。",
        "四、酬金",
        "4.1 施工阶段监理酬金以建筑安装工程费为计费额，费率1.62%，计75.897万元；",
        "4.2 缺陷责任期服务酬金3.6万元，一次包定；",
        "4.3 两项合计签约酬金79.497万元（大写：人民币柒拾玖万肆仟玖佰柒拾元整）。",
      ),
    ).toEqual({
      budgets: ["original 794970 施工阶段监理酬金 缺陷责任期服务酬金"],
      paid: [],
      told: [],
    });
  });

  test("funds that are looked into, a ceiling, and a bound", () => {
    const { budgets, told: said } = read(
      "评价约定书",
      "一、评价范围：三个项目涉及财政资金合计1.87亿元，资金使用单位41家。",
      "二、费用",
      "服务费总额为232,000元（大写贰拾叁万贰仟元整），其中人员费208,600元，差旅费23,400元。采购控制价为25万元。",
      "三、因延期产生的违约金，双方各半承担，总额以2万元为限，不计入合同价款。",
    );
    expect(budgets).toEqual(["original 232000 人员费 差旅费"]);
    expect(said).toEqual([]);
  });
});

describe("an amendment", () => {
  test("whose own sum and the first one come to the new one, told as 相应调整为", () => {
    const words = (now: string) => [
      "保安补充协议",
      "甲乙双方签订的《校园保安服务合同》约定合同总额939,600元。",
      "一、保安服务费69,600元×3个月=208,800元，加安检机租金3,600元，本协议金额合计212,400元，大写贰拾壹万贰仟肆佰圆正。",
      `二、原合同总额939,600元相应调整为${now}元。`,
    ];
    const { budgets, told: said } = read(...words("1,152,000"));
    expect(budgets[1]).toMatch(/^amended 1152000 /);
    expect(said).toEqual([]);
    expect(read(...words("1,125,000")).told).not.toEqual([]);
  });

  test("whose advance is a share of the first price", () => {
    const words = (paid: string, rest: string) => [
      "活动变更协议",
      "二、原合同价款陆拾捌万伍仟元整（685,000元），本次净增加47,750元，变更后合同价款732,750元，大写柒拾叁万贰仟柒佰伍拾元整。",
      `三、原合同已付预付款${paid}元（原合同价款的50%）。变更后余款390,250元，分两次：活动结束后10个工作日内付${rest}元；经审计结算后付清73,275元（变更后合同价款的10%）。`,
    ];
    expect(read(...words("342,500", "316,975")).told).toEqual([]);
    expect(read(...words("324,500", "316,975")).told).not.toEqual([]);
  });

  test("that tells with its share what was paid before has it in its own schedule", () => {
    const { paid } = read(
      "设计变更协议",
      "原合同总价1,286,000元，其中勘察费386,000元，设计费900,000元。",
      "变更后合同总价为1,506,740元（大写：壹佰伍拾万陆仟柒佰肆拾元整），其中勘察费524,240元，设计费982,500元。",
      "四、支付",
      "1. 发包人已按原合同支付原总价的60%，计771,600元，双方确认无异议；",
      "2. 施工图设计文件经审查合格后，本次应付509,129元；",
      "3. 工程竣工验收合格后，付清剩余15%，计226,011元。",
    );
    expect(paid).toEqual(["amended 771600 509129 226011"]);
  });
});

test("a cost that its own rate doesn't make of what it is reckoned on is told", () => {
  const told = (rate: string) =>
    read(
      "托管合同",
      "二、费用构成",
      "（一）人工费：291,600元；",
      "（二）设备维修保养费：89,000元；",
      "（三）以上两项直接费小计380,600元；",
      `（四）企业管理费：按直接费小计的${rate}计取，为26,642元；`,
      "（五）托管费总额：407,242元，大写人民币肆拾万柒仟贰佰肆拾贰元整。",
    ).told;
  expect(told("7%")).toEqual([]);
  expect(told("8%").join()).toContain("与所写比例");
});

test("what there was to spend, and prices of less than a fen, are nothing to tell", () => {
  const { told: said } = read(
    "打印服务合同",
    "二、费用",
    "服务费总额为232,000元（大写贰拾叁万贰仟元整），其中人员费208,600元，材料费23,400元。",
    "超出部分黑白每张0.045元。",
    "三、其他",
    "本项目年度预算为250,000元，最高限价同预算。",
  );
  expect(said).toEqual([]);
});
