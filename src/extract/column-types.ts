import type { FlowCell, FlowTable } from "../model/flow.ts";
import type { ColumnType } from "../model/table.ts";

const NUMBER = /^-?(?:\d+|\d{1,3}(?:[,，]\d{3})+)(?:\.\d+)?$/;
const PERCENT = /^(?:\d+(?:\.\d+)?[%‰]|百分之[零一二三四五六七八九十百点]+)$/;
const MONEY = /^(?:[¥$]|人民币|RMB)?-?[\d,，]+(?:\.\d+)?(?:元|万元|亿元|圆)?(?:整)?$/i;
const QUANTITY = /^\d[\d,，]*(?:\.\d+)?\s*(?:[\p{Script=Han}㎡/]{1,4}|[a-zA-Z]{1,3}\d?)$/u;
const MONEY_HEADER =
  /金额|[单总合]价|费用|经费|预算|价[格钱]|价款|薪酬|工资|元[）)]|小计|合计|总额|款项|造价|[租酬]金/;
const PERCENT_HEADER = /占比|比例|百分比|比重|税率|[（(][%％][）)]|%/;

/** How much of a column must be of one kind for it to be plain. */
const MOST = 0.8;

/** What each column of a table plainly holds below its header; null where it is mixed or empty. */
export function findColumnTypes(table: FlowTable): (ColumnType | null)[] {
  return Array.from({ length: table.columnCount }, (_, column) => {
    const cells = table.cells.filter((cell) => cell.column === column && cell.columnSpan === 1);
    const header = headerOf(table, column);
    const body = cells.filter((cell) => cell.row >= table.headerRows && cell.content.text !== "");
    return typeOf(header, body);
  });
}

/** The table with its first row as header, where none was found though that row has words alone and figures stand below. */
export function withHeader(table: FlowTable): FlowTable {
  const first = table.cells.filter(({ row }) => row === 0);
  const isHeader =
    table.headerRows === 0 &&
    table.rowCount > 2 &&
    first.length === table.columnCount &&
    first.every(({ content, rowSpan }) => rowSpan === 1 && /^[^\d。；]{1,14}$/u.test(content.text.trim())) &&
    new Set(first.map(({ content }) => content.text)).size === first.length;
  const isFigured = (column: number): boolean =>
    table.cells
      .filter((cell) => cell.column === column && cell.row > 0 && cell.content.text.trim() !== "")
      .every(({ content }) => /\d/.test(content.text));
  const hasFigures = table.cells.some(({ row, column }) => row === 1 && isFigured(column));
  return isHeader && hasFigures ? { ...table, headerRows: 1 } : table;
}

/** A column's header, its levels put together from the top. */
export function headerOf(table: FlowTable, column: number): string {
  const levels = levelsOf(table, column);
  const words = levels.map(wordsOf).join("");
  return isBeforeAnother(table, levels) ? `原${words}` : words;
}

const levelsOf = (table: FlowTable, column: number): FlowCell[] =>
  table.cells
    .filter((cell) => cell.row < table.headerRows && cell.columnSpan < table.columnCount)
    .filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan)
    .sort((a, b) => a.row - b.row);

const wordsOf = ({ content }: FlowCell): string => content.text.replace(/\s/g, "");

/** 主协议 | 调整后, both over 金额 | 占比: whatever stands beside what became of it is what was before. */
function isBeforeAnother(table: FlowTable, [top, below]: readonly FlowCell[]): boolean {
  if (!top || !below || top.columnSpan < 2 || VERSION.test(wordsOf(top))) return false;
  const next = table.cells.find(
    (cell) =>
      cell.row === top.row &&
      cell.column === top.column + top.columnSpan &&
      cell.columnSpan === top.columnSpan &&
      BECAME.test(wordsOf(cell)),
  );
  if (!next) return false;
  const subs = Array.from({ length: top.columnSpan }, (_, at) =>
    [top, next].map((group) =>
      levelsOf(table, group.column + at)
        .slice(1)
        .map(wordsOf)
        .join(""),
    ),
  );
  return subs.some(([before, after]) => before === after && before !== "");
}

const BECAME = /^(?:调整|变更|修改|修订|核定|核减|核增|调增|调减)(?:之)?后/;
const VERSION = /原|[之]?[前后]|现|新|增|减/;

function typeOf(header: string, body: readonly FlowCell[]): ColumnType | null {
  const texts = body
    .map(({ content }) => content.text.replace(/\s/g, ""))
    .filter((text) => !/^[-—/]+$/.test(text));
  if (texts.length === 0) return null;
  const share = (pattern: RegExp): number => texts.filter((text) => pattern.test(text)).length / texts.length;
  if (share(PERCENT) >= MOST) return "percent";
  const isPlain = share(NUMBER) >= MOST;
  if (isPlain && PERCENT_HEADER.test(header)) return "percent";
  if (isPlain && !MONEY_HEADER.test(header)) return "number";
  if (share(MONEY) >= MOST) return "money";
  if (share(QUANTITY) >= MOST) return "quantity";
  return texts.every((text) => !/\d/.test(text)) || share(/\p{Script=Han}{2}/u) >= MOST ? "text" : null;
}
