import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { type BatchEvent, readBatch, type ScanOptions, type ScanPipeline } from "./batch.ts";
import { findInputs } from "./batch-inputs.ts";
import { type OutputOptions, writeManifest } from "./batch-outputs.ts";
import { ManifestScan } from "./model/manifest.ts";
import { toOutputNames } from "./output-names.ts";
import { makeFolder, writeWhole } from "./write-whole.ts";

export interface WatchOptions {
  /** Asked once for each group of arrivals. */
  onEvent: () => (event: BatchEvent) => void;
  pollMs: number;
}

/**
 * Reads the scans of a folder as they arrive, until the signal stops it. A file is whole when its size and time
 * stay the same from one look to the next. What was read is kept in the output folder, so that a restart goes on,
 * from wherever it is started; a scan whose outputs were taken away since is read again.
 * Throws UnreadableInputError when the folder isn't there, MachineError when the machine lacks something.
 */
export async function watchFolder<Readers extends { close(): Promise<void> }>(
  inbox: string,
  pipeline: ScanPipeline<Readers>,
  scanOptions: ScanOptions,
  outputOptions: OutputOptions,
  { onEvent, pollMs }: WatchOptions,
): Promise<void> {
  const { signal } = scanOptions;
  const memory = await readMemory(outputOptions.folder);
  let before = new Map<string, string>();
  while (!signal?.aborted) {
    const now = await look(inbox);
    const arrived = [...now].filter(
      ([file, look]) => before.get(file) === look && memory.get(keyOf(file))?.look !== look,
    );
    before = now;
    if (arrived.length > 0) {
      const files = arrived.map(([file]) => file);
      const keys = new Set(files.map(keyOf));
      const taken = [...memory].filter(([key]) => !keys.has(key)).map(([, { name }]) => name);
      const known = files.map((file) => memory.get(keyOf(file))?.name ?? null);
      const names = toOutputNames(files, taken).map((name, at) => known[at] ?? name);
      const { outcomes } = await readBatch(files, pipeline, scanOptions, outputOptions, onEvent(), { names });
      for (const [at, outcome] of outcomes.entries()) {
        if (outcome.kind === "failed" && outcome.error.code === "interrupted") continue;
        memory.set(keyOf(outcome.path), { look: arrived[at][1], name: names[at], scan: outcome.scan });
      }
      await keepMemory(memory, outputOptions);
    }
    await wait(pollMs, undefined, { signal }).catch(() => null);
  }
}

/** The same file, however the folder was named when the watch was started. */
const keyOf = (file: string): string => path.resolve(file);

const Remembered = z.strictObject({ look: z.string(), name: z.string(), scan: ManifestScan });
const Memory = z.array(z.tuple([z.string(), Remembered]));
type Memory = Map<string, z.infer<typeof Remembered>>;

const MEMORY_NAME = ".hesuan-watch.json";

/** Every scan of the folder with its size and time. */
async function look(inbox: string): Promise<Map<string, string>> {
  const looks = new Map<string, string>();
  for (const input of await findInputs([inbox])) {
    if (input.kind === "failed") {
      if (input.error.code === "no-scans-in-folder") continue;
      throw input.error;
    }
    const status = await stat(input.path).catch(() => null);
    if (status) looks.set(input.path, `${status.size} ${status.mtimeMs}`);
  }
  return looks;
}

async function readMemory(folder: string): Promise<Memory> {
  try {
    const text = await readFile(path.join(folder, MEMORY_NAME), "utf8");
    const memory = new Map(Memory.parse(JSON.parse(text)));
    for (const [key, { scan }] of memory) {
      const outputs = scan.outputs.map((output) => path.join(folder, output));
      if (!(await areThere(outputs))) memory.delete(key);
    }
    return memory;
  } catch {
    // The first start here, or a file of another version: everything is looked at anew, from the cache.
    return new Map();
  }
}

async function areThere(files: readonly string[]): Promise<boolean> {
  for (const file of files) if ((await stat(file).catch(() => null)) === null) return false;
  return true;
}

/** The manifest and the front page tell of everything read so far, in natural order of the paths. */
async function keepMemory(memory: Memory, options: OutputOptions): Promise<void> {
  const sorted = [...memory].sort(([a], [b]) => (a < b ? -1 : 1));
  await makeFolder(options.folder);
  await writeWhole(path.join(options.folder, MEMORY_NAME), JSON.stringify(sorted));
  await writeManifest(
    sorted.map(([, { scan }]) => scan),
    options,
  );
}
