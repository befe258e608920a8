import { z } from "zod";
import { Text } from "./value.ts";

export const TableCell = z
  .strictObject({
    row: z.number().int().min(0),
    column: z.number().int().min(0),
    rowSpan: z.number().int().min(1),
    columnSpan: z.number().int().min(1),
    text: Text,
  })
  .meta({ id: "TableCell", title: "单元格" });
export type TableCell = z.infer<typeof TableCell>;

/** What a column plainly holds; null where it is not plain. */
export const ColumnType = z.enum(["text", "number", "money", "percent", "quantity"]);
export type ColumnType = z.infer<typeof ColumnType>;

/** A ruled table, possibly over several pages. Merged cells stand once, with their spans. */
export const Table = z
  .strictObject({
    id: z.string(),
    title: Text.nullable(),
    pageNumbers: z.array(z.number().int().min(1)),
    headerRows: z.number().int().min(0),
    rowCount: z.number().int().min(0),
    columnCount: z.number().int().min(0),
    columnTypes: z.array(ColumnType.nullable()),
    cells: z.array(TableCell),
    joins: z.array(z.strictObject({ pageNumber: z.number().int().min(1), reason: z.string() })),
  })
  .meta({ id: "Table", title: "表格" });
export type Table = z.infer<typeof Table>;

/** A measurable target parsed from an indicator's standard (不少于2场); `value` is a plain number. */
export const Target = z
  .strictObject({
    comparison: z.enum(["at-least", "at-most", "equal"]),
    value: z.number(),
    unit: z.string(),
    per: z.enum(["year", "month", "week", "quarter"]).nullable(),
    raw: z.string(),
  })
  .meta({ id: "Target", title: "量化指标" });
export type Target = z.infer<typeof Target>;

/** One detail row of an indicator table; merged cells' text is repeated on every row. */
export const Indicator = z
  .strictObject({
    table: z.string(),
    category: Text,
    item: Text,
    requirement: Text,
    detail: Text,
    standard: Text,
    targets: z.array(Target),
  })
  .meta({ id: "Indicator", title: "服务指标" });
export type Indicator = z.infer<typeof Indicator>;
