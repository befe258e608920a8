import type { GreyPicture } from "./clean-picture.ts";
import { type Component, findComponents } from "./components.ts";
import { findInk } from "./ink.ts";

/** Ink this near to the picture's border, as a share of its width, hangs together with what lies beyond the sheet. */
const BORDER_SHARE = 0.002;
const LEAST_EDGE_SHARE = 0.03;
const SOLID = 0.45;
/** Where holes are punched: the outer part of a page, as a share of its width. */
const PUNCH_SHARE = 0.13;
const LEAST_HOLE_SHARE = 0.013;
const MOST_HOLE_SHARE = 0.06;
const DISC_FILL = Math.PI / 4;
const WHITE = 255;

/** The page without black scanner edges and punch holes; both are the sheet's, not the text's. */
export function eraseEdgeMarks(page: GreyPicture): GreyPicture {
  const ink = findInk(page);
  const marks = findComponents(ink).filter((component) => isEdge(component, page) || isHole(component, page));
  if (marks.length === 0) return page;
  const data = Uint8Array.from(page.data);
  for (const { box } of marks) {
    // One pixel more takes the mark's grey rim along.
    const [x0, y0] = [Math.max(0, box[0] - 2), Math.max(0, box[1] - 2)];
    const [x1, y1] = [Math.min(page.widthPx, box[2] + 2), Math.min(page.heightPx, box[3] + 2)];
    for (let y = y0; y < y1; y++) data.fill(WHITE, y * page.widthPx + x0, y * page.widthPx + x1);
  }
  return { ...page, data };
}

/** A solid dark stretch along the border; rules and letters that touch it are mostly white within their box. */
function isEdge({ box, area }: Component, { widthPx, heightPx }: GreyPicture): boolean {
  const near = Math.max(1, Math.round(widthPx * BORDER_SHARE));
  const touches = box[0] <= near || box[1] <= near || box[2] >= widthPx - near || box[3] >= heightPx - near;
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  const isLong = Math.max(width, height) >= widthPx * LEAST_EDGE_SHARE;
  // A bright band across would be wiped out with a frame around the whole page.
  const isFrame = width > widthPx / 2 && height > heightPx / 2;
  return touches && isLong && !isFrame && area >= width * height * SOLID;
}

/** A disc in the outer part of the page: as wide as high, filled as a circle is, larger than a letter's dot. */
function isHole({ box, area }: Component, { widthPx, heightPx }: GreyPicture): boolean {
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  const size = (width + height) / 2;
  if (size < widthPx * LEAST_HOLE_SHARE || size > widthPx * MOST_HOLE_SHARE) return false;
  const isRound =
    Math.abs(width - height) <= size * 0.12 && Math.abs(area / (width * height) - DISC_FILL) < 0.07;
  const reach = widthPx * PUNCH_SHARE;
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return isRound && (x < reach || x > widthPx - reach || y < reach || y > heightPx - reach);
}
