import type { Random } from "../../../fixtures/make/random.ts";
import type { Kind, KindLine, KindPage, KindTable } from "./kind.ts";
import { caption, longRows, otherRows, priceRows, prose } from "./words.ts";

/** Kinds of tables that the random ones don't draw, each with the fonts, sizes and rules that offices give it. */
export const KINDS: Kind[] = [
  { name: "stacked, full rules", draw: (random) => stacked(random, fullRules) },
  { name: "stacked, rules between rows only", draw: (random) => stacked(random, rowRules) },
  { name: "stacked, three rules", draw: (random) => stacked(random, threeRules) },
  { name: "stacked, no outer sides", draw: (random) => stacked(random, openSides) },
  {
    name: "sections, rules between rows only",
    draw: (random) => ({ ...sections(random, rowRules), isUnparted: true }),
  },
  { name: "sections, no outer sides", draw: (random) => sections(random, openSides) },
  {
    name: "white rules, banded",
    draw: (random) => page(random, [table(priceRows(random, random.int(3, 12)), banded(random))]),
  },
  {
    name: "white rules, one grey",
    draw: (random) => page(random, [table(priceRows(random, random.int(3, 12)), oneGrey(random))]),
  },
  {
    name: "white rules, pale head alone",
    draw: (random) => page(random, [table(priceRows(random, random.int(3, 12)), paleHead(random))]),
  },
  {
    name: "white words on grey",
    draw: (random) => page(random, [table(priceRows(random, random.int(3, 12)), whiteWords(random))]),
  },
  {
    name: "uprights only",
    draw: (random) => page(random, [table(priceRows(random, random.int(3, 12)), uprights(random))]),
  },
  {
    name: "uprights only, long cells",
    draw: (random) => page(random, [table(longRows(random, random.int(2, 6)), uprights(random))]),
  },
  {
    name: "rules between rows only, long cells",
    draw: (random) => page(random, [table(longRows(random, random.int(2, 6)), rowRules(random))]),
  },
  {
    name: "three rules, long cells",
    draw: (random) => page(random, [table(longRows(random, random.int(2, 6)), threeRules(random))]),
  },
];

type Rules = (random: Random) => string;

const table = (rows: string[][], css: string): KindTable => ({ rows, css });
const line = (words: string, css = ""): KindLine => ({ words, css });

/** Tables between two paragraphs, or at the page's top or foot. */
function page(random: Random, blocks: KindPage["blocks"]): KindPage {
  const before = random.chance(0.8) ? [line(prose(random, random.int(1, 8)), "text-indent:2em")] : [];
  const after = random.chance(0.7) ? [line(prose(random, random.int(1, 6)), "text-indent:2em")] : [];
  return { blocks: [...before, ...blocks, ...after], sizePt: random.pick([9, 10.5, 10.5, 12, 14]) };
}

/** Two tables with one line of words between them, hardly any room above and below it. */
function stacked(random: Random, rules: Rules): KindPage {
  const upper = priceRows(random, random.int(1, 5));
  const isAlike = random.chance(0.5);
  const lower = isAlike
    ? priceRows(random, random.int(1, 5))
    : otherRows(random, random.int(1, 5), random.int(2, 6));
  const css = rules(random);
  const margins = `margin:${random.between(0, 2)}mm 0;line-height:${random.pick([1.2, 1.5, 1.8])};text-align:${random.pick(["left", "center", "right"])}`;
  return page(random, [table(upper, css), line(caption(random), margins), table(lower, css)]);
}

/** One table in which a line over all columns names each section. */
function sections(random: Random, rules: Rules): KindPage {
  const [head, ...rows] = priceRows(random, random.int(4, 9));
  const at = random.int(1, rows.length - 2);
  const named = (words: string): string[] => [words, ...head.slice(1).map(() => "<")];
  const first = random.chance(0.5) ? [named("一、人员经费")] : [];
  const all = [head, ...first, ...rows.slice(0, at), named("二、活动经费"), ...rows.slice(at)];
  const css = random.chance(0.5) ? "& td[colspan]:not([colspan='1']){text-align:left}" : "";
  return page(random, [table(all, rules(random) + css)]);
}

const padding = (random: Random): string => `& td{padding:${random.between(0.5, 2.5)}mm 2mm}`;
const align = (random: Random): string => `& td{vertical-align:${random.pick(["top", "middle"])}}`;
const setting = (random: Random): string =>
  `${padding(random)}${align(random)}${random.chance(0.5) ? "& td{text-align:center}" : ""}& td{line-height:${random.pick([1.2, 1.4, 1.6])}}`;

function fullRules(random: Random): string {
  return `${setting(random)}& td{border:${random.pick([0.5, 0.75, 1])}pt solid #000}`;
}

function rowRules(random: Random): string {
  const grey = random.pick(["#000", "#000", "#666", "#999"]);
  return `${setting(random)}& td{border-bottom:${random.pick([0.5, 0.75])}pt solid ${grey}}& .r0 td{border-top:${random.pick([0.75, 1.5])}pt solid #000;border-bottom:0.75pt solid #000}`;
}

function threeRules(random: Random): string {
  return `${setting(random)}& {border-top:${random.pick([0.75, 1.5])}pt solid #000;border-bottom:${random.pick([0.75, 1.5])}pt solid #000}& .r0 td{border-bottom:0.75pt solid #000}`;
}

function openSides(random: Random): string {
  return `${fullRules(random)}& td:first-child{border-left:none}& td:last-child{border-right:none}`;
}

function banded(random: Random): string {
  const [head, one, other] = random.pick([
    ["#4472c4", "#cfd5ea", "#e9ebf5"],
    ["#5b9bd5", "#deeaf6", "#f2f2f2"],
    ["#70ad47", "#d5e3cf", "#ebf1e9"],
    ["#7f7f7f", "#d9d9d9", "#efefef"],
    ["#a5a5a5", "#e1e1e1", "#f0f0f0"],
    ["#c6d9f1", "#e9eff7", "#f2f2f2"],
    ["#d9d9d9", "#f2f2f2", "#e5e5e5"],
  ]);
  const words = /^#[0-9ab]/.test(head) && random.chance(0.6) ? "#fff" : "#000";
  return `${setting(random)}& td{border:${random.pick([0.75, 1, 1.5])}pt solid #fff;background:${one}}& tr:nth-child(odd) td{background:${other}}& tr.r0 td{background:${head};color:${words}}`;
}

function oneGrey(random: Random): string {
  const grey = random.pick(["#d9d9d9", "#e5e5e5", "#cccccc", "#dce6f1", "#bfbfbf"]);
  return `${setting(random)}& td{border:${random.pick([0.75, 1, 1.5])}pt solid #fff;background:${grey}}${random.chance(0.5) ? "& tr.r0 td{background:#a6a6a6}" : ""}`;
}

function paleHead(random: Random): string {
  const grey = random.pick(["#d9d9d9", "#e5e5e5", "#dce6f1", "#f0f0f0", "#bdd7ee"]);
  return `${setting(random)}& .r0 td{border-right:${random.pick([0.75, 1.5, 2.25])}pt solid #fff;background:${grey}}`;
}

function whiteWords(random: Random): string {
  const grey = random.pick(["#808080", "#999999", "#a6a6a6", "#8eaadb", "#5b9bd5"]);
  const below = random.pick([
    "& td{border:0.75pt solid #000}",
    "& td{border-bottom:0.75pt solid #999}",
    "& td{border:0.75pt solid #bbb}",
    "",
  ]);
  return `${setting(random)}${below}& .r0 td{background:${grey};color:#fff;border-color:${random.pick(["#fff", grey])}}`;
}

function uprights(random: Random): string {
  const rule = `${random.pick([0.5, 0.75, 1])}pt solid #000`;
  const outer = random.chance(0.5)
    ? ""
    : "& td:first-child{border-left:none}& td:last-child{border-right:none}";
  const head = random.pick([
    "",
    `& .r0 td{border-bottom:${rule}}`,
    `& .r0 td{border-bottom:${rule};border-top:${rule}}`,
    `& {border-top:${rule};border-bottom:${rule}}& .r0 td{border-bottom:${rule}}`,
    `& {border-top:${rule};border-bottom:${rule}}`,
  ]);
  return `${setting(random)}& td{border-left:${rule};border-right:${rule}}${outer}${head}`;
}
