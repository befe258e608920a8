import type { Flow, FlowCell, FlowParagraph, FlowTable } from "../../src/model/flow.ts";
import type { NormalText } from "../../src/model/normal-text.ts";

/** Where a made-up text stands and how well it was read; every character is 20 px wide and 24 px high. */
export interface Print {
  pageNumber?: number;
  confidence?: number;
  disturbed?: boolean;
  lineNumber?: number;
}

/** A cell of a made-up table: its text, or its text with spans. */
export type Cell = string | { text: string; rowSpan?: number; columnSpan?: number } | null;

let nextLine = 1;

/** A text whose every character was read well (readers are never certain), unless `print` says otherwise. */
export function normalText(text: string, print: Print = {}): NormalText {
  const lineNumber = print.lineNumber ?? nextLine++;
  const glyphs = Array.from({ length: text.length }, (_, index) => ({
    raw: text[index],
    pageNumber: print.pageNumber ?? 1,
    lineNumber,
    box: [100 + 20 * index, 30 * lineNumber, 120 + 20 * index, 30 * lineNumber + 24] as [
      number,
      number,
      number,
      number,
    ],
    confidence: print.confidence ?? 0.99,
    disturbed: print.disturbed ?? false,
    readerCount: 2,
  }));
  return { text, glyphs, rivals: [] };
}

/** A paragraph on one line. */
export function paragraph(text: string, print: Print = {}): FlowParagraph {
  return { kind: "paragraph", content: normalText(text, print), lineStarts: [0] };
}

/** A table from its rows; `null` is a place that another cell's span covers. */
export function table(
  rows: Cell[][],
  options: { id?: string; title?: string; headerRows?: number; pageNumber?: number } = {},
): FlowTable {
  const pageNumber = options.pageNumber ?? 1;
  const cells: FlowCell[] = rows.flatMap((row, rowIndex) =>
    row.flatMap((cell, column) => {
      if (cell === null) return [];
      const { text, rowSpan = 1, columnSpan = 1 } = typeof cell === "string" ? { text: cell } : cell;
      return [{ row: rowIndex, column, rowSpan, columnSpan, content: normalText(text, { pageNumber }) }];
    }),
  );
  return {
    kind: "table",
    id: options.id ?? "t1",
    title: options.title === undefined ? null : normalText(options.title, { pageNumber }),
    pageNumbers: [pageNumber],
    headerRows: options.headerRows ?? 1,
    rowCount: rows.length,
    columnCount: Math.max(0, ...rows.map((row) => row.length)),
    cells,
    joins: [],
  };
}

/** A flow of paragraphs (one a string) and tables. */
export function flowOf(...parts: (string | FlowParagraph | FlowTable)[]): Flow {
  return parts.map((part) => (typeof part === "string" ? paragraph(part) : part));
}
