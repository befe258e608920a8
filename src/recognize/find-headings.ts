import { type Box, boxHeight, boxWidth, unionOfBoxes } from "../model/place.ts";
import type { Component } from "./components.ts";
import { findLines, type InkLine, isTextHigh } from "./find-lines.ts";

/** In heights of the page's text. */
const MOST_HEIGHT = 12;
const LEAST_WIDTH = 0.3;
const MOST_WIDTH = 1.6;
const SOLID = 0.75;
/** Large pieces are characters where so many of about one size stand in a row; a picture's parts don't. */
const LEAST_IN_ROW = 3;
const SAME_HEIGHT = 0.6;
const SAME_ROW = 0.3;
const BESIDE = 1.2;

/** Lines in characters far larger than the page's text, as an office's name heads its papers. */
export function findHeadings(components: readonly Component[], textHeightPx: number): InkLine[] {
  const large = components.filter((piece) => isLarge(piece, textHeightPx)).map(({ box }) => box);
  return rowsOf(large).flatMap((row) => {
    const heights = row.map(boxHeight).sort((a, b) => a - b);
    const heightPx = heights[heights.length >> 1];
    const [x0, y0, x1, y1] = unionOfBoxes(row);
    const reach = heightPx * BESIDE;
    const inRow = components.filter(({ box }) => {
      const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
      return y >= y0 && y < y1 && x >= x0 - reach && x < x1 + reach;
    });
    return findLines(inRow, heightPx);
  });
}

function isLarge({ box, area }: Component, textHeightPx: number): boolean {
  const [width, height] = [boxWidth(box), boxHeight(box)];
  const isOfSize = !isTextHigh(height, textHeightPx) && height <= textHeightPx * MOST_HEIGHT;
  const isOfShape = width >= height * LEAST_WIDTH && width <= height * MOST_WIDTH;
  return isOfSize && isOfShape && area <= width * height * SOLID;
}

function rowsOf(boxes: readonly Box[]): Box[][] {
  const rows: Box[][] = [];
  for (const box of boxes) {
    const row = rows.find(([first]) => {
      const apart = Math.abs(first[1] + first[3] - box[1] - box[3]) / 2;
      const ratio = boxHeight(box) / boxHeight(first);
      return apart < boxHeight(first) * SAME_ROW && ratio > SAME_HEIGHT && ratio < 1 / SAME_HEIGHT;
    });
    if (row) row.push(box);
    else rows.push([box]);
  }
  return rows.filter((row) => row.length >= LEAST_IN_ROW);
}

/** The page's lines with its headings among them; what is part of a heading is no line of its own. */
export function withHeadings(lines: readonly InkLine[], headings: readonly InkLine[]): InkLine[] {
  if (headings.length === 0) return [...lines];
  const isPart = ({ box }: InkLine): boolean =>
    headings.some(({ box: [x0, y0, x1, y1] }) => {
      const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
      return x >= x0 && x < x1 && y >= y0 && y < y1;
    });
  const all = lines.filter((line) => !isPart(line));
  for (const heading of headings) {
    const next = all.findIndex(({ box }) => box[1] + box[3] > heading.box[1] + heading.box[3]);
    all.splice(next < 0 ? all.length : next, 0, heading);
  }
  return all;
}
