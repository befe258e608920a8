import { parseArgs } from "node:util";
import { FORMATS, type Format } from "./batch-outputs.ts";
import type { Language } from "./emit/language.ts";
import { UsageError } from "./errors.ts";

export type SchemaName = "record" | "batch";

/** What the user asked for, checked. Paths are as given. */
export type Command =
  | { name: "help" | "version" | "doctor" | "rules"; common: CommonOptions }
  | { name: "schema"; schema: SchemaName; common: CommonOptions }
  | { name: "read"; paths: string[]; common: CommonOptions; read: ReadOptions }
  | { name: "check"; paths: string[]; common: CommonOptions; output: string | null; formats: Format[] };

export interface CommonOptions {
  /** Null leaves the choice to the surroundings. */
  language: Language | null;
  quiet: boolean;
  json: boolean;
}

export interface ReadOptions {
  output: string;
  formats: Format[];
  jobs: number | null;
  password: string | null;
  lang: "chi_sim" | "chi_tra";
  pageTimeoutMs: number;
  fresh: boolean;
}

const COMMAND_NAMES = ["read", "check", "schema", "doctor", "rules"] as const;
const PAGE_TIMEOUT_SECONDS = 120;

/** A command line (without node and script) as a command; throws UsageError. */
export function readArguments(argv: readonly string[]): Command {
  const { values, positionals } = parse(argv);
  const common: CommonOptions = {
    language: oneOf(values.messages, ["zh", "en"], "--messages"),
    quiet: values.quiet ?? false,
    json: values.json ?? false,
  };
  if (values.version) return { name: "version", common };
  const [name, ...operands] = positionals;
  if (values.help || name === "help") return { name: "help", common };
  switch (name) {
    case "read":
      return { name, common, paths: atLeastOne(operands, name), read: toReadOptions(values) };
    case "check": {
      const formats = toFormats(values.format ?? "json");
      return { name, common, paths: atLeastOne(operands, name), output: values.output ?? null, formats };
    }
    case "schema":
      return { name, common, schema: oneOf(operands[0], ["record", "batch"], "schema") ?? "record" };
    case "doctor":
    case "rules":
      return { name, common };
    default:
      throw unknownCommand(name);
  }
}

type Values = ReturnType<typeof parse>["values"];

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        output: { type: "string", short: "o" },
        format: { type: "string", short: "f" },
        jobs: { type: "string", short: "j" },
        password: { type: "string" },
        lang: { type: "string" },
        messages: { type: "string" },
        timeout: { type: "string" },
        fresh: { type: "boolean" },
        quiet: { type: "boolean", short: "q" },
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean", short: "v" },
      },
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new UsageError({ zh: `无法理解命令行：${detail}`, en: detail });
  }
}

function toReadOptions(values: Values): ReadOptions {
  return {
    output: values.output ?? "output",
    formats: toFormats(values.format ?? "json,html"),
    jobs: values.jobs === undefined ? null : toCount(values.jobs, "--jobs"),
    password: values.password ?? null,
    lang: oneOf(values.lang, ["chi_sim", "chi_tra"], "--lang") ?? "chi_sim",
    pageTimeoutMs: 1000 * toCount(values.timeout ?? String(PAGE_TIMEOUT_SECONDS), "--timeout"),
    fresh: values.fresh ?? false,
  };
}

function toFormats(list: string): Format[] {
  const names = list.split(",").map((name) => name.trim().toLowerCase());
  return [...new Set(names)].map((name) => {
    const format = FORMATS.find((known) => known === name);
    if (format === undefined) throw wrongValue("--format", name, FORMATS);
    return format;
  });
}

function toCount(text: string, option: string): number {
  const count = Number(text);
  if (/^\d{1,6}$/.test(text) && count >= 1) return count;
  throw new UsageError({
    zh: `${option} 应为正整数，而不是“${text}”`,
    en: `${option} takes a whole number from 1, not "${text}"`,
  });
}

function oneOf<Choice extends string>(
  given: string | undefined,
  choices: readonly Choice[],
  option: string,
): Choice | null {
  if (given === undefined) return null;
  const choice = choices.find((known) => known === given);
  if (choice === undefined) throw wrongValue(option, given, choices);
  return choice;
}

function wrongValue(option: string, given: string, choices: readonly string[]): UsageError {
  return new UsageError({
    zh: `${option} 不认识“${given}”，可选：${choices.join("、")}`,
    en: `${option} does not know "${given}"; choose from ${choices.join(", ")}`,
  });
}

function atLeastOne(operands: string[], name: "read" | "check"): string[] {
  if (operands.length > 0) return operands;
  throw new UsageError(
    name === "read"
      ? { zh: "没有指定扫描件", en: "no scan is named" }
      : { zh: "没有指定记录文件", en: "no record is named" },
    name === "read"
      ? { zh: "例如：hesuan read 合同.pdf -o output", en: "for example: hesuan read agreement.pdf -o output" }
      : { zh: "例如：hesuan check output/合同.json", en: "for example: hesuan check output/agreement.json" },
  );
}

function unknownCommand(name: string | undefined): UsageError {
  if (name === undefined) return new UsageError({ zh: "没有指定命令", en: "no command is given" });
  const looksLikePath = /[./\\]/.test(name);
  return new UsageError(
    { zh: `没有“${name}”这个命令`, en: `there is no command "${name}"` },
    looksLikePath
      ? { zh: `若要读取扫描件：hesuan read ${name}`, en: `to read a scan: hesuan read ${name}` }
      : { zh: `可用命令：${COMMAND_NAMES.join("、")}`, en: `the commands are ${COMMAND_NAMES.join(", ")}` },
  );
}
