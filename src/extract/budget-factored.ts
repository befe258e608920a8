import {
  type Decimal,
  decimalToShortText,
  multiply,
  ONE,
  readDecimal,
  wholeToDecimal,
} from "../model/decimal.ts";
import { changedGlyph, type NormalText } from "../model/normal-text.ts";
import type { Quantity } from "../model/value.ts";
import type { Span } from "./budget-figures.ts";
import { concatTexts, evidenceOf, sliceText } from "./evidence.ts";
import { readQuantity } from "./figures/index.ts";

const TIMES = "×";
const TEN_THOUSAND = wholeToDecimal(10_000);

/**
 * What several printed counts come to that a price is taken times, as one count: 6人, 12个月 → 72 人·月; 42.6万平方米 → 426000 平方米.
 * Null where one of them says no count.
 */
export function countsAt(text: NormalText, spans: readonly Span[]): Quantity | null {
  return productOf(spans.map(({ start, end }) => sliceText(text, start, end)));
}

/** The same of counts that stand apart, each a text of its own. */
export function productOf(counts: readonly NormalText[]): Quantity | null {
  const parts = counts.flatMap((count, at) => (at === 0 ? [count] : [timesBehind(counts[at - 1]), count]));
  const whole = concatTexts(parts);
  const count = countIn(whole.text);
  if (!count) return null;
  return { ...count, ...evidenceOf(whole, (saw) => countIn(saw)?.value ?? null) };
}

function timesBehind({ glyphs }: NormalText): NormalText {
  return { text: TIMES, glyphs: [changedGlyph(glyphs[glyphs.length - 1], { raw: TIMES })], rivals: [] };
}

function countIn(saw: string): { value: string; unit: string | null } | null {
  let value: Decimal = ONE;
  const units: string[] = [];
  for (const part of saw.split(TIMES)) {
    const count = readQuantity(part);
    if (!count) return null;
    const isWan = count.unit?.startsWith("万") ?? false;
    value = multiply(value, multiply(readDecimal(count.value), isWan ? TEN_THOUSAND : ONE));
    const unit = (count.unit ?? "").replace(/^万/, "").replace(/^个(?=.)/, "");
    if (unit !== "") units.push(unit);
  }
  return { value: decimalToShortText(value), unit: units.length > 0 ? units.join("·") : null };
}
