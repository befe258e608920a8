import { expect, test } from "vitest";
import { fixtureToTruth } from "../../fixtures/make/fixture-to-truth.ts";
import { randomOther } from "../../fixtures/make/random-other.ts";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { figureScoreOf } from "../bench/score-figures.ts";
import { printedToScan } from "../support/printed-to-scan.ts";

const SOURCE = { fileName: "other.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

// A few of what `npm run bench:figures -- --grammar other` tries.
test("agreements of the second grammar are read whole and right, and nothing is found wrong with them", () => {
  for (let seed = 500_000; seed < 500_060; seed += 1) {
    const agreement = randomOther(seed);
    const record = recognizedToRecord(printedToScan(agreement.printed), SOURCE);
    const truth = fixtureToTruth(agreement, { pageCount: 1, placed: [] });
    expect(figureScoreOf(agreement.name, record, truth).wrong).toEqual([]);
  }
});
