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

/** Reads lines from the picture and counts what the layer says of them otherwise; width and marks make no difference. */
export async function compareLayer(
  layer: LayerText,
  lines: readonly InkLine[],
  grey: GreyPicture,
  reader: LineReader,
): Promise<Likeness> {
  const seen = await Promise.all(lines.map((line) => reader.readLine(cropLine(grey, line))));
  return lines
    .map(({ box }, i) => likenessOf(layer.charsIn(box), seen[i].chars))
    .reduce(addLikeness, NO_LIKENESS);
}

export function addLikeness(a: Likeness, b: Likeness): Likeness {
  return {
    compared: a.compared + b.compared,
    alike: a.alike + b.alike,
    unlikeDigits: a.unlikeDigits + b.unlikeDigits,
  };
}

function likenessOf(stated: readonly ReadChar[], seen: readonly ReadChar[]): Likeness {
  const parts = alignReadings(toLetters(stated), toLetters(seen)).flatMap(splitEven);
  let result = NO_LIKENESS;
  for (const { equal, a, b } of parts) {
    const compared = Math.max(a.length, b.length);
    const digits = [...a, ...b].filter(({ text }) => /\d/.test(text)).length;
    result = addLikeness(result, {
      compared,
      alike: equal ? compared : 0,
      unlikeDigits: equal ? 0 : digits,
    });
  }
  return result;
}

function toLetters(chars: readonly ReadChar[]): ReadChar[] {
  return chars.flatMap((char) =>
    [...char.text.normalize("NFKC")]
      .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
      .map((text) => ({ ...char, text: text.toLowerCase() })),
  );
}
