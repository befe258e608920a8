import { absolute, add, compare, type Decimal, negate, ZERO } from "./decimal.ts";
import { listsInSections } from "./form-sections.ts";
import { listsBesideLabels } from "./form-sides.ts";
import { isBlank } from "./plain-number.ts";
import { type Claim, type Equation, fitOf, type Operand, outcomeOf } from "./relation.ts";
import { cellToOperand } from "./relation-cell.ts";
import { depthOf, styleOf } from "./relation-column-numbers.ts";
import type { TableCell } from "./table.ts";
import { bare, bodyRows, type Grid, numberIn } from "./table-grid.ts";

/** Every 小计, 合计 and 总计 row against the rows that it sums up, in each plainly numeric column. */
export function totalRowClaims(grid: Grid): Claim[] {
  // Of a form in sections, or with lists beside labels, each list stands for itself, and what else it says is no list.
  const lists = listsInSections(grid.table) ?? listsBesideLabels(grid.table) ?? [bodyRows(grid.table)];
  return lists.flatMap((list) => claimsOfRows(grid, list));
}

function claimsOfRows(grid: Grid, list: readonly number[]): Claim[] {
  const rows = list.map((row) => ({ row, role: roleOf(grid, row) }));
  if (!rows.some(({ role }) => role !== "item")) return [];
  return Array.from({ length: grid.table.columnCount }, (_, column) => column).flatMap((column) =>
    isSummable(grid.headerOf(column)) ? claimsOfColumn(grid, column, rows) : [],
  );
}

type Role = "item" | "subtotal" | "total" | "grand-total";
interface Row {
  row: number;
  role: Role;
}

const NOT_SUMMABLE = /序号|编号|(?<!清)单价|均价|平均|年份|年度|日期|电话|期次|率$/u;
const ROUNDED = /[万亿%％]|占比|比例|权重/u;

const isSummable = (header: string): boolean => !NOT_SUMMABLE.test(header);

function roleOf(grid: Grid, row: number): Role {
  const words = namesOf(grid.table.cells.filter((cell) => cell.row === row)).map(bare);
  const says = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
  if (says(/^.{0,8}小计[^。；]{0,40}$/u)) return "subtotal";
  if (says(/^.{0,4}(总计|总合计|合计总额)[^。；]{0,40}$/u)) return "grand-total";
  return says(
    /^(?:.{0,4}|(?:本次|此次)?(?:变更|增减|增加|调整|追加)\S{0,4})(合计|共计|总额|总和|总分)[^。；]{0,40}$/u,
  )
    ? "total"
    : "item";
}

/** The words of a row before its figures, its number apart; 3人，合计36人月 among its remarks names nothing. */
function namesOf(cells: readonly TableCell[]): TableCell[] {
  const isFigure = (cell: TableCell): boolean => numberIn(cell) !== null;
  const from = cells.findIndex((cell) => !isFigure(cell) && !isBlank(cell.text.value));
  const to = cells.findIndex((cell, at) => at > from && isFigure(cell));
  return cells.slice(Math.max(0, from), to < 0 ? cells.length : to);
}

/** The rows of one column, folded from top to bottom: a 小计 closes the items before it, a 合计 what is open, a 总计 all. */
function claimsOfColumn(grid: Grid, column: number, rows: readonly Row[]): Claim[] {
  const isTopped = rows.findIndex(({ role }) => role === "total" || role === "grand-total") === 0;
  const ordered = isTopped ? [...rows.slice(1), rows[0]] : rows;
  const claims: Claim[] = [];
  let items: Entry[] = [];
  let closed: Entry[] = [];
  let totals: Entry[] = [];
  for (const { row, role: told } of ordered) {
    const entry = entryAt(grid, row, column);
    const role = roleBeside(told, isNetRow(grid, row) ? entry : null, items);
    if (role === "item") {
      if (entry) items.push(entry);
      continue;
    }
    const parts = [
      ...(role === "grand-total" ? totals : []),
      ...(role === "subtotal" ? [] : closed),
      ...items,
    ];
    if (entry) claims.push(...claimOf(grid, column, parts, entry));
    [items, closed, totals] = closedBy(role, entry, { parts, closed, totals });
  }
  return claims;
}

/** What is open behind a row that sums up: the items, what is closed since the last total, and the totals. */
function closedBy(
  role: Role,
  entry: Entry | null,
  { parts, closed, totals }: Record<"parts" | "closed" | "totals", Entry[]>,
): [Entry[], Entry[], Entry[]] {
  const sums = entry ? [entry] : parts;
  if (role === "subtotal") return [[], [...closed, ...sums], totals];
  if (role !== "total") return [[], [], []];
  return [[], [], OF_TIME.test(entry?.label ?? "") ? totals : [...totals, ...sums]];
}

const isNetRow = (grid: Grid, row: number): boolean =>
  namesOf(grid.table.cells.filter((cell) => cell.row === row)).some((cell) =>
    /^(?:不含税|未税|税前|除税)/u.test(bare(cell)),
  );

/** 不含税热费, by whatever name, is a subtotal: what all rows since the last sum come to, before their tax. */
function roleBeside(role: Role, entry: Entry | null, items: readonly Entry[]): Role {
  if (role !== "item" || items.length < 2 || !entry?.operand) return role;
  const { value } = entry.operand;
  const groups = items.filter(({ label }) => styleOf(label) === styleOf(items[0].label));
  return [items, groups].some((some) => compare(sumOf(some), value) === 0) ? "subtotal" : role;
}

const sumOf = (entries: readonly Entry[]): Decimal =>
  entries.reduce((all, { operand }) => add(all, operand?.value ?? ZERO), ZERO);

/** 月合计, 全年合计 say one sum by the month and by the year: no 总计 adds the two up. */
const OF_TIME = /^(?:每?月度?|每?年(?!度)|全年|一年)/u;

interface Entry {
  cell: TableCell;
  label: string;
  operand: Operand | null;
}

function entryAt(grid: Grid, row: number, column: number): Entry | null {
  const cell = grid.cellAt(row, column);
  if (!cell || isBlank(cell.text.value)) return null;
  const label = grid.labelOf(row);
  const mayBeRounded = ROUNDED.test(`${grid.headerOf(column)}${grid.table.title?.value ?? ""}`);
  return { cell, label, operand: cellToOperand(cell, label, mayBeRounded) };
}

/** 月数, 服务天数, 费率: what each row tells of the same time or rate, and no money by it. */
const OF_SAME =
  /^(?!.*(?:金额|[价费款额租酬资薪元])).*(?:月数?|天数?|日数?|周数?|年数?|期限?|率|折扣?|[%％])$|标准|费率/u;

/** Nothing of a column that isn't plainly numeric, or whose units differ; cannot-tell where single cells don't read as numbers. */
function claimOf(grid: Grid, column: number, parts: readonly Entry[], total: Entry): Claim[] {
  if (!total.operand || parts.length < 2) return [];
  const numbers = parts.filter((part) => part.operand !== null);
  const units = new Set(
    [...numbers, total].map(({ cell }) => numberIn(cell)?.unit).filter((unit) => unit !== ""),
  );
  if (numbers.length * 2 <= parts.length || units.size > 1) return [];
  // 12 months in every row, and of all: they are the same months.
  const all = [...numbers.flatMap(({ operand }) => operand ?? []), total.operand];
  if (
    OF_SAME.test(columnName(grid, column)) &&
    compare(total.operand.value, ZERO) > 0 &&
    all.every((one) => compare(one.value, all[0].value) === 0)
  )
    return [];
  const name = columnName(grid, column);
  const subject = name === total.label ? name : `${name}${total.label}`;
  const base = { ruleId: "column-sums-to-total" as const, version: null, subject };
  const unread = parts.filter((part) => !part.operand).map((part) => `${part.label}（${bare(part.cell)}）`);
  if (unread.length > 0) return [{ ...base, equation: null, missing: unread }];
  return [{ ...base, equation: bestNesting(grid, numbers, total.operand), missing: [] }];
}

/**
 * Rows that are part of others (其中, 1.1 under 1) don't count again.
 * Of the ways to read the nesting the one that holds is meant, else the one that comes closest.
 */
function bestNesting(grid: Grid, parts: readonly Entry[], result: Operand): Equation {
  const lists = [
    parts,
    withoutNested(parts),
    withoutParts(grid, parts),
    parts.filter((part) => depthOf(part.label) <= 1),
    // Lists number their levels in whatever order of styles; what stands first is of the top one.
    parts.filter((part) => styleOf(part.label) === styleOf(parts[0].label)),
  ];
  const equations = lists
    .filter((list) => list.length > 0)
    .map((list): Equation => ({ kind: "sum", terms: list.flatMap(toTerm), result, strict: false }));
  const distance = (equation: Equation) => absolute(outcomeOf(equation).difference);
  return (
    equations.find((equation) => fitOf(equation) === "holds") ??
    equations.reduce((best, next) => (compare(distance(next), distance(best)) < 0 ? next : best))
  );
}

const toTerm = ({ operand, label }: Entry) =>
  operand ? [{ operand: TAKEN_OFF.test(label) ? belowZero(operand) : operand, times: 1 }] : [];

/** 优惠, 折扣 by which a total is less than the rows above, whether or not the row prints its sign. */
const TAKEN_OFF =
  /^(?:价格|金额|报价|商务)?(?:优惠|折扣|折让|让利|下浮|减免|抹零)(?:金额|价格|部分|款|额|了)?(?:[（(][^（）()]{1,12}[）)])?$/u;

const belowZero = (operand: Operand): Operand =>
  operand.value.units > 0n
    ? {
        ...operand,
        value: negate(operand.value),
        rivals: operand.rivals.map((rival) => ({ ...rival, value: negate(rival.value) })),
      }
    : operand;

/** Without the rows from one that begins with 其中 on that make up the row above it in every column; without that one alone where none do. */
function withoutParts(grid: Grid, parts: readonly Entry[]): Entry[] {
  const left: Entry[] = [];
  for (let at = 0; at < parts.length; at++) {
    const whole = left.at(-1);
    if (!isPart(parts[at]) || !whole) left.push(parts[at]);
    else at += countOfParts(grid, whole, parts.slice(at)) - 1;
  }
  return left;
}

/** How many rows, from the first, come to a whole in every column that holds numbers; one where none do. */
function countOfParts(grid: Grid, whole: Entry, rows: readonly Entry[]): number {
  const counts = Array.from({ length: grid.table.columnCount }, (_, column) => column)
    .filter((column) => isSummable(grid.headerOf(column)))
    .flatMap((column) => {
      const [all, ...own] = [whole, ...rows].map(
        ({ cell }) => entryAt(grid, cell.row, column)?.operand?.value,
      );
      return all ? [partsOf(all, own)] : [];
    });
  return Math.min(...counts);
}

function partsOf(whole: Decimal, rows: readonly (Decimal | undefined)[]): number {
  let sum = ZERO;
  const count = rows.findIndex((value) => {
    sum = add(sum, value ?? ZERO);
    return compare(sum, whole) === 0;
  });
  return count < 0 ? 1 : count + 1;
}

const isPart = ({ label }: Pick<Entry, "label">): boolean => /^其中/u.test(label);

/** Without rows that begin with 其中, nor those after them until a numbered row. */
function withoutNested(parts: readonly Entry[]): Entry[] {
  let isNested = false;
  return parts.filter(({ label }) => {
    if (isPart({ label })) isNested = true;
    else if (depthOf(label) === 1) isNested = false;
    return !isNested;
  });
}

function columnName(grid: Grid, column: number): string {
  return grid.headerOf(column) || `第${column + 1}列`;
}
