import { NO_EFFECTS, type PageEffects, scanPage } from "../../fixtures/make/effects.ts";
import { openRandom, type Random } from "../../fixtures/make/random.ts";
import { type RandomTable, randomSentence, randomTable } from "../../fixtures/make/random-table.ts";
import type { Picture } from "../../fixtures/make/raster.ts";
import { type Atlas, drawPage } from "./draw-page.ts";
import { type LaidPage, layParagraph, layTable, newPage, openSetter } from "./lay-table.ts";

/** A table as it was drawn, and the pages it stands on. */
export interface DrawnTable extends RandomTable {
  pageNumbers: number[];
}

/** A scan drawn anew: its tables, its pages as laid and as scanned. */
export interface DrawnCase {
  tables: DrawnTable[];
  laid: LaidPage[];
  pictures: Picture[];
  dpi: number;
  effects: PageEffects;
  bendPx: number;
  atlas: Atlas;
}

/** The case of a seed: one or two tables of any kind among paragraphs, over one to some pages, with a scan's flaws. */
export async function drawCase(seed: string, atlases: readonly Atlas[]): Promise<DrawnCase> {
  const random = openRandom(seed);
  const dpi = random.pick([110, 120, 150, 150, 200]);
  const setter = openSetter(random, dpi);
  const tables: DrawnTable[] = [];
  const count = random.chance(0.4) ? 2 : 1;
  for (let index = 0; index < count; index++) {
    const paragraphs = index === 0 ? random.int(0, 6) : random.int(0, 2);
    // Two tables one right under the other can't be told from one; a new page may begin without words.
    if (index > 0 && (paragraphs === 0 || random.chance(0.3))) newPage(setter);
    for (let at = 0; at < paragraphs; at++)
      layParagraph(setter, `${randomSentence(random, 20, 120)}。`, "body");
    if (paragraphs > 0 && random.chance(0.6)) layParagraph(setter, randomSentence(random, 6, 12), "title");
    const table = differentTable(random, tables);
    const first = setter.pages.length;
    const onPages = layTable(setter, table.block);
    const last = setter.pages.length;
    const start = last - onPages + 1;
    tables.push({
      ...table,
      pageNumbers: Array.from({ length: onPages }, (_, i) => Math.max(start, first) + i),
    });
  }
  for (let at = random.int(0, 3); at > 0; at--)
    layParagraph(setter, `${randomSentence(random, 20, 90)}。`, "body");
  const effects = randomEffects(random, dpi);
  const atlas = random.pick(atlases);
  const holes = random.chance(0.3) ? random.int(2, 12) : 0;
  const pictures: Picture[] = [];
  for (const page of setter.pages) {
    const clean = drawPage(page, atlas, random, holes);
    pictures.push(await scanPage(clean, dpi, effects, [], random));
  }
  return { tables, laid: setter.pages, pictures, dpi, effects, bendPx: (effects.bendMm / 25.4) * dpi, atlas };
}

/** A table whose number of columns no table before it has, so that it can't be taken for its rest. */
function differentTable(random: Random, before: readonly DrawnTable[]): RandomTable {
  for (;;) {
    const table = randomTable(random);
    if (before.every(({ block }) => block.columnCount !== table.block.columnCount)) return table;
  }
}

/** One bit a pixel keeps no hairline of paler or more blurred print than this: nothing of the table would be on paper. */
const PALEST_ON_FAX = 40;
const MOST_BLUR_ON_FAX = 0.5;

function randomEffects(random: Random, dpi: number): PageEffects {
  const effects = randomScan(random, dpi);
  if (!effects.fax) return effects;
  const { ink, blurPx } = effects;
  return { ...effects, ink: Math.min(ink, PALEST_ON_FAX), blurPx: Math.min(blurPx, MOST_BLUR_ON_FAX) };
}

function randomScan(random: Random, dpi: number): PageEffects {
  return {
    ...NO_EFFECTS,
    skewDeg: random.chance(0.6) ? random.between(-2, 2) : 0,
    bendMm: random.chance(0.15) ? random.between(0.2, 1) : 0,
    blurPx: random.chance(0.5) ? random.between(0.3, 0.8) : 0,
    noise: random.chance(0.7) ? random.between(1, 9) : 0,
    specks: random.chance(0.4) ? random.between(1, 25) : 0,
    // Faint print now and then.
    ink: random.chance(0.08) ? random.int(90, 130) : random.int(0, 70),
    paper: random.int(235, 255),
    shade: random.chance(0.3) ? random.between(0.02, 0.15) : 0,
    shadeDeg: random.int(0, 359),
    blackEdgeMm: random.chance(0.1) ? random.between(0.5, 3) : 0,
    punchHoles: random.chance(0.1),
    foldMm: random.chance(0.1) ? random.between(60, 240) : null,
    // One bit a pixel needs more pixels than others do.
    fax: dpi >= 200 && random.chance(0.2),
  };
}

/** Every character that a random table may hold. */
export function characterSet(samples: number): string[] {
  const characters = new Set("0123456789.,%-/—续表上（）、，。；≥零壹贰叁肆伍陆柒捌玖拾");
  for (let index = 0; index < samples; index++) {
    const random = openRandom(`characters/${index}`);
    for (const cell of randomTable(random).block.cells) for (const char of cell.text) characters.add(char);
  }
  return [...characters];
}
