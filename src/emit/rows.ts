import type { AgreementRecord } from "../model/record.ts";
import { recordsToFigureRows } from "./figure-rows.ts";
import { type Cells, placeCells, type Rows, sourceCells, toRows } from "./row-cells.ts";

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
