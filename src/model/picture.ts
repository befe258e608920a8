import type { Box } from "./place.ts";

/** Raw pixels, row-major, 8 bits a channel; 1 channel is grey, 3 are red, green, blue. */
export interface Pixels {
  widthPx: number;
  heightPx: number;
  channels: 1 | 3;
  data: Uint8Array;
}

/** A run of characters of a PDF's text layer; the box is in pixels of the page's picture as scanned. */
export interface LayerRun {
  text: string;
  /** Which of the page's fonts it is set in, counted from 0. */
  font: number;
  box: Box;
}

/** A page as the file holds it: not yet upright, clean or straight. `dpi` is null where the file doesn't say. */
export interface ScannedPage {
  pageNumber: number;
  pixels: Pixels;
  dpi: number | null;
  layer: LayerRun[];
  /** True when the page's ink is a picture's, so that any text layer is somebody's OCR. */
  isPicture: boolean;
}

/** An open scan; pages are read one at a time, so that memory stays flat. Must be closed. */
export interface OpenScan {
  fileName: string;
  sha256: string;
  mediaType: string;
  pageCount: number;
  /** The PDF outline's entries, top to bottom; empty where there is none. */
  outline: string[];
  readPage(pageNumber: number): Promise<ScannedPage>;
  close(): Promise<void>;
}

/** A page picture ready to show: a small JPEG of the upright page. Boxes refer to `widthPx` × `heightPx`. */
export interface PagePicture {
  pageNumber: number;
  widthPx: number;
  heightPx: number;
  jpegBase64: string;
}

/** The pictures of a scan's pages, found one at a time, so that memory stays flat however many there are. */
export interface PagePictures {
  pageNumbers: readonly number[];
  /** Null where there is none. */
  find(pageNumber: number): Promise<PagePicture | null>;
}
