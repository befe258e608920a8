import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { copyChangedPackage, RULES_CHANGED } from "../support/changed-package.ts";
import { keptPages } from "../support/kept-pages.ts";
import { contentsOf, FORMATS, killRun, resumeAndCompare } from "../support/killed-runs.ts";
import { writeLongScan, writeMixedScans } from "./mixed-scans.ts";
import { runCommand } from "./run-command.ts";

// npm run bench:batch -- --scans 200     mixed scans in one run of the built command; some of them each alone; then all
//                                        again; then into another folder, killed on the way; then by a later version
//                                        of it that has other rules, over the same outputs and the same cache
// npm run bench:batch -- --long 300      one scan of 15 pages and one of 300: memory must not grow with the pages
// Ends with 1 where what must hold does not.

const { values } = parseArgs({
  options: {
    scans: { type: "string", default: "20" },
    /** How many of them are also read alone, each in a run of its own. */
    alone: { type: "string", default: "10" },
    long: { type: "string" },
    jobs: { type: "string", default: "2" },
    keep: { type: "boolean", default: false },
  },
});

const COMMAND = join(import.meta.dirname, "..", "..", "dist", "cli.js");
const FEW_PAGES = 15;
const MUST = { peakMb: 1500, ofAlone: 1.1, again: 0.03, rulesChanged: 0.1, growthMb: 100 };

interface Run {
  seconds: number;
  peakMb: number;
  pages: number;
  failed: number;
}

/** Runs a built command and follows the memory of its process. */
async function run(
  folder: string,
  input: string,
  out: string,
  cache: string,
  script = COMMAND,
): Promise<Run> {
  const words = ["read", input, "-o", out, "--cache-dir", cache, "--jobs", values.jobs, "--json"];
  const command = [script, ...words, "-f", FORMATS];
  const { seconds, peakMb, stdout } = await runCommand(process.execPath, command, {
    cwd: folder,
    followsMemory: true,
  });
  const { pages, failed } = JSON.parse(stdout).counts;
  return { seconds, peakMb, pages, failed };
}

async function benchMixed(folder: string): Promise<void> {
  const startedMs = performance.now();
  await mkdir(join(folder, "in"));
  const names = await writeMixedScans(join(folder, "in"), Number(values.scans));
  const first = await run(folder, "in", "out", "cache");
  const { seconds, pages } = await runAlone(folder, names);
  const again = await run(folder, "in", "out", "cache");
  const differing = await killAndResume(folder);
  const pagesKept = (await keptPages(join(folder, "cache"))).length;
  const later = await copyChangedPackage(join(folder, "later"), RULES_CHANGED);
  const changed = await run(folder, "in", "out", "cache", later);
  const pagesRead = (await keptPages(join(folder, "cache"))).length - pagesKept;
  const stale = await staleRecords(join(folder, "out"));
  const expected = (seconds / pages) * first.pages;
  console.log(`${names.length} scans, ${first.pages} pages, jobs ${values.jobs}, ${first.failed} failed`);
  report("one batch", first.seconds, "s", `, ${(first.pages / first.seconds).toFixed(3)} pages a second`);
  report("alone", pages / seconds, "pages a second");
  report("the same one by one", expected, "s", ` (by ${pages} pages read alone)`);
  verdict("batch / one by one", first.seconds / expected, MUST.ofAlone);
  verdict("run again / first", again.seconds / first.seconds, MUST.again);
  verdict("rules changed / first", changed.seconds / first.seconds, MUST.rulesChanged);
  verdict("pages read for new rules", pagesRead, 0);
  verdict("records not judged anew", stale, 0);
  const peaks = [first, again, changed].map(({ peakMb }) => peakMb.toFixed(0)).join(", ");
  console.log(`${"peaks, MB".padEnd(24)} ${peaks} (first, again, rules changed)`);
  verdict("peak memory, MB", Math.max(first.peakMb, again.peakMb, changed.peakMb), MUST.peakMb);
  verdict(`files other after ${KILLS.length} kills`, differing, 0);
  verdict("failed scans", first.failed, 0);
  report("all of this", (performance.now() - startedMs) / 60_000, "minutes");
}

/** Shares of the outputs written when a run is killed. */
const KILLS = [0.1, 0.4, 0.7, 0.95];

/**
 * Writes the batch once more into another folder, killed again and again and at last left to its end: how many files
 * were half-written or are others than the first run's. What was recognized is known by then; `bench:kill` kills reading too.
 */
async function killAndResume(folder: string): Promise<number> {
  const whole = await contentsOf(join(folder, "out"));
  const jobs = Number(values.jobs);
  let differing = 0;
  for (const share of KILLS) {
    const moment = { files: Math.ceil(share * Object.keys(whole).length), plusMs: 0 };
    differing += (await killRun(folder, "killed", moment, whole, jobs, "cache")).broken.length;
  }
  return differing + (await resumeAndCompare(folder, "killed", whole, jobs, "cache")).length;
}

/** Records that do not come from the later version. */
async function staleRecords(out: string): Promise<number> {
  const lines = (await readFile(join(out, "records.jsonl"), "utf8")).trimEnd().split("\n");
  const names = (await readdir(out)).filter((name) => /^\d.*\.json$/.test(name));
  const files = await Promise.all(names.map((name) => readFile(join(out, name), "utf8")));
  return [...lines, ...files].filter((text) => JSON.parse(text).generator.version !== RULES_CHANGED.version)
    .length;
}

/** Some of the scans, evenly chosen, each in a run of its own without anything cached. */
async function runAlone(
  folder: string,
  names: readonly string[],
): Promise<{ seconds: number; pages: number }> {
  const count = Math.min(Number(values.alone), names.length);
  const sum = { seconds: 0, pages: 0 };
  for (let at = 0; at < count; at++) {
    const name = names[Math.floor(((at + 0.5) * names.length) / count)];
    await mkdir(join(folder, `alone-${at}`));
    await copyFile(join(folder, "in", name), join(folder, `alone-${at}`, name));
    const { seconds, pages } = await run(folder, `alone-${at}`, `alone-out-${at}`, `alone-cache-${at}`);
    sum.seconds += seconds;
    sum.pages += pages;
  }
  return sum;
}

async function benchLong(folder: string, pageCount: number): Promise<void> {
  await writeLongScan(join(folder, "few.pdf"), FEW_PAGES);
  await writeLongScan(join(folder, "many.pdf"), pageCount);
  const few = await run(folder, "few.pdf", "out-few", "cache-few");
  const many = await run(folder, "many.pdf", "out-many", "cache-many");
  report(`${few.pages} pages`, few.seconds, "s", `, peak ${few.peakMb.toFixed(0)} MB`);
  report(`${many.pages} pages`, many.seconds, "s", `, peak ${many.peakMb.toFixed(0)} MB`);
  verdict("growth, MB", many.peakMb - few.peakMb, MUST.growthMb);
  verdict("peak memory, MB", many.peakMb, MUST.peakMb);
}

function report(what: string, value: number, unit: string, more = ""): void {
  console.log(`${what.padEnd(24)} ${value.toFixed(1)} ${unit}${more}`);
}

function verdict(what: string, value: number, atMost: number): void {
  const holds = value <= atMost;
  if (!holds) process.exitCode = 1;
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 3 : 0);
  console.log(`${what.padEnd(24)} ${shown} (at most ${atMost})${holds ? "" : "  BELOW WHAT MUST HOLD"}`);
}

const folder = await mkdtemp(join(tmpdir(), "hesuan-bench-"));
try {
  if (values.long === undefined) await benchMixed(folder);
  else await benchLong(folder, Number(values.long));
} finally {
  if (values.keep) console.log(folder);
  else await rm(folder, { recursive: true, force: true });
}
