import { createHash } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import type { ScannedPage } from "../../src/model/picture.ts";
import { DEFAULT_LIMITS } from "../../src/scan/limits.ts";
import { openScan } from "../../src/scan/open-scan.ts";
import { endHost, keepHost, openHost, type PdfHost } from "../../src/scan/pdf-hosts.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const fixture = (name: string): string => join(import.meta.dirname, "../../fixtures", name, "scan.pdf");

describe("a process that held a PDF", () => {
  let taken: PdfHost[] = [];

  afterEach(async () => {
    await Promise.all(taken.map(endHost));
    taken = [];
  });

  /** The process the next file would get, once there was time to let go of the last one. */
  async function nextHost(): Promise<PdfHost> {
    await wait(500);
    const host = await openHost(DEFAULT_LIMITS.pdfMemoryMb);
    taken.push(host);
    return host;
  }

  /** What tells a page from any other. */
  const digestOf = ({ pixels: { widthPx, data } }: ScannedPage): string =>
    `${widthPx} ${createHash("sha256").update(data).digest("hex")}`;

  /** What tells a file's first page from any other. */
  async function firstPageOf(path: string): Promise<string> {
    const scan = await openScan(path);
    try {
      return digestOf(await scan.readPage(1));
    } finally {
      await scan.close();
    }
  }

  test("holds the next one, whose pages are as a new process gives them", async () => {
    const alone = await firstPageOf(fixture("service-contract"));
    const host = await nextHost();
    expect([host.isFresh, host.pagesRead]).toEqual([false, 1]);
    taken = [];
    await endHost(host);

    const drawn = await firstPageOf(fixture("born-digital"));
    await wait(500);
    const behind = await firstPageOf(fixture("service-contract"));
    await wait(500);
    expect(await firstPageOf(fixture("born-digital"))).toBe(drawn);
    expect(behind).toBe(alone);
    expect((await nextHost()).pagesRead).toBe(3);
  }, 60_000);

  test("is lent to another one once all its pages are read, and gives any of them again", async () => {
    await endHost(await nextHost());
    const scan = await openScan(fixture("service-contract"));
    const first = digestOf(await scan.readPage(1));
    await scan.readPage(2);
    const lent = await nextHost();
    expect([lent.isFresh, lent.pagesRead]).toEqual([false, 2]);
    keepHost(lent);
    taken = [];
    expect(digestOf(await scan.readPage(1))).toBe(first);
    await scan.close();
  }, 60_000);

  test("is waited for by who comes while it is read from", async () => {
    await endHost(await nextHost());
    const scan = await openScan(fixture("service-contract"));
    const waiting = openHost(DEFAULT_LIMITS.pdfMemoryMb);
    await scan.readPage(1);
    await scan.readPage(2);
    const host = await waiting;
    taken.push(host);
    expect([host.isFresh, host.pagesRead]).toEqual([false, 2]);
    await scan.close();
  }, 60_000);

  test("is not waited for without end", async () => {
    const scan = await openScan(fixture("service-contract"));
    expect((await nextHost()).isFresh).toBe(true);
    await scan.close();
  }, 60_000);

  test("is let go after a long scan, however little of it it read itself", async () => {
    const scan = await openScan(fixture("service-contract"));
    for (let asked = 0; asked < 41; asked++) await scan.readPage(1);
    await scan.close();
    expect((await nextHost()).isFresh).toBe(true);
  }, 60_000);

  test("is not used again once anything it was asked failed", async () => {
    const path = join(await temporaryFolder(), "broken.pdf");
    await writeFile(path, "%PDF-1.4\nnothing that follows makes sense");
    await expect(firstPageOf(path)).rejects.toThrow();
    expect((await nextHost()).isFresh).toBe(true);
  }, 60_000);

  test("says nothing against a file that a new one opens", async () => {
    await firstPageOf(fixture("service-contract"));
    const host = await nextHost();
    const pid = host.child.pid;
    taken = [];
    // It is given back as one that waits, and dies before it is asked.
    keepHost(host);
    await wait(500);
    const opening = openScan(fixture("service-contract"));
    host.child.kill("SIGKILL");
    const scan = await opening;
    expect(scan.pageCount).toBe(2);
    await scan.close();
    expect((await nextHost()).child.pid).not.toBe(pid);
  }, 60_000);

  test("that dies while it waits is gone", async () => {
    await firstPageOf(fixture("service-contract"));
    const host = await nextHost();
    taken = [];
    keepHost(host);
    const gone = once(host.child, "exit");
    host.child.kill("SIGKILL");
    await gone;
    expect((await nextHost()).isFresh).toBe(true);
  }, 60_000);
});
