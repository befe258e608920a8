import { join } from "node:path";
import { expect, test } from "vitest";
import { contentsOf, drawSmallBatch, killRun, resumeAndCompare, startRead } from "../support/killed-runs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

// npm run bench:kill does the same at twenty random moments.

const GOES_ON =
  "a batch killed at any moment goes on as if nothing had happened, and leaves nothing half-written";

test(GOES_ON, { timeout: 240_000 }, async () => {
  const folder = await temporaryFolder();
  await drawSmallBatch(folder, 1);
  const startedMs = performance.now();
  expect(await startRead(folder, "whole", "cache", 1).ended).toBe(1);
  const usualMs = performance.now() - startedMs;
  const whole = await contentsOf(join(folder, "whole"));
  expect(Object.keys(whole)).toContain("strip-0.xlsx");
  // While it reads, and between two files of one scan.
  for (const moment of [
    { files: 0, plusMs: usualMs / 2 },
    { files: 4, plusMs: 0 },
  ])
    expect((await killRun(folder, "killed", moment, whole, 1)).broken).toEqual([]);
  expect(await resumeAndCompare(folder, "killed", whole, 1)).toEqual([]);
});
