import { recordToHtml } from "../../src/emit/record-to-html.ts";
import { recordToJson } from "../../src/emit/record-to-json.ts";
import type { PagePicture } from "../../src/model/picture.ts";
import type { RecognizedPage } from "../../src/model/recognized.ts";
import { openReaders } from "../../src/pipeline.ts";
import { cleanPicture } from "../../src/recognize/clean-picture.ts";
import { eraseEdgeMarks } from "../../src/recognize/edge-marks.ts";
import { findLayout, layFlat } from "../../src/recognize/find-layout.ts";
import { pageToPicture } from "../../src/recognize/page-to-picture.ts";
import { recognizePage } from "../../src/recognize/recognize-page.ts";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { openScan } from "../../src/scan/open-scan.ts";
import { picturesOf, wholeOf } from "../support/pictures.ts";
import { usedByMainThreadS, usedCpuS } from "./run-command.ts";

export type Stage =
  | "open"
  | "clean, straighten"
  | "layout"
  | "turn, crop, vote"
  | "recognition itself"
  | "extract, prove, check"
  | "write";

/**
 * Seconds of processor time each stage takes, page after page, with nothing overlapping.
 * Recognition itself is what the readers' threads and processes take, their start included; our own code runs in the main thread.
 */
export async function measureStages(files: readonly string[]): Promise<Map<Stage, number>> {
  const seconds = new Map<Stage, number>();
  const add = (stage: Stage, more: number): void => {
    seconds.set(stage, (seconds.get(stage) ?? 0) + more);
  };
  const readers = await openReaders({ lang: "chi_sim", jobs: 2 });
  try {
    for (const file of files) {
      let used = usedCpuS();
      const lap = (): number => {
        const before = used;
        used = usedCpuS();
        return Math.max(0, used - before);
      };
      const scan = await openScan(file);
      const pages: RecognizedPage[] = [];
      const pictures: PagePicture[] = [];
      for (let pageNumber = 1; pageNumber <= scan.pageCount; pageNumber++) {
        const scanned = await scan.readPage(pageNumber);
        add("open", lap());
        const { cleanS, layoutS } = timeLayout(scanned.pixels);
        lap();
        const before = usedByMainThreadS();
        const { page, grey } = await recognizePage(scanned, readers);
        const ownS = usedByMainThreadS() - before;
        add("clean, straighten", cleanS);
        add("layout", layoutS);
        add("turn, crop, vote", Math.max(0, ownS - cleanS - layoutS));
        add("recognition itself", Math.max(0, lap() - ownS));
        pages.push(page);
        pictures.push(await pageToPicture(pageNumber, grey));
        add("write", lap());
      }
      const { fileName, sha256, mediaType, pageCount, outline } = scan;
      await scan.close();
      add("open", lap());
      const source = { fileName, sha256, mediaType, pageCount };
      const record = recognizedToRecord({ readers: readers.names, outline, pages }, source);
      add("extract, prove, check", lap());
      recordToJson(record);
      await wholeOf(recordToHtml(record, picturesOf(pictures), "zh"));
      add("write", lap());
    }
  } finally {
    await readers.close();
  }
  return seconds;
}

/** The same steps once more on a picture of their own, so that nothing is remembered. */
function timeLayout(pixels: Parameters<typeof cleanPicture>[0]): { cleanS: number; layoutS: number } {
  const started = usedByMainThreadS();
  const { grey } = layFlat(eraseEdgeMarks(cleanPicture(pixels).grey));
  const flat = usedByMainThreadS();
  findLayout(grey);
  return { cleanS: flat - started, layoutS: usedByMainThreadS() - flat };
}
