import { setImmediate as othersTurn } from "node:timers/promises";
import type { Pixels } from "../model/picture.ts";
import { type Box, boxHeight, boxWidth, unionOfBoxes } from "../model/place.ts";
import { cleanPicture, type GreyPicture } from "./clean-picture.ts";
import { eraseEdgeMarks } from "./edge-marks.ts";
import { findLayout, layFlat } from "./find-layout.ts";
import { straightenPoint } from "./find-skew.ts";
import { findTurn, standsUpright, type Turn, turnGrey } from "./find-turn.ts";
import { readAhead } from "./read-ahead.ts";
import type { PageReaders } from "./readers/reader.ts";

/** A page's picture as it is read, and where on it things of the page as scanned lie. */
export interface Sheet {
  grey: GreyPicture;
  turnedDeg: Turn;
  skewDeg: number;
  /** Red seals, on the sheet. */
  seals: Box[];
  /** A box of the page as scanned, keeping its size about its middle. */
  toSheet(box: Box): Box;
}

/** A page that was drawn stands as it is meant to. */
export function sheetAsDrawn(pixels: Pixels): Sheet {
  const { grey, seals } = cleanPicture(pixels);
  return { grey, turnedDeg: 0, skewDeg: 0, seals, toSheet: (box) => box };
}

/**
 * A scanned page without the scanner's edges, put upright and laid flat. Where the network will read it all, it is given
 * its lines while it is still to be seen whether the page stands upright, as most do: else it would wait for that while
 * the program lays out the next pages. Between its steps other pages have their turn: what readers have answered for them
 * is handed on, so that no reader waits for a whole page to be laid out.
 */
export async function sheetLaidFlat(
  pixels: Pixels,
  { first, network }: Pick<PageReaders, "first" | "network">,
  isReadByNetwork = false,
): Promise<Sheet> {
  const lit = cleanPicture(pixels);
  await othersTurn();
  const clean = eraseEdgeMarks(lit.grey);
  // Most pages stand upright, and what is looked at to see so is then what is read.
  const flat = layFlat(clean);
  await othersTurn();
  // Found once, and remembered.
  if (network !== null) findLayout(flat.grey);
  await othersTurn();
  const seenUpright = network !== null && standsUpright(flat.grey, network);
  if (network !== null && isReadByNetwork) readAhead(findLayout(flat.grey), network);
  const isUpright = await seenUpright;
  const turnedDeg = isUpright ? 0 : await findTurn(clean, first);
  const upright = turnGrey(clean, turnedDeg);
  const { grey, skewDeg } = turnedDeg === 0 ? flat : layFlat(upright);
  // Their sizes alone: a page's pictures before this one need not lie in memory for as long as it is read.
  const [sizeBefore, size] = [sizeOf(clean), sizeOf(upright)];
  const toSheetPoint = (x: number, y: number): [number, number] =>
    straightenPoint(...turnPoint(x, y, sizeBefore, turnedDeg), size, skewDeg);
  return {
    grey,
    turnedDeg,
    skewDeg,
    seals: lit.seals.map((seal) => aroundCorners(seal, toSheetPoint)),
    toSheet(box) {
      const [x, y] = toSheetPoint((box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
      const isOnSide = turnedDeg === 90 || turnedDeg === 270;
      const [width, height] = isOnSide ? [boxHeight(box), boxWidth(box)] : [boxWidth(box), boxHeight(box)];
      const [x0, y0] = [Math.round(x - width / 2), Math.round(y - height / 2)];
      return [x0, y0, x0 + width, y0 + height];
    },
  };
}

type Size = Pick<GreyPicture, "widthPx" | "heightPx">;

const sizeOf = ({ widthPx, heightPx }: GreyPicture): Size => ({ widthPx, heightPx });

function aroundCorners(box: Box, toPoint: (x: number, y: number) => [number, number]): Box {
  const corners = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[0], box[3]],
    [box[2], box[3]],
  ].map(([x, y]): Box => {
    const [px, py] = toPoint(x, y).map((at) => Math.max(0, Math.round(at)));
    return [px, py, px, py];
  });
  return unionOfBoxes(corners);
}

function turnPoint(x: number, y: number, { widthPx, heightPx }: Size, turnedDeg: Turn): [number, number] {
  if (turnedDeg === 90) return [heightPx - y, x];
  if (turnedDeg === 180) return [widthPx - x, heightPx - y];
  return turnedDeg === 270 ? [y, widthPx - x] : [x, y];
}
