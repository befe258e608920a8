import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { errnoOf, UnreadableInputError } from "./errors.ts";
import { AgreementRecord } from "./model/record.ts";

/** As many faults of a file as one line holds. */
const ISSUES_TOLD = 3;

/** A record file as a record; throws UnreadableInputError that names the places in the JSON and what was expected there. */
export async function readRecord(path: string): Promise<AgreementRecord> {
  const json = await readJson(path);
  const parsed = AgreementRecord.safeParse(json);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(issueToText);
  const more = issues.length > ISSUES_TOLD ? ` (+${issues.length - ISSUES_TOLD})` : "";
  const told = issues.slice(0, ISSUES_TOLD).join("; ");
  throw new UnreadableInputError("invalid-record", path, `${told}${more}`);
}

async function readJson(path: string): Promise<unknown> {
  const text = await readText(path);
  if (text.trim() === "") throw new UnreadableInputError("empty-file", path);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new UnreadableInputError("invalid-record", path, detail, { cause: error });
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = errnoOf(error) === "EACCES" ? "no-permission" : "not-found";
    throw new UnreadableInputError(code, path, null, { cause: error });
  }
}

/** `budgets[0].total.fen: expected int, received string`. */
function issueToText(issue: z.core.$ZodIssue): string {
  const place = issue.path.reduce<string>(
    (path, key) =>
      typeof key === "number" ? `${path}[${key}]` : path === "" ? String(key) : `${path}.${String(key)}`,
    "",
  );
  return `${place === "" ? "(root)" : place}: ${issue.message}`;
}
