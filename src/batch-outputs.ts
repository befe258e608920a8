import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { batchToHtml } from "./emit/batch-to-html.ts";
import { batchToManifest } from "./emit/batch-to-manifest.ts";
import { batchToXlsx } from "./emit/batch-to-xlsx.ts";
import { rowsToCsv, tableToCsv } from "./emit/csv.ts";
import type { Language } from "./emit/language.ts";
import { recordToHtml } from "./emit/record-to-html.ts";
import { recordsToJsonl, recordToJson } from "./emit/record-to-json.ts";
import { recordToMarkdown } from "./emit/record-to-markdown.ts";
import { recordToXlsx } from "./emit/record-to-xlsx.ts";
import {
  recordsToFigureRows,
  recordsToFindingRows,
  recordsToIndicatorRows,
  recordsToProblemRows,
} from "./emit/rows.ts";
import { errnoOf, MachineError } from "./errors.ts";
import type { Outcome, PagePicture } from "./model/outcome.ts";
import type { AgreementRecord } from "./model/record.ts";
import { VERSION } from "./version.ts";

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

/**
 * Writes what tells of a batch as a whole; returns the paths written.
 * `batch.json` comes with more than one input; the front page and the lists for other tools come with their format.
 */
export async function writeBatch(
  outcomes: readonly Outcome[],
  { folder, formats, language }: OutputOptions,
): Promise<string[]> {
  const records = outcomes.flatMap((outcome) => (outcome.kind === "read" ? [outcome.record] : []));
  const manifest = batchToManifest(outcomes, folder, { name: "hesuan", version: VERSION });
  const files: [string, string | Uint8Array][] = [];
  if (outcomes.length > 1) {
    files.push(["batch.json", `${JSON.stringify(manifest, null, 2)}\n`]);
    if (formats.includes("html")) files.push(["index.html", batchToHtml(manifest, language)]);
    if (formats.includes("xlsx")) files.push(["batch.xlsx", await batchToXlsx(manifest, records)]);
    if (formats.includes("csv")) files.push(...listFiles(records));
  }
  if (formats.includes("jsonl")) files.push(["records.jsonl", recordsToJsonl(records)]);
  return await writeAll(folder, files);
}

function csvFiles(record: AgreementRecord): [string, string][] {
  const tables = record.tables.map((table): [string, string] => [`${table.id}.csv`, tableToCsv(table)]);
  return [...listFiles([record]), ...tables];
}

function listFiles(records: readonly AgreementRecord[]): [string, string][] {
  return [
    ["figures.csv", rowsToCsv(recordsToFigureRows(records))],
    ["findings.csv", rowsToCsv(recordsToFindingRows(records))],
    ["indicators.csv", rowsToCsv(recordsToIndicatorRows(records))],
    ["problems.csv", rowsToCsv(recordsToProblemRows(records))],
  ];
}

async function writeAll(
  folder: string,
  files: readonly (readonly [string, string | Uint8Array])[],
): Promise<string[]> {
  const written: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
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

/** A file whole or not at all: written beside its place, brought to the disk, then renamed. */
async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const draft = path.join(path.dirname(file), `.hesuan-${randomBytes(6).toString("hex")}.tmp`);
  try {
    const handle = await open(draft, "wx");
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function asMachineError(error: unknown, folder: string): unknown {
  const errno = errnoOf(error);
  if (errno === "ENOSPC" || errno === "EDQUOT")
    return new MachineError("disk-full", folder, { cause: error });
  const locked = ["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "EISDIR"];
  if (errno !== null && locked.includes(errno)) {
    return new MachineError("output-not-writable", folder, { cause: error });
  }
  return error;
}
