import { randomBytes } from "node:crypto";
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { makeFolder } from "./write-whole.ts";

/**
 * What was recognized before, kept under a key made of everything it depends on (`cache-key.ts`).
 * `find` answers null for what is not there or not whole; `keep` never fails a scan, and answers whether it kept;
 * `touch` answers whether there is anything, and marks it as used.
 */
export interface Cache {
  find(key: string): Promise<unknown>;
  touch(key: string): Promise<boolean>;
  keep(key: string, value: object): Promise<boolean>;
}

export interface CacheUsage {
  entries: number;
  bytes: number;
  oldest: Date | null;
}

/** Opens a cache folder, which need not exist yet. A `fresh` cache finds nothing but what came since it was opened. */
export function openCache(folder: string, options: { fresh?: boolean } = {}): Cache {
  let isWritable = true;
  const ownKeys = new Set<string>();
  const isShut = (key: string): boolean => options.fresh === true && !ownKeys.has(key);
  return {
    async find(key) {
      return isShut(key) ? null : await readEntry(entryPath(folder, key));
    },
    async touch(key) {
      return !isShut(key) && (await touchEntry(entryPath(folder, key)));
    },
    async keep(key, value) {
      if (!isWritable) return false;
      try {
        await writeEntry(entryPath(folder, key), value);
        if (options.fresh) ownKeys.add(key);
      } catch {
        // A full or read-only disk makes the next run slower, and this one no worse.
        isWritable = false;
      }
      return isWritable;
    },
  };
}

/** What a cache folder holds; nothing where there is none. */
export async function measureCache(folder: string): Promise<CacheUsage> {
  const usage: CacheUsage = { entries: 0, bytes: 0, oldest: null };
  for await (const { bytes, usedAt } of entriesOf(folder)) {
    usage.entries++;
    usage.bytes += bytes;
    if (usage.oldest === null || usedAt < usage.oldest) usage.oldest = usedAt;
  }
  return usage;
}

/** Deletes the entries not used since a moment, and what killed runs left half-written; returns what went. */
export async function pruneCache(folder: string, unusedSince: Date): Promise<CacheUsage> {
  const gone: CacheUsage = { entries: 0, bytes: 0, oldest: null };
  for await (const { file, bytes, usedAt } of entriesOf(folder)) {
    if (usedAt >= unusedSince) continue;
    await rm(file, { force: true });
    gone.entries++;
    gone.bytes += bytes;
  }
  return gone;
}

const ENDING = ".json.gz";

/** Two hundred and fifty-six folders keep each small enough for any file system. */
function entryPath(folder: string, key: string): string {
  return path.join(folder, key.slice(0, 2), `${key}${ENDING}`);
}

/** An entry cut short fails its gzip checksum: it counts as not there and is written again. */
async function readEntry(file: string): Promise<unknown> {
  try {
    const value: unknown = JSON.parse(gunzipSync(await readFile(file)).toString("utf8"));
    await touchEntry(file);
    return value;
  } catch {
    return null;
  }
}

async function touchEntry(file: string): Promise<boolean> {
  const now = new Date();
  try {
    await utimes(file, now, now);
    return true;
  } catch {
    // One that another user keeps, or a disk that can't be written, can be read all the same.
    return (await stat(file).catch(() => null)) !== null;
  }
}

/** Most of an entry is a JPEG, which doesn't shrink: the quickest level does as well as the best. */
async function writeEntry(file: string, value: object): Promise<void> {
  await makeFolder(path.dirname(file));
  const draft = path.join(path.dirname(file), `.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await writeFile(draft, gzipSync(JSON.stringify(value), { level: 1 }), { flag: "wx" });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

interface Entry {
  file: string;
  bytes: number;
  usedAt: Date;
}

async function* entriesOf(folder: string): AsyncGenerator<Entry> {
  for (const shelf of await namesIn(folder)) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
    for (const name of await namesIn(path.join(folder, shelf))) {
      if (!name.endsWith(ENDING) && !name.endsWith(".tmp")) continue;
      const file = path.join(folder, shelf, name);
      const { size, mtime } = await stat(file);
      yield { file, bytes: size, usedAt: mtime };
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}
