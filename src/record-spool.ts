import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { AgreementRecord } from "./model/record.ts";

/** Keeps the records of a batch on disk, so that memory stays flat however many there are. Must be closed. */
export interface RecordSpool {
  keep(at: number, record: AgreementRecord): Promise<void>;
  /** The records kept, by ascending place. */
  entries(): AsyncGenerator<{ at: number; record: AgreementRecord }>;
  records(): AsyncGenerator<AgreementRecord>;
  close(): Promise<void>;
}

export async function openSpool(): Promise<RecordSpool> {
  const folder = await mkdtemp(path.join(tmpdir(), "hesuan-batch-"));
  const kept = new Set<number>();
  const fileOf = (at: number): string => path.join(folder, `${at}.gz`);
  async function* entries(): AsyncGenerator<{ at: number; record: AgreementRecord }> {
    for (const at of [...kept].sort((a, b) => a - b)) {
      yield { at, record: JSON.parse(gunzipSync(await readFile(fileOf(at))).toString("utf8")) };
    }
  }
  return {
    async keep(at, record) {
      await writeFile(fileOf(at), gzipSync(JSON.stringify(record), { level: 1 }));
      kept.add(at);
    },
    entries,
    async *records() {
      for await (const { record } of entries()) yield record;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
