import { type Decimal, multiply, ONE } from "../model/decimal.ts";

/** Digits that readers take for each other, either way. */
const CONFUSED = ["17", "14", "27", "38", "35", "58", "06", "08", "68", "56", "09", "89", "49"];

/** Whether a number is what readers make of another: one digit taken for its like, lost or doubled, or the point lost. */
export function looksMisread(seen: Decimal, printed: Decimal): boolean {
  if (seen.units <= 0n || printed.units <= 0n) return false;
  const scale = Math.max(seen.scale, printed.scale);
  const [own, other] = [seen, printed].map((value) => digitsAt(value, scale));
  if (own.length === other.length) return isConfused(own, other);
  if (other.length === own.length + 1) return isWithoutOne(other, own) || isShifted(own, other);
  return (own.length === other.length + 1 && isDoubled(own, other)) || isShifted(own, other);
}

const digitsAt = (value: Decimal, scale: number): string =>
  String(multiply(value, { ...ONE, units: 10n ** BigInt(scale - value.scale) }).units);

function isConfused(own: string, other: string): boolean {
  const differing = [...own].flatMap((digit, index) => (digit === other[index] ? [] : [index]));
  if (differing.length !== 1) return false;
  const pair = [own[differing[0]], other[differing[0]]].sort().join("");
  return CONFUSED.includes(pair);
}

/** The same digits but for the zeros at their end. */
const isShifted = (own: string, other: string): boolean =>
  own.replace(/0+$/, "") === other.replace(/0+$/, "");

const isWithoutOne = (longer: string, shorter: string): boolean =>
  [...longer].some((_, index) => without(longer, index) === shorter);

const isDoubled = (longer: string, shorter: string): boolean =>
  [...longer].some((digit, index) => digit === longer[index - 1] && without(longer, index) === shorter);

const without = (digits: string, index: number): string => digits.slice(0, index) + digits.slice(index + 1);
