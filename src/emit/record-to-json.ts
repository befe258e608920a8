import type { AgreementRecord } from "../model/record.ts";

/** The record as JSON, two spaces deep, with a line break at its end; boxes stand on one line. */
export function recordToJson(record: AgreementRecord): string {
  return [...recordToJsonParts(record)].join("");
}

/** The same, one key after another: of a long scan the whole is many megabytes. */
export function* recordToJsonParts(record: AgreementRecord): Generator<string> {
  let before = "{";
  for (const [key, value] of Object.entries(record)) {
    // What stands between the braces, without the line breaks beside them.
    const part = inlineNumberLists(JSON.stringify({ [key]: value }, null, 2)).slice(1, -2);
    if (part === "") continue;
    yield before + part;
    before = ",";
  }
  yield "\n}\n";
}

/** Records as JSON Lines: one record a line. */
export function recordsToJsonl(records: readonly AgreementRecord[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

/** A JSON string never holds a bare line break, so the pattern can only meet a list. */
function inlineNumberLists(json: string): string {
  return json.replace(/\[\n\s+(-?[\d.]+(?:,\n\s+-?[\d.]+)*)\n\s+\]/g, (_, numbers: string) => {
    return `[${numbers.replace(/,\n\s+/g, ", ")}]`;
  });
}
