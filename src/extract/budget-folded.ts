import type { FlowCell, FlowTable } from "../model/flow.ts";

const SUM = /^\s*(?:[合总共]\s*计|总\s*[价额])/;

/**
 * A list printed in two or three columns side by side (费用 | 金额 | 费用 | 金额) as one column of rows, what sums up all of them last;
 * null for a table whose header doesn't repeat, or in which cells are merged over rows.
 */
export function foldTable(table: FlowTable): FlowTable | null {
  const width = widthOf(table);
  if (width === null || table.cells.some(({ rowSpan }) => rowSpan > 1)) return null;
  const header = table.cells.filter(({ row, column }) => row < table.headerRows && column < width);
  const body = Array.from({ length: table.rowCount - table.headerRows }, (_, at) =>
    table.cells.filter(({ row }) => row === at + table.headerRows),
  );
  const isAcross = (cells: readonly FlowCell[]): boolean =>
    cells.some(
      ({ column, columnSpan }) => Math.floor(column / width) < Math.floor((column + columnSpan - 1) / width),
    );
  const sides = Array.from({ length: table.columnCount / width }, (_, at) => at * width);
  const rows = sides
    .flatMap((from) =>
      body
        .filter((cells) => !isAcross(cells))
        .map((cells) => cells.filter(({ column }) => column >= from && column < from + width))
        .map((cells) => cells.map((cell) => ({ ...cell, column: cell.column - from }))),
    )
    .filter((cells) => cells.some(({ content }) => content.text.trim() !== ""));
  const isSum = (cells: readonly FlowCell[]): boolean => cells.some(({ content }) => SUM.test(content.text));
  const ordered = [
    ...rows.filter((cells) => !isSum(cells)),
    ...rows.filter(isSum),
    ...body.filter(isAcross).map((cells) => narrowed(cells, width)),
  ];
  return {
    ...table,
    rowCount: table.headerRows + ordered.length,
    columnCount: width,
    cells: [
      ...header,
      ...ordered.flatMap((cells, at) => cells.map((cell) => ({ ...cell, row: table.headerRows + at }))),
    ],
  };
}

/** After how many columns the words of a header come again, every one of them; null where they don't. */
function widthOf({ cells, headerRows, columnCount }: FlowTable): number | null {
  const header = cells.filter(({ row }) => row < headerRows);
  if (headerRows !== 1 || header.length !== columnCount) return null;
  const words = header
    .toSorted((a, b) => a.column - b.column)
    .map(({ content }) => content.text.replace(/\s/g, ""));
  const width = [2, 3].map((sides) => columnCount / sides).find((each) => isRepeated(words, each));
  return width ?? null;
}

const isRepeated = (words: readonly string[], width: number): boolean =>
  Number.isInteger(width) &&
  width > 1 &&
  words.every((word, at) => word !== "" && word === words[at % width]) &&
  new Set(words).size === width;

/** A row that reaches over both sides: what it is called, and its figure in the last column. */
function narrowed(cells: readonly FlowCell[], width: number): FlowCell[] {
  const [first, ...others] = cells.filter(({ content }) => content.text.trim() !== "");
  const last = others.at(-1);
  if (!first) return [];
  return last
    ? [
        { ...first, column: 0, columnSpan: width - 1 },
        { ...last, column: width - 1, columnSpan: 1 },
      ]
    : [{ ...first, column: 0, columnSpan: width }];
}
