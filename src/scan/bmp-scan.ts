import { readFile } from "node:fs/promises";
import { UnreadableInputError } from "../errors.ts";
import type { OpenScan, Pixels } from "../model/picture.ts";
import type { ScanLimits } from "./limits.ts";
import type { Identity } from "./open-scan.ts";
import { credibleDpi, withoutIdleColour } from "./picture-scan.ts";

/** Opens a Windows bitmap without compression, which the picture library does not know. Throws UnreadableInputError. */
export async function openBmp(path: string, identity: Identity, limits: ScanLimits): Promise<OpenScan> {
  const bytes = await readFile(path);
  const head = readHead(bytes);
  if (head === null) throw new UnreadableInputError("damaged-picture", path);
  const { widthPx, heightPx } = head;
  if (widthPx * heightPx > limits.pagePixels) {
    throw new UnreadableInputError("too-large", path, `${widthPx} × ${heightPx} px`, { pageNumber: 1 });
  }
  if (head.isPacked) throw new UnreadableInputError("unsupported-type", path, "BMP, RLE");
  if (bytes.length < head.at + head.rowBytes * heightPx)
    throw new UnreadableInputError("damaged-picture", path);
  return {
    ...identity,
    pageCount: 1,
    outline: [],
    async readPage(pageNumber) {
      const pixels = withoutIdleColour(readPixels(bytes, head));
      return { pageNumber, pixels, dpi: credibleDpi(head.dpi), layer: [], isPicture: true };
    },
    close: () => Promise.resolve(),
  };
}

interface BmpHead {
  widthPx: number;
  heightPx: number;
  /** Rows stand from the lowest up, unless the file says otherwise. */
  isUpsideDown: boolean;
  bits: number;
  isPacked: boolean;
  dpi: number;
  /** Where the colours of a palette stand, blue first, four bytes each; where the rows do. */
  paletteAt: number;
  at: number;
  rowBytes: number;
}

const FILE_HEAD_BYTES = 14;
const LEAST_INFO_BYTES = 40;
const BITS: ReadonlySet<number> = new Set([1, 4, 8, 24, 32]);
/** Of the ways to pack rows: none, or none with masks that say in which byte which colour lies. */
const PLAIN: ReadonlySet<number> = new Set([0, 3]);
const METRES_AN_INCH = 0.0254;

/** Null where the file is cut off or says what no bitmap can. */
function readHead(bytes: Buffer): BmpHead | null {
  if (bytes.length < FILE_HEAD_BYTES + LEAST_INFO_BYTES) return null;
  const infoBytes = bytes.readUInt32LE(14);
  const [widthPx, height, bits] = [bytes.readInt32LE(18), bytes.readInt32LE(22), bytes.readUInt16LE(28)];
  if (infoBytes < LEAST_INFO_BYTES || widthPx <= 0 || height === 0 || !BITS.has(bits)) return null;
  return {
    widthPx,
    heightPx: Math.abs(height),
    isUpsideDown: height > 0,
    bits,
    isPacked: !PLAIN.has(bytes.readUInt32LE(30)),
    dpi: Math.round(bytes.readInt32LE(38) * METRES_AN_INCH),
    paletteAt: FILE_HEAD_BYTES + infoBytes,
    at: bytes.readUInt32LE(10),
    rowBytes: Math.ceil((widthPx * bits) / 32) * 4,
  };
}

function readPixels(bytes: Buffer, { widthPx, heightPx, isUpsideDown, ...head }: BmpHead): Pixels {
  const { bits, at, paletteAt, rowBytes } = head;
  const data = new Uint8Array(widthPx * heightPx * 3);
  for (let y = 0; y < heightPx; y++) {
    const row = at + rowBytes * (isUpsideDown ? heightPx - 1 - y : y);
    for (let x = 0; x < widthPx; x++) {
      const from = bits >= 24 ? row + (x * bits) / 8 : paletteAt + 4 * colourAt(bytes, row, x, bits);
      const to = (y * widthPx + x) * 3;
      for (let c = 0; c < 3; c++) data[to + c] = bytes[from + 2 - c];
    }
  }
  return { widthPx, heightPx, channels: 3, data };
}

/** Which colour of the palette a pixel has: its bits, the leftmost pixel in the highest. */
function colourAt(bytes: Buffer, row: number, x: number, bits: number): number {
  const bit = x * bits;
  return (bytes[row + (bit >> 3)] >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
}
