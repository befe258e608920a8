import type { BudgetLine } from "../model/agreement.ts";
import { sumOf } from "../model/relation-lines.ts";
import type { Text } from "../model/value.ts";
import { depthInLists, fillNumbers, type NumberedList, numberStyle } from "./budget-lists.ts";

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
export function nestRows(given: readonly BudgetRow[]): BudgetLine[] {
  const lines: BudgetLine[] = [];
  const open: { line: BudgetLine; category: string }[] = [];
  const lists: NumberedList[] = [];
  const numbers = fillNumbers(given.map(({ number }) => number));
  const rows = given.map((row, at) => ({ ...row, number: numbers[at] }));
  /** The last line at each depth of numbering; null for a heading without an amount. */
  const chain: (BudgetLine | null)[] = [];
  let whole: BudgetLine | null = null;
  let heading: { label: Text; from: number } | null = null;
  rows.forEach((row, index) => {
    const { line, kind } = row;
    const isNumbered = kind !== "part" && kind !== "subtotal" && numberStyle(row.number) !== "";
    const depthOf = (): number => depthInLists(lists, row.number, numbers.slice(index + 1));
    if (!line) {
      whole = null;
      heading = { label: row.label, from: open.length };
      if (isNumbered) putAt(chain, depthOf(), null);
      else chain.length = 0;
      return;
    }
    if (kind === "subtotal") {
      closeGroup(lines, open, row, line, heading);
      [whole, heading] = [null, null];
      return;
    }
    const depth = isNumbered ? depthOf() : 0;
    const isPart = !isNumbered && whole !== null && (kind === "part" || goesOnAsPart(rows, index, whole));
    const above: BudgetLine | null = isPart ? whole : depth > 0 ? (chain[depth - 1] ?? null) : null;
    line.parent = above?.label.value ?? null;
    if (!isPart) {
      whole = line;
      putAt(chain, depth, line);
    }
    lines.push(line);
    if (above === null) open.push({ line, category: row.category });
  });
  return lines;
}

/**
 * 小计: the lines before it that nothing has summed up yet, of its category where it has one, are its parts;
 * where it bears no name of its own they are those below the last heading without an amount.
 */
function closeGroup(
  lines: BudgetLine[],
  open: { line: BudgetLine; category: string }[],
  row: BudgetRow,
  line: BudgetLine,
  heading: { label: Text; from: number } | null,
): void {
  const isOf = (category: string): boolean =>
    row.category === "" || SUM.test(row.category) || category === row.category;
  // 你计 for 小计 is no name: the row was taken for a sum by what it comes to.
  const isMisread = !SUM.test(row.label.value + row.category);
  const own = isMisread ? "" : row.label.value.replace(SUM, "").trim();
  const said = OF_ITSELF.test(own) ? row.category : own || row.category.replace(SUM, "");
  const below = said === "" && heading ? open.slice(heading.from) : open;
  const ofCategory = below.filter(({ category }) => isOf(category)).map((each) => each.line);
  const members = runBefore(below, ofCategory, line) ?? ofCategory;
  const name = said || (heading?.label.value ?? "") || (members.length > 0 ? commonCategory(open) : "");
  const groups = members.length === 0 && own !== "" ? groupsOf(lines, line) : [];
  if (groups.length > 0) {
    for (const group of groups) group.parent = own;
    lines.splice(lines.indexOf(groups[0]), 0, { ...line, label: { ...line.label, value: own } });
    open.length = 0;
    return;
  }
  if (members.length === 0) {
    // A sum of nothing is a cost of its own, by whatever name: it must not vanish.
    lines.push(line);
    open.push({ line, category: row.category });
    return;
  }
  open.length = 0;
  if (name === "") return;
  for (const member of members) member.parent = name;
  lines.splice(lines.indexOf(members[0]), 0, { ...line, label: { ...line.label, value: name } });
}

/** 直接费合计 below groups that have their own 小计: the last top lines that come to it; none where they don't. */
function groupsOf(lines: readonly BudgetLine[], { amount }: BudgetLine): BudgetLine[] {
  const top = lines.filter(({ parent }) => parent === null);
  const runs = top.map((_, from) => top.slice(from)).filter((run) => run.length > 1);
  return runs.find((run) => sumOf(run) === amount.fen) ?? [];
}

/** Where a category was misread in one row, the lines right before the sum that come to it; null where those of its name do, or none. */
function runBefore(
  below: readonly { line: BudgetLine }[],
  named: readonly BudgetLine[],
  { amount }: BudgetLine,
): BudgetLine[] | null {
  if (named.length === 0 || sumOf(named) === amount.fen) return null;
  const lines = below.map(({ line }) => line);
  const runs = lines.map((_, from) => lines.slice(from));
  return runs.find((run) => sumOf(run) === amount.fen && named.every((line) => run.includes(line))) ?? null;
}

const SUM = /[（(]?(?:小计|合计)[）)]?/;
/** 本包小计, 年度合计: the kind that its rows stand under. */
const OF_ITSELF = /^(?:(?:本|该|此|分)(?:包|标段|项|类|年度?|期|部分|科目)?|(?:包|标段|类|年度|分项)?)$/;

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

function putAt(chain: (BudgetLine | null)[], depth: number, line: BudgetLine | null): void {
  chain.length = Math.min(chain.length, depth);
  chain[depth] = line;
}
