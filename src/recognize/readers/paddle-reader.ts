import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { MachineError } from "../../errors.ts";
import type { LineCrop } from "../line-crop.ts";
import { LinePool, type LineThread } from "./line-pool.ts";
import type { Answer, SeenChar } from "./paddle-child.ts";
import type { ReadChar } from "./reader.ts";

/** The compiled process lies beside this file, or in dist/ while this file runs as source. */
const PROCESS_URL = import.meta.url.endsWith(".ts")
  ? new URL("../../../dist/recognize/readers/paddle-child.js", import.meta.url)
  : new URL("./paddle-child.js", import.meta.url);

/**
 * A reader of another kind than tesseract's: the PP-OCRv4 recognition network, a process for each of its threads.
 * What both kinds see alike, they see independently. Its model comes from an installed npm package alone.
 */
export function openPaddle(options: { threads: number; lineTimeoutMs: number }): LinePool {
  return new LinePool({
    ...options,
    name: NAME,
    linesAThread: LINES_A_PROCESS,
    linesAhead: LINES_AHEAD,
    openThread: openProcess,
  });
}

const NAME = "PP-OCRv4 ch";
const LINES_A_PROCESS = 20_000;
/** Laying out a page keeps the program busy for as long as this many lines take to read. */
const LINES_AHEAD = 20;

async function openProcess(): Promise<LineThread> {
  const child = fork(fileURLToPath(PROCESS_URL), {
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const pending: { resolve: (chars: SeenChar[]) => void; reject: (error: unknown) => void }[] = [];
  // It must keep a program running while it reads, and no longer.
  const settleNext = (): (typeof pending)[number] | undefined => {
    const next = pending.shift();
    if (pending.length === 0) child.channel?.unref();
    return next;
  };
  const fail = (why: string, cause?: unknown): void => {
    const error = new MachineError("reader-failed-to-start", why, { cause });
    while (pending.length > 0) settleNext()?.reject(error);
  };
  child.on("message", (answer: Answer) => {
    if ("failure" in answer) return fail(answer.failure);
    settleNext()?.resolve(answer.chars);
  });
  child.on("error", (cause) => fail(String(cause), cause));
  child.on("exit", (code, signal) => fail(`exit ${code ?? signal}`));
  child.unref();
  child.channel?.unref();
  return {
    async read(crop) {
      const seen = await new Promise<SeenChar[]>((resolve, reject) => {
        pending.push({ resolve, reject });
        child.channel?.ref();
        child.send(crop.grey, (error) => error && fail(String(error), error));
      });
      return placeOnPage(seen, crop);
    },
    async close() {
      child.kill("SIGKILL");
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
