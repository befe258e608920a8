import type { Table, TableCell } from "./table.ts";

const FEWEST_SECTIONS = 3;
const FEWEST_HEADS = 3;
const SECTION =
  /^\s*(?:([A-Z])|([一二三四五六七八九十])|(\d))\s*[、.．]?\s*(?=\p{Script=Han}[^。；]{1,24}$)/u;
const COUNTED = ["ABCDEFGHIJ", "一二三四五六七八九十", "123456789"];

/**
 * The rows of each list in a table that is a whole form: one that begins with a line over all columns, whose such lines count its
 * sections (A 基本信息, B 变更原因, C 金额变更), with rows of unlike columns below them. A list is what stands below a head of
 * words in its section, or all of a section that has a sum and no such head. Null for any other table.
 */
export function listsInSections(table: Table): number[][] | null {
  const first = table.cells.filter(({ row }) => row === 0);
  if (table.headerRows > 0 || first.length !== 1 || first[0].columnSpan !== table.columnCount) return null;
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    table.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column),
  );
  const isLine = (row: number): boolean =>
    rows[row]?.length === 1 && rows[row][0].columnSpan === table.columnCount;
  const begins = rows.filter((_, row) => row > 0 && isLine(row - 1) && !isLine(row));
  const isUnlike = new Set(begins.map((cells) => cells.map(({ column }) => column).join())).size > 1;
  if (
    !isLine(0) ||
    !isUnlike ||
    !areCounted(rows.filter((_, row) => isLine(row)).map(([{ text }]) => text.value))
  )
    return null;
  const lists: number[][] = [];
  let isHead = false;
  let list: number[] | null = null;
  for (let row = 1; row < rows.length; row++) {
    const isOfWords = rows[row].length > 1 && rows[row].every(({ text }) => !/\d/.test(text.value));
    const begins = isLine(row - 1) && isOfWords && rows[row].length >= FEWEST_HEADS;
    if (isLine(row)) list = null;
    else if (begins || (isHead && isOfWords)) {
      if (begins) {
        list = [];
        lists.push(list);
      }
      isHead = true;
      continue;
    } else list?.push(row);
    isHead = false;
  }
  return [...lists, ...unheaded(rows, isLine, lists)];
}

/** The rows of each section that has a sum, and no list: it would be judged by nothing. */
function unheaded(
  rows: readonly TableCell[][],
  isLine: (row: number) => boolean,
  lists: readonly number[][],
): number[][] {
  const listed = new Set(lists.flat());
  const sections: number[][] = [];
  rows.forEach((_, row) => {
    if (isLine(row)) sections.push([]);
    else sections.at(-1)?.push(row);
  });
  return sections.filter(
    (section) =>
      !section.some((row) => listed.has(row)) &&
      section.some((row) => rows[row].some(({ text }) => SUM.test(text.value))),
  );
}

const SUM = /^\s*(?:合|总|小|共)\s*计/;

/** Whether the lines of a form that mark a section count on from the first: A, B, C; 一, 二, 三. Others among them mark none. */
export function areCounted(lines: readonly string[]): boolean {
  const counts = lines.flatMap((line): [kind: number, count: number][] => {
    const [mark, ...kinds] = SECTION.exec(line) ?? [];
    const kind = kinds.findIndex((sign) => sign !== undefined);
    return mark === undefined ? [] : [[kind, COUNTED[kind].indexOf(kinds[kind])]];
  });
  const [first] = counts;
  return (
    counts.length >= FEWEST_SECTIONS &&
    counts.every(([kind, count], at) => kind === first[0] && count === first[1] + at)
  );
}
