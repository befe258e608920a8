import type { Box } from "../model/place.ts";
import type { RecognizedLine } from "../model/recognized.ts";
import type { LineReading, ReadChar } from "./readers/reader.ts";

/** One line from what one or two readers saw: where they differ the likelier wins and the other is kept as rival. */
export function voteLine(box: Box, first: LineReading, other: LineReading | null): RecognizedLine {
  if (!other) return lineOf(box, first.chars, [first.reader], []);
  const second = { ...other, chars: withoutPercentEcho(other.chars) };
  const chars: ReadChar[] = [];
  const rivals: RecognizedLine["rivals"] = [];
  for (const part of alignReadings(first.chars, second.chars).flatMap(splitEven)) {
    if (part.equal) {
      chars.push(
        ...part.a.map((char, i) => ({
          ...char,
          confidence: Math.max(char.confidence, part.b[i].confidence),
        })),
      );
      continue;
    }
    const takesFirst = prefersFirst(part.a, part.b, contextOf(part, first.chars, second.chars));
    const [winner, loser] = takesFirst ? [part.a, part.b] : [part.b, part.a];
    rivals.push({
      reader: takesFirst ? second.reader : first.reader,
      start: chars.length,
      length: winner.length,
      saw: textOf(loser),
      confidence: Math.round(meanConfidence(loser)),
    });
    chars.push(...winner);
  }
  return lineOf(box, chars, [first.reader, second.reader], rivals);
}

/** The second model sees a per cent sign as itself with half of it again behind; no text has a digit there. */
function withoutPercentEcho(chars: readonly ReadChar[]): ReadChar[] {
  return chars.filter((char, i) => !(/^[069]$/.test(char.text) && /^[%％]$/.test(chars[i - 1]?.text ?? "")));
}

export interface Part {
  equal: boolean;
  a: ReadChar[];
  b: ReadChar[];
  /** Where the part begins in either reading. */
  startA: number;
  startB: number;
}

/** Levenshtein alignment, cut into runs that agree and runs that differ. */
export function alignReadings(a: readonly ReadChar[], b: readonly ReadChar[]): Part[] {
  const same = (i: number, j: number): boolean => canonical(a[i].text) === canonical(b[j].text);
  const width = b.length + 1;
  const costs = new Uint16Array((a.length + 1) * width);
  for (let i = a.length; i >= 0; i--) {
    for (let j = b.length; j >= 0; j--) {
      if (i === a.length || j === b.length) {
        costs[i * width + j] = a.length - i + (b.length - j);
        continue;
      }
      const diagonal = costs[(i + 1) * width + j + 1] + (same(i, j) ? 0 : 1);
      costs[i * width + j] = Math.min(diagonal, costs[(i + 1) * width + j] + 1, costs[i * width + j + 1] + 1);
    }
  }
  const parts: Part[] = [];
  const grow = (equal: boolean, i: number, j: number): Part => {
    const last = parts.at(-1);
    if (last?.equal === equal) return last;
    const part = { equal, a: [], b: [], startA: i, startB: j };
    parts.push(part);
    return part;
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const here = costs[i * width + j];
    if (i < a.length && j < b.length && same(i, j) && here === costs[(i + 1) * width + j + 1]) {
      const part = grow(true, i, j);
      part.a.push(a[i++]);
      part.b.push(b[j++]);
    } else if (i < a.length && j < b.length && here === costs[(i + 1) * width + j + 1] + 1) {
      const part = grow(false, i, j);
      part.a.push(a[i++]);
      part.b.push(b[j++]);
    } else if (i < a.length && here === costs[(i + 1) * width + j] + 1) {
      grow(false, i, j).a.push(a[i++]);
    } else {
      grow(false, i, j).b.push(b[j++]);
    }
  }
  return parts;
}

/** Where both saw as many characters, each pair is a dispute of its own. */
export function splitEven(part: Part): Part[] {
  if (part.equal || part.a.length !== part.b.length || part.a.length < 2) return [part];
  return part.a.map((char, i) => ({
    equal: false,
    a: [char],
    b: [part.b[i]],
    startA: part.startA + i,
    startB: part.startB + i,
  }));
}

/** Width and look-alike punctuation are no difference worth a vote. */
function canonical(char: string): string {
  const folded = char.normalize("NFKC");
  return PUNCTUATION[folded] ?? folded;
}

const PUNCTUATION: Record<string, string> = {
  "。": "。",
  "﹒": ".",
  "‧": "·",
  "•": "·",
  "–": "-",
  "—": "-",
  "‐": "-",
  "−": "-",
};

const CAPITALS = /^[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]+$/;
const DIGITS = /^[\d.,%]+$/;
const FIGURE_NEIGHBOUR = /[\d.,%¥元月年日]/;

interface Context {
  before: string;
  after: string;
}

function contextOf(part: Part, a: readonly ReadChar[], b: readonly ReadChar[]): Context {
  return {
    before: a[part.startA - 1]?.text ?? b[part.startB - 1]?.text ?? "",
    after: a[part.startA + part.a.length]?.text ?? b[part.startB + part.b.length]?.text ?? "",
  };
}

const SECOND_MARGIN = 6;
const SECOND_CERTAIN = 98;
const INSERTION_SURE = 90;

/** What each alphabet allows decides first, then what each model is known to get wrong, then confidence. */
function prefersFirst(a: readonly ReadChar[], b: readonly ReadChar[], context: Context): boolean {
  const [textA, textB] = [textOf(a), textOf(b)];
  return (
    byFigure(textA, textB, context) ??
    byScript(textA, textB, context) ??
    byWhatIsMissing(a, b) ??
    byConfidence(a, b)
  );
}

/** Of what stands in a figure, whether the first reader's is right; null where this says nothing. */
function byFigure(textA: string, textB: string, { before, after }: Context): boolean | null {
  const [capitalsA, capitalsB] = [CAPITALS.test(textA), CAPITALS.test(textB)];
  if ((CAPITALS.test(before) || CAPITALS.test(after)) && capitalsA !== capitalsB) return capitalsA;
  // The wider model sees a per cent sign as itself with half of it again.
  if (/^%[06%9]*$/.test(textB) && textA === "%") return true;
  const isAtPercent = before === "%" || after === "%";
  if (isAtPercent && textB === "" && PERCENT_HALVES.test(textA)) return false;
  if (isAtPercent && textA === "" && PERCENT_HALVES.test(textB)) return true;
  const [digitsA, digitsB] = [DIGITS.test(textA), DIGITS.test(textB)];
  if (isNearFigure({ before, after }) && digitsA !== digitsB && textA.length === textB.length) return digitsA;
  // A character or two of Chinese in a figure's midst were digits; the ink tells later how many.
  if (/\d/.test(before + after) && isInFigure(textA, textB)) return false;
  return /\d/.test(before + after) && isInFigure(textB, textA) ? true : null;
}

/** Of brackets, ideographs and stray letters, whether the first reader's is right. */
function byScript(textA: string, textB: string, { before, after }: Context): boolean | null {
  const [bracketA, bracketB] = [ROUND_BRACKET.test(textA), ROUND_BRACKET.test(textB)];
  if (bracketA !== bracketB && ANY_BRACKET.test(textA) && ANY_BRACKET.test(textB)) return bracketA;
  const [hanA, hanB] = [HAN.test(textA), HAN.test(textB)];
  const isBoth = textA !== "" && textB !== "";
  if (hanA !== hanB && isBoth && !isNearFigure({ before, after })) return hanA;
  // A letter that one reader sees at a bracket or digit is half of that.
  const isAtBracket = BRACKET_OR_DIGIT.test(before + after);
  const strayA = textB === "" && LETTER.test(textA) && isAtBracket;
  const strayB = textA === "" && LETTER.test(textB) && isAtBracket;
  if (strayA || strayB) return strayB;
  if (LETTER.test(textA) && CLOSING_BRACKET.test(textB)) return false;
  return LETTER.test(textB) && CLOSING_BRACKET.test(textA) ? true : null;
}

/** Of what one reader saw alone, whether the first is right. */
function byWhatIsMissing(a: readonly ReadChar[], b: readonly ReadChar[]): boolean | null {
  const [textA, textB] = [textOf(a), textOf(b)];
  if (textA === "" && /^[，,.、·'‘’`]$/.test(textB)) return meanConfidence(b) < 97;
  if (textA === "" && LETTER.test(textB)) return meanConfidence(b) < 98;
  if (textA === "") return meanConfidence(b) < INSERTION_SURE;
  // Dirt reads as a comma or a point to one reader only.
  if (textB === "" && /^[，,.、·'‘’“”"`。]$/.test(textA)) return meanConfidence(a) >= 97;
  if (textB !== "") return null;
  return meanConfidence(a) >= (HAN.test(textA) || DIGITS.test(textA) ? 60 : INSERTION_SURE);
}

function byConfidence(a: readonly ReadChar[], b: readonly ReadChar[]): boolean {
  const areHan = HAN.test(textOf(a)) && HAN.test(textOf(b));
  // Measured on drawn pages: of two Chinese characters the second reader's is right only when it is all but certain.
  if (areHan) return meanConfidence(b) < SECOND_CERTAIN || meanConfidence(b) < meanConfidence(a);
  return meanConfidence(a) + SECOND_MARGIN >= meanConfidence(b);
}

const isNearFigure = ({ before, after }: Context): boolean =>
  FIGURE_NEIGHBOUR.test(before) || FIGURE_NEIGHBOUR.test(after);

const PERCENT_HALVES = /^[069%]+$/;
const CLOSING_BRACKET = /^[)）]$/;

/** Whether one saw digits and their marks where the other saw Chinese that ends in such a mark. */
function isInFigure(text: string, digits: string): boolean {
  return /^\p{Script=Han}[.,，]$/u.test(text) && /^\d{1,3}[.,，]$/.test(digits);
}

const LETTER = /^[A-Za-z]$/;
const BRACKET_OR_DIGIT = /[()（）\d]/;
const ROUND_BRACKET = /^[()（）]$/;
const ANY_BRACKET = /^[()（）〈〉《》〔〕[\]<>{}]$/;
const HAN = /^[\u4e00-\u9fff]+$/;

export function lineOf(
  box: Box,
  chars: readonly ReadChar[],
  readers: string[],
  rivals: RecognizedLine["rivals"],
): RecognizedLine {
  const edgesPx: number[] = [];
  for (const char of chars) {
    // A reader's boxes may overlap; edges must not run backwards.
    const wanted = Math.min(box[2], Math.max(box[0], char.x0));
    edgesPx.push(Math.max(edgesPx.at(-1) ?? box[0], wanted));
  }
  edgesPx.push(box[2]);
  return {
    box,
    text: textOf(chars),
    confidences: chars.map((char) => Math.round(Math.min(100, Math.max(0, char.confidence)))),
    edgesPx,
    readers,
    rivals,
    disturbed: [],
  };
}

export function textOf(chars: readonly ReadChar[]): string {
  return chars.map((char) => char.text).join("");
}

export function meanConfidence(chars: readonly ReadChar[]): number {
  return chars.length === 0 ? 50 : chars.reduce((sum, char) => sum + char.confidence, 0) / chars.length;
}
