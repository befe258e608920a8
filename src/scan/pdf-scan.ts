import type { ChildProcess } from "node:child_process";
import { UnreadableInputError } from "../errors.ts";
import type { OpenScan } from "../model/picture.ts";
import { startFairTimer } from "./fair-timer.ts";
import { forkPdf } from "./fork-pdf.ts";
import type { ScanLimits } from "./limits.ts";
import type { Identity } from "./open-scan.ts";
import { openPageDrop, type PageDrop } from "./page-drop.ts";
import type { PdfReply, PdfRequest } from "./pdf-protocol.ts";

/**
 * Opens a PDF in a process of its own: a file that loops or eats memory costs that process, not the program.
 * Throws UnreadableInputError.
 */
export async function openPdf(
  path: string,
  identity: Identity,
  limits: ScanLimits,
  password?: string,
): Promise<OpenScan> {
  const { pagePixels } = limits;
  const child = new PdfProcess({ kind: "open", path, password: password ?? null, pagePixels }, limits);
  try {
    const opened = await child.open();
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
        const page = await child.readPage(pageNumber);
        if (page.kind !== "page") throw unexpected(page);
        const { pixels, dpi, layer, isPicture } = page;
        return { pageNumber, pixels, dpi, layer, isPicture };
      },
      close: () => child.close(),
    };
  } catch (error) {
    await child.close();
    throw error;
  }
}

/** Pages read by one process before it is replaced: what pdf.js keeps of a file grows with every page it has shown. */
const PAGES_A_PROCESS = 40;

/** One request at a time to the process that holds the PDF; one that dies or hangs is replaced for the next page. */
class PdfProcess {
  readonly #open: Extract<PdfRequest, { kind: "open" }>;
  readonly #timeoutMs: number;
  readonly #memoryMb: number;
  #child: ChildProcess | null = null;
  #drop: PageDrop | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #pagesRead = 0;
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
      if (this.#pagesRead >= PAGES_A_PROCESS) this.#retire();
      if (!this.#child) await this.#openNow();
      this.#pagesRead++;
      return await this.#withPixels(await this.#askNow({ kind: "page", pageNumber }, pageNumber));
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#retire();
    await this.#drop?.close();
    this.#drop = null;
  }

  /** A page's pixels may lie in the file; the next page is asked for once they are read. */
  async #withPixels(reply: PdfReply): Promise<PdfReply> {
    if (reply.kind !== "page" || reply.leftBytes === undefined || !this.#drop) return reply;
    return { ...reply, pixels: { ...reply.pixels, data: await this.#drop.take(reply.leftBytes) } };
  }

  #retire(): void {
    const child = this.#child;
    this.#child = null;
    child?.kill("SIGKILL");
  }

  #inTurn(work: () => Promise<PdfReply>): Promise<PdfReply> {
    const answer = this.#turn.then(work);
    this.#turn = answer.catch(() => null);
    return answer;
  }

  async #openNow(): Promise<PdfReply> {
    this.#drop ??= await openPageDrop();
    if (this.#closed) {
      await this.#drop?.close();
      throw new Error("the PDF was closed");
    }
    const child = forkPdf(this.#memoryMb, this.#drop?.fd ?? null);
    this.#child = child;
    this.#pagesRead = 0;
    // Between two requests nobody listens; without a listener an error would end the program.
    child.on("error", () => this.#giveUp(child));
    child.on("exit", () => this.#giveUp(child));
    return await this.#askNow(this.#open, null);
  }

  #giveUp(child: ChildProcess): void {
    if (this.#child === child) this.#child = null;
  }

  #askNow(request: PdfRequest, pageNumber: number | null): Promise<PdfReply> {
    return new Promise((resolve, reject) => {
      const child = this.#child;
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
      const stopTimer = startFairTimer(this.#timeoutMs, () => {
        if (child) {
          this.#giveUp(child);
          child.kill("SIGKILL");
        }
        fail("timed-out", `${this.#timeoutMs / 1000} s`);
      });
      const settle = (): void => {
        stopTimer();
        child?.off("message", onMessage).off("error", onDeath).off("exit", onDeath);
      };
      if (!child) {
        onDeath();
        return;
      }
      child.on("message", onMessage).on("error", onDeath).on("exit", onDeath);
      child.send(request, (error) => error && onDeath(error));
    });
  }
}

type PdfFailedReason = Extract<PdfReply, { kind: "failed" }>["reason"];

function unexpected(reply: PdfReply): Error {
  return new Error(`the PDF thread answered out of turn: ${reply.kind}`);
}
