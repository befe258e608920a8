import { defineConfig } from "vitest/config";

/** Rooms that are pure and synchronous: their tests may share one module graph, which halves the time. */
const PURE = ["model", "numerals", "normalize", "extract", "prove", "check"];

const pureTests = PURE.map((room) => `tests/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Real OCR keeps both cores busy by itself.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "pure", include: pureTests, isolate: false } },
      { extends: true, test: { name: "reading", include: ["tests/**/*.test.ts"], exclude: pureTests } },
    ],
  },
});
