import type { LineReader, Readers } from "../../src/recognize/reader.ts";
import type { Atlas } from "./draw-page.ts";
import type { LaidPage } from "./lay-table.ts";

/** A reader that knows what was set where, so that layout alone is judged; `bendPx` is how far the sheet waves. */
export function oracleReaders(page: LaidPage, atlas: Atlas, bendPx: number): Readers {
  const glyphs = page.glyphs.map(({ char, x, y, sizePx }) => {
    const [left, top, right, bottom] = inkOf(atlas.glyphOf(char, sizePx));
    const middleX = x + (left + right) / 2;
    const middleY = y + (top + bottom) / 2 - bendPx * Math.sin((middleX / page.widthPx) * Math.PI);
    return { char, x0: x + left, x1: x + right, middleX, middleY, heightPx: bottom - top, sizePx };
  });
  const first: LineReader = {
    name: "oracle",
    async readLine({ box: [x0, y0, x1, y1] }) {
      const inside = glyphs.filter(
        ({ middleX, middleY, sizePx }) =>
          middleX >= x0 - 4 &&
          middleX < x1 + 4 &&
          middleY >= y0 - 0.2 * sizePx &&
          middleY < y1 + 0.2 * sizePx,
      );
      inside.sort((a, b) => a.middleX - b.middleX);
      // On a page that lies on its side or its head nothing fits its line.
      const tallest = Math.max(0, ...inside.map(({ heightPx }) => heightPx));
      const slack = 0.4 * (inside[0]?.sizePx ?? 0);
      const fits = Math.abs(y1 - y0 - tallest) <= slack && Math.abs(inside[0].x0 - x0) <= slack;
      const chars = inside.map(({ char, x0: from, x1: to }) => ({
        text: char,
        confidence: fits ? 96 : 20,
        x0: Math.round(from),
        x1: Math.round(to),
      }));
      return { reader: "oracle", chars };
    },
  };
  return { first, second: null, figures: null, names: ["oracle"], close: async () => undefined };
}

function inkOf({ size, ink }: { size: number; ink: Uint8Array }): [number, number, number, number] {
  let [left, top, right, bottom] = [size, size, 0, 0];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (ink[y * size + x] < 100) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
    }
  }
  return right > left ? [left, top, right, bottom] : [0, 0, size, size];
}
