import path from "node:path";
import type { Cache } from "./cache.ts";
import { stands, type Written } from "./write-whole.ts";

/**
 * Writes outputs, but not where the very files that were made of the same before still stand as they were written,
 * byte for byte. `key` names all they are made of. Answers the files, written or standing.
 */
export async function reuseOutputs(
  cache: Cache | null,
  key: () => string,
  folder: string,
  write: () => Promise<Written[]>,
): Promise<string[]> {
  if (cache === null) return (await write()).map(({ file }) => file);
  const ownKey = key();
  const known = (await cache.find(ownKey)) as KnownOutputs | null;
  const standing = known?.files.map(({ name, sha256 }) => ({ file: path.join(folder, name), sha256 })) ?? [];
  if (standing.length > 0 && (await areAllStanding(standing))) return standing.map(({ file }) => file);
  const written = await write();
  const files = written.map(({ file, sha256 }) => ({ name: path.relative(folder, file), sha256 }));
  await cache.keep(ownKey, { files });
  return written.map(({ file }) => file);
}

interface KnownOutputs {
  files: { name: string; sha256: string }[];
}

async function areAllStanding(files: readonly Written[]): Promise<boolean> {
  for (const file of files) if (!(await stands(file))) return false;
  return true;
}
