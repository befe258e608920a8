import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readAgreement } from "../src/index.ts";

test("the README's library example runs as it is printed there", async () => {
  // Run as printed, but for the file's name and where it prints.
  const readme = readFileSync(join(import.meta.dirname, "..", "README.md"), "utf8");
  const [, example] = /```ts\n(import \{ readAgreement[\s\S]*?)```/.exec(readme) ?? [];
  expect(example).toContain('await readAgreement("agreement.pdf")');
  const said: string[] = [];
  const body = example
    .replace(/import .*\n/, "")
    .replace('"agreement.pdf"', "path")
    .replace("console.log", "say");
  const run = new Function(
    "readAgreement",
    "path",
    "say",
    `return (async () => {${body}; return record;})()`,
  );
  const scan = join(import.meta.dirname, "..", "fixtures", "born-digital", "scan.pdf");
  const record = await run(readAgreement, scan, (text: string) => said.push(text));
  expect(record.agreement.parties.map(({ name }: { name: { value: string } }) => name.value)).toEqual([
    "临江县民政局",
    "江南云护科技有限公司",
  ]);
  expect(record.status).toBe("clean");
  expect(said).toEqual([]);
});
