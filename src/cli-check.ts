import { settle } from "./batch.ts";
import { writeBatch, writeRecord } from "./batch-outputs.ts";
import { readRecord } from "./check-records.ts";
import type { Command } from "./cli-arguments.ts";
import { failureToText, recordToText } from "./cli-summary.ts";
import { exitCodeOf, manifestText, type Speech, type Surroundings } from "./cli-surroundings.ts";
import { toHesuanError } from "./errors.ts";
import type { Settled } from "./model/outcome.ts";
import type { PagePictures } from "./model/picture.ts";
import { toOutputNames } from "./output-names.ts";
import { openSpool, type RecordSpool } from "./record-spool.ts";

/** `hesuan check`: judges records again; with an output folder the judged records are written there. */
export async function check(
  command: Extract<Command, { name: "check" }>,
  around: Surroundings,
  speech: Speech,
): Promise<number> {
  const spool = await openSpool();
  try {
    const outcomes = await checkAll(command, around, speech, spool);
    if (command.common.json) around.stdout(manifestText(outcomes));
    return exitCodeOf(outcomes, command.strict);
  } finally {
    await spool.close();
  }
}

async function checkAll(
  { common, paths, output, formats }: Extract<Command, { name: "check" }>,
  around: Surroundings,
  { language, paint }: Speech,
  spool: RecordSpool,
): Promise<Settled[]> {
  const { recheckRecord } = await around.openPipeline();
  const names = toOutputNames(paths);
  const folder = output ?? ".";
  const options = { folder, formats, language };
  const outcomes: Settled[] = [];
  for (const [at, path] of paths.entries()) {
    const startedMs = performance.now();
    const elapsedMs = (): number => performance.now() - startedMs;
    try {
      const record = await recheckRecord(await readRecord(path));
      const outputs = output === null ? [] : await writeRecord(record, NO_PICTURES, names[at], options);
      await spool.keep(at, record);
      const outcome = { kind: "read", path, record, outputs, elapsedMs: elapsedMs() } as const;
      outcomes.push(settle(outcome, folder, () => undefined));
      if (!common.json && !common.quiet) {
        around.stdout(`\n${recordToText(record, path, Number.POSITIVE_INFINITY, language, paint)}\n`);
      }
    } catch (thrown) {
      const error = toHesuanError(thrown);
      if (error.exitCode !== 3) throw error;
      const outcome = { kind: "failed", path, error, elapsedMs: elapsedMs() } as const;
      outcomes.push(settle(outcome, folder, () => undefined));
      around.stderr(`${failureToText(error, path, language, paint)}\n`);
    }
  }
  if (output !== null) {
    const scans = outcomes.map(({ scan }) => scan);
    await writeBatch(scans, spool, options, null);
  }
  return outcomes;
}

/** A record holds none of them. */
const NO_PICTURES: PagePictures = { pageNumbers: [], find: async () => null };
