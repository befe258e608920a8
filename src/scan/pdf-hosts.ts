import type { ChildProcess } from "node:child_process";
import { startFairTimer } from "./fair-timer.ts";
import { forkPdf } from "./fork-pdf.ts";
import { openPageDrop, type PageDrop } from "./page-drop.ts";
import type { PdfFailed, PdfReply, PdfRequest } from "./pdf-protocol.ts";

/** A process that holds one PDF at a time, and the file it leaves pages' pixels in. */
export interface PdfHost {
  child: ChildProcess;
  drop: PageDrop | null;
  /** What pdf.js may take of memory in it. */
  memoryMb: number;
  /** Pages it has read, of whatever file. */
  pagesRead: number;
  /** Whether it has held no other file before. */
  isFresh: boolean;
  /** Whether anything it was asked came to nothing. */
  hasFailed: boolean;
}

/** How long a process waits for the next file before it is let go. */
const SPARE_MS = 5000;

/** Processes that wait, each with what ends its waiting. */
const spares = new Map<PdfHost, () => void>();

/** A process for a PDF: one that waits for its next file, as starting one takes as long as reading six pages, or a new one. */
export async function openHost(memoryMb: number): Promise<PdfHost> {
  for (const [spare, stopWaiting] of spares) {
    if (spare.memoryMb !== memoryMb || !isAlive(spare)) continue;
    stopWaiting();
    spare.child.ref();
    spare.child.channel?.ref();
    return { ...spare, isFresh: false };
  }
  const drop = await openPageDrop();
  const child = forkPdf(memoryMb, drop?.fd ?? null);
  // Between two requests nobody listens; without a listener an error would end the program.
  child.on("error", () => undefined);
  return { child, drop, memoryMb, pagesRead: 0, isFresh: true, hasFailed: false };
}

/** Why a request came to nothing. */
export class HostFailure extends Error {
  readonly code: PdfFailed["reason"] | "timed-out";
  readonly detail: string | null;

  constructor(code: HostFailure["code"], detail: string | null, cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.detail = detail;
  }
}

/** Asks a process that is asked nothing else meanwhile; one that takes too long is killed. Throws HostFailure. */
export function askHost({ child }: PdfHost, request: PdfRequest, timeoutMs: number): Promise<PdfReply> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      stopTimer();
      child.off("message", onMessage).off("error", onDeath).off("exit", onDeath);
    };
    const fail = (code: HostFailure["code"], detail: string | null, cause?: unknown): void => {
      settle();
      reject(new HostFailure(code, detail, cause));
    };
    const onMessage = (reply: PdfReply): void => {
      if (reply.kind === "failed") {
        fail(reply.reason, reply.detail === "" ? null : reply.detail);
        return;
      }
      settle();
      resolve(reply);
    };
    const onDeath = (cause?: unknown): void => fail("damaged-pdf", "the file brings its reader down", cause);
    const stopTimer = startFairTimer(timeoutMs, () => {
      child.kill("SIGKILL");
      fail("timed-out", `${timeoutMs / 1000} s`);
    });
    child.on("message", onMessage).on("error", onDeath).on("exit", onDeath);
    child.send(request, (error) => error && onDeath(error));
  });
}

export function isAlive({ child }: PdfHost): boolean {
  return child.connected && !child.killed && child.exitCode === null && child.signalCode === null;
}

/** Ends a process, whatever it does. */
export async function endHost({ child, drop }: PdfHost): Promise<void> {
  child.kill("SIGKILL");
  await drop?.close();
}

/** Has a process that did nothing amiss let go of its file and wait for another one, for a while; it keeps no program running. */
export function keepHost(host: PdfHost): void {
  const { child } = host;
  const stopWaiting = (): void => {
    clearTimeout(timer);
    spares.delete(host);
    child.off("message", onMessage).off("error", end).off("exit", end);
  };
  const end = (): void => {
    stopWaiting();
    void endHost(host);
  };
  const onMessage = ({ kind }: PdfReply): void => {
    if (kind === "closed") spares.set(host, stopWaiting);
    else end();
  };
  const timer = setTimeout(end, SPARE_MS).unref();
  child.on("message", onMessage).on("error", end).on("exit", end);
  child.unref();
  child.channel?.unref();
  child.send({ kind: "close" } satisfies PdfRequest, (error) => error && end());
}
