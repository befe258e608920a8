import type { LineCrop } from "../line-crop.ts";

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
  /** Of the lines that wait, those of an earlier turn are read first. */
  readLine(crop: LineCrop, turn?: number): Promise<LineReading>;
}

/** Readers that know one alphabet only, asked about the figures of a line. */
export interface FigureReaders {
  digits: LineReader;
  capitals: LineReader;
}

/** Those, and the readers of all text, asked once more where a figure's ink gives what was read the lie. */
export interface SpanReaders extends FigureReaders {
  texts: readonly LineReader[];
  /** Whether every figure was seen by readers of unlike kinds already, so that only what they dispute is read again. */
  isSettledByTwoKinds: boolean;
}

/**
 * The readers a page is read with: the first reads every line, the network of another kind what counts of it,
 * the second settles what these two see unlike.
 */
export interface PageReaders {
  first: LineReader;
  second: LineReader | null;
  network: LineReader | null;
  figures: FigureReaders | null;
}

/** Page readers that hold threads and must be closed. */
export interface Readers extends PageReaders {
  names: string[];
  /** Starts ahead what nearly every page needs, while there is not yet a line to read. */
  start?(): void;
  close(): Promise<void>;
}
