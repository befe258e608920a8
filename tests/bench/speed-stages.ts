import type { PagePicture } from "../../src/model/picture.ts";
import type { RecognizedPage } from "../../src/model/recognized.ts";
import { picturesOf, wholeOf } from "../support/pictures.ts";
import { usedByMainThreadS, usedCpuS } from "./run-command.ts";

/** Modules as they are built: what runs sources also has every function keep its name, which takes time of its own. */
const [html, json, pipeline, clean, marks, finding, drawing, recognizing, understanding, opening] =
  await Promise.all([
    built<typeof import("../../src/emit/record-to-html.ts")>("emit/record-to-html"),
    built<typeof import("../../src/emit/record-to-json.ts")>("emit/record-to-json"),
    built<typeof import("../../src/pipeline.ts")>("pipeline"),
    built<typeof import("../../src/recognize/clean-picture.ts")>("recognize/clean-picture"),
    built<typeof import("../../src/recognize/edge-marks.ts")>("recognize/edge-marks"),
    built<typeof import("../../src/recognize/find-layout.ts")>("recognize/find-layout"),
    built<typeof import("../../src/recognize/page-to-picture.ts")>("recognize/page-to-picture"),
    built<typeof import("../../src/recognize/recognize-page.ts")>("recognize/recognize-page"),
    built<typeof import("../../src/recognized-to-record.ts")>("recognized-to-record"),
    built<typeof import("../../src/scan/open-scan.ts")>("scan/open-scan"),
  ]);

async function built<Module>(name: string): Promise<Module> {
  return (await import(new URL(`../../dist/${name}.js`, import.meta.url).href)) as Module;
}

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
  const readers = await pipeline.openReaders({ lang: "chi_sim", jobs: 2 });
  try {
    for (const file of files) {
      let used = usedCpuS();
      const lap = (): number => {
        const before = used;
        used = usedCpuS();
        return Math.max(0, used - before);
      };
      const scan = await opening.openScan(file);
      const pages: RecognizedPage[] = [];
      const pictures: PagePicture[] = [];
      for (let pageNumber = 1; pageNumber <= scan.pageCount; pageNumber++) {
        const scanned = await scan.readPage(pageNumber);
        add("open", lap());
        const { cleanS, layoutS } = timeLayout(scanned.pixels);
        lap();
        const before = usedByMainThreadS();
        const { page, grey } = await recognizing.recognizePage(scanned, readers);
        const ownS = usedByMainThreadS() - before;
        add("clean, straighten", cleanS);
        add("layout", layoutS);
        add("turn, crop, vote", Math.max(0, ownS - cleanS - layoutS));
        add("recognition itself", Math.max(0, lap() - ownS));
        pages.push(page);
        pictures.push(await drawing.pageToPicture(pageNumber, grey));
        add("write", lap());
      }
      const { fileName, sha256, mediaType, pageCount, outline } = scan;
      await scan.close();
      add("open", lap());
      const source = { fileName, sha256, mediaType, pageCount };
      const record = understanding.recognizedToRecord({ readers: readers.names, outline, pages }, source);
      add("extract, prove, check", lap());
      json.recordToJson(record);
      await wholeOf(html.recordToHtml(record, picturesOf(pictures), "zh"));
      add("write", lap());
    }
  } finally {
    await readers.close();
  }
  return seconds;
}

/** The same steps once more on a picture of their own, so that nothing is remembered. */
function timeLayout(pixels: Parameters<typeof clean.cleanPicture>[0]): { cleanS: number; layoutS: number } {
  const started = usedByMainThreadS();
  const { grey } = finding.layFlat(marks.eraseEdgeMarks(clean.cleanPicture(pixels).grey));
  const flat = usedByMainThreadS();
  finding.findLayout(grey);
  return { cleanS: flat - started, layoutS: usedByMainThreadS() - flat };
}
