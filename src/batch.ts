import PQueue from "p-queue";
import { findInputs, type Input } from "./batch-inputs.ts";
import { type OutputOptions, writeBatch, writeRecord } from "./batch-outputs.ts";
import { type HesuanError, InterruptedError, MachineError, toHesuanError } from "./errors.ts";
import type { Outcome, PagePicture } from "./model/outcome.ts";
import type { AgreementRecord } from "./model/record.ts";
import { toOutputNames } from "./output-names.ts";

/** How to read a scan; `jobs` is also how many scans are open at a time. */
export interface ScanOptions {
  lang: "chi_sim" | "chi_tra";
  password?: string;
  pageTimeoutMs: number;
  jobs: number;
  onProgress?: (event: { pageNumber: number; pageCount: number; stage: "page-done" }) => void;
  signal?: AbortSignal;
  cacheDir?: string | null;
}

/** What a batch needs of `pipeline.ts`; tests put fakes in its place. */
export interface ScanPipeline<Readers extends { close(): Promise<void> }> {
  openReaders(options: Pick<ScanOptions, "lang" | "jobs">): Promise<Readers>;
  processScan(
    path: string,
    readers: Readers,
    options: ScanOptions,
  ): Promise<{ record: AgreementRecord; pictures: PagePicture[] }>;
}

/** What happens while a batch runs. `scanCount` is known from the start. */
export type BatchEvent =
  | { event: "batch-started"; scanCount: number }
  | { event: "scan-started"; path: string }
  | { event: "page-done"; path: string; pageNumber: number; pageCount: number }
  | { event: "scan-done"; outcome: Outcome };

export interface BatchResult {
  /** One outcome an input, in the order of the inputs. */
  outcomes: Outcome[];
  /** Files that tell of the batch as a whole. */
  outputs: string[];
}

/**
 * Reads files, folders and globs with one pool of readers and writes every result as soon as it is there.
 * A scan that can't be read ends as a failed outcome; the others go on. A machine that lacks something
 * (MachineError) ends the batch; what was finished before stays written.
 */
export async function readBatch<Readers extends { close(): Promise<void> }>(
  paths: readonly string[],
  pipeline: ScanPipeline<Readers>,
  scanOptions: ScanOptions,
  outputOptions: OutputOptions,
  onEvent: (event: BatchEvent) => void,
): Promise<BatchResult> {
  const inputs = await findInputs(paths);
  const names = toOutputNames(inputs.map((input) => input.path));
  onEvent({ event: "batch-started", scanCount: inputs.length });
  const outcomes = inputs.some((input) => input.kind === "scan")
    ? await withReaders(pipeline, scanOptions, (readers) =>
        readInputs(inputs, names, { pipeline, readers, scanOptions, outputOptions, onEvent }),
      )
    : inputs.map((input) => reported(failure(input), onEvent));
  return { outcomes, outputs: await writeBatch(outcomes, outputOptions) };
}

interface Run<Readers extends { close(): Promise<void> }> {
  pipeline: ScanPipeline<Readers>;
  readers: Readers;
  scanOptions: ScanOptions;
  outputOptions: OutputOptions;
  onEvent: (event: BatchEvent) => void;
}

async function withReaders<Readers extends { close(): Promise<void> }>(
  pipeline: ScanPipeline<Readers>,
  { lang, jobs }: ScanOptions,
  use: (readers: Readers) => Promise<Outcome[]>,
): Promise<Outcome[]> {
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
): Promise<Outcome[]> {
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
        return reported(outcome, run.onEvent);
      }),
    ),
  );
  if (lacking !== null) throw lacking;
  return outcomes;
}

async function readInput<Readers extends { close(): Promise<void> }>(
  path: string,
  name: string,
  { pipeline, readers, scanOptions, outputOptions, onEvent }: Run<Readers>,
): Promise<Outcome> {
  const startedMs = performance.now();
  const failed = (error: HesuanError): Outcome => {
    return { kind: "failed", path, error, elapsedMs: performance.now() - startedMs };
  };
  if (scanOptions.signal?.aborted) return failed(new InterruptedError());
  onEvent({ event: "scan-started", path });
  try {
    const { record, pictures } = await pipeline.processScan(path, readers, {
      ...scanOptions,
      onProgress: ({ pageNumber, pageCount }) => onEvent({ event: "page-done", path, pageNumber, pageCount }),
    });
    const outputs = await writeRecord(record, pictures, name, outputOptions);
    return { kind: "read", path, record, outputs, elapsedMs: performance.now() - startedMs };
  } catch (error) {
    const known = toHesuanError(error);
    // An abort surfaces as whatever the stage at work throws; a lacking machine stays what it is.
    return failed(
      scanOptions.signal?.aborted && !(known instanceof MachineError) ? new InterruptedError() : known,
    );
  }
}

function failure(input: Input): Outcome {
  if (input.kind === "scan") throw new TypeError("a scan has no failure yet");
  return { kind: "failed", path: input.path, error: input.error, elapsedMs: 0 };
}

function reported(outcome: Outcome, onEvent: (event: BatchEvent) => void): Outcome {
  onEvent({ event: "scan-done", outcome });
  return outcome;
}
