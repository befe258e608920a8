import { execFileSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/longest-first.ts";

/** Rooms that are pure and synchronous. */
const PURE = ["model", "numerals", "normalize", "extract", "prove", "check", "bench"];

const pureTests = PURE.map((room) => `tests/${room}/**/*.test.ts`);

/**
 * What looks at its own process (its memory, what it has loaded, which processes it has kept), and what runs long enough to
 * fill a process of its own. All others share one module graph a worker, and what has been compiled of it: loading it
 * anew for each file took as long as most of these tests.
 */
const APART = [
  "tests/batch/read-deadline.test.ts",
  "tests/batch/watch.test.ts",
  "tests/cli/{bad-input,kill,upgrade}.test.ts",
  "tests/ocr.test.ts",
  "tests/recognize/{line-pool,sheet,tesseract-reader}.test.ts",
  "tests/scan/{drawing-fonts,fair-timer,hostile,pdf-hosts}.test.ts",
];

/** How much of what a function calls is compiled into it: a quarter of what is usual, as in the program itself. */
const LESS_AT_ONCE = "--max-inlined-bytecode-size-cumulative=230";
/** As the program itself. */
const AS_READING = knownOf(["--interrupt-budget=500000", LESS_AT_ONCE]);

/**
 * Much code that each text runs a little of: compiled to the last from the start, as V8 does, the compiler takes more than a
 * third of all processor time. So many times the usual patience leaves it what is truly hot. Expressions, which are run
 * over and over, are compiled at once; and what is young is looked through less often.
 */
const PATIENT = knownOf([
  "--interrupt-budget=1000000",
  LESS_AT_ONCE,
  "--no-regexp-tier-up",
  "--min-semi-space-size=32",
  "--max-semi-space-size=64",
]);

/** Flags that this Node has: without one, it would not start with it. */
function knownOf(flags: readonly string[]): string[] {
  const known = execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
  const isKnown = (flag: string): boolean =>
    known.includes(`  ${flag.replace("--no-", "--").split("=")[0]} (`);
  return flags.filter(isKnown);
}

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Real OCR keeps two cores busy by itself, but few files do any.
    maxWorkers: Math.max(2, availableParallelism()),
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: "apart", include: APART } },
      { extends: true, test: { name: "pure", include: pureTests, isolate: false, execArgv: PATIENT } },
      {
        extends: true,
        test: {
          name: "reading",
          include: ["tests/**/*.test.ts"],
          exclude: [...pureTests, ...APART],
          isolate: false,
          execArgv: AS_READING,
        },
      },
    ],
  },
});
