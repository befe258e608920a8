import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
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
  /** Stands for all that was kept: the same records at the same places have the same. */
  digest(): string;
  close(): Promise<void>;
}

export async function openSpool(): Promise<RecordSpool> {
  await removeForgotten();
  const folder = await mkdtemp(path.join(tmpdir(), PREFIX));
  const kept = new Map<number, string>();
  const fileOf = (at: number): string => path.join(folder, `${at}.gz`);
  async function* entries(): AsyncGenerator<{ at: number; record: AgreementRecord }> {
    for (const at of [...kept.keys()].sort((a, b) => a - b)) {
      yield { at, record: JSON.parse(gunzipSync(await readFile(fileOf(at))).toString("utf8")) };
    }
  }
  return {
    async keep(at, record) {
      const text = JSON.stringify(record);
      await writeFile(fileOf(at), gzipSync(text, { level: 1 }));
      kept.set(at, createHash("sha256").update(text).digest("hex"));
    },
    digest: () => JSON.stringify([...kept].sort(([a], [b]) => a - b)),
    entries,
    async *records() {
      for await (const { record } of entries()) yield record;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

const PREFIX = "hesuan-batch-";
const FORGOTTEN = /^hesuan-(batch|model)-/;
const FORGOTTEN_MS = 7 * 86_400_000;

/** A killed run leaves its spool behind, or the models it was starting with; no batch runs for a week. */
async function removeForgotten(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch((): string[] => [])) {
    if (!FORGOTTEN.test(name)) continue;
    const folder = path.join(tmpdir(), name);
    const status = await stat(folder).catch(() => null);
    if (status && Date.now() - status.mtimeMs > FORGOTTEN_MS) {
      await rm(folder, { recursive: true, force: true }).catch(() => null);
    }
  }
}
