import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Cache } from "../../src/cache.ts";
import { MachineError, UnreadableInputError } from "../../src/errors.ts";
import type { OpenScan, ScannedPage } from "../../src/model/picture.ts";
import { readPages } from "../../src/read-pages.ts";
import type { Readers } from "../../src/recognize/readers/reader.ts";

/** A page with one bar of ink, so that there is a line to read. */
function pageOfInk(pageNumber: number): ScannedPage {
  const [widthPx, heightPx] = [400, 500];
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  for (let y = 100; y < 124; y++) {
    for (let x = 60 + pageNumber; x < 300; x += 30) data.fill(0, y * widthPx + x, y * widthPx + x + 20);
  }
  return {
    pageNumber,
    pixels: { widthPx, heightPx, channels: 1, data },
    dpi: 200,
    layer: [],
    isPicture: true,
  };
}

/** The same with a ruled table of four cells below, a bar of ink in each. */
function pageOfTable(): ScannedPage {
  const page = pageOfInk(1);
  const { widthPx, data } = page.pixels;
  const fill = (x0: number, y0: number, x1: number, y1: number): void => {
    for (let y = y0; y < y1; y++) data.fill(0, y * widthPx + x0, y * widthPx + x1);
  };
  for (const y of [200, 260, 320]) fill(50, y, 350, y + 2);
  for (const x of [50, 200, 350]) fill(x, 200, x + 2, 322);
  for (const y of [220, 280]) for (let x = 70; x < 180; x += 30) fill(x, y, x + 20, y + 24);
  for (const y of [220, 280]) for (let x = 220; x < 330; x += 30) fill(x, y, x + 20, y + 24);
  return page;
}

function scanOf(pageCount: number, readPage: (pageNumber: number) => ScannedPage = pageOfInk): OpenScan {
  const identity = { fileName: "a.pdf", sha256: "0".repeat(64), mediaType: "application/pdf" };
  return {
    ...identity,
    pageCount,
    outline: [],
    readPage: async (pageNumber) => readPage(pageNumber),
    close: async () => undefined,
  };
}

function readersThat(readLine: Readers["first"]["readLine"]): Readers {
  return {
    first: { name: "fake", readLine },
    second: null,
    network: null,
    figures: null,
    names: ["fake"],
    close: async () => undefined,
  };
}

const blind = readersThat(async () => ({ reader: "fake", chars: [] }));

function memoryCache(): Cache & { kept: Map<string, object> } {
  const kept = new Map<string, object>();
  return {
    kept,
    find: async (key) => kept.get(key) ?? null,
    touch: async (key) => kept.has(key),
    keep: async (key, value) => kept.set(key, value).size > 0,
  };
}

describe("a page that fails", () => {
  it("is tried once more", async () => {
    let tries = 0;
    const scan = scanOf(3, (pageNumber) => {
      if (pageNumber === 2 && ++tries === 1) throw new UnreadableInputError("damaged-pdf", "a.pdf");
      return pageOfInk(pageNumber);
    });
    const { pages, pageKeys } = await readPages("a.pdf", scan, blind, { pageMs: 60_000 });
    expect(tries).toBe(2);
    expect(pages.flatMap((page) => page.problems)).toEqual([]);
    expect(pageKeys).toHaveLength(3);
  });

  it("then costs that page alone, with a problem, and is not remembered", async () => {
    const scan = scanOf(3, (pageNumber) => {
      if (pageNumber === 2) throw new UnreadableInputError("damaged-pdf", "a.pdf");
      return pageOfInk(pageNumber);
    });
    const cache = memoryCache();
    const { pages, pageKeys } = await readPages("a.pdf", scan, blind, { pageMs: 60_000, cache });
    expect(pages.map((page) => page.problems.map(({ code }) => code))).toEqual([[], ["unreadable-page"], []]);
    expect(pageKeys).toBeNull();
    expect(cache.kept.size).toBe(2);
  });

  it("fails the scan when there is no other", async () => {
    const scan = scanOf(2, () => {
      throw new UnreadableInputError("damaged-pdf", "a.pdf");
    });
    await expect(readPages("a.pdf", scan, blind, { pageMs: 60_000 })).rejects.toThrow(UnreadableInputError);
  });

  it("ends the scan at once when the machine lacks something", async () => {
    const lacking = readersThat(async () => {
      throw new MachineError("reader-failed-to-start");
    });
    await expect(readPages("a.pdf", scanOf(2), lacking, { pageMs: 60_000 })).rejects.toThrow(MachineError);
  });
});

it("a reader that fails on lines and cells alike costs the page, not the process", async () => {
  const failing: Readers["first"] = {
    name: "failing",
    readLine: async () => {
      await wait(20);
      throw new Error("the reader died");
    },
  };
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on("unhandledRejection", note);
  const reading = readPages(
    "a.pdf",
    scanOf(1, pageOfTable),
    { ...blind, second: failing },
    { pageMs: 60_000 },
  );
  await expect(reading).rejects.toThrow("the reader died");
  await wait(50);
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
});

describe("a page that hangs", () => {
  const hanging = (hangs: (call: number) => boolean): Readers => {
    let call = 0;
    return readersThat((crop) => (hangs(call++) ? new Promise(() => undefined) : blind.first.readLine(crop)));
  };

  it("is given up after its time, and the others are read", async () => {
    const readers = hanging((call) => call === 0);
    const { pages } = await readPages("a.pdf", scanOf(3), readers, { pageMs: 300 });
    const codes = pages.map((page) => page.problems.map(({ code }) => code));
    expect(codes.filter((of) => of.length > 0)).toEqual([["page-timeout"]]);
  });

  it("gives up a scan that hangs on every page, soon", async () => {
    const startedMs = performance.now();
    const scan = scanOf(200);
    const reading = readPages(
      "a.pdf",
      scan,
      hanging(() => true),
      { pageMs: 100 },
    );
    await expect(reading).rejects.toMatchObject({ code: "timed-out" });
    expect(performance.now() - startedMs).toBeLessThan(5000);
  });
});

it("takes finished pages from the cache, whatever their place in the file", async () => {
  const cache = memoryCache();
  let lines = 0;
  const counting = readersThat(async (crop) => {
    lines++;
    return await blind.first.readLine(crop);
  });
  const first = await readPages("a.pdf", scanOf(2), counting, { pageMs: 60_000, cache });
  const linesBefore = lines;
  const again = await readPages("a.pdf", scanOf(3), counting, { pageMs: 60_000, cache });
  expect(linesBefore).toBeGreaterThan(0);
  expect(lines - linesBefore).toBe(linesBefore / 2);
  expect(again.pages.slice(0, 2)).toEqual(first.pages);
});

it("stops when it is told to", async () => {
  const stop = new AbortController();
  const readers = readersThat(async (crop) => {
    stop.abort();
    return await blind.first.readLine(crop);
  });
  await expect(
    readPages("a.pdf", scanOf(9), readers, { pageMs: 60_000, signal: stop.signal }),
  ).rejects.toThrow();
});
