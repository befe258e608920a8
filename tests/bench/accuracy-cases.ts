import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPrinter } from "../../fixtures/make/browser.ts";
import { drawScan } from "../../fixtures/make/draw.ts";
import { fixtureToTruth } from "../../fixtures/make/fixture-to-truth.ts";
import { languageOf } from "../../fixtures/make/language-of.ts";
import { type Grammar, randomOf } from "../../fixtures/make/random-grammar.ts";
import type { Truth } from "../../fixtures/make/truth.ts";
import type { RecognizedScan } from "../../src/model/recognized.ts";

/** A scan whose words and figures are known. */
export interface AccuracyCase {
  name: string;
  path: string;
  truth: Truth;
  language: "chi_sim" | "chi_tra";
  /** What readers saw earlier, where that is kept. */
  recorded: RecognizedScan | null;
  /** The harder kind of scan by issue 3: 150 dpi, fax, shaded or under seals; null where that shows in the reading only. */
  isHard: boolean | null;
}

const FIXTURES = join(import.meta.dirname, "../../fixtures");

/** Every scan with its truth in a folder: the committed ones, or those that fixtures/make/draw-random.ts drew. */
export function casesIn(folder: string = FIXTURES): AccuracyCase[] {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, "expected.json")));
  return names.map((name) => {
    const kept = join(folder, name, "recognized.json");
    return {
      name,
      path: join(folder, name, "scan.pdf"),
      truth: JSON.parse(readFileSync(join(folder, name, "expected.json"), "utf8")),
      language: languageOf(name),
      recorded: existsSync(kept) ? JSON.parse(readFileSync(kept, "utf8")).recognized : null,
      isHard: null,
    };
  });
}

/** Draws agreements of these seeds into a folder of their own, every other one with a flaw, and clears it in the end. */
export async function withDrawnCases(
  seeds: readonly number[],
  use: (drawn: AccuracyCase) => Promise<void>,
  grammar: Grammar = "first",
): Promise<void> {
  if (seeds.length === 0) return;
  const folder = await mkdtemp(join(tmpdir(), "hesuan-accuracy-"));
  const printer = await openPrinter();
  try {
    for (const seed of seeds) {
      const agreement = randomOf(grammar, seed, { flaw: seed % 2 === 0 });
      if (!agreement.scan) continue;
      const { pdf, layout } = await drawScan(printer, agreement.printed, agreement.scan);
      const path = join(folder, `${agreement.name}.pdf`);
      await writeFile(path, pdf);
      const effects = agreement.scan.page(1);
      const isHard = agreement.scan.dpi < 200 || effects.fax === true || (effects.shade ?? 0) > 0.1;
      const truth = fixtureToTruth(agreement, layout);
      await use({ name: agreement.name, path, truth, language: "chi_sim", recorded: null, isHard });
    }
  } finally {
    await printer.close();
    await rm(folder, { recursive: true });
  }
}
