import { randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { errnoOf } from "./errors.ts";

/** How a half-written file is called; a run that was killed may leave some behind. */
export const DRAFT_NAME = /^\.hesuan-[0-9a-f]{12}\.tmp$/;

/**
 * Writes a file whole or not at all: beside its place, brought to the disk, then renamed.
 * A file that holds the very same bytes is left alone.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const bytes =
    typeof content === "string"
      ? Buffer.from(content)
      : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (await holds(file, bytes)) return;
  const draft = draftBeside(file);
  try {
    const handle = await open(draft, "wx");
    try {
      await handle.writeFile(bytes);
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

/** Like `writeWhole`, for files that grow side by side; none appears before all are filled. Returns the files. */
export async function writeWholeInParts(
  files: readonly string[],
  fill: (append: (file: string, text: string) => Promise<void>) => Promise<void>,
): Promise<string[]> {
  const drafts = new Map<string, { draft: string; handle: FileHandle }>();
  try {
    for (const file of files) {
      const draft = draftBeside(file);
      drafts.set(file, { draft, handle: await open(draft, "wx") });
    }
    await fill(async (file, text) => void (await drafts.get(file)?.handle.appendFile(text)));
    for (const [file, { draft, handle }] of drafts) {
      await handle.sync();
      await handle.close();
      await rename(draft, file);
    }
    return [...files];
  } catch (error) {
    for (const { draft, handle } of drafts.values()) {
      await handle.close().catch(() => null);
      await rm(draft, { force: true });
    }
    throw error;
  }
}

function draftBeside(file: string): string {
  return path.join(path.dirname(file), `.hesuan-${randomBytes(6).toString("hex")}.tmp`);
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

async function holds(file: string, bytes: Buffer): Promise<boolean> {
  try {
    const { size } = await stat(file);
    return size === bytes.length && bytes.equals(await readFile(file));
  } catch {
    // Not there, or not readable: writing will tell.
    return false;
  }
}
