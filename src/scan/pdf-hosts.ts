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

/** How long a process waits for the next file before it is let go: readers are busy for long with the pages of one it gave. */
const SPARE_MS = 60_000;

/** Processes that wait, each with what ends its waiting. */
const spares = new Map<PdfHost, () => void>();

/** Processes that hold a file, or are still letting go of one. */
const busy = new Set<ChildProcess>();

/**
 * How long a file waits for a process that still holds another one: to start one more costs as much as reading a page,
 * and one is mostly done with its file long before the readers are.
 */
const PATIENCE_MS = 3000;

/** Who waits for a process, each told of the next one that is done with its file. */
const waiting: (() => void)[] = [];

/** A process for a PDF: one that waits for its next file, or will soon, as starting one takes as long as reading six pages; else a new one. */
export async function openHost(memoryMb: number): Promise<PdfHost> {
  const spare = takeSpare(memoryMb);
  if (spare) return spare;
  if (starting + busy.size > 0) {
    await nextDone();
    const done = takeSpare(memoryMb);
    if (done) return done;
  }
  starting++;
  try {
    return await startHost(memoryMb);
  } finally {
    starting--;
  }
}

let starting = 0;

async function startHost(memoryMb: number): Promise<PdfHost> {
  const drop = await openPageDrop();
  const child = forkPdf(memoryMb, drop?.fd ?? null);
  busy.add(child);
  // Between two requests nobody listens; without a listener an error would end the program.
  child.on("error", () => undefined);
  return { child, drop, memoryMb, pagesRead: 0, isFresh: true, hasFailed: false };
}

function takeSpare(memoryMb: number): PdfHost | null {
  for (const [spare, stopWaiting] of spares) {
    if (spare.memoryMb !== memoryMb || !isAlive(spare)) continue;
    stopWaiting();
    spare.child.ref();
    spare.child.channel?.ref();
    busy.add(spare.child);
    return { ...spare, isFresh: false };
  }
  return null;
}

/** Resolves when a process is done with its file, or has been waited for long enough. */
function nextDone(): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(wake), 1);
      resolve();
    }, PATIENCE_MS);
    waiting.push(wake);
  });
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
  busy.delete(child);
  child.kill("SIGKILL");
  // Whoever waits for it may start another one in its place.
  waiting.shift()?.();
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
    if (kind !== "closed") {
      end();
      return;
    }
    busy.delete(child);
    spares.set(host, stopWaiting);
    waiting.shift()?.();
  };
  const timer = setTimeout(end, SPARE_MS).unref();
  child.on("message", onMessage).on("error", end).on("exit", end);
  child.unref();
  child.channel?.unref();
  child.send({ kind: "close" } satisfies PdfRequest, (error) => error && end());
}
