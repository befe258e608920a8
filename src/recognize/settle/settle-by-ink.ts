import type { RecognizedLine } from "../../model/recognized.ts";
import type { GreyPicture } from "../clean-picture.ts";
import { lineMisfit } from "../place-chars.ts";
import { swapRival } from "./swap-rival.ts";

/** By how much the other reading must fit the ink better to overrule the vote. */
const CLEARLY_BETTER = 0.12;
const HAN = /[〇\u4e00-\u9fff]/g;

/**
 * Where two readers saw unlike amounts of text, the ink's own width tells who is right:
 * a Chinese character is as wide as it is high, a letter about half that, and what isn't there has no ink.
 */
export function settleByInk(line: RecognizedLine, grey: GreyPicture, textHeightPx: number): RecognizedLine {
  let result = line;
  // Back to front, so that a change of length leaves the rivals before it in place.
  for (let i = line.rivals.length - 1; i >= 0; i--) {
    const rival = result.rivals[i];
    const seen = result.text.slice(rival.start, rival.start + rival.length);
    if (!differInWidth(seen, rival.saw)) continue;
    const own = result.confidences.slice(rival.start, rival.start + rival.length);
    if (
      isSurelyHan(seen, own) &&
      (seen.length === rival.saw.length || (NUMERALS.test(seen) && SIGNS.test(rival.saw)))
    )
      continue;
    if (COMPARISON.test(seen) && rival.saw.length === 1) continue;
    // A letter behind another one, as narrow as J or l: how wide it is tells nothing.
    if (rival.saw === "" && LETTERS.test(result.text.slice(rival.start - 1, rival.start) + seen)) continue;
    const other = swapRival(result, i);
    const misfit = (one: RecognizedLine): number => lineMisfit(one.text, line.box, grey, textHeightPx);
    if (misfit(other) < misfit(result) - CLEARLY_BETTER) result = other;
  }
  return result;
}

/** A narrow font makes any letter fit better than the Chinese character that was seen for certain. */
function isSurelyHan(seen: string, confidences: readonly number[]): boolean {
  return ALL_HAN.test(seen) && confidences.every((confidence) => confidence >= SURE);
}

/**
 * ≥ and ≤ are as wide as a Chinese character in one font, and half as wide in another: what fits the ink better says
 * nothing, and readers that have no word for them see a character (记, 这) in their place.
 */
const COMPARISON = /^[≥≤]$/;
const LETTERS = /^[A-Za-z]{2,}$/;
const ALL_HAN = /^\p{Script=Han}+$/u;
const SURE = 95;
/** 〇二 as O=:, 二〇二 as 2O=: where thin strokes left gaps, what is no figure fits what remains of any ideograph. */
const NUMERALS = /^[〇零一二三四五六七八九十]+$/;
const SIGNS = /^(?![\d.,%]+$)[^\p{Script=Han}]+$/u;

function differInWidth(a: string, b: string): boolean {
  const han = (text: string): number => text.match(HAN)?.length ?? 0;
  return a.length !== b.length || han(a) !== han(b);
}
