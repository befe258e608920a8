import { boxWidth, unionOfBoxes } from "../model/place.ts";
import type { RecognizedLine, TextBlock } from "../model/recognized.ts";
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

/** Groups the lines outside tables into paragraphs, in reading order, and sets page headers and footers apart. */
export function findBlocks(lines: readonly LaidLine[], pageHeightPx: number): TextBlock[] {
  const furniture = findFurniture(lines, pageHeightPx);
  const body = lines.filter((laid) => !furniture.has(laid));
  const blocks: TextBlock[] = [];
  const margins = findMargins(body);
  const pitch = typicalPitch(body);
  let run: LaidLine[] = [];
  const flush = (): void => {
    if (run.length > 0) blocks.push(blockOf("body", run));
    run = [];
  };
  for (const part of splitColumns(body)) {
    const own = part.isColumn ? findMargins(part.lines) : margins;
    if (part.isColumn) flush();
    for (const laid of part.lines) {
      if (run.length > 0 && startsParagraph(laid, run.at(-1)!, own, pitch)) flush();
      run.push(laid);
    }
    if (part.isColumn) flush();
  }
  flush();
  const ofRole = (wanted: "header" | "footer"): TextBlock[] =>
    [...furniture].flatMap(([laid, role]) => (role === wanted ? [blockOf(role, [laid])] : []));
  return [...ofRole("header"), ...blocks, ...ofRole("footer")];
}

const EDGE_SHARE = 0.1;
const NARROW_SHARE = 0.5;

/** The first and last lines of a page are furniture when they stand at its very edge, apart from the body. */
function findFurniture(lines: readonly LaidLine[], pageHeightPx: number): Map<LaidLine, "header" | "footer"> {
  const furniture = new Map<LaidLine, "header" | "footer">();
  const widest = Math.max(0, ...lines.map(({ line }) => boxWidth(line.box)));
  const last = lines.at(-1);
  if (last && isNarrow(last, widest) && last.line.box[1] > pageHeightPx * (1 - EDGE_SHARE)) {
    if (isPageNumber(last.line.text) || isApart(lines.at(-2), last)) furniture.set(last, "footer");
  }
  const first = lines[0];
  if (
    first &&
    first !== last &&
    isNarrow(first, widest) &&
    first.line.box[3] < pageHeightPx * EDGE_SHARE * 0.8
  ) {
    if (isPageNumber(first.line.text) || isApart(first, lines[1])) furniture.set(first, "header");
  }
  return furniture;
}

function isNarrow({ line }: LaidLine, widest: number): boolean {
  return boxWidth(line.box) < Math.max(widest, 1) * NARROW_SHARE || isPageNumber(line.text);
}

function isPageNumber(text: string): boolean {
  return /^[-—–~·.第\s]*\d{1,4}[-—–~·.页\s]*([/／共]\s*\d{1,4}\s*页?)?$/.test(text.trim());
}

function isApart(above: LaidLine | undefined, below: LaidLine | undefined): boolean {
  if (!above || !below) return true;
  const height = Math.max(above.textHeightPx, below.textHeightPx);
  return below.line.box[1] - above.line.box[3] > height * 1.5;
}

interface Margins {
  left: number;
  right: number;
}

function findMargins(lines: readonly LaidLine[]): Margins {
  const lefts = lines.map(({ line }) => line.box[0]).sort((a, b) => a - b);
  const rights = lines.map(({ line }) => line.box[2]).sort((a, b) => a - b);
  return {
    left: lefts[Math.floor(lefts.length * 0.1)] ?? 0,
    right: rights[Math.floor(rights.length * 0.9)] ?? 0,
  };
}

function typicalPitch(lines: readonly LaidLine[]): number {
  const steps = lines
    .slice(1)
    .map((laid, i) => laid.line.box[3] - lines[i].line.box[3])
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return steps[steps.length >> 1] ?? Number.POSITIVE_INFINITY;
}

function startsParagraph(laid: LaidLine, above: LaidLine, margins: Margins, pitch: number): boolean {
  const height = Math.max(laid.textHeightPx, above.textHeightPx);
  const ratio = laid.textHeightPx / above.textHeightPx;
  const sameRow = Math.abs(laid.line.box[3] - above.line.box[3]) < height * 0.6;
  if (sameRow) return true;
  const isHeading = (one: LaidLine): boolean =>
    one.line.box[0] > margins.left + height * 2.5 && one.line.box[2] < margins.right - height * 2.5;
  const isSame = ratio < SIZE_CHANGE && ratio > 1 / SIZE_CHANGE;
  // A centred title over two lines stays one.
  if (isSame && isHeading(laid) && above.textHeightPx > pitch * 0.6 && laid.textHeightPx > pitch * 0.6)
    return false;
  const indented = laid.line.box[0] > margins.left + height * INDENT;
  const shortEnd = above.line.box[2] < margins.right - height * SHORT_END;
  const wideGap = laid.line.box[3] - above.line.box[3] > pitch * WIDE_GAP;
  return indented || shortEnd || wideGap || !isSame;
}

function blockOf(role: TextBlock["role"], run: readonly LaidLine[]): TextBlock {
  const lines = run.map(({ line }) => line);
  return { kind: "text", role, box: unionOfBoxes(lines.map((line) => line.box)), lines };
}
