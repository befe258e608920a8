import { describe, expect, test } from "vitest";
import { withoutPercentEchoes } from "../../src/recognize/percent-echoes.ts";
import { CHAR_PX, charsOf, lineReadAs } from "../support/read-line.ts";

/** What is left of what tesseract's models saw of a whole line. */
function leftOf(printed: string, seen: string, confidence = 99): string {
  const line = lineReadAs(printed, confidence);
  const left = withoutPercentEchoes(line, { start: 0, end: printed.length }, charsOf(seen));
  return left.map((char) => char.text).join("");
}

describe("what tesseract's models make of a per cent sign", () => {
  test.each([
    ["占86.53%（", "占86.5396（", "占86.53%（"],
    ["报送率100%", "报送率1009%46", "报送率100%"],
    ["率100%", "率100946", "率100%"],
    ["不低于90%", "不低于909%6", "不低于90%"],
    ["占10.18%。", "占10.18%6。", "占10.18%。"],
    ["占1.76%；占60.09%；", "占1.76%;占60.0996;", "占1.76%;占60.09%;"],
  ])("is the sign where the network saw %s", (printed, seen, left) => {
    expect(leftOf(printed, seen)).toBe(left);
  });

  test.each([
    ["the sign itself", "占86.53%（", "占86.53%（"],
    ["other digits before it", "占86.53%", "占86.5896"],
    ["a longer figure behind it", "占5%", "占59600"],
    ["a figure that goes on before it", "占5%", "占1596"],
    ["nothing", "占5%", ""],
  ])("stays as it was seen where that is %s", (_, printed, seen) => {
    expect(leftOf(printed, seen)).toBe(seen);
  });

  test.each([
    ["a sum follows", "共123%元", "共12396元"],
    ["it is no share", "共1,234%", "共1,23496"],
    ["it is finer than shares are", "占5.123%", "占5.12396"],
  ])("stays digits where %s", (_, printed, seen) => {
    expect(leftOf(printed, seen)).toBe(seen);
  });

  test("stays digits where the network is not sure of the sign", () => {
    expect(leftOf("占86.53%", "占86.5396", 80)).toBe("占86.5396");
  });

  test("is as wide as its digits were, and no surer than the least sure of them", () => {
    const seen = charsOf("5%6", 99, { 2: 71 });
    const [, sign] = withoutPercentEchoes(lineReadAs("5%"), { start: 0, end: 2 }, seen);
    expect(sign).toEqual({ text: "%", confidence: 71, x0: CHAR_PX, x1: 3 * CHAR_PX });
  });

  test("is looked for in the part of a line that was read", () => {
    const line = lineReadAs("其中占5%，余款占95%");
    const part = { start: 8, end: 12 };
    const left = withoutPercentEchoes(line, part, charsOf("占9596"));
    expect(left.map((char) => char.text).join("")).toBe("占95%");
  });
});
