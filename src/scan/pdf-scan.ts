import { Worker } from "node:worker_threads";
import { UnreadableInputError } from "../errors.ts";
import type { OpenScan } from "../model/picture.ts";
import type { ScanLimits } from "./limits.ts";
import type { Identity } from "./open-scan.ts";
import type { PdfReply, PdfRequest } from "./pdf-protocol.ts";

/**
 * Opens a PDF on a thread of its own: a file that loops or eats memory costs that thread, not the program.
 * Throws UnreadableInputError.
 */
export async function openPdf(
  path: string,
  identity: Identity,
  limits: ScanLimits,
  password?: string,
): Promise<OpenScan> {
  const { pagePixels } = limits;
  const thread = new PdfThread({ kind: "open", path, password: password ?? null, pagePixels }, limits);
  try {
    const opened = await thread.open();
    if (opened.kind !== "opened") throw unexpected(opened);
    const { pageCount, outline } = opened;
    if (pageCount === 0) throw new UnreadableInputError("no-pages", path);
    if (pageCount > limits.pages) {
      throw new UnreadableInputError("too-many-pages", path, `${pageCount} > ${limits.pages}`);
    }
    return {
      ...identity,
      pageCount,
      outline,
      async readPage(pageNumber) {
        const page = await thread.readPage(pageNumber);
        if (page.kind !== "page") throw unexpected(page);
        const { pixels, dpi, layer, isPicture } = page;
        return { pageNumber, pixels, dpi, layer, isPicture };
      },
      close: () => thread.close(),
    };
  } catch (error) {
    await thread.close();
    throw error;
  }
}

/** Where the compiled thread lies: beside this file, or in dist/ while this file runs as source. */
const THREAD_URL = import.meta.url.endsWith(".ts")
  ? new URL("../../dist/scan/pdf-thread.js", import.meta.url)
  : new URL("./pdf-thread.js", import.meta.url);

/** One request at a time to the thread that holds the PDF; one that dies or hangs is replaced for the next page. */
class PdfThread {
  readonly #open: Extract<PdfRequest, { kind: "open" }>;
  readonly #timeoutMs: number;
  readonly #memoryMb: number;
  #worker: Worker | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(open: Extract<PdfRequest, { kind: "open" }>, { pageMs, pdfMemoryMb }: ScanLimits) {
    this.#open = open;
    this.#timeoutMs = pageMs;
    this.#memoryMb = pdfMemoryMb;
  }

  open(): Promise<PdfReply> {
    return this.#inTurn(() => this.#openNow());
  }

  readPage(pageNumber: number): Promise<PdfReply> {
    return this.#inTurn(async () => {
      if (!this.#worker) await this.#openNow();
      return await this.#askNow({ kind: "page", pageNumber }, pageNumber);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  #inTurn(work: () => Promise<PdfReply>): Promise<PdfReply> {
    const answer = this.#turn.then(work);
    this.#turn = answer.catch(() => null);
    return answer;
  }

  async #openNow(): Promise<PdfReply> {
    if (this.#closed) throw new Error("the PDF was closed");
    const worker = new Worker(THREAD_URL, {
      resourceLimits: { maxOldGenerationSizeMb: this.#memoryMb },
      // The program's own flags (--input-type, --inspect) are not meant for the thread.
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    this.#worker = worker;
    // Between two requests nobody listens; without a listener an error would end the process.
    worker.on("error", () => this.#giveUp(worker));
    worker.on("exit", () => this.#giveUp(worker));
    return await this.#askNow(this.#open, null);
  }

  #giveUp(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null;
  }

  #askNow(request: PdfRequest, pageNumber: number | null): Promise<PdfReply> {
    return new Promise((resolve, reject) => {
      const worker = this.#worker;
      const fail = (code: PdfFailedReason | "timed-out", detail: string | null, cause?: unknown): void => {
        settle();
        reject(new UnreadableInputError(code, this.#open.path, detail, { cause, pageNumber }));
      };
      const onMessage = (reply: PdfReply): void => {
        if (reply.kind === "failed") {
          fail(reply.reason, reply.detail === "" ? null : reply.detail);
          return;
        }
        settle();
        resolve(reply);
      };
      const onDeath = (cause?: unknown): void =>
        fail("damaged-pdf", "the file brings its reader down", cause);
      const timer = setTimeout(() => {
        if (worker) {
          this.#giveUp(worker);
          void worker.terminate();
        }
        fail("timed-out", `${this.#timeoutMs / 1000} s`);
      }, this.#timeoutMs);
      const settle = (): void => {
        clearTimeout(timer);
        worker?.off("message", onMessage).off("error", onDeath).off("exit", onDeath);
      };
      if (!worker) {
        onDeath();
        return;
      }
      worker.on("message", onMessage).on("error", onDeath).on("exit", onDeath);
      worker.postMessage(request);
    });
  }
}

type PdfFailedReason = Extract<PdfReply, { kind: "failed" }>["reason"];

function unexpected(reply: PdfReply): Error {
  return new Error(`the PDF thread answered out of turn: ${reply.kind}`);
}
