import { fenToCapitals, fenToDigits, fenToWan } from "../../fixtures/make/money-words.ts";
import { openRandom, type Random } from "../../fixtures/make/random.ts";
import { randomAgreement } from "../../fixtures/make/random-agreement.ts";
import type { Draft, Figure, Flaw } from "../../fixtures/make/random-flaw.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Place } from "../../src/model/place.ts";
import type { RecognizedScan } from "../../src/model/recognized.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { asStated } from "../support/as-stated.ts";
import { printedToScan } from "../support/printed-to-scan.ts";
import { textUnder } from "../support/text-under.ts";
import { changesOf, contradictsItself } from "./mutation-changes.ts";

/** How many things were tried, and each that wasn't judged as it must be, in a line. */
export interface Tried {
  count: number;
  misses: string[];
  /** Of what was read, how many flaws another figure's misreading would explain as well, so that nobody is blamed. */
  unsure?: number;
}

const SOURCE = { fileName: "random.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

/** A consistent agreement must give no finding at all. */
export function tryConsistent(seed: number): Tried {
  const { findings } = read(printedToScan(randomAgreement(seed).printed));
  return { count: 1, misses: findings.map((finding) => `seed ${seed}: false alarm: ${tell(finding)}`) };
}

/** A planted flaw must be found by its rule, as the paper's, on its subject, at its place; and nothing but what follows. */
export function tryFlawed(seed: number): Tried {
  const { scan, flaw } = makeFlawed(seed);
  const stated = asStated(scan);
  const misses = judgeFlaw(read(stated).findings, stated, flaw, ["document"]);
  return { count: 1, misses: misses.map((miss) => `seed ${seed}: ${miss}`) };
}

/** The same as readers saw it, who may have erred alike: then it need not be blamed on the paper, but never on them. */
export function tryFlawedRead(seed: number): Tried {
  const { scan, flaw } = makeFlawed(seed);
  const causes = ["document", "unknown"];
  const { findings } = read(scan);
  const isUnsure = judgeFlaw(findings, scan, flaw, ["document"]).length > 0 && !mayBeMisread(flaw);
  const misses = judgeFlaw(findings, scan, flaw, causes).map((miss) => `seed ${seed} as read: ${miss}`);
  return { count: 1, misses, unsure: Number(isUnsure && misses.length === 0) };
}

function makeFlawed(seed: number): { scan: RecognizedScan; flaw: Flaw } {
  const { printed, flaw } = randomAgreement(seed, { flaw: true });
  if (!flaw) throw new Error(`seed ${seed} has no flaw`);
  return { scan: printedToScan(printed), flaw };
}

function judgeFlaw(
  findings: readonly Finding[],
  scan: RecognizedScan,
  flaw: Flaw,
  causes: readonly string[],
): string[] {
  const { ruleId, version, subject, severity } = flaw.finding;
  const wanted = `${severity} ${causes.join(" or ")} ${ruleId} ${version} ${subject}`;
  const found = findings.filter((finding) => finding.ruleId === ruleId && finding.version === version);
  const own = found.find((finding) => finding.subject === subject);
  const allowed = new Set([flaw.finding, ...flaw.mayFollow].map((each) => `${each.ruleId} ${each.version}`));
  const others = findings.filter((finding) => !allowed.has(`${finding.ruleId} ${finding.version}`));
  const misses = others.map((finding) => `false alarm beside ${wanted}: ${tell(finding)}`);
  if (!own) misses.push(`not found: ${wanted}`);
  else if (own.severity !== severity || !causes.includes(own.cause))
    misses.push(`found as ${own.severity} ${own.cause}: ${wanted}`);
  else if (!isPrintedAt(scan, own.evidence, flaw.figure))
    misses.push(`found at another place: ${wanted} ${JSON.stringify(flaw.figure)}`);
  return misses;
}

/** Every figure that takes part in arithmetic, with one digit changed on paper, must turn a rule red. */
export function tryChanges(seed: number): Tried {
  const random = openRandom(`changes/${seed}`);
  const misses: string[] = [];
  let count = 0;
  for (let index = 0; ; index += 1) {
    const made = makeChange(seed, index, (printed) => otherDigit(random, printed));
    if (!made) break;
    if (!made.isContradiction) continue;
    count += 1;
    if (read(made.scan).findings.length === 0)
      misses.push(`seed ${seed}: no rule sees ${made.name} changed to ${made.changed}`);
  }
  return { count, misses };
}

/** Every digit in a paragraph without figures (codes, telephones, deposits, other clauses) may change and turn no rule red. */
export function tryOtherDigits(seed: number): Tried {
  const random = openRandom(`digits/${seed}`);
  const scan = printedToScan(randomAgreement(seed).printed);
  const taken = placesOf(read(scan));
  const misses: string[] = [];
  let count = 0;
  for (const { pageNumber, line } of freeLines(scan, taken)) {
    const before = line.text;
    const digits = [...before].flatMap((char, index) => (/[0-9]/.test(char) ? [index] : []));
    if (digits.length === 0) continue;
    const at = random.pick(digits);
    line.text = before.slice(0, at) + otherDigit(random, before[at]) + before.slice(at + 1);
    count += 1;
    for (const finding of read(scan).findings)
      misses.push(`seed ${seed}: page ${pageNumber} ${before} → ${line.text}: ${tell(finding)}`);
    line.text = before;
  }
  return { count, misses };
}

/**
 * A slip of one digit is just what readers make, and so is a difference that one digit of another figure makes up for:
 * then neither paper nor reading need be blamed for certain.
 */
function mayBeMisread({ figure, instead, finding }: Flaw): boolean {
  // Of a count of months or of a day's digits hardly one is safe.
  if (finding.ruleId === "term-months-agree") return true;
  const [is, should] = [figure, instead].map((each) => ("fen" in each ? String(each.fen) : each.digits));
  const differing = [...is].filter((digit, index) => digit !== should[index]).length;
  const difference = Math.abs(Number(is) - Number(should));
  return is.length !== should.length || differing === 1 || /^[1-9]0*$/.test(String(difference));
}

const read = (scan: RecognizedScan): AgreementRecord => recognizedToRecord(scan, SOURCE);

const tell = ({ ruleId, version, subject, formula }: Finding): string =>
  `${ruleId} ${version} ${subject}: ${formula}`;

/** Whether a figure stands at these places, the parts of one that breaks over lines behind each other. */
function isPrintedAt(scan: RecognizedScan, places: readonly Place[], figure: Figure): boolean {
  const text = places
    .map((place) => textUnder(scan, place))
    .join("")
    .replace(/[,，\s整正]/g, "")
    .replaceAll("圆", "元");
  const notations =
    "fen" in figure
      ? [
          fenToDigits(figure.fen),
          fenToDigits(figure.fen, { decimals: true }),
          fenToWan(figure.fen),
          fenToCapitals(figure.fen).replace(/整$/, ""),
        ]
      : [figure.digits, inWords(figure.digits)];
  return notations.some((notation) => text.includes(notation));
}

const NUMERALS = "〇一二三四五六七八九";
/** A year as 二〇二五, a share as 三十五. */
function inWords(digits: string): string {
  const each = [...digits].map((digit) => NUMERALS[Number(digit)]);
  if (digits.length !== 2) return each.join("");
  return `${digits[0] === "1" ? "" : each[0]}十${digits[1] === "0" ? "" : each[1]}`;
}

/** The nth figure of an agreement changed before it is printed; null where there are no more. */
function makeChange(seed: number, index: number, other: (printed: string) => string) {
  let name: string | null = null;
  let changed = "";
  let isContradiction = false;
  const { printed } = randomAgreement(seed, {
    change(draft: Draft) {
      const noted = (before: string): string => {
        changed = other(before);
        return changed;
      };
      const change = changesOf(draft, noted)[index];
      if (!change) return;
      change.make();
      name = change.name;
      isContradiction = change.name === "months" || contradictsItself(draft);
    },
  });
  return name === null ? null : { name, changed, isContradiction, scan: printedToScan(printed) };
}

/** One digit of a number another, the first never 0. */
function otherDigit(random: Random, printed: string): string {
  const places = [...printed].flatMap((char, index) => (/[0-9]/.test(char) ? [index] : []));
  const at = random.pick(places);
  const digits = [..."0123456789"].filter((digit) => digit !== printed[at] && !(at === 0 && digit === "0"));
  return printed.slice(0, at) + random.pick(digits) + printed.slice(at + 1);
}

const LIST_NUMBER = /^(?:第?[一二三四五六七八九\d]+[条、.]|（)/;
/** The day of signing stands under both parties; either may be the one that is judged. */
const YEAR = /[12]\d{3}[年.-]/;

/** Lines of paragraphs in which no figure of the record stands, without headings and list numbers. */
function freeLines(scan: RecognizedScan, taken: readonly Place[]) {
  const lines = scan.pages.flatMap(({ pageNumber, blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === "table") return [];
      const [x0, y0, x1, y1] = block.box;
      const hasFigure = taken.some(
        ({ box, ...at }) =>
          at.pageNumber === pageNumber && box[0] < x1 && box[2] > x0 && box[1] < y1 && box[3] > y0,
      );
      return hasFigure ? [] : block.lines.map((line) => ({ pageNumber, line }));
    }),
  );
  return lines.filter(({ line: { text } }) => !LIST_NUMBER.test(text) && !YEAR.test(text));
}

/** Where the record's figures and days stand. */
function placesOf({ agreement, budgets, schedules }: AgreementRecord): Place[] {
  const { term, signedOn } = agreement;
  const figures = [
    term?.from,
    term?.to,
    signedOn,
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
  ];
  return figures.flatMap((figure) => figure?.evidence ?? []);
}
