/** An exact number: `units` × 10^-`scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = { units: 0n, scale: 0 };
export const ONE: Decimal = { units: 1n, scale: 0 };

/** A whole number as a decimal, optionally counted in the `scale`-th place after the point (fen: 2). */
export function wholeToDecimal(whole: number | bigint, scale = 0): Decimal {
  return { units: BigInt(whole), scale };
}

/** Reads printed digits (`-86.53`); throws RangeError on anything else. */
export function readDecimal(printed: string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(printed);
  if (!match) throw new RangeError(`not a decimal: ${printed}`);
  const [, sign, whole, fraction = ""] = match;
  return { units: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
}

/** The worth of a decimal's last printed digit. */
export const lastDigitOf = (value: Decimal): Decimal => ({ units: 1n, scale: value.scale });

export function add(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { units: a.units + b.units, scale: a.scale };
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

export const negate = (a: Decimal): Decimal => ({ units: -a.units, scale: a.scale });
export const subtract = (a: Decimal, b: Decimal): Decimal => add(a, negate(b));
export const multiply = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
});
export const half = (a: Decimal): Decimal => ({ units: a.units * 5n, scale: a.scale + 1 });
export const absolute = (a: Decimal): Decimal => (a.units < 0n ? negate(a) : a);

/** Negative, zero or positive as `a` is smaller than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const left = unitsAt(a, scale);
  const right = unitsAt(b, scale);
  return left < right ? -1 : left > right ? 1 : 0;
}

export const equals = (a: Decimal, b: Decimal): boolean => compare(a, b) === 0;
export const larger = (a: Decimal, b: Decimal): Decimal => (compare(a, b) >= 0 ? a : b);
export const smaller = (a: Decimal, b: Decimal): Decimal => (compare(a, b) <= 0 ? a : b);

/** `a ÷ b` to `scale` places, half away from zero; null when `b` is zero. */
export function divide(a: Decimal, b: Decimal, scale: number): Decimal | null {
  if (b.units === 0n) return null;
  const dividend = absolute({ units: a.units * powerOfTen(scale + b.scale), scale: 0 }).units;
  const divisor = absolute({ units: b.units * powerOfTen(a.scale), scale: 0 }).units;
  const quotient = (2n * dividend + divisor) / (2n * divisor);
  return { units: a.units < 0n !== b.units < 0n ? -quotient : quotient, scale };
}

/** Rounds to `scale` places, half away from zero; fewer places are filled up. */
export function roundTo(value: Decimal, scale: number): Decimal {
  return divide(value, ONE, scale) ?? value;
}

/** All its digits (`10.20`). */
export function decimalToText(value: Decimal): string {
  const digits = absolute(value)
    .units.toString()
    .padStart(value.scale + 1, "0");
  const whole = digits.slice(0, digits.length - value.scale);
  const sign = value.units < 0n ? "-" : "";
  return value.scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-value.scale)}`;
}

/** Without zeros at its end (`10.2`); at least `places` places when any are left. */
export function decimalToShortText(value: Decimal, places = 0): string {
  let { units, scale } = value;
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  if (scale === 0) return decimalToText({ units, scale });
  return decimalToText(roundTo({ units, scale }, Math.max(scale, places)));
}

function unitsAt(value: Decimal, scale: number): bigint {
  return value.scale === scale ? value.units : value.units * powerOfTen(scale - value.scale);
}

/** Raising a number to a power takes longer than all else that comparing two figures does. */
const POWERS: readonly bigint[] = Array.from({ length: 32 }, (_, power) => 10n ** BigInt(power));

const powerOfTen = (power: number): bigint => POWERS[power] ?? 10n ** BigInt(power);
