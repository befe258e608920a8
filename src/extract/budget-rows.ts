import type { BudgetLine } from "../model/agreement.ts";
import type { Text } from "../model/value.ts";

/** A row of a budget table before it is known what it is part of. */
export interface BudgetRow {
  label: Text;
  /** `part` = told to be one (其中); `group` = a heading without an amount. */
  kind: "plain" | "part" | "subtotal" | "group";
  /** The text of a wider label column; "" where there is one column only. */
  category: string;
  /** Its list number as printed (一、 1.1), "" without one. */
  number: string;
  /** null for a group. */
  line: BudgetLine | null;
}

/** The lines of a budget table, each with what it is part of: by 其中, by list numbers, by 小计 rows. */
export function nestRows(rows: readonly BudgetRow[]): BudgetLine[] {
  const lines: BudgetLine[] = [];
  const open: { line: BudgetLine; category: string }[] = [];
  const topStyle = styleOf(rows.find((row) => row.kind === "plain" || row.kind === "group")?.number ?? "");
  let whole: BudgetLine | null = null;
  rows.forEach((row, index) => {
    const { line, kind } = row;
    if (!line) {
      whole = null;
      return;
    }
    if (kind === "subtotal") {
      closeGroup(lines, open, row, line);
      whole = null;
      return;
    }
    const isPart =
      whole !== null && (kind === "part" || isUnder(row, topStyle) || goesOnAsPart(rows, index, whole));
    if (isPart) line.parent = (whole as BudgetLine | null)?.label.value ?? null;
    else whole = line;
    lines.push(line);
    if (!isPart) open.push({ line, category: row.category });
  });
  return lines;
}

/** 小计: the lines before it that nothing has summed up yet, of its category where it has one, are its parts. */
function closeGroup(
  lines: BudgetLine[],
  open: { line: BudgetLine; category: string }[],
  row: BudgetRow,
  line: BudgetLine,
): void {
  const isOf = (category: string): boolean =>
    row.category === "" || /小计/.test(row.category) || category === row.category;
  const members = open.filter(({ category }) => isOf(category)).map((each) => each.line);
  const said = row.label.value.replace(/[（(]?小计[）)]?/, "").trim();
  const name = said || row.category.replace(/小计/, "") || (members.length > 0 ? commonCategory(open) : "");
  open.length = 0;
  if (name === "" || members.length === 0) return;
  for (const member of members) member.parent = name;
  lines.splice(lines.indexOf(members[0]), 0, { ...line, label: { ...line.label, value: name } });
}

function commonCategory(open: readonly { category: string }[]): string {
  const [first] = open;
  return first && open.every(({ category }) => category === first.category) ? first.category : "";
}

/** Behind 其中：甲 a row 乙 without a number of its own is a part too where 甲, 乙… add up to their whole. */
function goesOnAsPart(rows: readonly BudgetRow[], index: number, whole: BudgetLine): boolean {
  const from = rows.findIndex(({ line }) => line === whole) + 1;
  if (rows[from]?.kind !== "part" || from >= index) return false;
  let sum = 0;
  for (let at = from; at < rows.length; at++) {
    const { line, kind } = rows[at];
    if (!line || kind === "subtotal") return false;
    sum += line.amount.fen;
    if (sum === whole.amount.fen) return at >= index;
    if (sum > whole.amount.fen) return false;
  }
  return false;
}

function isUnder(row: BudgetRow, topStyle: string): boolean {
  const style = styleOf(row.number);
  return topStyle !== "" && style !== "" && style !== topStyle;
}

function styleOf(number: string): string {
  if (/^[（(][一二三四五六七八九十]/.test(number)) return "（一）";
  if (/^[一二三四五六七八九十]/.test(number)) return "一";
  if (/^[（(]\d/.test(number)) return "（1）";
  if (/^\d+[.．]\d/.test(number)) return "1.1";
  return /^\d/.test(number) ? "1" : "";
}
