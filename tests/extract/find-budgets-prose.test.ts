import { describe, expect, test } from "vitest";
import { findBudgets } from "../../src/extract/find-budgets.ts";
import { flowOf } from "../support/flow.ts";
import { plainBudgets } from "../support/plain-budgets.ts";

type Case = [what: string, texts: string[], budgets: string[]];

const budget = (...lines: string[]): string => lines.join("\n");

const WORDINGS: Case[] = [
  [
    "parts joined by plus signs, summed up behind",
    [
      "三、费用标准",
      "项目总费用=测绘费+印刷费，即测绘费208,100.00元＋印刷费34,500.00元，合计242,600.00元（大写：贰拾肆万贰仟陆佰元整）。",
    ],
    [budget("original 总242600 大写242600", "测绘费 208100", "印刷费 34500")],
  ],
  [
    "parts with parts in brackets, announced by a misread word",
    [
      "三、费用标准",
      "本项目预算总金额1200元（大写：人民币壹仟贰佰元整），分项办：",
      "1）劳务费700元（其中：夜班费400元（其中：首批100元，在编人员300元），继续教育300元）。",
      "2）保洁物料500元。",
    ],
    [
      budget(
        "original 总1200 大写1200",
        "劳务费 700",
        "夜班费 < 劳务费 400",
        "首批 < 夜班费 100",
        "在编人员 < 夜班费 300",
        "继续教育 < 劳务费 300",
        "保洁物料 500",
      ),
    ],
  ],
  [
    "由…组成 behind a word for the total, the sum of all at the end",
    ["三、价格条款", "费用总计由巡检费用232,700.00元、直接费396,100.00元组成，总计人民币628,800.00元。"],
    [budget("original 总628800", "巡检费用 232700", "直接费 396100")],
  ],
  [
    "其中 said of each of several lines side by side",
    ["三、合同价款", "合同金额为90000元，其中规费20000元，其中会议费30000元，其中资料费40000元。"],
    [budget("original 总90000", "规费 20000", "会议费 30000", "资料费 40000")],
  ],
  [
    "what is to be paid, told part by part",
    [
      "三、合同价款",
      "甲方应支付的费用包括：（1）咨询费：人民币壹拾万元整（¥100,000）；（2）差旅费：人民币贰万元整（¥20,000）；总计人民币壹拾贰万元整（¥120,000）。",
    ],
    [budget("original 总120000 大写120000", "咨询费 100000", "差旅费 20000")],
  ],
  [
    "a line with 共计 and its share, the total behind",
    [
      "三、费用",
      "人员经费共计18.6万元，占总经费62%；活动经费8.4万元，占28%；管理费3万元，占10%。总经费30万元。",
    ],
    [budget("original 总300000", "人员经费 186000 62%", "活动经费 84000 28%", "管理费 30000 10%")],
  ],
  [
    "items counted by ① and by letters",
    ["三、费用标准", "合同总价：￥64,900元。费用明细：", "①直接费50,000元；", "②规费14,900元。"],
    [budget("original 总64900", "直接费 50000", "规费 14900")],
  ],
  [
    "大写 with its sign in front, digits behind",
    ["二、合同金额", "本合同含税总价为人民币（大写）陆拾捌万伍仟元整（小写：685000.00元）。"],
    ["original 总685000 大写685000"],
  ],
  [
    "a reward",
    ["第四条 报酬", "乙方完成本项目全部工作的报酬为￥128,000元（人民币壹拾贰万捌仟元整）。"],
    ["original 总128000 大写128000"],
  ],
  [
    "a sum a year and the sum of all",
    ["三、服务费", "服务费每年人民币48万元，三年合计144万元。"],
    ["original 总1440000"],
  ],
  [
    "numbers with one bracket within a sentence",
    ["项目资金预算共计86万元，用于以下支出：1）场地租赁20万元；2）设备采购36万元；3）人员劳务30万元。"],
    [budget("original 总860000", "场地租赁 200000", "设备采购 360000", "人员劳务 300000")],
  ],
  [
    "the total behind its parts",
    [
      "五、经费",
      "经费构成：人员支出45.6万元（占57%），活动支出24.4万元（占30.5%），其他支出10万元（占12.5%），总计80万元。",
    ],
    [budget("original 总800000", "人员支出 456000 57%", "活动支出 244000 30.5%", "其他支出 100000 12.5%")],
  ],
  [
    "parts of an item with a colon, and the sum of the items",
    [
      "项目预算包括以下内容：（一）人员经费：342,000元，其中：基本工资240,000元、社会保险72,000元、福利30,000元；（二）业务经费：58,000元；以上合计：400,000元。",
    ],
    [
      budget(
        "original 总400000",
        "人员经费 342000",
        "基本工资 < 人员经费 240000",
        "社会保险 < 人员经费 72000",
        "福利 < 人员经费 30000",
        "业务经费 58000",
      ),
    ],
  ],
  [
    "大写 alone, and shares in words",
    ["项目经费总额伍拾万元整，其中：设备费贰拾万元整，占百分之四十；劳务费叁拾万元整，占百分之六十。"],
    [budget("original 大写500000", "设备费 200000 40%", "劳务费 300000 60%")],
  ],
  [
    "two years, each with its own parts",
    [
      "第一年度服务费60万元，其中人员费50万元、活动费10万元；第二年度服务费66万元，其中人员费55万元、活动费11万元。",
    ],
    [
      budget("original 第一年度 总600000", "人员费 500000", "活动费 100000"),
      budget("original 第二年度 总660000", "人员费 550000", "活动费 110000"),
    ],
  ],
  [
    "two lots, a paragraph each",
    [
      "二、合同价款",
      "第一包：合同金额为35万元，其中软件费20万元，硬件费15万元。",
      "第二包：合同金额为52万元，其中软件费30万元，硬件费22万元。",
    ],
    [
      budget("original 第一包 总350000", "软件费 200000", "硬件费 150000"),
      budget("original 第二包 总520000", "软件费 300000", "硬件费 220000"),
    ],
  ],
  [
    "years as parts of one total",
    ["合同总价126万元，其中第一年度60万元，第二年度66万元。"],
    [budget("original 总1260000", "第一年度 600000", "第二年度 660000")],
  ],
  [
    "a penalty beside the total",
    ["合同总价为9.8万元，乙方逾期交付的，每日按合同总价的千分之三支付违约金，最高不超过9800元。"],
    ["original 总98000"],
  ],
  [
    "a tax within the total",
    [
      "本协议费用为固定总价人民币壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角整（¥12,345,678.90），已含增值税699,000.00元。",
    ],
    ["original 总12345678.9 大写12345678.9"],
  ],
  [
    "instalments under the same heading",
    [
      "三、咨询费及支付方式",
      "咨询费共计人民币5万元整。",
      "本合同签订后5日内支付50%即2.5万元，余款2.5万元于报告提交后付清。",
    ],
    ["original 总50000"],
  ],
  [
    "a list of lists, told by their numbers",
    [
      "三、项目经费预算",
      "项目总经费人民币壹佰零捌万元整（￥1080000.00），构成如下：",
      "（一）人员费用720000.00元，占66.67%；",
      "1.专职人员薪酬600000.00元，占55.56%；",
      "2.社保公积金120000.00元，占11.11%；",
      "（二）服务活动费用260000.00元，占24.07%；",
      "（三）行政管理费100000.00元，占9.26%。",
    ],
    [
      budget(
        "original 总1080000 大写1080000",
        "人员费用 720000 66.67%",
        "专职人员薪酬 < 人员费用 600000 55.56%",
        "社保公积金 < 人员费用 120000 11.11%",
        "服务活动费用 260000 24.07%",
        "行政管理费 100000 9.26%",
      ),
    ],
  ],
  [
    "a price that may be settled otherwise, with its ceiling",
    ["合同价款暂定为人民币200万元，最终以审计结果为准，且不超过220万元。"],
    ["original 总2000000"],
  ],
  [
    "one part alone",
    ["本项目中标价为￥356,800.00元，其中暂列金额20,000.00元。"],
    [budget("original 总356800", "暂列金额 20000")],
  ],
  [
    "unit prices told beside the parts",
    ["项目经费共计2.3万元，包括：授课费800元/场×10场=8000元；场地费1500元/次×10次=15000元。"],
    [budget("original 总23000", "授课费 8000 = 10场 × 800", "场地费 15000 = 10次 × 1500")],
  ],
  [
    "a bracket that opens with 含, money with its sign in front",
    [
      "预算总额￥90000，明细如下：（一）人工￥60000，占66.67%（含工资￥50000，占55.56%；补贴￥10000，占11.11%）；（二）物料￥30000，占33.33%。",
    ],
    [
      budget(
        "original 总90000",
        "人工 60000 66.67%",
        "工资 < 人工 50000 55.56%",
        "补贴 < 人工 10000 11.11%",
        "物料 30000 33.33%",
      ),
    ],
  ],
  [
    "an amount in brackets behind its name",
    ["本次采购总价（人民币）：45000元，分别为：台式电脑（30000元）、打印机（15000元）。"],
    [budget("original 总45000", "台式电脑 30000", "打印机 15000")],
  ],
  [
    "the total told again where something else is agreed",
    [
      "一、项目经费",
      "项目总经费252000元。",
      "九、其他约定",
      "本项目总经费252000元由财政资金列支，不足部分5000元由乙方自筹。",
    ],
    ["original 总252000 再252000"],
  ],
  [
    "money that is nobody's budget",
    [
      "合同总金额为30万元。",
      "乙方应为每名工作人员投保保额不低于80万元的意外险。",
      "项目负责人月薪不低于8000元。",
      "单笔超过5万元的采购须经甲方同意。",
      "乙方注册资金为500万元。",
      "投标保证金6000元转为履约保证金。",
      "每发现一次扣减服务费2000元。",
    ],
    ["original 总300000"],
  ],
  [
    "a total without a list and one told in a payment clause",
    ["第六条 付款", "甲方向乙方支付服务费共计人民币30万元，分两期支付：第一期15万元，第二期15万元。"],
    ["original 总300000"],
  ],
  [
    "an asking price before the price agreed",
    ["设备原价100万元，优惠后合同总价95万元。"],
    ["original 总950000"],
  ],
  [
    "parts set apart by commas, shares behind a dash",
    ["总费用十二万元整，由设计费（7.2万元，占60%）和印刷费（4.8万元，占40%）构成。"],
    [budget("original 大写120000", "设计费 72000 60%", "印刷费 48000 40%")],
  ],
  [
    "a list without a total",
    [
      "四、费用标准",
      "本项目费用如下：",
      "1、调研费：36,000元",
      "2、报告编制费：24,000元",
      "3、专家评审费：10,000元",
    ],
    [budget("original", "调研费 36000", "报告编制费 24000", "专家评审费 10000")],
  ],
  [
    "a total in a list of its own kind",
    ["2. 合同价格：￥560,000.00（大写：伍拾陆万元整）"],
    ["original 总560000 大写560000"],
  ],
  [
    "部分 and 用于",
    ["本项目预算资金为70万元，其中50万元用于人员薪酬，20万元用于物资采购。"],
    [budget("original 总700000", "人员薪酬 500000", "物资采购 200000")],
  ],
  [
    "parts named like totals",
    [
      "采购合同",
      "第一条 合同价格",
      "1.1 本合同总价为人民币1,860,000元（大写：壹佰捌拾陆万元整）。",
      "1.2 合同总价包括货物价款1,500,000元、运输费160,000元、安装费200,000元。",
      "第二条 履约保证金",
      "乙方应于签约后7日内缴纳合同总价5%的履约保证金，即93,000元。",
    ],
    [budget("original 总1860000 大写1860000", "货物价款 1500000", "运输费 160000", "安装费 200000")],
  ],
  [
    "a price a month",
    ["三、服务费用", "服务费为每月25000元，全年共计300000元（大写：叁拾万元整）。"],
    ["original 总300000 大写300000"],
  ],
  [
    "a list with dashes below a heading that states the total",
    ["项目预算（总计50万元）：", "—— 人员：30万元", "—— 设备：20万元"],
    [budget("original 总500000", "人员 300000", "设备 200000")],
  ],
  [
    "a list numbered like clauses",
    ["经费预算如下：", "一、人员经费20万元；", "二、业务经费10万元；", "三、合计30万元。"],
    [budget("original 总300000", "人员经费 200000", "业务经费 100000")],
  ],
  [
    "lots and what they come to together",
    ["第一标段合同金额120万元；第二标段合同金额80万元；两个标段合计200万元。"],
    ["original 第一标段 总1200000", "original 第二标段 总800000", "original 总2000000"],
  ],
  [
    "years without lists",
    ["2024年度服务费总额为30万元，2025年度服务费总额为33万元。"],
    ["original 2024年度 总300000", "original 2025年度 总330000"],
  ],
  [
    "one year alone names no budget",
    ["2025年度合同总价为40万元。", "八、其他", "合同总价40万元为含税价。"],
    ["original 总400000 再400000"],
  ],
  [
    "what is left over, told behind its sum",
    ["项目总费用约为36万元，以实际发生为准。其中，场地租金约12万元，其余24万元为人员费用。"],
    [budget("original 总360000", "场地租金 120000", "人员费用 240000")],
  ],
  [
    "ceilings",
    ["项目经费总额为50万元，其中专家费不超过10万元，且经费总额最高不超过55万元。"],
    [budget("original 总500000", "专家费 100000")],
  ],
  [
    "a change that is only possible changes nothing",
    ["合同总价为30万元。", "十、附则", "合同总价增加3万元须另签协议，单次变更不超过合同总价的10%，即3万元。"],
    ["original 总300000"],
  ],
  [
    "money given back",
    ["一、合同金额", "合同金额：人民币10万元。", "若提前终止，乙方退还甲方剩余服务费5万元。"],
    ["original 总100000"],
  ],
  [
    "two prices reckoned apart, and both together",
    [
      "绿地养护费每平方米8元，面积25000平方米，合计200000元；行道树养护费每株60元，共1000株，合计60000元。两项共计260000元。",
    ],
    ["original 总260000"],
  ],
  [
    "shares in brackets, a list below a bare heading",
    [
      "一、项目预算",
      "人员费：300,000元（60%）",
      "活动费：150,000元（30%）",
      "杂费：50,000元（10%）",
      "合计：500,000元（100%）",
    ],
    [budget("original 总500000", "人员费 300000 60%", "活动费 150000 30%", "杂费 50000 10%")],
  ],
  [
    "years of a project and all of them",
    ["本项目第一年经费80万元，第二年经费90万元，第三年经费100万元，三年总经费270万元。"],
    [budget("original 总2700000", "第一年经费 800000", "第二年经费 900000", "第三年经费 1000000")],
  ],
  [
    "damages behind a list",
    [
      "合同总价50万元，明细如下：",
      "1.人工费30万元；",
      "2.材料费20万元。",
      "泄露秘密的，赔偿额不低于30000元。",
    ],
    [budget("original 总500000", "人工费 300000", "材料费 200000")],
  ],
];

test.each(WORDINGS)("%s", (_, texts, budgets) => {
  expect(plainBudgets(...texts)).toEqual(budgets);
});

test("every value has evidence of its own", () => {
  const { budgets } = findBudgets(
    flowOf("合同总价20万元（大写：贰拾万元整），其中设计费（12万元，占60%）和印刷费8万元，占40%。"),
  );
  const [{ total, totalInCapitals, lines }] = budgets;
  const values = [
    total,
    totalInCapitals,
    ...lines.flatMap(({ label, amount, percent }) => [label, amount, percent]),
  ];
  const raws = ["20万元", "贰拾万元整", "设计费", "12万元", "60%", "印刷费", "8万元", "40%"];
  expect(values.map((value) => value?.raw)).toEqual(raws);
  const spans = values.map((value) => value?.evidence.map(({ box: [x0, , x1] }) => x1 - x0));
  expect(spans).toEqual(raws.map((raw) => [20 * raw.length]));
});

describe("what was agreed and what it was changed to", () => {
  const CHANGES: Case[] = [
    [
      "one quoted clause for another",
      [
        "补充协议书",
        "一、将原协议第二条“项目经费为人民币120万元”调整为“项目经费为人民币150万元（大写：壹佰伍拾万元整）”。",
      ],
      ["original 总1200000", "amended 总1500000 大写1500000"],
    ],
    [
      "a paragraph each",
      [
        "合同变更协议",
        "一、原协议约定项目总经费为82万元，其中人员经费60万元，活动经费22万元。",
        "二、经协商一致，项目总经费变更为76.5万元，其中人员经费56万元，活动经费20.5万元。",
      ],
      [
        budget("original 总820000", "人员经费 600000", "活动经费 220000"),
        budget("amended 总765000", "人员经费 560000", "活动经费 205000"),
      ],
    ],
    [
      "each sum from … to …",
      [
        "项目调整补充协议",
        "人员经费由600000元调整为560000元，活动经费由220000元调整为205000元，合同总额由820000元变更为765000元。",
      ],
      [
        budget("original 总820000", "人员经费 600000", "活动经费 220000"),
        budget("amended 总765000", "人员经费 560000", "活动经费 205000"),
      ],
    ],
    [
      "a difference between the two",
      ["补充协议", "合同总价在原合同总价98万元的基础上增加12万元，变更后的合同总价为110万元。"],
      ["original 总980000", "amended 总1100000"],
    ],
    [
      "headings of their own",
      ["合同变更协议书", "（一）变更前", "服务费总额：50万元。", "（二）变更后", "服务费总额：56万元。"],
      ["original 总500000", "amended 总560000"],
    ],
    ["a supplement's own price", ["补充协议", "本补充协议总金额为20万元。"], ["amended 总200000"]],
    [
      "a sum changed without naming it again",
      [
        "变更协议",
        "原合同总价款为人民币壹佰玖拾柒万元整（小写：1,970,000元），现调整为人民币贰佰零肆万元整（2,040,000元）。",
      ],
      ["original 总1970000 大写1970000", "amended 总2040000 大写2040000"],
    ],
    [
      "原则 and 原件 speak of no former agreement",
      ["技术服务合同", "原则上合同总价不变，为50万元。", "合同变更须双方书面同意，原件各执一份。"],
      ["original 总500000"],
    ],
    [
      "the former agreement's sum in the recital, lists below 原约定 and 现约定",
      [
        "服务合同之补充协议",
        "鉴于双方于2024年3月签订《社区服务合同》（下称原合同），合同总价40万元，现就有关事项补充约定如下：",
        "一、费用变更",
        "原约定的费用如下：",
        "（1）人工费25万元；",
        "（2）材料费15万元。",
        "变更后的费用如下：",
        "（1）人工费28万元；",
        "（2）材料费16万元；",
        "（3）合计44万元。",
      ],
      [
        budget("original 总400000", "人工费 250000", "材料费 150000"),
        budget("amended 总440000", "人工费 280000", "材料费 160000"),
      ],
    ],
    [
      "修订为, 更正为, 核减至",
      ["关于调整项目经费的补充协议", "原合同经费总额300000元，现核减至270000元。"],
      ["original 总300000", "amended 总270000"],
    ],
    [
      "sums added and what they come to",
      ["补充协议", "原合同总价25万元，本次核增5万元，核增后总价30万元，其中人工18万元、材料12万元。"],
      ["original 总250000", budget("amended 总300000", "人工 180000", "材料 120000")],
    ],
    [
      "大写 on both sides of 由 … 变更为 …",
      ["补充协议", "合同价款由人民币壹拾万元整（¥100,000.00）变更为人民币壹拾贰万元整（¥120,000.00）。"],
      ["original 总100000 大写100000", "amended 总120000 大写120000"],
    ],
    [
      "lines changed under a total that stays",
      [
        "变更协议",
        "原合同服务费总额为人民币60万元，其中人员费40万元、活动费20万元。现将其中人员费变更为45万元、活动费变更为15万元，总额不变。",
      ],
      [
        budget("original 总600000", "人员费 400000", "活动费 200000"),
        budget("amended", "人员费 450000", "活动费 150000"),
      ],
    ],
    [
      "each line from … to …, the total unchanged",
      [
        "补充协议",
        "现将人员经费由原来的50万元增加至55万元，将培训费由10万元减少到5万元，项目总预算60万元保持不变。",
      ],
      [
        budget("original", "人员经费 500000", "培训费 100000"),
        budget("amended 总600000", "人员经费 550000", "培训费 50000"),
      ],
    ],
    [
      "a former agreement that isn't called so",
      [
        "补充协议书",
        "鉴于双方签订了编号为A-1的合同，合同总金额为88万元，双方约定变更如下：",
        "1. 服务期延长三个月。",
        "2. 增加服务费22万元，变更后合同总金额为110万元。",
      ],
      ["original 总880000", "amended 总1100000"],
    ],
  ];

  test.each(CHANGES)("%s", (_, texts, budgets) => {
    expect(plainBudgets(...texts)).toEqual(budgets);
  });
});
