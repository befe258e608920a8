import { NAME_TAIL } from "./budget-change-words.ts";

/** A cost's name without brackets, blanks and the words that are told or left out alike (运维服务费, 运维). */
export function bareName(name: string): string {
  const words = name.replace(/[（(][^（）()]*[）)]/g, "").replace(/[\s“”"]/g, "");
  const bare = words.replace(NAME_TAIL, "");
  return bare.length < SHORTEST ? words : bare;
}
const SHORTEST = 2;

/** Which of some names words speak of: the same, else the only one that they begin with or that begins with them; -1 for none. */
export function namedIn(words: string, names: readonly string[]): number {
  const said = bareName(words);
  const own = names.findIndex((name) => bareName(name) === said);
  if (own >= 0) return own;
  const bares = names.map(bareName);
  const near = bares
    .map((bare, index) => ({ bare, index }))
    .filter(({ bare }) => bare.length >= SHORTEST && (said.includes(bare) || bare.startsWith(said)));
  const longest = Math.max(0, ...near.map(({ bare }) => bare.length));
  const [best, more] = near.filter(({ bare }) => bare.length === longest);
  return best && !more ? best.index : -1;
}

/** Every name that stands among words (人工费、水质检测费). */
export const namesAmong = (words: string, names: readonly string[]): number[] =>
  names.flatMap((name, index) => (words.replace(/\s/g, "").includes(bareName(name)) ? [index] : []));
