import type { AgreementRecord } from "../model/record.ts";
import type { Figure } from "../model/value.ts";
import { fenToYuan } from "./figures.ts";

/** A flat list for other tools. Column names and their order are public: new ones are added at the end only. */
export interface Rows {
  columns: readonly string[];
  rows: (string | number | null)[][];
}

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

const FINDING_COLUMNS = [
  "file",
  "rule",
  "severity",
  "cause",
  "version",
  "subject",
  "expected",
  "actual",
  "difference",
  "formula",
  "message_zh",
  "message_en",
  "suggestion_from",
  "suggestion_to",
  "follows_from",
  "page",
  "x0",
  "y0",
  "x1",
  "y1",
  "sha256",
] as const;

const INDICATOR_COLUMNS = [
  "file",
  "table",
  "row",
  "category",
  "item",
  "requirement",
  "detail",
  "standard",
  "trust",
  "page",
  "target",
  "comparison",
  "value",
  "unit",
  "per",
  "target_raw",
  "sha256",
] as const;

const PROBLEM_COLUMNS = [
  "file",
  "code",
  "page",
  "x0",
  "y0",
  "x1",
  "y1",
  "message_zh",
  "message_en",
  "sha256",
] as const;

/** The four lists of a record or a batch, by the base names of their CSV files. */
export interface BatchLists {
  figures: Rows;
  findings: Rows;
  indicators: Rows;
  problems: Rows;
}

export function recordsToLists(records: readonly AgreementRecord[]): BatchLists {
  return {
    figures: recordsToFigureRows(records),
    findings: recordsToFindingRows(records),
    indicators: recordsToIndicatorRows(records),
    problems: recordsToProblemRows(records),
  };
}

type Cells<Columns extends readonly string[]> = Partial<Record<Columns[number], string | number | null>>;

/** Every amount, share, quantity and day that was read, one a row; `group` counts budgets and schedules from 1. */
export function recordsToFigureRows(records: readonly AgreementRecord[]): Rows {
  return toRows(FIGURE_COLUMNS, records.flatMap(figureCells));
}

/** Every finding, one a row. */
export function recordsToFindingRows(records: readonly AgreementRecord[]): Rows {
  const cells = records.flatMap((record) =>
    record.findings.map(
      (finding): Cells<typeof FINDING_COLUMNS> => ({
        ...finding,
        ...sourceCells(record),
        rule: finding.ruleId,
        message_zh: finding.message.zh,
        message_en: finding.message.en,
        suggestion_from: finding.suggestion?.from ?? null,
        suggestion_to: finding.suggestion?.to ?? null,
        follows_from: finding.followsFrom,
        ...placeCells(finding.evidence[0]),
      }),
    ),
  );
  return toRows(FINDING_COLUMNS, cells);
}

/** Every indicator, one row a target; an indicator without a target has one row with an empty target. */
export function recordsToIndicatorRows(records: readonly AgreementRecord[]): Rows {
  return toRows(INDICATOR_COLUMNS, records.flatMap(indicatorCells));
}

/** Every problem, one a row. */
export function recordsToProblemRows(records: readonly AgreementRecord[]): Rows {
  const cells = records.flatMap((record) =>
    record.problems.map(
      (problem): Cells<typeof PROBLEM_COLUMNS> => ({
        ...sourceCells(record),
        code: problem.code,
        ...placeCells({ pageNumber: problem.pageNumber, box: problem.box }),
        message_zh: problem.message.zh,
        message_en: problem.message.en,
      }),
    ),
  );
  return toRows(PROBLEM_COLUMNS, cells);
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
    for (const { from, to, occurrences, amount, percent, condition } of schedule.instalments) {
      const own = { ...base, label: condition?.value ?? null, from, to, occurrences };
      rows.push(...figure(amount, { ...own, part: "instalment-amount" }));
      rows.push(...figure(percent, { ...own, part: "instalment-percent" }));
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

function indicatorCells(record: AgreementRecord): Cells<typeof INDICATOR_COLUMNS>[] {
  return record.indicators.flatMap((indicator, index) => {
    const base = {
      ...sourceCells(record),
      table: indicator.table,
      row: index + 1,
      category: indicator.category.value,
      item: indicator.item.value,
      requirement: indicator.requirement.value,
      detail: indicator.detail.value,
      standard: indicator.standard.value,
      trust: indicator.standard.trust,
      page: indicator.standard.evidence[0]?.pageNumber ?? null,
    };
    if (indicator.targets.length === 0) return [base];
    return indicator.targets.map(({ comparison, value, unit, per, raw }, at) => ({
      ...base,
      target: at + 1,
      comparison,
      value,
      unit,
      per,
      target_raw: raw,
    }));
  });
}

/** The file's name for people and its hash for joins: two files of a batch may bear one name. */
function sourceCells({ source }: AgreementRecord) {
  return { file: source.fileName, sha256: source.sha256 };
}

function placeCells(place: { pageNumber: number; box: readonly number[] | null } | undefined) {
  const [x0, y0, x1, y1] = place?.box ?? [null, null, null, null];
  return { page: place?.pageNumber ?? null, x0, y0, x1, y1 };
}

function toRows<Columns extends readonly string[]>(columns: Columns, cells: Cells<Columns>[]): Rows {
  return {
    columns,
    rows: cells.map((row) => columns.map((column) => row[column as Columns[number]] ?? null)),
  };
}
