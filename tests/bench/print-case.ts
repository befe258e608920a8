import { body, STYLE, title } from "../../fixtures/make/blocks.ts";
import type { Printer } from "../../fixtures/make/browser.ts";
import type { PrintBlock } from "../../fixtures/make/document.ts";
import { drawScan } from "../../fixtures/make/draw.ts";
import { openRandom, type Random } from "../../fixtures/make/random.ts";
import { type RandomTable, randomSentence, randomTable } from "../../fixtures/make/random-table.ts";
import type { Picture } from "../../fixtures/make/raster.ts";
import { type Hardship, hardenTable, mayHarden } from "./harden-table.ts";

/** A scan whose pages a browser printed, and its tables with the pages they came to stand on. */
export interface PrintedCase {
  tables: (RandomTable & { pageNumbers: number[] })[];
  pictures: Picture[];
  dpi: number;
}

export const FONTS = [
  "'Liberation Serif', 'Noto Serif CJK SC', serif",
  "'Liberation Sans', 'Noto Sans CJK SC', sans-serif",
  "'Noto Serif CJK SC', serif",
  "'WenQuanYi Zen Hei', sans-serif",
  "'LXGW WenKai', serif",
];

const LONG = 24;
/** Of every four cases one sets targets over pages, one is a long table of any kind, one sets targets. */
const WISHES: ((table: RandomTable) => boolean)[] = [
  ({ indicators }) => indicators.some(({ targets }) => targets.length > 0) && indicators.length >= LONG / 2,
  ({ block }) => block.rowCount >= LONG,
  ({ indicators }) => indicators.some(({ targets }) => targets.length > 0),
  () => true,
];

function tableFor(seed: string, random: Random, hardship: Hardship | null): RandomTable {
  const wish = WISHES[Number(seed.split("/").at(-1)) % WISHES.length] ?? (() => true);
  let table = randomTable(random);
  const fits = (one: RandomTable): boolean => wish(one) && (hardship === null || mayHarden(one, hardship));
  while (!fits(table)) table = randomTable(random);
  return table;
}

/** The case of a seed, with a hardship if so wished: one random table below a paragraph, printed by a browser and scanned as office scanners do. */
export async function printCase(
  seed: string,
  printer: Printer,
  hardship: Hardship | null = null,
): Promise<PrintedCase> {
  const random = openRandom(`printed/${seed}`);
  const plain = tableFor(seed, random, hardship);
  const table = hardship === null ? plain : hardenTable(plain, hardship, openRandom(`hard/${seed}`));
  const font = random.pick(FONTS);
  const blocks: PrintBlock[] = [
    title(randomSentence(random, 6, 10)),
    body(`${randomSentence(random, 30, 90)}。`),
    table.block,
  ];
  const style = { ...STYLE, font, titleFont: font, sizePt: random.pick([11, 12, 14]) };
  const isFax = hardship === "fax";
  const dpi = isFax ? 200 : random.pick([150, 200, 200, 300]);
  const skewDeg = random.chance(0.6) ? random.between(-1.2, 1.2) : 0;
  const noise = random.between(0, 6);
  const { pages, layout } = await drawScan(
    printer,
    { lang: "zh-CN", style, blocks },
    {
      seed: random.int(1, 1e6),
      dpi,
      colour: false,
      jpegQuality: 80,
      page: () => ({ skewDeg, noise, ink: 25, paper: 248, blurPx: 0.4, specks: 2, fax: isFax }),
    },
  );
  const pageNumbers = layout.placed.filter(({ block }) => block === 2).map(({ pageNumber }) => pageNumber);
  return { tables: [{ ...table, pageNumbers }], pictures: pages, dpi };
}
