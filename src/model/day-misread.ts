import { indexToMonth, isRealDay, monthIndex } from "./calendar.ts";

/** Every count that readers may have taken for another: one digit wrong, lost, or one too many. */
export function countsLike(count: number): number[] {
  const digits = String(count);
  const places = [...digits, ""].map((_, at) => [digits.slice(0, at), digits.slice(at)]);
  const alike = places.flatMap(([before, rest]) => [
    before + rest.slice(1),
    ...[..."0123456789"].flatMap((digit) => [before + digit + rest.slice(1), before + digit + rest]),
  ]);
  const counts = alike.filter((other) => /^[1-9]\d*$/.test(other)).map(Number);
  return [...new Set(counts)].filter((other) => other !== count);
}

/** Every month (`YYYY-MM`) that may have been printed where readers saw this one. */
export function monthsLike(month: string): string[] {
  const [year, number] = month.split("-").map(Number);
  return [
    ...yearsLike(year).map((other) => withParts(other, number)),
    ...countsLike(number)
      .filter((other) => other <= 12)
      .map((other) => withParts(year, other)),
  ];
}

/** Every day (`YYYY-MM-DD`) that may have been printed where readers saw this one. */
export function daysLike(day: string): string[] {
  const own = day.slice(0, 7);
  const number = Number(day.slice(8));
  const ofOtherMonth = monthsLike(own).map((month) => `${month}${day.slice(7)}`);
  const ofOtherDay = countsLike(number).map((other) => `${own}-${String(other).padStart(2, "0")}`);
  return [...ofOtherMonth, ...ofOtherDay].filter((other) => other.length === day.length && isRealDay(other));
}

/** No digit of a year is lost unnoticed. */
const yearsLike = (year: number): number[] =>
  countsLike(year).filter((other) => other > 999 && other < 10_000);

const withParts = (year: number, month: number): string => indexToMonth(monthIndex(`${year}-01`) + month - 1);
