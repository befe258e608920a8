import sharp, { type Sharp } from "sharp";
import type { Pixels } from "../../src/model/picture.ts";
import { streamOf, wholePdfOf } from "./hostile-files.ts";

const DPI = 200;

/** A PDF whose pages are these pictures, as a scanner makes it. */
export function picturesToPdf(jpegs: readonly Jpeg[]): Buffer {
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
  return wholePdfOf(
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${jpegs.length} /Kids [${kids}] >>`,
    ...pages,
  );
}

export interface Jpeg {
  bytes: Buffer;
  widthPx: number;
  heightPx: number;
  isGrey: boolean;
}

export async function pixelsToJpeg(pixels: Pixels): Promise<Jpeg> {
  const { widthPx, heightPx, channels } = pixels;
  const bytes = await pixelsToSharp(pixels).jpeg({ quality: 90 }).toBuffer();
  const { channels: kept } = await sharp(bytes).metadata();
  return { bytes, widthPx, heightPx, isGrey: channels === 1 && kept === 1 };
}

export function pixelsToSharp({ widthPx: width, heightPx: height, channels, data }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } }).withMetadata({ density: DPI });
}
