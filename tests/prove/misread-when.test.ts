import { expect, test } from "vitest";
import { fixtureToTruth } from "../../fixtures/make/fixture-to-truth.ts";
import { openRandom } from "../../fixtures/make/random.ts";
import { type RandomAgreement, randomAgreement } from "../../fixtures/make/random-agreement.ts";
import { randomOther } from "../../fixtures/make/random-other.ts";
import { randomThird } from "../../fixtures/make/random-third.ts";
import type { Place } from "../../src/model/place.ts";
import type { RecognizedScan } from "../../src/model/recognized.ts";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { compareFigures } from "../support/compare-with-truth.ts";
import { type Manner, misreadAt } from "../support/misread.ts";
import { printedToScan } from "../support/printed-to-scan.ts";

const SOURCE = { fileName: "random.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };
const SEEDS = Array.from({ length: 8 }, (_, index) => 640_000 + index);
const GRAMMARS: [string, (seed: number) => RandomAgreement][] = [
  ["first", (seed) => randomAgreement(seed)],
  ["other", randomOther],
  ["third", randomThird],
];
/** Days, months and counts as they are printed. */
const WHEN =
  /\d{4}\s*[年.-]\s*\d{1,2}\s*(?:月|[.-])(?:\s*\d{1,2}日?)?|(?:共计?|为期|分)\s*\d{1,3}\s*(?:个月|次|期|笔)|\d{1,3}个月/g;

const manners: Manner[] = ["one", "apart", "alike, hardly", "alike, sure"];

test.each(manners)(
  "a day, month or count misread is never blamed on the paper: %s",
  (manner) => {
    for (const { what, record } of misread(manner)) {
      const blaming = record.findings.filter(({ cause }) => cause === "document");
      expect(
        blaming.map(({ ruleId, formula }) => `${ruleId} ${formula}`),
        what,
      ).toEqual([]);
    }
  },
  120_000,
);

test.each(manners.filter((manner) => manner !== "alike, sure"))(
  "a day, month or count misread is doubted, or the record says that something is amiss: %s",
  (manner) => {
    for (const { what, record, truth } of misread(manner)) {
      const wrong = compareFigures(record, truth)
        .filter(({ kind }) => kind === "day" || kind === "period")
        .filter(({ wanted, got, trust }) => wanted !== got && trust !== "doubtful");
      if (wrong.length > 0) expect(record.status, `${what}: ${JSON.stringify(wrong)}`).not.toBe("clean");
    }
  },
  120_000,
);

/** Consistent agreements, each misread in one day, month or count. */
function* misread(manner: Manner) {
  for (const [name, make] of GRAMMARS) {
    for (const seed of SEEDS) {
      const random = openRandom(`when/${manner}/${name}/${seed}`);
      const agreement = make(seed);
      const scan = printedToScan(agreement.printed);
      const places = placesIn(scan);
      if (places.length === 0) continue;
      const truth = fixtureToTruth(agreement, { pageCount: 1, placed: [] });
      const what = misreadAt(random, scan, random.pick(places), manner);
      if (what !== null)
        yield { what: `${name} ${seed}: ${what}`, record: recognizedToRecord(scan, SOURCE), truth };
    }
  }
}

const placesIn = ({ pages }: RecognizedScan): Place[] =>
  pages.flatMap(({ pageNumber, blocks }) =>
    blocks.flatMap((block) => {
      const lines = block.kind === "text" ? block.lines : block.cells.flatMap((cell) => cell.lines);
      return lines.flatMap(({ text, edgesPx, box }) =>
        [...text.matchAll(WHEN)].map(({ index, 0: said }): Place => {
          const [x0, x1] = [edgesPx[index], edgesPx[index + said.length]];
          return { pageNumber, box: [x0, box[1], x1, box[3]] };
        }),
      );
    }),
  );
