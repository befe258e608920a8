import { describe, expect, test } from "vitest";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { outlineOf } from "../support/outline.ts";
import { told } from "./unseen/told.ts";

const SOURCE = { fileName: "told.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };
const untold = (raw: string): string => `“${raw}”：价款条款中的这笔金额未能归入预算的任何一项，请核对原件`;

/** Lists of costs that aren't read, and every sum of theirs that must be told. */
const UNREAD: [what: string, parts: string[], raw: string[]][] = [
  [
    "beside the whole, which they don't come to",
    ["一、合同价款", "合同总价为200,000元。", "桌椅那头花去110,000元，电脑那头花去100,000元。"],
    ["桌椅那头花去110,000元", "电脑那头花去100,000元"],
  ],
  [
    "where neither a heading nor a total speaks of a price",
    ["甲乙双方商定如下。", "桌椅那头花去110,000元，电脑那头花去100,000元。"],
    ["桌椅那头花去110,000元", "电脑那头花去100,000元"],
  ],
  [
    "in a clause of another name",
    [
      "一、合同价款",
      "合同总价为200,000元。",
      "二、钱的去处",
      "拿出110,000元放在桌椅上头；拿出100,000元放在电脑上头。",
    ],
    ["拿出110,000元", "拿出100,000元"],
  ],
  [
    "which are as much as what is paid",
    [
      "一、合同价款",
      "合同总价为200,000元。",
      "头一年走了90,000元，后一年走了120,000元。",
      "二、付款方式",
      "签约后支付90,000元，验收合格后支付120,000元。",
    ],
    ["头一年走了90,000元", "后一年走了120,000元"],
  ],
];

/** Money that is no part of the price, or that follows from what was read. */
const SOUND: [what: string, parts: string[]][] = [
  [
    "bounds and what lies beyond them",
    ["单笔支出超过5,000元的须报甲方批准，3,000元及以下的由乙方自行决定，全年不超过20,000元。"],
  ],
  ["rates", ["临时加派人员的，按每人每场180元计算；检测按废水2,100元/点次、噪声300元/点次执行，单价30元。"]],
  [
    "what others bear and what is settled by itself",
    [
      "代表住宿费约36,000元由代表自理，物业费5,172元由乙方直接向物业公司交纳。",
      "测评费40,000元不在合同价款之内，加拍费1,500元另行结算。",
      "云资源租用费由甲方另行采购，不包含在合同总价内。云资源年费估算为16万元。",
    ],
  ],
  [
    "deposits, penalties, insured sums and what a firm has",
    [
      "乙方交纳履约保证金30,000元，逾期的每日支付违约金500元，最高赔偿36,000元。",
      "乙方投保责任险，每次事故限额200万元；乙方注册资本5000万元，去年营业收入12.6亿元。",
    ],
  ],
  ["an example", ["例如发生维修费3,000元、清洗费2,000元，则由双方各担一半。"]],
  ["what is due by the month", ["月租金25,000元，每月管理费1,200元。"]],
  ["a discount that is done", ["上述报价已优惠5,000元。"]],
];

describe("costs that are no figure of the record are told with their places", () => {
  test.each(UNREAD)("%s", (_, parts, raw) => {
    const { problems, lines } = outlineOf("服务合同", ...parts);
    expect(lines).toEqual([]);
    expect(problems).toEqual(expect.arrayContaining(raw.map(untold)));
  });

  test("and the record is incomplete", () => {
    const { status, problems } = recognizedToRecord(
      told("untold", ["服务合同", ...UNREAD[0][1]], {}).scan,
      SOURCE,
    );
    expect(status).toBe("incomplete");
    expect(problems.map(({ code, box }) => [code, box !== null])).toEqual([
      ["figure-not-understood", true],
      ["figure-not-understood", true],
    ]);
  });
});

describe("money that is no part of the price is not told", () => {
  test.each(SOUND)("%s", (_, parts) => {
    const { problems, lines } = outlineOf(
      "服务合同",
      "一、合同价款",
      "合同总价为200,000元，其中桌椅费120,000元，电脑费80,000元。",
      "二、其他费用",
      ...parts,
    );
    expect(lines).toEqual(["桌椅费 120000", "电脑费 80000"]);
    expect(problems).toEqual([]);
  });

  test("nor is one part alone of a whole, which no rule can add up", () => {
    const { problems } = outlineOf("服务合同", "一、合同价款", "合同总价为200,000元（含培训费20,000元）。");
    expect(problems).toEqual([]);
  });

  test("nor what the sum before comes to in so many months", () => {
    const { problems } = outlineOf(
      "服务合同",
      "一、合同价款",
      "合同总价为200,000元。",
      "末期按每月15,000元计算，三个月计45,000元。",
    );
    expect(problems).toEqual([]);
  });

  test("but one that it doesn't come to is", () => {
    const { problems } = outlineOf(
      "服务合同",
      "一、合同价款",
      "合同总价为200,000元。",
      "末期按每月15,000元计算，三个月计48,000元。",
    );
    expect(problems).toEqual([untold("三个月计48,000元")]);
  });
});

describe("a sum told with a time that no word calls a payment", () => {
  const problemsOf = (said: string) => outlineOf("服务合同", "服务费总额60,000元。", said).problems;

  test.each([
    ["of half the year", "甲方上半年每月给乙方4,500元。"],
    ["behind the term", "服务期满后每月4,500元。"],
  ])("%s is told", (_, said) => {
    expect(problemsOf(said)).toEqual([expect.stringContaining("未能归入任何一期")]);
  });

  test("but none of last year", () => {
    expect(problemsOf("去年每月4,500元。")).toEqual([]);
  });
});
