import { describe, expect, test } from "vitest";
import { liftGreySeals } from "../../src/recognize/grey-seals.ts";

const [WIDTH, HEIGHT] = [1200, 1600];
const [PAPER, PRINT, SEAL] = [248, 20, 95];
const [CX, CY, RADIUS] = [700, 900, 120];

type Level = (x: number, y: number) => number;

const page = (level: Level): Uint8Array =>
  Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => level(at % WIDTH, Math.floor(at / WIDTH)));
const at = (x: number, y: number): number => y * WIDTH + x;

/** A ring 8 px thick, as a round seal's rim. */
const isRim: (x: number, y: number) => boolean = (x, y) =>
  Math.abs(Math.hypot(x - CX, y - CY) - RADIUS + 4) <= 4;
/** Bars of print, one of them across the ring. */
const isPrint = (x: number, y: number): boolean => x > 200 && x < 900 && y % 60 < 5 && y > 300 && y < 1300;

describe("round seals of a page scanned in grey", () => {
  const level: Level = (x, y) => (isPrint(x, y) ? PRINT : isRim(x, y) ? SEAL : PAPER);

  test("go, and what is printed under them stays", () => {
    const grey = page(level);
    const [box, ...others] = liftGreySeals(grey, WIDTH, HEIGHT);
    expect(others).toEqual([]);
    expect(
      box.every((side, i) => Math.abs(side - [CX - RADIUS, CY - RADIUS, CX + RADIUS, CY + RADIUS][i]) < 16),
    ).toBe(true);
    expect(grey[at(CX, CY + RADIUS - 4)]).toBeGreaterThan(200);
    for (const x of [400, CX - RADIUS + 4, CX, CX + 50]) expect(grey[at(x, 902)]).toBeLessThan(60);
  });

  test("go whole where lines of print cut an arc off the rim's side, which no other piece reaches as far as", () => {
    const isWord = (x: number, y: number): boolean => {
      const off = Math.abs(y - CY);
      return x > CX - 180 && x < CX - 60 && off >= 18 && off < 38;
    };
    const grey = page((x, y) => (isWord(x, y) ? PRINT : isRim(x, y) ? SEAL : PAPER));
    const [box, ...others] = liftGreySeals(grey, WIDTH, HEIGHT);
    expect(others).toEqual([]);
    expect(box[0]).toBeLessThanOrEqual(CX - RADIUS);
    for (let y = CY - 16; y <= CY + 16; y++) {
      for (let x = CX - RADIUS; x < CX - 80; x++) expect(grey[at(x, y)]).toBeGreaterThan(200);
    }
    expect(grey[at(CX - 150, CY + 30)]).toBeLessThan(60);
  });

  test("go as well where they are hardly darker than shaded cells, fringe and all, and hairlines beside them stay", () => {
    const [pale, fringe, hairline] = [207, 228, 190];
    const far = (x: number, y: number): number => Math.hypot(x - CX, y - CY) - RADIUS + 4;
    // A character's upright stroke, and its thin level one that ends close to the seal's.
    const isUpright = (x: number, y: number): boolean =>
      x >= CX - RADIUS + 30 && x < CX - RADIUS + 36 && y > CY - 15 && y < CY + 15;
    const isLevel = (x: number, y: number): boolean =>
      y >= CY && y < CY + 2 && x >= CX - RADIUS + 11 && x < CX - RADIUS + 50;
    const grey = page((x, y) => {
      if (isPrint(x, y) || isUpright(x, y)) return PRINT;
      if (isLevel(x, y)) return hairline;
      if (Math.abs(far(x, y)) <= 4) return pale;
      return Math.abs(far(x, y)) <= 6 ? fringe : PAPER;
    });
    expect(liftGreySeals(grey, WIDTH, HEIGHT)).toHaveLength(1);
    for (let off = -12; off <= 4; off++) expect(grey[at(CX + RADIUS + off, CY + 20)]).toBeGreaterThan(240);
    for (const x of [400, CX - RADIUS + 4, CX, CX + 50]) expect(grey[at(x, 902)]).toBeLessThan(60);
    for (const off of [11, 14, 20, 28, 45]) expect(grey[at(CX - RADIUS + off, CY)]).toBeLessThan(205);
  });

  test("are not looked for in print, nor in shaded cells", () => {
    const grey = page((x, y) => (isPrint(x, y) ? PRINT : x > 100 && x < 1000 && y < 280 ? 160 : PAPER));
    const before = Uint8Array.from(grey);
    expect(liftGreySeals(grey, WIDTH, HEIGHT)).toEqual([]);
    expect(Buffer.compare(grey, before)).toBe(0);
  });

  test("stay where print is no darker than they are", () => {
    const grey = page((x, y) => (isPrint(x, y) || isRim(x, y) ? SEAL : PAPER));
    expect(liftGreySeals(grey, WIDTH, HEIGHT)).toEqual([]);
  });
});
