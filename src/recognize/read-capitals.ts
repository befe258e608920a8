import type { Box } from "../model/place.ts";
import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { InkLine } from "./find-lines.ts";
import { cropLine } from "./line-crop.ts";
import type { LineReader } from "./readers/reader.ts";

const SIGNS = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正";
const CAPITAL = new RegExp(`[${SIGNS}]`);
/** Between capital numerals one or two characters may have been taken for something else. */
const RUN = new RegExp(`[${SIGNS}](?:[\\p{Script=Han}A-Za-z]{0,2}[${SIGNS}])+`, "gu");
const FIGURE_SIGN = /[壹贰叁肆伍陆柒捌玖拾佰仟]/g;
const LEAST_SIGNS = 3;
/** So sure a network that read the character is right about it. */
const SURE = 90;
/** Of an amount that goes on in another line fewer may be seen. */
const LEAST_AT_END = 2;
const NEEDS_NUMERAL = /[拾佰仟]/;

/** What readers take capital numerals for, by their build. */
const LOOKALIKES: Record<string, string> = {
  壹: "喜吉壶亶查过",
  贰: "融战歇弍弐贡贵武贱起性歪",
  叁: "参叄",
  肆: "肄肃",
  伍: "低佰任",
  陆: "陡陛际陵",
  柒: "柴染沫漆娄业洙",
  捌: "抽提拐拼掰",
  玖: "玟玫攻",
  拾: "捡恰拴给",
  佰: "伯偁怕柏拍",
  仟: "任付仔什仕千人仁迁阡汗",
  零: "雯霉雾雷需霄",
};
const LIKE = new Map(
  Object.entries(LOOKALIKES).flatMap(([sign, others]) => [...others].map((other) => [other, sign])),
);

/**
 * Reads the 大写 amounts of a line once more, each whole, held to their small alphabet. A character that no
 * reader saw as one of it is taken for the one it looks like; that is a doubtful reading until the figures agree.
 */
export async function readCapitals(
  line: RecognizedLine,
  ink: InkLine,
  grey: GreyPicture,
  reader: LineReader,
  isSettledByTwoKinds = false,
): Promise<RecognizedLine> {
  let result = line;
  for (const [start, end] of findCapitals(line.text)) {
    const text = line.text.slice(start, end);
    const isPlain = [...text].every((char) => CAPITAL.test(char));
    const isDisputed = line.rivals.some((rival) => rival.start < end && rival.start + rival.length > start);
    if (isPlain && !isDisputed) continue;
    const box = boxOf(line, start, end);
    const { chars } = await reader.readLine(cropLine(grey, { box, textHeightPx: ink.textHeightPx }));
    const seen = chars.filter((char) => CAPITAL.test(char.text));
    const beside = alignTo(
      text,
      seen.map((char) => char.text),
    );
    for (const [offset, at] of beside.entries()) {
      const isSure = CAPITAL.test(text[offset]) && line.confidences[start + offset] >= SURE;
      if (isSettledByTwoKinds && isSure) continue;
      const alphabet = at === null ? null : { reader: reader.name, ...seen[at] };
      result = settle(result, start + offset, alphabet);
    }
    if (!result.readers.includes(reader.name))
      result = { ...result, readers: [...result.readers, reader.name] };
  }
  return result;
}

/** Where 大写 amounts stand, `[start, end)`; a numeral before a first 拾, 佰 or 仟 belongs to them whatever it was read as. */
export function findCapitals(text: string): [start: number, end: number][] {
  return [...text.matchAll(RUN)].flatMap((match): [number, number][] => {
    const isHan = (at: number): boolean => /\p{Script=Han}/u.test(text[at] ?? "");
    let [start, end] = [match.index, match.index + match[0].length];
    const isHeadless = NEEDS_NUMERAL.test(match[0][0]) && isHan(start - 1) && text[start - 1] !== "币";
    if (isHeadless || (start === 1 && LIKE.has(text[0]))) start--;
    if (end === text.length - 1 && LIKE.has(text[end])) end++;
    const isCut = start === 0 || end === text.length;
    const signs = match[0].match(FIGURE_SIGN)?.length ?? 0;
    return signs >= (isCut ? LEAST_AT_END : LEAST_SIGNS) ? [[start, end]] : [];
  });
}

function boxOf(line: RecognizedLine, start: number, end: number): Box {
  const [, top, , bottom] = line.box;
  const x0 = Math.max(line.box[0], line.edgesPx[start] - 1);
  const x1 = end >= line.text.length ? line.box[2] : line.edgesPx[end] - 1;
  return [x0, top, Math.max(x1, x0 + 1), bottom];
}

/** For every character of a text the index of the sign seen in its place, or null (Levenshtein alignment). */
function alignTo(text: string, seen: readonly string[]): (number | null)[] {
  const width = seen.length + 1;
  const costs = new Float64Array((text.length + 1) * width);
  // What isn't of the alphabet may be anything; a numeral seen as another one is the dearer.
  const change = (i: number, j: number): number =>
    text[i] === seen[j] ? 0 : CAPITAL.test(text[i]) ? 1.5 : 0.9;
  for (let i = text.length; i >= 0; i--) {
    for (let j = seen.length; j >= 0; j--) {
      const at = i * width + j;
      if (i === text.length || j === seen.length) costs[at] = text.length - i + (seen.length - j);
      else
        costs[at] = Math.min(costs[at + width + 1] + change(i, j), costs[at + width] + 1, costs[at + 1] + 1);
    }
  }
  const result: (number | null)[] = [];
  for (let i = 0, j = 0; i < text.length; ) {
    const at = i * width + j;
    if (j < seen.length && costs[at] === costs[at + width + 1] + change(i, j)) {
      result.push(j++);
      i++;
    } else if (j < seen.length && costs[at] === costs[at + 1] + 1) j++;
    else {
      result.push(null);
      i++;
    }
  }
  return result;
}

interface Seen {
  reader: string;
  text: string;
  confidence: number;
}

const LOOKALIKE_READER = "hesuan look-alike";
const LOOKALIKE_CONFIDENCE = 30;
const ALPHABET_VOTE = 1.5;

/** One character of an amount: what most readers saw as a capital numeral, else the one it looks like. */
function settle(line: RecognizedLine, at: number, alphabet: Seen | null): RecognizedLine {
  const current = line.text[at];
  const own = { reader: line.readers[0], text: current, confidence: line.confidences[at] };
  const seen: Seen[] = line.rivals
    .filter(({ start, length, saw }) => start === at && length === 1 && saw.length === 1)
    .map(({ reader, saw, confidence }) => ({ reader, text: saw, confidence }));
  if (alphabet) seen.push(alphabet);
  const votesFor = (text: string): number =>
    [own, ...seen].reduce(
      (sum, one) => sum + (one.text !== text ? 0 : one.reader === alphabet?.reader ? ALPHABET_VOTE : 1),
      0,
    );
  const signs = [own, ...seen].filter(({ text }) => CAPITAL.test(text));
  const best = signs.reduce<Seen | null>(
    (top, one) => (top === null || votesFor(one.text) > votesFor(top.text) ? one : top),
    null,
  );
  if (best) return best.text === current ? withRival(line, at, alphabet) : replaced(line, at, own, best);
  const like = LIKE.get(current);
  if (like === undefined) return line;
  return replaced(line, at, own, { reader: LOOKALIKE_READER, text: like, confidence: LOOKALIKE_CONFIDENCE });
}

/** What won in its place; what stood there is kept as a rival. */
function replaced(line: RecognizedLine, at: number, own: Seen, winner: Seen): RecognizedLine {
  const rivals = line.rivals.filter(
    ({ start, length, saw }) => !(start === at && length === 1 && saw === winner.text),
  );
  rivals.push({ reader: own.reader, start: at, length: 1, saw: own.text, confidence: own.confidence });
  return {
    ...line,
    text: line.text.slice(0, at) + winner.text + line.text.slice(at + 1),
    confidences: line.confidences.with(at, Math.round(winner.confidence)),
    readers: line.readers.includes(winner.reader) ? line.readers : [...line.readers, winner.reader],
    rivals: rivals.sort((a, b) => a.start - b.start),
  };
}

function withRival(line: RecognizedLine, at: number, other: Seen | null): RecognizedLine {
  if (!other || other.text === line.text[at]) return line;
  const rival = { ...other, start: at, length: 1, saw: other.text, confidence: Math.round(other.confidence) };
  const { reader, start, length, saw, confidence } = rival;
  const rivals = [...line.rivals, { reader, start, length, saw, confidence }];
  return { ...line, rivals: rivals.sort((a, b) => a.start - b.start) };
}
