import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { type ImagePage, writePdf } from "../../fixtures/make/write-pdf.ts";
import type { RecognizedScan } from "../../src/model/recognized.ts";
import { openScan } from "../../src/scan/open-scan.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Pages of a fixture's scan, each with an invisible text layer: the text of `layerOf`, as `change` makes it. */
export interface LayeredPage {
  pageNumber: number;
  layerOf: number;
  change?: (text: string) => string;
}

/** Writes a PDF of pictures with text layers as scanners with OCR do. Only lines outside tables have text. */
export async function writeLayeredScan(fixture: string, pages: readonly LayeredPage[]): Promise<string> {
  const folder = join(import.meta.dirname, "../../fixtures", fixture);
  const { recognized } = JSON.parse(readFileSync(join(folder, "recognized.json"), "utf8"));
  const scan = await openScan(join(folder, "scan.pdf"));
  const written: ImagePage[] = [];
  for (const { pageNumber, layerOf, change } of pages) {
    const { pixels, dpi } = await scan.readPage(pageNumber);
    const { widthPx, heightPx, channels, data } = pixels;
    const picture = sharp(data, { raw: { width: widthPx, height: heightPx, channels } });
    const grey = channels === 1 ? picture.toColourspace("b-w") : picture;
    const bytes = await grey.jpeg({ quality: 80 }).toBuffer();
    written.push({
      widthPx,
      heightPx,
      dpi: dpi ?? DPI,
      image: { coding: "jpeg", colour: channels === 3, bytes },
      hiddenText: toHiddenText(recognized, layerOf, dpi ?? DPI, change),
    });
  }
  await scan.close();
  const path = join(await temporaryFolder(), `${fixture}.pdf`);
  await writeFile(path, writePdf(written));
  return path;
}

const DPI = 200;
const ASCENT = 0.85;

function toHiddenText(
  { pages }: RecognizedScan,
  pageNumber: number,
  dpi: number,
  change: (text: string) => string = (text) => text,
): ImagePage["hiddenText"] {
  const points = 72 / dpi;
  return pages[pageNumber - 1].blocks.flatMap((block) =>
    block.kind !== "text"
      ? []
      : block.lines.map(({ text, box: [x0, y0, x1, y1] }) => ({
          text: change(text),
          x: x0 * points,
          y: (y0 + (y1 - y0) * ASCENT) * points,
          sizePt: (y1 - y0) * points,
          widthPt: (x1 - x0) * points,
        })),
  );
}
