import type { Box } from "./place.ts";

/** What another reader saw in place of the glyphs of a passage from `start` on, `length` of them. */
export interface Rival {
  reader: string;
  start: number;
  length: number;
  saw: string;
  confidence: number;
}

/** One character's evidence. A character of `text` that stands for part of a printed one repeats its glyph. */
export interface Glyph {
  /** The printed character before normalization; "" when a neighbour already carries it. */
  raw: string;
  pageNumber: number;
  /** Counts the lines of a scan, so that glyphs of one printed line can be told. */
  lineNumber: number;
  box: Box;
  confidence: number;
  disturbed: boolean;
  /** How many readers read this glyph's line. */
  readerCount: number;
}

/** The same evidence but for what is given. A glyph may work out its own: to spread one is to lose that. */
export function changedGlyph(glyph: Glyph, changes: Partial<Glyph>): Glyph {
  const { raw, pageNumber, lineNumber, box, confidence, disturbed, readerCount } = glyph;
  return { raw, pageNumber, lineNumber, box, confidence, disturbed, readerCount, ...changes };
}

/** Text that looks equal when it is equal: `text[i]` is evidenced by `glyphs[i]`. */
export interface NormalText {
  text: string;
  glyphs: Glyph[];
  rivals: Rival[];
}

export interface NormalParagraph {
  kind: "paragraph";
  role: "body" | "header" | "footer";
  /** Where each printed line begins in the text, for layout questions (indent, own line). */
  lineStarts: number[];
  box: Box;
  pageNumber: number;
  content: NormalText;
}

export interface NormalCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  box: Box;
  pageNumber: number;
  content: NormalText;
}

export interface NormalTable {
  kind: "table";
  pageNumber: number;
  box: Box;
  columnEdgesPx: number[];
  rowEdgesPx: number[];
  cells: NormalCell[];
}

/** A scan's text in reading order, normalized; what extraction reads. */
export interface NormalScan {
  pages: {
    pageNumber: number;
    widthPx: number;
    heightPx: number;
    blocks: (NormalParagraph | NormalTable)[];
  }[];
  outline: string[];
}
