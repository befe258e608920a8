import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanPicture } from "../../../src/recognize/clean-picture.ts";
import { flattenLight, type Paper } from "../../../src/recognize/find-paper.ts";
import { findRuns, packBits } from "../../../src/recognize/ink-bits.ts";
import { behind, FREE, openKernels, PIECE_PX } from "../../../src/recognize/kernels/kernels.ts";
import { lightAlong, lightDown } from "../../../src/recognize/light-of-steps.ts";
import { isPale, paleBits } from "../../../src/recognize/mark-pale.ts";

// Every loop against the same told pixel by pixel.

/** A picture of any shape, with as many bytes for a pixel; grain and bands as pages have them, and anything. */
const picture = (channels: 1 | 3) =>
  fc
    .record({ widthPx: fc.integer({ min: 1, max: 90 }), heightPx: fc.integer({ min: 1, max: 24 }) })
    .chain(({ widthPx, heightPx }) => {
      const length = widthPx * heightPx * channels;
      return fc
        .uint8Array({ minLength: length, maxLength: length })
        .map((data) => ({ widthPx, heightPx, data }));
    });

test("red, green and blue give the grey and the seals' ink they stand for, whatever they are", () => {
  // Every red with every other colour.
  const data = new Uint8Array(3 * 256 * 256);
  for (let r = 0; r < 256; r++)
    for (let other = 0; other < 256; other++) {
      const at = 3 * (r * 256 + other);
      data.set(other % 2 === 0 ? [r, other, other >> 1] : [r, other >> 2, other], at);
    }
  const count = data.length / 3;
  const grey = behind(FREE, data.length);
  const red = behind(grey, count);
  const { bytes, toGrey } = openKernels(behind(red, count));
  bytes.set(data, FREE);
  toGrey(FREE, grey, red, count, 40, 15);
  const ofAll = (tell: (r: number, g: number, b: number) => number): Uint8Array =>
    Uint8Array.from({ length: count }, (_, i) => tell(data[3 * i], data[3 * i + 1], data[3 * i + 2]));
  const redOf = (r: number, g: number, b: number): number => {
    const tint = r - Math.max(g, b);
    return tint > 15 && tint > r / 10 ? (tint > 40 ? 1 : 2) : 0;
  };
  const greyOf = (r: number, g: number, b: number): number => (r * 77 + g * 150 + b * 29) >> 8;
  // By bytes: what compares numbers one by one takes a second for so many.
  expect(Buffer.compare(bytes.subarray(grey, grey + count), ofAll(greyOf))).toBe(0);
  expect(Buffer.compare(bytes.subarray(red, red + count), ofAll(redOf))).toBe(0);
});

test("a page larger than what is looked at at a time comes out whole", () => {
  const [widthPx, heightPx] = [701, Math.ceil((3 * PIECE_PX) / 701)];
  const data = new Uint8Array(3 * widthPx * heightPx).fill(240);
  const dark = [0, PIECE_PX - 1, PIECE_PX, 2 * PIECE_PX + 5, widthPx * heightPx - 1];
  for (const at of dark) data.fill(0, 3 * at, 3 * at + 3);
  const { grey } = cleanPicture({ widthPx, heightPx, channels: 3, data });
  const found = [...grey.data.keys()].filter((at) => grey.data[at] < 255);
  expect(found).toEqual(dark);
});

test("light is evened out to the paper's level, blended between tiles' middles", () => {
  const [tile, columns, rows] = [16, 6, 2];
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 90 * 24, maxLength: 90 * 24 }),
      fc.array(fc.integer({ min: 60, max: 255 }), { minLength: columns * rows, maxLength: columns * rows }),
      (data, levels) => {
        const paper: Paper = { tile, columns, rows, levels: Float32Array.from(levels), isShaded: false };
        const flat = flattenLight(data, paper, 90);
        const between = (px: number, count: number): [number, number] => {
          const at = Math.min(Math.max((px + 0.5) / tile - 0.5, 0), count - 1);
          return [Math.floor(at), at - Math.floor(at)];
        };
        const wanted = data.map((level, at) => {
          const [left, fx] = between(at % 90, columns);
          const [upper, fy] = between(Math.floor(at / 90), rows);
          const lower = Math.min(upper + 1, rows - 1);
          const down = (column: number): number =>
            (paper.levels[upper * columns + column] * (1 - fy) +
              paper.levels[lower * columns + column] * fy) /
            255;
          const here = down(left);
          const share = here + (down(Math.min(left + 1, columns - 1)) - here) * fx;
          return level >= 255 * share ? 255 : Math.floor(level / share);
        });
        expect(flat).toEqual(wanted);
      },
    ),
    { numRuns: 20 },
  );
});

test("every byte that is not 0 is a bit, and stretches of bits are found row by row", () => {
  fc.assert(
    fc.property(picture(1), ({ widthPx, heightPx, data: levels }) => {
      const data = levels.map((level) => (level < 80 ? 1 : 0));
      const words = packBits(data);
      const bits = Uint8Array.from(
        { length: words.length * 32 },
        (_, at) => (words[at >> 5] >>> (at & 31)) & 1,
      );
      const wanted = bits.map((_, at) => data[at] ?? 0);
      expect(Buffer.compare(bits, wanted)).toBe(0);
      const inked = new Uint8Array(data.length);
      const runs = findRuns(words, widthPx, data.length);
      const amiss: number[][] = [];
      for (let run = 0; run < runs.length; run += 3) {
        const [from, to, y] = runs.subarray(run, run + 3);
        const isBehindInk = from > 0 && inked[y * widthPx + from - 1] === 1;
        if (to <= from || to > widthPx || isBehindInk) amiss.push([from, to, y]);
        inked.fill(1, y * widthPx + from, y * widthPx + to);
      }
      expect(amiss).toEqual([]);
      expect(Buffer.compare(inked, data)).toBe(0);
      expect(heightPx * widthPx).toBe(data.length);
    }),
  );
});

test("how light each step is: the mean of those no darker than the mean of all", () => {
  const lightOf = (levels: readonly number[]): number => {
    const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
    const light = levels.filter((level) => level >= mean);
    return Math.fround(light.reduce((sum, level) => sum + level, 0) / light.length);
  };
  fc.assert(
    fc.property(picture(1), fc.integer({ min: 1, max: 40 }), (page, stepPx) => {
      const { widthPx, heightPx, data } = page;
      const along = lightAlong(page, stepPx);
      expect(along.length).toBe(Math.floor(widthPx / stepPx));
      for (const [step, levels] of along.entries())
        expect([...levels]).toEqual(
          Array.from({ length: heightPx }, (_, y) => {
            const from = y * widthPx + step * stepPx;
            return lightOf([...data.subarray(from, from + stepPx)]);
          }),
        );
      const down = lightDown(page, stepPx);
      expect(down.length).toBe(Math.floor(heightPx / stepPx));
      for (const [step, levels] of down.entries())
        expect([...levels]).toEqual(
          Array.from({ length: widthPx }, (_, x) =>
            lightOf(Array.from({ length: stepPx }, (_, row) => data[(step * stepPx + row) * widthPx + x])),
          ),
        );
    }),
  );
});

test("pale pixels are those darker than what lies a step before and behind", () => {
  fc.assert(
    fc.property(picture(1), fc.integer({ min: 1, max: 100 }), ({ data }, step) => {
      const bits = paleBits(data, step);
      const places = [...data.keys()].slice(step, -step);
      expect(places.filter((at) => (bits[at >> 5] >>> (at & 31)) & 1)).toEqual(
        places.filter((at) => isPale(data, at, step)),
      );
    }),
  );
});
