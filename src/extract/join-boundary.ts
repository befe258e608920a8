import { type ColumnTraits, describeColumns } from "./join-columns.ts";
import {
  breakOffTogether,
  fillsItsCell,
  hasRoomLeft,
  isCutInBrackets,
  nextMayFollow,
  setsRowHeight,
  standsAtFoot,
  textGoesOn,
  type White,
  whiteIn,
} from "./join-foot.ts";
import { haveSameRows, numberingOfGroup } from "./join-groups.ts";
import type { PartCell, TablePart } from "./join-part.ts";
import { beginsNumbered, endsSentence, linesOf, listNumber } from "./layout.ts";

/** A cell at the lower part's top and the one above it that covers the same columns. */
export interface BoundaryCell {
  upper: PartCell;
  lower: PartCell;
  /** The printed cell that `lower` is, or is a piece of: an empty one over several cells above is taken apart. */
  source: PartCell;
  /** Whether both are one cell that the page break cut. */
  isMerged: boolean;
}

export interface Boundary {
  pairs: BoundaryCell[];
  /** Whether the first row below is the rest of the last row above. */
  isRowCut: boolean;
  isRowUnclear: boolean;
}

/** What happened at a page break: whether it cut a row, and which merged cells go on over it. */
export function judgeBoundary(
  above: TablePart,
  below: TablePart,
  last: readonly (PartCell | null)[],
): Boundary {
  const top = below.cells.filter((cell) => cell.row === 0).sort((a, b) => a.column - b.column);
  const pairs = top.flatMap((cell) => pairsOf(cell, last));
  if (above.rowCount <= above.headerRows) return { pairs: [], isRowCut: false, isRowUnclear: false };
  const columns = describeColumns(above, below);
  const covered = pairs.reduce((sum, { lower }) => sum + lower.columnSpan, 0);
  const isAligned = covered === above.columnCount;
  const isSure = isAligned && isSurelyCut(pairs);
  const cut = isSure ? "cut" : isAligned ? judgeCut(pairs, columns, above) : "new";
  if (cut === "cut") {
    return { pairs: pairs.map((pair) => ({ ...pair, isMerged: true })), isRowCut: true, isRowUnclear: false };
  }
  const isFilled = isFilledElsewhere(above, below);
  const merges = judgeMerges(pairs, { columns, isFilled, above, below });
  return { pairs: merges.judged, isRowCut: false, isRowUnclear: cut === "unclear" || merges.isUnclear };
}

const ENOUGH_CELLS = 6;

/** Whether no cell of the body is empty but those right below the break, so that these must belong to cells above. */
function isFilledElsewhere(above: TablePart, below: TablePart): boolean {
  const others = [
    ...above.cells.filter((cell) => cell.row >= above.headerRows),
    ...below.cells.filter((cell) => cell.row > 0),
  ];
  return others.length >= ENOUGH_CELLS && others.every(({ content }) => content.text !== "");
}

function pairsOf(source: PartCell, last: readonly (PartCell | null)[]): BoundaryCell[] {
  const end = source.column + source.columnSpan;
  const uppers = [...new Set(last.slice(source.column, end))].filter((cell) => cell !== null);
  const isTiled =
    uppers.length > 0 &&
    uppers[0].column === source.column &&
    uppers[uppers.length - 1].column + uppers[uppers.length - 1].columnSpan === end;
  if (!isTiled || (uppers.length > 1 && source.content.text !== "")) return [];
  if (uppers.length === 1) return [{ upper: uppers[0], lower: source, source, isMerged: false }];
  return uppers.map((upper) => {
    const { column, columnSpan } = upper;
    return { upper, lower: { ...source, column, columnSpan }, source, isMerged: false };
  });
}

/** So unlikely is a row of its own with as many empty cells. */
const UNLIKELY = 0.02;

/**
 * Whether the first row below is the rest of the last row above. It is when its text goes on with the text above and
 * a column that numbers or fills every row has nothing of its own here; it isn't when a new number or value begins.
 */
function judgeCut(
  pairs: readonly BoundaryCell[],
  columns: readonly ColumnTraits[],
  above: TablePart,
): "cut" | "new" | "unclear" {
  const fills = (cell: PartCell): boolean => fillsItsCell(cell, whiteIn(above));
  // A cell over further rows as well goes on where the row is cut, whatever its column holds elsewhere.
  const isLeaf = ({ lower }: BoundaryCell): boolean => columns[lower.column].isLeaf && lower.rowSpan === 1;
  const leaves = pairs.filter(isLeaf);
  const grouping = pairs.filter((pair) => !isLeaf(pair));
  if (leaves.length === 0) return "new";
  // The text that the page's end cut is the one that fills its cell there; a row has no reason to be so empty else.
  const isTooEmpty = likelihoodOf(pairs, columns) <= UNLIKELY;
  const isNext = (pair: BoundaryCell): boolean => isTooEmpty && fills(pair.upper) && nextMayFollow(pair);
  const goesOnHere = (pair: BoundaryCell): boolean => textGoesOn(pair) || isNext(pair);
  if (grouping.some((pair) => pair.lower.content.text !== "" && !goesOnHere(pair))) return "new";
  const filled = leaves.filter(({ lower }) => lower.content.text !== "");
  if (filled.length === 0) {
    const rests = grouping.filter(({ lower }) => lower.content.text !== "");
    const isRest = isTooEmpty && rests.every(({ upper }) => fills(upper));
    return rests.length === 0 || isRest ? "cut" : "unclear";
  }
  const isNew = ({ upper, lower }: BoundaryCell): boolean =>
    upper.content.text === "" || beginsNumbered(lower.content.text) || isNextNumber(upper, lower);
  if (filled.some((pair) => isNew(pair) && !isNext(pair))) return "new";
  // A text that the page's end cuts fills its cell down to it.
  if (filled.some(({ upper }) => hasRoomLeft(upper, whiteIn(above)))) return "new";
  const lacksNumber = leaves.some(({ lower }) => columns[lower.column].isNumbered);
  const lacksText = leaves.some(
    ({ upper, lower }) =>
      lower.content.text === "" && upper.content.text !== "" && columns[lower.column].isFilledAbove,
  );
  const lacksKey = leaves[0].lower.content.text === "" && columns[leaves[0].lower.column].isFilledAbove;
  const keyMerges = columns[leaves[0].lower.column].hasMergedRows;
  if (filled.every(goesOnHere)) {
    const isLikely = isTooEmpty || breakOffTogether(filled, above);
    if (lacksNumber || lacksText || (isLikely && filled.every(({ upper }) => fills(upper)))) return "cut";
    return filled.every(({ upper }) => linesOf(upper.content).length > 1) ? "unclear" : "new";
  }
  const mayGoOn = filled.every((pair) => textGoesOn(pair) || endsSentence(pair.upper.content.text));
  if ((lacksNumber || lacksKey) && mayGoOn) return keyMerges ? "unclear" : "cut";
  const breaksOff = filled.some((pair) => textGoesOn(pair) || !endsSentence(pair.upper.content.text));
  return lacksNumber && breaksOff ? "unclear" : "new";
}

/** A cell of one row alone, cut amid what is in brackets, is cut with its row, however its column is merged elsewhere. */
function isSurelyCut(pairs: readonly BoundaryCell[]): boolean {
  const filled = pairs.filter(({ lower }) => lower.content.text !== "");
  return (
    filled.some((pair) => pair.upper.rowSpan === 1 && pair.lower.rowSpan === 1 && isCutInBrackets(pair)) &&
    filled.every((pair) => textGoesOn(pair) || isCutInBrackets(pair))
  );
}

/** Whether the cells hold a number alone each, the lower the next one: those of rows. */
function isNextNumber(upper: PartCell, lower: PartCell): boolean {
  const number = listNumber(upper.content.text);
  return number !== null && listNumber(lower.content.text) === number + 1;
}

/** How likely a row of its own has nothing in all those cells that are empty here. */
function likelihoodOf(pairs: readonly BoundaryCell[], columns: readonly ColumnTraits[]): number {
  return pairs
    .filter(({ lower }) => lower.content.text === "")
    .reduce((product, { lower }) => product * columns[lower.column].idleShare, 1);
}

interface MergeContext {
  columns: readonly ColumnTraits[];
  isFilled: boolean;
  above: TablePart;
  below: TablePart;
}

/**
 * Which cells go on over the break when no row is cut, from left to right:
 * once a grouping cell is new, those it groups are new as well. A cell that may as well go on as begin is taken for new,
 * and said to be unclear.
 */
function judgeMerges(
  pairs: readonly BoundaryCell[],
  { columns, isFilled, above, below }: MergeContext,
): { judged: BoundaryCell[]; isUnclear: boolean } {
  const white = whiteIn(above);
  let isNewGroup = false;
  let areAllMerged = true;
  let isUnclear = false;
  const judged: BoundaryCell[] = [];
  for (const [index, pair] of pairs.entries()) {
    const traits = columns[pair.lower.column];
    const hasTextBehind = pairs.slice(index + 1).some(({ lower }) => lower.content.text !== "");
    const isFirst: boolean = areAllMerged && hasTextBehind;
    const mustMerge = isFilled && pair.lower.content.text === "";
    // With no other cell over rows an empty one is no stranger than a merged one, but for those that lead a row.
    const isLoneMerge: boolean =
      mustMerge && traits.isLeaf && !isFirst && !areRowsMerged(pairs, above, below);
    const mayGoOn = textGoesOn(pair) && standsAtFoot(pair.upper, white);
    const numbering = mayGoOn ? numberingOfGroup(above, below, pair.lower.column) : "silent";
    const isTwin: boolean = mayGoOn && goesOnAsItsName(judged[index - 1], pair, above);
    const mayLast: boolean = numbering !== "begins" && goesOn(pair, traits, isFirst, white);
    // A cell over further rows would have left its words' height to these.
    const isOwnRow: boolean = mayLast && pair.lower.content.text !== "" && setsRowHeight(pair.upper, above);
    const isLikely: boolean = mayLast && !isOwnRow;
    const isNumberedOn: boolean = mayGoOn && numbering === "goes on" && (isTwin || !traits.isLeaf);
    const isMerged: boolean = !isLoneMerge && (mustMerge || (!isNewGroup && (isLikely || isNumberedOn)));
    isUnclear ||=
      isLoneMerge ||
      (isOwnRow && !isNewGroup) ||
      (!isMerged && !isNewGroup && isTwin && numbering === "silent");
    if (!traits.isLeaf && !isMerged) isNewGroup = true;
    areAllMerged &&= isMerged;
    judged.push({ ...pair, isMerged });
  }
  return { judged, isUnclear };
}

/** Whether any cell but those that meet the break is merged over rows, or one of these is on its own page. */
function areRowsMerged(pairs: readonly BoundaryCell[], above: TablePart, below: TablePart): boolean {
  const body = [...above.cells.filter(({ row }) => row >= above.headerRows), ...below.cells];
  return (
    body.some(({ rowSpan }) => rowSpan > 1) ||
    pairs.some(({ upper, lower }) => upper.rowSpan + lower.rowSpan > 2)
  );
}

/** Whether the cell to the left goes on over as many rows, in a table that names each cell of the one column by one of the other. */
function goesOnAsItsName(before: BoundaryCell | undefined, pair: BoundaryCell, above: TablePart): boolean {
  return (
    before?.isMerged === true &&
    before.lower.rowSpan === pair.lower.rowSpan &&
    haveSameRows(above, before.lower.column, pair.lower.column)
  );
}

/** `isFirst`: all cells before it go on, and text stands behind it, as where a row begins below merged cells. */
function goesOn(pair: BoundaryCell, traits: ColumnTraits, isFirst: boolean, white: White): boolean {
  const { upper, lower } = pair;
  const [before, after] = [upper.content.text, lower.content.text];
  if (after === "")
    return lower.rowSpan > 1 || (upper.rowSpan > 1 && traits.isFilled) || (isFirst && traits.isFilled);
  if (before === "")
    return !traits.isLeaf && upper.rowSpan > 1 && traits.hasMergedRows && !beginsNumbered(after);
  const isLong = upper.rowSpan > 1 || lower.rowSpan > 1;
  // One character names nothing by itself: of a single line above it is the rest.
  const isFull = ONE_CHARACTER.test(after) ? standsAtFoot(upper, white) : fillsItsCell(upper, white);
  return !traits.isLeaf && isLong && textGoesOn(pair) && isFull;
}

const ONE_CHARACTER = /^\p{Script=Han}$/u;
