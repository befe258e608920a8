import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { contentsOf, drawSmallBatch, killRuns, resumeAndCompare, startRead } from "../support/killed-runs.ts";

// npm run bench:kill -- --kills 20 --scans 6 --pairs 1
// So many small scans of a page or two that need OCR; text layers and strips of a page in pairs.
// Kills a batch at a random moment of each of so many equal parts of its time, and resumes it;
// ends with 1 where anything differs from an undisturbed run.

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "20" },
    pairs: { type: "string", default: "1" },
    scans: { type: "string", default: "6" },
    jobs: { type: "string", default: "2" },
  },
});
const [kills, pairs, scans, jobs] = [values.kills, values.pairs, values.scans, values.jobs].map(Number);

const folder = await mkdtemp(join(tmpdir(), "hesuan-bench-"));
try {
  await drawSmallBatch(folder, pairs, scans);
  const startedMs = performance.now();
  await startRead(folder, "whole", "cache", jobs).ended;
  const usualMs = performance.now() - startedMs;
  const whole = await contentsOf(join(folder, "whole"));
  console.log(`undisturbed: ${Object.keys(whole).length} files, ${(usualMs / 1000).toFixed(1)} s`);
  let wrong = 0;
  for (let kill = 1; kill <= kills; kill++) {
    const timeMs = ((kill - Math.random()) / kills) * usualMs;
    const broken = await killRuns(folder, `out-${kill}`, [timeMs], whole, jobs);
    const left = Object.keys(await contentsOf(join(folder, `out-${kill}`))).length;
    const different = await resumeAndCompare(folder, `out-${kill}`, whole, jobs);
    wrong += broken.length + different.length;
    const verdict = broken.length + different.length === 0 ? "equal" : [...broken, ...different].join(", ");
    console.log(
      `kill ${kill} after ${(timeMs / 1000).toFixed(2)} s, ${left} files written: resumed, ${verdict}`,
    );
  }
  console.log(wrong === 0 ? `${kills} kills, nothing lost, nothing half-written` : `${wrong} files wrong`);
  process.exitCode = wrong === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
