import { type PDFDocumentProxy, type PDFPageProxy, Util } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { LayerRun, Pixels } from "../model/picture.ts";
import { loadDrawingFonts } from "./drawing-fonts.ts";
import { withoutJpegDecoder } from "./jpeg-decoder.ts";
import { GREY_1BPP, GREY_8BPP, type KeptImage, RGB_24BPP, RGBA_32BPP, unseal } from "./kept-image.ts";
import { boxOf, findPaints, type Matrix, type PagePaints } from "./page-paints.ts";
import { type Frame, PRINT_SLANT_DEG, readLayer } from "./pdf-layer.ts";
import { withoutIdleColour } from "./picture-scan.ts";
import { turnPixels } from "./turn-pixels.ts";

export interface PdfPage {
  /** Perhaps pdf.js's own: not to be changed, and gone with the next page. */
  pixels: Pixels;
  dpi: number;
  layer: LayerRun[];
  isPicture: boolean;
}

/** A page wants more pixels than the limit allows. */
export class TooLargeError extends Error {}

/** Pages without a scan in them are drawn at this many dots an inch. */
const DRAWN_DPI = 200;
const POINTS_AN_INCH = 72;
/** A page that pictures cover as far as this was scanned. */
const MOSTLY = 0.5;

/** A PDF, open in two ways: as a rule of the first, whose grey JPEG pictures come quicker. */
export interface OpenPdf {
  quick: PDFDocumentProxy;
  /** Gives every picture that can be decoded, and can be drawn; opened when first asked for. */
  plain(): Promise<PDFDocumentProxy>;
  /** Whether the file has pictures that the quick way doesn't give. */
  needsPlain: boolean;
  /** Lets go of the file and of all that was made of it. */
  destroy(): Promise<void>;
}

/**
 * Reads a page of a PDF: a page that is one picture gives that picture's own pixels, any other is drawn.
 * Throws TooLargeError, and whatever pdf.js throws of a damaged page.
 */
export async function readPdfPage(pdf: OpenPdf, pageNumber: number, pagePixels: number): Promise<PdfPage> {
  const page = await (pdf.needsPlain ? await pdf.plain() : pdf.quick).getPage(pageNumber);
  try {
    const [, , widthPt, heightPt] = page.getViewport({ scale: 1 }).viewBox;
    if (!(widthPt > 0 && heightPt > 0)) throw new Error("the page has no size");
    const paints = findPaints(await page.getOperatorList(), page.view);
    const images = await fetchImages(page, paints.pictureNames);
    if (!pdf.needsPlain && [...images.values()].includes(null)) {
      pdf.needsPlain = true;
      return await readPdfPage(pdf, pageNumber, pagePixels);
    }
    const picture = findOnlyPicture(page, paints, images, pagePixels);
    const pixels = picture ?? (await drawPage(await pdf.plain(), pageNumber, pagePixels));
    const shown = page.getViewport({ scale: 1 });
    const frame: Frame =
      picture && paints.onlyPicture
        ? boxOf(Util.transform(shown.transform, paints.onlyPicture.matrix))
        : [0, 0, shown.width, shown.height];
    const isPicture = picture !== null || paints.pictureShare >= MOSTLY || paints.hasHiddenText;
    return {
      pixels,
      dpi: Math.max(1, Math.round((pixels.widthPx / shown.width) * POINTS_AN_INCH)),
      layer: await readLayer(page, frame, pixels, isPicture ? Number.POSITIVE_INFINITY : PRINT_SLANT_DEG),
      isPicture,
    };
  } finally {
    page.cleanup();
  }
}

/**
 * The pictures painted on a page, by name, once pdf.js has decoded them; null for one that it can't decode.
 * Those that several pages share it keeps for the whole of the file.
 */
async function fetchImages(
  page: PDFPageProxy,
  names: readonly string[],
): Promise<Map<string, KeptImage | null>> {
  const images = new Map<string, KeptImage | null>();
  for (const name of new Set(names)) {
    const kept = name.startsWith(SHARED) ? page.commonObjs : page.objs;
    const image = await new Promise<KeptImage | null>((resolve) => kept.get(name, resolve));
    if (image) unseal(image);
    images.set(name, image);
  }
  return images;
}

const SHARED = "g_";

/** The one picture that fills the page and stands upright in it; null when the page holds anything else to see. */
function findOnlyPicture(
  page: PDFPageProxy,
  { onlyPicture }: PagePaints,
  images: ReadonlyMap<string, KeptImage | null>,
  pagePixels: number,
): Pixels | null {
  if (!onlyPicture || !fillsPage(page, onlyPicture.matrix)) return null;
  const image = images.get(onlyPicture.name);
  if (!image?.data) return null;
  if (image.width * image.height > pagePixels) throw new TooLargeError(`${image.width} × ${image.height} px`);
  const pixels = pixelsOf(image);
  return pixels && turnPixels(pixels, page.rotate);
}

const SLACK = 0.05;

/** Whether a unit square under this matrix is the page box, unturned and unmirrored. */
function fillsPage(page: PDFPageProxy, [a, b, c, d, e, f]: Matrix): boolean {
  const [x0, y0, x1, y1] = page.view;
  const [width, height] = [x1 - x0, y1 - y0];
  const isUpright = Math.abs(b) < SLACK * width && Math.abs(c) < SLACK * height && a > 0 && d > 0;
  const near = (value: number, wanted: number, size: number): boolean =>
    Math.abs(value - wanted) <= SLACK * size;
  return (
    isUpright && near(a, width, width) && near(d, height, height) && near(e, x0, width) && near(f, y0, height)
  );
}

/** A picture may lack this share of its bytes, which stay white; one that lacks more has lost print. */
const MOST_LACKING = 0.01;

function pixelsOf({ width, height, kind, data: given }: KeptImage): Pixels | null {
  const size = { widthPx: width, heightPx: height };
  const rowBytes = ROW_BYTES.get(kind)?.(width);
  if (given === null || rowBytes === undefined) return null;
  const data = filledUp(given, rowBytes * height);
  if (kind === RGB_24BPP) return withoutIdleColour({ ...size, channels: 3, data });
  if (kind === RGBA_32BPP)
    return withoutIdleColour({ ...size, channels: 3, data: flattenAlpha(data, width * height) });
  return { ...size, channels: 1, data: kind === GREY_8BPP ? data : unpackBits(data, width, height) };
}

const ROW_BYTES: ReadonlyMap<number, (width: number) => number> = new Map([
  [GREY_1BPP, (width) => (width + 7) >> 3],
  [GREY_8BPP, (width) => width],
  [RGB_24BPP, (width) => 3 * width],
  [RGBA_32BPP, (width) => 4 * width],
]);

/** Just the bytes a picture has, where it lacks none as they lie; throws where it ends early. */
function filledUp(data: Uint8Array | Uint8ClampedArray, length: number): Uint8Array {
  if (data.length >= length) return new Uint8Array(data.buffer, data.byteOffset, length);
  if (data.length < (1 - MOST_LACKING) * length) throw new Error("a picture ends before its last row");
  const whole = new Uint8Array(length).fill(0xff, Math.min(length, data.length));
  whole.set(data.subarray(0, length));
  return whole;
}

function flattenAlpha(rgba: ArrayLike<number>, count: number): Uint8Array {
  const rgb = new Uint8Array(count * 3);
  for (let i = 0; i < count; i++) {
    const alpha = rgba[i * 4 + 3];
    for (let c = 0; c < 3; c++) rgb[i * 3 + c] = (rgba[i * 4 + c] * alpha + 255 * (255 - alpha)) / 255;
  }
  return rgb;
}

function unpackBits(bits: ArrayLike<number>, width: number, height: number): Uint8Array {
  const grey = new Uint8Array(width * height);
  const rowBytes = (width + 7) >> 3;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      grey[y * width + x] = (bits[y * rowBytes + (x >> 3)] >> (7 - (x & 7))) & 1 ? 255 : 0;
    }
  }
  return grey;
}

async function drawPage(pdf: PDFDocumentProxy, pageNumber: number, pagePixels: number): Promise<Pixels> {
  const page = await pdf.getPage(pageNumber);
  const viewport = page.getViewport({ scale: DRAWN_DPI / POINTS_AN_INCH });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  if (width * height > pagePixels) throw new TooLargeError(`${width} × ${height} px`);
  loadDrawingFonts();
  const factory = pdf.canvasFactory as CanvasFactory;
  // What several pages share was perhaps decoded for one that is no drawing; pdf.js's types lack that it can be gone through.
  for (const [, image] of page.commonObjs as unknown as Iterable<[string, KeptImage | null]>)
    if (image) unseal(image);
  const surface = factory.create(width, height);
  try {
    await withoutJpegDecoder(
      () =>
        page.render({ canvas: null, canvasContext: surface.context, viewport, background: "#fff" }).promise,
    );
    const rgba = surface.context.getImageData(0, 0, width, height).data;
    return withoutIdleColour({
      widthPx: width,
      heightPx: height,
      channels: 3,
      data: flattenAlpha(rgba, width * height),
    });
  } finally {
    factory.destroy(surface);
    page.cleanup();
  }
}

/** The part of a canvas context that is used; its own type stands in the browser library, which Node lacks. */
interface DrawingContext {
  getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray };
}

/** The part of pdf.js's canvas factory that is used; pdf.js types it as a plain object. */
interface CanvasFactory {
  create(width: number, height: number): { context: DrawingContext };
  destroy(surface: object): void;
}
