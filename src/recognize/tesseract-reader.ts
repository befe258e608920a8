import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createWorker, OEM, PSM, type Worker } from "tesseract.js";
import { MachineError } from "../errors.ts";
import { withLeanModel } from "./lean-model.ts";
import type { LineCrop } from "./line-crop.ts";
import type { LineReader, LineReading, ReadChar, Readers } from "./reader.ts";

export type Language = "chi_sim" | "chi_tra";

/** A model of an installed language package, with the alphabet it is held to (empty: all it knows). */
interface Model {
  language: Language | "eng";
  folder: string;
  alphabet: string;
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
  const first = new TesseractPool({ language, folder: "4.0.0_best_int", alphabet: "" }, options, threads);
  const second = new TesseractPool({ language, folder: "4.0.0", alphabet: "" }, options, threads);
  // Held to a small alphabet, these two see figures that the others take for something else.
  const digits = new TesseractPool(
    { language: "eng", folder: "4.0.0_best_int", alphabet: DIGITS },
    options,
    1,
  );
  const capitals = new TesseractPool({ language, folder: "4.0.0", alphabet: CAPITALS }, options, 1);
  const pools = [first, second, digits, capitals];
  return {
    first,
    second,
    figures: { digits, capitals },
    names: pools.map((pool) => pool.name),
    async close() {
      await Promise.all(pools.map((pool) => pool.close()));
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
  #isStarted = false;
  #closed = false;

  constructor(model: Model, options: TesseractOptions, threadCount: number) {
    this.#model = model;
    this.#options = options;
    this.#threadCount = threadCount;
    this.#dataPath = join(languageFolder(model.language), model.folder);
    const { language, folder, alphabet } = model;
    this.name = `${VERSION} ${language} ${folder}${alphabet === "" ? "" : ` [${alphabet}]`}`;
  }

  readLine(crop: LineCrop): Promise<LineReading> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new Error("the readers were closed"));
      this.#queue.push({ crop, resolve, reject, tries: 0 });
      this.#start();
      this.#wake();
    });
  }

  #start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    for (let thread = 0; thread < this.#threadCount; thread++) void this.#run();
  }

  /** A pool whose engine doesn't start has nobody to read its lines: every one of them learns why. */
  async #run(): Promise<void> {
    try {
      await this.#serve(await this.#openThread());
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

  async #openThread(): Promise<Worker> {
    const { language } = this.#model;
    const file = `${language}.traineddata`;
    try {
      const thread = await withLeanModel(join(this.#dataPath, `${file}.gz`), (langPath) =>
        createWorker(language, OEM.LSTM_ONLY, {
          langPath,
          cacheMethod: "none",
          gzip: false,
          // Without a handler a rejected job ends the process; the rejection itself reaches its caller anyway.
          errorHandler: () => undefined,
        }),
      );
      // The engine has read its copy; left there, it would stay in memory.
      await thread.FS("unlink", [file]);
      await thread.setParameters({
        tessedit_pageseg_mode: PSM.RAW_LINE,
        tessedit_do_invert: "0",
        user_defined_dpi: "200",
        tessedit_char_whitelist: this.#model.alphabet,
      } as Parameters<Worker["setParameters"]>[0]);
      this.#threads.add(thread);
      if (this.#closed) await thread.terminate();
      return thread;
    } catch (cause) {
      if (cause instanceof MachineError) throw cause;
      throw new MachineError("reader-failed-to-start", String(cause), { cause });
    }
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
        job.resolve({ reader: this.name, chars: await this.#read(thread, job.crop) });
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
      thread = await this.#openThread();
      lines = 0;
    }
  }

  async #read(thread: Worker, crop: LineCrop): Promise<ReadChar[]> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("a line took too long")), this.#options.lineTimeoutMs);
    });
    try {
      const job = thread.recognize(pgmOf(crop), {}, { text: false, blocks: true });
      const { data } = await Promise.race([job, timeout]);
      return charsOf(data.blocks, crop);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** PGM needs no compression, which for PNG costs a third as much as the reading. */
function pgmOf({ grey }: LineCrop): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${grey.widthPx} ${grey.heightPx}\n255\n`), grey.data]);
}

type Blocks = Awaited<ReturnType<Worker["recognize"]>>["data"]["blocks"];

function charsOf(blocks: Blocks, crop: LineCrop): ReadChar[] {
  const chars: ReadChar[] = [];
  const toPage = (x: number): number => Math.round(crop.box[0] + (x - crop.marginPx) * crop.scale);
  const words = (blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines.flatMap((line) => line.words)),
  );
  let previous = "";
  for (const word of words) {
    const isLatin = LATIN.test(word.text[0] ?? "");
    if (LATIN.test(previous) && isLatin) {
      const x = chars.at(-1)?.x1 ?? toPage(word.bbox.x0);
      chars.push({ text: " ", confidence: 99, x0: x, x1: x });
    }
    for (const { text, confidence, bbox } of word.symbols) {
      // One UTF-16 unit a character keeps text, confidences and edges in step.
      for (const unit of text.trim()) {
        if (unit.length === 1)
          chars.push({ text: unit, confidence, x0: toPage(bbox.x0), x1: toPage(bbox.x1) });
      }
    }
    previous = word.text.at(-1) ?? "";
  }
  return chars;
}

const LATIN = /[A-Za-z]/;
