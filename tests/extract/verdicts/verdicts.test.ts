import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { recordOf } from "../unseen/judge-told.ts";
import { told } from "../unseen/told.ts";

/** A flaw that no rule finds yet, but that leaves the record anything but clean. */
const TOLD = "told";

/** Agreements by authors who never saw this tool: the rule that finds the flaw planted in one; null for a sound one. */
const AGREEMENTS: [author: string, number: string, flaw: string | null][] = [
  ["twelfth", "01", null],
  ["twelfth", "02", TOLD],
  ["twelfth", "03", null],
  ["twelfth", "04", null],
  ["twelfth", "05", "capitals-equal-digits"],
  ["twelfth", "06", "total-equals-sum"],
  ["twelfth", "07", "schedule-covers-term"],
  ["twelfth", "08", null],
  ["twelfth", "09", "instalment-percent-of-total"],
  ["twelfth", "10", null],
  ["twelfth", "11", "subtotal-equals-sum"],
  ["twelfth", "12", null],
  ["twelfth", "13", "restated-total-agrees"],
  ["twelfth", "14", null],
  ["twelfth", "15", null],
  ["twelfth", "16", "schedule-equals-total"],
  ["thirteenth", "01", null],
  ["thirteenth", "02", null],
  ["thirteenth", "03", "term-months-agree"],
  ["thirteenth", "04", TOLD],
  ["thirteenth", "05", null],
  ["thirteenth", "06", null],
  ["thirteenth", "07", "capitals-equal-digits"],
  ["thirteenth", "08", "percent-of-total"],
  ["thirteenth", "09", null],
  ["thirteenth", "10", "quantity-times-price"],
  ["thirteenth", "11", null],
  ["thirteenth", "12", null],
  ["thirteenth", "13", "subtotal-equals-sum"],
  ["thirteenth", "14", "restated-total-agrees"],
  ["thirteenth", "15", "schedule-equals-total"],
  ["thirteenth", "16", null],
  ["fourteenth", "01", null],
  ["fourteenth", "02", "quantity-times-price"],
  ["fourteenth", "03", null],
  ["fourteenth", "04", "total-equals-sum"],
  ["fourteenth", "05", null],
  ["fourteenth", "06", "schedule-equals-total"],
  ["fourteenth", "07", null],
  ["fourteenth", "08", "subtotal-equals-sum"],
  ["fourteenth", "09", "instalment-percent-of-total"],
  ["fourteenth", "10", "term-months-agree"],
  ["fourteenth", "11", null],
  ["fourteenth", "12", null],
  ["fifteenth", "01", null],
  ["fifteenth", "02", "quantity-times-price"],
  ["fifteenth", "03", null],
  ["fifteenth", "04", TOLD],
  ["fifteenth", "05", TOLD],
  ["fifteenth", "06", null],
  ["fifteenth", "07", "schedule-equals-total"],
  ["fifteenth", "08", null],
  ["fifteenth", "09", "total-equals-sum"],
  ["fifteenth", "10", null],
  ["fifteenth", "11", "capitals-equal-digits"],
  ["fifteenth", "12", null],
  ["fifteenth", "13", "subtotal-equals-sum"],
  ["fifteenth", "14", null],
  ["fifteenth", "15", null],
  ["fifteenth", "16", "term-months-agree"],
  ["fifteenth", "17", null],
  ["fifteenth", "18", "total-equals-sum"],
  ["fifteenth", "19", null],
  ["fifteenth", "20", "total-equals-sum"],
  ["fifteenth", "21", "percent-of-total"],
  ["fifteenth", "22", "instalment-percent-of-total"],
  ["fifteenth", "23", null],
  ["fifteenth", "24", null],
  ["sixteenth", "01", null],
  ["sixteenth", "02", "total-equals-sum"],
  ["sixteenth", "03", null],
  ["sixteenth", "04", TOLD],
  ["sixteenth", "05", "capitals-equal-digits"],
  ["sixteenth", "06", null],
  ["sixteenth", "07", null],
  ["sixteenth", "08", TOLD],
  ["sixteenth", "09", "total-equals-sum"],
  ["sixteenth", "10", null],
  ["sixteenth", "11", null],
  ["sixteenth", "12", "schedule-equals-total"],
  ["sixteenth", "13", null],
  ["sixteenth", "14", "subtotal-equals-sum"],
  ["sixteenth", "16", "instalment-percent-of-total"],
  ["sixteenth", "17", null],
  ["sixteenth", "18", "term-months-agree"],
  ["sixteenth", "20", "restated-total-agrees"],
  ["sixteenth", "21", "percent-of-total"],
  ["sixteenth", "22", null],
  ["sixteenth", "23", null],
  ["sixteenth", "24", TOLD],
  ["seventeenth", "01", null],
  ["seventeenth", "02", "total-equals-sum"],
  ["seventeenth", "03", null],
  ["seventeenth", "04", "percent-of-total"],
  ["seventeenth", "05", null],
  ["seventeenth", "06", null],
  ["seventeenth", "07", "term-months-agree"],
  ["seventeenth", "08", "quantity-times-price"],
  ["seventeenth", "09", null],
  ["seventeenth", "10", "capitals-equal-digits"],
  ["seventeenth", "11", null],
  ["seventeenth", "12", "restated-total-agrees"],
  ["seventeenth", "13", null],
  ["seventeenth", "14", "subtotal-equals-sum"],
  ["seventeenth", "15", null],
  ["seventeenth", "16", null],
  ["seventeenth", "17", "schedule-equals-total"],
  ["seventeenth", "18", "total-equals-sum"],
  ["seventeenth", "19", "total-equals-sum"],
  ["seventeenth", "20", null],
];

describe("agreements by other authors", () => {
  test.each(AGREEMENTS)("%s %s: %s", (author, number, flaw) => {
    const text = readFileSync(join(import.meta.dirname, author, `${number}.txt`), "utf8");
    const paragraphs = text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    const { findings, status } = recordOf(told(number, paragraphs, {}).scan);
    const rules: string[] = findings.map(({ ruleId }) => ruleId);
    if (flaw === null) expect(rules).toEqual([]);
    else if (flaw === TOLD) expect(status).not.toBe("clean");
    else expect(rules).toContain(flaw);
  });
});
