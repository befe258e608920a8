import type { Cache } from "./cache.ts";
import { checkContents } from "./check/index.ts";
import { extractContents } from "./extract/index.ts";
import type { Check, Finding, Problem } from "./model/finding.ts";
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
import { readPages } from "./read-pages.ts";
import { openPaddle } from "./recognize/readers/paddle-reader.ts";
import type { Readers } from "./recognize/readers/reader.ts";
import { type Language, openTesseract, threadsBesideNetwork } from "./recognize/readers/tesseract-reader.ts";
import { settleByOutline } from "./recognize/settle/settle-by-outline.ts";
import { DEFAULT_LIMITS, type ScanLimits } from "./scan/limits.ts";
import { openScan } from "./scan/open-scan.ts";
import {
  openShelf,
  type ProcessedScan,
  type RecognizedFile,
  type ScanShelf,
  type ScanSource,
  withSubstitute,
} from "./scan-shelf.ts";
import { VERSION } from "./version.ts";

export type { Readers } from "./recognize/readers/reader.ts";

export interface ScanOptions {
  password?: string;
  /** Milliseconds one page may take, drawing and reading. */
  pageTimeoutMs?: number;
  /** Limits other than the usual ones. */
  limits?: Partial<ScanLimits>;
  /** Where recognized pages are kept between runs; without one nothing is. */
  cache?: Cache | null;
  onProgress?: (event: { pageNumber: number; pageCount: number; stage: "page-done" }) => void;
  signal?: AbortSignal;
}

/** Starts the OCR readers that any number of scans share. Must be closed. Throws MachineError. */
export async function openReaders({ lang, jobs }: { lang: Language; jobs: number }): Promise<Readers> {
  const lineTimeoutMs = LINE_TIMEOUT_MS;
  // The network knows simplified characters far better than traditional ones.
  if (lang !== "chi_sim") {
    const threads = { first: jobs, second: jobs };
    return { ...(await openTesseract({ language: lang, threads, lineTimeoutMs })), network: null };
  }
  const threads = threadsBesideNetwork(jobs);
  const tesseract = await openTesseract({ language: lang, threads, lineTimeoutMs });
  const network = openPaddle({ threads: jobs, lineTimeoutMs });
  return {
    ...tesseract,
    network,
    names: [...tesseract.names, network.name],
    start() {
      network.start();
      tesseract.start?.();
    },
    async close() {
      await Promise.all([tesseract.close(), network.close()]);
    },
  };
}

const LINE_TIMEOUT_MS = 60_000;

/** Generous: on a busy machine four pages may share one processor. */
const PAGE_TIMEOUT_MS = 300_000;

/** The whole way: scan → pages → words, lines, tables → normal text → agreement → proof → verdicts → record. */
export async function processScan(
  path: string,
  readers: Readers,
  options: ScanOptions = {},
): Promise<ProcessedScan> {
  const limits = limitsOf(options);
  const shelf = await openShelf(path, readers.names, limits, options);
  const known = await shelf?.findRecord();
  const { record, pictures } = known ?? (await makeRecord(path, readers, options, shelf));
  return {
    record,
    pictures: withSubstitute(pictures, async () => {
      const again = await recognizeFile(path, readers, { ...options, onProgress: undefined }, shelf);
      return again.pictures;
    }),
  };
}

async function makeRecord(
  path: string,
  readers: Readers,
  options: ScanOptions,
  shelf: ScanShelf | null,
): Promise<ProcessedScan> {
  const { recognized, source, pictures, isWhole } = await recognizeFile(path, readers, options, shelf);
  const record = recognizedToRecord(recognized, source);
  if (isWhole) await shelf?.keepRecord(record);
  return { record, pictures };
}

/** The costly half of the way: everything that looks at pixels. Throws UnreadableInputError. */
export async function recognizeFile(
  path: string,
  readers: Readers,
  options: ScanOptions = {},
  shelf: ScanShelf | null = null,
): Promise<RecognizedFile> {
  const known = await shelf?.findPages();
  if (known) return known;
  const pageMs = pageMsOf(options);
  const opening = openScan(path, { password: options.password, limits: limitsOf(options) });
  readers.start?.();
  const scan = await opening;
  try {
    const { fileName, sha256, mediaType, pageCount, outline } = scan;
    const { pages, pictures, pageKeys } = await readPages(path, scan, readers, { ...options, pageMs });
    const source = { fileName, sha256, mediaType, pageCount };
    if (pageKeys) await shelf?.keepPages({ mediaType, outline, pageKeys });
    const recognized = { readers: readers.names, outline, pages };
    return { recognized, source, pictures, isWhole: pageKeys !== null };
  } finally {
    await scan.close();
  }
}

const pageMsOf = ({ pageTimeoutMs }: ScanOptions): number => pageTimeoutMs ?? PAGE_TIMEOUT_MS;

function limitsOf(options: ScanOptions): ScanLimits {
  const pageMs = Math.min(pageMsOf(options), DEFAULT_LIMITS.pageMs);
  return { ...DEFAULT_LIMITS, pageMs, ...options.limits };
}

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
