import { type ChildProcess, spawn } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { openScan } from "../../src/scan/open-scan.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const FORMATS = "json,html,csv,xlsx,md,jsonl";

const WHOLE_SCANS = ["unit-prices", "service-contract", "supplement"];

/**
 * Draws a small batch into `<folder>/in`: PDFs with a text layer, as many strips of a page that need OCR,
 * and up to three whole scans of several pages.
 */
export async function drawSmallBatch(folder: string, pairs: number, wholeScans = 0): Promise<void> {
  await mkdir(join(folder, "in"));
  for (const name of WHOLE_SCANS.slice(0, wholeScans)) {
    await copyFile(join(ROOT, "fixtures", name, "scan.pdf"), join(folder, "in", `${name}.pdf`));
  }
  const pdf = await readFile(join(ROOT, "fixtures", "born-digital", "scan.pdf"));
  for (const [at, strip] of (await cutStrips(pairs)).entries()) {
    // Bytes behind the end make files of their own, which no cache takes for each other.
    const own = Buffer.concat([pdf, Buffer.from(`\n% ${at}\n`)]);
    await writeFile(join(folder, "in", `合同 ${at}.pdf`), own);
    await writeFile(join(folder, "in", `strip-${at}.png`), strip);
  }
}

const STRIP_PX = 130;

/** Strips of a scanned page, each with a line or two on it. */
async function cutStrips(count: number): Promise<Buffer[]> {
  const scan = await openScan(join(ROOT, "fixtures", "unit-prices", "scan.pdf"));
  try {
    const { widthPx: width, heightPx: height, channels, data } = (await scan.readPage(1)).pixels;
    const page = sharp(data, { raw: { width, height, channels } });
    const top = Math.round(height / 4);
    const cut = (at: number) =>
      page.clone().extract({ left: 0, top: top + at * STRIP_PX, width, height: STRIP_PX });
    return await Promise.all(Array.from({ length: count }, (_, at) => cut(at).png().toBuffer()));
  } finally {
    await scan.close();
  }
}

export interface StartedRun {
  child: ChildProcess;
  ended: Promise<number | null>;
}

/** Starts the built command over `<folder>/in`, in every format. */
export function startRead(folder: string, out: string, cache: string, jobs: number): StartedRun {
  const words = ["read", "in", "-o", out, "-f", FORMATS, "--jobs", String(jobs), "--cache-dir", cache];
  const child = spawn(process.execPath, [join(ROOT, "dist", "cli.js"), ...words, "--quiet"], {
    cwd: folder,
    stdio: "ignore",
  });
  return { child, ended: new Promise((resolve) => child.once("exit", resolve)) };
}

/** Kills runs into `<folder>/<out>` after these times, one after the other; answers what lay there half-written or changed. */
export async function killRuns(
  folder: string,
  out: string,
  timesMs: readonly number[],
  whole: Record<string, string>,
  jobs: number,
): Promise<string[]> {
  const broken: string[] = [];
  for (const timeMs of timesMs) {
    const { child, ended } = startRead(folder, out, `${out}-cache`, jobs);
    await wait(timeMs);
    child.kill("SIGKILL");
    await ended;
    for (const [name, content] of Object.entries(await contentsOf(join(folder, out)))) {
      if (!DRAFT.test(name) && content !== whole[name]) broken.push(`${name} after ${Math.round(timeMs)} ms`);
    }
  }
  return broken;
}

/** What a run that goes on to its end leaves otherwise than an undisturbed one: names of files. */
export async function resumeAndCompare(
  folder: string,
  out: string,
  whole: Record<string, string>,
  jobs: number,
): Promise<string[]> {
  await startRead(folder, out, `${out}-cache`, jobs).ended;
  const resumed = await contentsOf(join(folder, out));
  const names = new Set([...Object.keys(whole), ...Object.keys(resumed)]);
  await rm(join(folder, `${out}-cache`), { recursive: true, force: true });
  return [...names].filter((name) => whole[name] !== resumed[name]);
}

const DRAFT = /^\.hesuan-[0-9a-f]{12}\.tmp$/;

/** Every file of a folder, byte for byte but for the times a run took. */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const name of (await readdir(folder).catch((): string[] => [])).sort()) {
    contents[name] = withoutTimes(name, await readFile(join(folder, name)));
  }
  return contents;
}

function withoutTimes(name: string, bytes: Buffer): string {
  if (name === "batch.xlsx") {
    const parts = Object.entries(unzipSync(new Uint8Array(bytes)));
    const elapsed = /<c r="K\d+"[^>]*><v>[^<]*<\/v><\/c>/g;
    return parts.map(([part, xml]) => `${part}\n${strFromU8(xml).replace(elapsed, "")}`).join("\n");
  }
  const text = bytes.toString("latin1");
  if (name === "index.html") return text.replace(/<td class="num">[^<]*<\/td><\/tr>/g, "");
  return name === "batch.json" ? text.replace(/"elapsedMs": \d+/g, '"elapsedMs": 0') : text;
}
