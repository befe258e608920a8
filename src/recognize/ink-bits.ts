import type { InkMask } from "./ink.ts";
import { behind, FREE, openKernels, PIECE_PX, ROOM } from "./kernels/kernels.ts";
import { onceFor } from "./once-for.ts";

/** A mask's pixels, row-major, 32 to a word from its lowest bit up; one word of nothing behind them. */
export type InkBits = Int32Array;

/** A mask as bits: 32 pixels are compared at once, and white paper is passed over as fast. */
export const inkBits: (ink: InkMask) => InkBits = onceFor(({ data }) => packBits(data));

/** Bytes as bits, one for each that is not 0. */
export function packBits(data: Uint8Array): InkBits {
  const words = new Int32Array((data.length >>> 5) + 2);
  const packed = new Uint8Array(words.buffer);
  const to = behind(FREE, PIECE_PX);
  const { bytes, pack } = openKernels(behind(to, PIECE_PX / 8));
  for (let at = 0; at < data.length; at += PIECE_PX) {
    const piece = data.subarray(at, at + PIECE_PX);
    bytes.set(piece, FREE);
    // Behind the last pixel nothing is set.
    bytes.fill(0, FREE + piece.length, FREE + piece.length + ROOM);
    pack(FREE, to, piece.length);
    packed.set(bytes.subarray(to, to + Math.ceil(piece.length / 8)), at / 8);
  }
  return words;
}

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

/** Stretches of ink within rows, row by row: three numbers each, `from`, `to` (exclusive) and `y`, in one array. */
export type InkRuns = Int32Array;

/** The stretches of a mask's ink. */
export const inkRuns: (ink: InkMask) => InkRuns = onceFor((ink) =>
  findRuns(inkBits(ink), ink.widthPx, ink.data.length),
);

export function findRuns(words: InkBits, widthPx: number, size: number): InkRuns {
  let runs = new Int32Array(1 << 14);
  let length = 0;
  let y = 0;
  let row = 0;
  for (let at = nextInked(words, 0, size); at < size; ) {
    if (at >= row + widthPx) {
      y = Math.floor(at / widthPx);
      row = y * widthPx;
    }
    const end = nextBlank(words, at, row + widthPx);
    if (length + 3 > runs.length) runs = grown(runs);
    runs[length] = at - row;
    runs[length + 1] = end - row;
    runs[length + 2] = y;
    length += 3;
    at = nextInked(words, end, size);
  }
  return runs.subarray(0, length);
}

function grown(runs: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(runs.length * 2);
  larger.set(runs);
  return larger;
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
