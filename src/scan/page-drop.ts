import { writeSync } from "node:fs";
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A file without a name in which a process leaves a page's pixels for another: through the pipe between them the
 * millions of bytes of a page are copied four times, piece by piece.
 */
export interface PageDrop {
  fd: number;
  /** So many bytes from the file's beginning. */
  take(bytes: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Null where the system can't have such a file; pages then go through the pipe. */
export async function openPageDrop(): Promise<PageDrop | null> {
  const file = await openNameless().catch(() => null);
  return (
    file && {
      fd: file.fd,
      async take(bytes) {
        const data = new Uint8Array(bytes);
        for (let at = 0; at < bytes; ) {
          const { bytesRead } = await file.read(data, at, bytes - at, at);
          if (bytesRead === 0) throw new RangeError(`${at} of ${bytes} bytes were left`);
          at += bytesRead;
        }
        return data;
      },
      close: () => file.close(),
    }
  );
}

/** Leaves bytes at the file's beginning; false where there is no room for them. */
export function leave(fd: number, data: Uint8Array): boolean {
  try {
    for (let at = 0; at < data.length; ) at += writeSync(fd, data, at, data.length - at, at);
    return true;
  } catch {
    return false;
  }
}

/** Its name is gone at once, so that nothing is left of it whatever becomes of the program. */
async function openNameless(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), "hesuan-page-"));
  try {
    return await open(join(folder, "pixels"), "wx+", 0o600);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
