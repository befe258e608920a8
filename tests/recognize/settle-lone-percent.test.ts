import { expect, test } from "vitest";
import { settleLonePercents } from "../../src/recognize/settle/settle-lone-percent.ts";
import { lineReadAs } from "../support/read-line.ts";

const rings = (saw: string) => ({
  ...lineReadAs("06"),
  readers: ["network", "first"],
  rivals: [{ reader: "network", start: 0, length: 2, saw, confidence: 99 }],
});

test("digits that one reader surely saw as a per cent sign are one, in doubt, below a figure", () => {
  const [, sign] = settleLonePercents([lineReadAs("34.27"), rings("%")]);
  expect(sign).toMatchObject({ text: "%", rivals: [{ reader: "first", saw: "06" }] });
  expect(Math.max(...sign.confidences)).toBeLessThan(90);
});

test("they stay digits below text, or where the other reader saw digits too", () => {
  expect(settleLonePercents([lineReadAs("占比"), rings("%")])[1].text).toBe("06");
  expect(settleLonePercents([lineReadAs("34.27"), rings("00")])[1].text).toBe("06");
});
