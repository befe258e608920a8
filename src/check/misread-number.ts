import { CERTAIN } from "../model/stated.ts";
import type { Text } from "../model/value.ts";
import { type ListNumber, successorsOf } from "./numbering.ts";

/** A text that bears a number in a list. */
export interface Numbered {
  text: Text;
  number: ListNumber;
  /** The one before it of the same style. */
  before: Numbered | null;
  /** Whether a merged cell before this one has changed since, or a list of another style stood between. */
  restarts: boolean;
}

/** The numbers that may stand where one does, the likeliest first. */
export const dueFor = ({ before, restarts }: Numbered): number[][] =>
  successorsOf(before?.number ?? null, restarts);

export const fits = (number: ListNumber | null, allowed: readonly number[][]): boolean =>
  number !== null && allowed.some((parts) => textOf(parts) === textOf(number.parts));

/**
 * Whether a number that isn't due may be printed right: it, or the one before it, is what readers make of the number due in
 * its place, as the one that follows confirms. （7） after （6）…, where （7）（2） stands for （1）（2）: a typist leaves numbers
 * out or repeats them, and then goes on from there.
 */
export function mayBeMisread(entry: Numbered, all: readonly Numbered[]): boolean {
  const { before } = entry;
  return (
    isMisreadBetween(entry, all.find((other) => other.before === entry) ?? null) ||
    (before !== null && isMisreadBetween(before, entry))
  );
}

/** Whether one number is a misreading of one due there, from which the next goes on. */
function isMisreadBetween(entry: Numbered, next: Numbered | null): boolean {
  if (next === null || entry.text.confidence === CERTAIN) return false;
  return dueFor(entry).some((parts) => {
    const due = { ...entry.number, parts };
    return (
      looksAlike(textOf(parts), textOf(entry.number.parts)) &&
      fits(next.number, dueFor({ ...next, before: { ...entry, number: due } }))
    );
  });
}

const textOf = (parts: readonly number[]): string => parts.join(".");

/** Digits that readers take for each other. */
const ALIKE = ["17", "14", "49", "27", "23", "35", "38", "56", "58", "68", "06", "08", "09", "89"];

/** Whether two numbers differ in one digit that looks alike, or in a digit or point that one of them lacks. */
function looksAlike(printed: string, seen: string): boolean {
  if (printed.length === seen.length) {
    const odd = [...printed].flatMap((sign, at) => (sign === seen[at] ? [] : [sign + seen[at]]));
    return odd.length === 1 && ALIKE.some((pair) => [...pair].every((sign) => odd[0].includes(sign)));
  }
  const [longer, shorter] = printed.length > seen.length ? [printed, seen] : [seen, printed];
  return [...longer].some((_, at) => longer.slice(0, at) + longer.slice(at + 1) === shorter);
}
