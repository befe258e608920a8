/** The months of a calendar counted through: `2025-08` → 2025 × 12 + 7. Takes `YYYY-MM` and `YYYY-MM-DD`. */
export function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** A counted month as `YYYY-MM`. */
export function indexToMonth(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
}

export function daysInMonth(index: number): number {
  return new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
}

/** Whether `YYYY-MM-DD` names a day that exists. */
export function isRealDay(date: string): boolean {
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(monthIndex(date));
}

/** Whether `months` months run from one day to the other: to the day before the same day, or, as often written, to that day. */
export function spansMonths(from: string, to: string, months: number): boolean {
  return lastDaysAfter(from, months).includes(to);
}

/** The days on which `months` months from a day may be said to end; the strict one first. */
export function lastDaysAfter(from: string, months: number): string[] {
  const index = monthIndex(from) + months;
  const sameDay = Math.min(Number(from.slice(8, 10)), daysInMonth(index));
  const same = `${indexToMonth(index)}-${String(sameDay).padStart(2, "0")}`;
  return [dayBefore(same), same];
}

/** The number of months that run exactly from one day to another; null when it is no whole number. */
export function wholeMonthsBetween(from: string, to: string): number | null {
  const apart = monthIndex(to) - monthIndex(from);
  return [apart, apart + 1].find((months) => months > 0 && spansMonths(from, to, months)) ?? null;
}

/** The day before `YYYY-MM-DD`. */
export function dayBefore(date: string): string {
  const day = Number(date.slice(8, 10));
  if (day > 1) return `${date.slice(0, 8)}${String(day - 1).padStart(2, "0")}`;
  const index = monthIndex(date) - 1;
  return `${indexToMonth(index)}-${String(daysInMonth(index)).padStart(2, "0")}`;
}

/** The day after `YYYY-MM-DD`. */
export function dayAfter(date: string): string {
  const [index, day] = [monthIndex(date), Number(date.slice(8, 10))];
  return day < daysInMonth(index)
    ? `${date.slice(0, 8)}${String(day + 1).padStart(2, "0")}`
    : `${indexToMonth(index + 1)}-01`;
}

/** How many days lie between two days, whichever is first. */
export function daysApart(a: string, b: string): number {
  return Math.abs(dayNumber(a) - dayNumber(b));
}

const MS_PER_DAY = 86_400_000;

function dayNumber(date: string): number {
  const month = monthIndex(date);
  return Date.UTC(Math.floor(month / 12), month % 12, Number(date.slice(8, 10))) / MS_PER_DAY;
}
