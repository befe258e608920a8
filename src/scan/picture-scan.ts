import sharp from "sharp";
import { UnreadableInputError } from "../errors.ts";
import type { OpenScan, Pixels } from "../model/picture.ts";
import type { ScanLimits } from "./limits.ts";
import type { Identity } from "./open-scan.ts";

/** Below this a stated density is a default of some program, not a scanner's word. */
const LEAST_CREDIBLE_DPI = 90;

/** Opens a JPEG, PNG, TIFF, WebP or GIF picture, of any number of pages. Throws UnreadableInputError. */
export async function openPicture(path: string, identity: Identity, limits: ScanLimits): Promise<OpenScan> {
  const metadata = await orDamaged(path, null, limits, () =>
    sharp(path, { limitInputPixels: false }).metadata(),
  );
  const pageCount = metadata.pages ?? 1;
  if (pageCount > limits.pages) {
    throw new UnreadableInputError("too-many-pages", path, `${pageCount} > ${limits.pages}`);
  }
  const dpi = credibleDpi(metadata.density ?? 0);
  return {
    ...identity,
    pageCount,
    outline: [],
    async readPage(pageNumber) {
      const pixels = await readPixels(path, pageNumber, limits);
      return { pageNumber, pixels, dpi, layer: [], isPicture: true };
    },
    // Nothing stays open: every page is read from the file anew.
    close: () => Promise.resolve(),
  };
}

/** A density, or null where it tells of nothing. */
export function credibleDpi(dpi: number): number | null {
  return dpi >= LEAST_CREDIBLE_DPI ? dpi : null;
}

/** The decoder counts no further. */
const MOST_SECONDS = 3600;

async function readPixels(path: string, pageNumber: number, limits: ScanLimits): Promise<Pixels> {
  const page = { page: pageNumber - 1, limitInputPixels: false } as const;
  const { width, height } = await orDamaged(path, pageNumber, limits, () => sharp(path, page).metadata());
  if (width * height > limits.pagePixels) {
    throw new UnreadableInputError("too-large", path, `${width} × ${height} px`, { pageNumber });
  }
  const { data, info } = await orDamaged(path, pageNumber, limits, () =>
    sharp(path, page)
      .timeout({ seconds: Math.min(MOST_SECONDS, Math.ceil(limits.pageMs / 1000)) })
      .autoOrient()
      .flatten({ background: "#fff" })
      .toColourspace("srgb")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true }),
  );
  return withoutIdleColour({
    widthPx: info.width,
    heightPx: info.height,
    channels: info.channels === 1 ? 1 : 3,
    data,
  });
}

/** A picture whose three channels are equal is grey: a third of the memory, and no search for seals. */
export function withoutIdleColour(pixels: Pixels): Pixels {
  const { data, channels, widthPx, heightPx } = pixels;
  if (channels === 1) return pixels;
  for (let i = 0; i < data.length; i += 3) {
    if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return pixels;
  }
  const grey = new Uint8Array(widthPx * heightPx);
  for (let i = 0; i < grey.length; i++) grey[i] = data[i * 3];
  return { widthPx, heightPx, channels: 1, data: grey };
}

async function orDamaged<T>(
  path: string,
  pageNumber: number | null,
  { pageMs }: ScanLimits,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    // The decoder tells of its time being over by these words alone.
    if (cause instanceof Error && cause.message.startsWith("timeout:")) {
      throw new UnreadableInputError("timed-out", path, `${pageMs / 1000} s`, { cause, pageNumber });
    }
    throw new UnreadableInputError("damaged-picture", path, null, { cause, pageNumber });
  }
}
