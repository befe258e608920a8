import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createWorker, OEM, PSM, type Worker } from "tesseract.js";
import { MachineError } from "../../errors.ts";
import type { LineCrop } from "../line-crop.ts";
import { blocksToChars } from "./blocks-to-chars.ts";
import { withLeanModel } from "./lean-model.ts";
import { LinePool, type LineThread } from "./line-pool.ts";
import type { Readers } from "./reader.ts";

export type Language = "chi_sim" | "chi_tra";

/** A model of an installed language package. */
interface Model {
  language: Language | "eng";
  folder: string;
}
const VERSION = "tesseract.js 7";

export interface TesseractOptions {
  language: Language;
  /** OCR threads for each of the two models. */
  threads: { first: number; second: number };
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
  const first = poolOf({ language, folder: "4.0.0_best_int" }, options, threads.first);
  const second = poolOf({ language, folder: "4.0.0" }, options, threads.second);
  // Held to a small alphabet, these two see figures that the others take for something else.
  const english = poolOf({ language: "eng", folder: "4.0.0_best_int" }, options, 1);
  const digits = english.heldTo(DIGITS);
  // A thread of its own would start and hold the second model once more for a line on every other page.
  const capitals = second.heldTo(CAPITALS);
  return {
    first,
    second,
    figures: { digits, capitals },
    names: [first, second, digits, capitals].map(({ name }) => name),
    start() {
      first.start();
      second.start();
    },
    async close() {
      await Promise.all([first, second, english].map((pool) => pool.close()));
    },
  };
}

/**
 * How many threads keep up with a network of so many processes: of a long scan the first model's lines take half as
 * long as the network's, the second one's a quarter. Each more would take some 60 MB, and none is waited for.
 */
export function threadsBesideNetwork(processes: number): TesseractOptions["threads"] {
  return { first: Math.ceil(processes / 2), second: Math.ceil(processes / 4) };
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

/** Lines recycled through one thread before it is replaced: its memory never shrinks. */
const LINES_A_THREAD = 4000;

/**
 * A thread takes a third of a second to start, or 16 lines. While the network keeps every processor busy, another one
 * only takes from it, and one alone mostly keeps up: what waits for it in a scan of 7 pages is some 30 lines.
 */
const LINES_A_START = 40;
/** Laying out a page keeps the program busy for as long as this many lines take to read. */
const LINES_AHEAD = 8;

function poolOf(model: Model, { lineTimeoutMs }: TesseractOptions, threads: number): LinePool {
  const file = join(languageFolder(model.language), model.folder, `${model.language}.traineddata.gz`);
  return new LinePool({
    name: `${VERSION} ${model.language} ${model.folder}`,
    threads,
    lineTimeoutMs,
    linesAThread: LINES_A_THREAD,
    linesAStart: LINES_A_START,
    linesAhead: LINES_AHEAD,
    openThread: () => openThread(model.language, file),
  });
}

async function openThread(language: Model["language"], file: string): Promise<LineThread> {
  try {
    return toLineThread(await withLeanModel(file, (folder) => openWorker(language, folder)));
  } catch (cause) {
    // The engine's start-up errors are strings.
    throw new MachineError("reader-failed-to-start", String(cause), { cause });
  }
}

async function openWorker(language: Model["language"], langPath: string): Promise<Worker> {
  const worker = await createWorker(language, OEM.LSTM_ONLY, {
    langPath,
    cacheMethod: "none",
    gzip: false,
    // Without a handler a rejected job ends the process; the rejection itself reaches its caller anyway.
    errorHandler: () => undefined,
  });
  // The engine has read its copy; left there, it would stay in memory.
  await worker.FS("unlink", [`${language}.traineddata`]);
  const parameters = {
    tessedit_pageseg_mode: PSM.RAW_LINE,
    tessedit_do_invert: "0",
    user_defined_dpi: "200",
  };
  await worker.setParameters(parameters as Parameters<Worker["setParameters"]>[0]);
  return worker;
}

function toLineThread(worker: Worker): LineThread {
  let heldTo = "";
  let isHeld: Promise<unknown> = Promise.resolve();
  let lastRead: Promise<unknown> = Promise.resolve();
  return {
    async read(crop, alphabet) {
      // The engine answers in turn, but a line's picture sets out after an alphabet given later: lines before must be read.
      if (alphabet !== heldTo) {
        heldTo = alphabet;
        isHeld = lastRead.then(() => worker.setParameters({ tessedit_char_whitelist: alphabet }));
      }
      const reading = isHeld.then(() => worker.recognize(pgmOf(crop), {}, { text: false, blocks: true }));
      lastRead = reading.catch(() => undefined);
      const { data } = await reading;
      return blocksToChars(data.blocks, crop);
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** PGM needs no compression, which for PNG costs a third as much as the reading. */
function pgmOf({ grey }: LineCrop): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${grey.widthPx} ${grey.heightPx}\n255\n`), grey.data]);
}
