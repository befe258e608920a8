import type { GreyPicture } from "../clean-picture.ts";
import type { InkLine } from "../find-lines.ts";
import { cropLine } from "../line-crop.ts";
import type { LineReader, ReadChar } from "../readers/reader.ts";
import { alignReadings, splitEven } from "../vote.ts";
import type { LayerText } from "./layer-text.ts";

/** How far a layer and the picture say the same on the lines compared. */
export interface Likeness {
  /** Letters, characters and digits compared, and those seen alike. */
  compared: number;
  alike: number;
  /** Digits that one shows and the other doesn't. */
  unlikeDigits: number;
}

export const NO_LIKENESS: Likeness = { compared: 0, alike: 0, unlikeDigits: 0 };

/**
 * Reads lines from the picture and counts what the layer says of them otherwise; width and marks make no difference.
 * What one reader sees otherwise, another kind of reader is asked about: the layer is refuted only by what none sees so.
 */
export async function compareLayer(
  layer: LayerText,
  lines: readonly InkLine[],
  grey: GreyPicture,
  [reader, other]: readonly [LineReader, LineReader | null],
): Promise<Likeness> {
  const all = await Promise.all(
    lines.map(async (line) => {
      const stated = layer.charsIn(line.box);
      const crop = cropLine(grey, line);
      const seen = [(await reader.readLine(crop)).chars];
      const { alike, compared } = likenessOf(stated, seen);
      if (alike < compared && other) seen.push((await other.readLine(crop)).chars);
      return likenessOf(stated, seen);
    }),
  );
  return all.reduce(addLikeness, NO_LIKENESS);
}

export function addLikeness(a: Likeness, b: Likeness): Likeness {
  return {
    compared: a.compared + b.compared,
    alike: a.alike + b.alike,
    unlikeDigits: a.unlikeDigits + b.unlikeDigits,
  };
}

function likenessOf(stated: readonly ReadChar[], seen: readonly (readonly ReadChar[])[]): Likeness {
  const letters = toLetters(stated);
  const compared = seen.map((chars) => compareLetters(letters, toLetters(chars)));
  const missed = letters.filter((_, at) => !compared.some(({ alike }) => alike.has(at)));
  // What stands on the paper beyond the layer's letters counts as far as all see it.
  const beyond = Math.min(...compared.map(({ more }) => more.length));
  const beyondDigits = Math.min(...compared.map(({ more }) => more.filter(isDigit).length));
  const alike = letters.length - missed.length;
  const missedDigits = missed.filter(isDigit).length;
  return {
    compared: alike + Math.max(missed.length, beyond),
    alike,
    unlikeDigits: missedDigits + beyondDigits,
  };
}

const isDigit = ({ text }: ReadChar): boolean => /\d/.test(text);

/** Which of the layer's letters one reader sees so, and what it sees that the layer doesn't say. */
function compareLetters(
  letters: readonly ReadChar[],
  seen: readonly ReadChar[],
): { alike: Set<number>; more: ReadChar[] } {
  const alike = new Set<number>();
  const more: ReadChar[] = [];
  for (const { equal, a, b, startA } of alignReadings(letters, seen).flatMap(splitEven)) {
    if (equal) for (let i = 0; i < a.length; i++) alike.add(startA + i);
    else more.push(...b);
  }
  return { alike, more };
}

function toLetters(chars: readonly ReadChar[]): ReadChar[] {
  return chars.flatMap((char) =>
    [...char.text.normalize("NFKC")]
      .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
      .map((text) => ({ ...char, text: text.toLowerCase() })),
  );
}
