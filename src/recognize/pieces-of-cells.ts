import { type Box, boxHeight, boxWidth, sharedArea } from "../model/place.ts";
import type { Component } from "./components.ts";

/** What is lower than this share of the text's height and lies on a rule may be the rest of that. */
const LEAST_HEIGHT = 0.55;
/** A character on a rule reaches into the cells beside it with this share of its box at least. */
const LEAST_WITHIN = 0.25;

/**
 * The pieces of a table by its cells, in their order: each goes to the cell its middle lies in. A character whose
 * middle lies on a rule, between the cells, goes to the one that holds most of it: its line may be there alone.
 */
export function piecesOfCells(
  pieces: readonly Component[],
  cells: readonly { box: Box }[],
  textHeightPx: number,
): Component[][] {
  const taken = new Set<Component>();
  const own = cells.map(({ box }) => pieces.filter((piece) => middleIn(piece.box, box)));
  for (const within of own) for (const piece of within) taken.add(piece);
  const placed = own.map((within) => new Set(within));
  for (const piece of pieces) {
    if (taken.has(piece) || boxHeight(piece.box) < LEAST_HEIGHT * textHeightPx) continue;
    const at = mostlyIn(piece.box, cells);
    if (at !== null) placed[at].add(piece);
  }
  return placed.map((within, at) =>
    within.size === own[at].length ? own[at] : pieces.filter((piece) => within.has(piece)),
  );
}

/** The number of the cell that a place's middle lies in, or that holds most of it; null where none holds enough of it. */
export function cellOfPlace(place: Box, cells: readonly { box: Box }[]): number | null {
  const at = cells.findIndex(({ box }) => middleIn(place, box));
  return at < 0 ? mostlyIn(place, cells) : at;
}

function mostlyIn(place: Box, cells: readonly { box: Box }[]): number | null {
  let [best, most] = [-1, LEAST_WITHIN * boxWidth(place) * boxHeight(place)];
  for (const [at, { box }] of cells.entries()) {
    const shared = sharedArea(place, box);
    if (shared > most) [best, most] = [at, shared];
  }
  return best < 0 ? null : best;
}

/** Whether the middle of a place lies in another. */
export function middleIn(box: Box, outer: Box): boolean {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return x >= outer[0] && x < outer[2] && y >= outer[1] && y < outer[3];
}
