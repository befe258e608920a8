import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { FixtureCase } from "../../fixtures/make/cases/case.ts";
import type { Truth } from "../../fixtures/make/truth.ts";
import { extractContents } from "../../src/extract/index.ts";
import { normalizeScan } from "../../src/normalize/index.ts";
import { compareFigures } from "../support/compare-with-truth.ts";
import { printedToScan } from "../support/printed-to-scan.ts";

// Every fixture's print, read without an error: all its figures are found, and none besides.

const root = new URL("../../fixtures/", import.meta.url);
const names = readdirSync(new URL("make/cases/", root)).filter((file) =>
  /^(?!case|figures|supplement-services)/.test(file),
);

describe.each(names)("%s", async (file) => {
  const made: Record<string, unknown> = await import(new URL(`make/cases/${file}`, root).href);
  const fixture = Object.values(made).find((each) => isFixture(each));

  test("budgets are the truth", () => {
    if (!fixture) throw new Error(`${file} makes no fixture`);
    const truth: Truth = JSON.parse(readFileSync(new URL(`${fixture.name}/expected.json`, root), "utf8"));
    const { agreement, budgets, schedules } = extractContents(normalizeScan(printedToScan(fixture.printed)));
    const figures = compareFigures({ agreement, budgets, schedules }, truth);
    expect(figures.filter(({ name, wanted, got }) => /budget/.test(name) && wanted !== got)).toEqual([]);
  });
});

function isFixture(made: unknown): made is FixtureCase {
  return typeof made === "object" && made !== null && "printed" in made && "truth" in made;
}
