import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leavesOf, type Summand, type SumTree, treeOf } from "../../src/extract/sum-trees.ts";

const plain = (...fens: number[]): Summand[] =>
  fens.map((fen, at) => ({ fen, isSum: false, section: 0, list: "", name: `费用${at}` }));

describe("what a sum is made of", () => {
  test("the parts before it, down to the first", () => {
    const tree = treeOf(plain(500, 111, 222, 333, 666), 4, "before");
    expect(tree?.parts.map(({ at }) => at)).toEqual([1, 2, 3]);
  });

  test("sums of parts that stand before their parts and behind them", () => {
    const tree = treeOf(
      plain(1_234_567, 1_000_001, 2_234_568, 4_000_003, 1_500_001, 2_500_002, 6_234_571),
      6,
      "before",
    );
    expect(tree).toEqual<SumTree>({
      at: 6,
      parts: [
        { at: 2, parts: [0, 1].map((at) => ({ at, parts: [] })) },
        { at: 3, parts: [4, 5].map((at) => ({ at, parts: [] })) },
      ],
    });
  });

  test("what is taken off, and a sum said again", () => {
    const sums = plain(300_011, 200_022, 500_033, 500_033, -50_033, 450_000);
    const tree = treeOf(
      sums.map((sum, at) => ({ ...sum, name: at === 3 ? "费用2" : sum.name })),
      5,
      "before",
    );
    expect(tree && leavesOf(tree)).toEqual([0, 1, 4]);
  });

  test("nothing where a sum is left that no part explains", () => {
    expect(treeOf(plain(111, 222, 999, 333), 3, "before")).toBeNull();
  });

  test("a round sum of what would else be left over above it", () => {
    const tree = treeOf(plain(1_000_000, 2_000_000, 3_000_000, 1_000_000, 4_000_000), 4, "before");
    expect(tree && leavesOf(tree)).toEqual([0, 1, 3]);
  });

  test("round parts that happen to come to one of them are parts, unless the words say that it is a sum", () => {
    const [ten, twenty, thirty, all] = [1_000_000, 2_000_000, 3_000_000, 6_000_000];
    expect(treeOf(plain(ten, twenty, thirty, all), 3, "before")?.parts).toHaveLength(3);
    const named = plain(ten, twenty, thirty, ten, 4_000_000).map((each, at) => ({
      ...each,
      isSum: at === 2 || at === 4,
    }));
    expect(treeOf(named, 4, "before")?.parts.map(({ at }) => at)).toEqual([2, 3]);
  });

  test("any tree that is written out, wherever its sums stand", () => {
    const fen = fc.integer({ min: 100_001, max: 90_000_001 });
    const group = fc.record({ parts: fc.array(fen, { minLength: 2, maxLength: 4 }), isBefore: fc.boolean() });
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 4 }), (groups) => {
        const sums = groups.map(({ parts }) => parts.reduce((all, part) => all + part, 0));
        const written = groups.flatMap(({ parts, isBefore }, at) =>
          isBefore ? [sums[at], ...parts] : [...parts, sums[at]],
        );
        const all = [...written, sums.reduce((whole, sum) => whole + sum, 0)];
        const tree = treeOf(plain(...all), all.length - 1, "before");
        // By chance there may be a second way; what is answered comes out all the same.
        if (tree) expect(leavesOf(tree).reduce((sum, at) => sum + all[at], 0)).toBe(all.at(-1));
      }),
    );
  });
});
