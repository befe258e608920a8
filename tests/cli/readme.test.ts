import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import type { Truth } from "../../fixtures/make/truth.ts";
import { run } from "../../src/cli.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { fakePipeline, fakeSurroundings } from "../support/fake-pipeline.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

// The commands are taken out of the README as they stand there, and run over a batch of the fixtures.

const ROOT = join(import.meta.dirname, "..", "..");
/** In the order a batch takes them. */
const CASES = ["born-digital", "supplement-flawed", "supplement"];

interface Example {
  tool: string;
  /** What the comment above it promises. */
  promise: string;
  command: string;
}

/** The commands of a section's `sh` block; a comment opens one, a backslash carries it on. */
function examplesOf(readme: string, heading: string): Example[] {
  const section = readFileSync(join(ROOT, readme), "utf8").split(`\n## ${heading}\n`)[1].split("\n## ")[0];
  const block = /```sh\n([\s\S]*?)```/.exec(section)?.[1] ?? "";
  const commands = block.split(/^# /m).slice(1);
  return commands.map((text) => {
    const [promise, ...lines] = text.split("\n");
    const command = lines.join("\n").trim();
    return { tool: command.split(" ")[0], promise, command };
  });
}

const EXAMPLES = examplesOf("README.md", "Outputs");
const truths = CASES.map((name): [string, Truth] => [
  name,
  JSON.parse(readFileSync(join(ROOT, "fixtures", name, "expected.json"), "utf8")),
]);

const records = new Map(
  CASES.map((name): [string, AgreementRecord] => {
    const replayed = readFileSync(join(ROOT, "fixtures", name, "recognized.json"), "utf8");
    const { recognized, source } = JSON.parse(replayed);
    return [name, recognizedToRecord(recognized, { ...source, fileName: `${name}.pdf` })];
  }),
);

function recordOf(name: string): AgreementRecord {
  const record = records.get(name);
  if (!record) throw new Error(`${name} is none of the cases`);
  return structuredClone(record);
}

/** Where a batch of the fixtures lies under `output`. */
async function readCases(): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "in"));
  for (const name of CASES) await writeFile(join(folder, "in", `${name}.pdf`), "x");
  const { around } = fakeSurroundings({
    pipeline: fakePipeline((path) => recordOf(basename(path, ".pdf"))),
  });
  await run(["read", join(folder, "in"), "-o", join(folder, "output"), "-f", "json,csv,jsonl"], around);
  return folder;
}

const isInstalled = (tool: string): boolean => spawnSync(tool, ["--version"]).error === undefined;

/** The lines a command prints, each cut into its fields. */
async function linesOf({ command }: Example, separator: string | RegExp): Promise<string[][]> {
  const { stdout } = await promisify(execFile)("sh", ["-c", command], { cwd: await readCases() });
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split(separator).map((field) => field.replace(/^"|"$/g, "")));
}

/** What each example must print, by the beginning of its promise, told by the truth the fixtures were drawn from. */
const PROMISES: Record<string, (example: Example) => Promise<void>> = {
  "jq: what is wrong": async (example) => {
    const wrong = truths.filter(([, { findings }]) => findings.some(({ severity }) => severity === "error"));
    const printed = await linesOf(example, "\t");
    expect(printed.map(([path]) => basename(path))).toEqual(wrong.map(([name]) => `${name}.pdf`));
    for (const [at, [, { findings, mayFollow }]] of wrong.entries()) {
      const certain = findings.filter(({ severity }) => severity === "error").length;
      expect(Number(printed[at][1])).toBeGreaterThanOrEqual(certain);
      expect(Number(printed[at][1])).toBeLessThanOrEqual(certain + mayFollow.length);
    }
  },
  "jq: totals": async (example) => {
    const printed = await linesOf(example, ",");
    const totals = truths.flatMap(([name, { budgets }]) =>
      budgets.map(({ version, total }) => [`${name}.pdf`, version, String(Number(total) / 100)]),
    );
    expect(printed).toEqual(totals);
  },
  "SQLite: the largest": async (example) => {
    const printed = await linesOf(example, "|");
    const lines = truths.flatMap(([name, { budgets }]) =>
      budgets.flatMap(({ lines }) =>
        lines.map(({ amount }) => [`${name}.pdf`, Number(amount) / 100] as const),
      ),
    );
    const largest = lines.sort(([, a], [, b]) => b - a).slice(0, 10);
    expect(printed.map((fields) => Number(fields.at(-1)))).toEqual(largest.map(([, yuan]) => yuan));
    expect(printed.map(([file]) => file).sort()).toEqual(largest.map(([file]) => file).sort());
  },
  "SQLite: findings by rule": async (example) => {
    const printed = await linesOf(example, "|");
    const certain = truths.flatMap(([, { findings }]) => findings);
    const possible = new Set(truths.flatMap(([, { mayFollow }]) => mayFollow.map(({ ruleId }) => ruleId)));
    for (const [rule, severity, count] of printed) {
      const least = certain.filter((each) => each.ruleId === rule && each.severity === severity).length;
      if (!possible.has(rule)) expect([rule, severity, Number(count)]).toEqual([rule, severity, least]);
      else expect(Number(count)).toBeGreaterThanOrEqual(least);
    }
    expect(new Set(printed.map(([rule]) => rule))).toEqual(
      new Set([
        ...certain.map(({ ruleId }) => ruleId),
        ...printed.map(([rule]) => rule).filter((rule) => possible.has(rule)),
      ]),
    );
  },
};

describe("the README's lists of columns are those of the files", () => {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const lists = [...readme.matchAll(/^- `(\w+\.csv)`: (.+)$/gm)].map(([, name, columns]) => [name, columns]);

  test("and each list has one", () => {
    expect(lists.map(([name]) => name).sort()).toEqual([
      "figures.csv",
      "findings.csv",
      "indicators.csv",
      "problems.csv",
    ]);
  });

  test.each(lists)("%s", async (name, columns) => {
    const text = await readFile(join(await readCases(), "output", name), "utf8");
    expect(text.replace("\uFEFF", "").split("\r\n")[0].split(",")).toEqual(columns.split(", "));
  });
});

describe("the README's examples print what they promise", () => {
  test("there is a promise for each, and each is there", () => {
    const known = Object.keys(PROMISES);
    expect(EXAMPLES.map(({ promise }) => known.find((start) => promise.startsWith(start)))).toEqual(known);
  });

  test.for(EXAMPLES)("$promise", async (example, { skip }) => {
    const { promise, tool } = example;
    // On the machine that judges, a missing tool is a failure; elsewhere the example is passed over.
    if (!isInstalled(tool) && !process.env["CI"]) skip(`${tool} is not installed`);
    const check = Object.entries(PROMISES).find(([start]) => promise.startsWith(start))?.[1];
    await check?.(example);
  });
});
