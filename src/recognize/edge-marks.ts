import type { Box } from "../model/place.ts";
import type { GreyPicture } from "./clean-picture.ts";
import { type Component, findComponents } from "./components.ts";
import { findInk, type InkMask } from "./ink.ts";

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
  const marks = findComponents(ink).filter((component) => isEdge(component, page) || isHole(component, ink));
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
function isHole({ box, area }: Component, ink: InkMask): boolean {
  const { widthPx, heightPx } = ink;
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  const size = (width + height) / 2;
  if (size < widthPx * LEAST_HOLE_SHARE || size > widthPx * MOST_HOLE_SHARE) return false;
  const isRound =
    Math.abs(width - height) <= size * 0.12 && Math.abs(area / (width * height) - DISC_FILL) < 0.1;
  const reach = widthPx * PUNCH_SHARE;
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const isOuter = x < reach || x > widthPx - reach || y < reach || y > heightPx - reach;
  return isRound && isOuter && isDisc(box, ink);
}

const DISC_INK = 0.97;

/** Ink all over inside the circle that fills the box, hardly any in its corners; a blurred character has white in it. */
function isDisc([x0, y0, x1, y1]: Box, ink: InkMask): boolean {
  const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const radius = (x1 - x0 + y1 - y0) / 4;
  const counts = { inside: 0, inked: 0, corner: 0, stray: 0 };
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const distance = Math.hypot(x + 0.5 - cx, y + 0.5 - cy) / radius;
      const isInk = ink.data[y * ink.widthPx + x];
      if (distance < 0.9) {
        counts.inside++;
        counts.inked += isInk;
      } else if (distance > 1.12) {
        counts.corner++;
        counts.stray += isInk;
      }
    }
  }
  return counts.inked >= DISC_INK * counts.inside && counts.stray <= (1 - DISC_INK) * counts.corner + 1;
}
