import { availableParallelism } from "node:os";
import PQueue from "p-queue";
import type { Cache } from "./cache.ts";
import { pageKeyOf } from "./cache-key.ts";
import { HesuanError, MachineError, UnreadableInputError } from "./errors.ts";
import type { Problem } from "./model/finding.ts";
import type { OpenScan, PagePicture, PagePictures } from "./model/picture.ts";
import type { RecognizedPage } from "./model/recognized.ts";
import { PageTimeoutError, withDeadline } from "./read-deadline.ts";
import { pageToPicture } from "./recognize/page-to-picture.ts";
import type { Readers } from "./recognize/readers/reader.ts";
import { recognizePage } from "./recognize/recognize-page.ts";
import { findPicture } from "./scan-shelf.ts";

/** A page as it is kept in the cache. */
export interface KnownPage {
  page: RecognizedPage;
  picture: PagePicture;
}

export interface PageOptions {
  pageMs: number;
  cache?: Cache | null;
  onProgress?: (event: { pageNumber: number; pageCount: number; stage: "page-done" }) => void;
  signal?: AbortSignal;
}

/** Pages of one scan in flight at once: the next ones are drawn and laid out while this one is read. */
const PAGES_AT_ONCE = 4;

/** Pages in flight of all scans that share readers: more than there are processors only take memory. */
const PAGES_IN_ALL = Math.max(PAGES_AT_ONCE, availableParallelism());
const gates = new WeakMap<Readers, PQueue>();

/** A scan with more pages than this that take too long is given up: each of them costs its whole time. */
const TIMEOUTS_A_SCAN = 3;

/**
 * Reads every page of a scan; finished pages come from the cache. A page that fails is tried once more,
 * then stands empty with a problem. `pageKeys` is null when a page failed, so that the next run tries it again.
 * Throws what the first page threw when none could be read, and MachineError at once.
 */
export async function readPages(
  path: string,
  scan: OpenScan,
  readers: Readers,
  options: PageOptions,
): Promise<{ pages: RecognizedPage[]; pictures: PagePictures; pageKeys: string[] | null }> {
  const read: PageResult[] = [];
  const failures: unknown[] = [];
  const gate = gates.get(readers) ?? new PQueue({ concurrency: PAGES_IN_ALL });
  gates.set(readers, gate);
  let timeouts = 0;
  let next = 1;
  const work = async (): Promise<void> => {
    while (next <= scan.pageCount) {
      options.signal?.throwIfAborted();
      const pageNumber = next++;
      const result = await gate.add(() => readPage(scan, pageNumber, readers, options));
      if (result.failure !== null) {
        failures.push(result.failure);
        if (isTimeout(result.failure)) timeouts++;
        if (timeouts > TIMEOUTS_A_SCAN)
          throw new UnreadableInputError("timed-out", path, null, { pageNumber });
      }
      read[pageNumber - 1] = result;
      options.onProgress?.({ pageNumber, pageCount: scan.pageCount, stage: "page-done" });
    }
  };
  await Promise.all(Array.from({ length: PAGES_AT_ONCE }, work));
  if (failures.length === scan.pageCount) throw asInputError(failures[0], path);
  return {
    pages: read.map(({ page }) => page),
    pictures: {
      pageNumbers: read.map(({ page }) => page.pageNumber),
      async find(pageNumber) {
        const { picture, key } = read[pageNumber - 1];
        return picture ?? (await findPicture(options.cache ?? null, key));
      },
    },
    pageKeys: failures.length > 0 ? null : read.map(({ key }) => key),
  };
}

/** `picture` is null where the cache holds it: hundreds of pages' pictures would fill the memory. */
interface PageResult {
  page: RecognizedPage;
  picture: PagePicture | null;
  key: string;
  failure: unknown;
}

const TRIES = 2;

async function readPage(
  scan: OpenScan,
  pageNumber: number,
  readers: Readers,
  options: PageOptions,
): Promise<PageResult> {
  let failure: unknown = null;
  for (let tries = 0; tries < TRIES; tries++) {
    options.signal?.throwIfAborted();
    try {
      return await readPageOnce(scan, pageNumber, readers, options);
    } catch (error) {
      if (error instanceof MachineError || options.signal?.aborted) throw error;
      failure = error;
      // A second try would take as long again.
      if (isTimeout(error)) break;
    }
  }
  return { ...(await emptyPage(pageNumber, failure)), key: "", failure };
}

async function readPageOnce(
  scan: OpenScan,
  pageNumber: number,
  readers: Readers,
  { pageMs, cache, signal }: PageOptions,
): Promise<PageResult> {
  const scanned = await scan.readPage(pageNumber);
  const key = cache ? pageKeyOf(scanned, readers.names) : "";
  const known = cache ? ((await cache.find(key)) as KnownPage | null) : null;
  if (known) return { page: known.page, picture: null, key, failure: null };
  const { page, grey } = await withDeadline(readers, pageMs, signal, (timed) =>
    recognizePage(scanned, timed),
  );
  const picture = await pageToPicture(pageNumber, grey);
  const isKept = (await cache?.keep(key, { page, picture })) ?? false;
  return { page, picture: isKept ? null : picture, key, failure: null };
}

function isTimeout(error: unknown): boolean {
  return (
    error instanceof PageTimeoutError || (error instanceof UnreadableInputError && error.code === "timed-out")
  );
}

function asInputError(failure: unknown, path: string): unknown {
  return failure instanceof PageTimeoutError
    ? new UnreadableInputError("timed-out", path, null, { cause: failure })
    : failure;
}

/** An A4 sheet at 100 dpi, to stand for a page of which nothing is known. */
const EMPTY = { widthPx: 827, heightPx: 1169, dpi: 100 } as const;

async function emptyPage(pageNumber: number, failure: unknown): Promise<KnownPage> {
  const { widthPx, heightPx } = EMPTY;
  const page: RecognizedPage = {
    pageNumber,
    ...EMPTY,
    turnedDeg: 0,
    skewDeg: 0,
    textSource: "ocr",
    blocks: [],
    seals: [],
    problems: [problemOf(pageNumber, failure)],
  };
  const grey = { widthPx, heightPx, data: new Uint8Array(widthPx * heightPx).fill(255) };
  return { page, picture: await pageToPicture(pageNumber, grey) };
}

function problemOf(pageNumber: number, failure: unknown): Problem {
  const place = { pageNumber, box: null };
  if (isTimeout(failure)) {
    const message = {
      zh: "该页识读超时，内容缺失；可用 --timeout 放宽时限",
      en: "this page took too long and is missing; allow more with --timeout",
    };
    return { code: "page-timeout", ...place, message };
  }
  const why =
    failure instanceof HesuanError ? failure.explanation : { zh: String(failure), en: String(failure) };
  return {
    code: "unreadable-page",
    ...place,
    message: {
      zh: `该页无法识读，内容缺失：${why.zh}`,
      en: `this page can't be read and is missing: ${why.en}`,
    },
  };
}
