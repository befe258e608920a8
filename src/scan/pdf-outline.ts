import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

type OutlineEntry = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>[number];

const MOST_ENTRIES = 5000;

/** The outline's entries, top to bottom; a loop or a flood of entries is cut off. */
export async function readOutline(pdf: PDFDocumentProxy): Promise<string[]> {
  const titles: string[] = [];
  // Null at run time when there is none, whatever its type says.
  const waiting: OutlineEntry[] = [...((await pdf.getOutline()) ?? [])].reverse();
  while (waiting.length > 0 && titles.length < MOST_ENTRIES) {
    const entry = waiting.pop();
    if (!entry) break;
    if (entry.title.trim() !== "") titles.push(entry.title.trim());
    waiting.push(...[...entry.items].reverse());
  }
  return titles;
}
