import { describe, expect, test } from "vitest";
import type { Pixels } from "../../src/model/picture.ts";
import { type CleanPicture, cleanPicture } from "../../src/recognize/clean-picture.ts";

const [WIDTH, HEIGHT] = [1240, 1754];
const RED = [205, 40, 50];
const BLACK = [30, 30, 30];

type Draw = (page: Pixels) => void;

function pageOf(...drawings: Draw[]): Pixels {
  const page: Pixels = {
    widthPx: WIDTH,
    heightPx: HEIGHT,
    channels: 3,
    data: new Uint8Array(WIDTH * HEIGHT * 3).fill(250),
  };
  for (const draw of drawings) draw(page);
  return page;
}

/** Colours what of a square around (x, y) is wanted; red over black leaves it black. */
function paint(
  cx: number,
  cy: number,
  reach: number,
  colour: number[],
  isInk: (x: number, y: number) => boolean,
): Draw {
  return ({ data }) => {
    for (let y = Math.max(0, cy - reach); y < Math.min(HEIGHT, cy + reach); y++) {
      for (let x = Math.max(0, cx - reach); x < Math.min(WIDTH, cx + reach); x++) {
        const at = (y * WIDTH + x) * 3;
        if (isInk(x - cx, y - cy))
          data.set(
            colour.map((level, i) => Math.min(level, data[at + i])),
            at,
          );
      }
    }
  };
}

/** A rim with a disc in the middle; of a worn rim a part is missing. */
const ring = (cx: number, cy: number, radius = 125, squeeze = 1, worn = 0): Draw =>
  paint(cx, cy, radius + 5, RED, (x, y) => {
    const distance = Math.hypot(x, y / squeeze);
    const isWorn = Math.abs(Math.sin(Math.atan2(y, x) * 9)) < worn;
    return (distance < radius && distance > radius - 7 && !isWorn) || distance < radius * 0.2;
  });

const frame = (cx: number, cy: number, width: number, height: number, thick: number, tiltDeg = 0): Draw => {
  const [sin, cos] = [Math.sin((tiltDeg * Math.PI) / 180), Math.cos((tiltDeg * Math.PI) / 180)];
  return paint(cx, cy, width, RED, (x, y) => {
    const [u, v] = [Math.abs(x * cos + y * sin), Math.abs(y * cos - x * sin)];
    const isIn = u <= width / 2 && v <= height / 2;
    const isRim = isIn && (u >= width / 2 - thick || v >= height / 2 - thick);
    return isRim || (u < width * 0.25 && v < height * 0.2);
  });
};

/** Characters as boxes with a bar in them, side by side. */
const print = (x: number, y: number, size: number, count: number, colour: number[], gap = 0.2): Draw => {
  const thick = Math.max(2, Math.round(size * 0.1));
  const signs = Array.from({ length: count }, (_, at) => {
    const cx = Math.round(x + at * size * (1 + gap) + size / 2);
    return paint(cx, y + size / 2, size, colour, (dx, dy) => {
      const [u, v] = [Math.abs(dx), Math.abs(dy)];
      const isIn = u <= size / 2 && v <= size / 2;
      return isIn && (u > size / 2 - thick || v > size / 2 - thick || v < thick / 2);
    });
  });
  return (page) => {
    for (const sign of signs) sign(page);
  };
};

const grid = (x0: number, y0: number, columns: number, rows: number, colour: number[]): Draw =>
  paint(x0 + columns * 70, y0 + rows * 20, columns * 70 + 2, colour, (dx, dy) => {
    const [x, y] = [dx + columns * 70, dy + rows * 20];
    const isIn = x >= 0 && x <= columns * 140 + 2 && y >= 0 && y <= rows * 40 + 2;
    return isIn && (x % 140 < 3 || y % 40 < 3);
  });

const darkest = ({ grey }: CleanPicture, x0: number, y0: number, x1: number, y1: number): number => {
  let least = 255;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) least = Math.min(least, grey.data[y * WIDTH + x]);
  }
  return least;
};

const PAPER = 215;
const INK = 130;

describe("seals are found by their shape", () => {
  test.each<[string, Draw, [number, number]]>([
    ["a round seal", ring(600, 700), [600, 700]],
    ["an oval one", ring(600, 700, 125, 0.72), [600, 700]],
    ["one with a worn rim", ring(600, 700, 125, 1, 0.3), [600, 700]],
    ["a framed stamp, set at a slant", frame(500, 600, 220, 90, 4, -7), [500, 600]],
    ["a long one", frame(500, 600, 330, 80, 4, 3), [500, 600]],
    ["a square one", frame(500, 600, 130, 130, 5, 5), [500, 600]],
    [
      "a chop with white characters",
      paint(500, 600, 50, RED, (x, y) => Math.abs(x + y) % 23 > 4),
      [500, 600],
    ],
    ["half a seal at the page's side", ring(WIDTH - 30, 700), [WIDTH - 60, 700]],
  ])("%s", (_, draw, [x, y]) => {
    const clean = cleanPicture(pageOf(print(x - 50, y - 60, 24, 3, BLACK), draw));
    expect(clean.seals).toHaveLength(1);
    const [[x0, y0, x1, y1]] = clean.seals;
    expect(x0 < x && x < x1 && y0 < y && y < y1).toBe(true);
    // Black strokes under it stay, its own ink is gone.
    expect(darkest(clean, x - 50, y - 60, x - 26, y - 36)).toBeLessThan(INK);
    expect(darkest(clean, x - 15, y - 10, x + 15, y + 10)).toBeGreaterThan(PAPER);
  });

  test("two that overlap are lifted both", () => {
    const clean = cleanPicture(pageOf(ring(500, 700), ring(660, 760)));
    expect(clean.seals.length).toBeGreaterThan(0);
    expect(darkest(clean, 370, 570, 800, 900)).toBeGreaterThan(PAPER);
  });

  test("one on a form ruled in red is lifted, and the form's rules and figures beside it stay", () => {
    const form = [grid(150, 500, 6, 8, RED), print(170, 508, 22, 4, RED), print(560, 700, 22, 3, BLACK)];
    const clean = cleanPicture(pageOf(...form, ring(600, 690)));
    expect(clean.seals).toHaveLength(1);
    const [[x0, y0, x1, y1]] = clean.seals;
    for (const off of [x0 - 475, y0 - 565, x1 - 725, y1 - 815]) expect(Math.abs(off)).toBeLessThan(15);
    expect(darkest(clean, 170, 508, 270, 530)).toBeLessThan(INK);
    expect(darkest(clean, 560, 700, 640, 722)).toBeLessThan(INK);
    expect(darkest(clean, 585, 675, 615, 698)).toBeGreaterThan(PAPER);
  });

  test("one over a name printed in red takes no more of it than it covers", () => {
    const clean = cleanPicture(pageOf(print(480, 690, 26, 12, RED), ring(600, 700)));
    expect(clean.seals[0][2]).toBeLessThan(740);
    expect(darkest(clean, 760, 690, 840, 716)).toBeLessThan(INK);
  });
});

describe("red print is no seal and stays as ink", () => {
  test.each<[string, Draw, [number, number, number, number]]>([
    ["a heading in large characters", print(120, 150, 120, 7, RED), [120, 150, 960, 270]],
    ["a heading set wide", print(100, 150, 110, 5, RED, 1), [100, 150, 1090, 260]],
    ["a line of text", print(150, 600, 26, 20, RED), [150, 600, 690, 626]],
    ["a figure alone", print(700, 600, 20, 6, RED), [700, 600, 840, 620]],
    [
      "print on a sheet of red paper",
      (page) => {
        for (let at = 0; at < WIDTH * 1200 * 3; at += 3) page.data.set([250, 190, 195], at);
        print(150, 600, 26, 20, BLACK)(page);
      },
      [150, 600, 690, 626],
    ],
    ["a form's rules", grid(150, 500, 4, 6, RED), [150, 500, 710, 740]],
    [
      "a note over several lines",
      (page) => {
        for (let row = 0; row < 5; row++) print(300, 600 + row * 44, 26, 8, RED)(page);
      },
      [300, 600, 540, 800],
    ],
  ])("%s", (_, draw, box) => {
    const clean = cleanPicture(pageOf(draw, ring(900, 1400)));
    expect(clean.seals).toHaveLength(1);
    expect(clean.seals[0][1]).toBeGreaterThan(1200);
    expect(darkest(clean, ...box)).toBeLessThan(INK);
  });
});
