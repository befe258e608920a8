import { add, compare, readDecimal, ZERO } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow, FlowCell, FlowTable } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { standsAt } from "./evidence.ts";
import { findPercents } from "./figures/index.ts";
import { toldPlaces } from "./told-places.ts";

const NOT_THEIR_SUM = {
  zh: "此列各项比例之和与合计不符，请核对原件",
  en: "isn't what the shares above it come to; check the page",
};

const SUM = /^(?:合计|总计|共计)$/;
const FEWEST = 2;

/**
 * Problems for the last share of a column (合计 100%) that the others don't come to, in tables whose shares no budget and no payment reads.
 */
export function findMissummedShares(flow: Flow, { budgets, schedules, problems }: Contents): Problem[] {
  const read = [
    ...budgets.flatMap(({ lines }) => lines.map(({ percent }) => percent)),
    ...schedules.flatMap(({ instalments }) => instalments.map(({ percent }) => percent)),
  ].flatMap((percent) => percent?.evidence ?? []);
  const known = [...read, ...toldPlaces(problems)];
  return flow
    .flatMap((part) => (part.kind === "table" ? [part] : []))
    .flatMap(columnsOf)
    .filter((cells) => !cells.some(({ content }) => standsAt(content, known)))
    .flatMap((cells): Problem[] => {
      // A blank one is left out of the sum, and shows in it.
      const { content } = cells[cells.length - 1];
      const whole = shareOf(content.text);
      const others = cells
        .slice(0, -1)
        .flatMap((cell) => (cell.content.text.trim() === "" ? [] : [shareOf(cell.content.text)]));
      if (whole === null || others.length < FEWEST) return [];
      const parts = others.flatMap((share) => (share === null ? [] : [readDecimal(share)]));
      const isWhole = compare(parts.reduce(add, ZERO), readDecimal(whole)) === 0;
      // 72% off each, and off all: a rate.
      const isRate = others.every((share) => share === whole);
      return isWhole || isRate || parts.length < others.length
        ? []
        : [notUnderstood(content, { start: 0, end: content.text.length }, NOT_THEIR_SUM)];
    });
}

/** The cells of each column below the header, where the last row sums up the others. */
function columnsOf(table: FlowTable): FlowCell[][] {
  const last = table.cells.filter(({ row }) => row === table.rowCount - 1);
  if (!last.some(({ content }) => SUM.test(content.text.replace(/\s/g, "")))) return [];
  return Array.from({ length: table.columnCount }, (_, column) =>
    table.cells
      .filter((cell) => cell.column === column && cell.row >= table.headerRows)
      .sort((a, b) => a.row - b.row),
  ).filter(
    (cells) => cells.length > FEWEST && cells.every(({ rowSpan, columnSpan }) => rowSpan + columnSpan === 2),
  );
}

/** The one share that a cell is; null for anything else. */
function shareOf(text: string): string | null {
  const [share, more] = findPercents(text);
  const isAll = share && !more && text.slice(0, share.start).trim() + text.slice(share.end).trim() === "";
  return isAll ? share.percent : null;
}
