import type { Box } from "../model/place.ts";
import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { InkLine } from "./find-lines.ts";
import { readCrop } from "./read-crop.ts";
import type { LineReader, LineReading, ReadChar } from "./readers/reader.ts";
import { textOf } from "./vote.ts";

/** A reading with what its reader passed over, and what that reader saw there: nothing. */
export interface FilledReading extends LineReading {
  rivals: RecognizedLine["rivals"];
}

/** The two readers of the other kind; of Chinese characters alone each sees parts as wholes, so that both must agree. */
interface Witnesses {
  first: LineReader;
  second: LineReader | null;
}

/**
 * The network may see nothing of a character whose strokes it finds unlikely: its neighbours then stand two steps
 * apart with ink between them. What both readers of the other kind see there, between the same neighbours, is taken.
 */
export async function fillHoles(
  reading: LineReading,
  line: InkLine,
  grey: GreyPicture,
  { first, second }: Witnesses,
): Promise<FilledReading> {
  const holes = second ? findHoles(reading.chars, line, grey) : [];
  if (!second || holes.length === 0) return { ...reading, rivals: [] };
  const lost = await Promise.all(
    holes.map(async (at) => {
      const around = reading.chars.slice(at, at + 2);
      if (around.some(({ text }) => COUNTS.test(text))) return null;
      const span = spanOf(around, line, grey);
      const one = withoutCuts((await readCrop(first, grey, span)).chars);
      // Mostly the first sees nothing more there: the second is asked only whether it saw the same.
      if (middleOf(around, one) === null) return null;
      const other = withoutCuts((await readCrop(second, grey, span)).chars);
      return between(around, one, other);
    }),
  );
  const chars: ReadChar[] = [];
  const rivals: RecognizedLine["rivals"] = [];
  for (const [at, char] of reading.chars.entries()) {
    chars.push(char);
    const found = lost[holes.indexOf(at)];
    if (!found) continue;
    rivals.push({ reader: reading.reader, start: chars.length, length: 1, saw: "", confidence: 0 });
    chars.push(found);
  }
  return { ...reading, chars, rivals };
}

/** As a share of a line's usual step: two neighbours with one lost between them are half as wide again. */
const WIDER = 1.32;
/** How far to either side of a hole's middle its ink is looked for, and how much of that it must fill. */
const CORE = 0.35;
const FILLED = 0.5;
const INK_LEVEL = 150;
/** So few characters tell no usual step. */
const LEAST_CHARS = 5;

/** Behind which characters of a line another one was passed over. */
function findHoles(chars: readonly ReadChar[], line: InkLine, grey: GreyPicture): number[] {
  const widths = chars.filter(({ text }) => HAN.test(text)).map(({ x0, x1 }) => x1 - x0);
  if (widths.length < LEAST_CHARS) return [];
  // The neighbours of holes are wide: more than half of a short line's characters may be.
  const step = widths.sort((a, b) => a - b)[Math.floor(widths.length / 3)];
  return chars.slice(0, -1).flatMap((char, at) => {
    const next = chars[at + 1];
    const areHan = HAN.test(char.text) && HAN.test(next.text);
    const isWide = next.x1 - char.x0 >= 2 * WIDER * step && next.x1 - char.x0 <= 4 * step;
    if (!areHan || !isWide) return [];
    const core: Box = [char.x1 - CORE * step, line.box[1], char.x1 + CORE * step, line.box[3]];
    return inkShare(core, grey) >= FILLED ? [at] : [];
  });
}

const HAN = /\p{Script=Han}/u;

/** Where the characters around a hole stand, cut in the white before and behind them. */
function spanOf([before, behind]: readonly ReadChar[], line: InkLine, grey: GreyPicture): InkLine {
  const { box, textHeightPx } = line;
  const reach = Math.round(textHeightPx * 0.3);
  const [left, right] = [Math.max(box[0], before.x0), Math.min(box[2], behind.x1)];
  const x0 = left === box[0] ? left : whitest(left, reach, line, grey);
  const x1 = right === box[2] ? right : whitest(right, reach, line, grey);
  return { box: [x0, box[1], x1, box[3]], textHeightPx };
}

/** The column with the least ink, near to one. */
function whitest(x: number, reach: number, { box }: InkLine, grey: GreyPicture): number {
  let [best, least] = [x, Number.POSITIVE_INFINITY];
  for (let away = 0; away <= reach; away++) {
    for (const at of [x - away, x + away]) {
      if (at < box[0] || at >= box[2]) continue;
      const dark = inkOf(at, box, grey);
      if (dark < least) [best, least] = [at, dark];
    }
  }
  return best;
}

function inkOf(x: number, [, y0, , y1]: Box, { data, widthPx }: GreyPicture): number {
  let dark = 0;
  for (let y = y0; y < y1; y++) if (data[y * widthPx + x] < INK_LEVEL) dark++;
  return dark;
}

function inkShare([x0, y0, x1, y1]: Box, grey: GreyPicture): number {
  let [inked, all] = [0, 0];
  for (let x = Math.max(0, Math.round(x0)); x < Math.min(grey.widthPx, Math.round(x1)); x++, all++)
    if (inkOf(x, [x0, y0, x1, y1], grey) > 0) inked++;
  return all === 0 ? 0 : inked / all;
}

/** Of a character beside the span a cut may leave a stroke, which passes for a mark. */
const withoutCuts = (chars: readonly ReadChar[]): ReadChar[] => chars.filter(({ text }) => HAN.test(text));

/** Counting words are told by their own rules: none is put into a sum that the network saw without. */
const COUNTS = /[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分]/;
const SURE = 85;

/** The one character that both saw between the same neighbours; null where they saw anything else. */
function between(
  [before, behind]: readonly ReadChar[],
  one: readonly ReadChar[],
  other: readonly ReadChar[],
): ReadChar | null {
  const middle = middleOf([before, behind], one);
  if (!middle || textOf(one) !== textOf(other)) return null;
  const confidence = Math.min(middle.confidence, other[1].confidence);
  const third = (behind.x1 - before.x0) / 3;
  const x0 = Math.round(before.x0 + third);
  return confidence >= SURE ? { text: middle.text, confidence, x0, x1: Math.round(x0 + third) } : null;
}

/** The character that one reader surely saw between two neighbours, and nothing else; null where it saw anything else. */
function middleOf([before, behind]: readonly ReadChar[], seen: readonly ReadChar[]): ReadChar | null {
  const middle = seen.length === 3 ? seen[1] : null;
  if (!middle || seen[0].text !== before.text || seen[2].text !== behind.text) return null;
  return COUNTS.test(middle.text) || middle.confidence < SURE ? null : middle;
}
