import type { AgreementRecord } from "../model/record.ts";
import type { Figure } from "../model/value.ts";
import { fenToYuan } from "./figures.ts";
import { type Cells, placeCells, type Rows, sourceCells, toRows } from "./row-cells.ts";

const FIGURE_COLUMNS = [
  "file",
  "version",
  "part",
  "label",
  "parent",
  "kind",
  "value",
  "unit",
  "fen",
  "raw",
  "trust",
  "confidence",
  "page",
  "x0",
  "y0",
  "x1",
  "y1",
  "from",
  "to",
  "occurrences",
  "group",
  "sha256",
] as const;

/** Every amount, share, quantity and day that was read, one a row; `group` counts budgets and schedules from 1. */
export function recordsToFigureRows(records: readonly AgreementRecord[]): Rows {
  return toRows(FIGURE_COLUMNS, records.flatMap(figureCells));
}

type FigureCells = Cells<typeof FIGURE_COLUMNS>;

function figureCells(record: AgreementRecord): FigureCells[] {
  const rows: FigureCells[] = [...agreementCells(record)];
  for (const [index, budget] of record.budgets.entries()) {
    const base = { version: budget.version, group: index + 1 };
    const totals = { ...base, label: budget.name?.value ?? null };
    rows.push(...figure(budget.total, { ...totals, part: "budget-total" }));
    rows.push(...figure(budget.totalInCapitals, { ...totals, part: "budget-total-in-capitals" }));
    for (const money of budget.restatements)
      rows.push(...figure(money, { ...totals, part: "budget-restatement" }));
    for (const line of budget.lines) {
      const own = { ...base, label: line.label.value, parent: line.parent };
      rows.push(...figure(line.quantity, { ...own, part: "budget-line-quantity" }));
      rows.push(...figure(line.unitPrice, { ...own, part: "budget-line-unit-price" }));
      rows.push(...figure(line.amount, { ...own, part: "budget-line-amount" }));
      rows.push(...figure(line.percent, { ...own, part: "budget-line-percent" }));
    }
  }
  for (const [index, schedule] of record.schedules.entries()) {
    const base = { version: schedule.version, group: index + 1 };
    rows.push(...figure(schedule.total, { ...base, part: "schedule-total" }));
    for (const { from, to, occurrences, amount, percent, percentOf, condition } of schedule.instalments) {
      const own = { ...base, label: condition?.value ?? null, from, to, occurrences };
      rows.push(...figure(amount, { ...own, part: "instalment-amount" }));
      rows.push(...figure(percent, { ...own, parent: percentOf?.value ?? null, part: "instalment-percent" }));
    }
  }
  return rows.map((row) => ({ ...row, ...sourceCells(record) }));
}

function agreementCells({ agreement }: AgreementRecord): FigureCells[] {
  return [
    ...figure(agreement.signedOn, { part: "signed-on" }),
    ...figure(agreement.term?.from ?? null, { part: "term-from" }),
    ...figure(agreement.term?.to ?? null, { part: "term-to" }),
  ];
}

function figure(read: Figure | null, base: FigureCells): FigureCells[] {
  if (read === null) return [];
  const { raw, trust, confidence } = read;
  return [{ ...base, ...valueCells(read), raw, trust, confidence, ...placeCells(read.evidence[0]) }];
}

function valueCells(read: Figure): FigureCells {
  if ("fen" in read) return { kind: "money", value: fenToYuan(read.fen), unit: "元", fen: read.fen };
  if ("percent" in read) return { kind: "percent", value: read.percent, unit: "%" };
  if ("unit" in read) return { kind: "quantity", value: read.value, unit: read.unit };
  return { kind: "day", value: read.value };
}
