import type { Flow, FlowCell, FlowParagraph, FlowTable } from "../model/flow.ts";

/** What a form's list may have over its columns. */
const HEAD =
  /金额|单价|数量|价款|合价|小计|比例|占比|时间|日期|期限|项目|名称|品名|规格|型号|序号|款项|节点|阶段|批次|备注|单位|内容|条件/;
const FEWEST_HEADS = 3;
const FEWEST_KNOWN = 2;
const LONGEST_HEAD = 12;

/**
 * A flow in which an agreement that is one ruled form (定作方 | …, 一、品名、数量、价款 over all columns, below it a list with a header of
 * its own) is parted: a line over all columns right above a header is a paragraph, and what stands below that header a table.
 */
export const withFormsParted = (flow: Flow): Flow =>
  flow.flatMap((part): Flow => (part.kind === "table" ? partForm(part) : [part]));

type Rows = readonly (readonly FlowCell[])[];

function partForm(table: FlowTable): Flow {
  const rows: Rows = Array.from({ length: table.rowCount }, (_, row) =>
    table.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column),
  );
  const heads = rows.flatMap((_, row) => (isHeadOfList(table, rows, row) ? [row] : []));
  if (heads.length === 0) return [table];
  const parts: Flow = [];
  let from = 0;
  for (const head of heads) {
    if (head - 1 > from) parts.push(cutOut(table, from, head - 1, 0));
    parts.push(toParagraph(rows[head - 1][0]));
    const end = endOfList(table, rows, head);
    parts.push(cutOut(table, head, end, 1));
    from = end;
  }
  if (from < table.rowCount) parts.push(cutOut(table, from, table.rowCount, 0));
  return parts;
}

/** Whether a row below a line over all columns names the columns of the row below it, in other words than the table's first row. */
function isHeadOfList(table: FlowTable, rows: Rows, row: number): boolean {
  const [above, own, below] = [rows[row - 1], rows[row], rows[row + 1]];
  if (!above || !below || row <= table.headerRows || !isWide(table, above)) return false;
  const words = own.map(({ content }) => content.text.replace(/\s/g, ""));
  const isHeads =
    own.length >= FEWEST_HEADS &&
    own.every(({ rowSpan }) => rowSpan === 1) &&
    words.every((word) => word.length > 0 && word.length <= LONGEST_HEAD && !/\d/.test(word)) &&
    words.filter((word) => HEAD.test(word)).length >= FEWEST_KNOWN;
  const first = rows[0].map(({ content }) => content.text.replace(/\s/g, ""));
  const isAgain = first.length === words.length && first.every((word, at) => word === words[at]);
  const isList =
    first.length >= FEWEST_HEADS && first.filter((word) => HEAD.test(word)).length >= FEWEST_KNOWN;
  return isHeads && !isAgain && !isList && edgesOf(below).join() === edgesOf(own).join();
}

const isWide = (table: FlowTable, cells: readonly FlowCell[]): boolean =>
  cells.length === 1 &&
  cells[0].columnSpan === table.columnCount &&
  /\p{Script=Han}/u.test(cells[0].content.text);

const edgesOf = (cells: readonly FlowCell[]): number[] => cells.map(({ column }) => column);

/** The row at which a list ends: at a line over all columns, or where cells stand otherwise than its header's. */
function endOfList(table: FlowTable, rows: Rows, head: number): number {
  const edges = new Set(edgesOf(rows[head]));
  const end = rows.findIndex(
    (cells, row) =>
      row > head + 1 &&
      cells.length > 0 &&
      (isWide(table, cells) || !edgesOf(cells).every((edge) => edges.has(edge))),
  );
  return end < 0 ? table.rowCount : end;
}

function toParagraph({ content }: FlowCell): FlowParagraph {
  return { kind: "paragraph", content, lineStarts: [0] };
}

/** The rows `[from, to)` as a table of their own, with no more columns than they have cells beside each other. */
function cutOut(table: FlowTable, from: number, to: number, headerRows: number): FlowTable {
  const cells = table.cells.filter(({ row }) => row >= from && row < to);
  const edges = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const before = (column: number): number => edges.filter((edge) => edge < column).length;
  return {
    ...table,
    headerRows,
    rowCount: to - from,
    columnCount: edges.length,
    cells: cells.map((cell) => ({
      ...cell,
      row: cell.row - from,
      column: before(cell.column),
      columnSpan: before(cell.column + cell.columnSpan) - before(cell.column),
      rowSpan: Math.min(cell.rowSpan, to - cell.row),
    })),
    joins: [],
  };
}
