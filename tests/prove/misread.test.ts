import { describe, expect, test } from "vitest";
import { tryNoisy, type Way } from "../bench/noise-cases.ts";

// A few of what `npm run bench:noise` tries by the thousand.

const SEEDS = Array.from({ length: 16 }, (_, index) => 800_000 + index);

const tried = new Map<Way, ReturnType<typeof tryNoisy>>();

function misread(way: Way): ReturnType<typeof tryNoisy> {
  const known = tried.get(way) ?? SEEDS.flatMap((seed) => tryNoisy(seed, way));
  tried.set(way, known);
  return known;
}

describe("figures misread as readers misread", () => {
  test.each(["one", "apart"] as const)("where readers differ (%s), nothing wrong is believed", (way) => {
    for (const { what, proven, silent, agreed } of misread(way))
      expect([...proven, ...silent, ...agreed], what).toEqual([]);
  });

  test("where one reader is right, the paper isn't accused", () => {
    for (const { what, accused } of misread("one")) expect(accused, what).toEqual([]);
  });

  // Two figures of one sum, wrong by the same, make up for each other: nothing can tell.
  test("where all readers see the same wrong digits in one figure, arithmetic never proves it", () => {
    for (const way of ["alike, sure", "alike, hardly"] as const)
      for (const { what, proven } of misread(way).filter((noisy) => !noisy.what.includes(";")))
        expect(proven, what).toEqual([]);
  });

  test("a flaw on paper is never read away", () => {
    for (const way of ["alike, sure", "alike, hardly", "one", "apart"] as const)
      for (const { what, repaired } of misread(way)) expect(repaired, what).toEqual([]);
  });
});
