import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** The entries of a cache folder that hold a recognized page each, by name: no page was read that isn't among them. */
export async function keptPages(cache: string): Promise<string[]> {
  const names = await readdir(cache, { recursive: true });
  const pages: string[] = [];
  for (const name of names.filter((each) => each.endsWith(".json.gz")).sort()) {
    const entry: object = JSON.parse(gunzipSync(await readFile(join(cache, name))).toString("utf8"));
    if ("picture" in entry) pages.push(name);
  }
  return pages;
}
