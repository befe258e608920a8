import type { Message } from "../../model/finding.ts";
import type { Layout } from "../find-layout.ts";
import type { InkLine } from "../find-lines.ts";
import type { PageReaders } from "../readers/reader.ts";
import { addLikeness, compareLayer, type Likeness, NO_LIKENESS } from "./compare-layer.ts";
import { coversLine, type LayerText } from "./layer-text.ts";
import { sampleLines } from "./sample-lines.ts";

/**
 * What a page's text layer is worth. `none`: it doesn't claim to be the page's text (a stamp, a page number).
 * `bad`: it is ignored, and why. `stated`: the page is drawn from it. `checked`: it is the page's text as far as was seen,
 * but its figures are to be read from the picture as well.
 */
export type LayerVerdict = { kind: "none" | "stated" | "checked" } | { kind: "bad"; why: Message };

const LEAST_TEXT = 10;
const MOST_ODD = 0.01;
/** Of the page's lines, by their width: a layer that says something of fewer is no text of the page. */
const LEAST_CLAIM = 0.2;
/** Of the lines it says something of, those it says as much of as there is to see. */
const LEAST_COVER = 0.6;
/** Of the letters compared. OCR that errs in more than one of twenty is worse than what is read here. */
const LEAST_ALIKE_SCANNED = 0.95;
const LEAST_ALIKE_DRAWN = 0.8;
const PLAINLY_ALIKE = 0.9;
/** After so few lines a layer of quite another text is told. */
const FIRST_LINES = 3;
const HOPELESS = 0.5;

/** Judges a page's layer by its characters, by how much of the page it covers, and by lines read from the picture. */
export async function judgeLayer(
  layer: LayerText,
  { grey, lines, grids }: Layout,
  isScanned: boolean,
  readers: PageReaders,
): Promise<LayerVerdict> {
  if (layer.text.length < LEAST_TEXT) return { kind: "none" };
  if (oddShare(layer.text) > MOST_ODD) return { kind: "bad", why: ODD };
  const all = [...lines, ...grids.flatMap(({ cells }) => cells.flat())];
  const claimed = all.filter(({ box }) => layer.charsIn(box).length > 0);
  if (widthOf(claimed) < LEAST_CLAIM * widthOf(all)) return { kind: "none" };
  const covered = all.filter((line) => coversLine(layer, line, grey));
  const isWhole = widthOf(covered) >= LEAST_COVER * widthOf(claimed);
  const sample = sampleLines(layer, isWhole ? covered : claimed, isScanned);
  const { first, second, network } = readers;
  const kinds = network ? ([network, first] as const) : ([first, second] as const);
  let likeness: Likeness = NO_LIKENESS;
  for (const some of [sample.slice(0, FIRST_LINES), sample.slice(FIRST_LINES)]) {
    likeness = addLikeness(likeness, await compareLayer(layer, some, grey, kinds));
    if (likeness.alike < HOPELESS * likeness.compared) break;
  }
  const share = likeness.alike / Math.max(1, likeness.compared);
  if (share < (isScanned ? LEAST_ALIKE_SCANNED : LEAST_ALIKE_DRAWN))
    return { kind: "bad", why: unlike(share) };
  if (isScanned) return { kind: "checked" };
  return { kind: likeness.unlikeDigits === 0 && share >= PLAINLY_ALIKE ? "stated" : "checked" };
}

/** Unassigned, private and control characters come from fonts that don't say what their glyphs mean. */
function oddShare(text: string): number {
  return (text.match(/[\ufffd\p{Cc}\p{Co}\p{Cn}]/gu)?.length ?? 0) / text.length;
}

function widthOf(lines: readonly InkLine[]): number {
  return lines.reduce((sum, { box }) => sum + box[2] - box[0], 0);
}

const ODD: Message = {
  zh: "含有无法辨认的字符",
  en: "it holds characters that stand for nothing",
};
function unlike(share: number): Message {
  const percent = Math.floor(share * 100);
  return {
    zh: `抽查处与图像仅 ${percent}% 相符`,
    en: `where compared, only ${percent}% of it is what the picture shows`,
  };
}
