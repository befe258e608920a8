import type { Flow, FlowCell, FlowParagraph, FlowTable } from "../model/flow.ts";
import { areCounted } from "../model/form-sections.ts";
import { changedGlyph } from "../model/normal-text.ts";
import { concatTexts } from "./evidence.ts";

/** What a form's list may have over its columns. */
export const HEAD =
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
  const heads = rows.map((_, row) => headOfList(table, rows, row)).filter((head) => head !== null);
  const bands = isInSections(table, rows)
    ? rows.flatMap((own, row) => (isWide(table, own) ? [row] : []))
    : [];
  if (heads.length === 0 && bands.length === 0) return [table];
  const parts: Flow = [];
  let from = 0;
  const cutAt = (to: number): void => {
    let begin = from;
    for (let row = from; row < to && bands.length > 0; row++) {
      if (!isPair(rows[row])) continue;
      if (row > begin) parts.push(cutOut(table, begin, row, 0));
      parts.push(pairToParagraph(rows[row]));
      begin = row + 1;
    }
    if (to > begin) parts.push(cutOut(table, begin, to, 0));
  };
  for (const row of [...new Set([...heads.map(({ row }) => row - 1), ...bands])].sort((a, b) => a - b)) {
    cutAt(row);
    parts.push(toParagraph(rows[row][0]));
    const head = heads.find((each) => each.row === row + 1);
    from = head ? endOfList(table, rows, head) : row + 1;
    if (head) parts.push(cutOut(table, head.row, from, head.levels));
  }
  cutAt(table.rowCount);
  return parts;
}

/** 变更后 | 2024年2月1日至…, 已支付 | 首付款 | 683,250元: a label, and what is told of it beside it. */
const isPair = (cells: readonly FlowCell[]): boolean =>
  cells.length > 1 && cells.length <= MOST_TOLD && LABEL.test(cells[0].content.text);

const MOST_TOLD = 3;
const LABEL = /^\s*\p{Script=Han}[\p{Script=Han}\s]{1,11}[：:]?\s*$/u;

function pairToParagraph(cells: readonly FlowCell[]): FlowParagraph {
  const told = cells.map(({ content }) => content).filter(({ text }) => text.trim() !== "");
  const content = concatTexts(
    told.flatMap((text, at) => {
      const { glyphs } = told[Math.max(0, at - 1)];
      const mark = changedGlyph(glyphs[glyphs.length - 1], { raw: "" });
      const isMarked = at === 0 || (at === 1 && /[：:]\s*$/.test(told[0].text));
      return isMarked ? [text] : [{ text: at === 1 ? "：" : "，", glyphs: [mark], rivals: [] }, text];
    }),
  );
  return { kind: "paragraph", content, lineStarts: [0] };
}

/** A list's head within a form: its first row, how many it has, and where its columns begin. */
interface Head {
  row: number;
  levels: number;
  edges: number[];
}

/**
 * Whether a table is a form whose sections, each begun by a line over all columns, are counted: A 基本信息, B 变更原因, C …; those of
 * a list have rows of the same columns below all such lines, or a head above them.
 */
function isInSections(table: FlowTable, rows: Rows): boolean {
  const begins = rows.filter(
    (_, row) => row > 0 && isWide(table, rows[row - 1]) && !isWide(table, rows[row]),
  );
  const isUnlike = new Set(begins.map((cells) => edgesOf(cells).join())).size > 1;
  if (!isWide(table, rows[0]) || !isUnlike) return false;
  return areCounted(rows.filter((cells) => isWide(table, cells)).map(([{ content }]) => content.text));
}

/** The head that a row below a line over all columns begins: it names the columns of the row below, in other words than the table's first row. */
function headOfList(table: FlowTable, rows: Rows, row: number): Head | null {
  const [above, own] = [rows[row - 1], rows[row]];
  if (!above || !own || row <= table.headerRows || !isWide(table, above)) return null;
  const levels = Math.max(...own.map(({ rowSpan }) => rowSpan));
  const below = rows[row + levels];
  const subs = levels === 2 ? rows[row + 1] : [];
  if (!below || levels > 2 || !areBelow(subs, own)) return null;
  const named = own.filter(({ rowSpan, columnSpan }) => rowSpan === levels || columnSpan === 1);
  const columns = [...named, ...subs].sort((a, b) => a.column - b.column);
  const words = [...own, ...subs].map(({ content }) => content.text.replace(/\s/g, ""));
  const isHeads =
    columns.length >= FEWEST_HEADS &&
    words.every((word) => word.length > 0 && word.length <= LONGEST_HEAD && !/\d/.test(word)) &&
    words.filter((word) => HEAD.test(word)).length >= FEWEST_KNOWN;
  const first = rows[0].map(({ content }) => content.text.replace(/\s/g, ""));
  const isAgain = first.length === words.length && first.every((word, at) => word === words[at]);
  const isList =
    first.length >= FEWEST_HEADS && first.filter((word) => HEAD.test(word)).length >= FEWEST_KNOWN;
  const edges = edgesOf(columns);
  const isHead = isHeads && !isAgain && !isList && edgesOf(below).join() === edges.join();
  return isHead ? { row, levels, edges } : null;
}

/** Whether the second row of a head stands below names over several columns, and below all of these. */
function areBelow(subs: readonly FlowCell[], own: readonly FlowCell[]): boolean {
  const over = own.filter(({ rowSpan }) => rowSpan === 1);
  const isUnder = (sub: FlowCell, { column, columnSpan }: FlowCell): boolean =>
    sub.column >= column && sub.column + sub.columnSpan <= column + columnSpan;
  return (
    subs.length === 0 ||
    (subs.every((sub) => over.some((name) => isUnder(sub, name))) &&
      over.every((name) => subs.filter((sub) => isUnder(sub, name)).length > 1))
  );
}

const isWide = (table: FlowTable, cells: readonly FlowCell[]): boolean =>
  cells.length === 1 &&
  cells[0].columnSpan === table.columnCount &&
  /\p{Script=Han}/u.test(cells[0].content.text);

const edgesOf = (cells: readonly FlowCell[]): number[] => cells.map(({ column }) => column);

/** The row at which a list ends: at a line over all columns, or where cells stand otherwise than its header's. */
function endOfList(table: FlowTable, rows: Rows, head: Head): number {
  const edges = new Set(head.edges);
  const end = rows.findIndex(
    (cells, row) =>
      row > head.row + head.levels &&
      cells.length > 0 &&
      (isWide(table, cells) || !edgesOf(cells).every((edge) => edges.has(edge))),
  );
  return end < 0 ? table.rowCount : end;
}

function toParagraph({ content }: FlowCell): FlowParagraph {
  return { kind: "paragraph", content, lineStarts: [0] };
}

/** The rows `[from, to)` as a table of their own, with no more columns than they have cells beside each other. */
export function cutOut(table: FlowTable, from: number, to: number, headerRows: number): FlowTable {
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
