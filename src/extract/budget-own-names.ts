import type { FlowCell } from "../model/flow.ts";
import type { Row } from "./budget-cells.ts";
import type { BudgetColumns } from "./budget-columns.ts";

const SUM = /[小合总共]\s*计/;

/**
 * The names of a wider column that are what their row is of, though words stand beside them: those with one sum over all their rows
 * (人员费 merged over 社工 and 督导, and so is 30000), and of 类别 | 明细 those that stand on one row alone, unless that has a price or
 * a unit, which are of the thing beside it.
 */
export function ownNames(
  rows: readonly Row[],
  { labels, details }: Pick<BudgetColumns, "labels" | "details">,
  { amount, priced }: { amount: number; priced: readonly number[] },
): Set<FlowCell> {
  const wide = labels.at(-2);
  if (wide === undefined) return new Set();
  const counts = new Map<string, number>();
  for (const cell of new Set(rows.map((row) => row[wide])))
    if (cell) counts.set(nameIn(cell), (counts.get(nameIn(cell)) ?? 0) + 1);
  return new Set(
    rows.flatMap((row, at) => {
      const [name, sum] = [row[wide], row[amount]];
      if (!name || !sum || name === sum || !isName(nameIn(name)) || !/\d/.test(sum.content.text)) return [];
      if (name.row !== sum.row || name.rowSpan !== sum.rowSpan) return [];
      if (name.rowSpan > 1) return [name];
      const isAlone = counts.get(nameIn(name)) === 1 && !goesOn(rows[at + 1], name, wide);
      // 管理费 | 按前两项之和的5%计取, over the columns of counts and prices too: how it is reckoned.
      const beside = row[labels[labels.length - 1]];
      const isAcross = beside !== null && beside !== name && priced.some((column) => row[column] === beside);
      const isPriced = priced.some((column) => {
        const cell = row[column];
        return cell && cell !== sum && cell !== beside && nameIn(cell) !== "";
      });
      return (details !== null || isAcross) && isAlone && !isPriced ? [name] : [];
    }),
  );
}

/**
 * Rows in which a kind's name that is left blank below itself stands in each of its rows, as one merged over them does
 * (人员费 | 工资, then blank | 社保). A row that sums up all is of no kind.
 */
export function fillKinds(rows: readonly Row[], { labels }: Pick<BudgetColumns, "labels">): Row[] {
  const filled: Row[] = [];
  for (const row of rows) {
    const before = filled.at(-1);
    filled.push(
      row.map((cell, column) => (before && goesBlank(row, column, labels) ? (before[column] ?? cell) : cell)),
    );
  }
  return filled;
}

/** Whether a row leaves the name of its kind blank where it has one of its own beside it. */
function goesBlank(row: Row, column: number, labels: readonly number[]): boolean {
  const at = labels.indexOf(column);
  const [cell, own] = [row[column], row[labels[labels.length - 1]]];
  if (at < 0 || at === labels.length - 1 || !cell || !own || cell.columnSpan > 1 || cell.rowSpan > 1)
    return false;
  const isTotal = row.some((each) => each !== null && /[合总共]\s*计/.test(each.content.text));
  return nameIn(cell) === "" && nameIn(own) !== "" && !isTotal;
}

/** Whether a row belongs to the name above it: its own place for one is blank, or it sums up what stands above. */
function goesOn(row: Row | undefined, above: FlowCell, wide: number): boolean {
  if (!row) return false;
  const first = row.find((cell) => cell && nameIn(cell) !== "");
  const name = row[wide];
  if (name === above || !name) return true;
  return /小\s*计/.test(first?.content.text ?? "") || (nameIn(name) === "" && !row.some(isSum));
}

const isSum = (cell: FlowCell | null): boolean => cell !== null && SUM.test(cell.content.text);

/** 第一包, 2.1, 一、: which one, and not what it is. */
const isName = (text: string): boolean =>
  /\p{Script=Han}{2}/u.test(text) && !/^第?[一二三四五六七八九十\d]+[\p{Script=Han}、.．]{0,2}$/u.test(text);

const nameIn = ({ content }: FlowCell): string => content.text.replace(/\s/g, "");
