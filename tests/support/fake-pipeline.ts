import type { Surroundings } from "../../src/cli.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import { picturesOf } from "./pictures.ts";
import { sampleRecord } from "./sample-record.ts";

/** What a fake scan does when it is read: gives this record, or throws this. */
export type Script = (
  path: string,
  signal: AbortSignal | undefined,
  password: string | undefined,
) => Promise<AgreementRecord> | AgreementRecord;

/** A pipeline without OCR; it counts the readers it opened and closed. */
export function fakePipeline(script: Script = () => sampleRecord()) {
  const counts = { opened: 0, closed: 0, read: [] as string[] };
  return {
    counts,
    openReaders: async () => {
      counts.opened++;
      return {
        close: async () => {
          counts.closed++;
        },
      };
    },
    processScan: async (
      path: string,
      _readers: unknown,
      options: {
        signal?: AbortSignal;
        password?: string;
        onProgress?: (event: { pageNumber: number; pageCount: number; stage: "page-done" }) => void;
      },
    ) => {
      counts.read.push(path);
      const record = await script(path, options.signal, options.password);
      for (const { pageNumber } of record.pages) {
        options.onProgress?.({ pageNumber, pageCount: record.pages.length, stage: "page-done" });
      }
      const picture = { pageNumber: 1, widthPx: 1654, heightPx: 2339, jpegBase64: "/9j/2wBD" };
      return { record, pictures: picturesOf([picture]) };
    },
    recheckRecord: (record: AgreementRecord) => record,
  };
}

/** A command line's surroundings that keep what was printed. */
export function fakeSurroundings(
  change: Partial<Surroundings> & { pipeline?: ReturnType<typeof fakePipeline> } = {},
) {
  const printed = { stdout: "", stderr: "" };
  const { pipeline = fakePipeline(), ...rest } = change;
  const around: Surroundings = {
    stdout: (text) => {
      printed.stdout += text;
    },
    stderr: (text) => {
      printed.stderr += text;
    },
    isTerminal: false,
    columns: 100,
    env: { LANG: "en_GB.UTF-8" },
    cacheFolder: null,
    signal: new AbortController().signal,
    openPipeline: async () => pipeline,
    ...rest,
  };
  return { around, printed, pipeline };
}
