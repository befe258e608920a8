import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const ROLES = "甲方：河口镇小学 乙方：安顺客运公司";

/** What a contract tells of its price, under a heading. */
const read = (...lines: string[]) => {
  const { lines: read, findings, problems } = outlineOf("服务合同", ROLES, ...lines);
  return { lines: read, said: [...findings, ...problems] };
};

describe("what an item is called", () => {
  test.each([
    [
      "without how many there are",
      [
        "合同总价为150,000元，其中：",
        "1、舞台制作1座，100,000元；",
        "2、二期设备费30,000元；",
        "3、3号楼电梯2台，20,000元。",
      ],
      ["舞台制作 100000", "二期设备费 30000", "3号楼电梯 20000"],
    ],
    [
      "without what is done with them",
      [
        "派驻保安队长2名，每人5,000元，计10,000元；派驻人员经费20,000元。另计服装费30,000元。合同总价为60,000元。",
      ],
      ["保安队长 10000", "派驻人员经费 20000", "服装费 30000"],
    ],
    [
      "without the rate it is reckoned by",
      [
        "（1）设备费100,000元；",
        "（2）安装费50,000元；",
        "（3）管理费：以（一）、（二）两项之和为基数，按6%计取，计9,000元；",
        "（4）以上三项不含税合计159,000元，另按9%计增值税14,310元。",
        "合同总价为173,310元。",
      ],
      ["设备费 100000", "安装费 50000", "管理费 9000", "增值税 14310"],
    ],
    [
      "and not the sum that it is reckoned from",
      [
        "合同总价为人民币163,500元，由以下部分构成：",
        "（1）工程费100,000元",
        "（2）措施费30,000元",
        "（3）规费20,000元",
        "（4）增值税，以前三部分之和150,000元为基数，税率9%，计13,500元",
      ],
      ["工程费 100000", "措施费 30000", "规费 20000", "增值税 13500"],
    ],
    [
      "without its share, told before it",
      [
        "2.1 合同总价为100,000元。",
        "2.2 总价按工作内容分解：日常运维占总价的45%，为45,000元；培训占总价的55%，为55,000元。",
      ],
      ["日常运维 45000", "培训 55000"],
    ],
    [
      "before the count of a dash list",
      [
        "合同总价为153,000元。",
        "—— 绿地养护：5,000平方米，每平方米每年9元，两年90,000元；",
        "—— 行道树养护：500株，每株每年38元，两年38,000元；",
        "—— 花卉布置：5次，每次5,000元，共25,000元。",
      ],
      ["绿地养护 90000", "行道树养护 38000", "花卉布置 25000"],
    ],
    [
      "beside what it costs elsewhere",
      [
        "① 夏装，共200套，单价98元，计19,600元；",
        "② 冬装，共100件，吊牌价280元，按八五折供货，折后单价238元，计23,800元；",
        "③ 领带，共100件，单价12元，计1,200元。",
        "合同总价为44,600元。",
      ],
      ["夏装 19600", "冬装 23800", "领带 1200"],
    ],
    [
      "behind letters that number it",
      [
        "A1　小白鼠：100只×38元/只=3,800元；",
        "A2　大白鼠：100只×66元/只=6,600元；",
        "A3　新西兰兔：10只×210元/只=2,100元；",
        "合计12,500元",
      ],
      ["小白鼠 3800", "大白鼠 6600", "新西兰兔 2100"],
    ],
    [
      "with letters that are its name",
      [
        "（1）A4扫描：100页，38元/页，3,800元；",
        "（2）A3扫描：100页，66元/页，6,600元；",
        "（3）著录：10条，210元/条，2,100元。",
        "总价款12,500元。",
      ],
      ["A4扫描 3800", "A3扫描 6600", "著录 2100"],
    ],
    [
      "without the heading before it",
      [
        "第三条　租金标准　前三年租金为300,000元；后两年租金为220,000元；看护房使用费每年12,000元，五年共60,000元。租赁费总额580,000元。",
      ],
      ["前三年租金 300000", "后两年租金 220000", "看护房使用费 60000"],
    ],
  ])("%s", (_, words, lines) => {
    expect(read("三、费用", ...words)).toEqual({ lines, said: [] });
  });
});

describe("sums of some items", () => {
  test("a discount on all is beside them", () => {
    expect(
      read(
        "一、价款",
        "第1项　候车亭　24座　@28,600元　686,400元",
        "第2项　站牌　24块　@13,450元　322,800元",
        "第3项　清运　17座　@1,150元　19,550元",
        "以上报价合计1,028,750元，供方优惠8,750元，优惠后合同总金额为1,020,000元。",
      ).lines,
    ).toEqual(["候车亭 686400", "站牌 322800", "清运 19550", "供方优惠 -8750"]);
  });

  test("one that stands before its parts, which bear no numbers", () => {
    expect(
      read(
        "三、合同价款",
        "（一）苗木费，共267.42万元：",
        "油松32000株，每株46元，1472000元；",
        "侧柏18500株，每株38元，703000元；",
        "山桃9600株，每株52元，499200元。",
        "（二）整地费，共46.4万元。",
        "（三）管护费，每年26.1万元（1450亩，每亩每年180元），三年共78.3万元。",
        "（四）以上三项合计392.12万元。",
      ),
    ).toEqual({
      lines: [
        "苗木费 2674200",
        "油松 < 苗木费 1472000",
        "侧柏 < 苗木费 703000",
        "山桃 < 苗木费 499200",
        "整地费 464000",
        "管护费 783000",
      ],
      said: [],
    });
  });

  test("those of years with their parts", () => {
    expect(
      read(
        "二、协议金额",
        "两年协议总金额（大写）人民币壹拾万元整（小写：100,000元），分年度安排如下：",
        "（一）2026年度40,000元，含印刷30,000元、装订10,000元；",
        "（二）2027年度60,000元，含印刷45,000元、装订15,000元。",
      ),
    ).toEqual({
      lines: [
        "2026年度 40000",
        "印刷 < 2026年度 30000",
        "装订 < 2026年度 10000",
        "2027年度 60000",
        "印刷 < 2027年度 45000",
        "装订 < 2027年度 15000",
      ],
      said: [],
    });
  });

  const groups = (subtotal: string, total: string) =>
    read(
      "第二条　价格",
      "A、动物",
      "A1　小鼠：240只×38元/只=9,120元；",
      "A2　白兔：48只×210元/只=10,080元；",
      "动物小计19,200元。",
      "B、饲料垫料",
      "B1　饲料：42吨×930元/吨=39,060元；",
      "B2　垫料：65吨×315元/吨=20,475元；",
      `饲料垫料小计${subtotal}元。`,
      `A、B两部分合计${total}元。`,
    );

  test("those of groups come out", () => {
    expect(groups("59,535", "78,735")).toEqual({
      lines: [
        "动物 19200",
        "小鼠 < 动物 9120",
        "白兔 < 动物 10080",
        "饲料垫料 59535",
        "饲料 < 饲料垫料 39060",
        "垫料 < 饲料垫料 20475",
      ],
      said: [],
    });
  });

  test("one that doesn't come out is the flaw, not the total that it makes", () => {
    const { said } = groups("59,553", "78,753");
    expect(said.some((each) => each.startsWith("subtotal-equals-sum"))).toBe(true);
    expect(said.some((each) => each.startsWith("total-equals-sum"))).toBe(false);
  });
});

describe("a total under another heading than its list", () => {
  const list = (total: string) =>
    read(
      "一、品名、数量与价格",
      "① 夏装，共2520套，单价98元，计246,960元；",
      "② 秋装，共2520套，单价165元，计415,800元；",
      "③ 冬装，共1260件，单价238元，计299,880元；",
      "④ 配送费，一次包干18,900元。",
      "二、合同总价",
      `合同总价为¥${total}元。`,
    );

  test("is their sum", () => {
    expect(list("981,540").said).toEqual([]);
  });

  test("is told where two digits of it are changed about", () => {
    expect(list("918,540").said.join()).toContain("total-equals-sum");
  });

  test("accuses nothing where the list may not be all", () => {
    expect(list("1,500,000").said.join()).not.toContain("total-equals-sum");
  });
});

describe("money beside the price", () => {
  test.each([
    ["档案迁移为可选服务，报价12.8万元，甲方书面选用后方生效，未计入合同总价。"],
    ["第一包预算金额9万元，第二包预算金额5万元，成交金额均未超预算。"],
    ["2025年同类班次经费为8.2万元。"],
    ["2025年度同类任务中标价为98.75万元，供审计比对。"],
  ])("%s", (words) => {
    expect(
      read("二、合同价款", "合同总价为100,000元，其中：", "1、运维费60,000元；", "2、培训费40,000元。", words)
        .said,
    ).toEqual([]);
  });

  test("what is within it is still told", () => {
    expect(
      read("二、合同价款", "合同总价为100,000元，其中：", "1、运维费60,000元；", "2、培训费30,000元。").said,
    ).not.toEqual([]);
  });
});
