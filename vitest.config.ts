import { execFileSync } from "node:child_process";
import { defineConfig } from "vitest/config";

/** Rooms that are pure and synchronous: their tests may share one module graph, which halves the time. */
const PURE = ["model", "numerals", "normalize", "extract", "prove", "check", "bench"];

const pureTests = PURE.map((room) => `tests/${room}/**/*.test.ts`);

/**
 * Much code that each text runs a little of: compiled to the last from the start, as V8 does, the compiler takes more than a
 * third of all processor time. So many times the usual patience leaves it what is truly hot.
 */
const PATIENCE = "--interrupt-budget";
/** A Node without that flag would not start with it. */
const isKnown = execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" }).includes(
  `${PATIENCE} `,
);
const PATIENT = isKnown ? [`${PATIENCE}=1000000`] : [];

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
