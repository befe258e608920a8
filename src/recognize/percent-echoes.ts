import type { RecognizedLine } from "../model/recognized.ts";
import type { ReadChar } from "./readers/reader.ts";

/** So sure must the network be of a per cent sign. */
const SURE = 90;

/** A share as a text has them, up to its sign; what would make a sum of it behind the sign is none. */
const SHARE = /(?<![\d.,，])\d{1,3}(?:\.\d{1,2})?(?=%(?![\d.,%元万亿个人]))/g;

/** What tesseract's models make of a per cent sign: its rings with the stroke as digits, with or without the sign itself. */
const ECHO = /^(?:9%4?6|94?6|%4?6|9%|%9)(?![\d.%])/;

/**
 * What tesseract's models saw of a part of a line, their echoes of per cent signs as the signs: 86.53% is 86.5396 to
 * them, 100% is 1009%46. Only where the network is sure of the sign and both saw the same digits before it: a third
 * reader, of the same kind as one of them, has nothing to settle there, and half of what it was asked was this.
 */
export function withoutPercentEchoes(
  line: RecognizedLine,
  { start, end }: { start: number; end: number },
  chars: readonly ReadChar[],
): ReadChar[] {
  let seen = [...chars];
  let from = 0;
  for (const { 0: share, index } of line.text.slice(start, end).matchAll(SHARE)) {
    if (line.confidences[start + index + share.length] < SURE) continue;
    const text = seen.map((char) => char.text).join("");
    const at = placeOf(share, text, from);
    if (at < 0) continue;
    const sign = at + share.length;
    const echo = ECHO.exec(text.slice(sign))?.[0] ?? "";
    if (echo !== "")
      seen = [
        ...seen.slice(0, sign),
        signOf(seen.slice(sign, sign + echo.length)),
        ...seen.slice(sign + echo.length),
      ];
    from = sign;
  }
  return seen;
}

/** Where a share stands that is not the rest of a longer figure; -1 where it doesn't. */
function placeOf(share: string, text: string, from: number): number {
  for (let at = text.indexOf(share, from); at >= 0; at = text.indexOf(share, at + 1))
    if (!/[\d.,，]$/.test(text.slice(0, at))) return at;
  return -1;
}

function signOf(echo: readonly ReadChar[]): ReadChar {
  const confidence = Math.min(...echo.map((char) => char.confidence));
  return { text: "%", confidence, x0: echo[0].x0, x1: echo[echo.length - 1].x1 };
}
