import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { openScan } from "../../src/scan/open-scan.ts";

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
