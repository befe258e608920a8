import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { PDFDataRangeTransport } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What pdf.js is told of where a file's bytes come from. */
export type FileSource =
  | { data: Uint8Array }
  | { range: PDFDataRangeTransport; rangeChunkSize: number; disableAutoFetch: true; disableStream: true };

/** Smaller files are read whole, which is quicker. */
const WHOLE_BYTES = 8 * 1024 ** 2;
/**
 * How much of a larger file is read at least where any of it is asked for. It stays in memory, and on the way to a page
 * pdf.js looks at every page before it, each beside its picture.
 */
const RANGE_BYTES = 32 * 1024;
/** A read of more than 2 GiB at one go is refused. */
const PIECE_BYTES = 64 * 1024 ** 2;
/** Where pdf.js looks for the word that tells of a file's table of contents, and more. */
const TAIL_BYTES = 4096;

/**
 * A file's bytes for pdf.js: all of them, or of a large file the parts it asks for, for a scan of a thousand pages need
 * not lie in memory. One without a table of contents is looked through from end to end, which parts make slow.
 */
export function openSource(path: string): FileSource {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  const tail = readPart(file, Math.max(0, size - TAIL_BYTES), size);
  if (size > WHOLE_BYTES && Buffer.from(tail).includes("startxref")) {
    return {
      range: new FileRanges(file, size),
      rangeChunkSize: RANGE_BYTES,
      disableAutoFetch: true,
      disableStream: true,
    };
  }
  const data = readPart(file, 0, size);
  closeSync(file);
  return { data };
}

/** The file stays open as long as it is shown. */
class FileRanges extends PDFDataRangeTransport {
  readonly #file: number;
  #isOpen = true;

  constructor(file: number, size: number) {
    super(size, null);
    this.#file = file;
  }

  override requestDataRange(begin: number, end: number): void {
    this.onDataRange(begin, readPart(this.#file, begin, end));
  }

  override abort(): void {
    if (this.#isOpen) closeSync(this.#file);
    this.#isOpen = false;
  }
}

/** Of a file cut off since it was opened, what is left. */
function readPart(file: number, begin: number, end: number): Uint8Array {
  const bytes = new Uint8Array(end - begin);
  let filled = 0;
  while (filled < bytes.length) {
    const length = Math.min(bytes.length - filled, PIECE_BYTES);
    const count = readSync(file, bytes, filled, length, begin + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}
