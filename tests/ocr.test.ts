import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Truth } from "../fixtures/make/truth.ts";
import { openReaders, processScan, type Readers } from "../src/pipeline.ts";
import { compareFigures, isSilentlyWrong } from "./support/compare-with-truth.ts";
import { writeLayeredScan } from "./support/layered-scan.ts";

// The real readers on real page pictures, the whole way; golden.test.ts replays what they saw of the other fixtures.

const root = new URL("../fixtures/", import.meta.url);
let readers: Readers;

beforeAll(async () => {
  readers = await openReaders({ lang: "chi_sim", jobs: 2 });
});
afterAll(() => readers.close());

/** How many figures may be left unread; none may be wrong while the record says it may be believed. */
test.each([
  ["supplement", 0],
  ["unit-prices", 1],
])(
  "%s is read from its pictures, at most %i figures unread",
  { timeout: 240_000 },
  async (name, mayBeMissing) => {
    const truth: Truth = JSON.parse(readFileSync(new URL(`${name}/expected.json`, root), "utf8"));
    const { record } = await processScan(new URL(`${name}/scan.pdf`, root).pathname, readers);
    const figures = compareFigures(record, truth);
    expect(figures.filter(isSilentlyWrong)).toEqual([]);
    expect(figures.filter(({ wanted, got }) => wanted !== got).length).toBeLessThanOrEqual(mayBeMissing);
    expect(record.pages.every(({ textSource }) => textSource === "ocr")).toBe(true);
    for (const { ruleId, severity, cause, version, subject } of truth.findings) {
      expect(record.findings).toContainEqual(
        expect.objectContaining({ ruleId, severity, cause, version, subject }),
      );
    }
  },
);

test("OCR that came with a scan is believed no further than its picture", { timeout: 240_000 }, async () => {
  const truth: Truth = JSON.parse(readFileSync(new URL("supplement/expected.json", root), "utf8"));
  const path = await writeLayeredScan("supplement", [
    { pageNumber: 1, layerOf: 1, change: (text) => text.replace("274400", "247400") },
    { pageNumber: 2, layerOf: 1 },
  ]);
  const { record } = await processScan(path, readers);
  expect(record.pages.map(({ textSource }) => textSource)).toEqual(["text-layer", "ocr"]);
  expect(record.problems.filter(({ code }) => code === "bad-text-layer")).toEqual([
    expect.objectContaining({ pageNumber: 2, box: null }),
  ]);
  expect(compareFigures(record, truth).filter(isSilentlyWrong)).toEqual([]);
  const budget = record.budgets.find(({ version }) => version === "original");
  const changed = budget?.lines.find(({ label }) => label.value === "管理费及税费")?.amount;
  expect(changed?.fen).toBe(27_440_000);
  expect(changed?.readings).toContainEqual(
    expect.objectContaining({ reader: "text-layer", value: 24_740_000 }),
  );
});
