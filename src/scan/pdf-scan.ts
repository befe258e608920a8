import { UnreadableInputError } from "../errors.ts";
import type { OpenScan } from "../model/picture.ts";
import type { ScanLimits } from "./limits.ts";
import type { Identity, OpenOptions } from "./open-scan.ts";
import { askHost, endHost, HostFailure, isAlive, keepHost, openHost, type PdfHost } from "./pdf-hosts.ts";
import type { PdfReply, PdfRequest } from "./pdf-protocol.ts";

/**
 * Opens a PDF in a process of its own: a file that loops or eats memory costs that process, not the program.
 * Throws UnreadableInputError.
 */
export async function openPdf(
  path: string,
  limits: ScanLimits,
  { password, onScan }: Pick<OpenOptions, "password" | "onScan">,
): Promise<Omit<OpenScan, keyof Identity>> {
  const { pagePixels } = limits;
  const request = { kind: "open", path, password: password ?? null, pagePixels } as const;
  const child = new PdfProcess(request, limits, onScan);
  try {
    const opened = await child.open();
    if (opened.kind !== "opened") throw unexpected(opened);
    const { pageCount, outline } = opened;
    if (pageCount === 0) throw new UnreadableInputError("no-pages", path);
    if (pageCount > limits.pages) {
      throw new UnreadableInputError("too-many-pages", path, `${pageCount} > ${limits.pages}`);
    }
    return {
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
  #onStarted: (() => void) | undefined;
  #host: PdfHost | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #isAsked = false;
  #pagesAsked = 0;
  #unread = new Set<number>();
  #closed = false;

  /** `onStarted` is called once, when there is a process and it has been asked to open the file. */
  constructor(
    open: Extract<PdfRequest, { kind: "open" }>,
    { pageMs, pdfMemoryMb }: ScanLimits,
    onStarted?: () => void,
  ) {
    this.#open = open;
    this.#onStarted = onStarted;
    this.#timeoutMs = pageMs;
    this.#memoryMb = pdfMemoryMb;
  }

  open(): Promise<PdfReply> {
    return this.#inTurn(async () => {
      const reply = await this.#openNow();
      const pageCount = reply.kind === "opened" ? reply.pageCount : 0;
      this.#unread = new Set(Array.from({ length: pageCount }, (_, at) => at + 1));
      return reply;
    });
  }

  readPage(pageNumber: number): Promise<PdfReply> {
    return this.#inTurn(async () => {
      if (this.#host && !isGoodForMore(this.#host)) await this.#retire();
      if (!this.#host) await this.#openNow();
      const host = this.#host;
      if (!host) throw new Error("the PDF was closed");
      host.pagesRead++;
      this.#pagesAsked++;
      const page = await this.#ask(host, { kind: "page", pageNumber }, pageNumber);
      // Its pages are read for long yet: another file's may be drawn meanwhile. One that is asked for again is opened anew.
      if (this.#unread.delete(pageNumber) && this.#unread.size === 0) await this.#letGo();
      return page;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#letGo();
  }

  /**
   * A process that did all it was asked may hold the next file; not after a long one, of which all is understood at once:
   * for as long as that takes, it would hold its memory for nothing.
   */
  async #letGo(): Promise<void> {
    const host = this.#host;
    const isSpare = this.#pagesAsked < PAGES_A_PROCESS && host && !host.hasFailed && isGoodForMore(host);
    if (!isSpare || this.#isAsked) return await this.#retire();
    this.#host = null;
    keepHost(host);
  }

  async #retire(): Promise<void> {
    const host = this.#host;
    this.#host = null;
    if (host) await endHost(host);
  }

  #inTurn(work: () => Promise<PdfReply>): Promise<PdfReply> {
    const answer = this.#turn.then(work);
    this.#turn = answer.catch(() => null);
    return answer;
  }

  /** What a process says against this file that held another one before, a new one is asked as well. */
  async #openNow(): Promise<PdfReply> {
    const host = await openHost(this.#memoryMb);
    if (this.#closed) {
      await endHost(host);
      throw new Error("the PDF was closed");
    }
    this.#host = host;
    const answer = this.#ask(host, this.#open, null);
    this.#onStarted?.();
    this.#onStarted = undefined;
    try {
      return await answer;
    } catch (error) {
      if (host.isFresh || this.#closed || isAboutPassword(error)) throw error;
      return await this.#openNow();
    }
  }

  async #ask(host: PdfHost, request: PdfRequest, pageNumber: number | null): Promise<PdfReply> {
    this.#isAsked = true;
    try {
      return await withPixels(await askHost(host, request, this.#timeoutMs), host);
    } catch (failure) {
      host.hasFailed = true;
      if (this.#host === host && !(host.isFresh && isAlive(host))) await this.#retire();
      if (!(failure instanceof HostFailure)) throw failure;
      const { code, detail, cause } = failure;
      throw new UnreadableInputError(code, this.#open.path, detail, { cause, pageNumber });
    } finally {
      this.#isAsked = false;
    }
  }
}

/** Whether a process lives and has not read its share. */
const isGoodForMore = (host: PdfHost): boolean => isAlive(host) && host.pagesRead < PAGES_A_PROCESS;

/** A page's pixels may lie in the file; the next page is asked for once they are read. */
async function withPixels(reply: PdfReply, { drop }: PdfHost): Promise<PdfReply> {
  if (reply.kind !== "page" || reply.leftBytes === undefined || !drop) return reply;
  return { ...reply, pixels: { ...reply.pixels, data: await drop.take(reply.leftBytes) } };
}

function isAboutPassword(error: unknown): boolean {
  return (
    error instanceof UnreadableInputError &&
    (error.code === "password-needed" || error.code === "wrong-password")
  );
}

function unexpected(reply: PdfReply): Error {
  return new Error(`the PDF thread answered out of turn: ${reply.kind}`);
}
