import { describe, expect, test } from "vitest";
import type { RecognizedLine } from "../../src/model/recognized.ts";
import { settleByInk } from "../../src/recognize/settle/settle-by-ink.ts";
import { lineReadAs } from "../support/read-line.ts";

const HEIGHT = 32;

/** Pieces of ink of these widths, 4 px apart. */
function inkOf(widths: readonly number[]) {
  const widthPx = widths.reduce((sum, width) => sum + width + 4, 0);
  const data = new Uint8Array(widthPx * HEIGHT).fill(255);
  let x = 0;
  for (const width of widths) {
    for (let y = 0; y < HEIGHT; y++) data.fill(0, y * widthPx + x, y * widthPx + x + width);
    x += width + 4;
  }
  return { widthPx, heightPx: HEIGHT, data };
}

/** What becomes of 二年, so surely read, where another reader saw a letter. */
function settled(sureness: number): string {
  const grey = inkOf([14, 28]);
  const line: RecognizedLine = {
    ...lineReadAs("二年", sureness),
    box: [0, 0, grey.widthPx, HEIGHT],
    rivals: [{ reader: "other", start: 0, length: 1, saw: "I", confidence: 98 }],
  };
  return settleByInk(line, grey, HEIGHT).text;
}

describe("what the ink's width says of two readings", () => {
  test("a letter that fits the ink better takes the place of an unsure ideograph", () => {
    expect(settled(60)).toBe("I年");
  });

  test("an ideograph seen for certain stays, however narrow the font", () => {
    expect(settled(100)).toBe("二年");
  });

  test.each([28, 14])(
    "≥ %i px wide stays: fonts set it as wide as an ideograph, or half as wide",
    (widthPx) => {
      const grey = inkOf([28, 28, widthPx, 14, 14, 28]);
      const line: RecognizedLine = {
        ...lineReadAs("全年≥20个", 98),
        box: [0, 0, grey.widthPx, HEIGHT],
        rivals: [{ reader: "other", start: 2, length: 1, saw: "记", confidence: 54 }],
      };
      expect(settleByInk(line, grey, HEIGHT).text).toBe("全年≥20个");
    },
  );

  test.each([
    // The numeral behind the ring, and the ring's thin upper and lower strokes, too pale for ink.
    { widths: [28, 28, 26, 28, 28], saw: "O" },
    { widths: [28, 28, 5, 5, 14, 28, 28], saw: "O=:" },
    { widths: [28, 28, 5, 5, 14, 28, 28], saw: "2O=" },
  ])(
    "surely read numerals of a year are no letters or signs, however their ink is cut: $saw",
    ({ widths, saw }) => {
      const grey = inkOf(widths);
      const line: RecognizedLine = {
        ...lineReadAs("至二〇二六年", 98),
        box: [0, 0, grey.widthPx, HEIGHT],
        rivals: [{ reader: "other", start: 2, length: 2, saw, confidence: 93 }],
      };
      expect(settleByInk(line, grey, HEIGHT).text).toBe("至二〇二六年");
    },
  );
});
