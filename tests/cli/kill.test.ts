import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";

const ROOT = join(import.meta.dirname, "..", "..");

function start(
  folder: string,
  out: string,
  cache: string,
): { child: ChildProcess; ended: Promise<number | null> } {
  const formats = "json,html,csv,md,jsonl";
  const words = ["read", "in", "-o", out, "-f", formats, "--jobs", "1", "--cache-dir", cache, "--quiet"];
  const child = spawn(process.execPath, [join(ROOT, "dist", "cli.js"), ...words], {
    cwd: folder,
    stdio: "ignore",
  });
  return { child, ended: new Promise((resolve) => child.once("exit", resolve)) };
}

/** Every file of a folder, with the times a run took taken out. */
async function contentsOf(folder: string): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const name of (await readdir(folder).catch((): string[] => [])).sort()) {
    const text = await readFile(join(folder, name), "utf8");
    if (name === "index.html") contents[name] = text.replace(/<td class="num">[^<]*<\/td><\/tr>/g, "");
    else contents[name] = text.replace(/"elapsedMs": \d+/g, '"elapsedMs": 0');
  }
  return contents;
}

test("a batch killed at any moment goes on as if nothing had happened, and leaves nothing half-written", async () => {
  const folder = await temporaryFolder();
  const pdf = await readFile(join(ROOT, "fixtures", "born-digital", "scan.pdf"));
  await mkdir(join(folder, "in"));
  for (const name of ["a", "合同 b", "c"]) {
    // Bytes behind the end make files of their own, which no cache takes for each other.
    await writeFile(join(folder, "in", `${name}.pdf`), Buffer.concat([pdf, Buffer.from(`\n% ${name}\n`)]));
  }
  const undisturbed = start(folder, "whole", join(folder, "cache-1"));
  const startedMs = performance.now();
  expect(await undisturbed.ended).toBe(0);
  const usualMs = performance.now() - startedMs;
  for (const share of [0.5, 0.7, 0.9]) {
    const { child, ended } = start(folder, "killed", join(folder, "cache-2"));
    await wait(usualMs * share);
    child.kill("SIGKILL");
    await ended;
    for (const [name, text] of Object.entries(await contentsOf(join(folder, "killed")))) {
      if (name.endsWith(".json")) expect(() => JSON.parse(text), name).not.toThrow();
      if (name.endsWith(".html")) expect(text.trimEnd(), name).toMatch(/<\/html>$/);
    }
  }
  expect(await start(folder, "killed", join(folder, "cache-2")).ended).toBe(0);
  expect(await contentsOf(join(folder, "killed"))).toEqual(await contentsOf(join(folder, "whole")));
});
