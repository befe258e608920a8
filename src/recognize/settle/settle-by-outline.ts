import type { RecognizedLine, RecognizedPage, RecognizedScan } from "../../model/recognized.ts";
import type { ReadChar } from "../readers/reader.ts";
import { alignReadings, type Part, splitEven, textOf } from "../vote.ts";
import { swapRival } from "./swap-rival.ts";

/** The outline's name among the readers of a line. */
export const OUTLINE = "PDF outline";

/** Shorter entries are found in many places. */
const LEAST_LENGTH = 6;
/** Share of an entry that must stand on the page as it says. */
const LEAST_ALIKE = 0.75;
/** Where an entry was cut off its last characters may be parts of something longer. */
const CUT_OFF = 3;
/** Below this a reader was not sure of a character, though none saw another. */
const SURE = 75;
/** How sure the outline counts where it is one reading of several. */
const OUTLINE_CONFIDENCE = 90;

/**
 * Settles disputed text of cells and paragraphs that an entry of the PDF's outline repeats: whoever wrote that saw the
 * clean text. It decides among what readers saw of figures, and nothing that readers saw alike and surely.
 */
export function settleByOutline(scan: RecognizedScan): RecognizedScan {
  const entries = [...new Set(scan.outline.map((entry) => entry.replace(/\s/g, "")))]
    .filter(({ length }) => length >= LEAST_LENGTH)
    .map((text) => ({ text, chars: charsOf(text) }));
  if (entries.length === 0) return scan;
  let isUsed = false;
  const settle = (lines: readonly RecognizedLine[], isCell: boolean): RecognizedLine[] => {
    const settled = [...lines];
    for (let from = 0; from < lines.length && (from === 0 || !isCell); from++) {
      const entry = entries.find(({ text, chars }) => isAlike(text, chars, settled.slice(from)));
      if (!entry) continue;
      const after = settleLines(settled.slice(from), entry.chars);
      if (after.some((line, i) => line !== settled[from + i])) isUsed = true;
      settled.splice(from, after.length, ...after);
    }
    return settled;
  };
  const pages = scan.pages.map(
    (page): RecognizedPage => ({
      ...page,
      blocks: page.blocks.map((block) =>
        block.kind === "text"
          ? { ...block, lines: settle(block.lines, false) }
          : { ...block, cells: block.cells.map((cell) => ({ ...cell, lines: settle(cell.lines, true) })) },
      ),
    }),
  );
  return isUsed ? { ...scan, readers: [...scan.readers, OUTLINE], pages } : scan;
}

interface PlacedChar extends ReadChar {
  /** The line it stands in, and where in that. */
  line: number;
  at: number;
}

/** An entry as a reading. Places don't matter. */
function charsOf(text: string): ReadChar[] {
  return [...text]
    .filter((char) => char.length === 1)
    .map((char) => ({ text: char, confidence: OUTLINE_CONFIDENCE, x0: 0, x1: 0 }));
}

/** The first characters of lines, as many as an entry may stand for. */
function placedChars(lines: readonly RecognizedLine[], most: number): PlacedChar[] {
  const placed: PlacedChar[] = [];
  for (const [line, { text, confidences }] of lines.entries()) {
    for (let at = 0; at < text.length && placed.length < most; at++) {
      if (text[at].trim() !== "")
        placed.push({ text: text[at], confidence: confidences[at], x0: 0, x1: 0, line, at });
    }
    if (placed.length >= most) break;
  }
  return placed;
}

/** The parts of an entry against the lines' beginning; what of the lines goes on behind the entry is left out. */
function partsOf(entry: readonly ReadChar[], lines: readonly RecognizedLine[]): Part[] {
  const parts = alignReadings(placedChars(lines, entry.length + CUT_OFF), entry);
  while (parts.length > 0 && parts[parts.length - 1].b.length === 0) parts.pop();
  return parts.flatMap(splitEven);
}

function isAlike(text: string, entry: readonly ReadChar[], lines: readonly RecognizedLine[]): boolean {
  // Most lines have little in common with an entry: what they begin with tells without laying them side by side.
  const begin = placedChars(lines, entry.length).map((char) => char.text);
  if (begin.filter((char) => text.includes(char)).length < LEAST_ALIKE * entry.length) return false;
  const equal = partsOf(entry, lines).reduce((sum, part) => sum + (part.equal ? part.b.length : 0), 0);
  return equal >= LEAST_ALIKE * entry.length;
}

function settleLines(lines: readonly RecognizedLine[], entry: readonly ReadChar[]): RecognizedLine[] {
  const settled = [...lines];
  // Back to front, so that a change of length leaves the places before it as they are.
  for (const part of partsOf(entry, lines).reverse()) {
    if (part.equal || part.startB + part.b.length > entry.length - CUT_OFF) continue;
    const own = part.a as PlacedChar[];
    // What no reader saw anything of has no place; what a line's end parts has two.
    if (own.length === 0 || own.some(({ line }) => line !== own[0].line)) continue;
    settled[own[0].line] = settlePart(settled[own[0].line], own, textOf(part.b));
  }
  return settled;
}

function settlePart(line: RecognizedLine, own: readonly PlacedChar[], says: string): RecognizedLine {
  const [start, end] = [own[0].at, own[own.length - 1].at + 1];
  const across = line.rivals.filter((rival) => rival.start < end && rival.start + rival.length > start);
  const isDisputed = across.length > 0 || own.some(({ confidence }) => confidence < SURE);
  if (!isDisputed) return line;
  const isSeen = across.some((one) => one.start === start && one.length === end - start && one.saw === says);
  // A point belongs to the figure beside it as much as a digit does.
  const touched = line.text.slice(Math.max(0, start - 1), end + 1);
  if (FIGURE.test(touched + says) && !isSeen) return line;
  const rival = { reader: OUTLINE, start, length: end - start, saw: says, confidence: OUTLINE_CONFIDENCE };
  const rivals = [...line.rivals, rival].sort((one, other) => one.start - other.start);
  // An entry may leave out the line's figures: of those the outline is no reader that counts.
  const isCounted = !FIGURE.test(line.text) && !line.readers.includes(OUTLINE);
  const readers = isCounted ? [...line.readers, OUTLINE] : line.readers;
  return swapRival({ ...line, rivals, readers }, rivals.indexOf(rival));
}

/** What figures are made of, counts in words (每月两次) and what compares them too. */
const FIGURE =
  /[\d%％‰¥￥≥≤<>＞＜零〇一二两三四五六七八九十百千半成壹贰叁肆伍陆柒捌玖拾佰仟廿万亿元角分整正负]/;
