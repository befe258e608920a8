import { type PDFPageProxy, Util } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { LayerRun, Pixels } from "../model/picture.ts";
import { boxOf } from "./page-paints.ts";

/** Where on the page as shown, in points, its pixels lie; a scanner's picture may be stretched or set off a little. */
export type Frame = [x0: number, y0: number, x1: number, y1: number];

/** Printed lines stand straight; the layer of a scan may lie as askew as the paper did. */
export const PRINT_SLANT_DEG = 0.5;

/** The text a page holds, but for what stands more aslant than `slantDeg`: a drawn seal's letters and watermarks lie across the lines, and are no part of them. */
export async function readLayer(
  page: PDFPageProxy,
  [x0, y0, x1, y1]: Frame,
  { widthPx, heightPx }: Pixels,
  slantDeg: number,
): Promise<LayerRun[]> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ disableNormalization: true });
  const runs: LayerRun[] = [];
  const fonts: string[] = [];
  for (const item of items) {
    if (!("str" in item) || item.str.trim() === "") continue;
    const [a, b, c, d, e, f] = Util.transform(viewport.transform, item.transform);
    if (slantOf(a, b) > slantDeg) continue;
    const advance = Math.hypot(a, b) === 0 ? 0 : item.width / Math.hypot(a, b);
    // From the baseline by its advance and up by its height: the corners of the run.
    const [left, top, right, bottom] = boxOf([a * advance, b * advance, c, d, e, f]);
    // pdf.js counts its fonts through all it has open; a page's own count stays the same.
    if (!fonts.includes(item.fontName)) fonts.push(item.fontName);
    const toPx = (at: number, from: number, to: number, px: number): number =>
      ((at - from) / (to - from)) * px;
    runs.push({
      text: item.str,
      font: fonts.indexOf(item.fontName),
      box: [
        Math.floor(toPx(left, x0, x1, widthPx)),
        Math.floor(toPx(top, y0, y1, heightPx)),
        Math.ceil(toPx(right, x0, x1, widthPx)),
        Math.ceil(toPx(bottom, y0, y1, heightPx)),
      ],
    });
  }
  return runs;
}

/** How far in degrees a baseline of this direction is from the nearest one that runs along the page's edges: 0–45. */
function slantOf(a: number, b: number): number {
  const deg = (Math.abs(Math.atan2(b, a)) * 180) / Math.PI;
  return Math.abs(deg - 90 * Math.round(deg / 90));
}
