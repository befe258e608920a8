import type { BatchManifest } from "../model/manifest.ts";
import type { Rows } from "./row-cells.ts";
import type { BatchLists } from "./rows.ts";
import { rowsToSheet, sheetsToXlsx } from "./sheet.ts";

/** A batch as one workbook with the columns of the CSV lists; its first sheet has one row a scan. */
export function batchToXlsx(manifest: BatchManifest, lists: BatchLists): Promise<Uint8Array> {
  return sheetsToXlsx([
    rowsToSheet("扫描件 scans", manifestToScanRows(manifest)),
    rowsToSheet("核对发现 findings", lists.findings),
    rowsToSheet("数据 figures", lists.figures),
    rowsToSheet("服务指标 indicators", lists.indicators),
    rowsToSheet("问题 problems", lists.problems),
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
      "doubtful",
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
      scan.doubtful,
    ]),
  };
}
