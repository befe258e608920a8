import { Worker } from "node:worker_threads";
import { MachineError } from "../errors.ts";
import type { LineCrop } from "./line-crop.ts";
import { LinePool, type LineThread } from "./line-pool.ts";
import type { SeenChar } from "./paddle-thread.ts";
import type { ReadChar } from "./reader.ts";

/** Where the compiled thread lies: beside this file, or in dist/ while this file runs as source. */
const THREAD_URL = import.meta.url.endsWith(".ts")
  ? new URL("../../dist/recognize/paddle-thread.js", import.meta.url)
  : new URL("./paddle-thread.js", import.meta.url);

/**
 * A reader of another kind than tesseract's: the PP-OCRv4 recognition network, run as WebAssembly.
 * What both kinds see alike, they see independently. Its model comes from an installed npm package alone.
 */
export function openPaddle(options: { threads: number; lineTimeoutMs: number }): LinePool {
  return new LinePool({ ...options, name: NAME, linesAThread: LINES_A_THREAD, openThread });
}

const NAME = "PP-OCRv4 ch";
const LINES_A_THREAD = 20_000;

interface Answer {
  chars?: SeenChar[];
  failure?: string;
}

async function openThread(): Promise<LineThread> {
  const worker = new Worker(THREAD_URL, { execArgv: [], stdout: true, stderr: true });
  let pending: { resolve: (chars: SeenChar[]) => void; reject: (error: unknown) => void } | null = null;
  const fail = (error: unknown): void => {
    pending?.reject(error);
    pending = null;
  };
  worker.on("message", ({ chars, failure }: Answer) => {
    if (!chars) return fail(new MachineError("reader-failed-to-start", String(failure)));
    pending?.resolve(chars);
    pending = null;
  });
  worker.on("error", (cause) => fail(new MachineError("reader-failed-to-start", String(cause), { cause })));
  worker.on("exit", (code) => fail(new MachineError("reader-failed-to-start", `exit ${code}`)));
  // It must not keep a program running that has nothing left to read.
  worker.unref();
  return {
    async read(crop) {
      const seen = await new Promise<SeenChar[]>((resolve, reject) => {
        pending = { resolve, reject };
        worker.postMessage(crop.grey);
      });
      return placeOnPage(seen, crop);
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** The network tells the middle of a character; where two meet is taken to be half way between. */
function placeOnPage(seen: readonly SeenChar[], crop: LineCrop): ReadChar[] {
  const toPage = (at: number): number =>
    Math.round(crop.box[0] + (at * crop.grey.widthPx - crop.marginPx) * crop.scale);
  const middles = seen.map(({ at }) => at);
  const half = crop.grey.heightPx / 2 / crop.grey.widthPx;
  const edge = (i: number): number => {
    const [before, after] = [middles[i - 1], middles[i]];
    if (before === undefined) return after - half;
    return after === undefined ? before + half : (before + after) / 2;
  };
  return seen
    .map(({ text, confidence }, i) => ({ text, confidence, x0: toPage(edge(i)), x1: toPage(edge(i + 1)) }))
    .filter(({ text }, i) => text.length === 1 && (text !== " " || isBetweenWords(seen, i)));
}

const LATIN = /[A-Za-z]/;

function isBetweenWords(seen: readonly SeenChar[], at: number): boolean {
  return LATIN.test(seen[at - 1]?.text ?? "") && LATIN.test(seen[at + 1]?.text ?? "");
}
