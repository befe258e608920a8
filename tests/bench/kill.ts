import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { contentsOf, drawSmallBatch, killRun, resumeAndCompare, startRead } from "../support/killed-runs.ts";

// npm run bench:kill -- --kills 20 --scans 6 --pairs 1
// So many small scans of a page or two that need OCR; text layers and strips of a page in pairs.
// Kills a batch at random moments of equal parts of its way and resumes it: every second kill by the clock, over the
// whole time an undisturbed run takes, the others by the files written, from the first to the last.
// Ends with 1 where anything differs from an undisturbed run.

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "20" },
    pairs: { type: "string", default: "1" },
    scans: { type: "string", default: "6" },
    jobs: { type: "string", default: "2" },
  },
});
const [kills, pairs, scans, jobs] = [values.kills, values.pairs, values.scans, values.jobs].map(Number);

/** About as long as one scan's files take to be written. */
const WRITING_MS = 100;

const folder = await mkdtemp(join(tmpdir(), "hesuan-bench-"));
try {
  await drawSmallBatch(folder, pairs, scans);
  const startedMs = performance.now();
  await startRead(folder, "whole", "cache", jobs).ended;
  const usualMs = performance.now() - startedMs;
  const whole = await contentsOf(join(folder, "whole"));
  console.log(`undisturbed: ${Object.keys(whole).length} files, ${(usualMs / 1000).toFixed(1)} s`);
  const total = Object.keys(whole).length;
  const tally = {
    "while nothing was written": 0,
    "between files": 0,
    "after the last file": 0,
    "too late": 0,
  };
  let wrong = 0;
  for (let kill = 1; kill <= kills; kill++) {
    const part = (kill - Math.random()) / kills;
    const byClock = kill % 2 === 1;
    const moment = byClock
      ? { files: 0, plusMs: part * usualMs }
      : { files: Math.max(1, Math.ceil(part * total)), plusMs: Math.random() * WRITING_MS };
    const { broken, written, afterMs, hadEnded } = await killRun(folder, `out-${kill}`, moment, whole, jobs);
    const different = await resumeAndCompare(folder, `out-${kill}`, whole, jobs);
    await rm(join(folder, `out-${kill}-cache`), { recursive: true, force: true });
    wrong += broken.length + different.length;
    if (hadEnded) tally["too late"]++;
    else if (written === 0) tally["while nothing was written"]++;
    else tally[written < total ? "between files" : "after the last file"]++;
    const verdict = broken.length + different.length === 0 ? "equal" : [...broken, ...different].join(", ");
    const when = `${(afterMs / 1000).toFixed(2)} s, by the ${byClock ? "clock" : "files"}`;
    console.log(
      `kill ${kill} after ${when}, ${written} of ${total} files written${hadEnded ? ", had ended" : ""}: resumed, ${verdict}`,
    );
  }
  console.log(
    Object.entries(tally)
      .map(([when, count]) => `${when} ${count}`)
      .join(", "),
  );
  console.log(wrong === 0 ? `${kills} kills, nothing lost, nothing half-written` : `${wrong} files wrong`);
  process.exitCode = wrong === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
