import fc from "fast-check";
import { expect, test } from "vitest";
import { openPlain, openQuick, type Stretch } from "../../src/recognize/turn-stretch.ts";

const [WIDTH, HEIGHT, GROUND] = [61, 9, 255];

const share = fc.double({ min: 0, max: 0.999999, noNaN: true });
const step = fc.double({ min: -0.01, max: 0.01, noNaN: true });

/** A stretch of a row that keeps to a picture, whatever its length. */
const stretches = fc
  .record({
    x: fc.nat(WIDTH - 2),
    y: fc.nat(HEIGHT - 2),
    toX: fc.nat(WIDTH - 1),
    toY: fc.nat(HEIGHT - 1),
    length: fc.nat(WIDTH),
    shareX: share,
    shareY: share,
    stepX: step,
    stepY: step,
  })
  .map(({ x, y, toX, toY, length, shareX, shareY, stepX, stepY }): Stretch => {
    const count = Math.min(length, WIDTH - 1 - x, WIDTH - toX);
    const within = (share: number, step: number): number =>
      Math.min(1, Math.max(0, share + count * step)) === share + count * step ? step : 0;
    return {
      at: y * WIDTH + x,
      to: toY * WIDTH + toX,
      count,
      shareX,
      shareY,
      stepX: within(shareX, stepX),
      stepY: within(shareY, stepY),
    };
  });

test("four pixels at once come out as one by one, to the byte, and leave all others as they were", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: WIDTH * HEIGHT, maxLength: WIDTH * HEIGHT }),
      fc.array(stretches, { minLength: 1, maxLength: 12 }),
      (data, asked) => {
        const [quick, plain] = [openQuick, openPlain].map((open) => {
          const turning = open(data, WIDTH, GROUND);
          for (const stretch of asked) turning.turn(stretch);
          return turning.finish();
        });
        expect(quick).toEqual(plain);
      },
    ),
  );
});

test("a larger picture after a small one finds room, and what was made before stays", () => {
  const make = (size: number): Uint8Array => {
    const data = Uint8Array.from({ length: size * size }, (_, at) => (at * 31) % 256);
    const turning = openQuick(data, size, GROUND);
    turning.turn({ at: 0, to: 0, count: size - 1, shareX: 0.25, shareY: 0.5, stepX: 0, stepY: 0 });
    return turning.finish();
  };
  const small = make(40);
  const kept = Uint8Array.from(small);
  expect(make(700).length).toBe(490_000);
  expect(small).toEqual(kept);
});
