import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { processScan, type Readers } from "../src/pipeline.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

/** Readers that see nothing, and count how often they were started. */
function startedReaders(): Readers & { started: number } {
  const readers: Readers & { started: number } = {
    started: 0,
    first: { name: "none", readLine: async () => ({ reader: "none", chars: [] }) },
    second: null,
    network: null,
    figures: null,
    names: ["none"],
    start() {
      readers.started++;
    },
    close: async () => undefined,
  };
  return readers;
}

test("readers start before a scan is read, and not at all for a file that is none", async () => {
  const folder = await temporaryFolder();
  const readers = startedReaders();
  for (const [name, content] of [
    ["letter.pdf", "Dear Sir or Madam,\n"],
    ["empty.png", ""],
  ]) {
    await writeFile(join(folder, name), content);
    await expect(processScan(join(folder, name), readers)).rejects.toMatchObject({ exitCode: 3 });
  }
  expect(readers.started).toBe(0);
  const scan = join(folder, "blank.png");
  await sharp({ create: { width: 300, height: 200, channels: 3, background: "#fff" } }).toFile(scan);
  await processScan(scan, readers);
  expect(readers.started).toBe(1);
});
