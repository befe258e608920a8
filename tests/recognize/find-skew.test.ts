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
