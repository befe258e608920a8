import { copyFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { openCache } from "../../src/cache.ts";
import { processScan } from "../../src/pipeline.ts";
import type { Readers } from "../../src/recognize/readers/reader.ts";
import { keptPages } from "../support/kept-pages.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Readers that count the lines they are asked about and see nothing on them, or fail. */
function countingReaders(fails = false): Readers & { lines: number } {
  const readers: Readers & { lines: number } = {
    lines: 0,
    first: {
      name: "counting",
      async readLine() {
        readers.lines++;
        if (fails) throw new Error("the reader died");
        return { reader: "counting", chars: [] };
      },
    },
    second: null,
    network: null,
    figures: null,
    names: ["counting"],
    close: async () => undefined,
  };
  return readers;
}

/** A scan of two pages with a bar of ink on the first alone. */
async function start() {
  const folder = await temporaryFolder();
  const file = path.join(folder, "a.tif");
  const data = new Uint8Array(400 * 500).fill(255);
  for (let y = 100; y < 124; y++)
    for (let x = 60; x < 300; x += 30) data.fill(0, y * 400 + x, y * 400 + x + 20);
  const [width, height] = [400, 500];
  const inked = await sharp(data, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
  const blank = await sharp({ create: { width, height, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  await writeFile(
    file,
    await sharp([inked, blank], { join: { animated: true } })
      .tiff()
      .toBuffer(),
  );
  return { folder, file, cacheFolder: path.join(folder, "cache") };
}

describe("a scan that was read before", () => {
  it("gives the same record and pictures without a line being read, under another name too", async () => {
    const { folder, file, cacheFolder } = await start();
    const readers = countingReaders();
    const first = await processScan(file, readers, { cache: openCache(cacheFolder) });
    expect(first.record.source.pageCount).toBe(2);
    const linesRead = readers.lines;
    expect(linesRead).toBeGreaterThan(0);
    const other = path.join(folder, "b.tif");
    await copyFile(file, other);
    const told: number[] = [];
    const again = await processScan(other, readers, {
      cache: openCache(cacheFolder),
      onProgress: ({ pageNumber }) => told.push(pageNumber),
    });
    expect(readers.lines).toBe(linesRead);
    expect(told).toEqual([1, 2]);
    const source = { ...first.record.source, fileName: "b.tif" };
    expect(JSON.stringify(again.record)).toBe(JSON.stringify({ ...first.record, source }));
    for (const pageNumber of [1, 2])
      expect(await again.pictures.find(pageNumber)).toEqual(await first.pictures.find(pageNumber));
  });

  it("has its pictures even where a page was damaged or taken out of the cache since", async () => {
    const { file, cacheFolder } = await start();
    const readers = countingReaders();
    const first = await processScan(file, readers, { cache: openCache(cacheFolder) });
    const picture = await first.pictures.find(1);
    const again = await processScan(file, readers, { cache: openCache(cacheFolder) });
    for (const name of await keptPages(cacheFolder)) await writeFile(path.join(cacheFolder, name), "");
    expect(await again.pictures.find(1)).toEqual(picture);
    for (const name of await readdir(cacheFolder))
      await rm(path.join(cacheFolder, name), { recursive: true });
    const anew = await processScan(file, readers, { cache: openCache(cacheFolder) });
    expect(JSON.stringify(anew.record)).toBe(JSON.stringify(first.record));
  });

  it("is tried again where a page failed", async () => {
    const { file, cacheFolder } = await start();
    const failed = await processScan(file, countingReaders(true), { cache: openCache(cacheFolder) });
    expect(failed.record.problems.map(({ code }) => code)).toContain("unreadable-page");
    const readers = countingReaders();
    const again = await processScan(file, readers, { cache: openCache(cacheFolder) });
    expect(readers.lines).toBeGreaterThan(0);
    expect(again.record.problems.map(({ code }) => code)).not.toContain("unreadable-page");
  });

  it("has its pictures where nothing can be kept", async () => {
    const { folder, file } = await start();
    const locked = path.join(folder, "a file");
    await writeFile(locked, "");
    for (const cache of [null, openCache(locked)]) {
      const { pictures } = await processScan(file, countingReaders(), { cache });
      expect((await pictures.find(2))?.pageNumber).toBe(2);
    }
  });
});
