import { describe, expect, test } from "vitest";
import type { Box } from "../../src/model/place.ts";
import { findBlocks, type LaidLine } from "../../src/recognize/find-blocks.ts";
import { lineReadAs } from "../support/read-line.ts";

/** A line from the left margin on, so wide and with ink so high. */
function laid(text: string, y: number, width: number, textHeightPx: number): LaidLine {
  const box: Box = [100, y, 100 + width, y + textHeightPx];
  return { line: { ...lineReadAs(text), box }, textHeightPx };
}

const textsOf = (...lines: LaidLine[]): string[] =>
  findBlocks(lines, 2000).map((block) => block.lines.map(({ text }) => text).join(""));

describe("lines of one paragraph", () => {
  test("digits under ideographs of their size go on with them, though their ink is lower", () => {
    const lines = [
      laid("第一期合同生效后由甲方支付计人民币", 100, 900, 36),
      laid("710,000.00元；", 160, 250, 27),
    ];
    expect(textsOf(...lines)).toEqual(["第一期合同生效后由甲方支付计人民币710,000.00元；"]);
  });

  test("a number under a title does not", () => {
    const lines = [laid("图书配送项目协议书", 100, 900, 46), laid("合同号：2023320563701428", 200, 400, 28)];
    expect(textsOf(...lines)).toHaveLength(2);
  });

  test("words of a smaller size begin another", () => {
    const lines = [
      laid("第一期合同生效后由甲方支付计人民币", 100, 900, 36),
      laid("以上均为含税金额", 160, 250, 27),
    ];
    expect(textsOf(...lines)).toHaveLength(2);
  });
});

describe("items set in from the margin", () => {
  const from = (text: string, row: number, x: number, right = 1300): LaidLine => {
    const box: Box = [x, 100 + 58 * row, right, 134 + 58 * row];
    return { line: { ...lineReadAs(text), box }, textHeightPx: 34 };
  };
  const plain = [
    from("依照有关法律及收费标准，甲乙双方订立本合同，共同遵守下列", 0, 100),
    from("各条约定。", 1, 100, 300),
    from("双方应当按照本合同的约定全面履行各自的义务，不得擅自变更", 2, 168),
    from("或者解除。", 3, 100, 300),
  ];

  test("as a whole, their first lines farther, go on below these", () => {
    const lines = [
      ...plain,
      from("（1）床位处置费：按核定床位计收，每床每日2.60元，", 4, 254, 1290),
      from("580张×365天×2年，计1,100,840.00元；", 5, 168, 760),
      from("（2）检验处置费：每千克4.50元，合同期预计36,000千", 6, 254),
      from("克，计162,000.00元；", 7, 168, 500),
    ];
    expect(textsOf(...lines).slice(-2)).toEqual([
      "（1）床位处置费：按核定床位计收，每床每日2.60元，580张×365天×2年，计1,100,840.00元；",
      "（2）检验处置费：每千克4.50元，合同期预计36,000千克，计162,000.00元；",
    ]);
  });

  test("hanging from a letter's number, one below another, go on below their words", () => {
    const lines = [
      ...plain,
      from("E.1半年考核得分不低于90分的，全额支付；每低1分，扣减当期价款的0.5%。", 4, 100, 1280),
      from("E.2因乙方原因造成业务中断的，每次扣减当期价款的2%；发生泄露的，甲方", 5, 100),
      from("有权解除合同并追究责任。", 6, 190, 540),
    ];
    expect(textsOf(...lines).slice(-1)[0]).toMatch(/甲方有权解除合同并追究责任。$/);
  });

  test("no label is the end of a sentence that says what follows", () => {
    const lines = [
      ...plain,
      from("1.1合同总价为356.75万元，即人民币3,567,500.00元，明", 4, 100),
      from("细如下：", 5, 176, 290),
    ];
    expect(textsOf(...lines).slice(-1)).toEqual([
      "1.1合同总价为356.75万元，即人民币3,567,500.00元，明细如下：",
    ]);
  });
});

describe("labels with their values set off in the row", () => {
  const at = (text: string, y: number, x: number): LaidLine => {
    const box: Box = [x, y, x + 40 * text.length, y + 36];
    return { line: { ...lineReadAs(text), box }, textHeightPx: 36 };
  };

  test("go together, row by row", () => {
    const lines = [
      at("项目编号：", 100, 340),
      at("LX-2025-011", 100, 760),
      at("项目名称：滨河街道社会工作站运营", 200, 340),
      at("甲方：", 300, 340),
      at("滨河区民政局", 300, 760),
      at("社会工作科", 360, 760),
    ];
    expect(textsOf(...lines)).toEqual([
      "项目编号：LX-2025-011",
      "项目名称：滨河街道社会工作站运营",
      "甲方：滨河区民政局社会工作科",
    ]);
  });

  test("do not when another label stands there", () => {
    expect(textsOf(at("甲方：", 100, 340), at("乙方：", 100, 760))).toEqual(["甲方：", "乙方："]);
  });
});

describe("paragraphs set in from the margin", () => {
  /** A line at `x` that reaches to `right`. */
  const from = (text: string, y: number, x: number, right: number): LaidLine => ({
    line: { ...lineReadAs(text), box: [x, y, right, y + 30] },
    textHeightPx: 30,
  });
  const HEADING = from("2.合同金额", 100, 214, 376);

  test("as a whole go on where the line above is full and ends no sentence", () => {
    const lines = [
      HEADING,
      from("2.2变更后，总金额由304.60万元调整为329.00万元（大写：叁佰贰拾", 155, 279, 1440),
      from("陆万元整）。上述金额均为含税价。", 210, 279, 750),
      from("付款按以下方式：", 265, 279, 832),
      from("（3）通过初步验收后，甲方支付合同总金额的30%，即98.70万", 320, 297, 1440),
      from("元；", 375, 278, 318),
      from("平台试运行后，甲方支付其余款项。甲方应在每次付款前十日通知", 430, 279, 1440),
    ];
    expect(textsOf(...lines)).toEqual([
      "2.合同金额",
      "2.2变更后，总金额由304.60万元调整为329.00万元（大写：叁佰贰拾陆万元整）。上述金额均为含税价。",
      "付款按以下方式：",
      "（3）通过初步验收后，甲方支付合同总金额的30%，即98.70万元；",
      "平台试运行后，甲方支付其余款项。甲方应在每次付款前十日通知",
    ]);
  });

  test("behind their number go on below their first word", () => {
    const lines = [
      HEADING,
      from("1.平台试运行满三个月并通过最终验收后，甲方支付合同总金额的百分", 155, 214, 1440),
      from("之十，即32.90万元。", 210, 262, 590),
    ];
    expect(textsOf(...lines)).toHaveLength(2);
  });

  test("end where a sentence does, a line is short, or the next begins with a number", () => {
    const FULL = [145, 200].map((y) =>
      from("甲乙双方经协商一致，就下列事项达成如下协议，以资共同遵守。", y, 214, 1440),
    );
    const first = "2.2变更后，总金额由304.60万元调整为329.00万元，含税，不再调整";
    for (const [end, next, right] of [
      ["。", "上述金额均为含税价。", 1440],
      ["", "上述金额均为含税价。", 1200],
      ["", "2.3上述金额均为含税价。", 1440],
      ["", "（二）上述金额均为含税价。", 1440],
      ["", "开户行：城东支行", 1440],
    ] as const)
      expect(textsOf(...FULL, from(first + end, 255, 279, right), from(next, 310, 279, 750))).toHaveLength(3);
  });
});

describe("a value set off behind a label without a colon", () => {
  const at = (text: string, y: number, x: number, right: number): LaidLine => ({
    line: { ...lineReadAs(text), box: [x, y, right, y + 36] },
    textHeightPx: 36,
  });
  test("goes on with no label of the next row", () => {
    const lines = [
      at("项目名称", 1420, 358, 510),
      at("社区综合服务项目", 1419, 679, 1195),
      at("甲方", 1515, 361, 510),
      at("榆林社区居民委员会", 1515, 698, 1161),
    ];
    expect(textsOf(...lines)).not.toContain("社区综合服务项目甲方");
  });
});
