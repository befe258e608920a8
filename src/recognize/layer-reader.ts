import type { LayerRun } from "../model/picture.ts";
import type { LineCrop } from "./line-crop.ts";
import type { LineReader, LineReading, ReadChar } from "./reader.ts";

export const LAYER_READER = "text-layer";

/** Reads a line from the page's text layer: the characters whose middle lies in the line's box. */
export function layerReader(layer: readonly LayerRun[]): LineReader {
  const chars = layer.flatMap(charsOfRun);
  return {
    name: LAYER_READER,
    async readLine({ box }: LineCrop): Promise<LineReading> {
      const inside = chars
        .filter(({ x, y }) => x >= box[0] - 1 && x < box[2] + 1 && y >= box[1] && y < box[3])
        .sort((a, b) => a.char.x0 - b.char.x0);
      return { reader: LAYER_READER, chars: inside.map(({ char }) => char) };
    },
  };
}

interface PlacedChar {
  char: ReadChar;
  x: number;
  y: number;
}

/** Characters share their run's width: a Chinese one takes twice the room of a Latin one. */
function charsOfRun({ text, box }: LayerRun): PlacedChar[] {
  const widths = [...text].map((char) => (WIDE.test(char) ? 2 : 1));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const y = (box[1] + box[3]) / 2;
  let x = box[0];
  const placed: PlacedChar[] = [];
  for (const [i, char] of [...text].entries()) {
    const next = x + ((box[2] - box[0]) * widths[i]) / total;
    if (char.trim() !== "" || /[A-Za-z]\s[A-Za-z]/.test(text)) {
      for (const unit of char.length === 1 ? [char] : []) {
        placed.push({
          char: { text: unit, confidence: 100, x0: Math.round(x), x1: Math.round(next) },
          x: (x + next) / 2,
          y,
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
