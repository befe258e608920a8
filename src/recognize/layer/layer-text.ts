import type { LayerRun } from "../../model/picture.ts";
import type { Box } from "../../model/place.ts";
import type { GreyPicture } from "../clean-picture.ts";
import type { InkLine } from "../find-lines.ts";
import type { ReadChar } from "../readers/reader.ts";
import { charsIn, type PlacedRun, placeRuns } from "./layer-reader.ts";

/** A page's text layer, ready to be asked what it says where. */
export interface LayerText {
  runs: readonly PlacedRun[];
  /** All its characters but blanks. */
  text: string;
  /** What it says in a line's place. */
  charsIn(box: Box): ReadChar[];
}

/** Opens a layer; it must lie on the page as the page is read. */
export function openLayerText(layer: readonly LayerRun[]): LayerText {
  const runs = placeRuns(layer);
  return {
    runs,
    text: layer
      .map((run) => run.text)
      .join("")
      .replace(/\s/g, ""),
    charsIn: (box) => charsIn(runs, box),
  };
}

const INK_LEVEL = 150;
/** In text heights: how far from a run's box its ink may lie, and how wide ink may be that none accounts for. */
const BESIDE = 0.5;
const MOST_SPARE = 0.8;
/** The room that a line's characters would take, as a share of the room it has. */
const LEAST_ROOM = 0.65;
const MOST_ROOM = 1.7;
const WIDE_ROOM = 1;
const NARROW_ROOM = 0.5;

/** Whether a layer says something of the whole of a line: no stretch of its ink without characters, and no more of them than fit. */
export function coversLine(layer: LayerText, { box, textHeightPx }: InkLine, grey: GreyPicture): boolean {
  const chars = layer.charsIn(box);
  if (chars.length === 0) return false;
  const wanted = chars.reduce((sum, { text }) => sum + (WIDE.test(text) ? WIDE_ROOM : NARROW_ROOM), 0);
  const room = (wanted * textHeightPx) / (box[2] - box[0]);
  const isShort = box[2] - box[0] < textHeightPx * 3;
  if (!isShort && (room < LEAST_ROOM || room > MOST_ROOM)) return false;
  return spareInk(layer, box, grey, textHeightPx * BESIDE) <= textHeightPx * MOST_SPARE;
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]/;

/** How many columns of a line's ink lie outside all the layer's runs. */
function spareInk(layer: LayerText, [x0, y0, x1, y1]: Box, grey: GreyPicture, besidePx: number): number {
  const near = layer.runs
    .map(({ run }) => run.box)
    .filter((box) => (box[1] + box[3]) / 2 >= y0 && (box[1] + box[3]) / 2 < y1);
  let spare = 0;
  for (let x = x0; x < x1; x++) {
    if (near.some((box) => x >= box[0] - besidePx && x < box[2] + besidePx)) continue;
    for (let y = y0; y < y1; y++) {
      if (grey.data[y * grey.widthPx + x] >= INK_LEVEL) continue;
      spare++;
      break;
    }
  }
  return spare;
}
