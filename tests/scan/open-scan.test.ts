import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { countEdges } from "../../src/scan/count-edges.ts";
import { DEFAULT_LIMITS } from "../../src/scan/limits.ts";
import { openScan } from "../../src/scan/open-scan.ts";
import { pdfOf } from "../support/hostile-files.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hesuan-scan-"));
});

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe("files that can't be read say why", () => {
  test("no such file", async () => {
    await expect(openScan(join(folder, "none.pdf"))).rejects.toMatchObject({
      code: "not-found",
      exitCode: 3,
    });
  });
  test("an empty file", async () => {
    await expect(openScan(await file("empty.pdf", ""))).rejects.toMatchObject({ code: "empty-file" });
  });
  test("a text file named .pdf", async () => {
    await expect(openScan(await file("text.pdf", "甲方：某某"))).rejects.toMatchObject({
      code: "not-a-scan",
    });
  });
  test.each([
    ["photo.heic", "\0\0\0\x18ftypheic", "HEIC"],
    ["letter.pdf", "PK\x03\x04....", "OFD"],
    ["drawing.png", '<?xml version="1.0"?><svg width="9"><image href="/etc/passwd"/></svg>', "SVG"],
  ])("another kind of file, %s, is called by its name", async (name, content, detail) => {
    await expect(openScan(await file(name, content))).rejects.toMatchObject({
      code: "unsupported-type",
      detail: expect.stringContaining(detail),
    });
  });
  test("a PDF cut off in the middle", async () => {
    const path = await file(
      "cut.pdf",
      "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 ob",
    );
    await expect(openScan(path)).rejects.toMatchObject({ code: "damaged-pdf" });
  });
});

describe("pictures", () => {
  test("a grey page keeps its pixels, its density and one channel", async () => {
    const picture = sharp({ create: { width: 300, height: 200, channels: 3, background: "#808080" } });
    const path = await file("grey.png", await picture.withMetadata({ density: 200 }).png().toBuffer());
    const scan = await openScan(path);
    const page = await scan.readPage(1);
    expect(page).toMatchObject({ dpi: 200, isPicture: true });
    expect(page.pixels).toMatchObject({ widthPx: 300, heightPx: 200, channels: 1 });
    expect(page.pixels.data[0]).toBe(0x80);
    await scan.close();
  });
  test("a name may lie about the type", async () => {
    const picture = sharp({ create: { width: 30, height: 20, channels: 3, background: "#f00" } });
    const scan = await openScan(await file("really-a.pdf", await picture.jpeg().toBuffer()));
    expect(scan.mediaType).toBe("image/jpeg");
    await scan.close();
  });
});

describe("PDFs", () => {
  const fixture = (name: string) => join(import.meta.dirname, "../../fixtures", name, "scan.pdf");
  test("a scanned page gives its picture's own pixels", async () => {
    const scan = await openScan(fixture("supplement"));
    const page = await scan.readPage(1);
    expect(page).toMatchObject({ isPicture: true, dpi: 200 });
    expect(page.pixels.channels).toBe(1);
    await scan.close();
  });
});

test("a picture of nothing but specks is refused before its shapes are counted, unless the limit is raised", async () => {
  const [width, height] = [4000, 3000];
  const data = new Uint8Array(width * height);
  for (let at = 0; at < data.length; at++) data[at] = 255 * ((at ^ Math.floor(at / width)) & 1);
  const png = await sharp(data, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
  const path = await file("specks.png", png);
  const scan = await openScan(path);
  await expect(scan.readPage(1)).rejects.toMatchObject({ code: "nothing-but-specks", pageNumber: 1 });
  const patient = await openScan(path, { limits: { ...DEFAULT_LIMITS, pageEdges: 20_000_000 } });
  expect((await patient.readPage(1)).pixels.widthPx).toBe(width);
});

test("no page of the fixtures comes near that limit", async () => {
  for (const name of ["supplement", "born-digital", "unit-prices"]) {
    const scan = await openScan(join(import.meta.dirname, "../../fixtures", name, "scan.pdf"));
    expect(countEdges((await scan.readPage(1)).pixels)).toBeLessThan(DEFAULT_LIMITS.pageEdges / 10);
    await scan.close();
  }
});

test("a PDF of more pages than one process reads gives every one of them", { timeout: 60_000 }, async () => {
  const kids = Array.from({ length: 45 }, (_, at) => `${at + 3} 0 R`).join(" ");
  const pages = Array.from(
    { length: 45 },
    (_, at) => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${at + 20} 30] >>`,
  );
  const tree = `<< /Type /Pages /Count 45 /Kids [${kids}] >>`;
  const path = await file("many.pdf", pdfOf("<< /Type /Catalog /Pages 2 0 R >>", tree, ...pages));
  const scan = await openScan(path);
  const widths: number[] = [];
  for (let page = 1; page <= scan.pageCount; page++) widths.push((await scan.readPage(page)).pixels.widthPx);
  await scan.close();
  expect(widths).toEqual(pages.map((_, at) => Math.ceil(((at + 20) * 200) / 72)));
});
