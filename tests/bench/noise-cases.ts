import { fixtureToTruth } from "../../fixtures/make/fixture-to-truth.ts";
import { openRandom, type Random } from "../../fixtures/make/random.ts";
import { type RandomAgreement, randomAgreement } from "../../fixtures/make/random-agreement.ts";
import { GRAMMARS, type Grammar, randomOf } from "../../fixtures/make/random-grammar.ts";
import type { Place } from "../../src/model/place.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { type ComparedFigure, compareFigures, isSilentlyWrong } from "../support/compare-with-truth.ts";
import { ANYTHING, MARKS, swapCharacters, WORDS } from "../support/lookalikes.ts";
import { loseLine, type Manner, misreadAt, swapLines } from "../support/misread.ts";
import { printedToScan } from "../support/printed-to-scan.ts";

/** What went wrong in one misread agreement; every list tells each case in a line. */
export interface Noisy {
  way: Way;
  what: string;
  /** Wrong figures that the record calls proven. */
  proven: string[];
  /** Wrong figures called agreed, nothing contradicting them: the record says clean. */
  silent: string[];
  /** Wrong figures called agreed in a record that is flagged or incomplete. */
  agreed: string[];
  /** Findings that accuse the paper, which is right. */
  accused: string[];
  /** A flaw on paper that is no longer found. */
  repaired: string[];
}

export const WAYS = [
  "alike, sure",
  "alike, hardly",
  "one",
  "apart",
  "lost",
  "swapped",
  "marks",
  "words",
  "anything",
] as const;
export type Way = (typeof WAYS)[number];
/** What is misread is no figure: punctuation, or characters that say what figures are. */
type Sign = "marks" | "words" | "anything";
const ALIKE = { marks: MARKS, words: WORDS, anything: ANYTHING } satisfies Record<Sign, unknown>;
const SIGNS_MISREAD = 2;

const SOURCE = { fileName: "random.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

/** What becomes of a seed's agreement misread in a way; where signs are misread, of one of every grammar. */
export function tryNoisy(seed: number, way: Way): Noisy[] {
  if (way === "marks" || way === "words" || way === "anything")
    return GRAMMARS.map((grammar) => trySigns(seed, way, grammar));
  return tryFigures(seed, way) ?? [];
}

/** A consistent agreement in which two signs are seen as others, by all readers and surely. */
function trySigns(seed: number, way: Sign, grammar: Grammar): Noisy {
  const agreement = randomOf(grammar, seed, { flaw: false });
  const scan = printedToScan(agreement.printed);
  const what = swapCharacters(openRandom(`${way}/${grammar}/${seed}`), scan, ALIKE[way], SIGNS_MISREAD);
  const record = recognizedToRecord(scan, SOURCE);
  return { way, what: `${grammar} ${what.join("; ")}`, ...judge(way, agreement, NO_FINDINGS, record) };
}

const NO_FINDINGS = { findings: [] };

/** An agreement misread in one to three places; every other one has a flaw on paper, which is read well. */
function tryFigures(seed: number, way: Exclude<Way, Sign>): Noisy[] | null {
  const random = openRandom(`noise/${way}/${seed}`);
  const agreement = randomAgreement(seed, { flaw: random.chance(0.5) });
  const scan = printedToScan(agreement.printed);
  const clean = recognizedToRecord(scan, SOURCE);
  const flawed = placesOfFlaw(clean, agreement);
  const places = random
    .shuffle(placesOf(clean))
    .filter((place) => !flawed.some((other) => overlap(place, other)));
  const done = places
    .slice(0, random.pick([1, 1, 1, 2, 3]))
    .map((place) => misread(random, scan, place, way))
    .filter((what) => what !== null);
  if (done.length === 0) return null;
  const record = recognizedToRecord(scan, SOURCE);
  return [{ way, what: done.join("; "), ...judge(way, agreement, clean, record) }];
}

function misread(
  random: Random,
  scan: ReturnType<typeof printedToScan>,
  place: Place,
  way: Exclude<Way, Sign>,
): string | null {
  if (way === "lost") return loseLine(random, scan, place);
  return way === "swapped" ? swapLines(scan, place) : misreadAt(random, scan, place, way satisfies Manner);
}

function judge(
  way: Way,
  agreement: RandomAgreement,
  clean: Pick<AgreementRecord, "findings">,
  record: AgreementRecord,
) {
  const truth = fixtureToTruth(agreement, { pageCount: 1, placed: [] });
  const compared = compareFigures(record, truth);
  const printed = new Set(compared.map(({ kind, wanted }) => `${kind} ${Number(wanted)}`));
  // Where a line is gone or out of order, figures pair with others' truth: wrong is what the paper nowhere says.
  const isMoved = way === "lost" || way === "swapped";
  const wrong = compared
    .filter(isSilentlyWrong)
    .filter((each) => !isLabelMisread(each))
    .filter(({ wanted, got }) => wanted === null || Number(wanted) !== Number(got))
    .filter(({ kind, got }) => !isMoved || !printed.has(`${kind} ${Number(got)}`));
  const tell = ({ name, wanted, got, trust }: (typeof wrong)[number]): string =>
    `${name} is ${wanted}, read ${got} (${trust})`;
  const proven = wrong.filter(({ trust }) => trust === "proven").map(tell);
  const agreed = wrong.filter(({ trust }) => trust !== "proven").map(tell);
  const isSilent = record.status === "clean";
  const onPaper = new Set(clean.findings.map(({ ruleId, version }) => `${ruleId} ${version}`));
  const { finding } = agreement.flaw ?? { finding: null };
  const accused = record.findings
    .filter(({ cause, ruleId, version }) => cause === "document" && !onPaper.has(`${ruleId} ${version}`))
    .map(({ ruleId, version, subject, formula }) => `${ruleId} ${version} ${subject}: ${formula}`);
  const isFound = finding === null || record.status !== "clean";
  return {
    proven,
    silent: isSilent ? agreed : [],
    agreed: isSilent ? [] : agreed,
    accused,
    repaired: isFound ? [] : [`${finding.ruleId} ${finding.version} ${finding.subject}`],
  };
}

/** A line's whole by another character in its name is that line all the same. */
function isLabelMisread({ name, wanted, got }: ComparedFigure): boolean {
  if (!name.endsWith(" parent") || !wanted || wanted.length !== got?.length) return false;
  return [...wanted].filter((sign, at) => sign !== got[at]).length === 1;
}

const overlap = (a: Place, b: Place): boolean =>
  a.pageNumber === b.pageNumber &&
  a.box[0] < b.box[2] &&
  a.box[2] > b.box[0] &&
  a.box[1] < b.box[3] &&
  a.box[3] > b.box[1];

/** Where the figure that is wrong on paper stands, as far as the record's finding tells. */
function placesOfFlaw(record: AgreementRecord, { flaw }: RandomAgreement): Place[] {
  if (!flaw) return [];
  const { figure } = flaw;
  return figuresOf(record)
    .filter((each) =>
      "fen" in figure
        ? "fen" in each && each.fen === figure.fen
        : ("percent" in each && each.percent === figure.digits) ||
          ("value" in each && each.value === figure.digits),
    )
    .flatMap(({ evidence }) => evidence);
}

/** Where the record's figures stand. */
const placesOf = (record: AgreementRecord): Place[] =>
  figuresOf(record).flatMap(({ evidence }) => evidence.slice(0, 1));

function figuresOf({ budgets, schedules }: AgreementRecord) {
  return [
    ...budgets.flatMap(({ total, totalInCapitals, restatements, lines }) => [
      total,
      totalInCapitals,
      ...restatements,
      ...lines.flatMap((line) => [line.amount, line.percent, line.quantity, line.unitPrice]),
    ]),
    ...schedules.flatMap(({ total, instalments }) => [
      total,
      ...instalments.flatMap(({ amount, percent }) => [amount, percent]),
    ]),
  ].filter((figure) => figure !== null);
}
