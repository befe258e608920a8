import type { BatchEvent } from "./batch.ts";
import { counted, failureToText } from "./cli-summary.ts";
import { type Paint, printable, widthOf } from "./cli-terminal.ts";
import { elapsedToDisplay } from "./emit/figures.ts";
import { type Language, say } from "./emit/language.ts";
import { both, STATUS_NAMES } from "./emit/words.ts";
import { InterruptedError } from "./errors.ts";
import type { Outcome } from "./model/outcome.ts";

/** Follows a batch; `finish` leaves the terminal as it was found. */
export interface Progress {
  onEvent(event: BatchEvent): void;
  finish(): void;
}

export interface ProgressOptions {
  write: (text: string) => void;
  /** `bar` redraws one line of a terminal; `lines` prints one a scan; `json` one event a line; `failures` those only. */
  style: "bar" | "lines" | "json" | "failures";
  /** Of a watch without end: each line tells when and where to, not how many of how many. */
  isEndless?: boolean;
  columns: number;
  language: Language;
  paint: Paint;
  now: () => number;
}

export function openProgress(options: ProgressOptions): Progress {
  if (options.style === "json") return jsonProgress(options);
  return options.style === "bar" ? barProgress(options) : lineProgress(options);
}

function jsonProgress({ write }: ProgressOptions): Progress {
  return {
    onEvent: (event) => write(`${JSON.stringify(eventToJson(event))}\n`),
    finish: nothing,
  };
}

function eventToJson(event: BatchEvent): object {
  if (event.event !== "scan-done") return event;
  const { outcome } = event;
  const base = { event: event.event, path: outcome.path, elapsedMs: Math.round(outcome.elapsedMs) };
  if (outcome.kind === "read") {
    const { status, findings, problems } = outcome.record;
    const counts = { findings: findings.length, problems: problems.length };
    return { ...base, outcome: "read", status, ...counts, outputs: outcome.outputs };
  }
  const { code, explanation, remedy } = outcome.error;
  return { ...base, outcome: "failed", error: { code, message: explanation, remedy } };
}

function lineProgress({ write, style, isEndless, language, paint }: ProgressOptions): Progress {
  let scanCount = 0;
  let done = 0;
  return {
    onEvent: (event) => {
      if (event.event === "batch-started") scanCount = event.scanCount;
      if (event.event !== "scan-done") return;
      done++;
      if (event.outcome.kind === "failed") {
        if (isStop(event.outcome)) return;
        write(`${failureToText(event.outcome.error, event.outcome.path, language, paint)}\n`);
      } else if (style === "lines") {
        const { record, path, outputs, elapsedMs } = event.outcome;
        const pages = say(
          both(`${record.source.pageCount} 页`, counted(record.source.pageCount, "page")),
          language,
        );
        const status = say(STATUS_NAMES[record.status], language);
        const line = `${printable(path)} · ${pages} · ${status} · ${elapsedToDisplay(elapsedMs)}`;
        const report = outputs.find((file) => file.endsWith(".html")) ?? outputs[0];
        const where = report === undefined ? "" : ` → ${printable(report)}`;
        write(isEndless ? `${clock()} ${line}${where}\n` : `[${done}/${scanCount}] ${line}\n`);
      }
    },
    finish: nothing,
  };
}

/** Hours, minutes and seconds of the day here. */
function clock(): string {
  return new Date().toTimeString().slice(0, 8);
}

/** A stop is told once, at the end, and not of every scan it keeps from being read. */
function isStop(outcome: Outcome): boolean {
  return outcome.kind === "failed" && outcome.error instanceof InterruptedError;
}

interface Tally {
  scanCount: number;
  scansDone: number;
  flagged: number;
  pagesDone: number;
  startedMs: number;
  /** Pages done and pages in all of the scans now open. */
  open: Map<string, { done: number; count: number }>;
}

function barProgress(options: ProgressOptions): Progress {
  const { write, language, paint, now } = options;
  const tally: Tally = {
    scanCount: 0,
    scansDone: 0,
    flagged: 0,
    pagesDone: 0,
    startedMs: now(),
    open: new Map(),
  };
  const draw = (): void => write(CLEAR + barLine(tally, options));
  // A page may take minutes; what doesn't move looks dead.
  const pulse = setInterval(draw, PULSE_MS).unref();
  return {
    onEvent: (event) => {
      count(tally, event);
      if (event.event === "scan-done" && event.outcome.kind === "failed" && !isStop(event.outcome)) {
        write(`${CLEAR}${failureToText(event.outcome.error, event.outcome.path, language, paint)}\n`);
      }
      draw();
    },
    finish: () => {
      clearInterval(pulse);
      write(CLEAR);
    },
  };
}

const CLEAR = "\r\u001B[2K";
const BAR_CELLS = 24;
const PULSE_MS = 1000;

function count(tally: Tally, event: BatchEvent): void {
  if (event.event === "batch-started") tally.scanCount = event.scanCount;
  if (event.event === "page-done") {
    tally.pagesDone++;
    const done = (tally.open.get(event.path)?.done ?? 0) + 1;
    tally.open.set(event.path, { done, count: event.pageCount });
  }
  if (event.event === "scan-done") {
    tally.scansDone++;
    tally.open.delete(event.outcome.path);
    if (event.outcome.kind === "read" && event.outcome.record.status !== "clean") tally.flagged++;
  }
}

function barLine(tally: Tally, { language, paint, columns, now }: ProgressOptions): string {
  const open = [...tally.open.values()];
  const parts = open.reduce((sum, scan) => sum + Math.min(1, scan.done / scan.count), 0);
  const share = tally.scanCount === 0 ? 0 : Math.min(1, (tally.scansDone + parts) / tally.scanCount);
  const elapsedMs = now() - tally.startedMs;
  const filled = Math.round(share * BAR_CELLS);
  const bar = paint("█".repeat(filled), "cyan") + paint("░".repeat(BAR_CELLS - filled), "dim");
  const rate = elapsedMs > 0 ? ((tally.pagesDone * 1000) / elapsedMs).toFixed(1) : "0.0";
  const left = share > 0.02 ? elapsedToDisplay((elapsedMs * (1 - share)) / share) : "…";
  const elapsed = elapsedToDisplay(elapsedMs);
  const only = tally.scanCount === 1 ? open[0] : undefined;
  const pages = only === undefined ? String(tally.pagesDone) : `${only.done}/${only.count}`;
  const facts = [
    say(both(`${pages} 页`, counted(pages, "page")), language),
    ...(tally.scanCount > 1
      ? [
          say(
            both(`${tally.scansDone}/${tally.scanCount} 份`, `${tally.scansDone}/${tally.scanCount} scans`),
            language,
          ),
        ]
      : []),
    say(both(`${rate} 页/秒`, `${rate} pages/s`), language),
    say(both(`已用 ${elapsed}`, `${elapsed} so far`), language),
    say(both(`剩余 ${left}`, `${left} left`), language),
    ...(tally.flagged > 0
      ? [say(both(`有疑点 ${tally.flagged}`, `${tally.flagged} flagged`), language)]
      : []),
  ].join(" · ");
  return BAR_CELLS + 1 + widthOf(facts) < columns ? `${bar} ${facts}` : bar;
}

function nothing(): void {
  // Only a bar leaves something to clear away.
}
