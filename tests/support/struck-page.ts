export const WIDTH = 900;
const HEIGHT = 1000;
const TEXT = 20;

/** Rules as boxes, and rows of characters: where each begins, and of how many. */
export type Rule = [number, number, number, number];
export type Words = [number, number, number];

/** A page of characters, each two uprights and three strokes, and of rules of a level of grey. */
export function pageOf(rules: Rule[], level: number, words: Words[]) {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(250);
  const fill = (x0: number, y0: number, x1: number, y1: number, grey: number): void => {
    for (let y = y0; y < y1; y++) {
      const line = data.subarray(y * WIDTH + x0, y * WIDTH + x1);
      for (let x = 0; x < line.length; x++) line[x] = Math.min(line[x], grey);
    }
  };
  for (const [x0, y0, x1, y1] of rules) fill(x0, y0, x1, y1, level);
  for (const [x, y, count] of words) {
    for (let at = x; at < x + count * 22; at += 22) {
      for (const dx of [1, 17]) fill(at + dx, y, at + dx + 2, y + TEXT, 20);
      for (const dy of [0, 9, 18]) fill(at + 3, y + dy, at + 17, y + dy + 2, 20);
    }
  }
  return { widthPx: WIDTH, heightPx: HEIGHT, data };
}
