import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { Pixels, ScannedPage } from "../../src/model/picture.ts";
import { openScan } from "../../src/scan/open-scan.ts";
import { pdfOf, streamOf } from "../support/hostile-files.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const [WIDTH_PX, HEIGHT_PX] = [600, 800];
const WHOLE_PAGE = "q 300 0 0 400 0 0 cm /A Do Q";
const TEXT = "BT /F 20 Tf 30 30 Td (7 3000) Tj ET";

/** Red above, a black bar, white below. */
async function drawJpeg(widthPx = WIDTH_PX, heightPx = HEIGHT_PX): Promise<Buffer> {
  const third = Math.round(heightPx / 3);
  const stripe = (top: number, height: number, background: string) => ({
    input: { create: { width: widthPx, height, channels: 3 as const, background } },
    top,
    left: 0,
  });
  const page = { width: widthPx, height: heightPx, channels: 3 as const, background: "#fff" };
  return await sharp({ create: page })
    .composite([stripe(0, third, "#d01020"), stripe(third, third, "#000")])
    .jpeg({ quality: 95 })
    .toBuffer();
}

/** Pages with this content that share one JPEG picture /A, said to be of 600 × 800 pixels. */
async function readPages(pageCount: number, content: string, jpeg: Buffer): Promise<ScannedPage[]> {
  const kids = Array.from({ length: pageCount }, (_, at) => `${5 + at} 0 R`).join(" ");
  const fonts = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
  const picture = `/Type /XObject /Subtype /Image /Width ${WIDTH_PX} /Height ${HEIGHT_PX} /BitsPerComponent 8`;
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 3 0 R /Resources << ${fonts} /XObject << /A 4 0 R >> >> >>`;
  const bytes = pdfOf(
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pageCount} /Kids [${kids}] >>`,
    streamOf("", Buffer.from(content)),
    streamOf(`${picture} /ColorSpace /DeviceRGB /Filter /DCTDecode`, jpeg),
    ...Array.from({ length: pageCount }, () => page),
  );
  const path = join(await temporaryFolder(), "pages.pdf");
  await writeFile(path, bytes);
  const scan = await openScan(path);
  try {
    const pages: ScannedPage[] = [];
    for (let at = 1; at <= pageCount; at++) pages.push(await scan.readPage(at));
    return pages;
  } finally {
    await scan.close();
  }
}

function colourAt({ widthPx, heightPx, channels, data }: Pixels, across: number, down: number): number[] {
  const at = (Math.floor(down * heightPx) * widthPx + Math.floor(across * widthPx)) * channels;
  return [...data.slice(at, at + 3)];
}

const isNear = (colour: readonly number[], wanted: readonly number[]): boolean =>
  colour.every((level, at) => Math.abs(level - wanted[at]) < 12);
const RED = [0xd0, 0x10, 0x20];

describe("a page's JPEG picture", () => {
  test("keeps its colours", async () => {
    const [{ pixels, isPicture }] = await readPages(1, WHOLE_PAGE, await drawJpeg());
    expect(isPicture).toBe(true);
    expect([pixels.widthPx, pixels.heightPx, pixels.channels]).toEqual([WIDTH_PX, HEIGHT_PX, 3]);
    expect(colourAt(pixels, 0.5, 0.1)).toSatisfy((colour: number[]) => isNear(colour, RED));
    expect(colourAt(pixels, 0.5, 0.5)).toSatisfy((colour: number[]) => isNear(colour, [0, 0, 0]));
    expect(colourAt(pixels, 0.5, 0.9)).toSatisfy((colour: number[]) => isNear(colour, [255, 255, 255]));
  });

  test("is read on every page that shares it", async () => {
    const pages = await readPages(4, WHOLE_PAGE, await drawJpeg());
    for (const { pixels } of pages) {
      expect([pixels.widthPx, pixels.heightPx]).toEqual([WIDTH_PX, HEIGHT_PX]);
      expect(colourAt(pixels, 0.5, 0.1)).toSatisfy((colour: number[]) => isNear(colour, RED));
    }
  });

  test("is seen on every drawn page that shares it", async () => {
    const pages = await readPages(4, `q 200 0 0 100 50 250 cm /A Do Q ${TEXT}`, await drawJpeg());
    for (const { pixels, layer } of pages) {
      expect(layer).toHaveLength(1);
      expect(colourAt(pixels, 0.5, 0.15)).toSatisfy((colour: number[]) => isNear(colour, RED));
    }
  });

  test("has the size it has, whatever the PDF says", async () => {
    const [{ pixels }] = await readPages(1, WHOLE_PAGE, await drawJpeg(450, 600));
    expect(colourAt(pixels, 0.5, 0.1)).toSatisfy((colour: number[]) => isNear(colour, RED));
    expect(colourAt(pixels, 0.5, 0.9)).toSatisfy((colour: number[]) => isNear(colour, [255, 255, 255]));
    expect(pixels.data).toHaveLength(pixels.widthPx * pixels.heightPx * pixels.channels);
  });

  test("that is cut off is still read as far as it goes, or refused", async () => {
    const whole = await drawJpeg();
    const cut = whole.subarray(0, Math.round(whole.length * 0.999));
    const [{ pixels }] = await readPages(1, WHOLE_PAGE, cut);
    expect(colourAt(pixels, 0.5, 0.1)).toSatisfy((colour: number[]) => isNear(colour, RED));
  });
});
