import type { PrintCell, TableBlock } from "../../fixtures/make/document.ts";
import type { Random } from "../../fixtures/make/random.ts";
import type { RandomTable } from "../../fixtures/make/random-table.ts";

/** What is hard about a printed table: its text over its rules, upright words, rules of dots (on a fax). */
export const HARDSHIPS = ["over-rules", "vertical", "dots", "fax"] as const;
export type Hardship = (typeof HARDSHIPS)[number];

/** Whether a table can have a hardship: text over rules wants rules on all sides. */
export function mayHarden({ block }: RandomTable, hardship: Hardship): boolean {
  return hardship !== "over-rules" || block.rules.inner === "all";
}

/** The table with a hardship; what it says stays the same. */
export function hardenTable(table: RandomTable, hardship: Hardship, random: Random): RandomTable {
  return { ...table, block: HARDEN[hardship](table.block, random) };
}

const HARDEN: Record<Hardship, (block: TableBlock, random: Random) => TableBlock> = {
  "over-rules": printOverRules,
  vertical: standUpright,
  dots: dotRules,
  fax: dotRules,
};

/** Of every four cells one has its first (or its last) line on the rule: just touching it, or over it by a third at most. */
function printOverRules(block: TableBlock, random: Random): TableBlock {
  const sign = random.chance(0.5) ? 1 : -1;
  const cells = block.cells.map((cell): PrintCell => {
    if (cell.text === "" || !random.chance(0.25)) return cell;
    return { ...cell, overRule: sign * random.between(0.01, 0.33) };
  });
  return { ...block, cells, cutRows: false };
}

/** The longest word that stands upright, letter by letter, in a narrow column. */
const LONGEST_UPRIGHT = 12;

/** Merged cells of the first column, and of a header of one row its short words, stand upright. */
function standUpright(block: TableBlock, random: Random): TableBlock {
  const isUpright = ({ row, column, rowSpan, columnSpan, text }: PrintCell): boolean =>
    columnSpan === 1 &&
    /^\p{Script=Han}{2,}$/u.test(text) &&
    text.length <= LONGEST_UPRIGHT &&
    ((column === 0 && rowSpan > 1) || (row === 0 && column === 0));
  const [first, ...others] = block.columnWidths;
  const isNarrow = block.cells.every((cell) => cell.column > 0 || cell.columnSpan > 1 || isUpright(cell));
  const own = isNarrow ? random.between(0.045, 0.07) : first;
  return {
    ...block,
    cells: block.cells.map((cell) => (isUpright(cell) ? stacked(cell) : cell)),
    columnWidths: [own, ...others.map((share) => (share / (1 - first)) * (1 - own))],
  };
}

/** Letter below letter, as a font without room for upright lines has them set. */
const stacked = (cell: PrintCell): PrintCell => ({
  ...cell,
  text: [...cell.text].join("\n"),
  align: "center",
});

function dotRules(block: TableBlock, random: Random): TableBlock {
  const dots = random.pick(["dotted", "dashed"] as const);
  return {
    ...block,
    rules: { ...block.rules, double: false, dots, widthPt: random.between(0.5, 1.2) },
  };
}
