import type { CellObject } from "write-excel-file/node";
import type { Table } from "../model/table.ts";
import { headingCell, type NamedSheet, textCell, widthOf } from "./sheet.ts";
import { tableToGrid } from "./table-grid.ts";

/** A table as a worksheet: merged cells stay merged, header rows stay in sight, doubtful text is marked. */
export function tableToSheet(table: Table, name: string): NamedSheet {
  const grid = tableToGrid(table);
  const data = grid.map((row, at) =>
    row.map((position): CellObject | null => {
      if (position.covered) return null;
      const { cell } = position;
      if (cell === null) return textCell("");
      const spans = {
        rowSpan: Math.min(cell.rowSpan, table.rowCount - cell.row),
        columnSpan: Math.min(cell.columnSpan, table.columnCount - cell.column),
      };
      if (at < table.headerRows) return headingCell(position.text, spans);
      const marked = cell.text.trust === "doubtful" ? { backgroundColor: "#FFF3D6" } : {};
      return textCell(position.text, { ...spans, ...marked });
    }),
  );
  const widths = Array.from({ length: table.columnCount }, (_, column) => {
    const single = grid.map((row) => row[column]).filter(({ cell }) => cell?.columnSpan === 1);
    return widthOf(single.map(({ text }) => text));
  });
  return { name, data, widths, stickyRowsCount: headerFits(table) ? table.headerRows : 0 };
}

/** A sticky row must not cut a merged cell in two. */
function headerFits(table: Table): boolean {
  return table.cells.every(
    (cell) => cell.row >= table.headerRows || cell.row + cell.rowSpan <= table.headerRows,
  );
}
