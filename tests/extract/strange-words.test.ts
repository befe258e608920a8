import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

// Agreements in which a word that would have said what a figure is was misread, or is one that nobody knows: what follows
// from it is told as not understood. The paper is blamed of nothing, and nothing is passed over.

const rows = (...lines: string[]): string => lines.join("\n");
const PRICE = ["第一条 价款", "合同总价为人民币398,600元。"];

const TOLD: [what: string, parts: string[], told: RegExp][] = [
  [
    "the total told again, two digits changed about",
    [...PRICE, "第六条 其他", "瑾瑜人民币396,800元已含全部税费。"],
    /396,800元”：与合同总额只差一处笔误/,
  ],
  [
    "the total told again, ten times as much",
    ["第一条 价款", "合同总价为38,600元。", "第二条 其他", "瑾瑜38.6万元分两次给。"],
    /38.6万元”：与合同总额只差一处笔误/,
  ],
  [
    "a share of a list that comes to less than all",
    [
      "第四条 服务经费",
      "1. 总额768,000元。",
      "2. 经费按下列比例使用：",
      "（1）上门服务，占经费总额的55%；",
      "（2）日间照料，占经费总额的22%；",
      "（3）耗材，瑾瑜8%；",
      "（4）督导，占经费总额的5%；",
      "（5）管理，占经费总额的8%。",
    ],
    /“8%”：此比例未能归入任何一项/,
  ],
  [
    "a table of sums without a total that is known as one",
    [
      "第二条 保险费",
      "保险费合计271,880元。",
      rows("序号|险别|保险费", "1|交强险|19440", "2|车损险|65300", "3|责任险|48600", "环卫小升||140720"),
    ],
    /此表列有金额，但没有一项归入预算/,
  ],
  [
    "a deposit by an unknown name, paid once",
    [
      "第一条 价款",
      "合同总价为人民币398,613元，其中人工200,113元，材料198,500元。",
      "第二条 付款方式",
      "1. 签订后支付198,613元；",
      "2. 验收后支付200,000元；",
      "3. 签约五日内交纳保瑾瑜60,000元。",
    ],
    /./,
  ],
  [
    "what two columns come out without, where one has fewer figures",
    [
      "第一条 价款",
      rows(
        "岗位|人数|金额（元）",
        "队长|4|415200",
        "队员|36|3015360",
        "夜班|24|2050560",
        "瑾瑜：巡逻|8|683520",
        "装备||186000",
        "合计|64|5667120",
      ),
    ],
    /去掉同一行后，各列合计都相符/,
  ],
  [
    "shares of what is paid up to each instalment",
    [
      "第一条 价款",
      "合同总价为2,500,000元。",
      "第二条 付款方式",
      "1. 签订后支付30%，计750,000元；",
      "2. 中期审查后支付60%，计750,000元；",
      "3. 验收后支付90%，计750,000元；",
      "4. 备案后支付10%，计250,000元。",
    ],
    /此比例是截至该期累计支付的比例/,
  ],
  [
    "what is paid by the month, by shares that aren't said to be",
    [
      "第一条 价款",
      "合同总价为605,260元，服务期自2025年1月1日至2025年10月31日，共10个月。",
      "第二条 付款方式",
      "1. 收到发票后支付90%，即54,473.40元；",
      "2. 考核后支付10%，即6,052.60元。",
    ],
    /恰为另一个的若干倍，倍数与月数相同/,
  ],
];

describe("told, and blamed on nobody", () => {
  test.each(TOLD)("%s", (_, parts, told) => {
    const { findings, problems } = outlineOf("服务合同", ...parts);
    expect(findings).toEqual([]);
    expect(problems.join("\n")).toMatch(told);
  });
});

const FLAWED: [what: string, parts: string[], flaw: string][] = [
  [
    "a column of shares of the agreement's price",
    [
      "第一条 价款",
      rows(
        "档案类型|单位|数量|单价(元)|金额(元)|占合同价",
        "扫描|页|620,000|0.42|260,400|52.08%",
        "识别|张|185,000|0.60|111,000|22.20%",
        "图纸|幅|9,600|7.50|72,000|15.40%",
        "转录|盒|340|90.00|30,600|6.12%",
        "入库|项|1|26,000.00|26,000|5.20%",
        "瑾瑜||||500,000|100%",
      ),
      "合同价：伍拾万元整（小写500,000.00元）。",
    ],
    "percent-of-total 图纸",
  ],
  [
    "a table whose unit is told by a label that nobody knows",
    [
      "第一条 价款（瑾瑜：万元）",
      rows("项目|金额", "中文库|41.80", "外文库|63.25", "学位库|12.60", "合计|118.65"),
      "合同总价为人民币118.65万元（大写：壹佰壹拾柒万陆仟伍佰元整）。",
    ],
    "total-equals-sum 合计",
  ],
];

describe("found all the same", () => {
  test.each(FLAWED)("%s", (_, parts, flaw) => {
    expect(outlineOf("服务合同", ...parts).findings).toContain(flaw);
  });
});

test("a sum of money in 大写 is that beside it, whatever word of its label was misread", () => {
  const { totals, findings } = outlineOf(
    "服务合同",
    "第一条 价款",
    "合同总价２０８万元整（太写：贰佰零捌万元整）。",
  );
  expect(findings).toEqual([]);
  expect(totals).toEqual(["original 总2080000 大写2080000"]);
});

test("a term that is made longer to a day, in a clause of its own, has its new end and months", () => {
  const { findings } = outlineOf(
    "监理服务延期补充协议",
    "（1）监理服务期2024年9月1日至2026年2月28日，18个月。",
    "（2）服务期延长5个月，延至2026年7月31日；延长后服务期合计23个月。",
    "2026年3月9日",
  );
  expect(findings).toEqual([]);
});

test("a count and a price that come out only with a third number of their row are not blamed", () => {
  const text = readFileSync(new URL("verdicts/twenty-third/01.txt", import.meta.url), "utf8");
  expect(outlineOf("服务合同", ...partsOf(text.replace("三项合计", "三瑾瑜"))).findings).toEqual([]);
  expect(outlineOf("服务合同", ...partsOf(text.replace("平台及评估小计", "平台及瑾瑜计"))).findings).toEqual(
    [],
  );
});

test("a month in which what is paid for half a year falls due is not paid twice", () => {
  const { findings } = outlineOf(
    "检测服务合同",
    "第一条 服务期限",
    "服务期限自2025年1月1日至2025年12月31日。",
    "第二条 价款",
    "合同总价为100,844.80元。",
    "第三条 付款方式",
    "瑾瑜50,422.40元，于2025年7月支付；下半年费用50,422.40元，于2025年12月支付。",
  );
  expect(findings).toEqual([]);
});

/** The paragraphs of a text; rows of cells that follow on each other are one table. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (const line of text.split("\n").map((each) => each.replace(/\s*\|\s*/g, "|").trim())) {
    const isRow = line.includes("|") && parts.at(-1)?.includes("|");
    if (isRow) parts.push(`${parts.pop()}\n${line}`);
    else if (line !== "") parts.push(line);
  }
  return parts;
}
