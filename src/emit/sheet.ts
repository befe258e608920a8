import type { CellObject, Sheet, SheetData } from "write-excel-file/node";
import type { Rows } from "./row-cells.ts";
import { withoutZipTimes } from "./zip-times.ts";

/** A worksheet before its name is made fit and unique. Widths are in characters. */
export interface NamedSheet {
  name: string;
  data: SheetData;
  widths: number[];
  stickyRowsCount?: number;
}

/** Excel's own limit on a cell's text. */
const CELL_LIMIT = 32_767;
const NAME_LIMIT = 31;
const GRID = "#C9CED6";

/** Worksheets as an XLSX file, the same bytes every time. Every text is stored as text: nothing in it can become a formula. */
export async function sheetsToXlsx(sheets: readonly NamedSheet[]): Promise<Uint8Array> {
  const names = uniqueNames(sheets.map((sheet) => sheet.name));
  const ready = sheets.map(
    (sheet, index): Sheet<Buffer> => ({
      sheet: names[index],
      data: sheet.data.length > 0 ? sheet.data : [[null]],
      columns: sheet.widths.map((width) => ({ width })),
      showGridLines: false,
      ...(sheet.stickyRowsCount ? { stickyRowsCount: sheet.stickyRowsCount } : {}),
    }),
  );
  // Its dozens of files take a twentieth of a second, and few runs write a workbook.
  const { default: writeExcelFile } = await import("write-excel-file/node");
  return withoutZipTimes(
    await writeExcelFile(ready, { fontFamily: "Microsoft YaHei", fontSize: 10 }).toBuffer(),
  );
}

/** A flat list as a worksheet with a heading that stays in sight. */
export function rowsToSheet(name: string, { columns, rows }: Rows): NamedSheet {
  return {
    name,
    stickyRowsCount: 1,
    widths: columns.map((_, at) => widthOf([columns[at], ...rows.map((row) => row[at])])),
    data: [
      columns.map((column) => headingCell(column)),
      ...rows.map((row) =>
        row.map((cell) => (typeof cell === "number" ? numberCell(cell) : textCell(cell ?? ""))),
      ),
    ],
  };
}

export function textCell(text: string, style: Partial<CellObject> = {}): CellObject {
  const value = text.slice(0, CELL_LIMIT);
  const base: CellObject = { ...BORDER, alignVertical: "top", wrap: true, ...style };
  return value === "" ? base : { ...base, value, type: String, format: "@" };
}

export function headingCell(text: string, style: Partial<CellObject> = {}): CellObject {
  return textCell(text, {
    fontWeight: "bold",
    backgroundColor: "#E8EDF4",
    align: "center",
    alignVertical: "center",
    ...style,
  });
}

export function numberCell(value: number, style: Partial<CellObject> = {}): CellObject {
  return { ...BORDER, alignVertical: "top", value, type: Number, ...style };
}

/** An amount in yuan; a double holds every amount below 90 million million yuan to the 分. */
export function moneyCell(fen: number | null, style: Partial<CellObject> = {}): CellObject {
  return fen === null ? textCell("", style) : numberCell(fen / 100, { format: "#,##0.00", ...style });
}

const BORDER = { borderStyle: "thin", borderColor: GRID } as const;

/** Names as Excel takes them: at most 31 characters, none of `[]:*?/\`, no quote at an end, no two alike. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.replace(/[[\]:*?/\\\p{Cc}]/gu, " ").replace(/^['\s]+|['\s]+$/g, "") || "Sheet";
    let unique = cut(plain, NAME_LIMIT);
    for (let count = 2; taken.has(unique.toLowerCase()); count++) {
      unique = `${cut(plain, NAME_LIMIT - 1 - String(count).length)} ${count}`;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** Cut without halving a character outside the basic plane; the limit counts UTF-16 units. */
function cut(text: string, limit: number): string {
  let short = "";
  for (const character of text) {
    if (short.length + character.length > limit) break;
    short += character;
  }
  return short;
}

/** A column's width in characters; Chinese ones take two. */
export function widthOf(cells: readonly (string | number | null)[]): number {
  const widths = cells.map((cell) => String(cell ?? "").replace(/[^\p{ASCII}]/gu, "xx").length + 2);
  return Math.min(
    48,
    widths.reduce((widest, width) => Math.max(widest, width), 8),
  );
}
