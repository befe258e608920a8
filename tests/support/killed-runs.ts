import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { strFromU8, unzipSync } from "fflate";
import type { Pixels } from "../../src/model/picture.ts";
import { openScan } from "../../src/scan/open-scan.ts";
import { picturesToPdf, pixelsToJpeg, pixelsToSharp } from "./pictures-to-pdf.ts";

const ROOT = join(import.meta.dirname, "..", "..");
export const FORMATS = "json,html,csv,xlsx,md,jsonl";

/**
 * Draws a small batch into `<folder>/in`: PDFs with a text layer, as many strips of a page that need OCR,
 * and small scans cut out of pages, of a page each but every fourth, which has two.
 */
export async function drawSmallBatch(folder: string, pairs: number, scans = 0): Promise<void> {
  await mkdir(join(folder, "in"));
  const pages = await cutPieces(SCAN_PX, scans + Math.floor(scans / 4));
  for (let scan = 0; scan < scans; scan++) {
    const jpegs = pages.splice(0, scan % 4 === 3 ? 2 : 1);
    const pdf = picturesToPdf(await Promise.all(jpegs.map((piece) => pixelsToJpeg(piece))));
    await writeFile(join(folder, "in", `scan-${scan}.pdf`), pdf);
  }
  const pdf = await readFile(join(ROOT, "fixtures", "born-digital", "scan.pdf"));
  for (const [at, strip] of (await cutPieces(STRIP_PX, pairs)).entries()) {
    // Bytes behind the end make files of their own, which no cache takes for each other.
    const own = Buffer.concat([pdf, Buffer.from(`\n% ${at}\n`)]);
    await writeFile(join(folder, "in", `合同 ${at}.pdf`), own);
    await writeFile(join(folder, "in", `strip-${at}.png`), await pixelsToSharp(strip).png().toBuffer());
  }
}

/** A line or two; some lines or rows of a table. */
const STRIP_PX = 130;
const SCAN_PX = 420;

/** Pieces of scanned pages, as wide as these and so many pixels high, no two alike. */
async function cutPieces(heightPx: number, count: number): Promise<Pixels[]> {
  const scan = await openScan(join(ROOT, "fixtures", "unit-prices", "scan.pdf"));
  const pieces: Pixels[] = [];
  try {
    for (let pageNumber = 1; pageNumber <= scan.pageCount && pieces.length < count; pageNumber++) {
      const page = (await scan.readPage(pageNumber)).pixels;
      const rowBytes = page.widthPx * page.channels;
      for (let top = Math.round(page.heightPx / 4); pieces.length < count; top += heightPx) {
        if (top + heightPx > page.heightPx) break;
        const data = page.data.subarray(top * rowBytes, (top + heightPx) * rowBytes);
        pieces.push({ ...page, heightPx, data });
      }
    }
    if (pieces.length < count) throw new RangeError(`no more than ${pieces.length} pieces to cut`);
    return pieces;
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

/** So long after so many outputs are written; with none, after its start. */
export interface KillMoment {
  files: number;
  plusMs: number;
}

export interface Killed {
  /** What lay there half-written or changed. */
  broken: string[];
  /** How many outputs were written when it was killed. */
  written: number;
  afterMs: number;
  /** It came to its end before. */
  hadEnded: boolean;
}

/** Starts a run into `<folder>/<out>` and kills it at a moment. */
export async function killRun(
  folder: string,
  out: string,
  { files, plusMs }: KillMoment,
  whole: Record<string, string>,
  jobs: number,
  cache = `${out}-cache`,
): Promise<Killed> {
  const startedMs = performance.now();
  const { child, ended } = startRead(folder, out, cache, jobs);
  const isOver = (): boolean => child.exitCode !== null;
  while (!isOver() && (await countWritten(join(folder, out))) < files) await wait(POLL_MS);
  await Promise.race([ended, wait(plusMs)]);
  const hadEnded = isOver();
  const afterMs = performance.now() - startedMs;
  child.kill("SIGKILL");
  await ended;
  const left = Object.entries(await contentsOf(join(folder, out))).filter(([name]) => !DRAFT.test(name));
  const broken = left.filter(([name, content]) => content !== whole[name]).map(([name]) => name);
  return { broken, written: left.length, afterMs, hadEnded };
}

const POLL_MS = 5;

async function countWritten(folder: string): Promise<number> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => !DRAFT.test(name)).length;
}

/** What a run that goes on to its end leaves otherwise than an undisturbed one: names of files. */
export async function resumeAndCompare(
  folder: string,
  out: string,
  whole: Record<string, string>,
  jobs: number,
  cache = `${out}-cache`,
): Promise<string[]> {
  await startRead(folder, out, cache, jobs).ended;
  const resumed = await contentsOf(join(folder, out));
  const names = new Set([...Object.keys(whole), ...Object.keys(resumed)]);
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
