import { spawn } from "node:child_process";
import { appendFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import type { ScanOptions } from "../../src/batch.ts";
import type { Format } from "../../src/batch-outputs.ts";
import { UnreadableInputError } from "../../src/errors.ts";
import { watchFolder } from "../../src/watch.ts";
import { fakePipeline, type Script } from "../support/fake-pipeline.ts";
import { sampleRecord } from "../support/sample-record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const POLL_MS = 40;

async function watching(
  folder: string,
  work: (pipeline: ReturnType<typeof fakePipeline>) => Promise<void>,
  { script, formats = ["json"] }: { script?: Script; formats?: Format[] } = {},
) {
  const stop = new AbortController();
  const pipeline = fakePipeline(script);
  const scan: ScanOptions = { lang: "chi_sim", pageTimeoutMs: 1000, jobs: 1, signal: stop.signal };
  const output = { folder: path.join(folder, "out"), formats, language: "zh" as const };
  const watched = watchFolder(path.join(folder, "in"), pipeline, scan, output, {
    onEvent: () => () => undefined,
    pollMs: POLL_MS,
  });
  await Promise.all([work(pipeline).finally(() => stop.abort()), watched]);
  return pipeline.counts.read.map((file) => path.relative(path.join(folder, "in"), file));
}

async function until(isSo: () => Promise<boolean> | boolean, patienceMs = 100 * POLL_MS): Promise<void> {
  for (const startMs = performance.now(); performance.now() - startMs < patienceMs; ) {
    if (await isSo()) return;
    await wait(POLL_MS / 2);
  }
  throw new Error("it never came to be");
}

async function inbox(): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, "in", "b"), { recursive: true });
  return folder;
}

const names = async (folder: string) => await readdir(path.join(folder, "out")).catch((): string[] => []);

it("reads what is there and what arrives, and moves nothing", async () => {
  const folder = await inbox();
  await writeFile(path.join(folder, "in", "a.pdf"), "x");
  const read = await watching(folder, async () => {
    await until(async () => (await names(folder)).includes("a.json"));
    await writeFile(path.join(folder, "in", "b", "a.pdf"), "y");
    await until(async () => (await names(folder)).includes("a-2.json"));
    await until(async () => (await names(folder)).includes("batch.json"));
  });
  expect(read).toEqual(["a.pdf", path.join("b", "a.pdf")]);
  expect(await readdir(path.join(folder, "in"))).toEqual(["a.pdf", "b"]);
  const manifest = JSON.parse(await readFile(path.join(folder, "out", "batch.json"), "utf8"));
  expect(manifest.scans.map(({ outputs }: { outputs: string[] }) => outputs)).toEqual([
    ["a.json"],
    ["a-2.json"],
  ]);
});

it("leaves a file alone while it is being copied", async () => {
  const folder = await inbox();
  const growing = path.join(folder, "in", "slow.pdf");
  const read = await watching(folder, async (pipeline) => {
    for (let part = 0; part < 15; part++) {
      await appendFile(growing, "part");
      await wait(POLL_MS / 4);
    }
    expect(pipeline.counts.read).toEqual([]);
    await until(async () => (await names(folder)).includes("slow.json"));
  });
  expect(read).toEqual(["slow.pdf"]);
});

it("after a restart reads only what is new or changed", async () => {
  const folder = await inbox();
  for (const name of ["a.pdf", "b.pdf"]) await writeFile(path.join(folder, "in", name), "x");
  await watching(folder, () => until(async () => (await names(folder)).includes(".hesuan-watch.json")));
  await writeFile(path.join(folder, "in", "b.pdf"), "another scan");
  await writeFile(path.join(folder, "in", "c.pdf"), "x");
  const read = await watching(folder, async (pipeline) => {
    await until(() => pipeline.counts.read.length >= 2);
    await wait(3 * POLL_MS);
  });
  expect(read.sort()).toEqual(["b.pdf", "c.pdf"]);
  expect((await names(folder)).filter((name) => /^[abc].*\.json$/.test(name)).sort()).toEqual([
    "a.json",
    "b.json",
    "batch.json",
    "c.json",
  ]);
});

it("reads a scan again whose record was taken away, under the name it had", async () => {
  const folder = await inbox();
  for (const name of ["a.pdf", "b.pdf"]) await writeFile(path.join(folder, "in", name), "x");
  await watching(folder, () => until(async () => (await names(folder)).includes(".hesuan-watch.json")));
  await rm(path.join(folder, "out", "b.json"));
  const read = await watching(folder, () => until(async () => (await names(folder)).includes("b.json")));
  expect(read).toEqual(["b.pdf"]);
  expect(await names(folder)).not.toContain("b-2.json");
});

it("after a restart tries again what failed, and makes all anew where other outputs are asked for", async () => {
  const folder = await inbox();
  await writeFile(path.join(folder, "in", "b", "a.pdf"), "x");
  const isKept = async (): Promise<boolean> => (await names(folder)).includes(".hesuan-watch.json");
  await watching(folder, () => until(isKept));
  await rm(path.join(folder, "out", ".hesuan-watch.json"));
  await writeFile(path.join(folder, "in", "locked.pdf"), "x");
  const locked: Script = (file) => {
    if (file.endsWith("locked.pdf")) throw new UnreadableInputError("password-needed", file);
    return sampleRecord();
  };
  await watching(folder, () => until(isKept), { script: locked });
  const again = await watching(folder, () =>
    until(async () => (await names(folder)).includes("locked.json")),
  );
  expect(again).toEqual(["locked.pdf"]);
  await writeFile(path.join(folder, "in", "a.pdf"), "comes first in order, and last in time");
  const all = async (): Promise<boolean> =>
    (await names(folder)).filter((name) => name.endsWith(".md")).length === 3;
  const anew = await watching(folder, () => until(all), { formats: ["json", "md"] });
  expect(anew).toEqual(["a.pdf", path.join("b", "a.pdf"), "locked.pdf"]);
  expect((await names(folder)).filter((name) => name.endsWith(".md")).sort()).toEqual([
    "a-2.md",
    "a.md",
    "locked.md",
  ]);
  const { scans } = JSON.parse(await readFile(path.join(folder, "out", "batch.json"), "utf8"));
  const first = scans.find(({ path: scan }: { path: string }) => scan.endsWith(path.join("b", "a.pdf")));
  expect(first.outputs).toEqual(["a.json", "a.md"]);
});

it("killed while it reads, it goes on where it was", { timeout: 240_000 }, async () => {
  const folder = await inbox();
  const pdf = await readFile(path.join(ROOT, "fixtures", "born-digital", "scan.pdf"));
  for (const name of ["a", "b", "c"]) {
    await writeFile(path.join(folder, "in", `${name}.pdf`), Buffer.concat([pdf, Buffer.from(`% ${name}`)]));
  }
  const killed = startWatch(folder, path.join(folder, "in"), "out");
  await until(async () => (await names(folder)).includes("a.json"), STARTED_MS);
  killed.child.kill("SIGKILL");
  await killed.ended;
  await writeFile(path.join(folder, "in", "d.pdf"), Buffer.concat([pdf, Buffer.from("% d")]));
  // Started from elsewhere, with the folder named another way.
  const again = startWatch(path.join(folder, "in"), ".", "../out");
  await until(async () => {
    const text = await readFile(path.join(folder, "out", "batch.json"), "utf8").catch(() => "{}");
    return JSON.parse(text).scans?.length === 4;
  }, STARTED_MS);
  again.child.kill("SIGTERM");
  expect(await again.ended).toBe(0);
  const written = (await names(folder)).filter((name) => name.endsWith(".json") && !name.startsWith("."));
  expect(written.sort()).toEqual(["a.json", "b.json", "batch.json", "c.json", "d.json"]);
  expect((await names(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

/** For a command that starts and reads; on a machine that others keep busy as well. */
const STARTED_MS = 50_000;

const ROOT = path.join(import.meta.dirname, "..", "..");

function startWatch(cwd: string, input: string, output: string) {
  // One by one, so that the others wait when the first is written.
  const words = ["watch", input, "-o", output, "-f", "json", "-q", "--jobs", "1"];
  const child = spawn(process.execPath, [path.join(ROOT, "dist", "cli.js"), ...words], {
    cwd,
    stdio: "ignore",
    env: { ...process.env, HESUAN_CACHE: path.join(cwd, ".cache") },
  });
  return { child, ended: new Promise<number | null>((resolve) => child.once("exit", resolve)) };
}

it("says so when there is no such folder", async () => {
  const folder = await temporaryFolder();
  await expect(watching(folder, () => wait(5 * POLL_MS))).rejects.toMatchObject({ code: "not-found" });
});
