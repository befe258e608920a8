import type { NormalText } from "./normal-text.ts";

/** A paragraph in reading order, joined over line and page breaks; page headers and footers are left out. */
export interface FlowParagraph {
  kind: "paragraph";
  content: NormalText;
  /** Indexes into the text at which printed lines begin; the first is 0. */
  lineStarts: number[];
}

export interface FlowCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  content: NormalText;
}

/** A ruled table in reading order, joined over page breaks. */
export interface FlowTable {
  kind: "table";
  id: string;
  title: NormalText | null;
  pageNumbers: number[];
  headerRows: number;
  rowCount: number;
  columnCount: number;
  cells: FlowCell[];
  joins: { pageNumber: number; reason: string }[];
}

/** The whole scan's body in reading order; what the finders of `extract` read. */
export type Flow = (FlowParagraph | FlowTable)[];
