import type { Cache } from "./cache.ts";
import type { AgreementRecord } from "./model/record.ts";
import { openPaddle } from "./recognize/readers/paddle-reader.ts";
import type { Readers } from "./recognize/readers/reader.ts";
import { type Language, openTesseract, threadsBesideNetwork } from "./recognize/readers/tesseract-reader.ts";
import { DEFAULT_LIMITS, type ScanLimits } from "./scan/limits.ts";
import { openScan } from "./scan/open-scan.ts";
import {
  openShelf,
  type ProcessedScan,
  type RecognizedFile,
  type ScanShelf,
  withSubstitute,
} from "./scan-shelf.ts";

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
  const { recognizedToRecord } = await pureHalf();
  const record = recognizedToRecord(recognized, source);
  if (isWhole) await shelf?.keepRecord(record);
  return { record, pictures };
}

/** The other half, from what was recognized to a record, and its judging again: loaded while the engines start. */
const pureHalf = (): Promise<typeof import("./recognized-to-record.ts")> =>
  import("./recognized-to-record.ts");

/** Judges a record's contents again, as after a correction; nothing is read. */
export async function recheckRecord(record: AgreementRecord): Promise<AgreementRecord> {
  return (await pureHalf()).recheckRecord(record);
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
  // The readers start once the file is known for a scan; for what is none they needn't. What looks at pages, and what
  // understands them, is loaded while they and the file's process start.
  const onScan = (): void => {
    readers.start?.();
    // What keeps it from loading is told where it is wanted.
    void import("./read-pages.ts").then(pureHalf).catch(() => undefined);
  };
  const scan = await openScan(path, { password: options.password, limits: limitsOf(options), onScan });
  try {
    const { readPages } = await import("./read-pages.ts");
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
