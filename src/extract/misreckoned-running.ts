import type { Problem } from "../model/finding.ts";
import type { Flow, FlowCell, FlowTable } from "../model/flow.ts";
import { readPlainNumber } from "../model/plain-number.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { headerOf, withHeader } from "./column-types.ts";
import { standsAt } from "./evidence.ts";
import { toldPlaces } from "./told-places.ts";

const NOT_RUNNING = {
  zh: "与其前各行之和不符，不是截至该行的累计数，请核对原件",
  en: "isn't what the rows up to this one come to; check the page",
};

const SUM = /[合总小共]\s*计/;
const PERCENT = 100;
/** To the last of two decimals, or half a unit of a share in whole percents. */
const ROOM = { number: 0.0101, percent: 0.5001 };

/** Problems for 累计金额 and 累计比例 that aren't what the rows up to theirs come to, by the column of what each row has. */
export function findMisrun(flow: Flow, { problems }: Contents): Problem[] {
  const known = toldPlaces(problems);
  return flow
    .flatMap((part) => (part.kind === "table" ? oddCells(withHeader(part)) : []))
    .filter(({ content }) => !standsAt(content, known))
    .map(({ content }) => notUnderstood(content, { start: 0, end: content.text.length }, NOT_RUNNING));
}

function oddCells(table: FlowTable): FlowCell[] {
  const columns = Array.from({ length: table.columnCount }, (_, column) => column);
  const isRunning = (column: number): boolean =>
    /累计(?!(?:赔偿|责任|保险)?限额|赔偿)/.test(headerOf(table, column));
  const own = columns.filter(
    (column) =>
      !isRunning(column) &&
      bodyOf(table, column).length > 1 &&
      /金额|款额|款项|比例|占比|元|[%％]/.test(headerOf(table, column)),
  );
  return columns.filter(isRunning).flatMap((running) => {
    const cells = bodyOf(table, running);
    const isShare = cells.some(({ content }) => /[%％]/.test(content.text));
    const alike = own.find(
      (column) => bodyOf(table, column).some(({ content }) => /[%％]/.test(content.text)) === isShare,
    );
    const amounts = alike ?? own[0];
    if (amounts === undefined || cells.length < 2) return [];
    const each = cells.map(({ row }) => valueAt(table, row, amounts));
    const whole = alike === undefined ? each.reduce((sum, value) => sum + value, 0) / PERCENT : 1;
    if (whole <= 0 || each.some((value) => Number.isNaN(value))) return [];
    let sum = 0;
    return cells.filter((cell, at) => {
      sum += each[at] / whole;
      return Math.abs(valueAt(table, cell.row, running) - sum) > (isShare ? ROOM.percent : ROOM.number);
    });
  });
}

/** The cells of a column that hold a number, in rows that sum nothing up. */
const bodyOf = (table: FlowTable, column: number): FlowCell[] =>
  table.cells.filter(
    (cell) =>
      cell.column === column &&
      cell.row >= table.headerRows &&
      readPlainNumber(cell.content.text) !== null &&
      !table.cells.some((other) => other.row === cell.row && SUM.test(other.content.text)),
  );

function valueAt(table: FlowTable, row: number, column: number): number {
  const cell = table.cells.find((each) => each.row === row && each.column === column);
  const number = cell ? readPlainNumber(cell.content.text) : null;
  return number ? Number(number.value.units) / 10 ** number.value.scale : Number.NaN;
}
