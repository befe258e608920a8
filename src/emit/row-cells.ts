import type { AgreementRecord } from "../model/record.ts";

/** A flat list for other tools. Column names and their order are public: new ones are added at the end only. */
export interface Rows {
  columns: readonly string[];
  rows: (string | number | null)[][];
}

/** A row before its columns are put in order; what is left out is empty. */
export type Cells<Columns extends readonly string[]> = Partial<
  Record<Columns[number], string | number | null>
>;

/** Rows with their cells in the order of the columns. */
export function toRows<Columns extends readonly string[]>(columns: Columns, cells: Cells<Columns>[]): Rows {
  return {
    columns,
    rows: cells.map((row) => columns.map((column) => row[column as Columns[number]] ?? null)),
  };
}

/** The file's name for people and its hash for joins: two files of a batch may bear one name. */
export function sourceCells({ source }: AgreementRecord) {
  return { file: source.fileName, sha256: source.sha256 };
}

/** A place as five cells, all empty where there is none. */
export function placeCells(place: { pageNumber: number; box: readonly number[] | null } | undefined) {
  const [x0, y0, x1, y1] = place?.box ?? [null, null, null, null];
  return { page: place?.pageNumber ?? null, x0, y0, x1, y1 };
}
