import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openReaders, recognizeFile } from "../../src/pipeline.ts";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";

/** One picture of the samples' truth.json: rows of cells, some beneath a header or a letter row. */
interface Sample {
  file: string;
  table?: (string | null)[][];
  tables?: { rows?: (string | null)[][]; table?: (string | null)[][] }[];
}

/**
 * Reads the real pictures of a folder with the real readers and counts the cells of its truth.json that were read
 * exactly: `npx tsx tests/bench/samples.ts FOLDER [FILE…]`. Empty cells of the truth are counted apart.
 */
const [folder, ...wanted] = process.argv.slice(2);
if (!folder || !existsSync(join(folder, "truth.json"))) {
  console.error("usage: tsx tests/bench/samples.ts FOLDER [FILE…]  (FOLDER holds truth.json)");
  process.exit(2);
}
const samples = JSON.parse(await readFile(join(folder, "truth.json"), "utf8")) as Sample[];
const readers = await openReaders({ lang: "chi_sim", jobs: 2 });
try {
  for (const sample of samples) {
    if (wanted.length === 0 || wanted.includes(sample.file)) await readSample(sample);
  }
} finally {
  await readers.close();
}

async function readSample({ file, table, tables }: Sample): Promise<void> {
  const rows = table ?? tables?.flatMap((each) => each.rows ?? each.table ?? []) ?? [];
  const from = Date.now();
  const { recognized, source } = await recognizeFile(join(folder, file), readers);
  const record = recognizedToRecord(recognized, source);
  const found = record.tables.flatMap(({ cells, rowCount }) =>
    Array.from({ length: rowCount }, (_, row) =>
      cells
        .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
        .sort((a, b) => a.column - b.column)
        .map((cell) => bare(cell.text.value)),
    ),
  );
  let [filled, right, isFigure, figureRight] = [0, 0, 0, 0];
  let next = 0;
  for (const row of rows) {
    const texts = row.filter((text): text is string => text !== null && text !== "").map(bare);
    if (texts.length === 0) continue;
    const at = bestRow(found, texts, next);
    const left = at < 0 ? [] : [...found[at]];
    if (at >= 0) next = at + 1;
    const missed: string[] = [];
    for (const text of texts) {
      const place = left.indexOf(text);
      filled += 1;
      if (/\d/.test(text)) isFigure += 1;
      if (place < 0) {
        missed.push(text);
        continue;
      }
      left.splice(place, 1);
      right += 1;
      if (/\d/.test(text)) figureRight += 1;
    }
    if (missed.length > 0)
      console.log(`  missed ${missed.join(" | ")}   in ${at < 0 ? "no row" : found[at].join(" | ")}`);
  }
  const sizes = record.tables.map(({ rowCount, columnCount }) => `${rowCount}×${columnCount}`).join(", ");
  console.log(
    `${file}: ${right} of ${filled} filled cells right, ${figureRight} of ${isFigure} with figures; grids ${sizes || "none"}; ${((Date.now() - from) / 1000).toFixed(1)} s`,
  );
}

function bare(text: string): string {
  return text.replace(/\s/g, "").replaceAll("(", "（").replaceAll(")", "）");
}

/** The row, from `next` on, that shares most cells with the texts; -1 when none shares any. */
function bestRow(found: readonly string[][], texts: readonly string[], next: number): number {
  let [best, most] = [-1, 0];
  for (let row = next; row < Math.min(found.length, next + 8); row++) {
    const shared = texts.filter((text) => found[row].includes(text)).length;
    if (shared > most) [best, most] = [row, shared];
  }
  return best;
}
