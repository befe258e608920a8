import { readdirSync, readFileSync } from "node:fs";
import { mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { measureCache, openCache, pruneCache } from "../../src/cache.ts";
import { cacheFolderOf } from "../../src/cache-folder.ts";
import {
  pageKeyOf,
  READING_MODEL,
  READING_PACKAGES,
  scanKeyOf,
  WRITING_PACKAGES,
} from "../../src/cache-key.ts";
import { findInstalledVersion } from "../../src/installed-version.ts";
import type { ScannedPage } from "../../src/model/picture.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const KEY = "ab".repeat(32);
const OTHER = "cd".repeat(32);

async function fileOf(folder: string, key: string): Promise<string> {
  const [name] = (await readdir(path.join(folder, key.slice(0, 2)))).filter((file) => file.startsWith(key));
  return path.join(folder, key.slice(0, 2), name);
}

describe("the cache", () => {
  it("finds what was kept, in another run too", async () => {
    const folder = await temporaryFolder();
    const value = { text: "补充协议", numbers: [1, -2.5], nothing: null };
    await openCache(folder).keep(KEY, value);
    expect(await openCache(folder).find(KEY)).toEqual(value);
    expect(await openCache(folder).find(OTHER)).toBeNull();
  });

  it("takes an entry that was cut short for none, and mends it", async () => {
    const folder = await temporaryFolder();
    const cache = openCache(folder);
    await cache.keep(KEY, { text: "x".repeat(5000) });
    const file = await fileOf(folder, KEY);
    for (const length of [0, 1, 20]) {
      await writeFile(file, (await readFile(file)).subarray(0, length));
      expect(await cache.find(KEY)).toBeNull();
      await cache.keep(KEY, { text: "x".repeat(5000) });
      expect(await cache.find(KEY)).not.toBeNull();
    }
  });

  it("when fresh, finds nothing but keeps what comes", async () => {
    const folder = await temporaryFolder();
    await openCache(folder).keep(KEY, { run: 1 });
    const fresh = openCache(folder, { fresh: true });
    expect(await fresh.find(KEY)).toBeNull();
    expect(await fresh.touch(KEY)).toBe(false);
    await fresh.keep(KEY, { run: 2 });
    expect(await fresh.find(KEY)).toEqual({ run: 2 });
    expect(await openCache(folder).find(KEY)).toEqual({ run: 2 });
  });

  it("never fails a scan when its folder can't be written", async () => {
    const folder = path.join(await temporaryFolder(), "file");
    await writeFile(folder, "a file, not a folder");
    const cache = openCache(folder);
    await cache.keep(KEY, {});
    expect(await cache.keep(KEY, {})).toBe(false);
    expect(await cache.find(KEY)).toBeNull();
    expect(await cache.touch(KEY)).toBe(false);
    expect((await measureCache(folder)).entries).toBe(0);
  });

  it("loses what was not used for long, and nothing that isn't its own", async () => {
    const folder = await temporaryFolder();
    const cache = openCache(folder);
    await cache.keep(KEY, { old: true });
    await cache.keep(OTHER, { old: false });
    const long = new Date(Date.now() - 10 * 86_400_000);
    await utimes(await fileOf(folder, KEY), long, long);
    await mkdir(path.join(folder, "ab", "mine.d"));
    await writeFile(path.join(folder, "notes.txt"), "mine");
    await writeFile(path.join(folder, "ab", "notes.txt"), "mine");
    const gone = await pruneCache(folder, new Date(Date.now() - 5 * 86_400_000));
    expect(gone.entries).toBe(1);
    expect(await cache.find(KEY)).toBeNull();
    expect(await cache.find(OTHER)).toEqual({ old: false });
    expect(await readdir(folder)).toContain("notes.txt");
    expect(await readdir(path.join(folder, "ab"))).toContain("notes.txt");
  });
});

describe("keys", () => {
  const page = (change: Partial<ScannedPage> = {}): ScannedPage => ({
    pageNumber: 1,
    pixels: { widthPx: 4, heightPx: 1, channels: 1, data: Uint8Array.of(0, 80, 160, 255) },
    dpi: 200,
    layer: [],
    isPicture: true,
    ...change,
  });
  const readers = ["tesseract.js 7 chi_sim 4.0.0"];

  it("are the same for the same page", () => {
    expect(pageKeyOf(page(), readers)).toBe(pageKeyOf(page(), [...readers]));
  });

  it.each<[string, ScannedPage, string[]]>([
    ["one pixel", page({ pixels: { ...page().pixels, data: Uint8Array.of(0, 80, 161, 255) } }), readers],
    ["the page's shape", page({ pixels: { ...page().pixels, widthPx: 2, heightPx: 2 } }), readers],
    ["the resolution", page({ dpi: 300 }), readers],
    ["the text layer", page({ layer: [{ text: "甲方", font: 0, box: [0, 0, 1, 1] }] }), readers],
    ["a reader", page(), ["tesseract.js 7 chi_tra 4.0.0"]],
  ])("differ by %s", (_, other, names) => {
    expect(pageKeyOf(other, names)).not.toBe(pageKeyOf(page(), readers));
  });

  it("hold scans apart that open with other passwords", () => {
    const keys = [undefined, "a", "b"].map((password) => scanKeyOf(KEY, readers, password, {}));
    expect(new Set(keys).size).toBe(3);
  });
});

describe("the fingerprint of reading", () => {
  const SRC = path.join(import.meta.dirname, "..", "..", "src");
  const sources = ["scan", "recognize"].flatMap((room) =>
    readdirSync(path.join(SRC, room), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(path.join(SRC, room, file), "utf8")),
  );
  const named = (pattern: RegExp): string[] => [
    ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name))),
  ];

  it("takes in every package that reading stands on", () => {
    const packages = named(/(?:from |import\(|resolve\(|\)\()"((?:@[^/"]+\/)?[^./:"][^/:"]*)[/"]/g);
    expect(packages.length).toBeGreaterThan(3);
    expect(packages.filter((name) => !READING_PACKAGES.includes(name))).toEqual([]);
    for (const name of READING_PACKAGES) expect(findInstalledVersion(name), name).toMatch(/^\d/);
  });

  it("and all other packages stand for the program as a whole", () => {
    const rooms = ["normalize", "extract", "prove", "check", "emit", "model"];
    const texts = rooms.flatMap((room) =>
      readdirSync(path.join(SRC, room), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .map((file) => readFileSync(path.join(SRC, room, file), "utf8")),
    );
    const packages = texts.flatMap((text) =>
      [...text.matchAll(/(?:from |import\()"([a-z@][^/":]*)[/"]/g)].map(([, name]) => name),
    );
    expect(packages).toContain("zod");
    expect(packages.filter((name) => !WRITING_PACKAGES.includes(name))).toEqual([]);
    for (const name of WRITING_PACKAGES) expect(findInstalledVersion(name), name).toMatch(/^\d/);
  });

  it("takes in every part of the model that reading makes use of", () => {
    // Types leave nothing in what runs.
    const models = named(/^import \{[^}]*\} from "(?:\.\.\/)+model\/([a-z-]+)\.ts"/gm);
    expect(models.filter((name) => !READING_MODEL.includes(name))).toEqual([]);
  });
});

describe("the usual cache folder", () => {
  it.each([
    [{ platform: "linux", env: {} }, "/home/li/.cache/hesuan"],
    [{ platform: "linux", env: { XDG_CACHE_HOME: "/fast" } }, "/fast/hesuan"],
    [{ platform: "darwin", env: {} }, "/home/li/Library/Caches/hesuan"],
    [{ platform: "linux", env: { HESUAN_CACHE: "/mine", XDG_CACHE_HOME: "/fast" } }, "/mine"],
  ])("%j", (given, folder) => {
    expect(cacheFolderOf({ ...given, home: "/home/li" })).toBe(folder);
  });
});
