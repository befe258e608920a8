import { describe, expect, test } from "vitest";
import type { GreyPicture } from "../../src/recognize/clean-picture.ts";
import { settleBrackets } from "../../src/recognize/settle/settle-brackets.ts";
import { settleLoneStroke } from "../../src/recognize/settle/settle-lone-stroke.ts";
import { settleMarks } from "../../src/recognize/settle/settle-marks.ts";
import { CHAR_PX, lineReadAs } from "../support/read-line.ts";

const PAPER = 255;

/** A picture with the pixels black for which `isInk` holds. */
function drawn(widthPx: number, isInk: (x: number, y: number) => boolean): GreyPicture {
  const data = Uint8Array.from({ length: widthPx * CHAR_PX }, (_, at) =>
    isInk(at % widthPx, Math.floor(at / widthPx)) ? 0 : PAPER,
  );
  return { widthPx, heightPx: CHAR_PX, data };
}

const rival = (start: number, saw: string, length = 1) => ({
  reader: "network",
  start,
  length,
  saw,
  confidence: 90,
});

describe("brackets around a number", () => {
  const blank = drawn(12 * CHAR_PX, () => false);

  test("are of the kind that any reader saw and others can't tell", () => {
    const line = { ...lineReadAs("民字【2025】8号"), rivals: [rival(2, "〔")] };
    expect(settleBrackets(line, blank).text).toBe("民字〔2025〕8号");
    expect(settleBrackets(lineReadAs("民字〔2025］8号"), blank).text).toBe("民字〔2025〕8号");
  });

  test("stay as all saw them", () => {
    for (const text of ["民字【2025】8号", "民字［2025］8号", "民字［2025】8号", "见【附件】"])
      expect(settleBrackets(lineReadAs(text), blank).text).toBe(text);
  });

  const [open, close] = [2 * CHAR_PX, 7 * CHAR_PX];
  const [width, foot] = [9, CHAR_PX - 2];
  /** How far from its outer side the brackets' ink begins in a row. */
  const withEdge = (edgeAt: (y: number) => number | null) =>
    drawn(12 * CHAR_PX, (x, y) => {
      const edge = edgeAt(y);
      if (edge === null) return false;
      return (
        (x >= open + 8 + edge && x < open + 8 + edge + 3) ||
        (x < close + 4 + width - edge && x >= close + 4 + width - edge - 3)
      );
    });
  /** Rows from the nearer end. */
  const within = (y: number): number => Math.min(y - 2, foot - 1 - y);

  test.each<[string, (y: number) => number | null, string]>([
    ["bent at their ends", (y) => Math.max(0, 6 - 2 * within(y)), "〔2025〕"],
    ["square", () => 0, "［2025】"],
    ["round", (y) => ((y - CHAR_PX / 2) / (CHAR_PX / 2 - 2)) ** 2 * 6, "［2025】"],
  ])("are told by their ink: %s", (_, edgeAt, wanted) => {
    const grey = withEdge((y) => (y < 2 || y >= foot ? null : Math.round(edgeAt(y) ?? 0)));
    expect(settleBrackets(lineReadAs("民字［2025】8号"), grey).text).toBe(`民字${wanted}8号`);
  });
});

describe("a stroke alone in its line", () => {
  const middle = CHAR_PX / 2;
  const upright = drawn(CHAR_PX, (x) => Math.abs(x - middle) < 2);
  const leaning = drawn(CHAR_PX, (x, y) => Math.abs(x - (middle + (middle - y) * 0.6)) < 2);
  const disputed = { ...lineReadAs("/"), rivals: [rival(0, "1")] };

  test("is a 1 where it stands upright and a slash where it leans", () => {
    expect(settleLoneStroke(disputed, upright).text).toBe("1");
    expect(settleLoneStroke({ ...disputed, text: "1", rivals: [rival(0, "/")] }, leaning).text).toBe("/");
  });

  test("is left alone where it has a bar and a reader saw another digit, or all saw a 1", () => {
    const barred = drawn(
      CHAR_PX,
      (x, y) => Math.abs(x - (middle + (middle - y) * 0.6)) < 2 || (y < 3 && x > middle / 2),
    );
    const seven = { ...lineReadAs("/"), rivals: [rival(0, "7")] };
    expect(settleLoneStroke(seven, barred)).toBe(seven);
    expect(settleLoneStroke({ ...disputed, rivals: [rival(0, "7")] }, leaning).text).toBe("/");
    const one = lineReadAs("1");
    expect(settleLoneStroke(one, leaning)).toBe(one);
  });
});

describe("marks settled by their ink", () => {
  test("a point between Chinese characters is a comma, but behind a heading's number it is one", () => {
    const wide = drawn(CHAR_PX * 10, (x) => x % CHAR_PX > 2 && x % CHAR_PX < CHAR_PX - 2);
    expect(settleMarks(lineReadAs("服务期满.另行约定"), wide, CHAR_PX).text).toBe("服务期满，另行约定");
    expect(settleMarks(lineReadAs("十二.履约期限"), wide, CHAR_PX).text).toBe("十二.履约期限");
  });

  test.each([
    ["布展费一一165300元", "布展费——165300元"],
    ["2024年05月01日一2025年04月30日", "2024年05月01日—2025年04月30日"],
    ["违约金不超过总价的20%°", "违约金不超过总价的20%。"],
    ["共计68000元°其余", "共计68000元。其余"],
    ["电话：0739-5321086°", "电话：0739-5321086。"],
    ["承接主体.（乙方）", "承接主体（乙方）"],
    ["民字〔2024]341号", "民字〔2024〕341号"],
    ["民字[2024〕341号", "民字〔2024〕341号"],
    ["民字〔2024）341号", "民字〔2024〕341号"],
    ["民字（2024）341号", "民字（2024）341号"],
    ["民字[2024]341号", "民字[2024]341号"],
    ["三\\双方责任", "三、双方责任"],
    ["2025年一月起", "2025年一月起"],
    ["每月一次", "每月一次"],
    ["室温25°以下", "室温25°以下"],
  ])("%s is %s", (seen, printed) => {
    const grey = drawn(CHAR_PX * seen.length, (x) => x % CHAR_PX < CHAR_PX - 3);
    expect(settleMarks(lineReadAs(seen), grey, CHAR_PX).text).toBe(printed);
  });

  test("a sign over a bar is ≥, one without stays", () => {
    const overBar = (x: number, y: number): boolean =>
      x >= CHAR_PX * 2 && x < CHAR_PX * 3 - 1
        ? y >= CHAR_PX - 3 || (y < 12 && Math.abs(x - CHAR_PX * 2 - y) < 2)
        : x % CHAR_PX > 2;
    const line = lineReadAs("满意>95");
    expect(settleMarks(line, drawn(CHAR_PX * 5, overBar), CHAR_PX).text).toBe("满意≥95");
    expect(settleMarks(lineReadAs("完成>一个"), drawn(CHAR_PX * 5, overBar), CHAR_PX).text).toBe("完成≥一个");
    const noBar = (x: number, y: number): boolean =>
      x >= CHAR_PX * 2 && x < CHAR_PX * 3 - 1 ? Math.abs(x - CHAR_PX * 2 - y) < 2 : x % CHAR_PX > 2;
    expect(settleMarks(line, drawn(CHAR_PX * 5, noBar), CHAR_PX).text).toBe("满意>95");
  });

  test("two points above each other are a colon, whatever a reader took them for", () => {
    const points = (x: number, y: number): boolean => {
      const at = x - CHAR_PX * 2;
      if (at < 0 || at >= CHAR_PX) return x % CHAR_PX > 2;
      return at >= 8 && at < 11 && ((y >= 5 && y < 8) || (y >= 14 && y < 17));
    };
    expect(settleMarks(lineReadAs("金额。如下"), drawn(CHAR_PX * 5, points), CHAR_PX).text).toBe(
      "金额：如下",
    );
  });
});

describe("a mark between ideographs that one reader alone saw", () => {
  const SAID = "交纳履约保证：金额";
  const at = SAID.indexOf("：");
  /** The edges of its characters where the mark is so wide. */
  const line = (markPx: number) => {
    const widths = [...SAID].map((_, index) => (index === at ? markPx : index === at - 1 ? 14 : CHAR_PX));
    const edgesPx = [0];
    for (const width of widths) edgesPx.push((edgesPx.at(-1) ?? 0) + width);
    return { ...lineReadAs(SAID), edgesPx, rivals: [rival(at, "")] };
  };
  const inked = drawn(SAID.length * CHAR_PX, (x, y) => x % 4 < 2 && y > 4);

  test("goes where there is no room for it", () => {
    expect(settleMarks(line(6), inked, CHAR_PX).text).toBe("交纳履约保证金额");
  });
  test("stays where there is", () => {
    expect(settleMarks(line(CHAR_PX), inked, CHAR_PX).text).toBe(SAID);
  });
  test("stays where all saw it", () => {
    expect(settleMarks({ ...line(6), rivals: [] }, inked, CHAR_PX).text).toBe(SAID);
  });
});
