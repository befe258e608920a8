import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type BatchEvent, readBatch, type ScanOptions } from "../../src/batch.ts";
import type { Format } from "../../src/batch-outputs.ts";
import { MachineError, UnreadableInputError } from "../../src/errors.ts";
import { BatchManifest } from "../../src/model/manifest.ts";
import { AgreementRecord } from "../../src/model/record.ts";
import { fakePipeline, type Script } from "../support/fake-pipeline.ts";
import { sampleRecord } from "../support/sample-record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SCAN: ScanOptions = { lang: "chi_sim", pageTimeoutMs: 1000, jobs: 2 };

async function start(
  names: string[],
  script?: Script,
  formats: Format[] = ["json", "html"],
  signal?: AbortSignal,
) {
  const folder = await temporaryFolder();
  const output = path.join(folder, "out");
  for (const name of names) await writeFile(path.join(folder, name), "x");
  const events: BatchEvent[] = [];
  const pipeline = fakePipeline(script);
  const finished = readBatch(
    names.map((name) => path.join(folder, name)),
    pipeline,
    { ...SCAN, ...(signal ? { signal } : {}) },
    { folder: output, formats, language: "zh" },
    (event) => events.push(event),
  );
  return { finished, output, events, pipeline };
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("a batch", () => {
  it("writes a record and a report a scan, a manifest and a front page for all", async () => {
    const { finished, output } = await start(["a.pdf", "b.pdf"]);
    const { outputs } = await finished;
    const written = (await readdir(output)).sort();
    expect(written).toEqual(["a.html", "a.json", "b.html", "b.json", "batch.json", "index.html"]);
    expect(outputs.map((file) => path.basename(file))).toEqual(["batch.json", "index.html"]);
    expect(AgreementRecord.parse(JSON.parse(await readFile(path.join(output, "a.json"), "utf8")))).toEqual(
      sampleRecord(),
    );
    const manifest = BatchManifest.parse(JSON.parse(await readFile(path.join(output, "batch.json"), "utf8")));
    expect(manifest.scans.map((scan) => scan.outputs)).toEqual([
      ["a.json", "a.html"],
      ["b.json", "b.html"],
    ]);
    expect(manifest.scans[0].findings).toEqual({ "percent-of-total": 1 });
  });

  it("writes no batch files for a single scan", async () => {
    const { finished, output } = await start(["a.pdf"]);
    await finished;
    expect((await readdir(output)).sort()).toEqual(["a.html", "a.json"]);
  });

  it("writes every format asked for", async () => {
    const { finished, output } = await start(["a.pdf", "b.pdf"], undefined, ["csv", "xlsx", "md", "jsonl"]);
    await finished;
    const written = await readdir(output);
    for (const name of [
      "a.t1.csv",
      "a.figures.csv",
      "a.xlsx",
      "a.md",
      "batch.xlsx",
      "figures.csv",
      "findings.csv",
      "indicators.csv",
      "problems.csv",
      "records.jsonl",
    ]) {
      expect(written).toContain(name);
    }
    expect(written).not.toContain("a.json");
  });

  it("keeps the order of the inputs whatever finishes first", async () => {
    const { finished } = await start(["slow.pdf", "quick.pdf"], async (file) => {
      await wait(file.endsWith("slow.pdf") ? 40 : 1);
      return sampleRecord();
    });
    const { outcomes } = await finished;
    expect(outcomes.map((outcome) => path.basename(outcome.path))).toEqual(["slow.pdf", "quick.pdf"]);
  });

  it("reads on when a scan fails, whether the file or we are to blame", async () => {
    const { finished } = await start(["bad.pdf", "bug.pdf", "good.pdf"], (file) => {
      if (file.endsWith("bad.pdf")) throw new UnreadableInputError("damaged-pdf", file);
      if (file.endsWith("bug.pdf")) throw new TypeError("undefined is not a function");
      return sampleRecord();
    });
    const { outcomes } = await finished;
    expect(
      outcomes.map((outcome) => (outcome.kind === "failed" ? outcome.error.code : outcome.kind)),
    ).toEqual(["damaged-pdf", "internal", "read"]);
  });

  it("stops when the machine lacks something, closing its readers", async () => {
    const { finished, pipeline } = await start(["a.pdf", "b.pdf", "c.pdf", "d.pdf"], async () => {
      await wait(5);
      throw new MachineError("out-of-memory");
    });
    await expect(finished).rejects.toThrow(MachineError);
    expect(pipeline.counts.read.length).toBeLessThan(4);
    expect(pipeline.counts).toMatchObject({ opened: 1, closed: 1 });
  });

  it("keeps what is finished when it is interrupted", async () => {
    const stop = new AbortController();
    const names = ["a.pdf", "b.pdf", "c.pdf", "d.pdf"];
    const script: Script = async (file, signal) => {
      if (file.endsWith("a.pdf")) return sampleRecord();
      await wait(20);
      stop.abort();
      signal?.throwIfAborted();
      return sampleRecord();
    };
    const { finished, output, pipeline } = await start(names, script, ["json"], stop.signal);
    const { outcomes } = await finished;
    expect(
      outcomes.map((outcome) => (outcome.kind === "failed" ? outcome.error.code : outcome.kind)),
    ).toEqual(["read", "interrupted", "interrupted", "interrupted"]);
    expect((await readdir(output)).sort()).toEqual(["a.json", "batch.json"]);
    expect(pipeline.counts.closed).toBe(1);
  });

  it("tells of every page and every scan, once", async () => {
    const { finished, events } = await start(["a.pdf", "b.pdf"]);
    await finished;
    const count = (kind: string) => events.filter(({ event }) => event === kind).length;
    expect([count("batch-started"), count("scan-started"), count("page-done"), count("scan-done")]).toEqual([
      1, 2, 6, 2,
    ]);
  });

  it("opens no reader when there is nothing to read", async () => {
    const pipeline = fakePipeline();
    const output = path.join(await temporaryFolder(), "out");
    const options = { folder: output, formats: ["json" as const], language: "zh" as const };
    const { outcomes } = await readBatch(
      [path.join(output, "gone.pdf")],
      pipeline,
      SCAN,
      options,
      () => undefined,
    );
    expect(outcomes).toMatchObject([{ kind: "failed", error: { code: "not-found" } }]);
    expect(pipeline.counts.opened).toBe(0);
  });

  it("says so when the output folder can't be written, and leaves no draft", async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, "a.pdf"), "x");
    await writeFile(path.join(folder, "out"), "a file, not a folder");
    const options = { folder: path.join(folder, "out"), formats: ["json" as const], language: "zh" as const };
    const finished = readBatch([path.join(folder, "a.pdf")], fakePipeline(), SCAN, options, () => undefined);
    await expect(finished).rejects.toMatchObject({ code: "output-not-writable", exitCode: 4 });
    expect((await readdir(folder)).sort()).toEqual(["a.pdf", "out"]);
  });
});
