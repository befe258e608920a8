import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { batchToHtml } from "./emit/batch-to-html.ts";
import { batchToManifest } from "./emit/batch-to-manifest.ts";
import { batchToXlsx } from "./emit/batch-to-xlsx.ts";
import { rowsToCsv, rowsToCsvLines, tableToCsv } from "./emit/csv.ts";
import type { Language } from "./emit/language.ts";
import { recordToHtml } from "./emit/record-to-html.ts";
import { recordsToJsonl, recordToJson } from "./emit/record-to-json.ts";
import { recordToMarkdown } from "./emit/record-to-markdown.ts";
import { recordToXlsx } from "./emit/record-to-xlsx.ts";
import type { Rows } from "./emit/row-cells.ts";
import { type BatchLists, recordsToLists } from "./emit/rows.ts";
import { errnoOf, isFull, MachineError } from "./errors.ts";
import type { ManifestScan } from "./model/manifest.ts";
import type { PagePicture } from "./model/outcome.ts";
import type { AgreementRecord } from "./model/record.ts";
import { VERSION } from "./version.ts";
import { DRAFT_NAME, makeFolder, writeWhole, writeWholeInParts } from "./write-whole.ts";

export const FORMATS = ["json", "html", "csv", "xlsx", "md", "jsonl"] as const;
export type Format = (typeof FORMATS)[number];

export interface OutputOptions {
  folder: string;
  formats: readonly Format[];
  language: Language;
}

/** Writes one record in every format that has a file of its own a scan; returns the paths written. */
export async function writeRecord(
  record: AgreementRecord,
  pictures: readonly PagePicture[],
  name: string,
  { folder, formats, language }: OutputOptions,
): Promise<string[]> {
  const files: [ending: string, content: string | Uint8Array][] = [];
  for (const format of formats) {
    if (format === "json") files.push(["json", recordToJson(record)]);
    if (format === "html") files.push(["html", recordToHtml(record, pictures, language)]);
    if (format === "xlsx") files.push(["xlsx", await recordToXlsx(record, language)]);
    if (format === "md") files.push(["md", recordToMarkdown(record, language)]);
    if (format === "csv") files.push(...csvFiles(record));
  }
  return await writeAll(
    folder,
    files.map(([ending, content]) => [`${name}.${ending}`, content]),
  );
}

/** Writes what tells of a batch as a whole: `batch.json` with more than one input, and a front page if HTML is asked for. */
export async function writeManifest(
  scans: readonly ManifestScan[],
  { folder, formats, language }: OutputOptions,
): Promise<string[]> {
  const manifest = batchToManifest(scans, { name: "hesuan", version: VERSION });
  const files: [string, string][] = [["batch.json", `${JSON.stringify(manifest, null, 2)}\n`]];
  if (formats.includes("html")) files.push(["index.html", batchToHtml(manifest, language)]);
  return scans.length > 1 ? await writeAll(folder, files) : [];
}

/**
 * Writes the lists of a batch for other tools, one record at a time: CSV and XLSX with more than one input,
 * JSON Lines always. Only the workbook's rows are held in memory.
 */
export async function writeLists(
  scans: readonly ManifestScan[],
  records: AsyncIterable<AgreementRecord>,
  { folder, formats }: OutputOptions,
): Promise<string[]> {
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
  return [...written, ...(await writeAll(folder, [["batch.xlsx", await batchToXlsx(manifest, workbook)]]))];
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
): Promise<string[]> {
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

async function writeAll(
  folder: string,
  files: readonly (readonly [string, string | Uint8Array])[],
): Promise<string[]> {
  const written: string[] = [];
  try {
    await makeFolder(folder);
    for (const [name, content] of files) {
      const file = path.join(folder, name);
      await writeWhole(file, content);
      written.push(file);
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
