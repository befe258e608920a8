import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openPrinter } from "../../fixtures/make/browser.ts";
import { scanPdf } from "../../fixtures/make/draw.ts";
import { openRandom } from "../../fixtures/make/random.ts";
import { randomScan } from "../../fixtures/make/random-scan.ts";
import { openReaders, processScan } from "../../src/pipeline.ts";
import { judgeRecord } from "../extract/unseen/judge-told.ts";
import { told } from "../extract/unseen/told.ts";
import { LAID } from "./layouts/wanted.ts";

// Agreements laid out in HTML by an author who saw nothing of the tool, read as printed and as scans drawn of them:
// npm run bench:layouts -- [--seed 1] [--only 02.html,03.html] [--printed]
// Prints everything in which a record differs from what the agreement says; fails on a wrong figure that is believed.

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    /** One of them, or several parted by commas. */
    only: { type: "string" },
    /** Leaves the scans out. */
    printed: { type: "boolean", default: false },
  },
});

const folder = await mkdtemp(join(tmpdir(), "hesuan-layouts-"));
const printer = await openPrinter();
const readers = await openReaders({ lang: "chi_sim", jobs: 2 });
const whole = { printed: 0, scanned: 0 };
let [count, silent] = [0, 0];
try {
  for (const [index, { file, want }] of LAID.entries()) {
    if (values.only && !values.only.split(",").includes(file)) continue;
    count++;
    const html = await readFile(new URL(`layouts/${file}`, import.meta.url), "utf8");
    const printed = await printer.printHtml(html);
    if (await isReadWhole(file, "printed", printed, want)) whole.printed++;
    if (values.printed) continue;
    const seed = Number(values.seed) + index;
    const wish = randomScan(seed, openRandom(`layouts/${seed}`), []);
    const { pdf } = await scanPdf(printed, { placed: [], pageCount: 0 }, { ...wish, seals: undefined });
    if (await isReadWhole(file, "scanned", pdf, want)) whole.scanned++;
  }
} finally {
  await printer.close();
  await readers.close();
  await rm(folder, { recursive: true });
}
console.log(`printed: ${whole.printed} of ${count} read whole`);
if (!values.printed)
  console.log(`scanned: ${whole.scanned} of ${count} read whole; seeds from ${values.seed}`);
console.log(`wrong while believed: ${silent}`);
if (silent > 0) process.exitCode = 1;

async function isReadWhole(
  file: string,
  how: "printed" | "scanned",
  pdf: Buffer,
  { title, ...says }: (typeof LAID)[number]["want"],
): Promise<boolean> {
  const path = join(folder, `${how}.pdf`);
  await writeFile(path, pdf);
  const { record } = await processScan(path, readers);
  const faults = judgeRecord(record, told(file, [title], says).truth);
  console.log(`${file} ${how} ${record.status}: ${faults.length === 0 ? "whole" : ""}`);
  for (const fault of faults) console.log(`    ${fault}`);
  silent += faults.filter((fault) => / SILENT$/.test(fault)).length;
  return faults.length === 0;
}
