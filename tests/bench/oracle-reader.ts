import type { LineCrop } from "../../src/recognize/line-crop.ts";
import type { LineReader, LineReading, Readers } from "../../src/recognize/readers/reader.ts";
import type { Atlas } from "./draw-page.ts";
import type { LaidPage } from "./lay-table.ts";

/** A reader that knows what was set where, so that layout alone is judged; `bendPx` is how far the sheet waves. */
export function oracleReaders(page: LaidPage, atlas: Atlas, bendPx: number): Readers {
  const glyphs = page.glyphs.map(({ char, x, y, sizePx }) => {
    const [left, top, right, bottom] = inkOf(atlas.glyphOf(char, sizePx));
    const middleX = x + (left + right) / 2;
    const middleY = y + (top + bottom) / 2 - bendPx * Math.sin((middleX / page.widthPx) * Math.PI);
    return { char, x0: x + left, x1: x + right, middleX, middleY, sizePx };
  });
  const read = ({ box: [x0, y0, x1, y1] }: LineCrop): LineReading => {
    const inside = glyphs.filter(({ middleX, middleY, sizePx }) => {
      const slack = 0.2 * sizePx;
      return middleX >= x0 - 4 && middleX < x1 + 4 && middleY >= y0 - slack && middleY < y1 + slack;
    });
    inside.sort((a, b) => a.middleX - b.middleX);
    const chars = inside.map(({ char, x0: from, x1: to }) => ({
      text: char,
      confidence: 96,
      x0: Math.round(from),
      x1: Math.round(to),
    }));
    return { reader: "oracle", chars };
  };
  // The few lines that are read first are to tell whether the page stands upright; it does.
  let calls = 0;
  const opening = new Promise<void>((resolve) => {
    const wait = (): NodeJS.Immediate => setImmediate(() => (calls > 0 ? resolve() : wait()));
    wait();
  });
  let isOpening = true;
  const first: LineReader = {
    name: "oracle",
    async readLine(crop) {
      if (!isOpening) return read(crop);
      calls += 1;
      await opening;
      isOpening = false;
      return calls <= SAMPLE_LINES ? UPRIGHT : read(crop);
    },
  };
  return {
    first,
    second: null,
    network: null,
    figures: null,
    names: ["oracle"],
    close: async () => undefined,
  };
}

/** How many lines recognition reads at most to tell a page's turn. */
const SAMPLE_LINES = 8;
const UPRIGHT: LineReading = {
  reader: "oracle",
  chars: Array.from({ length: 40 }, (_, x) => ({ text: "中", confidence: 99, x0: x, x1: x + 1 })),
};

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
