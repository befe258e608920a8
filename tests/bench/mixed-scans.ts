import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import type { Pixels } from "../../src/model/picture.ts";
import { openScan } from "../../src/scan/open-scan.ts";
import { pdfOf, streamOf } from "../support/hostile-files.ts";

const FIXTURES = join(import.meta.dirname, "..", "..", "fixtures");
const SCANNED = ["supplement", "unit-prices", "service-contract", "supplement-flawed", "bad-layer"];
const DPI = 200;
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
  for (let at = 0; at < pageCount; at++) jpegs.push(await toJpeg(pages[at % pages.length], at));
  await writeFile(file, picturesToPdf(jpegs));
}

async function mixedScan(pages: readonly Pixels[], at: number): Promise<[name: string, bytes: Buffer]> {
  const pageAt = (offset: number): Pixels => pages[(at + offset) % pages.length];
  if (at % 10 === 0) {
    const jpegs = await Promise.all(
      Array.from({ length: PAGES_A_LONG_SCAN }, (_, offset) => toJpeg(pageAt(offset), at)),
    );
    return [`${at}.pdf`, picturesToPdf(jpegs)];
  }
  if (at % 10 === 5) {
    const pdf = await readFile(join(FIXTURES, "born-digital", "scan.pdf"));
    return [`${at}.pdf`, Buffer.concat([pdf, Buffer.from(`\n% ${at}\n`)])];
  }
  const picture = toSharp(pageAt(0), at);
  const formats: [ending: string, toBytes: () => Promise<Buffer>][] = [
    ["png", () => picture.png().toBuffer()],
    ["jpg", async () => (await toJpeg(pageAt(0), at)).bytes],
    ["tif", () => picture.tiff({ compression: "lzw" }).toBuffer()],
    ["webp", () => picture.webp({ quality: 90 }).toBuffer()],
  ];
  const [ending, toBytes] = formats[at % formats.length];
  return [`${at}.${ending}`, await toBytes()];
}

/** A page as a picture; a mark in its corner makes it one that no cache knows. */
function toSharp({ widthPx: width, heightPx: height, channels, data }: Pixels, mark: number): Sharp {
  const marked = Uint8Array.from(data);
  for (let bit = 0; bit < 16; bit++) marked.fill(mark & (1 << bit) ? 0 : 255, bit * 24, bit * 24 + 24);
  return sharp(marked, { raw: { width, height, channels } }).withMetadata({ density: DPI });
}

interface Jpeg {
  bytes: Buffer;
  widthPx: number;
  heightPx: number;
  isGrey: boolean;
}

async function toJpeg(pixels: Pixels, mark: number): Promise<Jpeg> {
  const { widthPx, heightPx, channels } = pixels;
  const bytes = await toSharp(pixels, mark).jpeg({ quality: 90 }).toBuffer();
  const { channels: kept } = await sharp(bytes).metadata();
  return { bytes, widthPx, heightPx, isGrey: channels === 1 && kept === 1 };
}

function picturesToPdf(jpegs: readonly Jpeg[]): Buffer {
  const numbers = jpegs.map((_, at) => 3 + at * 3);
  const pages = jpegs.flatMap(({ bytes, widthPx, heightPx, isGrey }, at) => {
    const [width, height] = [(widthPx * 72) / DPI, (heightPx * 72) / DPI];
    const [contents, picture] = [numbers[at] + 1, numbers[at] + 2];
    const shown = `/Type /XObject /Subtype /Image /Width ${widthPx} /Height ${heightPx} /BitsPerComponent 8`;
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${contents} 0 R /Resources << /XObject << /A ${picture} 0 R >> >> >>`,
      streamOf("", Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /A Do Q`)),
      streamOf(`${shown} /ColorSpace /Device${isGrey ? "Gray" : "RGB"} /Filter /DCTDecode`, bytes),
    ];
  });
  const kids = numbers.map((number) => `${number} 0 R`).join(" ");
  return pdfOf(
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${jpegs.length} /Kids [${kids}] >>`,
    ...pages,
  );
}
