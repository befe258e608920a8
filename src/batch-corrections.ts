import { readFile } from "node:fs/promises";
import path from "node:path";
import { HesuanError, UnreadableInputError } from "./errors.ts";
import type { AgreementRecord } from "./model/record.ts";

/**
 * The record at a place if a person corrected it, null where there is none or nothing in it is corrected.
 * Throws UnreadableInputError where writing there would lose corrections: they belong to another scan,
 * or the file is no valid record any more.
 */
export async function findCorrected(
  recordFile: string,
  { sha256 }: AgreementRecord["source"],
  scanPath: string,
): Promise<AgreementRecord | null> {
  if (!CORRECTED.test(await textOf(recordFile))) return null;
  const atStake = (why: string, cause?: unknown): UnreadableInputError =>
    new UnreadableInputError("corrections-at-stake", scanPath, `${path.basename(recordFile)}: ${why}`, {
      cause,
    });
  // Few runs find corrections; what reads them takes as long to load as a page to lay out.
  const { readRecord } = await import("./check-records.ts");
  const record = await readRecord(recordFile).catch((error: unknown) => {
    throw atStake(error instanceof HesuanError ? error.message : String(error), error);
  });
  if (record.source.sha256 !== sha256)
    throw atStake(`${record.source.fileName} ≠ ${path.basename(scanPath)}`);
  return record;
}

/** How many values of a record a person has set. */
export function countCorrected(record: AgreementRecord): number {
  // A quotation mark within a text stands escaped: only a key and its value look like this.
  return JSON.stringify(record).split('"trust":"corrected"').length - 1;
}

const CORRECTED = /"trust"\s*:\s*"corrected"/;

async function textOf(file: string): Promise<string> {
  // Where nothing can be read there is nothing to lose; whether it can be written will be told then.
  return await readFile(file, "utf8").catch(() => "");
}
