import type { LineCrop } from "../line-crop.ts";
import type { LineReader, LineReading, ReadChar } from "./reader.ts";

/** One thread that reads one line after another. `read` rejects when the thread can't be used any more. */
export interface LineThread {
  /** `alphabet`: the characters the line may be read as; empty: all it knows. */
  read(crop: LineCrop, alphabet: string): Promise<ReadChar[]>;
  close(): Promise<void>;
}

export interface LinePoolOptions {
  name: string;
  threads: number;
  /** A line that takes longer is given up and its thread replaced. */
  lineTimeoutMs: number;
  /** Lines read by one thread before it is replaced: a WASM heap never shrinks. */
  linesAThread: number;
  /** Lines a thread is given ahead, so that it need not wait while whoever asks is busy with something else. */
  linesAhead?: number;
  /** Starting a thread takes as long as reading this many lines: as many must wait for each that runs before another starts. */
  linesAStart?: number;
  openThread(): Promise<LineThread>;
}

interface Waiting {
  crop: LineCrop;
  alphabet: string;
  reader: string;
  turn: number;
  resolve: (reading: LineReading) => void;
  reject: (error: unknown) => void;
  tries: number;
}

const TRIES = 2;

/** A few threads that share one queue of lines; they start with the first line to be read, or when told to. */
export class LinePool implements LineReader {
  readonly name: string;
  readonly #options: LinePoolOptions;
  readonly #queue: Waiting[] = [];
  readonly #threads = new Set<LineThread>();
  #wakers: (() => void)[] = [];
  #running = 0;
  #isClosed = false;

  constructor(options: LinePoolOptions) {
    this.#options = options;
    this.name = options.name;
  }

  readLine(crop: LineCrop, turn = 0): Promise<LineReading> {
    return this.#enqueue(crop, { alphabet: "", reader: this.name, turn });
  }

  /** The same threads as a reader that knows but these characters. */
  heldTo(alphabet: string): LineReader {
    const name = `${this.name} [${alphabet}]`;
    return { name, readLine: (crop, turn = 0) => this.#enqueue(crop, { alphabet, reader: name, turn }) };
  }

  #enqueue(crop: LineCrop, asked: Pick<Waiting, "alphabet" | "reader" | "turn">): Promise<LineReading> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) return reject(new Error("the readers were closed"));
      const later = this.#queue.findIndex(({ turn }) => turn > asked.turn);
      const at = later < 0 ? this.#queue.length : later;
      this.#queue.splice(at, 0, { crop, ...asked, resolve, reject, tries: 0 });
      for (const waker of this.#wakers.splice(0)) waker();
      this.start();
    });
  }

  /** Starts the threads that are worth it and not running; what keeps one from starting, the next line to be read tells. */
  start(): void {
    const { threads, linesAStart = 0 } = this.#options;
    while (!this.#isClosed && this.#running < threads && this.#queue.length >= this.#running * linesAStart) {
      void this.#run();
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const waker of this.#wakers.splice(0)) waker();
    for (const { reject } of this.#queue.splice(0)) reject(new Error("the readers were closed"));
    await Promise.all([...this.#threads].map((thread) => thread.close()));
    this.#threads.clear();
  }

  /** A pool whose engine doesn't start has nobody to read its lines: every one of them learns why. */
  async #run(): Promise<void> {
    this.#running++;
    try {
      while (!this.#isClosed) await this.#serve(await this.#open());
    } catch (error) {
      for (const { reject } of this.#queue.splice(0)) reject(error);
    } finally {
      this.#running--;
    }
  }

  async #open(): Promise<LineThread> {
    const thread = await this.#options.openThread();
    this.#threads.add(thread);
    // Nobody would close it any more.
    if (this.#isClosed) await thread.close();
    return thread;
  }

  /** Reads lines until the thread fails, hangs or has read its share; a line that failed is tried once more. */
  async #serve(thread: LineThread): Promise<void> {
    const { lineTimeoutMs, linesAThread, linesAhead = 0 } = this.#options;
    const given: { job: Waiting; chars: Promise<ReadChar[]> }[] = [];
    for (let lines = 0; lines < linesAThread && !this.#isClosed; ) {
      while (given.length <= linesAhead && lines + given.length < linesAThread) {
        const job = this.#queue.shift();
        if (!job) break;
        const chars = thread.read(job.crop, job.alphabet);
        // What fails while another line is awaited would end the process; it is told when it is awaited itself.
        chars.catch(() => undefined);
        given.push({ job, chars });
      }
      const [current] = given;
      if (!current) {
        await new Promise<void>((resolve) => this.#wakers.push(resolve));
        continue;
      }
      try {
        const chars = await withTimeout(current.chars, lineTimeoutMs);
        current.job.resolve({ reader: current.job.reader, chars });
        given.shift();
        lines++;
      } catch (error) {
        current.job.tries++;
        if (this.#isClosed || current.job.tries >= TRIES) {
          current.job.reject(error);
          given.shift();
        }
        break;
      }
    }
    this.#giveBack(given.map(({ job }) => job));
    this.#threads.delete(thread);
    await thread.close();
  }

  /** Lines a thread was given and has not read are the next for any other. */
  #giveBack(jobs: readonly Waiting[]): void {
    if (this.#isClosed) for (const { reject } of jobs) reject(new Error("the readers were closed"));
    else this.#queue.unshift(...jobs);
    for (const waker of this.#wakers.splice(0)) waker();
  }
}

async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("a line took too long")), ms);
    // Closed while it reads, a pool has nobody waiting for this.
    timer.unref();
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
