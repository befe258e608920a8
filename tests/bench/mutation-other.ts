import { fenToCapitals, fenToDigits, fenToWan } from "../../fixtures/make/money-words.ts";
import { openRandom } from "../../fixtures/make/random.ts";
import { misprint } from "../../fixtures/make/random-flaw.ts";
import { randomOther } from "../../fixtures/make/random-other.ts";
import type { TruthBudget, TruthSchedule } from "../../fixtures/make/truth.ts";
import type { RuleId } from "../../src/model/finding.ts";
import type { RecognizedLine, RecognizedScan } from "../../src/model/recognized.ts";
import { recognizedToRecord } from "../../src/pipeline.ts";
import { printedToScan } from "../support/printed-to-scan.ts";
import { textUnder } from "../support/text-under.ts";
import type { Tried } from "./mutation-cases.ts";
import { contradictsItself } from "./mutation-changes.ts";

const SOURCE = { fileName: "other.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

/** A consistent agreement of the second grammar must give no finding at all. */
export function tryOther(seed: number): Tried {
  const { findings } = recognizedToRecord(printedToScan(randomOther(seed).printed), SOURCE);
  return {
    count: 1,
    misses: findings.map(({ ruleId, formula }) => `other ${seed}: false alarm: ${ruleId} ${formula}`),
  };
}

/** One sum of such an agreement misprinted where it stands: a rule it takes part in must blame the paper at that place. */
export function tryOtherFlawed(seed: number): Tried {
  const random = openRandom(`other-flaw/${seed}`);
  const agreement = randomOther(seed);
  const scan = printedToScan(agreement.printed);
  for (const sum of random.shuffle([
    ...agreement.truth.budgets.flatMap(sumsOfBudget),
    ...agreement.truth.schedules.flatMap(sumsOfSchedule),
  ])) {
    const before = sum.fen;
    const after = misprint(random, before);
    const printed = findOnce(scan, before);
    sum.set(after);
    const isContradiction = contradictsItself(agreement.truth, "error");
    sum.set(before);
    if (!printed || after === before || !isContradiction) continue;
    const instead = printed.notation.write(after);
    printed.line.text = printed.line.text.replace(printed.notation.write(before), instead);
    fitEdges(printed.line);
    return {
      count: 1,
      misses: judge(scan, seed, sum, `${printed.notation.write(before)} → ${instead}`, instead),
    };
  }
  return { count: 0, misses: [] };
}

function judge(scan: RecognizedScan, seed: number, sum: Sum, change: string, instead: string): string[] {
  const { findings } = recognizedToRecord(scan, SOURCE);
  const told = findings.map(({ ruleId, cause, formula }) => `${ruleId} ${cause} ${formula}`).join("; ");
  const tell = (what: string): string[] => [
    `other ${seed}: ${what}: ${sum.name} ${change}: ${told || "nothing"}`,
  ];
  const own = findings.filter(({ ruleId }) => sum.rules.includes(ruleId));
  if (own.length === 0) return tell("not found");
  const here = own.filter(({ evidence }) =>
    evidence
      .map((place) => textUnder(scan, place))
      .join("")
      .includes(instead),
  );
  if (here.length === 0) return tell("found at another place");
  return here.some(({ cause }) => cause === "document" || cause === "unknown")
    ? []
    : tell("blamed on the reading");
}

interface Sum {
  name: string;
  fen: number;
  rules: readonly RuleId[];
  set(fen: number): void;
}

function sumsOfBudget(budget: TruthBudget): Sum[] {
  const ofTotal: RuleId[] = ["capitals-equal-digits", "total-equals-sum", "percent-of-total"];
  const ofLine: RuleId[] = [
    "total-equals-sum",
    "subtotal-equals-sum",
    "percent-of-total",
    "quantity-times-price",
  ];
  return [
    sumOf("total", budget, "total", [...ofTotal, "restated-total-agrees", "schedule-equals-total"]),
    ...budget.lines.flatMap((line) => [
      sumOf(line.label, line, "amount", [...ofLine, "column-sums-to-total"]),
      sumOf(`${line.label} price`, line, "unitPrice", ["quantity-times-price"]),
    ]),
  ].flat();
}

const sumsOfSchedule = ({ instalments }: TruthSchedule): Sum[] =>
  instalments.flatMap((one, index) =>
    sumOf(`instalment ${index + 1}`, one, "amount", ["schedule-equals-total", "instalment-percent-of-total"]),
  );

function sumOf<K extends string>(
  name: string,
  whole: { [key in K]: number | null },
  key: K,
  rules: readonly RuleId[],
): Sum[] {
  const fen = whole[key];
  const set = (value: number): void => {
    whole[key] = value;
  };
  return fen === null ? [] : [{ name, fen, rules, set }];
}

interface Notation {
  write(fen: number): string;
}

const NOTATIONS: readonly Notation[] = [
  { write: (fen) => fenToDigits(fen, { grouped: true, decimals: true }) },
  { write: (fen) => fenToDigits(fen, { grouped: true }) },
  { write: (fen) => fenToDigits(fen, { decimals: true }) },
  { write: (fen) => fenToDigits(fen) },
  { write: (fen) => fenToWan(fen) },
  { write: (fen) => fenToCapitals(fen) },
];

/** The line on which a sum is printed, and how; null where it stands nowhere whole, or more than once. */
function findOnce(scan: RecognizedScan, fen: number): { line: RecognizedLine; notation: Notation } | null {
  const lines = scan.pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === "text" ? block.lines : block.cells.flatMap((cell) => cell.lines),
    ),
  );
  const found = NOTATIONS.flatMap((notation) => {
    const digits = notation.write(fen);
    return lines.filter(({ text }) => standsIn(text, digits)).map((line) => ({ line, notation }));
  });
  const [first] = found;
  return first && found.every(({ line }) => line === first.line) ? first : null;
}

/** Whether digits stand in a text just once, and not as part of a longer number. */
function standsIn(text: string, digits: string): boolean {
  const at = text.indexOf(digits);
  if (at < 0 || text.indexOf(digits, at + 1) >= 0) return false;
  return !/[\d.,]/.test(text[at - 1] ?? "") && !/^(?:[\d.]|,\d)/.test(text.slice(at + digits.length));
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
