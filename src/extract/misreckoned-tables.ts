import { readDecimal } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow, FlowCell, FlowTable } from "../model/flow.ts";
import { looksSlipped } from "../model/looks-misread.ts";
import { readPlainNumber } from "../model/plain-number.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { standsAt } from "./evidence.ts";

const NOT_THE_TOTAL = {
  zh: "此表的合计与正文所写总额接近而不相同，请核对原件",
  en: "the sum of this table is near the total told in the text, but not it; check the page",
};

const SUM = /^[（(]?(?:小计|合计|总计|共计|总[价额])/;
const MONEY = /[元¥￥]|[价费款额]$|金额|租金/;
/** So near another sum is hardly meant. */
const NEAR = 0.05;
const YUAN_FEN = 100;

/** Problems for sums of tables that no budget reads, which are nearly the total that prose tells, or differ from it by a digit or two. */
export function findUnlikeTotals(flow: Flow, { budgets, schedules, problems }: Contents): Problem[] {
  const money = [
    ...budgets.flatMap(({ total, totalInCapitals, restatements, lines }) => [
      ...[total, totalInCapitals, ...restatements],
      ...lines.map(({ amount }) => amount),
    ]),
    ...schedules.flatMap(({ total, instalments }) => [total, ...instalments.map(({ amount }) => amount)]),
  ].filter((each) => each !== null);
  const known = [
    ...money.flatMap(({ evidence }) => evidence),
    ...problems.flatMap(({ pageNumber, box }) => (box && pageNumber ? [{ pageNumber, box }] : [])),
  ];
  const totals = budgets.flatMap(({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen ?? []);
  return flow
    .flatMap((part) => (part.kind === "table" ? [part] : []))
    .filter((table) => table.cells.some(({ content }) => MONEY.test(content.text)))
    .filter((table) => !table.cells.some(({ content }) => standsAt(content, known)))
    .flatMap((table) => {
      const sums = sumsOf(table);
      const isTold = sums.some(({ yuan }) => money.some(({ fen }) => isSame(yuan, fen)));
      const near = sums.filter(({ yuan }) => totals.some((fen) => isNear(yuan, fen)));
      return isTold
        ? []
        : near.map(({ cell }) =>
            notUnderstood(cell.content, { start: 0, end: cell.content.text.length }, NOT_THE_TOTAL),
          );
    });
}

/** The numbers of the rows and columns that sum up others. */
function sumsOf(table: FlowTable): { cell: FlowCell; yuan: number }[] {
  const heads = table.cells.filter(({ content }) => SUM.test(content.text.replace(/\s/g, "")));
  return table.cells.flatMap((cell) => {
    const number = readPlainNumber(cell.content.text);
    const isSum = heads.some(({ row, column }) =>
      row < table.headerRows ? column === cell.column : row === cell.row,
    );
    return number && isSum ? [{ cell, yuan: Number(number.value.units) / 10 ** number.value.scale }] : [];
  });
}

const SCALES = [1, 1e4];
const isSame = (yuan: number, fen: number): boolean =>
  SCALES.some((scale) => Math.abs(yuan * scale * YUAN_FEN - fen) < 1);

const isNear = (yuan: number, fen: number): boolean =>
  SCALES.some((scale) => {
    const [a, b] = [yuan * scale, fen / YUAN_FEN].map((number) => readDecimal(number.toFixed(2)));
    const isSlip = looksSlipped(a, b);
    return isSlip || Math.abs(yuan * scale * YUAN_FEN - fen) <= NEAR * fen;
  });
