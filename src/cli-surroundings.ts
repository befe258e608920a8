import type { ScanPipeline } from "./batch.ts";
import type { Paint } from "./cli-terminal.ts";
import { batchToManifest } from "./emit/batch-to-manifest.ts";
import type { Language } from "./emit/language.ts";
import { type HesuanError, InternalError, InterruptedError } from "./errors.ts";
import type { Settled } from "./model/outcome.ts";
import { VERSION } from "./version.ts";

/** What a run stands on; tests give their own. */
export interface Surroundings {
  stdout: (text: string) => void;
  stderr: (text: string) => void;
  /** True where stderr is a terminal that a bar can be drawn on. */
  isTerminal: boolean;
  columns: number;
  env: { LC_ALL?: string; LC_MESSAGES?: string; LANG?: string; NO_COLOR?: string };
  /** Where recognized pages are kept unless the command line says otherwise; null keeps none. */
  cacheFolder: string | null;
  signal: AbortSignal;
  openPipeline: () => Promise<Pipeline>;
}

export type Pipeline = ScanPipeline<{ close(): Promise<void> }>;

/** How to speak to the user. */
export interface Speech {
  language: Language;
  paint: Paint;
}

export function manifestText(outcomes: readonly Settled[]): string {
  const manifest = batchToManifest(
    outcomes.map(({ scan }) => scan),
    { name: "hesuan", version: VERSION },
  );
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Where a bug of ours came from, for its report; empty for expected failures. */
export function traceOf(error: HesuanError): string {
  return error instanceof InternalError && error.cause instanceof Error ? `${error.cause.stack}\n` : "";
}

export function tracesOf(outcomes: readonly Settled[]): string {
  return outcomes.map((outcome) => (outcome.kind === "failed" ? traceOf(outcome.error) : "")).join("");
}

/**
 * The gravest outcome decides: a stop, then a bug of ours, then an input that failed, then anything not clean.
 * `strict` counts a figure that carries doubt as not clean.
 */
export function exitCodeOf(outcomes: readonly Settled[], strict: boolean): number {
  const codes = outcomes.map((outcome) => {
    if (outcome.kind === "failed") return outcome.error.exitCode;
    return Number(outcome.scan.status !== "clean" || (strict && outcome.scan.doubtful > 0));
  });
  return [new InterruptedError().exitCode, 70, 4, 3, 1].find((code) => codes.includes(code)) ?? 0;
}
