import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

const ENGINE = pathToFileURL(join(import.meta.dirname, "..", "..", "src", "cli-engine.ts")).href;

/** V8 says nothing of a flag it takes; of one it doesn't know it complains, and goes on as if nothing had been asked. */
function complaintsAbout(script: string): string {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", script],
    { encoding: "utf8" },
  );
  expect(status).toBe(0);
  return stderr;
}

test("V8 knows what it is asked for", () => {
  expect(complaintsAbout(`(await import(${JSON.stringify(ENGINE)})).runSparingly()`)).toBe("");
});

test("V8 complains of what it doesn't know", () => {
  expect(complaintsAbout(`(await import("node:v8")).setFlagsFromString("--unheard-of=1")`)).not.toBe("");
});

test("the processes it starts read no certificates, which none of them needs", () => {
  const script = `(await import(${JSON.stringify(ENGINE)})).runSparingly(); process.stdout.write(String(process.env.NODE_EXTRA_CA_CERTS))`;
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: "/nowhere.pem" };
  const words = ["--import", "tsx", "--input-type=module", "--eval", script];
  expect(spawnSync(process.execPath, words, { env, encoding: "utf8" }).stdout).toBe("undefined");
});
