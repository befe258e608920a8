import type { RecognizedLine } from "../../model/recognized.ts";
import type { GreyPicture } from "../clean-picture.ts";
import type { Layout } from "../find-layout.ts";
import type { InkLine } from "../find-lines.ts";
import { placeChars } from "../place-chars.ts";
import { readCrop } from "../read-crop.ts";
import { readLines } from "../read-lines.ts";
import type { PageReaders } from "../readers/reader.ts";
import { swapRival } from "../settle/swap-rival.ts";
import { lineOf, voteLine } from "../vote.ts";
import { isDisputed, weave } from "../weave.ts";
import { LAYER_READER, layerReader } from "./layer-reader.ts";
import { coversLine, type LayerText } from "./layer-text.ts";

/** What is stated by the page itself nobody can have misread; what somebody's OCR says is worth no more than a good reading. */
const STATED = 100;
const CHECKED = 95;

/** Reads lines as the layer says, without a look at the picture. */
export function readStated(
  layout: Layout,
  layer: LayerText,
  lines: readonly InkLine[],
): Promise<RecognizedLine[]> {
  const first = layerReader(layer.runs, STATED);
  return readLines(layout.grey, lines, { first, second: null, network: null, figures: null });
}

/**
 * Reads lines as the layer says, and all that counts of them from the picture too, each reading kept;
 * lines of which the layer says nothing or not all are read from the picture alone.
 */
export async function readChecked(
  { grey }: Layout,
  layer: LayerText,
  lines: readonly InkLine[],
  readers: PageReaders,
  isDrawn: boolean,
): Promise<RecognizedLine[]> {
  const read = await Promise.all(
    lines.map(async (line) =>
      coversLine(layer, line, grey)
        ? [await readOneChecked(grey, layer, line, readers)]
        : await readLines(grey, [line], readers),
    ),
  );
  const woven = read.flat().map(withLayersDashes);
  return (isDrawn ? woven.map(withLayersWords) : woven).map(withoutLayersSay);
}

/** A line with figures as the picture shows it, and what the layer says of it otherwise; any other as the layer says. */
async function readOneChecked(
  grey: GreyPicture,
  layer: LayerText,
  ink: InkLine,
  { first, second, network }: PageReaders,
): Promise<RecognizedLine> {
  const stated = layer.charsIn(ink.box).map((char) => ({ ...char, confidence: CHECKED }));
  if (!stated.some(({ text }) => FIGURE_SIGN.test(text)))
    return placeChars(lineOf(ink.box, stated, [LAYER_READER], []), grey, ink.textHeightPx);
  const seen = await readCrop(network ?? first, grey, ink);
  const line = placeChars(voteLine(ink.box, seen, null), grey, ink.textHeightPx);
  const whole = [{ start: 0, end: line.text.length, chars: stated }];
  // Where the layer and the picture differ, a reader of another kind is asked.
  const other = network ? first : second;
  const witness =
    other && isDisputed(line, whole) ? { ...whole[0], ...(await readCrop(other, grey, ink)) } : null;
  return weave(line, LAYER_READER, whole, witness);
}

const DASHES = /^[-‐‑‒–—―−－]+$/;

/** Where both show a dash, the layer's stands: how long one is, readers of pictures can't tell. */
function withLayersDashes(line: RecognizedLine): RecognizedLine {
  let { text } = line;
  const isDash = ({ reader, start, length, saw }: Rival): boolean =>
    reader === LAYER_READER &&
    saw.length === length &&
    DASHES.test(saw) &&
    DASHES.test(text.slice(start, start + length));
  const dashes = line.rivals.filter(isDash);
  for (const { start, length, saw } of dashes) text = text.slice(0, start) + saw + text.slice(start + length);
  return { ...line, text, rivals: line.rivals.filter((rival) => !dashes.includes(rival)) };
}

/** Words that a drawn page's own text spells otherwise stand as it spells them; of figures and marks it is judged elsewhere. */
function withLayersWords(line: RecognizedLine): RecognizedLine {
  let woven = line;
  for (let at = line.rivals.length - 1; at >= 0; at--) {
    const { reader, start, length, saw } = line.rivals[at];
    const seen = line.text.slice(start, start + length);
    if (reader !== LAYER_READER || !WORDS.test(saw) || FIGURE_SIGN.test(saw + seen)) continue;
    woven = withoutRival(swapRival(woven, at), at);
  }
  return woven;
}

const withoutRival = (line: RecognizedLine, at: number): RecognizedLine => ({
  ...line,
  rivals: line.rivals.filter((_, index) => index !== at),
});

const WORDS = /^\p{Script=Han}+$/u;

/** A figure may hang on so few readings of the picture. */
const DOUBT = 30;
const REFUTED = 0;
const FIGURE_SIGN = /[\d.,，%％零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元]/;

/**
 * Where all that read a figure from the picture saw the same and the layer says otherwise, the picture stands, and in doubt:
 * arithmetic may prove it, but never put in its place what the paper doesn't show.
 */
function withoutLayersSay(line: RecognizedLine): RecognizedLine {
  const { text, rivals } = line;
  const lost = rivals.filter(
    (rival) =>
      rival.reader === LAYER_READER &&
      (FIGURE_SIGN.test(rival.saw) ||
        FIGURE_SIGN.test(text.slice(rival.start, rival.start + rival.length))) &&
      !rivals.some((other) => other.reader !== LAYER_READER && other.confidence > 0 && meet(rival, other)),
  );
  if (lost.length === 0) return line;
  const confidences = [...line.confidences];
  for (const { start, length } of lost) {
    let [from, to] = [start, start + length];
    while (from > 0 && FIGURE_SIGN.test(text[from - 1])) from--;
    while (to < text.length && FIGURE_SIGN.test(text[to])) to++;
    for (let at = from; at < to; at++) confidences[at] = Math.min(confidences[at], DOUBT);
  }
  return {
    ...line,
    confidences,
    rivals: rivals.map((rival) => (lost.includes(rival) ? { ...rival, confidence: REFUTED } : rival)),
  };
}

/** Whether another reader saw just what the layer says. */
const isSame = (a: Rival, b: Rival): boolean =>
  a.start === b.start && a.length === b.length && a.saw === b.saw;

type Rival = RecognizedLine["rivals"][number];

function meet(a: Rival, b: Rival): boolean {
  return a.start <= b.start + b.length && b.start <= a.start + a.length;
}

const LEAST_UNLIKE = 3;
const MOST_UNLIKE_SHARE = 0.2;

/** Whether so many figures differ that the layer is of another paper, or worth nothing. */
export function isGenerallyUnlike(lines: readonly RecognizedLine[]): boolean {
  let [figures, unlike] = [0, 0];
  for (const { text, readers, rivals } of lines) {
    if (!readers.includes(LAYER_READER)) continue;
    for (const { index, 0: run } of text.matchAll(/\d[\d.,，]*/g)) {
      figures++;
      const isUnlike = rivals.some(
        (rival) =>
          rival.reader === LAYER_READER &&
          rival.start <= index + run.length &&
          index <= rival.start + rival.length &&
          !rivals.some((other) => other.reader !== LAYER_READER && isSame(other, rival)),
      );
      if (isUnlike) unlike++;
    }
  }
  return unlike >= LEAST_UNLIKE && unlike > figures * MOST_UNLIKE_SHARE;
}
