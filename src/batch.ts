import path from "node:path";
import PQueue from "p-queue";
import { findCorrected } from "./batch-corrections.ts";
import { findInputs, type Input } from "./batch-inputs.ts";
import { type OutputOptions, removeDrafts, writeBatch, writeRecord } from "./batch-outputs.ts";
import type { Cache } from "./cache.ts";
import { outcomeToManifestScan } from "./emit/batch-to-manifest.ts";
import {
  type HesuanError,
  InterruptedError,
  MachineError,
  toHesuanError,
  UnreadableInputError,
} from "./errors.ts";
import type { Outcome, ReadOutcome, Settled } from "./model/outcome.ts";
import type { PagePictures } from "./model/picture.ts";
import type { AgreementRecord } from "./model/record.ts";
import { toOutputNames } from "./output-names.ts";
import { openSpool, type RecordSpool } from "./record-spool.ts";
import type { ScanLimits } from "./scan/limits.ts";

/** How to read a scan; `jobs` is also how many scans are open at a time. */
export interface ScanOptions {
  lang: "chi_sim" | "chi_tra";
  /** Tried in turn on an encrypted PDF. */
  passwords?: readonly string[];
  pageTimeoutMs: number;
  /** Limits other than the usual ones. */
  limits?: Partial<ScanLimits>;
  jobs: number;
  onProgress?: (event: { pageNumber: number; pageCount: number; stage: "page-done" }) => void;
  signal?: AbortSignal;
  cache?: Cache | null;
}

/** What a batch needs of `pipeline.ts`; tests put fakes in its place. */
export interface ScanPipeline<Readers extends { close(): Promise<void> }> {
  openReaders(options: Pick<ScanOptions, "lang" | "jobs">): Promise<Readers>;
  processScan(
    path: string,
    readers: Readers,
    options: ScanOptions & { password?: string },
  ): Promise<{ record: AgreementRecord; pictures: PagePictures }>;
  /** Judges a record again, as it must be after a person corrected it. */
  recheckRecord(record: AgreementRecord): AgreementRecord | Promise<AgreementRecord>;
}

/** What happens while a batch runs. `scanCount` is known from the start. */
export type BatchEvent =
  | { event: "batch-started"; scanCount: number }
  | { event: "scan-started"; path: string }
  | { event: "page-done"; path: string; pageNumber: number; pageCount: number }
  | { event: "scan-done"; outcome: Outcome };

export interface BatchResult {
  /** One outcome an input, in the order of the inputs. */
  outcomes: Settled[];
  /** The first of those that need a look, with their records; the only one, whatever it came to. */
  shown: ReadOutcome[];
  /** Files that tell of the batch as a whole. */
  outputs: string[];
}

/**
 * Reads files, folders and globs with one pool of readers and writes every result as soon as it is there.
 * A scan that can't be read ends as a failed outcome; the others go on. A machine that lacks something
 * (MachineError) ends the batch; what was finished before stays written. A record in the output folder that a
 * person corrected stands for its scan and is judged again. A `part` of a larger batch brings the names of its outputs; what tells of the batch as a whole is left to the caller.
 */
export async function readBatch<Readers extends { close(): Promise<void> }>(
  paths: readonly string[],
  pipeline: ScanPipeline<Readers>,
  scanOptions: ScanOptions,
  outputOptions: OutputOptions,
  onEvent: (event: BatchEvent) => void,
  part: { names: readonly string[] } | null = null,
): Promise<BatchResult> {
  const inputs = await findInputs(paths);
  const names = part?.names ?? toOutputNames(inputs.map((input) => input.path));
  onEvent({ event: "batch-started", scanCount: inputs.length });
  await removeDrafts(outputOptions.folder, new Date());
  const spool = await openSpool();
  try {
    const outcomes = inputs.some((input) => input.kind === "scan")
      ? await withReaders(pipeline, scanOptions, (readers) =>
          readInputs(inputs, names, { pipeline, readers, scanOptions, outputOptions, onEvent, spool }),
        )
      : inputs.map((input) => settle(failure(input), outputOptions.folder, onEvent));
    if (part) return { outcomes, shown: [], outputs: [] };
    return await finishBatch(outcomes, spool, outputOptions, scanOptions.cache ?? null);
  } finally {
    await spool.close();
  }
}

/** In a terminal's summary, more scans than these are left to the reports. */
const SCANS_SHOWN = 20;

async function finishBatch(
  outcomes: Settled[],
  spool: RecordSpool,
  outputOptions: OutputOptions,
  cache: Cache | null,
): Promise<BatchResult> {
  const scans = outcomes.map(({ scan }) => scan);
  const shown: ReadOutcome[] = [];
  for await (const { at, record } of spool.entries()) {
    const outcome = outcomes[at];
    if (shown.length >= SCANS_SHOWN) break;
    if (outcome.kind === "failed" || (record.status === "clean" && outcomes.length > 1)) continue;
    const { path, outputs, scan } = outcome;
    shown.push({ kind: "read", path, record, outputs, elapsedMs: scan.elapsedMs });
  }
  return { outcomes, shown, outputs: await writeBatch(scans, spool, outputOptions, cache) };
}

interface Run<Readers extends { close(): Promise<void> }> {
  pipeline: ScanPipeline<Readers>;
  readers: Readers;
  scanOptions: ScanOptions;
  outputOptions: OutputOptions;
  onEvent: (event: BatchEvent) => void;
  spool: RecordSpool;
}

async function withReaders<Readers extends { close(): Promise<void> }>(
  pipeline: ScanPipeline<Readers>,
  { lang, jobs }: ScanOptions,
  use: (readers: Readers) => Promise<Settled[]>,
): Promise<Settled[]> {
  const readers = await pipeline.openReaders({ lang, jobs });
  try {
    return await use(readers);
  } finally {
    await readers.close();
  }
}

async function readInputs<Readers extends { close(): Promise<void> }>(
  inputs: readonly Input[],
  names: readonly string[],
  run: Run<Readers>,
): Promise<Settled[]> {
  const queue = new PQueue({ concurrency: run.scanOptions.jobs });
  const stop = new AbortController();
  const outside = run.scanOptions.signal;
  const signal = outside === undefined ? stop.signal : AbortSignal.any([outside, stop.signal]);
  const ready = { ...run, scanOptions: { ...run.scanOptions, signal } };
  let lacking: MachineError | null = null;
  const outcomes = await Promise.all(
    inputs.map((input, at) =>
      queue.add(async () => {
        const outcome =
          input.kind === "failed" ? failure(input) : await readInput(input.path, names[at], ready);
        if (outcome.kind === "failed" && outcome.error instanceof MachineError && lacking === null) {
          lacking = outcome.error;
          stop.abort();
        }
        if (outcome.kind === "read") await run.spool.keep(at, outcome.record);
        // What the machine lacks is told once, by the error that ends the batch.
        const tell = lacking !== null && outcome.kind === "failed" ? () => undefined : run.onEvent;
        return settle(outcome, run.outputOptions.folder, tell);
      }),
    ),
  );
  if (lacking !== null) throw lacking;
  return outcomes;
}

async function readInput<Readers extends { close(): Promise<void> }>(
  file: string,
  name: string,
  { pipeline, readers, scanOptions, outputOptions, onEvent }: Run<Readers>,
): Promise<Outcome> {
  const startedMs = performance.now();
  const failed = (error: HesuanError): Outcome => {
    return { kind: "failed", path: file, error, elapsedMs: performance.now() - startedMs };
  };
  if (scanOptions.signal?.aborted) return failed(new InterruptedError());
  onEvent({ event: "scan-started", path: file });
  try {
    const { record: read, pictures } = await withPasswords(scanOptions.passwords ?? [], (password) =>
      pipeline.processScan(file, readers, {
        ...scanOptions,
        ...(password === null ? {} : { password }),
        onProgress: ({ pageNumber, pageCount }) =>
          onEvent({ event: "page-done", path: file, pageNumber, pageCount }),
      }),
    );
    const recordFile = path.join(outputOptions.folder, `${name}.json`);
    const corrected = await findCorrected(recordFile, read.source, file);
    const record = corrected === null ? read : await pipeline.recheckRecord(corrected);
    const outputs = await writeRecord(record, pictures, name, outputOptions, scanOptions.cache);
    return { kind: "read", path: file, record, outputs, elapsedMs: performance.now() - startedMs };
  } catch (error) {
    const known = toHesuanError(error);
    // An abort surfaces as whatever the stage at work throws; a lacking machine stays what it is.
    return failed(
      scanOptions.signal?.aborted && !(known instanceof MachineError) ? new InterruptedError() : known,
    );
  }
}

/** Without a password first: most scans need none. */
async function withPasswords<T>(
  passwords: readonly string[],
  read: (password: string | null) => Promise<T>,
): Promise<T> {
  const [last, ...before] = [null, ...passwords].reverse();
  for (const password of before.reverse()) {
    try {
      return await read(password);
    } catch (error) {
      if (!isAboutPassword(error)) throw error;
    }
  }
  return await read(last);
}

function isAboutPassword(error: unknown): boolean {
  return (
    error instanceof UnreadableInputError &&
    (error.code === "password-needed" || error.code === "wrong-password")
  );
}

function failure(input: Input): Outcome {
  if (input.kind === "scan") throw new TypeError("a scan has no failure yet");
  return { kind: "failed", path: input.path, error: input.error, elapsedMs: 0 };
}

/** Tells of an outcome and keeps what the end needs of it; the record itself is let go. */
export function settle(outcome: Outcome, folder: string, onEvent: (event: BatchEvent) => void): Settled {
  onEvent({ event: "scan-done", outcome });
  const scan = outcomeToManifestScan(outcome, folder);
  return outcome.kind === "read"
    ? { kind: "read", path: outcome.path, scan, outputs: outcome.outputs }
    : { kind: "failed", path: outcome.path, scan, error: outcome.error };
}
