import type { Problem } from "../model/finding.ts";
import { type Box, sharedArea, unionOfBoxes } from "../model/place.ts";
import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { InkLine } from "./find-lines.ts";
import { readLines } from "./read-lines.ts";
import type { PageReaders } from "./readers/reader.ts";

/** What a second look at unread ink gave: lines it made out after all, and ink that stays unread. */
export interface InkAudit {
  found: { line: RecognizedLine; textHeightPx: number }[];
  unread: Box[];
}

/** More places than this are a picture or dirt: reading each would cost more than the page. */
const MOST_PLACES = 24;
/** A second look must see more surely than a first: it looks where no text was expected. */
const LEAST_SURE = 88;
const LEAST_CHARS_AN_EM = 0.6;

/**
 * Reads unread ink again, each line from its own crop; `lost` are lines over rules, whose crops lack strokes: of these
 * stands what no reader gives the lie.
 */
export async function auditInk(
  grey: GreyPicture,
  unread: readonly InkLine[],
  lost: readonly InkLine[],
  readers: PageReaders,
): Promise<InkAudit> {
  const isLost = ({ box }: InkLine): boolean => lost.some((other) => sharedArea(other.box, box) > 0);
  const all = [...lost, ...unread.filter((line) => !isLost(line))];
  const widest = [...all].sort((a, b) => b.box[2] - b.box[0] - (a.box[2] - a.box[0])).slice(0, MOST_PLACES);
  const again = await readLines(grey, widest, readers);
  const found = again.flatMap((line, i) => {
    const isSure = isMadeOut(line, widest[i]) && (line.rivals.length === 0 || !lost.includes(widest[i]));
    return isSure ? [{ line, textHeightPx: widest[i].textHeightPx }] : [];
  });
  const boxes = new Set(found.map(({ line }) => line.box));
  return { found, unread: all.filter(({ box }) => !boxes.has(box)).map(({ box }) => box) };
}

function isMadeOut({ text, confidences }: RecognizedLine, { box, textHeightPx }: InkLine): boolean {
  const seen = [...text].filter((char) => char.trim() !== "");
  if (seen.length === 0 || !/[\p{L}\p{N}]/u.test(text)) return false;
  const mean = confidences.reduce((sum, one) => sum + one, 0) / confidences.length;
  return mean >= LEAST_SURE && seen.length >= ((box[2] - box[0]) / textHeightPx) * LEAST_CHARS_AN_EM;
}

const MOST_PROBLEMS = 8;
const NEAR = 2;

/** Unread ink as problems: what lies near each other is told once. */
export function unreadToProblems(boxes: readonly Box[], textHeightPx: number, pageNumber: number): Problem[] {
  const groups = groupNear(boxes, textHeightPx * NEAR);
  const told = groups.length > MOST_PROBLEMS ? [unionOfBoxes(groups)] : groups;
  return told.map((box) => ({
    code: "unread-ink",
    pageNumber,
    box,
    message: {
      zh: `第 ${pageNumber} 页此处有字迹未能识读，请对照原件核看`,
      en: `page ${pageNumber}: ink here could not be read; compare it with the paper`,
    },
  }));
}

function groupNear(boxes: readonly Box[], reachPx: number): Box[] {
  const groups: Box[] = [];
  for (const box of boxes) {
    let joined = box;
    for (;;) {
      const at = groups.findIndex((group) => isNear(group, joined, reachPx));
      if (at < 0) break;
      joined = unionOfBoxes([joined, ...groups.splice(at, 1)]);
    }
    groups.push(joined);
  }
  return groups.sort((a, b) => a[1] - b[1] || a[0] - b[0]);
}

function isNear(a: Box, b: Box, reachPx: number): boolean {
  return a[0] - reachPx < b[2] && b[0] - reachPx < a[2] && a[1] - reachPx < b[3] && b[1] - reachPx < a[3];
}
