import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ComparedTable, teds } from "./teds.ts";
import { type Tree, treeDistance } from "./tree-distance.ts";

/** `a(b c(d))` as a tree. */
function toTree(words: string): Tree<string> {
  const tokens = words.match(/[a-z]+|[()]/g) ?? [];
  const read = (): Tree<string> => {
    const label = String(tokens.shift());
    const children: Tree<string>[] = [];
    if (tokens.at(0) !== "(") return { label, children };
    tokens.shift();
    while (tokens.at(0) !== ")") children.push(read());
    tokens.shift();
    return { label, children };
  };
  return read();
}

const apart = (a: string, b: string): number => (a === b ? 0 : 1);

describe("tree edit distance", () => {
  test.each([
    ["f(d(a c(b)) e)", "f(c(d(a b)) e)", 2],
    ["a", "a", 0],
    ["a", "b", 1],
    ["a(b c)", "a(b)", 1],
    ["a(b c)", "a(c b)", 2],
    ["a(b(c d) e)", "a(c d e)", 1],
    ["a", "a(b(c(d)))", 3],
  ])("%s to %s takes %i", (a, b, distance) => {
    expect(treeDistance(toTree(a), toTree(b), apart)).toBe(distance);
  });

  const treeOf = (depth: number): fc.Arbitrary<Tree<string>> =>
    fc.record({
      label: fc.constantFrom("a", "b", "c"),
      children: depth === 0 ? fc.constant([]) : fc.array(treeOf(depth - 1), { maxLength: 3 }),
    });
  const tree = treeOf(3);

  test("agrees with the definition by recursion over forests", () => {
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        fc.pre(sizeOf([a]) + sizeOf([b]) <= 12);
        expect(treeDistance(a, b, apart)).toBe(forestDistance([a], [b]));
      }),
      { numRuns: 200 },
    );
  });
});

const sizeOf = (forest: Tree<string>[]): number =>
  forest.reduce((sum, { children }) => sum + 1 + sizeOf(children), 0);

/** The distance as it is defined: the last roots are taken out, put in, or matched. */
function forestDistance(a: Tree<string>[], b: Tree<string>[]): number {
  if (a.length === 0) return sizeOf(b);
  if (b.length === 0) return sizeOf(a);
  const [lastA, lastB] = [a[a.length - 1], b[b.length - 1]];
  const [restA, restB] = [a.slice(0, -1), b.slice(0, -1)];
  return Math.min(
    forestDistance([...restA, ...lastA.children], b) + 1,
    forestDistance(a, [...restB, ...lastB.children]) + 1,
    forestDistance(restA, restB) +
      forestDistance(lastA.children, lastB.children) +
      apart(lastA.label, lastB.label),
  );
}

describe("TEDS", () => {
  const table = (rows: string[][], headerRows = 0): ComparedTable => ({
    headerRows,
    rowCount: rows.length,
    cells: rows.flatMap((texts, row) =>
      texts.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text })),
    ),
  });
  const whole = table([
    ["甲", "乙"],
    ["一二三四", "五"],
  ]);

  test("is 1 for the same table", () => {
    expect(teds(whole, whole)).toBe(1);
  });

  test("half a cell's text wrong of seven nodes", () => {
    const other = table([
      ["甲", "乙"],
      ["一二", "五"],
    ]);
    expect(teds(whole, other)).toBeCloseTo(1 - 0.5 / 7);
    expect(teds(whole, other, "structure")).toBe(1);
  });

  test("a row that is missing costs its cells and itself", () => {
    expect(teds(whole, table([["甲", "乙"]]))).toBeCloseTo(1 - 3 / 7);
  });

  test("another span is another cell", () => {
    const cells = whole.cells.map((cell, index) => (index === 3 ? { ...cell, columnSpan: 2 } : cell));
    expect(teds(whole, { ...whole, cells })).toBeCloseTo(1 - 1 / 7);
  });

  test("a header that was not seen moves its row", () => {
    const headed = { ...whole, headerRows: 1 };
    expect(teds(headed, whole)).toBeLessThan(1);
    expect(teds(headed, headed)).toBe(1);
  });
});
