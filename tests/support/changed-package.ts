import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");

/** A later version of the built command, as an upgrade would bring it: what a user's own folder of outputs and cache meets. */
export interface Change {
  version: string;
  /** Below `dist`. */
  file: string;
  from: string;
  to: string;
}

/** A rule less: the records of every agreement differ, and nothing that looks at pixels does. */
export const RULES_CHANGED: Change = {
  version: "9.9.9",
  file: "recognized-to-record.js",
  from: "  indicatorNumbering\n];",
  to: "];",
};

/** Copies what is built into a folder with one change in it; answers where its command lies. Throws where the change finds no place. */
export async function copyChangedPackage(
  folder: string,
  { version, file, from, to }: Change,
): Promise<string> {
  await mkdir(folder);
  await cp(join(ROOT, "dist"), join(folder, "dist"), { recursive: true });
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  const manifest = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  await writeFile(join(folder, "package.json"), JSON.stringify({ ...manifest, version }));
  const place = join(folder, "dist", file);
  const code = await readFile(place, "utf8");
  if (!code.includes(from)) throw new Error(`${file} has no ${JSON.stringify(from)} to change`);
  await writeFile(place, code.replace(from, to));
  return join(folder, "dist", "cli.js");
}
