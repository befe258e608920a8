import type { FlowTable } from "../model/flow.ts";
import type { Glyph, NormalText } from "../model/normal-text.ts";
import { emOf } from "./layout.ts";

/** How far right text reaches in a table's column on a page, in pixels; null where it has none. */
export type ColumnEnds = (column: number, pageNumber: number) => number | null;

/** The right ends of each column's text: where its lines are broken. Hanging marks and merged cells are left out. */
export function findColumnEnds(table: FlowTable): ColumnEnds {
  const ends = new Map<string, number>();
  for (const { column, columnSpan, content } of table.cells) {
    if (columnSpan > 1) continue;
    for (const [index, { pageNumber, box }] of content.glyphs.entries()) {
      if (!/[\p{Script=Han}\dA-Za-z]/u.test(content.text[index])) continue;
      const key = `${column} ${pageNumber}`;
      ends.set(key, Math.max(ends.get(key) ?? 0, box[2]));
    }
  }
  return (column, pageNumber) => ends.get(`${column} ${pageNumber}`) ?? null;
}

/**
 * A cell's text with figures whole that a full line's end cut in two (达到1 | 00% → 达到100%).
 * A blank stays where the line had room for another digit: there two figures may stand one below the other.
 */
export function mendCutFigures({ text, glyphs }: NormalText, column: number, ends: ColumnEnds): string {
  return text.replace(/(?<=\d) (?=\d)/g, (blank, at: number) =>
    isCutByLine(glyphs[at - 1], glyphs[at + 1], glyphs, column, ends) ? "" : blank,
  );
}

function isCutByLine(
  before: Glyph,
  after: Glyph,
  glyphs: readonly Glyph[],
  column: number,
  ends: ColumnEnds,
): boolean {
  if (before.lineNumber === after.lineNumber) return false;
  const end = ends(column, before.pageNumber);
  const line = glyphs.filter(({ lineNumber }) => lineNumber === before.lineNumber);
  return end !== null && end - before.box[2] < 0.8 * emOf(line);
}
