import type { LineReader, Readers } from "./recognize/readers/reader.ts";
import { startFairTimer } from "./scan/fair-timer.ts";

/** A page took longer than it may. */
export class PageTimeoutError extends Error {}

/** So few lines of one page wait at a reader at once that giving the page up leaves little behind. */
const LINES_AHEAD = 64;

/** Pages take turns in the order they came, so that the first is done while later ones are still being laid out. */
let turns = 0;

/**
 * Runs a page's reading with readers that refuse further lines once its time is over or it is aborted.
 * Throws PageTimeoutError.
 */
export async function withDeadline<T>(
  readers: Readers,
  limitMs: number,
  signal: AbortSignal | undefined,
  work: (timed: Readers) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const late = new AbortController();
  const stopTimer = startFairTimer(limitMs, () =>
    late.abort(new PageTimeoutError(`no page in ${limitMs} ms`)),
  );
  // Not AbortSignal.any: what listens to such a signal lives as long as the outer one, and holds the page's pixels.
  const abort = (): void => late.abort(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  const stop = late.signal;
  const { first, second, network, figures } = readers;
  const turn = turns++;
  const inTurn = (reader: LineReader): LineReader => stopped(reader, stop, turn);
  const timed: Readers = {
    ...readers,
    first: inTurn(first),
    second: second && inTurn(second),
    network: network && inTurn(network),
    figures: figures && { digits: inTurn(figures.digits), capitals: inTurn(figures.capitals) },
  };
  const stopping = new Promise<never>((_, reject) => {
    stop.addEventListener("abort", () => reject(stop.reason), { once: true });
  });
  try {
    return await Promise.race([work(timed), stopping]);
  } finally {
    stopTimer();
    signal?.removeEventListener("abort", abort);
  }
}

function stopped(reader: LineReader, stop: AbortSignal, turn: number): LineReader {
  const waiting: (() => void)[] = [];
  let ahead = 0;
  return {
    name: reader.name,
    async readLine(crop) {
      if (ahead >= LINES_AHEAD) await new Promise<void>((resolve) => waiting.push(resolve));
      else ahead++;
      try {
        stop.throwIfAborted();
        return await reader.readLine(crop, turn);
      } finally {
        // The place in the queue is handed on, or given back.
        const next = waiting.shift();
        if (next) next();
        else ahead--;
      }
    },
  };
}
