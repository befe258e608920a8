import { afterEach, describe, expect, test } from "vitest";
import type { LineCrop } from "../../src/recognize/line-crop.ts";
import { LinePool, type LinePoolOptions, type LineThread } from "../../src/recognize/readers/line-pool.ts";

const CROP: LineCrop = {
  grey: { widthPx: 1, heightPx: 1, data: new Uint8Array(1) },
  box: [0, 0, 1, 1],
  scale: 1,
  marginPx: 0,
};
const char = (text: string) => ({ text, confidence: 99, x0: 0, x1: 1 });

let pool: LinePool;
let opened: { closed: boolean }[];

/** A pool of threads that do what `read` says; the number is that of the thread. */
function poolOf(
  read: (thread: number, alphabet: string) => ReturnType<LineThread["read"]>,
  options: Partial<LinePoolOptions> = {},
): LinePool {
  opened = [];
  pool = new LinePool({
    name: "fake",
    threads: 1,
    lineTimeoutMs: 50,
    linesAThread: 100,
    async openThread() {
      const state = { closed: false };
      const number = opened.push(state);
      return {
        read: (_, alphabet) => read(number, alphabet),
        async close() {
          state.closed = true;
        },
      };
    },
    ...options,
  });
  return pool;
}

afterEach(() => pool.close());

describe("a pool of threads that read lines", () => {
  test("starts none before the first line", () => {
    poolOf(async () => [char("元")]);
    expect(opened).toEqual([]);
  });

  test("starts another thread only where enough lines wait for each that runs", async () => {
    const asked = (lines: number): Promise<unknown> =>
      Promise.all(Array.from({ length: lines }, () => pool.readLine(CROP)));
    poolOf(async () => [char("元")], { threads: 3, linesAStart: 4 });
    pool.start();
    expect(opened).toHaveLength(1);
    await asked(3);
    expect(opened).toHaveLength(1);
    await asked(8);
    expect(opened).toHaveLength(3);
  });

  test("starts all its threads at once where it is not told what a start takes", () => {
    poolOf(async () => [char("元")], { threads: 3 }).start();
    expect(opened).toHaveLength(3);
  });

  test("gives a line whose thread died to a new one", async () => {
    const reading = poolOf(async (thread) => {
      if (thread === 1) throw new Error("out of memory");
      return [char("元")];
    }).readLine(CROP);
    expect((await reading).chars).toEqual([char("元")]);
    expect(opened).toEqual([{ closed: true }, { closed: false }]);
  });

  test("gives up a line at which two threads hang, and goes on with the next", async () => {
    poolOf((thread) => (thread <= 2 ? new Promise(() => undefined) : Promise.resolve([char("万")])));
    const [hanging, next] = await Promise.allSettled([pool.readLine(CROP), pool.readLine(CROP)]);
    expect(hanging.status).toBe("rejected");
    expect(next).toMatchObject({ status: "fulfilled", value: { chars: [char("万")] } });
    expect(opened.map(({ closed }) => closed)).toEqual([true, true, false]);
  });

  test("tells every line why when its engine doesn't start, and tries again with the next", async () => {
    let starts = 0;
    poolOf(async () => [], {
      async openThread() {
        if (++starts === 1) throw new Error("no engine");
        return { read: async () => [char("元")], close: async () => undefined };
      },
    });
    const first = await Promise.allSettled([pool.readLine(CROP), pool.readLine(CROP)]);
    expect(first.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect((await pool.readLine(CROP)).chars).toEqual([char("元")]);
  });

  test("replaces a thread that has read its share", async () => {
    poolOf(async (thread) => [char(String(thread))], { linesAThread: 2 });
    const seen: string[] = [];
    for (let line = 0; line < 4; line++) seen.push((await pool.readLine(CROP)).chars[0].text);
    expect(seen).toEqual(["1", "1", "2", "2"]);
    expect(opened[0].closed).toBe(true);
  });

  test("gives a thread lines ahead, and those it didn't come to read to the next", async () => {
    const given: number[] = [0, 0];
    let die: (error: Error) => void = () => undefined;
    poolOf(
      (thread) => {
        given[thread - 1]++;
        // The first thread dies at the first of its lines.
        if (thread > 1) return Promise.resolve([char(String(thread))]);
        return new Promise((_, reject) => {
          const others = die;
          die = (error) => {
            others(error);
            reject(error);
          };
        });
      },
      { linesAhead: 2 },
    );
    const reading = Promise.all(Array.from({ length: 5 }, () => pool.readLine(CROP)));
    await expect.poll(() => given[0]).toBe(3);
    die(new Error("out of memory"));
    const read = await reading;
    expect(read.map(({ chars }) => chars[0].text)).toEqual(["2", "2", "2", "2", "2"]);
    expect(given).toEqual([3, 5]);
  });

  test("counts a death against none but the line it came at", async () => {
    poolOf((thread) => (thread <= 2 ? Promise.reject(new Error("died")) : Promise.resolve([char("元")])), {
      linesAhead: 2,
    });
    const read = await Promise.allSettled(Array.from({ length: 3 }, () => pool.readLine(CROP)));
    expect(read.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  });

  test("names the alphabet a line was held to, and holds no other line to it", async () => {
    poolOf(async (_, alphabet) => [char(alphabet)]);
    const [held, free] = await Promise.all([pool.heldTo("零壹").readLine(CROP), pool.readLine(CROP)]);
    expect(held).toEqual({ reader: "fake [零壹]", chars: [char("零壹")] });
    expect(free).toEqual({ reader: "fake", chars: [char("")] });
  });

  test("reads nothing once it is closed, and leaves no thread open that was starting then", async () => {
    let start: () => void = () => undefined;
    const started = new Promise<void>((resolve) => {
      start = resolve;
    });
    const state = { closed: false };
    poolOf(async () => [], {
      async openThread() {
        await started;
        return {
          read: async () => [],
          async close() {
            state.closed = true;
          },
        };
      },
    });
    const reading = pool.readLine(CROP);
    const closing = pool.close();
    start();
    await expect(reading).rejects.toThrow();
    await closing;
    await expect(pool.readLine(CROP)).rejects.toThrow();
    await expect.poll(() => state.closed).toBe(true);
  });
});
