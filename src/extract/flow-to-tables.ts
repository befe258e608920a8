import type { Flow, FlowTable } from "../model/flow.ts";
import type { Table } from "../model/table.ts";
import { findColumnTypes } from "./column-types.ts";
import { textValue } from "./evidence.ts";

/** Every table of the flow as the record gives it: each cell once, with its spans and its evidence. */
export function flowToTables(flow: Flow): Table[] {
  return tablesOf(flow).map((table) => {
    const { id, pageNumbers, headerRows, rowCount, columnCount, joins } = table;
    const cells = table.cells.map(({ row, column, rowSpan, columnSpan, content }) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      text: textValue(content),
    }));
    const title = table.title && textValue(table.title);
    const columnTypes = findColumnTypes(table);
    return { id, title, pageNumbers, headerRows, rowCount, columnCount, columnTypes, cells, joins };
  });
}

/** The flow's tables, in reading order. */
export function tablesOf(flow: Flow): FlowTable[] {
  return flow.filter((part) => part.kind === "table");
}
