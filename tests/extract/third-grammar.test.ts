import { expect, test } from "vitest";
import { fixtureToTruth } from "../../fixtures/make/fixture-to-truth.ts";
import { randomThird } from "../../fixtures/make/random-third.ts";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { figureScoreOf } from "../bench/score-figures.ts";
import { printedToScan } from "../support/printed-to-scan.ts";

const SOURCE = { fileName: "third.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

// A few of what `npm run bench:figures -- --grammar third` tries.
test("agreements of the third grammar are read whole and right, and nothing is found wrong with them", () => {
  for (let seed = 600_000; seed < 600_060; seed += 1) {
    const agreement = randomThird(seed);
    const record = recognizedToRecord(printedToScan(agreement.printed), SOURCE);
    const truth = fixtureToTruth(agreement, { pageCount: 1, placed: [] });
    expect(figureScoreOf(agreement.name, record, truth).wrong).toEqual([]);
  }
});
