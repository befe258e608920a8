import { z } from "zod";
import { Message } from "./finding.ts";
import { Status } from "./record.ts";

/** How one scan of a batch ended, in short. `doubtful` counts the figures and facts that carry doubt. `outputs` are paths below the output folder, with `/`. */
export const ManifestScan = z
  .strictObject({
    path: z.string(),
    outcome: z.enum(["read", "failed"]),
    fileName: z.string(),
    sha256: z.string().nullable(),
    title: z.string().nullable(),
    status: Status.nullable(),
    pageCount: z.number().int().min(0).nullable(),
    findings: z.record(z.string(), z.number().int().min(1)),
    errors: z.number().int().min(0),
    warnings: z.number().int().min(0),
    problems: z.number().int().min(0),
    doubtful: z.number().int().min(0),
    outputs: z.array(z.string()),
    error: z.strictObject({ code: z.string(), message: Message, remedy: Message }).nullable(),
    elapsedMs: z.number().int().min(0),
  })
  .meta({ id: "ManifestScan", title: "批次中的一份扫描件" });
export type ManifestScan = z.infer<typeof ManifestScan>;

/** `batch.json`: what became of every scan of a batch, in the order of the inputs. */
export const BatchManifest = z
  .strictObject({
    schemaVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
    generator: z.strictObject({ name: z.string(), version: z.string() }),
    counts: z.strictObject({
      scans: z.number().int().min(0),
      clean: z.number().int().min(0),
      flagged: z.number().int().min(0),
      incomplete: z.number().int().min(0),
      failed: z.number().int().min(0),
      pages: z.number().int().min(0),
    }),
    scans: z.array(ManifestScan),
  })
  .meta({ id: "BatchManifest", title: "批次清单" });
export type BatchManifest = z.infer<typeof BatchManifest>;
