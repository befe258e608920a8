import { fenToCapitals, fenToDigits, fenToWan } from "../../fixtures/make/money-words.ts";
import { openRandom, type Random } from "../../fixtures/make/random.ts";
import type { RandomAgreement } from "../../fixtures/make/random-agreement.ts";
import { countToChinese } from "../../fixtures/make/random-agreement-parts.ts";
import { misprint } from "../../fixtures/make/random-flaw.ts";
import { randomOther } from "../../fixtures/make/random-other.ts";
import { NOISE } from "../../fixtures/make/random-other-words.ts";
import { randomThird } from "../../fixtures/make/random-third.ts";
import { ASIDES } from "../../fixtures/make/random-third-words.ts";
import type { TruthBudget, TruthSchedule } from "../../fixtures/make/truth.ts";
import type { RuleId } from "../../src/model/finding.ts";
import type { RecognizedLine, RecognizedScan } from "../../src/model/recognized.ts";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { asStated } from "../support/as-stated.ts";
import { printedToScan } from "../support/printed-to-scan.ts";
import { textUnder } from "../support/text-under.ts";
import type { Tried } from "./mutation-cases.ts";
import { contradictsItself } from "./mutation-changes.ts";

const SOURCE = { fileName: "other.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

/** A grammar that plants no flaws of its own: they are printed into what it made. */
export interface OtherGrammar {
  name: string;
  make(seed: number): RandomAgreement;
}

export const SECOND: OtherGrammar = { name: "other", make: randomOther };
export const THIRD: OtherGrammar = { name: "third", make: randomThird };

/** A consistent agreement of such a grammar must give no finding at all. */
export function tryOther({ name, make }: OtherGrammar, seed: number): Tried {
  const { findings } = recognizedToRecord(printedToScan(make(seed).printed), SOURCE);
  return {
    count: 1,
    misses: findings.map(({ ruleId, formula }) => `${name} ${seed}: false alarm: ${ruleId} ${formula}`),
  };
}

/**
 * One figure of such an agreement misprinted where it stands: a rule it takes part in must tell so at that place,
 * and blame the paper where that states its text itself; where it was read, never the reading.
 */
export function tryOtherFlawed({ name, make }: OtherGrammar, seed: number): Tried {
  const random = openRandom(`${name}-flaw/${seed}`);
  const agreement = make(seed);
  const scan = printedToScan(agreement.printed);
  const spots = [
    ...agreement.truth.budgets.flatMap(spotsOfBudget),
    ...agreement.truth.schedules.flatMap((schedule) => spotsOfSchedule(schedule, scan)),
  ];
  for (const spot of random.shuffle(spots)) {
    const before = spot.get();
    // Of two figures alike one may be printed in other words: then it isn't known which one is changed.
    if (!spot.isTold || spots.some((other) => other !== spot && other.get() === before)) continue;
    const after = spot.misprint(random);
    const printed = findOnce(scan, spot.notations, before);
    spot.set(after);
    const isContradiction = contradictsItself(agreement.truth, "error");
    spot.set(before);
    if (!printed || after === before || !isContradiction) continue;
    const instead = printed.notation(after);
    const was = printed.notation(before);
    printed.line.text = printed.line.text.replace(was, instead);
    fitEdges(printed.line);
    const change = `${name} ${seed}: ${spot.name} ${was} → ${instead}`;
    const misses = [...judge(asStated(scan), spot, instead, "stated"), ...judge(scan, spot, instead, "read")];
    return { count: 1, misses: misses.map((what) => `${change}: ${what}`) };
  }
  return { count: 0, misses: [] };
}

function judge(scan: RecognizedScan, { rules }: Spot, instead: string, how: "stated" | "read"): string[] {
  const { findings } = recognizedToRecord(scan, SOURCE);
  const told = findings.map(({ ruleId, cause, formula }) => `${ruleId} ${cause} ${formula}`).join("; ");
  const own = findings.filter(({ ruleId }) => rules.includes(ruleId));
  if (own.length === 0) return [`not found: ${told || "nothing"}`];
  const here = own.filter(({ evidence }) =>
    evidence
      .map((place) => textUnder(scan, place))
      .join("")
      .includes(instead),
  );
  if (here.length === 0) return [`found at another place: ${told}`];
  const isRight = here.some(({ cause }) => cause === "document" || (how === "read" && cause === "unknown"));
  return isRight ? [] : [`not blamed on the paper (${how}): ${told}`];
}

/** A figure of the truth, sums as fen in decimal digits, and the rules that must tell when it is wrong. */
interface Spot {
  name: string;
  rules: readonly RuleId[];
  /** Whether what is printed beside it contradicts another value. */
  isTold: boolean;
  notations: readonly Notation[];
  get(): string;
  set(printed: string): void;
  misprint(random: Random): string;
}

function spotsOfBudget(budget: TruthBudget): Spot[] {
  const ofTotal: RuleId[] = ["capitals-equal-digits", "total-equals-sum", "percent-of-total"];
  const ofLine: RuleId[] = [
    "total-equals-sum",
    "subtotal-equals-sum",
    "percent-of-total",
    "quantity-times-price",
    "column-sums-to-total",
  ];
  return [
    ...sumSpot("total", budget, "total", [...ofTotal, ...ELSEWHERE]),
    ...budget.lines.flatMap((line) => [
      ...sumSpot(line.label, line, "amount", ofLine),
      ...sumSpot(`${line.label} price`, line, "unitPrice", ["quantity-times-price"]),
      ...digitsSpot(`${line.label} quantity`, line, "quantity", ["quantity-times-price"]),
      ...digitsSpot(`${line.label} share`, line, "percent", [
        "percent-of-total",
        "percents-sum-to-100",
        "column-sums-to-total",
      ]),
    ]),
  ];
}

const ELSEWHERE: readonly RuleId[] = [
  "restated-total-agrees",
  "schedule-equals-total",
  "column-sums-to-total",
];

/** Where a share is left to be reckoned (余款), or told otherwise (付至97%), the others contradict nothing. */
function spotsOfSchedule({ instalments }: TruthSchedule, scan: RecognizedScan): Spot[] {
  const isTold = instalments.every(
    ({ amount, percent }) => amount !== null || (percent !== null && findOnce(scan, SHARES, percent)),
  );
  const rules: RuleId[] = ["schedule-equals-total", "instalment-percent-of-total"];
  return instalments.flatMap((one, index) => [
    ...sumSpot(`instalment ${index + 1}`, one, "amount", rules),
    ...digitsSpot(`instalment ${index + 1} share`, one, "percent", rules, isTold),
  ]);
}

function sumSpot<K extends string>(
  name: string,
  whole: { [key in K]: number | null },
  key: K,
  rules: readonly RuleId[],
): Spot[] {
  const fen = whole[key];
  if (fen === null) return [];
  const sign = Math.sign(fen);
  return [
    {
      name,
      rules,
      isTold: true,
      notations: SUMS,
      get: () => String(whole[key]),
      set(printed) {
        whole[key] = Number(printed);
      },
      misprint: (random) => String(sign * misprint(random, Math.abs(fen))),
    },
  ];
}

function digitsSpot<K extends string>(
  name: string,
  whole: { [key in K]: string | null },
  key: K,
  rules: readonly RuleId[],
  isTold = true,
): Spot[] {
  const digits = whole[key];
  if (digits === null) return [];
  return [
    {
      name,
      rules,
      isTold,
      notations: key === "percent" ? SHARES : COUNTS,
      get: () => digits,
      set(printed) {
        whole[key] = printed;
      },
      misprint: (random) => misprintDigits(random, digits),
    },
  ];
}

/** The digits as a typist gets them wrong, the point left where it stands. */
function misprintDigits(random: Random, digits: string): string {
  const [whole, decimals = ""] = digits.split(".");
  const wrong = String(misprint(random, Number(whole + decimals) * 100) / 100).padStart(
    decimals.length + 1,
    "0",
  );
  return decimals === "" ? wrong : `${wrong.slice(0, -decimals.length)}.${wrong.slice(-decimals.length)}`;
}

/** How a figure may be printed; signs and brackets of what is taken off stay where they are. */
type Notation = (printed: string) => string;

const ofFen =
  (write: (fen: number) => string): Notation =>
  (fen) =>
    write(Math.abs(Number(fen)));

/** A whole share in words (百分之六十), any other one in digits. */
const shareInWords: Notation = (percent) =>
  /^[1-9]\d?$/.test(percent) ? `百分之${countToChinese(Number(percent))}` : `${percent}%`;

const SHARES: readonly Notation[] = [(percent) => `${percent}%`, (percent) => `${percent}％`, shareInWords];
const COUNTS: readonly Notation[] = [(count) => count];
const SUMS: readonly Notation[] = [
  ofFen((fen) => fenToDigits(fen, { grouped: true, decimals: true })),
  ofFen((fen) => fenToDigits(fen, { grouped: true })),
  ofFen((fen) => fenToDigits(fen, { decimals: true })),
  ofFen((fen) => fenToDigits(fen)),
  ofFen((fen) => fenToWan(fen)),
  ofFen((fen) => fenToCapitals(fen)),
];

/** The line on which a figure is printed, and how; null where it stands nowhere whole, or more than once. */
function findOnce(
  scan: RecognizedScan,
  notations: readonly Notation[],
  figure: string,
): { line: RecognizedLine; notation: Notation } | null {
  const lines = scan.pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === "table") return block.cells.flatMap((cell) => cell.lines);
      const isAside = ASIDE.has(block.lines.map(({ text }) => text).join(""));
      return isAside ? [] : block.lines;
    }),
  );
  const found = notations.flatMap((notation) =>
    lines.filter(({ text }) => standsIn(text, notation(figure))).map((line) => ({ line, notation })),
  );
  const [first] = found;
  return first && found.every(({ line }) => line === first.line) ? first : null;
}

/** Clauses that have figures of their own, which no rule concerns. */
const ASIDE: ReadonlySet<string> = new Set([...NOISE, ...ASIDES]);

const CAPITAL = /^[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]/;

/** Whether a number stands in a text just once, and not as part of a longer one. */
function standsIn(text: string, number: string): boolean {
  const at = text.indexOf(number);
  if (at < 0 || text.indexOf(number, at + 1) >= 0) return false;
  // 合计28690 | 0元: at a line's end a number may go on in the next one.
  if (at > 0 && at + number.length === text.length && /\d$/.test(number)) return false;
  const goesOn = number.startsWith("百分之") ? /^[零一二三四五六七八九十点]/ : /^(?:[\d.]|,\d)/;
  // 柒万肆仟玖佰元整 ends 贰拾柒万肆仟玖佰元整, which is another sum.
  const goesBefore = CAPITAL.test(number) ? CAPITAL : /[\d.,]/;
  return !goesBefore.test(text[at - 1] ?? "") && !goesOn.test(text.slice(at + number.length));
}

/** One edge a character, and one confidence, should the misprint be longer or shorter. */
function fitEdges(line: RecognizedLine): void {
  while (line.confidences.length < line.text.length) {
    line.confidences.push(95);
    line.edgesPx.push((line.edgesPx.at(-1) ?? 0) + 1);
  }
  line.confidences.length = line.text.length;
  line.edgesPx.length = line.text.length + 1;
}
