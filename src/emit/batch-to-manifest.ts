import path from "node:path";
import type { BatchManifest, ManifestScan } from "../model/manifest.ts";
import type { Outcome } from "../model/outcome.ts";
import { SCHEMA_VERSION } from "../model/schema-version.ts";
import { recordDoubts } from "./record-doubts.ts";

/** What became of every scan, in the order given. */
export function batchToManifest(
  scans: readonly ManifestScan[],
  generator: BatchManifest["generator"],
): BatchManifest {
  const count = (status: string) => scans.filter((scan) => scan.status === status).length;
  return {
    schemaVersion: SCHEMA_VERSION,
    generator,
    counts: {
      scans: scans.length,
      clean: count("clean"),
      flagged: count("flagged"),
      incomplete: count("incomplete"),
      failed: scans.filter((scan) => scan.outcome === "failed").length,
      pages: scans.reduce((sum, scan) => sum + (scan.pageCount ?? 0), 0),
    },
    scans: [...scans],
  };
}

/** One scan's row; outputs are told relative to the output folder. */
export function outcomeToManifestScan(outcome: Outcome, folder: string): ManifestScan {
  const base = {
    path: outcome.path,
    fileName: path.basename(outcome.path),
    elapsedMs: Math.max(0, Math.round(outcome.elapsedMs)),
  };
  if (outcome.kind === "failed") {
    const { code, explanation, remedy } = outcome.error;
    return {
      ...base,
      outcome: "failed",
      sha256: null,
      title: null,
      status: null,
      pageCount: null,
      findings: {},
      errors: 0,
      warnings: 0,
      problems: 0,
      doubtful: 0,
      outputs: [],
      error: { code, message: explanation, remedy },
    };
  }
  const { source, agreement, status, findings, problems } = outcome.record;
  const byRule: Record<string, number> = {};
  for (const { ruleId } of findings) byRule[ruleId] = (byRule[ruleId] ?? 0) + 1;
  return {
    ...base,
    outcome: "read",
    sha256: source.sha256,
    title: agreement.title?.value ?? null,
    status,
    pageCount: source.pageCount,
    findings: byRule,
    errors: findings.filter((finding) => finding.severity === "error").length,
    warnings: findings.filter((finding) => finding.severity === "warning").length,
    problems: problems.length,
    doubtful: recordDoubts(outcome.record).length,
    outputs: outcome.outputs.map((file) => path.relative(folder, file).split(path.sep).join("/")),
    error: null,
  };
}
