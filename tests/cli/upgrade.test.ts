import { spawnSync } from "node:child_process";
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { AgreementRecord } from "../../src/model/record.ts";
import { type Change, copyChangedPackage, RULES_CHANGED } from "../support/changed-package.ts";
import { keptPages } from "../support/kept-pages.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

// What a user meets who goes on in the same folders with a later version.

const ROOT = join(import.meta.dirname, "..", "..");

/** The same pixels are looked at in another way: what was recognized before counts no more. */
const READING_CHANGED: Change = {
  ...RULES_CHANGED,
  file: "recognize/recognize-page.js",
  from: "",
  to: "// another way of looking\n",
};

const ANEW = "other rules judge every agreement anew and read none; another way of reading reads them anew";

test(ANEW, { timeout: 240_000 }, async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "in"));
  await copyFile(join(ROOT, "fixtures", "born-digital", "scan.pdf"), join(folder, "in", "a.pdf"));
  const first = await readWith(join(ROOT, "dist", "cli.js"), folder);
  expect(first.rules).toContain("indicator-numbering");

  const judged = await readWith(await copyChangedPackage(join(folder, "rules"), RULES_CHANGED), folder);
  expect(judged.version).toBe(RULES_CHANGED.version);
  expect(judged.rules).toEqual(first.rules.filter((rule) => rule !== "indicator-numbering"));
  expect(judged.kept).toEqual(first.kept);

  const read = await readWith(await copyChangedPackage(join(folder, "reading"), READING_CHANGED), folder);
  expect(read.kept).toHaveLength(2 * first.kept.length);
  expect(read.rules).toEqual(first.rules);
});

/** Reads `<folder>/in` with a command: the version and the rules that the record names, and what the cache holds. */
async function readWith(command: string, folder: string) {
  const words = ["read", "in", "-o", "out", "-f", "json", "--cache-dir", "cache", "-q"];
  expect(spawnSync(process.execPath, [command, ...words], { cwd: folder }).status).toBe(0);
  const record: AgreementRecord = JSON.parse(await readFile(join(folder, "out", "a.json"), "utf8"));
  return {
    version: record.generator.version,
    rules: [...new Set(record.checks.map(({ ruleId }) => ruleId))],
    kept: await keptPages(join(folder, "cache")),
  };
}
