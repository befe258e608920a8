import type { LineCrop } from "./line-crop.ts";

/** One character as one reader saw it; x in page pixels, confidence 0–100. */
export interface ReadChar {
  text: string;
  confidence: number;
  x0: number;
  x1: number;
}

/** What one reader saw on one line, left to right, without blanks between Chinese characters. */
export interface LineReading {
  reader: string;
  chars: ReadChar[];
}

/** Turns a line's picture into characters. Throws when it can't go on at all. */
export interface LineReader {
  name: string;
  readLine(crop: LineCrop): Promise<LineReading>;
}

/** The readers a page is read with: the first reads every line, the second where it counts. */
export interface Readers {
  first: LineReader;
  second: LineReader | null;
  names: string[];
  close(): Promise<void>;
}
