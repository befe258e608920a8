import type { Problem } from "../model/finding.ts";
import type { NormalText } from "../model/normal-text.ts";
import { type Box, type Place, unionOfBoxes } from "../model/place.ts";
import { CERTAIN, isRead } from "../model/stated.ts";
import type { Money, Percent, Quantity, Reading, Text } from "../model/value.ts";
import { evidenceOf, sliceText, textValue } from "./evidence.ts";
import {
  type Amount,
  isLedgerSum,
  readAmount,
  readPercent,
  readQuantity,
  unitPower,
} from "./figures/index.ts";

/** A stretch of a text, `[start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/** Scraps that readers leave of a sign they didn't make out; a digit may have gone with it. */
const ODD_SIGN = /[#&@$*^~|\\{}[\]<>%_=+]/;

/** The amount printed in a stretch, with evidence; null when no reader saw an amount there. `unit` is what a bare number counts. */
export function moneyAt(
  text: NormalText,
  span: Span & { unit?: string },
  unit: string | null = span.unit ?? null,
): Money | null {
  const printed = sliceText(text, span.start, span.end);
  const isDotted = isDottedYuan(printed, unit);
  const mended = isDotted ? withCommas(printed) : null;
  if (isDotted && !mended) return null;
  const part = mended ?? printed;
  const evidence = evidenceOf(part, (saw) => readAmount(saw, unit)?.fen ?? null);
  const own = readAmount(part.text, unit);
  const amount = own ?? amountSeen(part.text, evidence.readings ?? [], unit);
  if (!amount) return null;
  // Without its sign a sum may have lost a digit to it, or gained one from it: no reading of it is to be believed alone.
  const isBare = unit === null && isLedgerSum(part.text);
  // 0,000.00: no sum begins with a zero and goes on with a group; its first digits were lost.
  const isHeadless = /(?<![\d.,])0[\d]*[,，]\d/.test(part.text);
  const isDamaged = isBare || isHeadless || ODD_SIGN.test(text.text[span.start - 1] ?? "");
  const isDoubtful =
    own === null ||
    mended !== null ||
    (isDamaged && evidence.confidence < CERTAIN) ||
    isCutOff(text.text, span);
  return { ...amount, ...evidence, trust: isDoubtful ? "doubtful" : evidence.trust };
}

/** 105.000 or 1.240.000 yuan: money has two decimals at the most, so that such dots were misread, or the unit was. */
const isDottedYuan = (part: NormalText, unit: string | null): boolean =>
  (unit === null || unitPower(unit) === 0) && isRead(part.glyphs) && DOTTED.test(part.text);

/**
 * The same with commas, which some fonts print much like dots; what was read stays beside it. Null where no reader saw
 * one and no second group speaks for them: three decimals may also be of 万元 that no one made out.
 */
function withCommas(part: NormalText): NormalText | null {
  if (!GROUPS.test(part.text) && !part.rivals.some(({ saw }) => /[,，]/.test(saw))) return null;
  const dots = [...part.text.matchAll(/[.．]/g)].map(({ index: start, 0: saw }) => {
    const { confidence } = part.glyphs[start];
    return { reader: AS_READ, start, length: 1, saw, confidence };
  });
  return { ...part, text: part.text.replace(/[.．]/g, ","), rivals: [...part.rivals, ...dots] };
}

const GROUPS = /(?:[.．,，]\d{3}){2}/;
const AS_READ = "vote as read";
/** Groups of three behind one dot or more, each of which is no decimal's. */
const DOTTED = /^[^\d.．]*[1-9]\d{0,2}(?:[,，]\d{3})*(?:[.．]\d{3}){1,3}\s*(?:元整?)?\s*$/;

/**
 * The amount among what readers saw that has most nearly as many digits as stand there; null where all have far fewer.
 * What the ink refutes speaks for nothing.
 */
function amountSeen(text: string, readings: readonly Reading[], unit: string | null): Amount | null {
  const count = (raw: string): number => raw.match(DIGITS)?.length ?? 0;
  const distance = (raw: string): number => Math.abs(count(raw) - count(text));
  const [best] = readings
    .filter(({ confidence }) => confidence > 0)
    .map(({ raw }) => ({ raw, amount: readAmount(raw, unit) }))
    .filter(({ raw, amount }) => amount !== null && distance(raw) * 2 <= count(text))
    .sort((a, b) => distance(a.raw) - distance(b.raw));
  return best?.amount ?? null;
}

const DIGITS = /[\d零壹贰叁肆伍陆柒捌玖]/g;

/** The share printed in a stretch, with evidence; a bare number counts where `mayBeBare`. */
export function percentAt(text: NormalText, span: Span, mayBeBare = false): Percent | null {
  const part = sliceText(text, span.start, span.end);
  const percent = readPercent(part.text, mayBeBare);
  if (percent === null) return null;
  const evidence = evidenceOf(part, (saw) => readPercent(saw, mayBeBare));
  return { percent, ...evidence, trust: isCutOff(text.text, span) ? "doubtful" : evidence.trust };
}

/** The count printed in a stretch, with evidence; `unit` is its column's or neighbour's. */
export function quantityAt(text: NormalText, span: Span, unit: string | null = null): Quantity | null {
  const part = sliceText(text, span.start, span.end);
  const quantity = readQuantity(part.text);
  if (quantity === null) return null;
  const evidence = evidenceOf(part, (saw) => readQuantity(saw)?.value ?? null);
  const trust = isCutOff(text.text, span) ? "doubtful" : evidence.trust;
  return { value: quantity.value, unit: quantity.unit ?? unit, ...evidence, trust };
}

/**
 * Whether more digits stand right before a figure or behind its last digit (67,|890000, 890000|00): a part of a number
 * that was torn apart, by the end of a line or a sign that was not made out, is not that number.
 */
export function isCutOff(text: string, { start, end }: Span): boolean {
  const isDigit = (at: number): boolean => /\d/.test(text.charAt(at));
  const before = /\d[\s,，.．'’·]{0,3}$/.test(text.slice(Math.max(0, start - 6), start)) && isDigit(start);
  const behind = isDigit(end - 1) && /^[A-Za-z|]{0,3}[\s,，.．'’·]{0,3}\d/.test(text.slice(end, end + 7));
  return before || behind || isCutCapitals(text, start);
}

/** 叁拾作零|肆角: 大写 behind others and a sign that was not made out are a part of theirs. */
const isCutCapitals = (text: string, start: number): boolean =>
  CAPITAL.test(text.charAt(start)) &&
  /[壹贰叁肆伍陆柒捌玖][拾佰仟]?[^\s，。；：、（）()\d零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆]{1,2}零?$/u.test(
    text.slice(Math.max(0, start - 6), start),
  );
const CAPITAL = /[零壹贰叁肆伍陆柒捌玖拾]/;

/** The words in a stretch, with evidence. */
export function textAt(text: NormalText, span: Span): Text {
  return textValue(sliceText(text, span.start, span.end));
}

/** A problem: a value that was understood has no place in the record. */
export function valueWithoutPlace(
  raw: string,
  { evidence }: { readonly evidence: readonly Place[] },
  why: { zh: string; en: string },
): Problem {
  return {
    code: "figure-not-understood",
    pageNumber: evidence[0]?.pageNumber ?? 1,
    box: evidence[0]?.box ?? null,
    message: { zh: `“${raw}”：${why.zh}`, en: `"${raw}": ${why.en}` },
  };
}

/** A problem: what looks like a figure in a stretch was not understood or found no place. */
export function notUnderstood(text: NormalText, span: Span, why: { zh: string; en: string }): Problem {
  const glyphs = text.glyphs.slice(span.start, span.end);
  const pageNumber = glyphs[0]?.pageNumber ?? 1;
  const boxes: Box[] = glyphs.filter((glyph) => glyph.pageNumber === pageNumber).map((glyph) => glyph.box);
  const raw = text.text.slice(span.start, span.end);
  return {
    code: "figure-not-understood",
    pageNumber,
    box: boxes.length > 0 ? unionOfBoxes(boxes) : null,
    message: { zh: `“${raw}”：${why.zh}`, en: `"${raw}": ${why.en}` },
  };
}
