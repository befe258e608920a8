import type { NormalText, Rival } from "../model/normal-text.ts";
import { blankEdits } from "./blanks.ts";
import { editString, editText, type Pass } from "./edit-text.ts";
import { punctuationEdits } from "./punctuation.ts";
import { simplifyEdits } from "./simplify.ts";
import { spaceEdits } from "./spaces.ts";
import { widthEdits, zeroEdits } from "./width.ts";

const PASSES: readonly Pass[] = [
  widthEdits,
  simplifyEdits,
  zeroEdits,
  punctuationEdits,
  blankEdits,
  spaceEdits,
];

/** The passes settle after two or three rounds; this only bounds a text made to defy them. */
const MOST_ROUNDS = 12;

/** Characters on each side that decide how what a rival saw is normalized. */
const CONTEXT = 3;

/** A string as it compares: width, radicals, simplified characters, blanks and punctuation made one. */
export function normalizeText(text: string): string {
  return untilStable(text, (current) => PASSES.reduce((so, pass) => editString(so, pass(so)), current));
}

/** The same for a text with evidence; its rivals are shifted and normalized along, those no longer different are dropped. */
export function normalizeEvidenced(whole: NormalText): NormalText {
  let current = whole;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = PASSES.reduce((so, pass) => editText(so, pass(so.text)), current);
    if (next.text === current.text) break;
    current = next;
  }
  return { ...current, rivals: current.rivals.flatMap((rival) => normalizeRival(current.text, rival)) };
}

function untilStable(text: string, step: (text: string) => string): string {
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = step(current);
    if (next === current) break;
    current = next;
  }
  return current;
}

function normalizeRival(text: string, rival: Rival): Rival[] {
  const end = rival.start + rival.length;
  const saw = normalizeInside(text.slice(0, rival.start), rival.saw, text.slice(end));
  return saw === text.slice(rival.start, end) ? [] : [{ ...rival, saw }];
}

/** What was seen, normalized as it would be in its place. */
function normalizeInside(before: string, saw: string, after: string): string {
  const left = before.slice(-CONTEXT);
  const right = after.slice(0, CONTEXT);
  const whole = normalizeText(left + saw + right);
  const fits = whole.length >= left.length + right.length && whole.startsWith(left) && whole.endsWith(right);
  return fits ? whole.slice(left.length, whole.length - right.length) : normalizeText(saw);
}
