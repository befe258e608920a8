import type { LayerRun } from "../../model/picture.ts";
import type { Box } from "../../model/place.ts";
import type { LineCrop } from "../line-crop.ts";
import type { LineReader, LineReading, ReadChar } from "../readers/reader.ts";

export const LAYER_READER = "text-layer";

/** How far a character's room may reach beyond its ink, as a share of the line's height: （ and 。 fill half of theirs. */
const OVERHANG = 0.85;
/** A run with this share of its width in a line is the line's as a whole. */
const MOSTLY = 0.5;

/**
 * Reads a line from the page's text layer: the runs that lie in the line's box.
 * `confidence` is what the layer is worth: 100 where the page itself states it, less where it is somebody's OCR.
 */
export function layerReader(runs: readonly PlacedRun[], confidence: number): LineReader {
  return {
    name: LAYER_READER,
    async readLine(crop: LineCrop): Promise<LineReading> {
      const chars = withoutNeighbours(charsIn(runs, crop.box), crop.box).map((char) => ({
        ...char,
        confidence,
      }));
      return { reader: LAYER_READER, chars: Array.from({ length: timesShown(crop) }, () => chars).flat() };
    },
  };
}

/** In a line's heights: what ends so far before its ink, or begins so far behind it, is its neighbour's. */
const CLEAR = 0.25;

/** Without the ends of a run that reach into the cells beside: a page states exactly where a run begins and ends. */
function withoutNeighbours(chars: readonly ReadChar[], [x0, y0, x1, y1]: Box): ReadChar[] {
  const clear = (y1 - y0) * CLEAR;
  return chars.filter((char) => char.x1 > x0 - clear && char.x0 < x1 + clear);
}

/** A picture may show its line several times over, side by side. */
function timesShown({ grey, box, scale, marginPx }: LineCrop): number {
  return Math.max(
    1,
    Math.floor(((grey.widthPx - 2 * marginPx) * scale) / Math.max(1, box[2] - box[0]) + 0.1),
  );
}

/** A run with its characters where they are likely to stand. */
export interface PlacedRun {
  run: LayerRun;
  chars: PlacedChar[];
}

export function placeRuns(layer: readonly LayerRun[]): PlacedRun[] {
  return layer
    .filter((run, at) => !layer.slice(Math.max(0, at - LOOK_BACK), at).some((other) => isTwice(other, run)))
    .map((run) => ({ run, chars: charsOfRun(run) }));
}

const LOOK_BACK = 40;
/** In a run's heights: bold type may be the same text set twice, a hair apart. */
const HAIR = 0.15;

function isTwice(a: LayerRun, b: LayerRun): boolean {
  const hair = (b.box[3] - b.box[1]) * HAIR;
  return a.text === b.text && a.box.every((edge, i) => Math.abs(edge - b.box[i]) <= hair);
}

/**
 * The characters of a layer that lie in a line's box, left to right.
 * Where within a run a character stands is only guessed, so a run is cut only where it goes on far beyond the line.
 */
export function charsIn(runs: readonly PlacedRun[], box: Box): ReadChar[] {
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
  return inside.sort((a, b) => a.char.x0 - b.char.x0).map(({ char }) => char);
}

interface PlacedChar {
  char: ReadChar;
  x: number;
}

/** Characters share their run's width: a Chinese one takes twice the room of a Latin one. */
function charsOfRun({ text: given, box }: LayerRun): PlacedChar[] {
  const text = given.replace(NO_WIDTH, "");
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

/** Marks for joining and breaking, which nobody sees. */
const NO_WIDTH = /\p{Cf}/gu;
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]/;
