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

/** Red (or what is said) above, a black bar, white below. */
async function drawJpeg(widthPx = WIDTH_PX, heightPx = HEIGHT_PX, above = "#d01020"): Promise<Buffer> {
  const third = Math.round(heightPx / 3);
  const stripe = (top: number, height: number, background: string) => ({
    input: { create: { width: widthPx, height, channels: 3 as const, background } },
    top,
    left: 0,
  });
  const page = { width: widthPx, height: heightPx, channels: 3 as const, background: "#fff" };
  return await sharp({ create: page })
    .composite([stripe(0, third, above), stripe(third, third, "#000")])
    .jpeg({ quality: 95 })
    .toBuffer();
}

const COLOUR_JPEG = "/BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode";

/** Pages with this content that share one picture /A, as a rule a JPEG said to be of 600 × 800 pixels. */
async function readPages(
  pageCount: number,
  content: string,
  bytesOfPicture: Buffer,
  kind = COLOUR_JPEG,
): Promise<ScannedPage[]> {
  const kids = Array.from({ length: pageCount }, (_, at) => `${5 + at} 0 R`).join(" ");
  const fonts = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
  const picture = `/Type /XObject /Subtype /Image /Width ${WIDTH_PX} /Height ${HEIGHT_PX}`;
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 3 0 R /Resources << ${fonts} /XObject << /A 4 0 R >> >> >>`;
  const bytes = pdfOf(
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pageCount} /Kids [${kids}] >>`,
    streamOf("", Buffer.from(content)),
    streamOf(`${picture} ${kind}`, bytesOfPicture),
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

const GREY_JPEG = "/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode";
const FAX = "/BitsPerComponent 1 /ColorSpace /DeviceGray";
const JPEG_2000 = "/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /JPXDecode";
const FAX_ROW_BYTES = WIDTH_PX / 8;

/** 2600 × 2100 pixels, the middle third of them black. */
const LARGE_JPEG_2000 = Buffer.from(
  "AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAINAAACigAAQ8HAAAAAAAPY29scgEAAAAAABEAAADManAyY/9P/1EAKQAAAAAKKAAACDQAAAAAAAAAAAAACigAAAg0AAAAAAAAAAAAAQ8BAf9SAAwAAAABAAUEBAAB/1wAE0CAiIiQiIiQiIiQiIiQiIiQ/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS4w/5AACgAAAAAASwAB/5PvX/VQ58DqEAXwL50Z7vrhiBSqBeXYvlTxFZKPJ81R8OARS8J66EAIyMQYdaToEa7Go8ck3zT9ZoCAgICA/9k=",
  "base64",
);

describe("a page's other pictures", () => {
  test("a grey JPEG keeps its greys, alone on its page and drawn", async () => {
    const grey = await sharp(await drawJpeg(WIDTH_PX, HEIGHT_PX, "#6a6a6a"))
      .greyscale()
      .jpeg({ quality: 95 })
      .toBuffer();
    const drawn = `${WHOLE_PAGE} ${TEXT}`;
    for (const content of [WHOLE_PAGE, drawn]) {
      for (const { pixels, isPicture } of await readPages(2, content, grey, GREY_JPEG)) {
        expect(isPicture).toBe(true);
        expect(pixels.channels).toBe(1);
        const levels = [0.1, 0.5, 0.8].map((down) => colourAt(pixels, 0.5, down)[0]);
        expect(levels).toSatisfy((seen: number[]) => isNear(seen, [0x6a, 0, 255]));
      }
    }
  });

  test("a fax keeps its black and white on every page", async () => {
    const upperHalf = Buffer.alloc(FAX_ROW_BYTES * (HEIGHT_PX / 2));
    const lowerHalf = Buffer.alloc(FAX_ROW_BYTES * (HEIGHT_PX / 2), 0xff);
    for (const { pixels } of await readPages(3, WHOLE_PAGE, Buffer.concat([upperHalf, lowerHalf]), FAX)) {
      expect([pixels.widthPx, pixels.heightPx, pixels.channels]).toEqual([WIDTH_PX, HEIGHT_PX, 1]);
      expect(new Set(pixels.data.slice(0, pixels.data.length / 2))).toEqual(new Set([0]));
      expect(new Set(pixels.data.slice(pixels.data.length / 2))).toEqual(new Set([255]));
    }
  });

  test("a fax that ends early is refused, for what is missing may have been print", async () => {
    const half = Buffer.alloc(FAX_ROW_BYTES * (HEIGHT_PX / 2), 0xff);
    await expect(readPages(1, WHOLE_PAGE, half, FAX)).rejects.toThrow("ends before its last row");
  });

  test("a large JPEG 2000 picture comes with all its pixels", async () => {
    const [{ pixels }] = await readPages(1, WHOLE_PAGE, LARGE_JPEG_2000, JPEG_2000);
    expect([pixels.widthPx, pixels.heightPx]).toEqual([2600, 2100]);
    expect([0.2, 0.5, 0.8].map((down) => colourAt(pixels, 0.5, down)[0] > 128)).toEqual([true, false, true]);
  });
});
