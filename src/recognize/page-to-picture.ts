import sharp from "sharp";
import type { PagePicture } from "../model/picture.ts";
import type { GreyPicture } from "./clean-picture.ts";

const SHOWN_WIDTH_PX = 1000;
const JPEG_QUALITY = 50;

/** A small JPEG of the upright page for the report. */
export async function pageToPicture(pageNumber: number, grey: GreyPicture): Promise<PagePicture> {
  const { widthPx, heightPx, data } = grey;
  const jpeg = await sharp(data, { raw: { width: widthPx, height: heightPx, channels: 1 } })
    // The sharpest way to shrink takes a quarter longer, and three colours for one as much again.
    .resize({ width: Math.min(SHOWN_WIDTH_PX, widthPx), kernel: "mitchell" })
    .toColourspace("b-w")
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
  return { pageNumber, widthPx, heightPx, jpegBase64: jpeg.toString("base64") };
}
