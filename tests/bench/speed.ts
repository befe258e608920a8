import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runSparingly } from "../../src/cli-engine.ts";
import { withDrawnCases } from "./accuracy-cases.ts";
import { writeLongScan } from "./mixed-scans.ts";
import { runCommand } from "./run-command.ts";
import { isInstalled, timeNative, timeOcrmypdf, writePagePictures } from "./speed-rivals.ts";
import { measureStages } from "./speed-stages.ts";

// npm run bench:speed -- [--drawn 1] [--seed N] [--only one|many|stages]
//     the built command, its cache cold, against native tesseract and OCRmyPDF on the same pages
// npm run bench:speed -- --pages 28      the same on one scan of that many pages, where starting counts for little
// npm run bench:speed -- --long 300      a scan of 30 pages and one of 300: memory must not grow with the pages
// Ends with 1 where what issue 3 asks for does not hold.

const { values } = parseArgs({
  options: {
    /** How many agreements are drawn anew, beside the fixtures. */
    drawn: { type: "string", default: "1" },
    seed: { type: "string" },
    only: { type: "string" },
    long: { type: "string" },
    pages: { type: "string" },
  },
});

const ROOT = join(import.meta.dirname, "..", "..");
const COMMAND = join(ROOT, "dist", "cli.js");
const MUST = { ofNative: 1.5, ofOcrmypdf: 0.4, besidesShare: 0.2, peakMb: 1500, growthMb: 100 };
const FEW_PAGES = 30;

const fixture = (name: string): string => join(ROOT, "fixtures", name, "scan.pdf");
const ONE = [fixture("supplement")];
const MANY = ["unit-prices", "service-contract", "supplement-flawed"].map(fixture);

const folder = await mkdtemp(join(tmpdir(), "hesuan-speed-"));
try {
  console.log(`${cpus().length} × ${cpus()[0]?.model}, node ${process.version}`);
  if (values.long !== undefined) await benchLong(Number(values.long));
  else if (values.pages !== undefined) await comparePages(Number(values.pages));
  else await benchAll();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function benchAll(): Promise<void> {
  const firstSeed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
  if (wants("one")) await compare("one scan", ONE);
  if (wants("many")) {
    const seeds = Array.from({ length: Number(values.drawn) }, (_, at) => firstSeed + at);
    await withDrawnFiles(seeds, (drawn) => compare("many scans", [...MANY, ...drawn]));
    console.log(`drawn from seeds ${firstSeed} on`);
  }
  if (wants("stages")) await reportStages([...MANY, ...ONE]);
}

async function comparePages(pageCount: number): Promise<void> {
  const file = join(folder, `${pageCount} pages.pdf`);
  await writeLongScan(file, pageCount);
  await compare(`one scan of ${pageCount} pages`, [file]);
}

function wants(part: string): boolean {
  return values.only === undefined || values.only === part;
}

/** Drawn scans stand only while they are looked at, so that each is handed on within the one before. */
async function withDrawnFiles(
  seeds: readonly number[],
  use: (files: string[]) => Promise<void>,
): Promise<void> {
  const [seed, ...rest] = seeds;
  if (seed === undefined) return use([]);
  let isDrawn = false;
  await withDrawnCases([seed], async ({ path }) => {
    isDrawn = true;
    await withDrawnFiles(rest, (files) => use([path, ...files]));
  });
  if (!isDrawn) await withDrawnFiles(rest, use);
}

async function compare(what: string, files: readonly string[]): Promise<void> {
  const pictures = await writePagePictures(files, folder);
  const run = await read(files, what);
  const perPage = (seconds: number): string =>
    `${seconds.toFixed(1)} s, ${(seconds / pictures.length).toFixed(2)} s a page`;
  console.log(`${what}: ${files.length} files, ${pictures.length} pages`);
  console.log(`  hesuan, two cores, nothing cached    ${perPage(run.seconds)}`);
  if (isInstalled("tesseract")) {
    const native = await timeNative(pictures);
    console.log(`  tesseract, two at a time             ${perPage(native)}`);
    verdict("hesuan / tesseract", run.seconds / native, MUST.ofNative);
  } else console.log("  tesseract with chi_sim is not installed: not compared");
  if (isInstalled("ocrmypdf")) {
    const rival = await timeOcrmypdf(files, folder);
    console.log(`  OCRmyPDF -j 2                        ${perPage(rival)}`);
    verdict("hesuan / OCRmyPDF", run.seconds / rival, MUST.ofOcrmypdf);
  } else console.log("  OCRmyPDF is not installed: not compared");
  const { peakMb } = await read(files, `${what}, memory`, true);
  verdict("peak memory, MB", peakMb, MUST.peakMb);
}

/** The whole way of the built command, from its start to the last file written. */
async function read(
  files: readonly string[],
  name: string,
  followsMemory = false,
): Promise<{ seconds: number; peakMb: number }> {
  const [out, cache] = ["out", "cache"].map((kind) => join(folder, `${kind} ${name}`));
  const words = [COMMAND, "read", ...files, "-o", out, "--cache-dir", cache, "--jobs", "2", "--quiet"];
  const run = await runCommand(process.execPath, words, { followsMemory });
  // 1: something in the agreements is flagged.
  if (run.exitCode !== 0 && run.exitCode !== 1) throw new Error(`hesuan ended with ${run.exitCode}`);
  return run;
}

async function reportStages(files: readonly string[]): Promise<void> {
  // As the command does before all else.
  runSparingly();
  const stages = await measureStages(files);
  const all = [...stages.values()].reduce((sum, seconds) => sum + seconds, 0);
  console.log(`processor time by stage, page after page, ${all.toFixed(1)} s in all`);
  for (const [stage, seconds] of stages)
    console.log(`  ${stage.padEnd(36)} ${((seconds / all) * 100).toFixed(1).padStart(5)} %`);
  const besides = all - (stages.get("recognition itself") ?? 0);
  verdict("all but recognition itself", besides / all, MUST.besidesShare);
}

async function benchLong(pageCount: number): Promise<void> {
  const sizes = [FEW_PAGES, pageCount];
  const peaksMb: number[] = [];
  for (const count of sizes) {
    const file = join(folder, `${count} pages.pdf`);
    await writeLongScan(file, count);
    const { seconds, peakMb } = await read([file], String(count), true);
    console.log(`${count} pages  ${seconds.toFixed(1)} s, peak ${peakMb.toFixed(0)} MB`);
    peaksMb.push(peakMb);
  }
  verdict("growth, MB", peaksMb[1] - peaksMb[0], MUST.growthMb);
  verdict("peak memory, MB", Math.max(...peaksMb), MUST.peakMb);
}

function verdict(what: string, value: number, atMost: number): void {
  const holds = value <= atMost;
  if (!holds) process.exitCode = 1;
  const shown = value.toFixed(value < 10 ? 2 : 0);
  console.log(`  ${what.padEnd(36)} ${shown} (at most ${atMost})${holds ? "" : "  BELOW WHAT MUST HOLD"}`);
}
