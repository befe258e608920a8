import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { batchToManifest, outcomeToManifestScan } from "../../src/emit/batch-to-manifest.ts";
import { batchJsonSchema, recordJsonSchema, schemaToJson } from "../../src/emit/json-schemas.ts";
import { recordsToJsonl, recordToJson } from "../../src/emit/record-to-json.ts";
import { UnreadableInputError } from "../../src/errors.ts";
import { BatchManifest } from "../../src/model/manifest.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import { AgreementRecord } from "../../src/model/record.ts";
import { sampleRecord } from "../support/sample-record.ts";

const committed = (name: string) => readFileSync(new URL(`../../schemas/${name}`, import.meta.url), "utf8");

describe("the committed schemas", () => {
  it.each([
    ["agreement-record.schema.json", recordJsonSchema],
    ["batch.schema.json", batchJsonSchema],
  ])("%s is what the model says (npm run schemas)", (name, schema) => {
    expect(committed(name)).toBe(schemaToJson(schema()));
  });

  it("accept a record as a validator of another tool sees it", () => {
    const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(recordJsonSchema());
    expect(validate(JSON.parse(recordToJson(sampleRecord()))), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    [
      "a float of money",
      (record: AgreementRecord) => {
        record.budgets[0].lines[0].amount.fen = 0.5;
      },
    ],
    [
      "an unknown trust",
      (record: AgreementRecord) => {
        Object.assign(record.budgets[0].lines[0].amount, { trust: "sure" });
      },
    ],
    [
      "a missing key",
      (record: AgreementRecord) => {
        Reflect.deleteProperty(record.agreement, "term");
      },
    ],
    [
      "a key nobody knows",
      (record: AgreementRecord) => {
        Object.assign(record, { extra: 1 });
      },
    ],
    [
      "a box of three",
      (record: AgreementRecord) => {
        Object.assign(record.findings[0].evidence[0], { box: [1, 2, 3] });
      },
    ],
  ])("refuse %s, as the model does", (_, spoil) => {
    const record = sampleRecord();
    spoil(record);
    expect(new Ajv2020({ strictTypes: false }).compile(recordJsonSchema())(record)).toBe(false);
    expect(AgreementRecord.safeParse(record).success).toBe(false);
  });

  it("accept a batch's manifest", () => {
    const outcomes: Outcome[] = [
      { kind: "read", path: "a.pdf", record: sampleRecord(), outputs: ["out/a.json"], elapsedMs: 12.5 },
      {
        kind: "failed",
        path: "b.pdf",
        error: new UnreadableInputError("empty-file", "b.pdf"),
        elapsedMs: 0,
      },
    ];
    const manifest = batchToManifest(
      outcomes.map((outcome) => outcomeToManifestScan(outcome, "out")),
      { name: "hesuan", version: "0.1.0" },
    );
    const validate = new Ajv2020({ strictTypes: false }).compile(batchJsonSchema());
    expect(validate(manifest), JSON.stringify(validate.errors)).toBe(true);
    expect(BatchManifest.parse(manifest).counts).toEqual({
      scans: 2,
      clean: 0,
      flagged: 1,
      incomplete: 0,
      failed: 1,
      pages: 3,
    });
  });
});

describe("a record as JSON", () => {
  it("comes back as it went", () => {
    const record = sampleRecord();
    expect(AgreementRecord.parse(JSON.parse(recordToJson(record)))).toEqual(record);
  });

  it("has the record's keys in its order", () => {
    const record = sampleRecord();
    expect(JSON.stringify(JSON.parse(recordToJson(record)))).toBe(JSON.stringify(record));
  });

  it("keeps boxes on one line and text as it is", () => {
    const record = sampleRecord();
    record.pages[0].text = "[\n  1,\n  2\n]";
    const json = recordToJson(record);
    expect(json).toContain('"box": [980, 1180, 1090, 1215]');
    expect(JSON.parse(json)).toEqual(record);
  });

  it("stands on one line in JSON Lines", () => {
    const lines = recordsToJsonl([sampleRecord(), sampleRecord()]).split("\n");
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[1])).toEqual(sampleRecord());
  });
});
