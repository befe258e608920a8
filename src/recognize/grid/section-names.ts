import type { Sizes } from "./sizes.ts";
import { joinNear, type Stretch, type TextLine } from "./text-lines.ts";

/** So many rows have words side by side for each that has one phrase alone, which names them. */
const ROWS_OF_SECTION = 2;
/** In text heights: the words of a name are set no farther apart; so much white a mark leaves behind a number of such width. */
const NAME_GAP = 0.6;
const MARK_GAP = 1.3;
const NUMBER = 1.6;

/** The lines that alone stand between two rules, one phrase each, among rows of words side by side. */
export function findSectionNames(lines: readonly TextLine[], sizes: Sizes): Set<TextLine> {
  const byRow = new Map<number, TextLine[]>();
  for (const line of lines) byRow.set(line.row, [...(byRow.get(line.row) ?? []), line]);
  const isName = (own: readonly TextLine[]): boolean =>
    own.length === 1 && own[0].row > 0 && phrasesOfName(own[0], sizes).length === 1;
  const names = [...byRow.values()].filter(isName).flat();
  return new Set(names.length * ROWS_OF_SECTION <= byRow.size - names.length ? names : []);
}

/** A line's phrases; a number that a mark parts from its name is one with that. */
export function phrasesOfName({ inked }: TextLine, { textPx }: Sizes): Stretch[] {
  const [first, next, ...others] = joinNear(inked, NAME_GAP * textPx);
  if (next === undefined) return [first];
  const isNumbered = first[1] - first[0] <= NUMBER * textPx && next[0] - first[1] <= MARK_GAP * textPx;
  return isNumbered ? [[first[0], next[1]], ...others] : [first, next, ...others];
}
