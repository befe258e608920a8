import { expect, test } from "vitest";
import type { GreyPicture } from "../../src/recognize/clean-picture.ts";
import { findTurn, standsUpright, type Turn, turnGrey } from "../../src/recognize/find-turn.ts";
import type { LineReader } from "../../src/recognize/readers/reader.ts";

const LINE_COUNT = 30;
const CHAR_PX = 24;

/** A page of lines of square characters, every one heavier at its foot than at its head. */
function drawPage(): GreyPicture {
  const page = { widthPx: 800, heightPx: 1200, data: new Uint8Array(800 * 1200).fill(255) };
  for (let line = 0; line < LINE_COUNT; line++) {
    for (let at = 0; at < 12; at++) drawChar(page, 60 + at * 30, 40 + line * 38);
  }
  return page;
}

function drawChar({ widthPx, data }: GreyPicture, left: number, top: number): void {
  for (let y = 0; y < CHAR_PX; y++) {
    for (let x = 0; x < CHAR_PX; x++) {
      const isFrame = y < 2 || x < 2 || x >= CHAR_PX - 2;
      if (isFrame || y >= CHAR_PX - 8) data[(top + y) * widthPx + left + x] = 0;
    }
  }
}

/** Reads figures from anything that looks like a line, a little less surely on their head. */
function readerOf(sureness: { upright: number; upsideDown: number; sideways: number }): LineReader {
  return {
    name: "test",
    async readLine({ grey, box }) {
      const count = Math.max(1, Math.round((box[2] - box[0]) / 30));
      const [head, foot, left, right] = inkOfSides(grey);
      const isSideways = Math.abs(left - right) > Math.abs(head - foot);
      const confidence = isSideways
        ? sureness.sideways
        : foot > head
          ? sureness.upright
          : sureness.upsideDown;
      const chars = Array.from({ length: count }, (_, i) => ({
        text: String(i % 10),
        confidence,
        x0: i * 30,
        x1: i * 30 + 24,
      }));
      return { reader: "test", chars };
    },
  };
}

/** How black the top, bottom, left and right quarter of a line's ink are: of its characters, not of the line. */
function inkOfSides({ widthPx, heightPx, data }: GreyPicture): [number, number, number, number] {
  const rows = new Array<number>(heightPx).fill(0);
  const columns = new Array<number>(widthPx).fill(0);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const ink = 255 - data[y * widthPx + x];
      rows[y] += ink;
      columns[x] += ink;
    }
  }
  const sides = (sums: number[], periodOf: (ink: number[]) => number[]): [number, number] => {
    const inked = periodOf(sums);
    const quarter = Math.max(1, inked.length >> 2);
    const mean = (some: number[]): number => some.reduce((a, b) => a + b, 0) / some.length;
    return [mean(inked.slice(0, quarter)), mean(inked.slice(-quarter))];
  };
  const trimmed = (sums: number[]): number[] => {
    const most = Math.max(...sums);
    const first = sums.findIndex((sum) => sum > most / 8);
    const last = sums.findLastIndex((sum) => sum > most / 8);
    return sums.slice(first, last + 1);
  };
  const firstChar = (sums: number[]): number[] => {
    const inked = trimmed(sums);
    const most = Math.max(...inked);
    const end = inked.findIndex((sum) => sum <= most / 8);
    return end < 0 ? inked : inked.slice(0, end);
  };
  const normed = ([a, b]: [number, number], scale: number): [number, number] => [a / scale, b / scale];
  return [...normed(sides(rows, trimmed), widthPx), ...normed(sides(columns, firstChar), heightPx)];
}

test.each([0, 90, 180, 270] as const)("a page turned by %i° is put upright", async (turned: Turn) => {
  const page = turnGrey(drawPage(), turned);
  const reader = readerOf({ upright: 97, upsideDown: 84, sideways: 70 });
  expect(await findTurn(page, reader)).toBe((360 - turned) % 360);
});

test("figures read surely on their head still don't pass as upright", async () => {
  const reader = readerOf({ upright: 98, upsideDown: 95, sideways: 70 });
  expect(await findTurn(turnGrey(drawPage(), 180), reader)).toBe(180);
  expect(await findTurn(drawPage(), reader)).toBe(0);
});

test("a page without anything to read stays as it is", async () => {
  const blank = { widthPx: 800, heightPx: 1200, data: new Uint8Array(800 * 1200).fill(255) };
  const reader: LineReader = { name: "test", readLine: async () => ({ reader: "test", chars: [] }) };
  expect(await findTurn(blank, reader)).toBe(0);
  expect(await findTurn(drawPage(), reader)).toBe(0);
});

/** Sees Chinese in whatever stands in a row, whichever way up. */
const credulous: LineReader = {
  name: "network",
  async readLine({ grey: { widthPx, heightPx, data } }) {
    const isInked = Array.from({ length: widthPx }, (_, x) =>
      Array.from({ length: heightPx }, (_, y) => data[y * widthPx + x] < 128).includes(true),
    );
    const starts = isInked.flatMap((inked, x) => (inked && !isInked[x - 1] ? [x] : []));
    return {
      reader: "network",
      chars: starts.map((x0) => ({ text: "\u7532", confidence: 98, x0, x1: x0 + 20 })),
    };
  },
};

test("characters as far apart as lines show no page to stand upright, though they are read", async () => {
  expect(await standsUpright(drawPage(), credulous)).toBe(true);
  expect(await standsUpright(turnGrey(drawPage(), 90), credulous)).toBe(false);
});
