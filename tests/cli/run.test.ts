import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { measureCache, openCache } from "../../src/cache.ts";
import { run } from "../../src/cli.ts";
import { MachineError, UnreadableInputError } from "../../src/errors.ts";
import { BatchManifest } from "../../src/model/manifest.ts";
import { fakePipeline, fakeSurroundings, type Script } from "../support/fake-pipeline.ts";
import { sampleRecord } from "../support/sample-record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const clean = () => sampleRecord({ findings: [], status: "clean" });

async function read(
  options: {
    names?: string[];
    argv?: string[];
    script?: Script;
    terminal?: boolean;
    signal?: AbortSignal;
  } = {},
) {
  const folder = await temporaryFolder();
  const scans = (options.names ?? ["a.pdf"]).map((name) => path.join(folder, name));
  for (const scan of scans) await writeFile(scan, "x");
  const { around, printed } = fakeSurroundings({
    pipeline: fakePipeline(options.script),
    isTerminal: options.terminal ?? false,
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const output = path.join(folder, "out");
  const code = await run(["read", ...scans, "-o", output, ...(options.argv ?? [])], around);
  return { code, output, folder, ...printed };
}

describe("exit codes", () => {
  it("0: every agreement is read and consistent", async () => {
    expect((await read({ script: clean })).code).toBe(0);
  });

  it.each(["flagged", "incomplete"] as const)("1: read, and something is %s", async (status) => {
    expect((await read({ script: () => sampleRecord({ status }) })).code).toBe(1);
  });

  it.each([
    [[]],
    [["frobnicate"]],
    [["read"]],
    [["read", "a.pdf", "--format", "docx"]],
    [["read", "a.pdf", "--jobs", "0"]],
    [["read", "a.pdf", "--jobs", "1e9"]],
    [["read", "a.pdf", "--nonsense"]],
    [["read", "a.pdf", "--lang", "eng"]],
    [["read", "a.pdf", "--messages", "fr"]],
    [["schema", "nothing"]],
    [["check"]],
  ])("2: %j is wrong usage, told on one line", async (argv) => {
    const { around, printed } = fakeSurroundings();
    expect(await run(argv, around)).toBe(2);
    expect(printed.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(printed.stdout).toBe("");
  });

  it("3: an input can't be read, and the others are written", async () => {
    const { code, output, stderr } = await read({
      names: ["bad.pdf", "good.pdf"],
      script: (file) => {
        if (file.endsWith("bad.pdf")) throw new UnreadableInputError("password-needed", file);
        return clean();
      },
    });
    expect(code).toBe(3);
    expect(await readdir(output)).toContain("good.json");
    expect(stderr).toMatch(/bad\.pdf: the PDF needs a password; give it with --password/);
  });

  it("1 with --strict: a figure carries doubt, though all is consistent", async () => {
    const doubtful = () => {
      const record = clean();
      if (record.budgets[0].total) record.budgets[0].total.trust = "doubtful";
      return record;
    };
    expect((await read({ script: doubtful })).code).toBe(0);
    expect((await read({ script: doubtful, argv: ["--strict"] })).code).toBe(1);
  });

  it("4: the machine lacks something", async () => {
    const script = () => {
      throw new MachineError("language-data-missing", "chi_tra");
    };
    const { code, stderr } = await read({ script });
    expect(code).toBe(4);
    expect(stderr).toContain("language data is missing (chi_tra)");
  });

  it("70: a bug of ours, with the trace that a report needs", async () => {
    const script = () => {
      throw new TypeError("x is not a function");
    };
    const { code, stderr } = await read({ script });
    expect(code).toBe(70);
    expect(stderr).toContain("x is not a function");
  });

  it("130: interrupted, told once however many scans are left", async () => {
    const names = ["a.pdf", "b.pdf", "c.pdf"];
    const { code, stderr, stdout } = await read({ names, signal: AbortSignal.abort() });
    expect(code).toBe(130);
    expect(stderr).toBe("✗ interrupted; run the same command again to go on\n");
    expect(stdout).toContain("Unreadable 0 · Not read yet 3");
  });

  it("tells what ended the run once, and with --json as JSON", async () => {
    const script = () => {
      throw new MachineError("disk-full", "out");
    };
    const names = ["a.pdf", "b.pdf", "c.pdf"];
    expect((await read({ names, script })).stderr).toBe(
      "✗ the disk is full (out); free some space and run again\n",
    );
    const { stderr } = await read({ names, script, argv: ["--json"] });
    const events = stderr
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events.at(-1)).toMatchObject({ event: "stopped", exitCode: 4, error: { code: "disk-full" } });
    expect(events.filter(({ event }) => event === "scan-done")).toEqual([]);
  });
});

describe("bad input", () => {
  it.each([
    ["no such file", "gone.pdf", /gone\.pdf: no such file or folder; check the path/],
    ["a folder without scans", "", /: the folder holds no scan; put PDF/],
  ])("%s is one clear line", async (_, name, line) => {
    const folder = await temporaryFolder();
    const { around, printed } = fakeSurroundings();
    expect(await run(["read", path.join(folder, name), "-o", path.join(folder, "out")], around)).toBe(3);
    expect(printed.stderr).toMatch(line);
    expect(printed.stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  it("can't steer the terminal by its name", async () => {
    const folder = await temporaryFolder();
    const { around, printed } = fakeSurroundings();
    await run(["read", path.join(folder, "\u001B[2Jx.pdf")], around);
    expect(printed.stderr).not.toContain("\u001B");
  });
});

describe("what read prints", () => {
  it("says what a rule that could not judge lacks, and why a record is incomplete of which nothing is told", async () => {
    const bare = { status: "incomplete" as const, findings: [], problems: [] };
    const empty = await read({ script: () => sampleRecord({ ...bare, checks: [] }) });
    expect(empty.stdout).toContain("no figures were found that could be checked");
    const open = { ruleId: "total-equals-sum", version: null, subject: "x", outcome: "cannot-tell" } as const;
    const checks = [{ ...open, missing: ["total"] }];
    const { stdout } = await read({ script: () => sampleRecord({ ...bare, checks }) });
    expect(stdout).toMatch(/\? \S.* · x: lacks total\n/);
  });

  it("sums up what was read, what is flagged and where, and the files", async () => {
    const { stdout, output } = await read();
    expect(stdout).toContain("社区服务中心运营项目补充协议");
    expect(stdout).toContain("Original 2,696,000 → Amended 2,532,911");
    expect(stdout).toContain("3 pages · 12 budget lines · 5 instalments · 3 indicators · 1 table");
    expect(stdout).toMatch(
      /Warning Share equals amount ÷ total · Amended 管理费及税费 \(page 2\)\n +.*258263 ÷ 2532911 = 10\.1963 %/,
    );
    expect(stdout).toContain(path.join(output, "a.json"));
    expect(stdout).toContain(path.join(output, "a.html"));
  });

  it("speaks Chinese when asked to, and by default where the locale says nothing else", async () => {
    expect((await read({ argv: ["--messages", "zh"] })).stdout).toContain(
      "合同写作 10.19%（截断，未四舍五入）",
    );
    const { around, printed } = fakeSurroundings({ env: {} });
    await run(["--help"], around);
    expect(printed.stdout).toContain("退出码");
  });

  it("draws a bar and colours on a terminal only, and no colours with NO_COLOR", async () => {
    const colour = "\u001B[3";
    expect((await read()).stderr).not.toContain("\u001B");
    const terminal = await read({ terminal: true });
    expect(terminal.stderr).toContain("█");
    expect(terminal.stdout).toContain(colour);
    const { around, printed } = fakeSurroundings({ isTerminal: true, env: { NO_COLOR: "1", LANG: "en" } });
    await run(["read", "gone.pdf"], around);
    expect(printed.stderr).not.toContain(colour);
  });

  it("prints one plain line a scan elsewhere", async () => {
    const { stderr } = await read({ names: ["a.pdf", "b.pdf"], argv: ["--jobs", "1"] });
    expect(stderr).toMatch(/^\[1\/2\] .*a\.pdf · 3 pages · Flagged · [\d.]+ s\n\[2\/2\] .*b\.pdf/);
  });

  it("in a batch tells of the scans a person must see, and counts the rest", async () => {
    const { stdout } = await read({
      names: ["good.pdf", "odd.pdf"],
      script: (file) => (file.endsWith("good.pdf") ? clean() : sampleRecord()),
    });
    expect(stdout).toContain("odd.pdf");
    expect(stdout).not.toContain("good.pdf");
    expect(stdout).toMatch(/2 scans {2}Consistent 1 · Flagged 1 · Incomplete 0 · Unreadable 0/);
    expect(stdout).toContain("index.html");
  });

  it("prints failures only with --quiet", async () => {
    const { stdout, stderr } = await read({ argv: ["--quiet"] });
    expect(stdout + stderr).toBe("");
  });

  it("gives programs an event a line and a manifest", async () => {
    const { stdout, stderr } = await read({ argv: ["--json"] });
    const events = stderr
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events.map(({ event }) => event)).toEqual([
      "batch-started",
      "scan-started",
      "page-done",
      "page-done",
      "page-done",
      "scan-done",
    ]);
    expect(events.at(-1)).toMatchObject({ outcome: "read", status: "flagged", findings: 1 });
    expect(BatchManifest.parse(JSON.parse(stdout)).counts.flagged).toBe(1);
  });
});

describe("check", () => {
  async function check(content: string, argv: string[] = []) {
    const folder = await temporaryFolder();
    const file = path.join(folder, "record.json");
    await writeFile(file, content);
    const { around, printed } = fakeSurroundings();
    return { code: await run(["check", file, ...argv], around), folder, file, ...printed };
  }

  it("judges a record again and prints its findings", async () => {
    const { code, stdout } = await check(JSON.stringify(sampleRecord()));
    expect(code).toBe(1);
    expect(stdout).toContain("258263 ÷ 2532911");
  });

  it("takes a byte order mark, as some editors write it", async () => {
    expect((await check(`\uFEFF${JSON.stringify(clean())}`)).code).toBe(0);
  });

  it("names the place in an invalid record and what was expected there", async () => {
    const record = sampleRecord();
    Object.assign(record.budgets[1].lines[2].amount, { fen: "66960000" });
    const { code, stderr } = await check(JSON.stringify(record));
    expect(code).toBe(3);
    expect(stderr).toMatch(/budgets\[1\]\.lines\[2\]\.amount\.fen: .*expected (int|number)/);
  });

  it.each([
    ["no JSON", "not json"],
    ["nothing", ""],
    ["another JSON", "[1, 2]"],
  ])("refuses %s on one line", async (_, content) => {
    const { code, stderr } = await check(content);
    expect(code).toBe(3);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  it("writes the judged record only where it is told to", async () => {
    const content = JSON.stringify(sampleRecord());
    const { folder, file } = await check(content);
    expect(await readdir(folder)).toEqual(["record.json"]);
    const output = path.join(folder, "out");
    await run(["check", file, "-o", output], fakeSurroundings().around);
    expect(await readdir(output)).toEqual(["record.json"]);
    expect(await readFile(file, "utf8")).toBe(content);
  });
});

describe("the other commands", () => {
  it.each([
    [["schema"], /"AgreementRecord"/],
    [["schema", "batch"], /"BatchManifest"/],
    [["--version"], /^\d+\.\d+\.\d+\n$/],
    [["--help"], /hesuan read/],
    [["rules"], /percent-of-total/],
  ])("%j answers on stdout", async (argv, answer) => {
    const { around, printed } = fakeSurroundings();
    expect(await run(argv, around)).toBe(0);
    expect(printed.stdout).toMatch(answer);
    expect(printed.stderr).toBe("");
  });

  it("doctor looks over what this machine has", async () => {
    const { around, printed } = fakeSurroundings();
    expect(await run(["doctor"], around)).toBe(0);
    expect(printed.stdout).toMatch(/✓ Node\.js {2}\d+/);
  });
});

describe("passwords", () => {
  const locked: Script = (file, _signal, password) => {
    if (password === undefined) throw new UnreadableInputError("password-needed", file);
    if (password !== "开门 ") throw new UnreadableInputError("wrong-password", file);
    return clean();
  };

  it("are tried in turn from a file, one a line", async () => {
    const list = path.join(await temporaryFolder(), "passwords.txt");
    await writeFile(list, "\uFEFFabc\r\n\r\n开门 \r\n");
    expect((await read({ script: locked, argv: ["--password-file", list] })).code).toBe(0);
    expect((await read({ script: locked, argv: ["--password", "开门 "] })).code).toBe(0);
  });

  it("that don't open a scan cost that scan", async () => {
    const { code, stderr } = await read({ script: locked, argv: ["--password", "abc"] });
    expect(code).toBe(3);
    expect(stderr).toContain("the password does not open the PDF");
    expect((await read({ script: locked })).stderr).toContain("give it with --password");
  });

  it("in a file that isn't there are wrong usage", async () => {
    expect((await read({ argv: ["--password-file", "/nowhere/list"] })).code).toBe(2);
  });
});

describe("cache", () => {
  it("shows and prunes", async () => {
    const folder = await temporaryFolder();
    await openCache(folder).keep("ab".repeat(32), { page: 1 });
    const { around, printed } = fakeSurroundings({ cacheFolder: folder });
    expect(await run(["cache"], around)).toBe(0);
    expect(printed.stdout).toContain("1 entry, 0.0 MB");
    expect(await run(["cache", "prune"], around)).toBe(0);
    expect((await measureCache(folder)).entries).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await run(["cache", "prune", "--days", "0"], around)).toBe(0);
    expect((await measureCache(folder)).entries).toBe(0);
    expect(await run(["cache", "empty"], around)).toBe(2);
  });
});

describe("a wrong command line", () => {
  it.each([
    [["read", "a.pdf", "--nonsense", "--messages", "en"], "Unknown option '--nonsense'; run"],
    [["read", "a.pdf", "--nonsense", "--messages=zh"], "没有“--nonsense”这个选项；运行"],
    [["read", "a.pdf", "--messages=zh", "-o"], "选项 --output 缺少值；"],
    [["read", "a.pdf", "--fresh=1", "--messages", "zh"], "选项 --fresh 不带值；"],
    [["raed", "--messages", "zh"], "没有“raed”这个命令；可用命令："],
  ])("%j is answered in the language it asks for", async (argv, says) => {
    const { around, printed } = fakeSurroundings();
    expect(await run(argv, around)).toBe(2);
    expect(printed.stderr).toContain(says);
    expect(printed.stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  it("sends a file that is to be watched to read", async () => {
    const { around, printed } = fakeSurroundings();
    expect(await run(["watch", import.meta.filename], around)).toBe(2);
    expect(printed.stderr).toMatch(/is a file, not a folder; to read it: hesuan read/);
  });

  it("names the folder that can't be watched", async () => {
    const { around, printed } = fakeSurroundings();
    expect(await run(["watch", "no-such-folder"], around)).toBe(3);
    expect(printed.stderr).toMatch(/✗ no-such-folder: no such file/);
  });
});

it("doctor looks at all that reading stands on", async () => {
  const { around, printed } = fakeSurroundings();
  expect(await run(["doctor"], around)).toBe(0);
  for (const part of [
    "Node.js",
    "sharp",
    "pdfjs-dist",
    "tesseract.js",
    "language data",
    "p-queue",
    "browser",
  ])
    expect(printed.stdout).toContain(part);
});

it("doctor gives its verdict in words, and with --json as JSON", async () => {
  const folder = await temporaryFolder();
  const cacheFolder = path.join(folder, "cache");
  const plain = fakeSurroundings({ cacheFolder });
  expect(await run(["doctor"], plain.around)).toBe(0);
  expect(plain.printed.stdout).toContain(cacheFolder);
  expect(plain.printed.stdout).toMatch(/this machine can run hesuan\n$/);
  // A file stands where the folder of the cache would: that costs the cache, and not the verdict.
  await writeFile(path.join(folder, "file"), "");
  const { around, printed } = fakeSurroundings({ cacheFolder: path.join(folder, "file", "cache") });
  expect(await run(["doctor", "--json"], around)).toBe(0);
  const { ok, diagnoses } = JSON.parse(printed.stdout);
  expect(ok).toBe(true);
  const cache = diagnoses.find(({ name }: { name: { en: string } }) => name.en.startsWith("cache folder"));
  expect(cache).toMatchObject({ ok: false, needed: false });
});
