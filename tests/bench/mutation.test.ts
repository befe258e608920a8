import { expect, test } from "vitest";
import { tryChanges, tryConsistent, tryFlawed, tryFlawedRead, tryOtherDigits } from "./mutation-cases.ts";

// A few of what `npm run test:mutation` tries by the ten thousand.

const SEEDS = Array.from({ length: 40 }, (_, index) => 900_000 + index);

test("consistent agreements give no finding at all", () => {
  for (const seed of SEEDS) expect(tryConsistent(seed).misses).toEqual([]);
});

test("a planted flaw is found by its rule, as the paper's, where it stands", () => {
  for (const seed of SEEDS) {
    expect(tryFlawed(seed).misses).toEqual([]);
    expect(tryFlawedRead(seed).misses).toEqual([]);
  }
});

test("one digit changed in any figure that takes part in arithmetic turns a rule red, any other digit none", () => {
  for (const seed of SEEDS.slice(0, 2)) {
    expect(tryChanges(seed).misses).toEqual([]);
    expect(tryOtherDigits(seed).misses).toEqual([]);
  }
});
