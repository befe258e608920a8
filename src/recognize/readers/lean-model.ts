import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

/**
 * Lends a folder that holds a gzipped language model without the parts of the older engine, which are nine tenths of
 * some and never read: every thread would hold them twice. `use` must have read the model when it ends.
 */
export async function withLeanModel<T>(file: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "hesuan-model-"));
  try {
    await writeFile(join(folder, basename(file, ".gz")), await readOnce(file));
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Unpacking takes as long as starting a thread, so threads that start together share it. */
function readOnce(file: string): Promise<Uint8Array> {
  const reading = unpacking.get(file) ?? readLeanModel(file).finally(() => unpacking.delete(file));
  unpacking.set(file, reading);
  return reading;
}

const unpacking = new Map<string, Promise<Uint8Array>>();

/** Of a model's parts: its settings, and from here on all that the line recognizer reads. */
const SETTINGS = 0;
const FIRST_OF_LINES = 16;

const COUNT_BYTES = 4;
const OFFSET_BYTES = 8;

/** A model has tens of megabytes; pieced together from the usual 16 KiB they take twice as long. */
const CHUNK_BYTES = 1024 ** 2;

/** The parts left are the same bytes. Throws RangeError where the file is no model. */
async function readLeanModel(file: string): Promise<Uint8Array> {
  const model = await promisify(gunzip)(await readFile(file), { chunkSize: CHUNK_BYTES });
  const count = model.readInt32LE(0);
  const offsets = Array.from({ length: count }, (_, part) =>
    Number(model.readBigInt64LE(COUNT_BYTES + part * OFFSET_BYTES)),
  );
  const starts = offsets.filter((offset) => offset >= 0).sort((a, b) => a - b);
  const endOf = (start: number): number => starts.find((other) => other > start) ?? model.length;
  const head = Buffer.alloc(COUNT_BYTES + count * OFFSET_BYTES);
  head.writeInt32LE(count, 0);
  const parts: Buffer[] = [];
  let end = head.length;
  for (const [part, start] of offsets.entries()) {
    const isKept = start >= 0 && (part === SETTINGS || part >= FIRST_OF_LINES);
    head.writeBigInt64LE(BigInt(isKept ? end : -1), COUNT_BYTES + part * OFFSET_BYTES);
    if (!isKept) continue;
    parts.push(model.subarray(start, endOf(start)));
    end += endOf(start) - start;
  }
  return Buffer.concat([head, ...parts]);
}
