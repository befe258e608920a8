/** What one scan may cost. Hostile files promise more than any office scan holds. */
export interface ScanLimits {
  /** Bytes of the file. */
  fileBytes: number;
  /** Pages of the file. */
  pages: number;
  /** Pixels of one page picture. */
  pagePixels: number;
  /** Changes between light and dark along the rows of one page picture: what is nothing but specks has no end of shapes. */
  pageEdges: number;
  /** Milliseconds to open a file or to draw one page. */
  pageMs: number;
  /** Megabytes of objects the thread that holds a PDF may make; its pictures and the file itself come on top. */
  pdfMemoryMb: number;
}

export const DEFAULT_LIMITS: ScanLimits = {
  fileBytes: 2 * 1024 ** 3,
  pages: 5000,
  pagePixels: 120_000_000,
  pageEdges: 8_000_000,
  pageMs: 60_000,
  pdfMemoryMb: 512,
};
