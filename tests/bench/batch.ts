import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

// npm run bench:batch -- --scans 200 --jobs 2
// Reads copies of the fixtures in one run of the built command, without a cache, then again with all pages cached.

const { values } = parseArgs({
  options: {
    scans: { type: "string", default: "14" },
    jobs: { type: "string", default: "2" },
    keep: { type: "boolean", default: false },
  },
});

const ROOT = join(import.meta.dirname, "..", "..");
const KINDS = ["born-digital", "service-contract", "unit-prices", "bad-layer", "traditional", "supplement"];

interface Run {
  seconds: number;
  peakMb: number;
  pages: number;
}

/** Runs the built command and follows the memory of its process. */
async function run(folder: string, words: string[]): Promise<Run> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [join(ROOT, "dist", "cli.js"), "read", ...words, "--json"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
  });
  let peakKb = 0;
  const timer = setInterval(() => {
    peakKb = Math.max(peakKb, residentKb(child.pid));
  }, 100);
  let manifest = "";
  child.stdout.on("data", (data) => {
    manifest += data;
  });
  await new Promise((resolve) => child.once("close", resolve));
  clearInterval(timer);
  return {
    seconds: (performance.now() - startedMs) / 1000,
    peakMb: peakKb / 1024,
    pages: JSON.parse(manifest).counts.pages,
  };
}

function residentKb(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    // Gone, or a system without /proc.
    return 0;
  }
}

async function drawInbox(folder: string, scans: number): Promise<void> {
  await mkdir(join(folder, "in"));
  for (let at = 0; at < scans; at++) {
    const pdf = join(ROOT, "fixtures", KINDS[at % KINDS.length], "scan.pdf");
    await writeFile(join(folder, "in", `${at}.pdf`), await readFile(pdf));
  }
}

const folder = await mkdtemp(join(tmpdir(), "hesuan-bench-"));
try {
  await drawInbox(folder, Number(values.scans));
  const common = ["--jobs", values.jobs, "-f", "json,html,csv,xlsx,jsonl"];
  const single: Run[] = [];
  for (const kind of KINDS) {
    await mkdir(join(folder, kind));
    await copyFile(join(ROOT, "fixtures", kind, "scan.pdf"), join(folder, kind, "scan.pdf"));
    single.push(await run(folder, [kind, "-o", `out-${kind}`, "--cache-dir", `cache-${kind}`, ...common]));
  }
  const alone = Array.from({ length: Number(values.scans) }, (_, at) => single[at % KINDS.length].seconds);
  const expected = alone.reduce((sum, seconds) => sum + seconds, 0);
  // Without a cache every copy is read; the second run fills one, and the third lives on it.
  const first = await run(folder, ["in", "-o", "out", "--cache-dir", "/dev/null/none", ...common]);
  await run(folder, [...KINDS, "-o", "warm", "--cache-dir", "cache", ...common]);
  const again = await run(folder, ["in", "-o", "out", "--cache-dir", "cache", ...common]);
  const manifest = await stat(join(folder, "out", "batch.json"));
  const percent = (part: number): string => `${((100 * part) / first.seconds).toFixed(1)} %`;
  console.log(`scans ${values.scans}, pages ${first.pages}, jobs ${values.jobs}`);
  console.log(`one by one   ${expected.toFixed(1)} s`);
  console.log(
    `one batch    ${first.seconds.toFixed(1)} s = ${((100 * first.seconds) / expected).toFixed(0)} % of that`,
  );
  console.log(`peak memory  ${first.peakMb.toFixed(0)} MB (re-run ${again.peakMb.toFixed(0)} MB)`);
  console.log(
    `run again    ${again.seconds.toFixed(1)} s = ${percent(again.seconds)} (no OCR: rules run anew each time)`,
  );
  console.log(`batch.json   ${manifest.size} bytes`);
} finally {
  if (values.keep) console.log(folder);
  else await rm(folder, { recursive: true, force: true });
}
