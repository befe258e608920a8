#!/usr/bin/env node
import { realpathSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { readBatch, type ScanPipeline } from "./batch.ts";
import { writeBatch, writeRecord } from "./batch-outputs.ts";
import { readRecord } from "./check-records.ts";
import { type Command, readArguments } from "./cli-arguments.ts";
import { HELP } from "./cli-help.ts";
import { openProgress } from "./cli-progress.ts";
import { failureToText, recordToText, resultToText } from "./cli-summary.ts";
import { type Paint, toPaint } from "./cli-terminal.ts";
import { examineMachine } from "./doctor.ts";
import { batchToManifest } from "./emit/batch-to-manifest.ts";
import { batchJsonSchema, recordJsonSchema, schemaToJson } from "./emit/json-schemas.ts";
import { type Language, say } from "./emit/language.ts";
import { errnoOf, type HesuanError, InternalError, InterruptedError, toHesuanError } from "./errors.ts";
import type { Outcome } from "./model/outcome.ts";
import type { AgreementRecord } from "./model/record.ts";
import { toOutputNames } from "./output-names.ts";
import { VERSION } from "./version.ts";

/** What a run stands on; tests give their own. */
export interface Surroundings {
  stdout: (text: string) => void;
  stderr: (text: string) => void;
  /** True where stderr is a terminal that a bar can be drawn on. */
  isTerminal: boolean;
  columns: number;
  env: { LC_ALL?: string; LC_MESSAGES?: string; LANG?: string; NO_COLOR?: string };
  signal: AbortSignal;
  openPipeline: () => Promise<Pipeline>;
}

export interface Pipeline extends ScanPipeline<{ close(): Promise<void> }> {
  recheckRecord(record: AgreementRecord): AgreementRecord;
}

/** Runs one command line (without node and script) and answers the exit code; it never throws. */
export async function run(argv: readonly string[], around: Surroundings): Promise<number> {
  const speech: Speech = {
    language: languageOf(around.env),
    paint: toPaint(around.isTerminal && !around.env.NO_COLOR),
  };
  try {
    const command = readArguments(argv);
    speech.language = command.common.language ?? speech.language;
    return await obey(command, around, speech);
  } catch (thrown) {
    const error = toHesuanError(thrown);
    around.stderr(`${failureToText(error, null, speech.language, speech.paint)}\n${traceOf(error)}`);
    return error.exitCode;
  }
}

interface Speech {
  language: Language;
  paint: Paint;
}

/** Chinese unless the surroundings plainly ask for another language. */
function languageOf(env: Surroundings["env"]): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return locale === "" || /^(zh|C\b|POSIX)/i.test(locale) ? "zh" : "en";
}

async function obey(command: Command, around: Surroundings, speech: Speech): Promise<number> {
  switch (command.name) {
    case "help":
      around.stdout(say(HELP, speech.language));
      return 0;
    case "version":
      around.stdout(`${VERSION}\n`);
      return 0;
    case "schema":
      around.stdout(schemaToJson(command.schema === "batch" ? batchJsonSchema() : recordJsonSchema()));
      return 0;
    case "rules":
      return await listRules(around, speech);
    case "doctor":
      return await doctor(around, speech);
    case "read":
      return await read(command, around, speech);
    case "check":
      return await check(command, around, speech);
  }
}

async function read(
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
  const { output: folder, formats, lang, password, pageTimeoutMs, jobs } = options;
  try {
    const result = await readBatch(
      paths,
      await around.openPipeline(),
      {
        lang,
        pageTimeoutMs,
        jobs: jobs ?? availableParallelism(),
        signal: around.signal,
        ...(password === null ? {} : { password }),
        ...(options.fresh ? { cacheDir: null } : {}),
      },
      { folder, formats, language },
      progress.onEvent,
    );
    progress.finish();
    if (!common.json) around.stderr(result.outcomes.map(traceOfOutcome).join(""));
    if (common.json) around.stdout(manifestText(result.outcomes, folder));
    else if (!common.quiet) around.stdout(resultToText(result, language, paint));
    return exitCodeOf(result.outcomes);
  } finally {
    progress.finish();
  }
}

/** Judges records again; with an output folder the judged records are written there. */
async function check(
  { common, paths, output, formats }: Extract<Command, { name: "check" }>,
  around: Surroundings,
  { language, paint }: Speech,
): Promise<number> {
  const { recheckRecord } = await around.openPipeline();
  const names = toOutputNames(paths);
  const outcomes: Outcome[] = [];
  for (const [at, path] of paths.entries()) {
    const startedMs = performance.now();
    try {
      const record = recheckRecord(await readRecord(path));
      const outputs =
        output === null
          ? []
          : await writeRecord(record, [], names[at], { folder: output, formats, language });
      outcomes.push({ kind: "read", path, record, outputs, elapsedMs: performance.now() - startedMs });
      if (!common.json && !common.quiet) {
        around.stdout(`\n${recordToText(record, path, Number.POSITIVE_INFINITY, language, paint)}\n`);
      }
    } catch (thrown) {
      const error = toHesuanError(thrown);
      if (error.exitCode !== 3) throw error;
      outcomes.push({ kind: "failed", path, error, elapsedMs: performance.now() - startedMs });
      around.stderr(`${failureToText(error, path, language, paint)}\n`);
    }
  }
  if (output !== null) await writeBatch(outcomes, { folder: output, formats, language });
  if (common.json) around.stdout(manifestText(outcomes, output ?? "."));
  return exitCodeOf(outcomes);
}

async function listRules(around: Surroundings, { language, paint }: Speech): Promise<number> {
  const { rules } = await import("./check/index.ts");
  for (const rule of rules) {
    around.stdout(`${paint(rule.id, "bold")}\n  ${say(rule.clause, language)}\n`);
  }
  return 0;
}

async function doctor(around: Surroundings, { language, paint }: Speech): Promise<number> {
  const diagnoses = await examineMachine(process.versions.node);
  for (const { name, ok, needed, detail } of diagnoses) {
    const mark = ok ? paint("✓", "green") : needed ? paint("✗", "red") : paint("–", "dim");
    around.stdout(`${mark} ${say(name, language)}  ${paint(detail, "dim")}\n`);
  }
  return diagnoses.every(({ ok, needed }) => ok || !needed) ? 0 : 4;
}

function manifestText(outcomes: readonly Outcome[], folder: string): string {
  const manifest = batchToManifest(outcomes, folder, { name: "hesuan", version: VERSION });
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Where a bug of ours came from, for its report; empty for expected failures. */
function traceOf(error: HesuanError): string {
  return error instanceof InternalError && error.cause instanceof Error ? `${error.cause.stack}\n` : "";
}

function traceOfOutcome(outcome: Outcome): string {
  return outcome.kind === "failed" ? traceOf(outcome.error) : "";
}

/** The gravest outcome decides: a stop, then a bug of ours, then an input that failed, then anything not clean. */
function exitCodeOf(outcomes: readonly Outcome[]): number {
  const codes = outcomes.map((outcome) =>
    outcome.kind === "failed" ? outcome.error.exitCode : Number(outcome.record.status !== "clean"),
  );
  return [new InterruptedError().exitCode, 70, 4, 3, 1].find((code) => codes.includes(code)) ?? 0;
}

async function main(): Promise<void> {
  const stop = new AbortController();
  // The first Ctrl-C lets finished scans be written; the second ends the process where it stands.
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  // A reader that has seen enough (hesuan schema | head) closes the pipe; that is no failure.
  process.stdout.on("error", (error) => {
    if (errnoOf(error) !== "EPIPE") throw error;
  });
  process.exitCode = await run(process.argv.slice(2), {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    columns: process.stderr.columns ?? 80,
    env: process.env,
    signal: stop.signal,
    openPipeline: () => import("./pipeline.ts"),
  });
}

function isMain(): boolean {
  const script = process.argv[1];
  return script !== undefined && realpathSync(script) === realpathSync(fileURLToPath(import.meta.url));
}

if (isMain()) await main();
