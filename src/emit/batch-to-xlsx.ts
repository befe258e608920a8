import type { BatchManifest } from "../model/manifest.ts";
import type { AgreementRecord } from "../model/record.ts";
import {
  type Rows,
  recordsToFigureRows,
  recordsToFindingRows,
  recordsToIndicatorRows,
  recordsToProblemRows,
} from "./rows.ts";
import { rowsToSheet, sheetsToXlsx } from "./sheet.ts";

/** A batch as one workbook with the columns of the CSV lists; its first sheet has one row a scan. */
export function batchToXlsx(
  manifest: BatchManifest,
  records: readonly AgreementRecord[],
): Promise<Uint8Array> {
  return sheetsToXlsx([
    rowsToSheet("扫描件 scans", manifestToScanRows(manifest)),
    rowsToSheet("核对发现 findings", recordsToFindingRows(records)),
    rowsToSheet("数据 figures", recordsToFigureRows(records)),
    rowsToSheet("服务指标 indicators", recordsToIndicatorRows(records)),
    rowsToSheet("问题 problems", recordsToProblemRows(records)),
  ]);
}

function manifestToScanRows({ scans }: BatchManifest): Rows {
  return {
    columns: [
      "file",
      "path",
      "outcome",
      "status",
      "title",
      "pages",
      "errors",
      "warnings",
      "problems",
      "error",
      "elapsed_ms",
      "sha256",
    ],
    rows: scans.map((scan) => [
      scan.fileName,
      scan.path,
      scan.outcome,
      scan.status,
      scan.title,
      scan.pageCount,
      scan.errors,
      scan.warnings,
      scan.problems,
      scan.error?.code ?? null,
      scan.elapsedMs,
      scan.sha256,
    ]),
  };
}
