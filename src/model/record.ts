import { z } from "zod";
import { Agreement, Budget, Schedule } from "./agreement.ts";
import { Check, Finding, Problem } from "./finding.ts";
import { SCHEMA_VERSION } from "./schema-version.ts";
import { Indicator, Table } from "./table.ts";
import { Confidence } from "./value.ts";

export const RecordPage = z
  .strictObject({
    pageNumber: z.number().int().min(1),
    widthPx: z.number().int().min(0),
    heightPx: z.number().int().min(0),
    dpi: z.number().int().min(1),
    turnedDeg: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
    skewDeg: z.number(),
    textSource: z.enum(["ocr", "text-layer"]),
    confidence: Confidence,
    text: z.string(),
  })
  .meta({ id: "RecordPage", title: "页" });
export type RecordPage = z.infer<typeof RecordPage>;

export const Source = z
  .strictObject({
    fileName: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    mediaType: z.string(),
    pageCount: z.number().int().min(0),
  })
  .meta({ id: "Source", title: "来源文件" });
export type Source = z.infer<typeof Source>;

/** `clean`: every rule that applies could judge and holds, and no problem stands. */
export const Status = z.enum(["clean", "flagged", "incomplete"]).meta({ id: "Status", title: "状态" });
export type Status = z.infer<typeof Status>;

/** Everything read from one scan, checked. The public contract. */
export const AgreementRecord = z
  .strictObject({
    // Another first number says other things by the same names.
    schemaVersion: z.string().regex(new RegExp(`^${SCHEMA_VERSION.split(".")[0]}\\.\\d+\\.\\d+$`)),
    generator: z.strictObject({ name: z.string(), version: z.string(), readers: z.array(z.string()) }),
    source: Source,
    status: Status,
    pages: z.array(RecordPage),
    agreement: Agreement,
    budgets: z.array(Budget),
    schedules: z.array(Schedule),
    tables: z.array(Table),
    indicators: z.array(Indicator),
    checks: z.array(Check),
    findings: z.array(Finding),
    problems: z.array(Problem),
  })
  .meta({ id: "AgreementRecord", title: "协议记录" });
export type AgreementRecord = z.infer<typeof AgreementRecord>;

/** What extraction finds and proof and checks work on: the record's meaning, without its envelope. */
export type Contents = Pick<
  AgreementRecord,
  "agreement" | "budgets" | "schedules" | "tables" | "indicators" | "problems"
>;
