import type { InkLine } from "../find-lines.ts";
import type { LayerText } from "./layer-text.ts";

const MOST_LINES = 6;
/** Lines chosen for their digits come on top of those chosen for their text. */
const MOST_FOR_DIGITS = 6;
const TEXT_LINES_DRAWN = 2;
const LEAST_EM = 4;

/**
 * Lines worth comparing with the picture. Of a scan some from all over the page, for OCR errs anywhere; of a drawn page
 * such as show every digit of every font once, for a font that says a wrong digit says it everywhere.
 */
export function sampleLines(layer: LayerText, lines: readonly InkLine[], isScanned: boolean): InkLine[] {
  const long = lines.filter(({ box, textHeightPx }) => box[2] - box[0] >= textHeightPx * LEAST_EM);
  const usable = long.length > 0 ? long : lines;
  const spread = spreadOver(usable, isScanned ? MOST_LINES : TEXT_LINES_DRAWN);
  if (isScanned) return spread;
  return [...new Set([...showingDigits(layer, lines), ...spread])];
}

/** So many of the lines, at even distances, those at the page's very ends last. */
function spreadOver(lines: readonly InkLine[], count: number): InkLine[] {
  if (lines.length <= count) return [...lines];
  const picked = Array.from(
    { length: count },
    (_, i) => lines[Math.floor(((i + 0.5) / count) * lines.length)],
  );
  const middle = (count - 1) / 2;
  const order = picked.map((line, i) => ({ line, from: Math.abs(i - middle) }));
  return order.sort((a, b) => a.from - b.from).map(({ line }) => line);
}

/** Few lines that between them show all digits, each in all the fonts it is set in. */
function showingDigits(layer: LayerText, lines: readonly InkLine[]): InkLine[] {
  const shown = lines.map(({ box }) => new Set(digitsIn(layer, box)));
  const missing = new Set(shown.flatMap((digits) => [...digits]));
  const chosen: InkLine[] = [];
  while (missing.size > 0 && chosen.length < MOST_FOR_DIGITS) {
    const gains = shown.map((digits) => [...digits].filter((digit) => missing.has(digit)).length);
    const best = gains.indexOf(Math.max(...gains));
    chosen.push(lines[best]);
    for (const digit of shown[best]) missing.delete(digit);
  }
  return chosen;
}

/** Each digit with the font it is set in. */
function digitsIn({ runs }: LayerText, [x0, y0, x1, y1]: InkLine["box"]): string[] {
  return runs.flatMap(({ run: { text, font, box } }) => {
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    if (x < x0 || x >= x1 || y < y0 || y >= y1) return [];
    return (text.match(/\d/g) ?? []).map((digit) => `${font} ${digit}`);
  });
}
