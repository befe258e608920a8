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
  const thread = new PdfThread(path, limits.pageMs);
  try {
    const opened = await thread.ask({
      kind: "open",
      path,
      password: password ?? null,
      pagePixels: limits.pagePixels,
    });
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
        const page = await thread.ask({ kind: "page", pageNumber }, pageNumber);
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

const MEMORY_MB = 1500;

/** One request at a time to the thread that holds the PDF. */
class PdfThread {
  readonly #worker: Worker;
  readonly #path: string;
  readonly #timeoutMs: number;
  #turn: Promise<unknown> = Promise.resolve();
  #died: Error | null = null;

  constructor(path: string, timeoutMs: number) {
    this.#path = path;
    this.#timeoutMs = timeoutMs;
    this.#worker = new Worker(THREAD_URL, {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      stdout: true,
      stderr: true,
    });
    this.#worker.on("error", (error) => {
      this.#died = error instanceof Error ? error : new Error(String(error));
    });
  }

  ask(request: PdfRequest, pageNumber: number | null = null): Promise<PdfReply> {
    const answer = this.#turn.then(() => this.#askNow(request, pageNumber));
    this.#turn = answer.catch(() => null);
    return answer;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #askNow(request: PdfRequest, pageNumber: number | null): Promise<PdfReply> {
    return new Promise((resolve, reject) => {
      const fail = (code: "damaged-pdf" | PdfFailedReason, detail: string, cause?: unknown): void => {
        settle();
        reject(new UnreadableInputError(code, this.#path, detail, { cause, pageNumber }));
      };
      const onMessage = (reply: PdfReply): void => {
        if (reply.kind === "failed") {
          fail(reply.reason, reply.detail);
          return;
        }
        settle();
        resolve(reply);
      };
      const onError = (error: unknown): void => fail("damaged-pdf", "the file brings its reader down", error);
      const onExit = (): void => fail("damaged-pdf", "the file brings its reader down", this.#died);
      const timer = setTimeout(() => {
        void this.#worker.terminate();
        fail("damaged-pdf", `no answer in ${this.#timeoutMs / 1000} s`);
      }, this.#timeoutMs);
      const settle = (): void => {
        clearTimeout(timer);
        this.#worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      };
      if (this.#died) {
        onExit();
        return;
      }
      this.#worker.on("message", onMessage).on("error", onError).on("exit", onExit);
      this.#worker.postMessage(request);
    });
  }
}

type PdfFailedReason = Extract<PdfReply, { kind: "failed" }>["reason"];

function unexpected(reply: PdfReply): Error {
  return new Error(`the PDF thread answered out of turn: ${reply.kind}`);
}
