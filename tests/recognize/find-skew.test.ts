import { expect, test } from "vitest";
import { findSkew, straighten } from "../../src/recognize/find-skew.ts";
import { findInk } from "../../src/recognize/ink.ts";

const WIDTH = 900;
const HEIGHT = 1200;

/** A page of rows of small marks, like lines of text. */
function drawRows(): { widthPx: number; heightPx: number; data: Uint8Array } {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (let y = 100; y < HEIGHT - 100; y += 40) {
    for (let x = 100; x < WIDTH - 100; x += 24) {
      for (let dy = 0; dy < 18; dy++) data.fill(0, (y + dy) * WIDTH + x, (y + dy) * WIDTH + x + 16);
    }
  }
  return { widthPx: WIDTH, heightPx: HEIGHT, data };
}

test.each([-4.6, -1.3, -0.28, 0, 0.62, 2.1, 5])("finds a skew of %s° and takes it out", (deg) => {
  const leaning = straighten(drawRows(), -deg);
  const found = findSkew(findInk(leaning));
  expect(Math.abs(found - deg)).toBeLessThan(0.1);
  expect(Math.abs(findSkew(findInk(straighten(leaning, found))))).toBeLessThan(0.1);
});

/** Rows of marks of unlike heights far apart, as handwriting-like fonts leave them on a page's last sheet. */
function drawLastSheet(seed: number): { widthPx: number; heightPx: number; data: Uint8Array } {
  let state = seed;
  const random = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255);
  const rows = 5 + Math.floor(random() * 4);
  for (let row = 0, y = 80; row < rows; row++, y += 60 + Math.floor(random() * 60)) {
    const right = WIDTH * (0.4 + 0.5 * random());
    for (let x = 80; x < right; x += 26) {
      // The strokes of a sign, none of them as high as the line.
      for (let stroke = 0; stroke < 4; stroke++) {
        const [sx, sy] = [x + Math.floor(random() * 12), y + Math.floor(random() * 16)];
        for (let dy = 0; dy < 3; dy++) data.fill(0, (sy + dy) * WIDTH + sx, (sy + dy) * WIDTH + sx + 8);
      }
    }
  }
  return { widthPx: WIDTH, heightPx: HEIGHT, data };
}

test("a sheet of a few uneven lines is found as straight as it lies", () => {
  const wrong = Array.from({ length: 20 }, (_, i) => {
    const deg = ((i % 9) - 4) * 0.43;
    return { seed: i + 1, deg, found: findSkew(findInk(straighten(drawLastSheet(i + 1), -deg))) };
  }).filter(({ deg, found }) => Math.abs(found - deg) > 0.5);
  expect(wrong).toEqual([]);
});
