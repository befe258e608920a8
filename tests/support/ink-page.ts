import type { Box } from "../../src/model/place.ts";
import type { GreyPicture } from "../../src/recognize/clean-picture.ts";
import type { LineReader, ReadChar } from "../../src/recognize/readers/reader.ts";

// Pages whose characters are but hollow boxes, narrow for digits and wide for all others; fake readers know them by their place.

export const LEFT = 100;
export const TOP = 150;
export const PITCH = 50;
export const CHAR_PX = 26;
export const WIDE_STEP = 30;
const NARROW_STEP = 16;

export function blankPage(): GreyPicture {
  return { widthPx: 800, heightPx: 1300, data: new Uint8Array(800 * 1300).fill(255) };
}

export function fill({ widthPx, data }: GreyPicture, [x0, y0, x1, y1]: Box, level: number): void {
  for (let y = y0; y < y1; y++) data.fill(level, y * widthPx + x0, y * widthPx + x1);
}

/** A page with one line of boxes for each text; an empty text leaves its row free. */
export function pageOfTexts(texts: readonly string[]): GreyPicture {
  const page = blankPage();
  for (const [row, text] of texts.entries()) {
    for (const [x0, y0, x1, y1] of boxesOf(text, row)) {
      fill(page, [x0, y0, x1, y1], 0);
      fill(page, [x0 + 3, y0 + 3, x1 - 3, y1 - 3], 255);
      fill(page, [x0 + (x1 - x0) / 2 - 2, y0 + 11, x0 + (x1 - x0) / 2 + 2, y0 + 14], 0);
    }
  }
  return page;
}

export const rowOf = (box: Box): number => Math.round(((box[1] + box[3]) / 2 - TOP - CHAR_PX / 2) / PITCH);

/** Where each character of a row's text stands. */
export function boxesOf(text: string, row: number): Box[] {
  const y0 = TOP + row * PITCH;
  let x = LEFT;
  return [...text].map((char) => {
    const step = /\d/.test(char) ? NARROW_STEP : WIDE_STEP;
    const box: Box = [x, y0, x + step - 4, y0 + CHAR_PX];
    x += step;
    return box;
  });
}

/** Sees on each row what is told of it, as far as the crop goes; counts the lines it is asked for. */
export function readerOf(name: string, texts: readonly string[]): LineReader & { asked: number[] } {
  const asked: number[] = [];
  return {
    name,
    asked,
    async readLine({ box }) {
      const row = rowOf(box);
      asked.push(row);
      const text = texts[row] ?? "";
      const chars = boxesOf(text, row).map(
        ([x0, , x1], i): ReadChar => ({ text: text[i], confidence: 98, x0, x1 }),
      );
      return { reader: name, chars: chars.filter(({ x0, x1 }) => x1 > box[0] + 4 && x0 < box[2] - 4) };
    },
  };
}
