#!/usr/bin/env node
import { realpathSync } from "node:fs";
import { homedir } from "node:os";
import { fileURLToPath } from "node:url";
import { cacheFolderOf } from "./cache-folder.ts";
import { type Command, type CommonOptions, findLanguage, readArguments } from "./cli-arguments.ts";
import { runSparingly } from "./cli-engine.ts";
import { HELP } from "./cli-help.ts";
import { read, watch } from "./cli-read.ts";
import { failureToText } from "./cli-summary.ts";
import { type Speech, type Surroundings, traceOf } from "./cli-surroundings.ts";
import { printable, toPaint } from "./cli-terminal.ts";
import { type Language, say } from "./emit/language.ts";
import { both } from "./emit/words.ts";
import { errnoOf, type HesuanError, toHesuanError, UnreadableInputError } from "./errors.ts";
import { VERSION } from "./version.ts";

export type { Surroundings } from "./cli-surroundings.ts";

/** Runs one command line (without node and script) and answers the exit code; it never throws. */
export async function run(argv: readonly string[], around: Surroundings): Promise<number> {
  const speech: Speech = {
    language: findLanguage(argv) ?? languageOf(around.env),
    paint: toPaint(around.isTerminal && !around.env.NO_COLOR),
  };
  try {
    const command = readArguments(argv);
    speech.language = command.common.language ?? speech.language;
    return await obey(command, around, speech);
  } catch (thrown) {
    const error = toHesuanError(thrown);
    if (argv.includes("--json")) {
      around.stderr(`${JSON.stringify(stopToJson(error))}\n`);
      return error.exitCode;
    }
    const path = error instanceof UnreadableInputError ? error.path : null;
    around.stderr(`${failureToText(error, path, speech.language, speech.paint)}\n${traceOf(error)}`);
    return error.exitCode;
  }
}

/** What ended a run, for the program that follows it. */
function stopToJson(error: HesuanError): object {
  const { code, explanation, remedy, exitCode } = error;
  const trace = traceOf(error);
  const told = { event: "stopped", exitCode, error: { code, message: explanation, remedy } };
  return trace === "" ? told : { ...told, trace };
}

/** Chinese unless the surroundings plainly ask for another language. */
function languageOf(env: Surroundings["env"]): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return locale === "" || /^(zh|C\b|POSIX)/i.test(locale) ? "zh" : "en";
}

// What one command alone needs is loaded with it: reading starts the engines sooner.
async function obey(command: Command, around: Surroundings, speech: Speech): Promise<number> {
  switch (command.name) {
    case "help":
      around.stdout(say(HELP, speech.language));
      return 0;
    case "version":
      around.stdout(`${VERSION}\n`);
      return 0;
    case "schema":
      return await printSchema(command.schema, around);
    case "rules":
      return await listRules(around, speech);
    case "doctor":
      return await doctor(command.common, around, speech);
    case "read":
      return await read(command, around, speech);
    case "watch":
      return await watch(command, around, speech);
    case "check":
      return await (await import("./cli-check.ts")).check(command, around, speech);
    case "cache":
      return await (await import("./cli-cache.ts")).cache(command, around, speech);
  }
}

async function printSchema(
  name: Extract<Command, { name: "schema" }>["schema"],
  around: Surroundings,
): Promise<number> {
  const { batchJsonSchema, recordJsonSchema, schemaToJson } = await import("./emit/json-schemas.ts");
  around.stdout(schemaToJson(name === "batch" ? batchJsonSchema() : recordJsonSchema()));
  return 0;
}

async function listRules(around: Surroundings, { language, paint }: Speech): Promise<number> {
  const { rules } = await import("./check/index.ts");
  for (const rule of rules) {
    around.stdout(`${paint(rule.id, "bold")}\n  ${say(rule.clause, language)}\n`);
  }
  return 0;
}

async function doctor(
  common: CommonOptions,
  around: Surroundings,
  { language, paint }: Speech,
): Promise<number> {
  const { examineMachine } = await import("./doctor.ts");
  const diagnoses = await examineMachine(process.versions.node, around.cacheFolder);
  const lacking = diagnoses.filter(({ ok, needed }) => needed && !ok).length;
  if (common.json) around.stdout(`${JSON.stringify({ ok: lacking === 0, diagnoses }, null, 2)}\n`);
  else {
    for (const { name, ok, needed, detail } of diagnoses) {
      const mark = ok ? paint("✓", "green") : needed ? paint("✗", "red") : paint("–", "dim");
      around.stdout(`${mark} ${say(name, language)}  ${paint(printable(detail), "dim")}\n`);
    }
    const verdict =
      lacking === 0
        ? both("本机可以运行 hesuan", "this machine can run hesuan")
        : both(
            `缺少 ${lacking} 项，hesuan 无法运行`,
            `${lacking} of these must be put right before hesuan runs`,
          );
    around.stdout(`\n${paint(say(verdict, language), lacking === 0 ? "green" : "red")}\n`);
  }
  return lacking === 0 ? 0 : 4;
}

async function main(): Promise<void> {
  runSparingly();
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
    cacheFolder: cacheFolderOf({ platform: process.platform, env: process.env, home: homedir() }),
    signal: stop.signal,
    openPipeline: () => import("./pipeline.ts"),
  });
  // What a stopped run left behind, such as the time allowed a line, would keep the process waiting for nothing.
  if (stop.signal.aborted) process.stdout.write("", () => process.exit());
}

function isMain(): boolean {
  const script = process.argv[1];
  return script !== undefined && realpathSync(script) === realpathSync(fileURLToPath(import.meta.url));
}

if (isMain()) await main();
