import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { errnoOf } from "./errors.ts";

/** The version of an installed package, null where there is none. Many hide their package.json behind their exports. */
export function findInstalledVersion(packageName: string): string | null {
  for (const folder of createRequire(import.meta.url).resolve.paths(packageName) ?? []) {
    try {
      return JSON.parse(readFileSync(join(folder, packageName, "package.json"), "utf8")).version;
    } catch (error) {
      const errno = errnoOf(error);
      if (errno !== "ENOENT" && errno !== "ENOTDIR") throw error;
    }
  }
  return null;
}
