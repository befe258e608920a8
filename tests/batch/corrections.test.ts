import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { run } from "../../src/cli.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import { recheckRecord } from "../../src/recognized-to-record.ts";
import { fakePipeline, fakeSurroundings } from "../support/fake-pipeline.ts";
import { sampleRecord } from "../support/sample-record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Reads `a.pdf` into a folder whose `a.json` is this text. */
async function readOver(before: string) {
  const folder = await temporaryFolder();
  const [scan, output] = [path.join(folder, "a.pdf"), path.join(folder, "out")];
  const recordFile = path.join(output, "a.json");
  await mkdir(output);
  await writeFile(scan, "x");
  await writeFile(recordFile, before);
  const pipeline = { ...fakePipeline(), recheckRecord };
  const { around, printed } = fakeSurroundings({ pipeline });
  const code = await run(["read", scan, "-o", output, "-f", "json,md"], around);
  return { code, folder, after: await readFile(recordFile, "utf8"), output, ...printed };
}

/** The sample with its first total set to `fen` by a person, and their word for it. */
function corrected(fen: number, change: Partial<AgreementRecord> = {}): AgreementRecord {
  const record = sampleRecord(change);
  const total = record.budgets[0].total;
  if (total === null) throw new TypeError("the sample has a total");
  record.budgets[0].total = { ...total, fen, trust: "corrected" };
  return record;
}

it("keeps what a person corrected, judged again, in every format", async () => {
  const { code, after, output, stdout } = await readOver(JSON.stringify(corrected(123_456_700)));
  const record: AgreementRecord = JSON.parse(after);
  expect(record.budgets[0].total).toMatchObject({ fen: 123_456_700, trust: "corrected" });
  expect(record.checks).toEqual(recheckRecord(corrected(123_456_700)).checks);
  expect(record.findings.map(({ ruleId }) => ruleId)).toContain("total-equals-sum");
  expect(await readFile(path.join(output, "a.md"), "utf8")).toContain("1,234,567 ✎");
  expect(stdout).toContain("1 correction by hand kept");
  expect(code).toBe(1);
});

it("writes over a record that nobody corrected", async () => {
  const stale = sampleRecord();
  stale.budgets = [];
  const { after, stdout } = await readOver(JSON.stringify(stale));
  expect(JSON.parse(after).budgets).toEqual(sampleRecord().budgets);
  expect(stdout).not.toContain("by hand");
});

it.each([
  [
    "of another scan",
    JSON.stringify(corrected(1, { source: { ...sampleRecord().source, sha256: "f".repeat(64) } })),
  ],
  ["in a file with a slip of the pen", JSON.stringify(corrected(1)).replace("{", "{,")],
  ["in a record that lacks a part", JSON.stringify({ ...corrected(1), tables: undefined })],
])("loses no correction %s: one line, and the file is as it was", async (_, before) => {
  const { code, after, stderr } = await readOver(before);
  expect(code).toBe(3);
  expect(after).toBe(before);
  expect(
    stderr
      .trimEnd()
      .split("\n")
      .filter((line) => line.includes("✗")),
  ).toHaveLength(1);
  expect(stderr).toMatch(/a\.pdf: .*corrections made by hand.*a\.json/);
});
