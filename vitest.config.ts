import { execFileSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/longest-first.ts";

const TESTS = ["tests/**/*.test.ts"];

/**
 * What looks at its own process: at its memory, at what it has loaded, at the processes it has kept. All others share one
 * module graph a worker, and what has been compiled of it: loading that anew for each file took as long as most tests.
 */
const APART = [
  "tests/batch/read-deadline.test.ts",
  "tests/recognize/sheet.test.ts",
  "tests/scan/{drawing-fonts,pdf-hosts}.test.ts",
];

/**
 * Much code that each text or page runs a little of: compiled to the last from the start, as V8 does, the compiler takes
 * more than a third of all processor time. So many times the usual patience, and a quarter of what is usual of what a
 * function calls compiled into it, leave it what is truly hot. Expressions, which are run over and over, are compiled at
 * once; and what is young is looked through less often.
 */
const PATIENCE = [
  "--interrupt-budget=1000000",
  "--max-inlined-bytecode-size-cumulative=230",
  "--no-regexp-tier-up",
  "--min-semi-space-size=32",
  "--max-semi-space-size=64",
];

/** A Node without one of these flags would not start with it. */
const known = execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
const PATIENT = PATIENCE.filter((flag) => known.includes(`${flag.replace("--no-", "--").split("=")[0]} `));

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // One more than there are processors: commands that are run as a user does are mostly waited for.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: "apart", include: APART } },
      {
        extends: true,
        test: { name: "shared", include: TESTS, exclude: APART, isolate: false, execArgv: PATIENT },
      },
    ],
  },
});
