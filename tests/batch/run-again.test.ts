import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readBatch } from "../../src/batch.ts";
import type { Format } from "../../src/batch-outputs.ts";
import { type Cache, openCache } from "../../src/cache.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import { fakePipeline } from "../support/fake-pipeline.ts";
import { sampleRecord } from "../support/sample-record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

// What a second run over the same scans does to the outputs of the first.

const FORMATS: Format[] = ["json", "html", "csv", "xlsx", "md", "jsonl"];

async function start() {
  const folder = await temporaryFolder();
  const output = path.join(folder, "out");
  const files = ["a.pdf", "b.pdf"].map((name) => path.join(folder, name));
  for (const file of files) await writeFile(file, "x");
  const cache = openCache(path.join(folder, "cache"));
  const run = async (
    record: AgreementRecord = sampleRecord(),
    formats: Format[] = FORMATS,
    others: Cache | null = cache,
  ) => {
    await readBatch(
      files,
      fakePipeline(() => record),
      { lang: "chi_sim", pageTimeoutMs: 1000, jobs: 2, cache: others },
      { folder: output, formats, language: "zh" },
      () => undefined,
    );
    return await looks(output);
  };
  return { folder, output, run };
}

/** Every file with its bytes and the moment it was written. */
async function looks(folder: string): Promise<Map<string, { bytes: string; writtenMs: number }>> {
  const files = new Map<string, { bytes: string; writtenMs: number }>();
  for (const name of (await readdir(folder)).sort()) {
    const file = path.join(folder, name);
    const bytes = (await readFile(file)).toString("latin1");
    files.set(name, { bytes, writtenMs: (await stat(file)).mtimeMs });
  }
  return files;
}

const bytesOf = (files: Awaited<ReturnType<typeof looks>>) =>
  new Map([...files].map(([name, { bytes }]) => [name, bytes]));

describe("run again over the same scans", () => {
  it("where nothing changed, leaves every file as it was, the batch's own too", async () => {
    const { run } = await start();
    const first = await run();
    expect([...first.keys()]).toContain("batch.xlsx");
    expect(await run()).toEqual(first);
  });

  it("puts back what was taken away or changed by other hands, byte for byte", async () => {
    const { run, output } = await start();
    const first = await run();
    await rm(path.join(output, "a.html"));
    await writeFile(path.join(output, "b.xlsx"), "not a workbook");
    await writeFile(path.join(output, "figures.csv"), "");
    const again = await run();
    const times = /^(batch|index)\./;
    for (const [name, bytes] of bytesOf(first)) {
      if (!times.test(name)) expect(again.get(name)?.bytes, name).toBe(bytes);
    }
    expect(again.size).toBe(first.size);
  });

  it("writes the same as a run that remembers nothing, where the record is another", async () => {
    const { run, output } = await start();
    await run();
    const other = sampleRecord({ findings: [], status: "incomplete" });
    const changed = await run(other);
    await rm(output, { recursive: true });
    const plain = await run(other, FORMATS, null);
    expect([...changed.keys()]).toEqual([...plain.keys()]);
    for (const name of ["a.json", "b.html", "a.xlsx", "findings.csv", "records.jsonl"])
      expect(changed.get(name)?.bytes, name).toBe(plain.get(name)?.bytes);
  });

  it("writes other formats when they are asked for", async () => {
    const { run } = await start();
    await run(sampleRecord(), ["json"]);
    expect([...(await run(sampleRecord(), ["json", "md"])).keys()]).toContain("a.md");
  });
});
