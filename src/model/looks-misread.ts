import { type Decimal, multiply, ONE } from "./decimal.ts";

/** Whether a number is what readers make of another: one digit taken for another, lost or doubled, or the point lost. */
export function looksMisread(seen: Decimal, printed: Decimal): boolean {
  if (seen.units < 0n && printed.units < 0n)
    return looksMisread({ ...seen, units: -seen.units }, { ...printed, units: -printed.units });
  if (seen.units < 0n || printed.units <= 0n) return false;
  const scale = Math.max(seen.scale, printed.scale);
  const [own, other] = [seen, printed].map((value) => digitsAt(value, scale));
  if (hasLostDigit(seen, printed) || isExtended(plainDigits(seen), plainDigits(printed))) return true;
  if (own.length === other.length) return isOneDigitOff(own, other) || isShifted(own, other);
  if (other.length === own.length + 1) return isWithoutOne(other, own) || isShifted(own, other);
  return (own.length === other.length + 1 && isExtended(own, other)) || isShifted(own, other);
}

const digitsAt = (value: Decimal, scale: number): string =>
  String(multiply(value, { ...ONE, units: 10n ** BigInt(scale - value.scale) }).units);

/** On worn or faxed paper any digit may be taken for any other, not only for its like. */
const isOneDigitOff = (own: string, other: string): boolean =>
  [...own].filter((digit, index) => digit !== other[index]).length === 1;

/** The same digits but for the zeros at their end. */
const isShifted = (own: string, other: string): boolean =>
  own.replace(/0+$/, "") === other.replace(/0+$/, "");

/** Whether the shorter of two rows of digits is the longer one with a digit lost. */
export const isWithoutOne = (longer: string, shorter: string): boolean =>
  [...longer].some((_, index) => without(longer, index) === shorter);

/** Whether a number is another with one of its printed digits lost, before or behind the point (12.5 of 12.25). */
export function hasLostDigit(seen: Decimal, printed: Decimal): boolean {
  const [own, other] = [seen, printed].map(plainDigits);
  return other.length === own.length + 1 && isWithoutOne(other, own);
}

/**
 * Whether a number is what is left of another as printed where a line or cell was cut: its beginning (9173 of 91735.20), its
 * end (0.55 of 20.55), or both, where it was wrapped (25 and 0 of 2548.20).
 */
export function looksCutOff(seen: Decimal, printed: Decimal): boolean {
  if (seen.units < 0n || printed.units <= 0n) return false;
  const own = plainDigits(seen);
  return [plainDigits(printed), digitsAt(printed, Math.max(printed.scale, DECIMALS))].some(
    (other) => own.length + 1 < other.length && isCutFrom(own, other),
  );
}

/** As many decimals are printed of a sum. */
const DECIMALS = 2;

const isCutFrom = (own: string, other: string): boolean =>
  Array.from({ length: own.length + 1 }, (_, at) => at).some(
    (at) => other.startsWith(own.slice(0, at)) && other.endsWith(own.slice(at)),
  );

/** The digits without zeros at the end of the decimals. */
function plainDigits({ units, scale }: Decimal): string {
  const digits = String(units);
  const zeros = /0*$/.exec(digits)?.[0].length ?? 0;
  return digits.slice(0, digits.length - Math.min(scale, zeros));
}

/** Whether a row of digits is another with one of its digits seen twice. */
export const isDoubledOne = (longer: string, shorter: string): boolean =>
  [...longer].some((digit, index) => digit === longer[index - 1] && without(longer, index) === shorter);

/** A digit seen twice, or a sign or rule beside the figure taken for one more. */
const isExtended = (longer: string, shorter: string): boolean =>
  longer.slice(1) === shorter || longer.slice(0, -1) === shorter || isDoubledOne(longer, shorter);

const without = (digits: string, index: number): string => digits.slice(0, index) + digits.slice(index + 1);

/** Every number that differs from another in one of its digits. */
export function withOtherDigit({ units, scale }: Decimal): Decimal[] {
  const digits = [...String(units)];
  return digits.flatMap((digit, at) =>
    [..."0123456789"]
      .filter((other) => other !== digit && !(at === 0 && other === "0"))
      .map((other) => ({
        units: BigInt(digits.map((each, index) => (index === at ? other : each)).join("")),
        scale,
      })),
  );
}

/** Every number that another one becomes without one of its digits. */
export function withoutDigit({ units, scale }: Decimal): Decimal[] {
  const digits = String(units);
  return [...digits]
    .map((_, index) => without(digits, index))
    .filter((rest) => rest !== "" && !rest.startsWith("0"))
    .map((rest) => ({ units: BigInt(rest), scale }));
}

/** Whether a number is what a typist makes of another: two neighbouring digits changed about, which readers don't do. */
export function looksMistyped(seen: Decimal, meant: Decimal): boolean {
  const scale = Math.max(seen.scale, meant.scale);
  const [own, other] = [seen, meant].map((value) => digitsAt(value, scale));
  if (own === other || own.length !== other.length) return false;
  const at = [...own].findIndex((digit, index) => digit !== other[index]);
  return own.slice(0, at) + own[at + 1] + own[at] + own.slice(at + 2) === other;
}

/** Whether two numbers have the same digits but for one. */
export function differsInOneDigit(a: Decimal, b: Decimal): boolean {
  const scale = Math.max(a.scale, b.scale);
  const [own, other] = [a, b].map((value) => digitsAt(value, scale));
  return own.length === other.length && isOneDigitOff(own, other);
}

/** Whether a number is another after one slip on paper: a digit changed, or two neighbours changed about. */
export const looksSlipped = (seen: Decimal, meant: Decimal): boolean =>
  looksMistyped(seen, meant) || differsInOneDigit(seen, meant);

/** Every number that another one becomes where two neighbouring digits are changed about. */
export function neighboursSwapped({ units, scale }: Decimal): Decimal[] {
  const digits = String(units);
  return [...digits].flatMap((digit, at) =>
    at === 0 || digit === digits[at - 1] || (at === 1 && digit === "0")
      ? []
      : [
          {
            units: BigInt(digits.slice(0, at - 1) + digit + digits[at - 1] + digits.slice(at + 1)),
            scale,
          },
        ],
  );
}
