import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

/** 1,036,800 + 237,600 = 1,274,400; 230,400 + 7,200 = 237,600. */
const told = (list: string[], sentence: string, ...more: string[]) =>
  outlineOf(
    "保安服务合同补充协议",
    "甲方：望海区文化馆 乙方：安泰保安服务有限公司",
    "双方于2023年9月20日签订保安服务合同（下称原合同），合同金额1,036,800元。",
    "一、延长期费用",
    ...list,
    "二、合同金额",
    sentence,
    ...more,
  );

const LIST = [
  "1.保安员16名，每名每月4,800元，3个月，计230,400元；",
  "2.国庆假期值守补贴，一次性7,200元。",
  "延长期费用合计237,600元。",
];
const SENTENCE = "原合同金额1,036,800元，增加延长期费用237,600元，变更后的合同金额为1,274,400元。";

describe("costs that an amendment adds to what was first agreed", () => {
  test("make the new total with it, and have their own list", () => {
    const { totals, lines, findings, problems } = told(LIST, SENTENCE);
    expect(totals).toEqual(["original 总1036800 再1036800", "amended 总1274400"]);
    expect(lines).toEqual([
      "原合同金额 1036800",
      "延长期费用 237600",
      "保安员 < 延长期费用 230400",
      "国庆假期值守补贴 < 延长期费用 7200",
    ]);
    expect([...findings, ...problems]).toEqual([]);
  });

  test("that don't make the new total are a finding", () => {
    const { findings } = told(LIST, SENTENCE.replace("1,274,400", "1,247,400"));
    expect(findings).toEqual(["total-equals-sum 合计"]);
  });

  test("whose list doesn't come to them are told", () => {
    const { findings, problems } = told([LIST[0], LIST[1].replace("7,200", "2,700"), LIST[2]], SENTENCE);
    expect([...findings, ...problems]).not.toEqual([]);
  });

  test("may be paid by themselves", () => {
    const { findings } = told(
      LIST,
      SENTENCE,
      "三、付款",
      "1.本补充协议生效后10日内，支付延长期费用的50%，即118,800元；",
      "2.延长期满后10日内，支付延长期费用的50%，即118,800元。",
    );
    expect(findings).toEqual([]);
  });
});

describe("what stands beside the price", () => {
  test("a share of the project's estimate", () => {
    const { totals, lines, findings, problems } = outlineOf(
      "建设工程监理服务合同",
      "一、工程概况",
      "1.工程概算投资额：3,860万元，其中建筑安装工程费3,215万元。",
      "二、监理酬金",
      "1.监理酬金以工程概算投资额3,860万元为计费基数，费率1.65%，合计636,900元（大写：陆拾叁万陆仟玖佰元整）。",
      "2.其中：施工阶段监理酬金605,055元，占95%；缺陷责任期监理酬金31,845元，占5%。",
    );
    expect(totals).toEqual(["original 总636900 大写636900"]);
    expect(lines).toEqual(["施工阶段监理酬金 605055", "缺陷责任期监理酬金 31845"]);
    expect([...findings, ...problems]).toEqual([]);
  });

  test("rent-free months take nothing off the years' rents, of which the total's words name another cost", () => {
    const { totals, lines, findings, problems } = outlineOf(
      "房屋租赁合同",
      "一、租金",
      "1.第一年：月租金27,900元，扣除免租期后计租10个月，计279,000元。",
      "2.第二年：月租金27,900元，计租12个月，计334,800元。",
      "3.两年租金共计613,800元。",
      "二、物业服务费",
      "物业服务费每月3,720元，24个月共计89,280元。",
      "三、合同总额",
      "租金与物业服务费总额为703,080元（大写：柒拾万叁仟零捌拾元整）。",
    );
    expect(totals).toEqual(["original 总703080 大写703080"]);
    expect(lines).toEqual([
      "两年租金 613800",
      "第一年 < 两年租金 279000",
      "第二年 < 两年租金 334800",
      "物业服务费 89280",
    ]);
    expect([...findings, ...problems]).toEqual([]);
  });
});

test("items without numbers, each in 大写 too, that don't come to the total under the next heading", () => {
  // 268,000 + 415,000 + 60,000 = 743,000
  const { findings } = outlineOf(
    "设备保养合同",
    "一、对价",
    "CT壹台，贰拾陆万捌仟元整（￥268,000.00）；",
    "磁共振壹台，肆拾壹万伍仟元整（￥415,000.00）；",
    "备件服务，陆万元整（￥60,000.00）。",
    "二、合同总额",
    "上列各项相加，合同总额为￥753,000.00（柒拾伍万叁仟元整）。",
  );
  expect(findings).toEqual(["total-equals-sum 合计"]);
});

test("clauses counted by 甲、乙、丙 are clauses", () => {
  const { totals, findings } = outlineOf(
    "展陈工程变更确认书",
    "甲、母合同价",
    "母合同价2,386,000元，由设计费186,000元、展柜980,000元、多媒体760,000元、装修460,000元构成。",
    "乙、变更后价",
    "变更后合同价为2,386,000元。",
    "丙、款项",
    "丙-1 初验后付变更后合同价的40%，即954,400元；",
    "丙-2 验收后付变更后合同价的60%，即1,431,600元。",
  );
  expect(totals[0]).toBe("original 总2386000");
  expect(findings).toEqual([]);
});

describe("a total that costs are added to by 由…变更为", () => {
  /** 39,000 + 28,500 + 17,400 - 900 = 84,000; 864,000 + 84,000 = 948,000. */
  const amended = (now: string) =>
    outlineOf(
      "运行维护服务合同补充协议",
      "甲方：望海区政务局 乙方：云帆数科公司",
      "双方签订了服务合同（下称“原合同”），服务期24个月，自2023年7月1日至2025年6月30日，合同金额864,000元。",
      "1. 追加费用",
      "1.1 维护费：每月2,600元，15个月，39,000元。",
      "1.2 接口开发费：28,500元。",
      "1.3 安全加固费：每次5,800元，3次，17,400元。",
      "1.4 上述三项之和为84,900元，乙方让利900元，追加费用定为84,000元（大写：捌万肆仟元整）。",
      `1.5 追加后，合同总金额由864,000元变更为${now}元。`,
      "2. 付款",
      "2.1 原合同约定的服务费仍按季度支付，八个季度，每季度108,000元，不作变动。",
      "2.2 追加费用单独支付：本协议签订后15日内付30%，计25,200元；验收合格后付70%，计58,800元。",
    );

  test("comes out", () => {
    const { totals, lines, findings, problems } = amended("948,000");
    expect(totals).toEqual(["original 总864000 再864000", "amended 总948000"]);
    expect(lines).toContain("追加费用 84000");
    expect(lines).toContain("乙方让利 < 追加费用 -900");
    expect([...findings, ...problems]).toEqual([]);
  });

  test("doesn't come out", () => {
    expect(amended("984,000").findings).toContain("total-equals-sum 合计");
  });
});

describe("a cost that is a share of a base told right before it", () => {
  const told = (fee: string, total: string) =>
    outlineOf(
      "监理合同",
      "一、酬金",
      `（1）施工阶段监理酬金：以建安工程费4,860万元为基数，费率1.35%，为${fee}万元。`,
      "（2）缺陷责任期服务酬金：3.20万元。",
      "（3）设备监造酬金：2.19万元。",
      `签约酬金总计：${total}万元。`,
    );

  test("comes out", () => {
    const { lines, findings, problems } = told("65.61", "71.00");
    expect(lines).toEqual(["施工阶段监理酬金 656100", "缺陷责任期服务酬金 32000", "设备监造酬金 21900"]);
    expect([...findings, ...problems]).toEqual([]);
  });

  test("doesn't come out", () => {
    const { problems } = told("66.51", "71.90");
    expect(problems.join()).toContain("4,860万元");
  });
});

test("what is taken off behind a sum of all items leaves the total", () => {
  // 120,960 + 29,400 + 8,500 = 158,860; less 8,860 is 150,000.
  const { totals, lines, findings, problems } = outlineOf(
    "监测服务合同",
    "一、费用",
    "1. 地表水监测：96点次，每点次1,260元，计120,960元。",
    "2. 底泥监测：12点次，每点次2,450元，计29,400元。",
    "3. 报告编制：8,500元。",
    "4. 以上合计158,860元，优惠8,860元。",
    "5. 优惠后合同价款为人民币150,000元（大写：壹拾伍万元整）。",
  );
  expect(totals).toEqual(["original 总150000 大写150000"]);
  expect(lines.at(-1)).toBe("优惠 -8860");
  expect([...findings, ...problems]).toEqual([]);
});
