import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { VERSION } from "./version.ts";

/** Stands for the program as it is, its rules and outputs with it: another version, or one changed by hand, has another. */
export function digestOfProgram(): string {
  const hash = createHash("sha256").update(VERSION);
  for (const [name, content] of codeOf("")) hash.update(`\n${name}\n`).update(content);
  return hash.digest("hex");
}

/** The code of a room, or of the whole program, as it runs: names from there, and contents, in order of the names. */
export function* codeOf(room: string): Generator<[name: string, content: Buffer]> {
  const folder = join(fileURLToPath(new URL(".", import.meta.url)), room);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (/(?<!\.d)\.[jt]s$/.test(name)) yield [name, readFileSync(join(folder, name))];
  }
}
