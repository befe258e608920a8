import { createHash, type Hash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { errnoOf } from "./errors.ts";

/** How a half-written file is called; a run that was killed may leave some behind. */
export const DRAFT_NAME = /^\.hesuan-[0-9a-f]{12}\.tmp$/;

/** A file as it was written. */
export interface Written {
  file: string;
  sha256: string;
}

/**
 * Writes a file whole or not at all: beside its place, brought to the disk, then renamed.
 * A file that holds the very same bytes is left alone.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<Written> {
  const known = { file, sha256: createHash("sha256").update(content).digest("hex") };
  if (!(await stands(known))) await writeWholeInParts([file], (append) => append(file, content));
  return known;
}

/** Like `writeWhole`, for files that grow side by side; none appears before all are filled. */
export async function writeWholeInParts(
  files: readonly string[],
  fill: (append: (file: string, part: string | Uint8Array) => Promise<void>) => Promise<void>,
): Promise<Written[]> {
  const drafts = new Map<string, Draft>();
  try {
    for (const file of files) drafts.set(file, await openDraft(file));
    await fill(async (file, part) => {
      const draft = drafts.get(file);
      draft?.hash.update(part);
      await draft?.handle.appendFile(part);
    });
    const written: Written[] = [];
    for (const [file, draft] of drafts) written.push(await finishDraft(file, draft));
    return written;
  } catch (error) {
    for (const { name, handle } of drafts.values()) {
      await handle.close().catch(() => null);
      await rm(name, { force: true });
    }
    throw error;
  }
}

interface Draft {
  name: string;
  handle: FileHandle;
  hash: Hash;
}

async function openDraft(file: string): Promise<Draft> {
  const name = path.join(path.dirname(file), `.hesuan-${randomBytes(6).toString("hex")}.tmp`);
  return { name, handle: await open(name, "wx"), hash: createHash("sha256") };
}

async function finishDraft(file: string, { name, handle, hash }: Draft): Promise<Written> {
  const written = { file, sha256: hash.digest("hex") };
  const isSame = await stands(written);
  if (!isSame) await handle.sync();
  await handle.close();
  if (isSame) await rm(name, { force: true });
  else await rename(name, file);
  return written;
}

/** Whether a file is there and holds what was written. */
export async function stands({ file, sha256 }: Written): Promise<boolean> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk);
  } catch {
    // Not there, or not readable: writing will tell.
    return false;
  }
  return hash.digest("hex") === sha256;
}

/** A folder and those above it. Node's own `recursive` never returns where a parent takes no folders (/proc). */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const errno = errnoOf(error);
    const parent = path.dirname(folder);
    if (errno === "EEXIST" && (await stat(folder)).isDirectory()) return;
    if (errno !== "ENOENT" || parent === folder) throw error;
    await makeFolder(parent);
    await mkdir(folder).catch((again: unknown) => {
      if (errnoOf(again) !== "EEXIST") throw again;
    });
  }
}
