import type { BudgetLine } from "../model/agreement.ts";
import { wholeToDecimal } from "../model/decimal.ts";
import { looksMisread, looksSlipped } from "../model/looks-misread.ts";
import type { NormalText } from "../model/normal-text.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import type { Money, Text } from "../model/value.ts";
import type { Draft } from "./budget-drafts.ts";
import { textAt } from "./budget-figures.ts";

/** What a line above a table may be as its name: without its number, its colon and its unit. */
const HEADING =
  /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?(?:[.．]\d{1,2}){0,2}\s*[、.．)）]?)?\s*([\p{Script=Han}A-Za-z][^，。；：:（(\d]{1,14}?)\s*(?:[（(][^（）()]{1,16}[）)])?\s*[：:]?\s*$/u;

/** 2.1 扫描费（单位：元）: what the table below it lists; null for any other words. */
export function headingOf(above: NormalText | null): Text | null {
  const found = above && HEADING.exec(above.text);
  if (!above || !found) return null;
  const start = above.text.indexOf(found[1]);
  return textAt(above, { start, end: start + found[1].length });
}

/**
 * 扫描费小计673,650元 of one table, two lines of another, and 以上三项合计785,925元: tables of one section that have their own sums and
 * come to the last one's total with its own lines are groups of it: just so, or but for one slip. Gives that one their lines;
 * the others are taken from the drafts answered.
 */
export function joinTables(drafts: readonly Draft[]): Draft[] {
  const joined = new Set<Draft>();
  for (const whole of drafts) {
    const total = whole.total ?? whole.totalInCapitals;
    const groups = groupsBefore(drafts, whole);
    if (!total || groups.length === 0 || whole.name !== null) continue;
    const own = whole.outdone.find(({ fen }) => fen === sumOf(topLines(whole)));
    if (sumOf(topLines(whole)) === total.fen || (own && !whole.heading)) continue;
    const sum = groups.reduce((all, { fen }) => all + fen, sumOf(topLines(whole)));
    if (sum !== total.fen && !isOneSlipOff(sum, total.fen)) continue;
    if (isOneSlipOff(sumOf(topLines(whole)), total.fen)) continue;
    const ownLines = own && whole.heading ? asGroup(whole.heading, own, whole.lines) : whole.lines;
    whole.outdone = whole.outdone.filter((each) => each !== own);
    whole.lines = [
      ...groups.flatMap(({ draft, heading, total: ofGroup }) => asGroup(heading, ofGroup, draft.lines)),
      ...ownLines,
    ];
    for (const { draft } of groups) joined.add(draft);
  }
  return drafts.filter((draft) => !joined.has(draft));
}

interface Group {
  draft: Draft;
  heading: Text;
  total: Money;
  fen: number;
}

/** The tables with names and sums of their own right before a draft, in its section; none where one of them has none. */
function groupsBefore(drafts: readonly Draft[], whole: Draft): Group[] {
  const before = drafts
    .slice(0, drafts.indexOf(whole))
    .filter(({ section, version }) => section === whole.section && version === whole.version);
  const groups = before.flatMap((draft): Group[] => {
    const { heading, total, name, totalInCapitals, lines } = draft;
    const isOne = heading && total && name === null && !totalInCapitals && lines.length > 0;
    return isOne ? [{ draft, heading, total, fen: total.fen }] : [];
  });
  return groups.length === before.length ? groups : [];
}

function asGroup(heading: Text, amount: Money, lines: readonly BudgetLine[]): BudgetLine[] {
  const group: BudgetLine = {
    label: heading,
    parent: null,
    quantity: null,
    unitPrice: null,
    amount,
    percent: null,
  };
  return [group, ...lines.map((line) => ({ ...line, parent: line.parent ?? heading.value }))];
}

function isOneSlipOff(sum: number, total: number): boolean {
  const [meant, seen] = [sum, total].map((fen) => wholeToDecimal(fen));
  return looksSlipped(seen, meant) || looksMisread(seen, meant);
}

/** Whether a sum is what all tables of a section with sums of their own come to, of which there are several. */
export function sumsUpTables(
  drafts: readonly Draft[],
  { version }: Draft,
  section: number,
  fen: number,
): boolean {
  const own = drafts.filter((draft) => draft.section === section && draft.version === version);
  const totals = own.flatMap(({ heading, total, lines }) =>
    heading && total && lines.length > 0 ? [total.fen] : [],
  );
  return (
    totals.length > 1 && totals.length === own.length && totals.reduce((all, each) => all + each, 0) === fen
  );
}
