import { checkContents } from "./check/index.ts";
import { extractContents } from "./extract/index.ts";
import type { Check, Finding, Problem } from "./model/finding.ts";
import type { RecognizedPage, RecognizedScan } from "./model/recognized.ts";
import type { AgreementRecord, Contents, RecordPage, Status } from "./model/record.ts";
import { SCHEMA_VERSION } from "./model/schema-version.ts";
import { normalizeScan } from "./normalize/index.ts";
import { proveContents } from "./prove/index.ts";
import { settleByOutline } from "./recognize/settle/settle-by-outline.ts";
import type { ScanSource } from "./scan-shelf.ts";
import { VERSION } from "./version.ts";

/** From what was recognized to a checked record, without any reading: pure, and the same every time. */
export function recognizedToRecord(read: RecognizedScan, source: ScanSource): AgreementRecord {
  const recognized = settleByOutline(read);
  const normal = normalizeScan(recognized);
  const contents = proveContents(extractContents(normal));
  const problems = [...recognized.pages.flatMap((page) => page.problems), ...contents.problems];
  const { checks, findings } = checkContents({ ...contents, problems });
  return {
    schemaVersion: SCHEMA_VERSION,
    generator: { name: "hesuan", version: VERSION, readers: recognized.readers },
    source,
    status: statusOf(checks, findings, problems),
    pages: recognized.pages.map(recordPage),
    ...contents,
    checks,
    findings,
    problems,
  };
}

/** Judges a record's contents again, as after a correction; nothing is read. */
export function recheckRecord(record: AgreementRecord): AgreementRecord {
  const contents: Contents = record;
  const { checks, findings } = checkContents(contents);
  return { ...record, checks, findings, status: statusOf(checks, findings, record.problems) };
}

/** `clean` is never said while a finding, a problem or a check that could not judge stands. */
function statusOf(
  checks: readonly Check[],
  findings: readonly Finding[],
  problems: readonly Problem[],
): Status {
  if (findings.length > 0) return "flagged";
  // Where no rule found anything to judge, nothing was checked: that is no clean agreement.
  if (!checks.some((check) => check.outcome === "pass")) return "incomplete";
  return problems.length > 0 || checks.some((check) => check.outcome === "cannot-tell")
    ? "incomplete"
    : "clean";
}

function recordPage(page: RecognizedPage): RecordPage {
  const lines = page.blocks.flatMap((block) =>
    block.kind === "text" ? block.lines : block.cells.flatMap((cell) => cell.lines),
  );
  const confidences = lines.flatMap((line) => line.confidences);
  const mean = confidences.reduce((sum, value) => sum + value, 0) / Math.max(1, confidences.length) / 100;
  const { pageNumber, widthPx, heightPx, dpi, turnedDeg, skewDeg, textSource } = page;
  const text = lines.map((line) => line.text).join("\n");
  const confidence = Math.round(mean * 1000) / 1000;
  return { pageNumber, widthPx, heightPx, dpi, turnedDeg, skewDeg, textSource, confidence, text };
}
