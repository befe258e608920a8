import { z } from "zod";
import { BatchManifest } from "../model/manifest.ts";
import { AgreementRecord } from "../model/record.ts";
import { SCHEMA_VERSION } from "../model/schema-version.ts";

/** The JSON Schema (2020-12) of a record; what `schemas/agreement-record.schema.json` holds. */
export function recordJsonSchema(): Record<string, unknown> {
  return withId(z.toJSONSchema(AgreementRecord), "agreement-record");
}

/** The JSON Schema (2020-12) of `batch.json`; what `schemas/batch.schema.json` holds. */
export function batchJsonSchema(): Record<string, unknown> {
  return withId(z.toJSONSchema(BatchManifest), "batch");
}

/** A schema as its file's text. */
export function schemaToJson(schema: Record<string, unknown>): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function withId(schema: object, name: string): Record<string, unknown> {
  return { $id: `urn:hesuan:${name}:${SCHEMA_VERSION}`, ...schema };
}
