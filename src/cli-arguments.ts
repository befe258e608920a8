import { parseArgs } from "node:util";
import { FORMATS, type Format } from "./batch-outputs.ts";
import { readLimits } from "./cli-limits.ts";
import type { Language } from "./emit/language.ts";
import { UsageError } from "./errors.ts";
import type { ScanLimits } from "./scan/limits.ts";

export type SchemaName = "record" | "batch";

/** What the user asked for, checked. Paths are as given. */
export type Command =
  | { name: "help" | "version" | "doctor" | "rules"; common: CommonOptions }
  | { name: "schema"; schema: SchemaName; common: CommonOptions }
  | { name: "read"; paths: string[]; common: CommonOptions; read: ReadOptions }
  | { name: "watch"; inbox: string; common: CommonOptions; read: ReadOptions }
  | { name: "cache"; action: "show" | "prune"; days: number; folder: string | null; common: CommonOptions }
  | {
      name: "check";
      paths: string[];
      common: CommonOptions;
      output: string | null;
      formats: Format[];
      strict: boolean;
    };

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
  /** Those that are to differ from the usual ones. */
  limits: Partial<ScanLimits>;
  fresh: boolean;
  /** Null is the usual place. */
  cacheFolder: string | null;
  /** A file with one password a line. */
  passwordFile: string | null;
  /** A figure that carries doubt counts for the exit code. */
  strict: boolean;
}

const COMMAND_NAMES = ["read", "watch", "check", "cache", "schema", "doctor", "rules"] as const;
const PAGE_TIMEOUT_SECONDS = 300;
const UNUSED_DAYS = 30;

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
      const output = values.output ?? null;
      const strict = values.strict ?? false;
      return { name, common, paths: atLeastOne(operands, name), output, formats, strict };
    }
    case "watch": {
      const [inbox, ...others] = atLeastOne(operands, name);
      if (others.length > 0)
        throw new UsageError({ zh: "一次只能守候一个文件夹", en: "watch takes one folder" });
      return { name, common, inbox, read: toReadOptions(values) };
    }
    case "cache": {
      const action = oneOf(operands[0], ["show", "prune"], "cache") ?? "show";
      const days = values.days === undefined ? UNUSED_DAYS : toCount(values.days, "--days", 0);
      return { name, common, action, days, folder: values["cache-dir"] ?? null };
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
        "password-file": { type: "string" },
        "cache-dir": { type: "string" },
        days: { type: "string" },
        strict: { type: "boolean" },
        lang: { type: "string" },
        messages: { type: "string" },
        timeout: { type: "string" },
        limit: { type: "string", multiple: true },
        fresh: { type: "boolean" },
        quiet: { type: "boolean", short: "q" },
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean", short: "v" },
      },
    });
  } catch (error) {
    throw badCommandLine(error);
  }
}

/** What Node says of a command line, cut to its first sentence, and in Chinese where it is one of the usual three. */
function badCommandLine(error: unknown): UsageError {
  const en = (error instanceof Error ? error.message : String(error)).split(/\.\s/)[0].split("\n")[0];
  const option =
    /'([^']+)'/
      .exec(en)?.[1]
      .split(/[ ,]/)
      .find((word) => word.startsWith("--")) ?? null;
  const named = option ?? /'([^']+)'/.exec(en)?.[1] ?? "";
  const zh = /^Unknown option/.test(en)
    ? `没有“${named}”这个选项`
    : /argument missing|argument is ambiguous/.test(en)
      ? `选项 ${named} 缺少值`
      : /does not take an argument/.test(en)
        ? `选项 ${named} 不带值`
        : `无法理解命令行：${en}`;
  return new UsageError({ zh, en });
}

/** The language a command line asks for, even one that is wrong elsewhere; null leaves it to the surroundings. */
export function findLanguage(argv: readonly string[]): Language | null {
  const joined = argv.find((word) => word.startsWith("--messages="))?.slice("--messages=".length);
  const given = joined ?? (argv.includes("--messages") ? argv[argv.indexOf("--messages") + 1] : undefined);
  return given === "zh" || given === "en" ? given : null;
}

function toReadOptions(values: Values): ReadOptions {
  return {
    output: values.output ?? "output",
    formats: toFormats(values.format ?? "json,html"),
    jobs: values.jobs === undefined ? null : toCount(values.jobs, "--jobs"),
    password: values.password ?? null,
    lang: oneOf(values.lang, ["chi_sim", "chi_tra"], "--lang") ?? "chi_sim",
    pageTimeoutMs: 1000 * toCount(values.timeout ?? String(PAGE_TIMEOUT_SECONDS), "--timeout"),
    limits: readLimits(values.limit ?? []),
    fresh: values.fresh ?? false,
    cacheFolder: values["cache-dir"] ?? null,
    passwordFile: values["password-file"] ?? null,
    strict: values.strict ?? false,
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

function toCount(text: string, option: string, least = 1): number {
  const count = Number(text);
  if (/^\d{1,6}$/.test(text) && count >= least) return count;
  throw new UsageError({
    zh: `${option} 应为不小于 ${least} 的整数，而不是“${text}”`,
    en: `${option} takes a whole number from ${least}, not "${text}"`,
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

function atLeastOne(operands: string[], name: keyof typeof NOTHING_NAMED): string[] {
  if (operands.length > 0) return operands;
  const { wrong, remedy } = NOTHING_NAMED[name];
  throw new UsageError(wrong, remedy);
}

const NOTHING_NAMED = {
  read: {
    wrong: { zh: "没有指定扫描件", en: "no scan is named" },
    remedy: {
      zh: "例如：hesuan read 合同.pdf -o output",
      en: "for example: hesuan read agreement.pdf -o output",
    },
  },
  watch: {
    wrong: { zh: "没有指定要守候的文件夹", en: "no folder is named" },
    remedy: { zh: "例如：hesuan watch 收件箱 -o output", en: "for example: hesuan watch inbox -o output" },
  },
  check: {
    wrong: { zh: "没有指定记录文件", en: "no record is named" },
    remedy: {
      zh: "例如：hesuan check output/合同.json",
      en: "for example: hesuan check output/agreement.json",
    },
  },
};

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
