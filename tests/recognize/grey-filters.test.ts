import fc from "fast-check";
import { expect, test } from "vitest";
import { dilated, eroded, type Levels } from "../../src/recognize/grey-filters.ts";

const picture = fc
  .record({ widthPx: fc.integer({ min: 1, max: 20 }), heightPx: fc.integer({ min: 1, max: 20 }) })
  .chain(({ widthPx, heightPx }) =>
    fc
      .uint8Array({ minLength: widthPx * heightPx, maxLength: widthPx * heightPx })
      .map((data): Levels => ({ widthPx, heightPx, data })),
  );

/** The levels of a picture within a square around each place. */
function around({ widthPx, data }: Levels, reachPx: number): number[][] {
  return [...data.keys()].map((at) => {
    const [x0, y0] = [at % widthPx, Math.floor(at / widthPx)];
    return [...data].filter((_, other) => {
      const [x, y] = [other % widthPx, Math.floor(other / widthPx)];
      return Math.abs(x - x0) <= reachPx && Math.abs(y - y0) <= reachPx;
    });
  });
}

test("the lightest and the darkest level around every place, whatever the picture's size and the reach", () => {
  fc.assert(
    fc.property(picture, fc.integer({ min: 0, max: 25 }), (levels, reachPx) => {
      const seen = around(levels, reachPx);
      expect([...dilated(levels, reachPx).data]).toEqual(seen.map((each) => Math.max(...each)));
      expect([...eroded(levels, reachPx).data]).toEqual(seen.map((each) => Math.min(...each)));
    }),
    { numRuns: 30 },
  );
});
