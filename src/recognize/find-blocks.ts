import { type Box, unionOfBoxes } from "../model/place.ts";
import type { RecognizedLine, TextBlock } from "../model/recognized.ts";
import { isSetOffLabel } from "../model/set-off-label.ts";
import { type Edge, findFurniture } from "./find-furniture.ts";
import { splitColumns } from "./split-columns.ts";

/** What the layout of a line says of it. */
export interface LaidLine {
  line: RecognizedLine;
  textHeightPx: number;
}

const INDENT = 1.2;
const SHORT_END = 2.2;
const WIDE_GAP = 1.7;
const SIZE_CHANGE = 1.3;

/**
 * Groups the lines outside tables into paragraphs, in reading order, and sets page headers and footers apart.
 * No paragraph goes on below one of the page's `tables`.
 */
export function findBlocks(
  lines: readonly LaidLine[],
  pageHeightPx: number,
  tables: readonly Box[] = [],
): TextBlock[] {
  const furniture = findFurniture(lines, pageHeightPx, tables);
  const body = lines.filter((laid) => !furniture.has(laid));
  const blocks: TextBlock[] = [];
  const margins = findMargins(body);
  const pitch = typicalPitch(body);
  let run: LaidLine[] = [];
  const flush = (): void => {
    if (run.length > 0) blocks.push(blockOf("body", run));
    run = [];
  };
  for (const stretch of splitAtTables(body, tables)) {
    for (const part of splitColumns(stretch)) {
      const own = part.isColumn ? findMargins(part.lines) : margins;
      if (part.isColumn) flush();
      for (const [index, laid] of part.lines.entries()) {
        const next = part.lines[index + 1];
        const isLabel = next !== undefined && isSetOffLabel(laid.line, next.line);
        // What stands behind a label on its line goes on below itself alone.
        const isBeside = run.length === 1 && index > 1 && areInOneRow(run[0], part.lines[index - 2]);
        const isElsewhere =
          isBeside && Math.abs(laid.line.box[0] - run[0].line.box[0]) > laid.textHeightPx * INDENT;
        if (run.length > 0 && (isLabel || isElsewhere || startsParagraph(laid, run, own, pitch))) flush();
        run.push(laid);
      }
      if (part.isColumn) flush();
    }
    flush();
  }
  const ofRole = (wanted: Edge): TextBlock[] =>
    lines.flatMap((laid) => (furniture.get(laid) === wanted ? [blockOf(wanted, [laid])] : []));
  return [...ofRole("header"), ...blocks, ...ofRole("footer")];
}

/** The lines above, between and below tables; a line beside a table parts nothing. */
function splitAtTables(lines: readonly LaidLine[], tables: readonly Box[]): LaidLine[][] {
  const stretches: LaidLine[][] = [[]];
  for (const [index, laid] of lines.entries()) {
    const above = lines[index - 1];
    const isParted = tables.some(
      ([, top, , bottom]) => above && middleOf(above) < top && middleOf(laid) > bottom,
    );
    if (isParted) stretches.push([]);
    stretches[stretches.length - 1].push(laid);
  }
  return stretches;
}

const middleOf = ({ line: { box } }: LaidLine): number => (box[1] + box[3]) / 2;

interface Margins {
  left: number;
  right: number;
}

function findMargins(lines: readonly LaidLine[]): Margins {
  const lefts = lines.map(({ line }) => line.box[0]).sort((a, b) => a - b);
  const rights = lines.map(({ line }) => line.box[2]).sort((a, b) => a - b);
  const heights = lines.map(({ textHeightPx }) => textHeightPx).sort((a, b) => a - b);
  return {
    left: lefts[Math.floor(lefts.length * 0.1)] ?? 0,
    right:
      sharedEdge(rights, heights[heights.length >> 1] ?? 0) ?? rights[Math.floor(rights.length * 0.9)] ?? 0,
  };
}

/** Where so many lines end, and no more than these go beyond: what a grey seal leaves of its letters stands there. */
const SHARING = 0.15;
const BEYOND = 0.2;

/** The farthest right edge that several lines share, which set text has; null where none does. */
function sharedEdge(rights: readonly number[], textHeightPx: number): number | null {
  const least = Math.max(3, rights.length * SHARING);
  for (let last = rights.length - 1; last >= rights.length * (1 - BEYOND); last--) {
    const near = rights.filter((right) => right <= rights[last] && right > rights[last] - textHeightPx / 2);
    if (near.length >= least) return rights[last];
  }
  return null;
}

function typicalPitch(lines: readonly LaidLine[]): number {
  const steps = lines
    .slice(1)
    .map((laid, i) => laid.line.box[3] - lines[i].line.box[3])
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return steps[steps.length >> 1] ?? Number.POSITIVE_INFINITY;
}

function startsParagraph(laid: LaidLine, run: readonly LaidLine[], margins: Margins, pitch: number): boolean {
  const above = run[run.length - 1];
  const height = Math.max(laid.textHeightPx, above.textHeightPx);
  if (areInOneRow(laid, above)) return !isSetOffLabel(above.line, laid.line);
  // A label and its value far behind it, as on a cover: the value's next line stands below it, the next label begins anew.
  if (run.length > 1 && isSetOffLabel(run[run.length - 2].line, above.line))
    return Math.abs(laid.line.box[0] - above.line.box[0]) > height * INDENT;
  const isHeading = (one: LaidLine): boolean =>
    one.line.box[0] > margins.left + height * 2.5 && one.line.box[2] < margins.right - height * 2.5;
  const isSame = areOfOneSize(laid, above);
  // A centred title over two lines stays one.
  if (isSame && isHeading(laid) && above.textHeightPx > pitch * 0.6 && laid.textHeightPx > pitch * 0.6)
    return false;
  const indented = laid.line.box[0] > margins.left + height * INDENT;
  const shortEnd = above.line.box[2] < margins.right - height * SHORT_END;
  const wideGap = laid.line.box[3] - above.line.box[3] > pitch * WIDE_GAP;
  const begins = indented && !(isSame && goesOnIndented(laid, run, margins));
  return begins || shortEnd || wideGap || !isSame;
}

/** What a paragraph ends with, and what the first line of one begins with. */
const ENDS = /[。；;：:！!？?]["”’」』）)]?\s*$/;
const BEGINS =
  /^\s*(?:[（(]?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z])\s*[）)、.．]|第[一二三四五六七八九十百\d]+[条章节款]|[①-⑳]|[A-Z]?\d{1,2}(?:[.．]\d{1,2})+(?![\d.]*\s*[%％‰元万亿])|[A-Z][.．、]\d{0,2}|[—–-]{1,2}\s*\p{Script=Han}|[●◆■▪·•]|(?!\p{Script=Han}{0,8}(?:如下|下列|以下)\s*[：:])[\p{Script=Han}\s]{2,10}(?:[（(][^（）()]{1,10}[）)])?\s*[：:])/u;
/** In text heights: how far two left edges may be apart that are one, and how far the lines below a number hang from it. */
const SAME_LEFT = 0.8;
const MOST_HANGING = 4.5;

/**
 * Whether a line set in from the margin goes on with a paragraph that is set in as a whole, or hangs from its number: the line above
 * is full and ends no sentence, and this one begins nothing.
 */
function goesOnIndented(
  { line, textHeightPx }: LaidLine,
  run: readonly LaidLine[],
  margins: Margins,
): boolean {
  const above = run[run.length - 1].line;
  if (ENDS.test(above.text) || BEGINS.test(line.text)) return false;
  if (above.box[2] < margins.right - textHeightPx * FULL) return false;
  const step = line.box[0] - above.box[0];
  if (Math.abs(step) < textHeightPx * SAME_LEFT) return true;
  const before = run[run.length - 2]?.line;
  const isNumbered = BEGINS.test(above.text);
  const isFirst = !before || (isNumbered && ENDS.test(before.text));
  // All of it set in, and its first line farther; or hanging from its number.
  return isFirst && (step < 0 || isNumbered) && Math.abs(step) < textHeightPx * MOST_HANGING;
}

/** Less white than this at a line's end is no room for a character more. */
const FULL = 1.2;

function areInOneRow(a: LaidLine, b: LaidLine): boolean {
  const height = Math.max(a.textHeightPx, b.textHeightPx);
  return Math.abs(a.line.box[3] - b.line.box[3]) < height * SAME_ROW;
}

const SAME_ROW = 0.6;

/** Digits are lower than ideographs of their size, so a line that holds little else may well be of its neighbour's. */
function areOfOneSize(a: LaidLine, b: LaidLine): boolean {
  const [low, high] = a.textHeightPx < b.textHeightPx ? [a, b] : [b, a];
  const change = SIZE_CHANGE * (isOfDigits(low) ? DIGITS_LOWER : 1);
  return high.textHeightPx < low.textHeightPx * change;
}

const DIGITS_LOWER = 1.12;

function isOfDigits({ line: { text } }: LaidLine): boolean {
  const digits = text.match(/[\d.,，%％]/g)?.length ?? 0;
  return digits * 2 > text.replace(/\s/g, "").length;
}

function blockOf(role: TextBlock["role"], run: readonly LaidLine[]): TextBlock {
  const lines = run.map(({ line }) => line);
  return { kind: "text", role, box: unionOfBoxes(lines.map((line) => line.box)), lines };
}
