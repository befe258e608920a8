import { defineConfig } from "vitest/config";

/** Rooms that are pure and synchronous: their tests may share one module graph, which halves the time. */
const PURE = ["model", "numerals", "normalize", "extract", "prove", "check", "bench"];

const pureTests = PURE.map((room) => `tests/${room}/**/*.test.ts`);

/**
 * Much code that each text runs a little of: compiled to the last from the start, as V8 does, the compiler takes more than a
 * third of all processor time. So many times the usual patience leaves it what is truly hot.
 */
const PATIENT = ["--interrupt-budget=1000000"];

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Real OCR keeps both cores busy by itself.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "pure", include: pureTests, isolate: false, execArgv: PATIENT } },
      { extends: true, test: { name: "reading", include: ["tests/**/*.test.ts"], exclude: pureTests } },
    ],
  },
});
