import { type Decimal, lastDigitOf, readDecimal, wholeToDecimal, ZERO } from "./decimal.ts";
import type { Operand, RivalValue } from "./relation.ts";
import type { Money, Percent, Quantity, Reading, Trust } from "./value.ts";

const YUAN_FEN = 100;
const NONE: readonly RivalValue[] = [];

/**
 * Money as arithmetic sees it, in yuan.
 * Money printed to the yuan or the fen is exact, for contracts state whole yuan and mean them;
 * money printed in 万元 or 亿元 with digits left out stands for the interval of its last digit.
 */
export function moneyToOperand(money: Money, name: string): Operand {
  return {
    source: money,
    name,
    raw: money.raw,
    kind: "money",
    value: fenToYuan(money.fen),
    lastDigit: fenToYuan(money.precisionFen),
    exact: money.precisionFen <= YUAN_FEN,
    trust: money.trust,
    confidence: money.confidence,
    evidence: money.evidence,
    rivals: rivalsOf(money, money.fen, (reading) => moneyRival(reading, money)),
  };
}

/** A 大写 amount, which is exact to the fen whatever stands beside it. */
export function capitalsToOperand(capitals: Money, name: string): Operand {
  return { ...moneyToOperand(capitals, name), exact: true };
}

/** A share, which stands for the interval of its last digit. */
export function percentToOperand(percent: Percent, name: string): Operand {
  const value = readDecimal(percent.percent);
  return {
    source: percent,
    name,
    raw: percent.raw,
    kind: "percent",
    value,
    lastDigit: lastDigitOf(value),
    exact: false,
    trust: percent.trust,
    confidence: percent.confidence,
    evidence: percent.evidence,
    rivals: rivalsOf(percent, percent.percent, decimalRival),
  };
}

export function quantityToOperand(quantity: Quantity, name: string): Operand {
  const value = readDecimal(quantity.value);
  return {
    source: quantity,
    name,
    raw: quantity.raw,
    kind: "number",
    value,
    lastDigit: lastDigitOf(value),
    exact: true,
    trust: quantity.trust,
    confidence: quantity.confidence,
    evidence: quantity.evidence,
    rivals: rivalsOf(quantity, quantity.value, decimalRival),
  };
}

/** A number no figure on the page stands for: 100 %, a full mark. */
export function constantToOperand(value: Decimal, name: string): Operand {
  return {
    source: {},
    name,
    raw: "",
    kind: "number",
    value,
    lastDigit: ZERO,
    exact: true,
    trust: "proven",
    confidence: 1,
    evidence: [],
    rivals: [],
  };
}

/** The precision a rival reading of money has: its own count of decimals in the winner's unit; in fen, at least 1. */
export function rivalPrecisionFen(rivalRaw: string, winnerRaw: string, precisionFen: number): number {
  const shift = decimalsIn(winnerRaw) - decimalsIn(rivalRaw);
  const precision = shift >= 0 ? precisionFen * 10 ** shift : precisionFen / 10 ** -shift;
  return Math.max(1, Math.round(precision));
}

const fenToYuan = (fen: number): Decimal => wholeToDecimal(fen, 2);

/** The other values that readers saw, each once; a value a person set has no rivals. */
function rivalsOf(
  figure: { trust: Trust; readings?: readonly Reading[] },
  own: string | number,
  toRival: (reading: Reading) => RivalValue | null,
): readonly RivalValue[] {
  const rivals = new Map<string | number, RivalValue>();
  if (figure.trust === "corrected" || !figure.readings) return NONE;
  for (const reading of figure.readings) {
    // The ink has no room for what a reading of no confidence saw.
    if (reading.confidence === 0) continue;
    if (reading.value === null || reading.value === own || rivals.has(reading.value)) continue;
    const rival = toRival(reading);
    if (rival) rivals.set(reading.value, rival);
  }
  return [...rivals.values()];
}

function moneyRival(reading: Reading, money: Money): RivalValue | null {
  if (typeof reading.value !== "number" || !Number.isSafeInteger(reading.value)) return null;
  const winner = money.readings?.find((each) => each.value === money.fen)?.raw ?? money.raw;
  const lastDigit = fenToYuan(rivalPrecisionFen(reading.raw, winner, money.precisionFen));
  return {
    value: fenToYuan(reading.value),
    lastDigit,
    raw: reading.raw,
    reader: reading.reader,
    confidence: reading.confidence,
    reading: reading.value,
  };
}

function decimalRival(reading: Reading): RivalValue | null {
  if (typeof reading.value !== "string" || !/^-?\d+(\.\d+)?$/.test(reading.value)) return null;
  const value = readDecimal(reading.value);
  return {
    value,
    lastDigit: lastDigitOf(value),
    raw: reading.raw,
    reader: reading.reader,
    confidence: reading.confidence,
    reading: reading.value,
  };
}

/** How many digits follow the point in a printed number. */
function decimalsIn(raw: string): number {
  return /\.(\d+)/.exec(raw.replace(/\s/g, ""))?.[1].length ?? 0;
}
