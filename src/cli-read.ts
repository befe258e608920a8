import { readFile, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { type BatchEvent, readBatch, type ScanOptions } from "./batch.ts";
import { openCache } from "./cache.ts";
import type { Command, ReadOptions } from "./cli-arguments.ts";
import { withSparingHeap } from "./cli-memory.ts";
import { openProgress } from "./cli-progress.ts";
import { failureToText, resultToText } from "./cli-summary.ts";
import { exitCodeOf, manifestText, type Speech, type Surroundings, tracesOf } from "./cli-surroundings.ts";
import { say } from "./emit/language.ts";
import { both } from "./emit/words.ts";
import { InterruptedError, UsageError } from "./errors.ts";
import type { Settled } from "./model/outcome.ts";

/** `hesuan read`: answers the exit code. */
export async function read(
  { common, paths, read: options }: Extract<Command, { name: "read" }>,
  around: Surroundings,
  { language, paint }: Speech,
): Promise<number> {
  const progress = openProgress({
    write: around.stderr,
    style: common.json ? "json" : common.quiet ? "failures" : around.isTerminal ? "bar" : "lines",
    columns: around.columns,
    language,
    paint,
    now: () => performance.now(),
  });
  try {
    const result = await readBatch(
      paths,
      await around.openPipeline(),
      await toScanOptions(options, around),
      { folder: options.output, formats: options.formats, language },
      withSparingHeap(progress.onEvent),
    );
    progress.finish();
    if (!common.json) {
      around.stderr(tracesOf(result.outcomes));
      const stop = result.outcomes.map(stopOf).find((error) => error !== null);
      if (stop) around.stderr(`${failureToText(stop, null, language, paint)}\n`);
    }
    if (common.json) around.stdout(manifestText(result.outcomes));
    else if (!common.quiet) around.stdout(resultToText(result, language, paint));
    return exitCodeOf(result.outcomes, options.strict);
  } finally {
    progress.finish();
  }
}

function stopOf(outcome: Settled): InterruptedError | null {
  return outcome.kind === "failed" && outcome.error instanceof InterruptedError ? outcome.error : null;
}

/** `hesuan watch`: reads what arrives until it is stopped. */
export async function watch(
  { common, inbox, read: options }: Extract<Command, { name: "watch" }>,
  around: Surroundings,
  { language, paint }: Speech,
): Promise<number> {
  await refuseFile(inbox);
  const { watchFolder } = await import("./watch.ts");
  const pipeline = await around.openPipeline();
  const scanOptions = await toScanOptions(options, around);
  if (!common.quiet && !common.json) {
    const line = both(
      `正在守候 ${inbox}，结果写入 ${options.output}；Ctrl-C 结束`,
      `watching ${inbox}, results go to ${options.output}; Ctrl-C ends it`,
    );
    around.stderr(`${say(line, language)}\n`);
  }
  const style = common.json ? "json" : common.quiet ? "failures" : "lines";
  const onEvent = (): ((event: BatchEvent) => void) => {
    const { onEvent } = openProgress({
      write: around.stderr,
      style,
      isEndless: true,
      columns: around.columns,
      language,
      paint,
      now: () => 0,
    });
    return withSparingHeap(onEvent);
  };
  const outputOptions = { folder: options.output, formats: options.formats, language };
  await watchFolder(inbox, pipeline, scanOptions, outputOptions, { onEvent, pollMs: WATCH_POLL_MS });
  return 0;
}

/** Where nothing is, the watch itself says so. */
async function refuseFile(inbox: string): Promise<void> {
  if (!(await stat(inbox).catch(() => null))?.isFile()) return;
  throw new UsageError(
    both(`“${inbox}”是文件，不是文件夹`, `"${inbox}" is a file, not a folder`),
    both(`要识读它：hesuan read ${inbox}`, `to read it: hesuan read ${inbox}`),
  );
}

const WATCH_POLL_MS = 2000;

async function toScanOptions(options: ReadOptions, around: Surroundings): Promise<ScanOptions> {
  const { lang, pageTimeoutMs, limits, jobs, password, passwordFile, fresh } = options;
  const cacheFolder = options.cacheFolder ?? around.cacheFolder;
  const passwords = [
    ...(password === null ? [] : [password]),
    ...(passwordFile === null ? [] : await readPasswords(passwordFile)),
  ];
  return {
    lang,
    pageTimeoutMs,
    limits,
    jobs: jobs ?? availableParallelism(),
    signal: around.signal,
    passwords,
    cache: cacheFolder === null ? null : openCache(cacheFolder, { fresh }),
  };
}

/** One password a line; blanks at an end may belong to it. */
async function readPasswords(file: string): Promise<string[]> {
  try {
    const text = await readFile(file, "utf8");
    return text
      .replace(/^\uFEFF/, "")
      .split(/\r?\n/)
      .filter((line) => line !== "");
  } catch {
    throw new UsageError(
      both(`无法读取密码文件“${file}”`, `the file of passwords "${file}" can't be read`),
      both("检查 --password-file 的路径", "check the path given with --password-file"),
    );
  }
}
