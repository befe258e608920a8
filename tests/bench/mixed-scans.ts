import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Pixels } from "../../src/model/picture.ts";
import { openScan } from "../../src/scan/open-scan.ts";
import { type Jpeg, picturesToPdf, pixelsToJpeg, pixelsToSharp } from "../support/pictures-to-pdf.ts";

const FIXTURES = join(import.meta.dirname, "..", "..", "fixtures");
const SCANNED = ["supplement", "unit-prices", "service-contract", "supplement-flawed", "bad-layer"];
const PAGES_A_LONG_SCAN = 4;

/** Every page of the fixtures that are scans. */
export async function readFixturePages(): Promise<Pixels[]> {
  const pages: Pixels[] = [];
  for (const name of SCANNED) {
    const scan = await openScan(join(FIXTURES, name, "scan.pdf"));
    for (let page = 1; page <= scan.pageCount; page++) pages.push((await scan.readPage(page)).pixels);
    await scan.close();
  }
  return pages;
}

/** Writes as many scans as asked for: of ten, one has four pages, one a text layer, and eight are a page each, in four formats. */
export async function writeMixedScans(folder: string, count: number): Promise<string[]> {
  const pages = await readFixturePages();
  const names: string[] = [];
  for (let at = 0; at < count; at++) {
    const [name, bytes] = await mixedScan(pages, at);
    await writeFile(join(folder, name), bytes);
    names.push(name);
  }
  return names;
}

/** A PDF whose pages are pictures, no two alike. */
export async function writeLongScan(file: string, pageCount: number): Promise<void> {
  const pages = await readFixturePages();
  const jpegs: Jpeg[] = [];
  for (let at = 0; at < pageCount; at++) jpegs.push(await pixelsToJpeg(marked(pages[at % pages.length], at)));
  await writeFile(file, picturesToPdf(jpegs));
}

async function mixedScan(pages: readonly Pixels[], at: number): Promise<[name: string, bytes: Buffer]> {
  const pageAt = (offset: number): Pixels => pages[(at + offset) % pages.length];
  if (at % 10 === 0) {
    const jpegs = await Promise.all(
      Array.from({ length: PAGES_A_LONG_SCAN }, (_, offset) => pixelsToJpeg(marked(pageAt(offset), at))),
    );
    return [`${at}.pdf`, picturesToPdf(jpegs)];
  }
  if (at % 10 === 5) {
    const pdf = await readFile(join(FIXTURES, "born-digital", "scan.pdf"));
    return [`${at}.pdf`, Buffer.concat([pdf, Buffer.from(`\n% ${at}\n`)])];
  }
  const picture = pixelsToSharp(marked(pageAt(0), at));
  const formats: [ending: string, toBytes: () => Promise<Buffer>][] = [
    ["png", () => picture.png().toBuffer()],
    ["jpg", async () => (await pixelsToJpeg(marked(pageAt(0), at))).bytes],
    ["tif", () => picture.tiff({ compression: "lzw" }).toBuffer()],
    ["webp", () => picture.webp({ quality: 90 }).toBuffer()],
  ];
  const [ending, toBytes] = formats[at % formats.length];
  return [`${at}.${ending}`, await toBytes()];
}

/** A page with a mark in its corner, which makes it one that no cache knows. */
function marked(pixels: Pixels, mark: number): Pixels {
  const data = Uint8Array.from(pixels.data);
  for (let bit = 0; bit < 16; bit++) data.fill(mark & (1 << bit) ? 0 : 255, bit * 24, bit * 24 + 24);
  return { ...pixels, data };
}
