import { fenToCapitals } from "./capitals.ts";
import { numeralSigns } from "./numerals.ts";

/** A sign that must stand, or one (零, 整) that may. */
interface Expected {
  sign: string;
  isOptional: boolean;
}

/**
 * Whether 大写 with some unreadable characters can be this amount: the readable ones all agree with it.
 * Any character that is no capital numeral counts as unreadable; at least two thirds must be readable.
 */
export function matchCapitals(pattern: string, fen: number): boolean {
  const seen = [...pattern.replace(/\s/g, "").replace(/^人民币[:：]?/, "")].map(
    (character) => numeralSigns(character)?.replace(/^[23]S$/, "?") ?? "?",
  );
  const readable = seen.filter((sign) => sign !== "?").length;
  if (seen.length < 2 || readable * 3 < seen.length * 2) return false;
  return matches(seen, expectedSigns(fen));
}

function expectedSigns(fen: number): Expected[] {
  const signs = numeralSigns(fenToCapitals(Math.abs(fen))) ?? "";
  const expected: Expected[] = fen < 0 ? [{ sign: "?", isOptional: false }] : [];
  for (const sign of signs) {
    if (sign === "!") continue;
    if ((sign === "W" || sign === "$") && expected.at(-1)?.sign !== "0") expected.push(zeroMaybe());
    expected.push({ sign, isOptional: sign === "0" });
    if (/[QBWY$]/.test(sign)) expected.push(zeroMaybe());
  }
  return [...expected, { sign: "!", isOptional: true }];
}

const zeroMaybe = (): Expected => ({ sign: "0", isOptional: true });

function matches(seen: readonly string[], expected: readonly Expected[]): boolean {
  let reached = new Set([0]);
  const skipOptional = (states: Set<number>): Set<number> => {
    for (const state of states) if (expected[state]?.isOptional) states.add(state + 1);
    return states;
  };
  reached = skipOptional(reached);
  for (const sign of seen) {
    const next = new Set<number>();
    for (const state of reached) {
      if (state < expected.length && (sign === "?" || sign === expected[state].sign)) next.add(state + 1);
    }
    reached = skipOptional(next);
  }
  return reached.has(expected.length);
}
