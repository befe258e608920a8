import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take longest, as measured: begun last, one would run alone at the end. */
const LONGEST = [
  "scan/pdf-hosts.test.ts",
  "extract/verdicts/verdicts.test.ts",
  "scan/hostile.test.ts",
  "cli/kill.test.ts",
  "cli/bad-input.test.ts",
  "batch/watch.test.ts",
  "ocr.test.ts",
  "cli/upgrade.test.ts",
  "extract/unseen/unseen.test.ts",
  "bench/mutation.test.ts",
  "check/long-scan.test.ts",
  "prove/misread.test.ts",
  "recognize/audit-ink.test.ts",
  "check/robust.test.ts",
  "recognize/text-layer.test.ts",
  "recognize/tesseract-reader.test.ts",
  "prove/misread-when.test.ts",
  "recognize/even-grounds.test.ts",
  "recognize/grid/find-grids.test.ts",
  "recognize/white-grids.test.ts",
  "cli/language-missing.test.ts",
  "library.test.ts",
];

/**
 * Project by project, as the files of one share what they have loaded; in each the files that take longest come first, and
 * the others in the order that Vitest would give them.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const placeOf = ({ project, moduleId }: TestSpecification): number => {
      const rank = LONGEST.findIndex((file) => moduleId.endsWith(`/tests/${file}`));
      return this.ctx.projects.indexOf(project) * FILES + (rank < 0 ? LONGEST.length : rank);
    };
    return usual.sort((a, b) => placeOf(a) - placeOf(b));
  }
}

/** More than any project has. */
const FILES = 100_000;
