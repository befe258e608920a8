import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { type BatchEvent, readBatch, type ScanOptions, type ScanPipeline } from "./batch.ts";
import { findInputs } from "./batch-inputs.ts";
import { type OutputOptions, writeManifest } from "./batch-outputs.ts";
import { ManifestScan } from "./model/manifest.ts";
import { toOutputNames } from "./output-names.ts";
import { digestOfProgram } from "./program-digest.ts";
import { makeFolder, writeWhole } from "./write-whole.ts";

export interface WatchOptions {
  /** Asked once for each group of arrivals. */
  onEvent: () => (event: BatchEvent) => void;
  pollMs: number;
}

/**
 * Reads the scans of a folder as they arrive, until the signal stops it. A file is whole when its size and time
 * stay the same from one look to the next. What was read is kept in the output folder, so that a restart goes on,
 * from wherever it is started; what failed, or whose outputs were taken away since, is read again, and all of it
 * (from the cache) where the program or the outputs asked for are others than they were.
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
  const maker = makerOf(scanOptions, outputOptions);
  const memory = await readMemory(outputOptions.folder, maker);
  let before = new Map<string, string>();
  while (!signal?.aborted) {
    const now = await look(inbox);
    const arrived = [...now].filter(
      ([file, look]) => before.get(file) === look && memory.get(keyOf(file))?.look !== look,
    );
    before = now;
    if (arrived.length > 0) {
      const files = arrived.map(([file]) => file);
      const names = namesOf(files, memory);
      const { outcomes } = await readBatch(files, pipeline, scanOptions, outputOptions, onEvent(), { names });
      for (const [at, outcome] of outcomes.entries()) {
        if (outcome.kind === "failed" && outcome.error.code === "interrupted") continue;
        memory.set(keyOf(outcome.path), { look: arrived[at][1], name: names[at], scan: outcome.scan });
      }
      await keepMemory(memory, maker, outputOptions);
    }
    await wait(pollMs, undefined, { signal }).catch(() => null);
  }
}

/** A scan keeps the name it has; a new one takes none that another has. */
function namesOf(files: readonly string[], memory: Memory): string[] {
  const taken = [...memory.values()].map(({ name }) => name);
  const strangers = files.filter((file) => !memory.has(keyOf(file)));
  const given = new Map(toOutputNames(strangers, taken).map((name, at) => [strangers[at], name]));
  return files.map((file) => memory.get(keyOf(file))?.name ?? given.get(file) ?? "");
}

/** The same file, however the folder was named when the watch was started. */
const keyOf = (file: string): string => path.resolve(file);

/** `look` is null where the scan is to be read again, under the name it has. */
const Remembered = z.strictObject({ look: z.string().nullable(), name: z.string(), scan: ManifestScan });
/** `maker` stands for all that makes outputs of a scan. */
const MemoryFile = z.strictObject({ maker: z.string(), scans: z.array(z.tuple([z.string(), Remembered])) });
type Memory = Map<string, z.infer<typeof Remembered>>;

function makerOf({ lang }: ScanOptions, { formats, language }: OutputOptions): string {
  return JSON.stringify([digestOfProgram(), lang, language, [...formats].sort()]);
}

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

async function readMemory(folder: string, maker: string): Promise<Memory> {
  try {
    const file = MemoryFile.parse(JSON.parse(await readFile(path.join(folder, MEMORY_NAME), "utf8")));
    const memory = new Map(file.scans);
    for (const remembered of memory.values()) {
      const { outcome, outputs } = remembered.scan;
      const holds = file.maker === maker && outcome === "read";
      const files = outputs.map((output) => path.join(folder, output));
      if (!holds || !(await areThere(files))) remembered.look = null;
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
async function keepMemory(memory: Memory, maker: string, options: OutputOptions): Promise<void> {
  const sorted = [...memory].sort(([a], [b]) => (a < b ? -1 : 1));
  await makeFolder(options.folder);
  await writeWhole(path.join(options.folder, MEMORY_NAME), JSON.stringify({ maker, scans: sorted }));
  await writeManifest(
    sorted.map(([, { scan }]) => scan),
    options,
  );
}
