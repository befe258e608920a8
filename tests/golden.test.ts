import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { languageOf } from "../fixtures/make/language-of.ts";
import type { Truth } from "../fixtures/make/truth.ts";
import { AgreementRecord } from "../src/model/record.ts";
import { openReaders, recognizeFile } from "../src/pipeline.ts";
import { recognizedToRecord } from "../src/recognized-to-record.ts";
import { compareFigures, isSilentlyWrong } from "./support/compare-with-truth.ts";

// What the readers saw of each fixture was recorded once (npm run fixtures:record) and is replayed here;
// UPDATE_FIXTURES=1 records it anew for the scans that were redrawn.

const root = new URL("../fixtures/", import.meta.url);
const cases = readdirSync(root).filter((name) => existsSync(new URL(`${name}/scan.pdf`, root)));
/** Figures that a fixture is allowed to leave unread, and why; any other fixture is right in every figure. */
const MAY_BE_MISSING: Record<string, number> = {
  // Two-colour fax: 仟 of the 大写 is not made out, and is told as a problem.
  "service-contract": 1,
};
/** The share of standards that must be read without a wrong character. */
const LEAST_READ_RIGHT = 0.9;
const isUpdating = process.env["UPDATE_FIXTURES"] === "1";

test("nothing is being rewritten", () => {
  expect(isUpdating, "UPDATE_FIXTURES=1 is for rewriting what readers saw, not for testing").toBe(false);
});

test("all seven kinds of agreement are here", () => {
  expect(cases).toEqual([
    "bad-layer",
    "born-digital",
    "service-contract",
    "supplement",
    "supplement-flawed",
    "traditional",
    "unit-prices",
  ]);
});

describe.each(cases)("%s", async (name) => {
  const scan = new URL(`${name}/scan.pdf`, root);
  const truth: Truth = JSON.parse(readFileSync(new URL(`${name}/expected.json`, root), "utf8"));
  const { scanSha256, source, recognized } = await replay(name, scan);
  const record = recognizedToRecord(recognized, source);

  test("what was recorded is of this scan", () => {
    expect(scanSha256, "stale: run UPDATE_FIXTURES=1 npm test, and look at what changed").toBe(
      sha256Of(scan),
    );
  });

  test("the record is what the schema says", () => {
    expect(AgreementRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(
      JSON.parse(JSON.stringify(record)),
    );
  });

  test("no figure is wrong in silence", () => {
    expect(compareFigures(record, truth).filter(isSilentlyWrong)).toEqual([]);
  });

  test("figures are right, or none is given", () => {
    const figures = compareFigures(record, truth);
    const wrong = figures.filter(({ wanted, got }) => wanted !== got);
    expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(MAY_BE_MISSING[name] ?? 0);
  });

  test("what is flawed is found, and nothing else", () => {
    const said = record.findings.map(({ ruleId, severity, cause, version, subject }) => ({
      ruleId,
      severity,
      cause,
      version,
      subject,
    }));
    for (const finding of truth.findings) expect(said).toContainEqual(finding);
    const allowed = [...truth.findings, ...truth.mayFollow].map(
      ({ ruleId, version }) => `${ruleId} ${version}`,
    );
    for (const { ruleId, version } of said) expect(allowed).toContain(`${ruleId} ${version}`);
  });

  test("the table of indicators has every row", () => {
    expect(record.indicators).toHaveLength(truth.indicators.length);
  });

  test("targets are right wherever their words were read right", () => {
    const wanted = truth.indicators.map(({ standard, targets }) => ({ standard: bare(standard), targets }));
    const got = record.indicators.map(({ standard, targets }) => ({
      standard: bare(standard.value),
      targets: targets.map(({ raw: _, ...target }) => target),
    }));
    const readRight = wanted.filter(({ standard }, row) => got[row]?.standard === standard);
    expect(readRight.length).toBeGreaterThanOrEqual(Math.floor(LEAST_READ_RIGHT * wanted.length));
    const rows = got.filter(({ standard }, row) => wanted[row]?.standard === standard);
    expect(rows).toEqual(readRight);
  });
});

const bare = (text: string): string => text.replace(/\s/g, "");

function sha256Of(file: URL): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

async function replay(name: string, scan: URL) {
  const file = new URL(`${name}/recognized.json`, root);
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
  if (!isUpdating || kept?.scanSha256 === sha256Of(scan)) return kept;
  const readers = await openReaders({ lang: languageOf(name), jobs: 2 });
  try {
    const { recognized, source } = await recognizeFile(scan.pathname, readers);
    const anew = { scanSha256: sha256Of(scan), source, recognized };
    writeFileSync(file, JSON.stringify(anew));
    return anew;
  } finally {
    await readers.close();
  }
}
