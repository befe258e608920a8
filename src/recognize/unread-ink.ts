import { type Box, boxHeight, boxWidth, sharedArea } from "../model/place.ts";
import type { RecognizedLine } from "../model/recognized.ts";
import type { Component } from "./components.ts";
import type { Layout } from "./find-layout.ts";
import { findLines, type InkLine } from "./find-lines.ts";

/** In text heights: how far from what was read ink may lie and still belong to it. */
const BESIDE = 0.6;
const ABOVE = 0.35;
const LEAST_HEIGHT = 0.55;
const MOST_HEIGHT = 1.7;
const LEAST_WIDTH = 0.25;
/** A blot or a filled box is all ink, a stroke of a rule nearly none of its box, or all of a thin one. */
const SOLID = 0.75;
const EDGE_SHARE = 0.015;
const MOST_UNDER_SEAL = 0.3;
const LEAST_BREADTH = 0.6;

/** What of a page's layout tells its ink. */
export type PageInk = Pick<Layout, "components" | "textHeightPx" | "grey">;

/** Lines of ink the size of text that no line read accounts for; specks, rules, blots and what lies under seals are none. */
export function findUnreadInk(
  page: PageInk,
  read: readonly RecognizedLine[],
  seals: readonly Box[],
): InkLine[] {
  const { textHeightPx } = page;
  const places = read.map((line) => reachOf(line, textHeightPx));
  const isRead = indexOf(places, page.grey.heightPx, textHeightPx);
  const pieces = page.components.filter(
    (piece) =>
      isLikeText(piece, page) && !isRead(piece.box) && !seals.some((seal) => isUnder(piece.box, seal)),
  );
  if (pieces.length === 0) return [];
  return findLines(pieces, textHeightPx).filter(({ box }) => isLikeALine(box, pieces, textHeightPx));
}

function reachOf({ edgesPx, box }: RecognizedLine, textHeightPx: number): Box {
  const [beside, above] = [Math.round(textHeightPx * BESIDE), Math.round(textHeightPx * ABOVE)];
  const left = Math.min(edgesPx[0], box[0]);
  const right = Math.max(edgesPx[edgesPx.length - 1], box[2]);
  return [left - beside, box[1] - above, right + beside, box[3] + above];
}

/** Tells whether a piece lies in one of these places; looked up by bands of the page. */
function indexOf(places: readonly Box[], heightPx: number, bandPx: number): (piece: Box) => boolean {
  const bandOf = (y: number): number => Math.max(0, Math.floor(y / bandPx));
  const bands = Array.from({ length: bandOf(heightPx) + 1 }, (): Box[] => []);
  for (const place of places) {
    for (let band = bandOf(place[1]); band <= Math.min(bandOf(place[3]), bands.length - 1); band++)
      bands[band].push(place);
  }
  return (piece) => {
    const [x, y] = [(piece[0] + piece[2]) / 2, (piece[1] + piece[3]) / 2];
    const near = bands[Math.min(bandOf(y), bands.length - 1)];
    return near.some(([x0, y0, x1, y1]) => x >= x0 && x < x1 && y >= y0 && y < y1);
  };
}

function isUnder(piece: Box, seal: Box): boolean {
  return sharedArea(piece, seal) > MOST_UNDER_SEAL * boxWidth(piece) * boxHeight(piece);
}

function isLikeText(
  { box, area }: Component,
  { textHeightPx, grey: { widthPx, heightPx } }: PageInk,
): boolean {
  const [width, height] = [boxWidth(box), boxHeight(box)];
  const isOfSize =
    height >= textHeightPx * LEAST_HEIGHT &&
    height <= textHeightPx * MOST_HEIGHT &&
    width >= textHeightPx * LEAST_WIDTH &&
    width <= textHeightPx * MOST_HEIGHT * 3;
  const margin = widthPx * EDGE_SHARE;
  const isAtEdge =
    box[0] < margin || box[1] < margin || box[2] > widthPx - margin || box[3] > heightPx - margin;
  return isOfSize && !isAtEdge && area <= width * height * SOLID;
}

/** Several pieces, or one as wide as a character. */
function isLikeALine(box: Box, pieces: readonly Component[], textHeightPx: number): boolean {
  const inside = pieces.filter((piece) => sharedArea(piece.box, box) > 0);
  return inside.length > 1 || boxWidth(box) >= textHeightPx * LEAST_BREADTH;
}
