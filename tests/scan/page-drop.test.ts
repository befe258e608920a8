import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { leave, openPageDrop, type PageDrop } from "../../src/scan/page-drop.ts";

describe("a file in which a page's pixels are left", () => {
  let folder: string;
  let drop: PageDrop;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "page-drop-test-"));
    vi.stubEnv("TMPDIR", folder);
    const opened = await openPageDrop();
    if (!opened) throw new Error("no file");
    drop = opened;
  });

  afterEach(async () => {
    await drop.close();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  test("gives what was left last, also where more was left before", async () => {
    expect(
      leave(
        drop.fd,
        Uint8Array.from({ length: 100_000 }, (_, i) => i % 251),
      ),
    ).toBe(true);
    expect((await drop.take(100_000))[99_999]).toBe(99_999 % 251);
    expect(leave(drop.fd, Uint8Array.of(7, 8, 9))).toBe(true);
    expect(await drop.take(3)).toEqual(Uint8Array.of(7, 8, 9));
  });

  test("has no name that could be left behind", () => {
    expect(readdirSync(folder)).toEqual([]);
  });

  test("tells where less was left than is asked for", async () => {
    leave(drop.fd, Uint8Array.of(1, 2));
    await expect(drop.take(3)).rejects.toThrow(RangeError);
  });

  test("is none where there is nowhere to make one", async () => {
    vi.stubEnv("TMPDIR", join(folder, "missing"));
    expect(await openPageDrop()).toBeNull();
  });

  test("takes nothing where it can't be written", () => {
    expect(leave(-1, Uint8Array.of(1))).toBe(false);
  });
});
