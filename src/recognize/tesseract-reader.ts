import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createWorker, OEM, PSM, type Worker } from "tesseract.js";
import { MachineError } from "../errors.ts";
import { blocksToChars } from "./blocks-to-chars.ts";
import { withLeanModel } from "./lean-model.ts";
import type { LineCrop } from "./line-crop.ts";
import type { LineReader, LineReading, ReadChar, Readers } from "./reader.ts";

export type Language = "chi_sim" | "chi_tra";

/** A model of an installed language package. */
interface Model {
  language: Language | "eng";
  folder: string;
}
const VERSION = "tesseract.js 7";

export interface TesseractOptions {
  language: Language;
  /** OCR threads for each model. */
  threads: number;
  /** A line that takes longer is given up and its thread restarted. */
  lineTimeoutMs: number;
}

/**
 * The OCR readers; language data comes from the installed npm package alone. Must be closed.
 * Threads start with the first line to be read: a text layer needs none, nor does a file that can't be opened.
 * Throws MachineError when the data is missing; reading a line does when the engine doesn't start.
 */
export async function openTesseract(options: TesseractOptions): Promise<Omit<Readers, "network">> {
  const { language, threads } = options;
  // The two models of one package err in different places, which makes them two readers.
  const first = new TesseractPool({ language, folder: "4.0.0_best_int" }, options, threads);
  const second = new TesseractPool({ language, folder: "4.0.0" }, options, threads);
  // Held to a small alphabet, these two see figures that the others take for something else.
  const english = new TesseractPool({ language: "eng", folder: "4.0.0_best_int" }, options, 1);
  const digits = english.heldTo(DIGITS);
  // A thread of its own would start and hold the second model once more for a line on every other page.
  const capitals = second.heldTo(CAPITALS);
  return {
    first,
    second,
    figures: { digits, capitals },
    names: [first, second, digits, capitals].map(({ name }) => name),
    async close() {
      await Promise.all([first, second, english].map((pool) => pool.close()));
    },
  };
}

const DIGITS = "0123456789.,%";
const CAPITALS = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正";

function languageFolder(language: Model["language"]): string {
  const name = `@tesseract.js-data/${language}`;
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch (cause) {
    throw new MachineError("language-data-missing", name, { cause });
  }
}

interface Waiting {
  crop: LineCrop;
  /** The characters it may be read as; empty: all the model knows. */
  alphabet: string;
  reader: string;
  resolve: (reading: LineReading) => void;
  reject: (error: unknown) => void;
  tries: number;
}

/** Lines recycled through one thread before it is replaced: its memory never shrinks. */
const LINES_A_THREAD = 4000;
const TRIES = 2;

/** A few threads of one model, sharing one queue of lines. */
class TesseractPool implements LineReader {
  readonly name: string;
  readonly #model: Model;
  readonly #options: TesseractOptions;
  readonly #threadCount: number;
  readonly #dataPath: string;
  readonly #queue: Waiting[] = [];
  readonly #threads = new Set<Worker>();
  /** The alphabet each thread is held to now. */
  readonly #alphabets = new WeakMap<Worker, string>();
  #isStarted = false;
  #closed = false;

  constructor(model: Model, options: TesseractOptions, threadCount: number) {
    this.#model = model;
    this.#options = options;
    this.#threadCount = threadCount;
    this.#dataPath = join(languageFolder(model.language), model.folder);
    this.name = `${VERSION} ${model.language} ${model.folder}`;
  }

  readLine(crop: LineCrop): Promise<LineReading> {
    return this.#enqueue(crop, "", this.name);
  }

  /** The same threads as a reader that knows but these characters. */
  heldTo(alphabet: string): LineReader {
    const name = `${this.name} [${alphabet}]`;
    return { name, readLine: (crop) => this.#enqueue(crop, alphabet, name) };
  }

  #enqueue(crop: LineCrop, alphabet: string, reader: string): Promise<LineReading> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new Error("the readers were closed"));
      this.#queue.push({ crop, alphabet, reader, resolve, reject, tries: 0 });
      this.#start();
      this.#wake();
    });
  }

  #start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    void this.#run();
  }

  /** A pool whose engine doesn't start has nobody to read its lines: every one of them learns why. */
  async #run(): Promise<void> {
    try {
      const threads = await this.#openThreads(this.#threadCount);
      await Promise.all(threads.map((thread) => this.#serve(thread)));
    } catch (error) {
      for (const { reject } of this.#queue.splice(0)) reject(error);
      this.#isStarted = false;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#isStarted = true;
    this.#wake();
    for (const { reject } of this.#queue.splice(0)) reject(new Error("the readers were closed"));
    await Promise.all([...this.#threads].map((thread) => thread.terminate()));
    this.#threads.clear();
  }

  #wakers: (() => void)[] = [];

  #wake(): void {
    for (const waker of this.#wakers.splice(0)) waker();
  }

  /** Unpacking a model takes as long as starting a thread with it, so threads that start together share one. */
  async #openThreads(count: number): Promise<Worker[]> {
    const file = join(this.#dataPath, `${this.#model.language}.traineddata.gz`);
    try {
      return await withLeanModel(file, (folder) =>
        Promise.all(Array.from({ length: count }, () => this.#openThread(folder))),
      );
    } catch (cause) {
      if (cause instanceof MachineError) throw cause;
      throw new MachineError("reader-failed-to-start", String(cause), { cause });
    }
  }

  async #openThread(langPath: string): Promise<Worker> {
    const { language } = this.#model;
    const thread = await createWorker(language, OEM.LSTM_ONLY, {
      langPath,
      cacheMethod: "none",
      gzip: false,
      // Without a handler a rejected job ends the process; the rejection itself reaches its caller anyway.
      errorHandler: () => undefined,
    });
    this.#threads.add(thread);
    // The engine has read its copy; left there, it would stay in memory.
    await thread.FS("unlink", [`${language}.traineddata`]);
    const parameters = {
      tessedit_pageseg_mode: PSM.RAW_LINE,
      tessedit_do_invert: "0",
      user_defined_dpi: "200",
    };
    await thread.setParameters(parameters as Parameters<Worker["setParameters"]>[0]);
    if (this.#closed) await thread.terminate();
    return thread;
  }

  /** Reads lines one after another; a thread that fails or hangs is replaced and the line tried once more. */
  async #serve(first: Worker): Promise<void> {
    let thread = first;
    let lines = 0;
    while (!this.#closed) {
      const job = this.#queue.shift();
      if (!job) {
        await new Promise<void>((resolve) => this.#wakers.push(resolve));
        continue;
      }
      try {
        job.resolve({ reader: job.reader, chars: await this.#read(thread, job) });
        lines++;
      } catch (error) {
        job.tries++;
        if (this.#closed || job.tries >= TRIES) job.reject(error);
        else this.#queue.unshift(job);
        lines = LINES_A_THREAD;
      }
      if (lines < LINES_A_THREAD || this.#closed) continue;
      this.#threads.delete(thread);
      await thread.terminate();
      [thread] = await this.#openThreads(1);
      lines = 0;
    }
  }

  async #read(thread: Worker, { crop, alphabet }: Waiting): Promise<ReadChar[]> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("a line took too long")), this.#options.lineTimeoutMs);
    });
    try {
      const job = this.#holdTo(thread, alphabet).then(() =>
        thread.recognize(pgmOf(crop), {}, { text: false, blocks: true }),
      );
      const { data } = await Promise.race([job, timeout]);
      return blocksToChars(data.blocks, crop);
    } finally {
      clearTimeout(timer);
    }
  }

  async #holdTo(thread: Worker, alphabet: string): Promise<void> {
    if ((this.#alphabets.get(thread) ?? "") === alphabet) return;
    await thread.setParameters({ tessedit_char_whitelist: alphabet });
    this.#alphabets.set(thread, alphabet);
  }
}

/** PGM needs no compression, which for PNG costs a third as much as the reading. */
function pgmOf({ grey }: LineCrop): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${grey.widthPx} ${grey.heightPx}\n255\n`), grey.data]);
}
