import type { InkMask } from "../../src/recognize/grid/find-grids.ts";

/** The height in pixels of what `write` draws. */
export const TEXT = 20;

/** Inks a box, its right and lower edges excluded. */
export function fill(ink: InkMask, x0: number, y0: number, x1: number, y1: number): void {
  for (let y = y0; y < y1; y++) ink.data.fill(1, y * ink.widthPx + x0, y * ink.widthPx + x1);
}

/** So many characters: each two uprights and three strokes. */
export function write(ink: InkMask, x: number, y: number, count: number): void {
  for (let at = x; at < x + count * 22; at += 22) {
    for (const dx of [1, 17]) fill(ink, at + dx, y, at + dx + 2, y + TEXT);
    for (const dy of [0, 9, 18]) fill(ink, at + 3, y + dy, at + 17, y + dy + 2);
  }
}
