import type { HesuanError } from "../errors.ts";
import type { ManifestScan } from "./manifest.ts";
import type { AgreementRecord } from "./record.ts";

/** How one scan of a batch ended. `outputs` are the files written for it, in the order of the formats asked for. */
export type Outcome =
  | { kind: "read"; path: string; record: AgreementRecord; outputs: string[]; elapsedMs: number }
  | { kind: "failed"; path: string; error: HesuanError; elapsedMs: number };

export type ReadOutcome = Extract<Outcome, { kind: "read" }>;

/** What is kept of an outcome once its files are written; `scan` is its row of the manifest. */
export type Settled =
  | { kind: "read"; path: string; scan: ManifestScan; outputs: string[] }
  | { kind: "failed"; path: string; scan: ManifestScan; error: HesuanError };
