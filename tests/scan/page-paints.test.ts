import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { ScannedPage } from "../../src/model/picture.ts";
import { openScan } from "../../src/scan/open-scan.ts";
import { pdfOf, streamOf } from "../support/hostile-files.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const [WIDTH, HEIGHT] = [300, 400];
/** On a page of 300 × 400 points: "7 3000" from (30, 100) up, 20 points high. */
const TEXT = "BT /F 20 Tf 30 100 Td (7 3000) Tj ET";
const HIDDEN = `3 Tr ${TEXT}`;
const PICTURE = `q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /A Do Q`;

/** A page with this content; /A is a picture of 600 × 800 pixels, /B a form that holds `form`. */
async function readPage(content: string, form = ""): Promise<ScannedPage> {
  const blank = sharp({ create: { width: 600, height: 800, channels: 3, background: "#ddd" } });
  const picture = "/Type /XObject /Subtype /Image /Width 600 /Height 800 /BitsPerComponent 8";
  const fonts = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
  const bytes = pdfOf(
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents 4 0 R /Resources << ${fonts} /XObject << /A 5 0 R /B 6 0 R >> >> >>`,
    streamOf("", Buffer.from(content)),
    streamOf(`${picture} /ColorSpace /DeviceRGB /Filter /DCTDecode`, await blank.jpeg().toBuffer()),
    streamOf(
      `/Type /XObject /Subtype /Form /BBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << ${fonts} >>`,
      Buffer.from(form),
    ),
  );
  const path = join(await temporaryFolder(), "page.pdf");
  await writeFile(path, bytes);
  const scan = await openScan(path);
  try {
    return await scan.readPage(1);
  } finally {
    await scan.close();
  }
}

describe("where a page's text comes from", () => {
  test.each([
    ["a scan", PICTURE, ""],
    ["a scan with OCR", `${PICTURE} ${HIDDEN}`, ""],
    ["a scan with OCR in a form of its own", `${PICTURE} /B Do`, HIDDEN],
  ])("%s gives the picture's own pixels", async (_, content, form) => {
    const { isPicture, pixels } = await readPage(content, form);
    expect({ isPicture, widthPx: pixels.widthPx }).toEqual({ isPicture: true, widthPx: 600 });
  });

  test("a scan with print on top of it is drawn with that", async () => {
    const { isPicture, pixels, layer } = await readPage(`${PICTURE} ${TEXT}`);
    expect(isPicture).toBe(true);
    expect(pixels.data.some((level) => level < 100)).toBe(true);
    expect(layer).toHaveLength(1);
  });

  test.each([
    ["a scan in two strips", "q 300 0 0 200 0 0 cm /A Do Q q 300 0 0 200 0 200 cm /A Do Q", true],
    ["a half page of scan, with OCR", `q 300 0 0 150 0 0 cm /A Do Q ${HIDDEN}`, true],
    ["print with a small picture", `q 60 0 0 60 0 300 cm /A Do Q ${TEXT}`, false],
    ["print alone", TEXT, false],
  ])("%s", async (_, content, isPicture) => {
    expect((await readPage(content)).isPicture).toBe(isPicture);
  });

  test("a layer lies on the picture's own pixels, also where that doesn't fill the page evenly", async () => {
    const { layer, pixels } = await readPage(`q 290 0 0 385 6 10 cm /A Do Q ${HIDDEN}`);
    expect([pixels.widthPx, pixels.heightPx]).toEqual([600, 800]);
    const [{ text, font, box }] = layer;
    expect({ text, font }).toEqual({ text: "7 3000", font: 0 });
    expect(box[0]).toBeCloseTo((24 / 290) * 600, -1);
    expect(box[3]).toBeCloseTo(((395 - 100) / 385) * 800, -1);
    expect(box[3] - box[1]).toBeCloseTo((20 / 385) * 800, -1);
  });
});
