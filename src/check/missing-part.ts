import type { Schedule } from "../model/agreement.ts";
import { monthIndex } from "../model/calendar.ts";
import {
  add,
  compare,
  divide,
  half,
  larger,
  multiply,
  ONE,
  readDecimal,
  subtract,
  wholeToDecimal,
  ZERO,
} from "../model/decimal.ts";
import { exactly, type Interval, meets, widen } from "../model/interval.ts";
import type { Place } from "../model/place.ts";
import { isAmid, sharedArea } from "../model/place.ts";
import type { Contents } from "../model/record.ts";
import { type Equation, fitOf, operandsOf, outcomeOf } from "../model/relation.ts";
import { monthsOf } from "../model/relation-instalments.ts";
import { scheduleClaims } from "../model/relation-schedule.ts";
import { isRead } from "../model/stated.ts";
import type { Table, TableCell } from "../model/table.ts";
import { bodyRows, type Grid, numberIn, tableToGrid } from "../model/table-grid.ts";
import { knownClaims } from "./known-claims.ts";

type Sum = Extract<Equation, { kind: "sum" }>;

/** Pages on which ink went unread, or that weren't read at all. */
const GAP_PLACES = 4;
const UNREAD = new Set(["unread-ink", "torn-text", "unreadable-page", "page-timeout", "too-many-pages"]);

/**
 * Whether a sum that comes short may lack a part that stands on paper but was not read:
 * a figure found no place, ink near by went unread, its column has a blank among its figures,
 * or the shares come short by just what the amounts do. Of a page that states its text nothing is lost so quietly.
 */
export function mayLackPart(contents: Contents, equation: Sum): boolean {
  const places = operandsOf(equation).flatMap(({ evidence }) => evidence);
  const pages = places.map(({ pageNumber }) => pageNumber);
  const [first, last] = [Math.min(...pages), Math.max(...pages)];
  const isUnread = contents.problems.some(
    (problem) =>
      (problem.code === "figure-not-understood" && !tellsDisagreement(problem)) ||
      (UNREAD.has(problem.code) &&
        (problem.pageNumber ?? first) >= first &&
        (problem.pageNumber ?? first) <= last + 1),
  );
  if (isUnread || isStated(equation)) return isUnread;
  return (
    contents.tables.some((table) => hasBlankAmong(table, places)) ||
    lacksWholeLine(contents, equation) ||
    contents.schedules.some((schedule) => isOf(schedule, equation) && lacksInstalment(contents, schedule))
  );
}

/** What figures may lack, or have too much of, where others near them found no place. */
export const UNPLACED = "未能归入的数字";

/** Whether a figure that found no place stands on the pages of these places, or one next to them. */
export function hasUnplacedFigure({ problems }: Contents, places: readonly Place[]): boolean {
  const pages = places.map((place) => place.pageNumber);
  const [first, last] = [Math.min(...pages) - 1, Math.max(...pages) + 1];
  return problems.some(
    (problem) =>
      problem.code === "figure-not-understood" &&
      problem.pageNumber >= first &&
      problem.pageNumber <= last &&
      !tellsDisagreement(problem),
  );
}

/** So many lines from payments a figure may be of one of them. */
const NEAR_LINES = 3;

/** Whether a figure that found no place stands among these places of payments, or in their clause. */
export function hasUnplacedPayment({ problems }: Contents, places: readonly Place[]): boolean {
  return problems.some(
    (problem) =>
      problem.code === "figure-not-understood" &&
      NO_PLACE.test(problem.message.zh) &&
      isAmid(problem, places, NEAR_LINES),
  );
}

/** Words of the rooms before for a figure without a place, and for one that is called a whole. */
const NO_PLACE = /条款中的这笔金额|条款中的这一比例|像是付款|合计恰好差这个数/;
const WHOLE_WITHOUT_PLACE = /像是合同总额|此处称为合同总价/;

/** Whether a sum called the agreement's whole is no figure of the record: what is paid may be that. */
export const hasUnplacedWhole = ({ problems }: Contents): boolean =>
  problems.some(({ message: { zh } }) => WHOLE_WITHOUT_PLACE.test(zh));

/**
 * Whether a problem tells of figures that have their places and don't agree (与…不符, 不等于…), by its words, which are those of
 * the rooms before: no figure found no place there.
 */
const tellsDisagreement = ({ message: { zh } }: Contents["problems"][number]): boolean =>
  /不符|不等于|不相接|不相等/.test(zh) && !/未能|像是|相差过大/.test(zh);

/** Whether all figures of an equation stand in pages that state their text themselves. */
const isStated = (equation: Equation): boolean =>
  !isRead(operandsOf(equation).filter(({ evidence }) => evidence.length > 0));

/**
 * Whether a sentence breaks off amid these places, or near after them: what belongs together there may have been parted,
 * or given to another version.
 */
export function isTornAmid({ problems }: Pick<Contents, "problems">, places: readonly Place[]): boolean {
  return problems.some((problem) => problem.code === "torn-text" && isAmid(problem, places, 1));
}

/** A row that sums up others, by its words. */
const SUM = /^.{0,8}[合总共小][计额]/u;

/** Whether a table that holds some of these figures is blank in a column of figures. */
function hasBlankAmong(table: Table, places: readonly Place[]): boolean {
  const isOne = ({ text }: TableCell): boolean =>
    text.evidence.some((own) => places.some((place) => overlap(own, place)));
  if (!table.cells.some(isOne)) return false;
  const grid = tableToGrid(table);
  const rows = bodyRows(table);
  const isFigure = (row: number, column: number): boolean => numberIn(grid.cellAt(row, column)) !== null;
  const columns = Array.from({ length: table.columnCount }, (_, column) => column).filter((column) => {
    const stated = rows.filter((row) => grid.cellAt(row, column)?.text.value.trim());
    return stated.length > 1 && stated.every((row) => isFigure(row, column)) && !isNumbering(grid, column);
  });
  return rows.some((row) => {
    const cells = table.cells.filter((cell) => cell.row === row);
    // A row of one wide cell heads a group: nothing is missing beside it, unless rows as wide have figures.
    const wide = cells.filter(({ columnSpan }) => columnSpan > 1);
    // A sum has no count and no price of its own.
    if (cells.some(({ text }) => SUM.test(text.value.replace(/\s/g, "")))) return false;
    const isHeading =
      wide.length > 0 &&
      cells.every(({ column }) => !isFigure(row, column)) &&
      !wide.some((cell) => hasFigureBeside(table, cell, isFigure));
    return !isHeading && columns.some((column) => grid.cellAt(row, column)?.text.value.trim() === "");
  });
}

/** Whether another row, not a sum of others, begins with a cell as wide as this and has a figure. */
function hasFigureBeside(
  table: Table,
  { row, column, columnSpan }: TableCell,
  isFigure: (row: number, column: number) => boolean,
): boolean {
  const alike = table.cells.filter(
    (cell) =>
      cell.row !== row &&
      cell.column === column &&
      cell.columnSpan === columnSpan &&
      !/[合总共小]\s*[计额]/.test(cell.text.value),
  );
  return alike.some((cell) =>
    table.cells.some((other) => other.row === cell.row && isFigure(other.row, other.column)),
  );
}

const isNumbering = (grid: Grid, column: number): boolean => /序号|编号|^$/.test(grid.headerOf(column));

/** Whether amounts and shares of one budget come short by the same, so that a line with both is missing. */
function lacksWholeLine(contents: Contents, equation: Sum): boolean {
  const claims = knownClaims(contents).all.filter(
    ({ ruleId }) => ruleId === "total-equals-sum" || ruleId === "percents-sum-to-100",
  );
  const own = claims.find((claim) => claim.equation && sameFigures(claim.equation, equation));
  if (!own) return false;
  const gaps = claims
    .filter(({ version, ruleId }) => version === own.version && ruleId !== own.ruleId)
    .map((claim) => gapOf(claim.equation));
  const gap = gapOf(equation);
  return gap !== null && gaps.some((other) => other !== null && meets(gap, other));
}

/** By how many percent of its result a sum comes short, as far as the printed digits tell; null where it doesn't. */
function gapOf(equation: Equation | null): Interval | null {
  if (equation?.kind !== "sum" || fitOf(equation) === "holds") return null;
  const { computed, printed } = outcomeOf(equation);
  if (computed === null || compare(computed, printed) >= 0) return null;
  const gap = divide(multiply(subtract(printed, computed), wholeToDecimal(100)), printed, GAP_PLACES);
  const count = wholeToDecimal(equation.terms.length + 1);
  const room = equation.terms.some(({ operand }) => operand.kind === "percent")
    ? multiply(equation.terms.map(({ operand }) => operand.lastDigit).reduce(larger), count)
    : { units: 1n, scale: GAP_PLACES };
  return gap && widen(exactly(gap), room);
}

/** Whether a schedule pays less than the total, and months or shares are missing from it as well. */
export function lacksInstalment(contents: Contents, schedule: Schedule): boolean {
  const gaps = scheduleClaims({ ...contents, schedules: [schedule] }).map(({ equation }) => gapOf(equation));
  return gaps.some(
    (gap) => gap !== null && (leavesOutMonths(contents, schedule) || isShareOf(schedule, gap)),
  );
}

/** Whether the shares of the instalments leave out just as much. */
function isShareOf({ instalments }: Schedule, gap: Interval): boolean {
  if (instalments.some(({ percent }) => !percent)) return false;
  const sum = instalments
    .flatMap(({ percent }) => (percent ? [readDecimal(percent.percent)] : []))
    .reduce(add, ZERO);
  const missing = subtract(wholeToDecimal(100), sum);
  return compare(missing, ONE) >= 0 && meets(widen(exactly(missing), half(ONE)), gap);
}

function leavesOutMonths({ agreement: { term } }: Contents, { instalments }: Schedule): boolean {
  const stretches = instalments.flatMap((instalment) => monthsOf(instalment) ?? []);
  if (stretches.length === 0 || stretches.length < instalments.length) return false;
  const edges = term ? [term.from.value, term.to.value].map(monthIndex) : [];
  const first = Math.min(...edges, ...stretches.map((stretch) => stretch.first));
  const last = Math.max(...edges, ...stretches.map((stretch) => stretch.last));
  const paid = stretches.reduce((sum, stretch) => sum + stretch.last - stretch.first + 1, 0);
  return paid < last - first + 1;
}

const sameFigures = (a: Equation, b: Equation): boolean => {
  const [own, other] = [operandsOf(a), operandsOf(b)].map((operands) =>
    operands.filter(({ evidence }) => evidence.length > 0).map(({ source }) => source),
  );
  return own.length === other.length && own.every((source, index) => source === other[index]);
};

const overlap = (a: Place, b: Place): boolean =>
  a.pageNumber === b.pageNumber && sharedArea(a.box, b.box) > 0;

const isOf = ({ instalments }: Schedule, equation: Equation): boolean =>
  operandsOf(equation).some(({ source }) => instalments.some(({ amount }) => amount === source));
