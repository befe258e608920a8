import type { LayerRun } from "../model/picture.ts";
import type { LineCrop } from "./line-crop.ts";
import type { LineReader, LineReading, ReadChar } from "./reader.ts";

export const LAYER_READER = "text-layer";

/** How far a character's room may reach beyond its ink, as a share of the line's height: （ and 。 fill half of theirs. */
const OVERHANG = 0.85;
/** A run with this share of its width in a line is the line's as a whole. */
const MOSTLY = 0.5;

/**
 * Reads a line from the page's text layer: the runs that lie in the line's box.
 * Where within a run a character stands is only guessed, so a run is cut only where it goes on far beyond the line.
 */
export function layerReader(layer: readonly LayerRun[]): LineReader {
  const runs = layer.map((run) => ({ run, chars: charsOfRun(run) }));
  return {
    name: LAYER_READER,
    async readLine({ box }: LineCrop): Promise<LineReading> {
      const reach = (box[3] - box[1]) * OVERHANG;
      const [left, right] = [box[0] - reach, box[2] + reach];
      const inside = runs.flatMap(({ run, chars }) => {
        const [x0, y0, x1, y1] = run.box;
        const middle = (y0 + y1) / 2;
        if (middle < box[1] || middle >= box[3]) return [];
        const shared = Math.min(x1, right) - Math.max(x0, left);
        const isWhole = shared >= (x1 - x0) * MOSTLY && x1 - x0 - shared <= box[3] - box[1];
        if (isWhole) return chars;
        return chars.filter(({ x }) => x >= box[0] - 1 && x < box[2] + 1);
      });
      return {
        reader: LAYER_READER,
        chars: inside.sort((a, b) => a.char.x0 - b.char.x0).map(({ char }) => char),
      };
    },
  };
}

interface PlacedChar {
  char: ReadChar;
  x: number;
}

/** Characters share their run's width: a Chinese one takes twice the room of a Latin one. */
function charsOfRun({ text, box }: LayerRun): PlacedChar[] {
  const widths = [...text].map((char) => (WIDE.test(char) ? 2 : 1));
  const total = widths.reduce((sum, width) => sum + width, 0);
  let x = box[0];
  const placed: PlacedChar[] = [];
  for (const [i, char] of [...text].entries()) {
    const next = x + ((box[2] - box[0]) * widths[i]) / total;
    if (char.trim() !== "" || /[A-Za-z]\s[A-Za-z]/.test(text)) {
      for (const unit of char.length === 1 ? [char] : []) {
        placed.push({
          char: { text: unit, confidence: 100, x0: Math.round(x), x1: Math.round(next) },
          x: (x + next) / 2,
        });
      }
    }
    x = next;
  }
  return placed;
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]/;

const LEAST_HAN_SHARE = 0.3;

/** Whether a layer looks like a Chinese text at all: mostly Chinese characters and figures, none from nowhere. */
export function isCredibleLayer(layer: readonly LayerRun[]): boolean {
  const text = layer
    .map((run) => run.text)
    .join("")
    .replace(/\s/g, "");
  if (text.length < 10) return false;
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  // Unassigned, private and control characters come from fonts that don't say what their glyphs mean.
  const odd = count(/[\ufffd\p{Cc}\p{Co}\p{Cn}]/gu);
  return count(/[\u2e80-\u9fff\uf900-\ufaff]/g) >= text.length * LEAST_HAN_SHARE && odd <= text.length * 0.01;
}
