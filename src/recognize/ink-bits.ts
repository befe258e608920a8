import type { InkMask } from "./ink.ts";
import { onceFor } from "./once-for.ts";

/** A mask's pixels, row-major, 32 to a word from its lowest bit up; one word of nothing behind them. */
export type InkBits = Int32Array;

/** A mask as bits: 32 pixels are compared at once, and white paper is passed over as fast. */
export const inkBits: (ink: InkMask) => InkBits = onceFor(({ data }) => packBits(data));

/** Bytes of 0 and 1 as bits; bytes other than that are not to be given. */
export function packBits(data: Uint8Array): InkBits {
  const words = new Int32Array((data.length >>> 5) + 2);
  const fours = inFours(data);
  const done = fours ? (fours.length >>> 3) << 5 : 0;
  for (let at = 0, word = 0; fours && at < done >>> 2; at += 8, word++) {
    const [a, b, c, d] = [fours[at], fours[at + 1], fours[at + 2], fours[at + 3]];
    const [e, f, g, h] = [fours[at + 4], fours[at + 5], fours[at + 6], fours[at + 7]];
    if ((a | b | c | d | e | f | g | h) === 0) continue;
    const lower = gathered(a) | (gathered(b) << 4) | (gathered(c) << 8) | (gathered(d) << 12);
    const upper = gathered(e) | (gathered(f) << 4) | (gathered(g) << 8) | (gathered(h) << 12);
    words[word] = lower | (upper << 16);
  }
  for (let at = done; at < data.length; at++) if (data[at] !== 0) words[at >>> 5] |= 1 << (at & 31);
  return words;
}

/** The lowest bits of four bytes: the product gathers them in the upper four bits of its lower half. */
const gathered = (four: number): number => Math.imul(four, 0x10204080) >>> 28;

/** Bytes taken four at once, the first lowest; null where they do not lie so. */
export function inFours({ buffer, byteOffset, length }: Uint8Array): Int32Array | null {
  return byteOffset % 4 === 0 && LITTLE_ENDIAN ? new Int32Array(buffer, byteOffset, length >>> 2) : null;
}

const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** The 32 bits from a pixel on, which need not be the first of a word; those before the first pixel are nothing. */
export function bitsFrom(words: InkBits, at: number): number {
  const word = at >> 5;
  const shift = at & 31;
  const low = word < 0 ? 0 : words[word];
  if (shift === 0) return low;
  return (low >>> shift) | (words[word + 1] << (32 - shift));
}

/** The place of a word's lowest bit that is set. */
export const lowestBit = (word: number): number => 31 - Math.clz32(word & -word);

/** The first pixel of ink from one on, and the first of none; as far as `end`, where there is none before. */
export function nextInked(words: InkBits, from: number, end: number): number {
  return nextSet(words, from, end, 0);
}

export function nextBlank(words: InkBits, from: number, end: number): number {
  return nextSet(words, from, end, -1);
}

/** Calls back for every stretch of ink within a row, `[from, to)`, row by row. */
export function forEachRun(
  words: InkBits,
  widthPx: number,
  size: number,
  found: (y: number, from: number, to: number) => void,
): void {
  let y = 0;
  let row = 0;
  for (let at = nextInked(words, 0, size); at < size; ) {
    if (at >= row + widthPx) {
      y = Math.floor(at / widthPx);
      row = y * widthPx;
    }
    const end = nextBlank(words, at, row + widthPx);
    found(y, at - row, end - row);
    at = nextInked(words, end, size);
  }
}

/** A mask's bits without those of another. */
export function bitsWithout(words: InkBits, except: InkBits | null): InkBits {
  return except === null ? words : words.map((word, at) => word & ~except[at]);
}

function nextSet(words: InkBits, from: number, end: number, flip: 0 | -1): number {
  if (from >= end) return end;
  let word = from >>> 5;
  let bits = (words[word] ^ flip) & (-1 << (from & 31));
  while (bits === 0) {
    word++;
    if (word << 5 >= end) return end;
    bits = words[word] ^ flip;
  }
  return Math.min(end, (word << 5) + lowestBit(bits));
}
