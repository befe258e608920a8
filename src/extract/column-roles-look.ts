import type { FlowTable } from "../model/flow.ts";
import { findColumnTypes, headerOf } from "./column-types.ts";
import { findTargets } from "./find-targets.ts";
import { beginsNumbered } from "./layout.ts";

/** What a column's header and body look like. */
export interface ColumnLook {
  header: string;
  /** 0 for the leftmost column, 1 for the rightmost. */
  place: number;
  /** Whether its cells span several rows of another column. */
  isGrouping: boolean;
  /** Whether it holds the longest texts of the table. */
  isLongest: boolean;
  /** The median length of its texts. */
  length: number;
  numberedShare: number;
  /** The share of its cells that set a target. */
  targetShare: number;
  holdsMoney: boolean;
}

export function describeColumn(table: FlowTable, column: number): ColumnLook {
  const texts = bodyTexts(table, column);
  const others = Array.from({ length: table.columnCount }, (_, other) => bodyTexts(table, other));
  const length = medianLength(texts);
  const most = Math.max(...others.map((other) => other.length));
  return {
    header: headerOf(table, column),
    place: column / Math.max(1, table.columnCount - 1),
    isGrouping: texts.length < 0.75 * most,
    isLongest:
      length > 0 &&
      length >= Math.max(...others.filter((other) => other.length >= 0.75 * most).map(medianLength)),
    length,
    numberedShare: shareOf(texts, beginsNumbered),
    targetShare: shareOf(texts, (text) => findTargets(text).length > 0),
    holdsMoney: findColumnTypes(table)[column] === "money",
  };
}

function bodyTexts(table: FlowTable, column: number): string[] {
  return table.cells
    .filter(
      (cell) => cell.row >= table.headerRows && cell.column === column && cell.columnSpan < table.columnCount,
    )
    .map(({ content }) => content.text)
    .filter((text) => text !== "");
}

function medianLength(texts: readonly string[]): number {
  return texts.map((text) => text.length).sort((a, b) => a - b)[Math.floor(texts.length / 2)] ?? 0;
}

function shareOf(texts: readonly string[], holds: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(holds).length / texts.length;
}
