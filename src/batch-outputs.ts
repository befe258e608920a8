import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Cache } from "./cache.ts";
import { outputsKeyOf } from "./cache-key.ts";
import { batchToHtml } from "./emit/batch-to-html.ts";
import { batchToManifest } from "./emit/batch-to-manifest.ts";
import { batchToXlsx } from "./emit/batch-to-xlsx.ts";
import { rowsToCsv, rowsToCsvLines, tableToCsv } from "./emit/csv.ts";
import type { Language } from "./emit/language.ts";
import { recordToHtml } from "./emit/record-to-html.ts";
import { recordsToJsonl, recordToJsonParts } from "./emit/record-to-json.ts";
import { recordToMarkdown } from "./emit/record-to-markdown.ts";
import { recordToXlsx } from "./emit/record-to-xlsx.ts";
import type { Rows } from "./emit/row-cells.ts";
import { type BatchLists, recordsToLists } from "./emit/rows.ts";
import { errnoOf, isFull, MachineError } from "./errors.ts";
import type { ManifestScan } from "./model/manifest.ts";
import type { PagePictures } from "./model/picture.ts";
import type { AgreementRecord } from "./model/record.ts";
import type { RecordSpool } from "./record-spool.ts";
import { reuseOutputs } from "./reuse-outputs.ts";
import { VERSION } from "./version.ts";
import { DRAFT_NAME, makeFolder, type Written, writeWhole, writeWholeInParts } from "./write-whole.ts";

export const FORMATS = ["json", "html", "csv", "xlsx", "md", "jsonl"] as const;
export type Format = (typeof FORMATS)[number];

export interface OutputOptions {
  folder: string;
  formats: readonly Format[];
  language: Language;
}

/** Writes one record in every format that has a file of its own a scan; what stands already is not made again. */
export async function writeRecord(
  record: AgreementRecord,
  pictures: PagePictures,
  name: string,
  options: OutputOptions,
  cache: Cache | null = null,
): Promise<string[]> {
  const { folder, formats, language } = options;
  const key = (): string => outputsKeyOf(record, name, formats, language);
  return await reuseOutputs(cache, key, folder, async () => {
    const written: Written[] = [];
    for (const format of formats) {
      for (const [ending, content] of await contentsOf(format, record, pictures, language)) {
        written.push(...(await writeFiles(folder, [[`${name}.${ending}`, content]])));
      }
    }
    return written;
  });
}

type Content = string | Uint8Array | Iterable<string> | AsyncIterable<string>;

async function contentsOf(
  format: Format,
  record: AgreementRecord,
  pictures: PagePictures,
  language: Language,
): Promise<[ending: string, content: Content][]> {
  if (format === "json") return [["json", recordToJsonParts(record)]];
  if (format === "html") return [["html", recordToHtml(record, pictures, language)]];
  if (format === "xlsx") return [["xlsx", await recordToXlsx(record, language)]];
  if (format === "md") return [["md", recordToMarkdown(record, language)]];
  return format === "csv" ? csvFiles(record) : [];
}

/**
 * Writes what tells of a batch as a whole: its manifest, its front page and its lists.
 * Where nothing changed since they were written they stay as they are, the times in them too.
 */
export async function writeBatch(
  scans: readonly ManifestScan[],
  spool: RecordSpool,
  options: OutputOptions,
  cache: Cache | null,
): Promise<string[]> {
  const { folder, formats, language } = options;
  const timeless = scans.map((scan) => ({ ...scan, elapsedMs: 0 }));
  const key = (): string => outputsKeyOf(timeless, spool.digest(), formats, language);
  return await reuseOutputs(cache, key, folder, async () => [
    ...(await writeManifest(scans, options)),
    ...(await writeLists(scans, spool.records(), options)),
  ]);
}

/** Writes `batch.json` with more than one input, and a front page if HTML is asked for. */
export async function writeManifest(
  scans: readonly ManifestScan[],
  { folder, formats, language }: OutputOptions,
): Promise<Written[]> {
  const manifest = batchToManifest(scans, { name: "hesuan", version: VERSION });
  const files: [string, string][] = [["batch.json", `${JSON.stringify(manifest, null, 2)}\n`]];
  if (formats.includes("html")) files.push(["index.html", batchToHtml(manifest, language)]);
  return scans.length > 1 ? await writeFiles(folder, files) : [];
}

/**
 * Writes the lists of a batch for other tools, one record at a time: CSV and XLSX with more than one input,
 * JSON Lines always. Only the workbook's rows are held in memory.
 */
async function writeLists(
  scans: readonly ManifestScan[],
  records: AsyncIterable<AgreementRecord>,
  { folder, formats }: OutputOptions,
): Promise<Written[]> {
  const hasMany = scans.length > 1;
  const wants = (format: Format): boolean => formats.includes(format) && (hasMany || format === "jsonl");
  const names = [
    ...(wants("jsonl") ? ["records.jsonl"] : []),
    ...(wants("csv") ? LIST_NAMES.map((name) => `${name}.csv`) : []),
  ];
  if (names.length === 0 && !wants("xlsx")) return [];
  const workbook = recordsToLists([]);
  const written = await writeGrowing(folder, names, async (append) => {
    const appendLists = async (toCsv: (rows: Rows) => string, lists: BatchLists): Promise<void> => {
      if (wants("csv")) for (const name of LIST_NAMES) await append(`${name}.csv`, toCsv(lists[name]));
    };
    await appendLists(rowsToCsv, workbook);
    for await (const record of records) {
      const lists = recordsToLists([record]);
      if (wants("jsonl")) await append("records.jsonl", recordsToJsonl([record]));
      await appendLists(rowsToCsvLines, lists);
      if (wants("xlsx")) addRows(workbook, lists);
    }
  });
  if (!wants("xlsx")) return written;
  const manifest = batchToManifest(scans, { name: "hesuan", version: VERSION });
  const xlsx = await batchToXlsx(manifest, workbook);
  return [...written, ...(await writeFiles(folder, [["batch.xlsx", xlsx]]))];
}

function addRows(all: BatchLists, some: BatchLists): void {
  for (const name of LIST_NAMES) for (const row of some[name].rows) all[name].rows.push(row);
}

const LIST_NAMES = ["figures", "findings", "indicators", "problems"] as const;

function csvFiles(record: AgreementRecord): [string, string][] {
  const lists = recordsToLists([record]);
  const tables = record.tables.map((table): [string, string] => [`${table.id}.csv`, tableToCsv(table)]);
  return [...LIST_NAMES.map((name): [string, string] => [`${name}.csv`, rowsToCsv(lists[name])]), ...tables];
}

async function writeGrowing(
  folder: string,
  names: readonly string[],
  fill: (append: (name: string, text: string) => Promise<void>) => Promise<void>,
): Promise<Written[]> {
  try {
    await makeFolder(folder);
    return await writeWholeInParts(
      names.map((name) => path.join(folder, name)),
      (append) => fill((name, text) => append(path.join(folder, name), text)),
    );
  } catch (error) {
    throw asMachineError(error, folder);
  }
}

/** Takes away what killed runs left half-written before a moment; nothing where there is no folder yet. */
export async function removeDrafts(folder: string, before: Date): Promise<void> {
  for (const name of await readdir(folder).catch((): string[] => [])) {
    if (!DRAFT_NAME.test(name)) continue;
    const draft = path.join(folder, name);
    const status = await stat(draft).catch(() => null);
    if (status && status.mtime < before) await rm(draft, { force: true }).catch(() => null);
  }
}

async function writeFiles(
  folder: string,
  files: readonly (readonly [string, Content])[],
): Promise<Written[]> {
  const written: Written[] = [];
  try {
    await makeFolder(folder);
    for (const [name, content] of files) {
      const file = path.join(folder, name);
      if (typeof content === "string" || content instanceof Uint8Array)
        written.push(await writeWhole(file, content));
      else
        written.push(
          ...(await writeWholeInParts([file], async (append) => {
            for await (const part of content) await append(file, part);
          })),
        );
    }
    return written;
  } catch (error) {
    throw asMachineError(error, folder);
  }
}

function asMachineError(error: unknown, folder: string): unknown {
  const errno = errnoOf(error);
  if (isFull(errno)) return new MachineError("disk-full", folder, { cause: error });
  const locked = ["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "EISDIR", "ENOENT"];
  if (errno !== null && locked.includes(errno)) {
    return new MachineError("output-not-writable", folder, { cause: error });
  }
  return error;
}
