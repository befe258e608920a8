import type { Glyph } from "../model/normal-text.ts";
import type { Box } from "../model/place.ts";
import type { RecognizedLine } from "../model/recognized.ts";

/** What a page states itself is certain; what readers saw never is, however sure they were. */
const STATED_BY = "text-layer";
const MOST_OF_READERS = 99;

/** Where a line stands in its scan. */
export interface LinePlace {
  pageNumber: number;
  lineNumber: number;
}

export interface PlacedLine extends LinePlace {
  line: RecognizedLine;
}

/**
 * A character of a printed line. It holds its line and its place there, and works its evidence out when asked:
 * a scan of a thousand pages has a million of them in memory at once.
 */
export class LineGlyph implements Glyph {
  readonly #placed: PlacedLine;
  readonly #index: number;

  constructor(placed: PlacedLine, index: number) {
    this.#placed = placed;
    this.#index = index;
  }

  get raw(): string {
    return this.#placed.line.text[this.#index];
  }

  get pageNumber(): number {
    return this.#placed.pageNumber;
  }

  get lineNumber(): number {
    return this.#placed.lineNumber;
  }

  get box(): Box {
    const { box, edgesPx } = this.#placed.line;
    const [x0, y0, x1, y1] = box;
    const left = edgesPx[this.#index] ?? x0;
    const right = Math.max(left, edgesPx[this.#index + 1] ?? x1);
    return [left, y0, right, y1];
  }

  get confidence(): number {
    const { confidences, readers } = this.#placed.line;
    const isStated = readers.length === 1 && readers[0] === STATED_BY;
    return Math.min(confidences[this.#index] ?? 0, isStated ? 100 : MOST_OF_READERS) / 100;
  }

  get disturbed(): boolean {
    return this.#placed.line.disturbed.some(([start, end]) => start <= this.#index && this.#index < end);
  }

  get readerCount(): number {
    return this.#placed.line.readers.length;
  }
}
