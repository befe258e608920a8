import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/cli.ts";
import { HELP } from "../../src/cli-help.ts";
import { LIMIT_NAMES, readLimits } from "../../src/cli-limits.ts";
import { DEFAULT_LIMITS } from "../../src/scan/limits.ts";
import { openScan } from "../../src/scan/open-scan.ts";
import { fakePipeline, fakeSurroundings } from "../support/fake-pipeline.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const FIXTURE = join(import.meta.dirname, "..", "..", "fixtures", "born-digital", "scan.pdf");

describe("--limit", () => {
  it("sets each limit in the unit of its name, the last word counting", () => {
    expect(readLimits(["file-mb=4096", "pages=9", "pages=10", "megapixels=300", "million-edges=20"])).toEqual(
      {
        fileBytes: 4096 * 1024 * 1024,
        pages: 10,
        pagePixels: 300_000_000,
        pageEdges: 20_000_000,
      },
    );
    expect(readLimits(["opening-seconds=5", "pdf-memory-mb=3000"])).toEqual({
      pageMs: 5000,
      pdfMemoryMb: 3000,
    });
    expect(readLimits([])).toEqual({});
  });

  it.each([
    "pages",
    "pages=",
    "pages=0",
    "pages=-1",
    "pages=1.5",
    "sheets=3",
    "pages=99999999999",
    "toString=1",
  ])("takes %j for wrong usage", async (word) => {
    const { around, printed } = fakeSurroundings({ pipeline: fakePipeline() });
    expect(await run(["read", FIXTURE, "--limit", word, "--messages", "en"], around)).toBe(2);
    expect(printed.stderr).toContain(word);
    expect(printed.stderr).toContain("pdf-memory-mb");
  });

  it("is in the help, with the usual value", () => {
    for (const text of [HELP.zh, HELP.en]) {
      for (const [name, [limit, unit]] of Object.entries(LIMIT_NAMES)) {
        const usual = String(DEFAULT_LIMITS[limit] / unit);
        expect(text.slice(text.indexOf(name)).split(/[)）]/)[0]).toContain(usual);
      }
    }
  });

  it("says how to raise what it stopped, and raising it helps", async () => {
    const file = join(await temporaryFolder(), "a.pdf");
    await copyFile(FIXTURE, file);
    const limits = { ...DEFAULT_LIMITS, pagePixels: 1_000_000 };
    const low = await openScan(file, { limits });
    const failure = await low.readPage(1).then(
      () => null,
      (error) => error,
    );
    await low.close();
    expect(failure).toMatchObject({ code: "too-large", pageNumber: 1 });
    expect(failure.remedy.en).toContain("--limit");
    const high = await openScan(file, { limits: { ...limits, ...readLimits(["megapixels=10"]) } });
    expect((await high.readPage(1)).pixels.widthPx).toBeGreaterThan(1000);
    await high.close();
  });
});
