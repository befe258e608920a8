import fc from "fast-check";
import type { DrawnCell } from "./normal-scan.ts";

/** A table as it truly is: two grouping columns, one of sentences, one of values. */
export interface WholeTable {
  cells: DrawnCell[];
  rowCount: number;
}

export const HEADER = ["服务类别", "服务大项", "服务细项", "量化标准"];
export const EDGES = [100, 220, 360, 700, 900];

const WORDS = [..."社区居民开展走访慰问活动建立台账长者儿童志工培训协商议事健康讲座反馈宣传组织"];
const word = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...WORDS), { minLength: least, maxLength: most })
    .map((letters) => letters.join(""));

const detail = fc.tuple(word(8, 40), fc.boolean()).map(([words, ends]) => `${words}${ends ? "。" : ""}`);
const standard = fc
  .tuple(fc.constantFrom("不少于", "至少", ""), fc.integer({ min: 1, max: 99 }))
  .map(([most, n]) => `${most}${n}场`);

/** Items of one category: each with its rows of detail and standard. */
const category = fc.record({
  name: word(3, 5),
  items: fc.array(
    fc.record({
      name: word(3, 6),
      rows: fc.array(fc.tuple(detail, standard), { minLength: 1, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

/** Tables of 4 to 40 rows below a header, with numbered details or without numbers. */
export const wholeTable: fc.Arbitrary<WholeTable> = fc
  .tuple(fc.array(category, { minLength: 2, maxLength: 4 }), fc.boolean())
  .map(([categories, isNumbered]) => {
    const cells: DrawnCell[] = HEADER.map((text, column) => cell(0, column, 1, text));
    let row = 1;
    for (const { name, items } of categories) {
      const length = items.reduce((sum, item) => sum + item.rows.length, 0);
      cells.push(cell(row, 0, length, name));
      for (const item of items) {
        cells.push(cell(row, 1, item.rows.length, item.name));
        for (const [index, [words, value]] of item.rows.entries()) {
          cells.push(
            cell(row, 2, 1, isNumbered ? `（${index + 1}）${words}` : words),
            cell(row, 3, 1, value),
          );
          row += 1;
        }
      }
    }
    return { cells, rowCount: row };
  });

/** The part of a table from row `from` up to row `to`; cells that began before are empty, as they are printed. */
export function partOf({ cells }: WholeTable, from: number, to: number, repeatsHeader: boolean): DrawnCell[] {
  const above = repeatsHeader && from > 0 ? 1 : 0;
  const body = cells
    .filter((each) => each.row < to && each.row + each.rowSpan > from)
    .map((each) => {
      const first = Math.max(from, each.row);
      const rowSpan = Math.min(to, each.row + each.rowSpan) - first;
      return { ...each, row: first - from + above, rowSpan, text: each.row < from ? "" : each.text };
    });
  return above > 0 ? [...HEADER.map((text, column) => cell(0, column, 1, text)), ...body] : body;
}

export function cell(row: number, column: number, rowSpan: number, text: string, columnSpan = 1): DrawnCell {
  return { row, column, rowSpan, columnSpan, text };
}
