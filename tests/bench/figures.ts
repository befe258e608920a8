import { parseArgs } from "node:util";
import { fixtureToTruth } from "../../fixtures/make/fixture-to-truth.ts";
import type { RandomAgreement } from "../../fixtures/make/random-agreement.ts";
import { randomOf, readGrammar } from "../../fixtures/make/random-grammar.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { printedToScan } from "../support/printed-to-scan.ts";
import { readDrawn } from "./read-drawn.ts";
import { addScore, figureScoreOf, type Must, noScore, scoreToText, unmetMusts } from "./score-figures.ts";

// Figures of random agreements, as clean text and as scans: npm run bench:figures -- [--cases 400] [--seed 1] [--scans 0] [--list 20] [--grammar first|other|third]
// Every third agreement has one flaw planted. Fails below what issue 5 says must hold.

const SOURCE = { fileName: "random.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };
const CLEAN: Must = { found: 1, right: 1, versions: 1, instalments: 1, facts: 1, flaws: 1 };
const SCANNED: Must = { found: 0.99, right: 0.99, versions: 1, instalments: 0.99, facts: null, flaws: null };

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "400" },
    seed: { type: "string", default: "1" },
    scans: { type: "string", default: "0" },
    list: { type: "string", default: "20" },
    grammar: { type: "string", default: "first" },
  },
});
const [cases, firstSeed, scans, listed] = [values.cases, values.seed, values.scans, values.list].map(Number);

const grammar = readGrammar(values.grammar);
const agreements = Array.from({ length: cases }, (_, index) => {
  const seed = firstSeed + index;
  return randomOf(grammar, seed, { flaw: seed % 3 === 0 });
});
const clean = agreements.map((agreement): [RandomAgreement, AgreementRecord] => [
  agreement,
  recognizedToRecord(printedToScan(agreement.printed), SOURCE),
]);
let isMet = report("clean text", clean, CLEAN);
if (scans > 0) isMet = report("scans", await readDrawn(agreements.slice(0, scans)), SCANNED) && isMet;
if (!isMet) process.exitCode = 1;

function report(what: string, read: readonly [RandomAgreement, AgreementRecord][], must: Must): boolean {
  const scores = read.map(([agreement, record]) => {
    const truth = fixtureToTruth(agreement, { pageCount: 1, placed: [] });
    return figureScoreOf(agreement.name, record, truth);
  });
  const sum = scores.reduce(addScore, noScore());
  console.log(`${what}: ${read.length} agreements\n${scoreToText(sum)}`);
  for (const line of sum.wrong.slice(0, listed)) console.log(`  ${line}`);
  if (sum.wrong.length > listed) console.log(`  … and ${sum.wrong.length - listed} more (--list)`);
  const unmet = unmetMusts(sum, must);
  for (const line of unmet) console.log(`  below what must hold: ${line}`);
  return unmet.length === 0;
}
