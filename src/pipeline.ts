import { checkContents } from "./check/index.ts";
import { extractContents } from "./extract/index.ts";
import type { Check, Finding, Problem } from "./model/finding.ts";
import type { OpenScan, PagePicture } from "./model/picture.ts";
import type { RecognizedPage, RecognizedScan } from "./model/recognized.ts";
import {
  type AgreementRecord,
  type Contents,
  type RecordPage,
  SCHEMA_VERSION,
  type Status,
} from "./model/record.ts";
import { normalizeScan } from "./normalize/index.ts";
import { proveContents } from "./prove/index.ts";
import { pageToPicture } from "./recognize/page-to-picture.ts";
import type { Readers } from "./recognize/reader.ts";
import { recognizePage } from "./recognize/recognize-page.ts";
import { type Language, openTesseract } from "./recognize/tesseract-reader.ts";
import { DEFAULT_LIMITS } from "./scan/limits.ts";
import { openScan } from "./scan/open-scan.ts";
import { VERSION } from "./version.ts";

export type { Readers } from "./recognize/reader.ts";

export interface ScanOptions {
  password?: string;
  /** Milliseconds one page may take to be drawn. */
  pageTimeoutMs?: number;
  onProgress?: (event: { pageNumber: number; pageCount: number; stage: "page-done" }) => void;
  signal?: AbortSignal;
}

export interface ProcessedScan {
  record: AgreementRecord;
  pictures: PagePicture[];
}

/** Starts the OCR readers that any number of scans share. Must be closed. Throws MachineError. */
export function openReaders(options: { lang: Language; jobs: number }): Promise<Readers> {
  return openTesseract({ language: options.lang, threads: options.jobs, lineTimeoutMs: LINE_TIMEOUT_MS });
}

const LINE_TIMEOUT_MS = 60_000;

/** The whole way: scan → pages → words, lines, tables → normal text → agreement → proof → verdicts → record. */
export async function processScan(
  path: string,
  readers: Readers,
  options: ScanOptions = {},
): Promise<ProcessedScan> {
  const { recognized, source, pictures } = await recognizeFile(path, readers, options);
  return { record: recognizedToRecord(recognized, source), pictures };
}

export type ScanSource = Pick<OpenScan, "fileName" | "sha256" | "mediaType" | "pageCount">;

/** The costly half of the way: everything that looks at pixels. Throws UnreadableInputError. */
export async function recognizeFile(
  path: string,
  readers: Readers,
  options: ScanOptions = {},
): Promise<{ recognized: RecognizedScan; source: ScanSource; pictures: PagePicture[] }> {
  const limits = { ...DEFAULT_LIMITS, pageMs: options.pageTimeoutMs ?? DEFAULT_LIMITS.pageMs };
  const scan = await openScan(path, { password: options.password, limits });
  try {
    const { fileName, sha256, mediaType, pageCount } = scan;
    return {
      ...(await recognizeScan(scan, readers, options)),
      source: { fileName, sha256, mediaType, pageCount },
    };
  } finally {
    await scan.close();
  }
}

/** From what was recognized to a checked record, without any reading: pure, and the same every time. */
export function recognizedToRecord(recognized: RecognizedScan, source: ScanSource): AgreementRecord {
  const normal = normalizeScan(recognized);
  const contents = proveContents(extractContents(normal));
  const problems = [...recognized.pages.flatMap((page) => page.problems), ...contents.problems];
  const { checks, findings } = checkContents(contents);
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
  return problems.length > 0 || checks.some((check) => check.outcome === "cannot-tell")
    ? "incomplete"
    : "clean";
}

/** Pages in flight at once: the next one is drawn and laid out while this one is read. */
const PAGES_AT_ONCE = 2;

async function recognizeScan(
  scan: OpenScan,
  readers: Readers,
  options: ScanOptions,
): Promise<{ recognized: RecognizedScan; pictures: PagePicture[] }> {
  const pages: RecognizedPage[] = [];
  const pictures: PagePicture[] = [];
  let next = 1;
  const work = async (): Promise<void> => {
    while (next <= scan.pageCount) {
      options.signal?.throwIfAborted();
      const pageNumber = next++;
      const { page, grey } = await recognizePage(await scan.readPage(pageNumber), readers);
      pages[pageNumber - 1] = page;
      pictures[pageNumber - 1] = await pageToPicture(pageNumber, grey);
      options.onProgress?.({ pageNumber, pageCount: scan.pageCount, stage: "page-done" });
    }
  };
  await Promise.all(Array.from({ length: PAGES_AT_ONCE }, work));
  return { recognized: { readers: readers.names, outline: scan.outline, pages }, pictures };
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
