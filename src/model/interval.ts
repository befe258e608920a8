import {
  add,
  compare,
  type Decimal,
  half,
  larger,
  multiply,
  smaller,
  subtract,
  wholeToDecimal,
} from "./decimal.ts";

/** All numbers from `low` to `high`, both included. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** What a number means when it is printed exactly. */
export const exactly = (value: Decimal): Interval => ({ low: value, high: value });

/** What a printed number means when it was rounded to its last digit: half of that to each side. */
export function roundedTo(value: Decimal, lastDigit: Decimal): Interval {
  const margin = half(lastDigit);
  return { low: subtract(value, margin), high: add(value, margin) };
}

/** What a printed number means when the digits after its last were cut off: it may be up to one unit farther from zero. */
export function cutOffAt(value: Decimal, lastDigit: Decimal): Interval {
  return value.units < 0n
    ? { low: subtract(value, lastDigit), high: value }
    : { low: value, high: add(value, lastDigit) };
}

export const addIntervals = (a: Interval, b: Interval): Interval => ({
  low: add(a.low, b.low),
  high: add(a.high, b.high),
});

/** An interval as often as a whole number says. */
export function timesInterval(a: Interval, times: number): Interval {
  const factor = wholeToDecimal(times);
  const ends: [Decimal, Decimal] = [multiply(a.low, factor), multiply(a.high, factor)];
  return times < 0 ? { low: ends[1], high: ends[0] } : { low: ends[0], high: ends[1] };
}

export function multiplyIntervals(a: Interval, b: Interval): Interval {
  if (a.low === a.high && b.low === b.high) return exactly(multiply(a.low, b.low));
  const corners = [
    multiply(a.low, b.low),
    multiply(a.low, b.high),
    multiply(a.high, b.low),
    multiply(a.high, b.high),
  ];
  return { low: corners.reduce(smaller), high: corners.reduce(larger) };
}

/** The interval moved down and up by a margin. */
export const widen = (a: Interval, margin: Decimal): Interval => ({
  low: subtract(a.low, margin),
  high: add(a.high, margin),
});

/** Whether two intervals have a number in common. */
export function meets(a: Interval, b: Interval): boolean {
  return compare(a.low, b.high) <= 0 && compare(b.low, a.high) <= 0;
}
