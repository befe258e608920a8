import type { Problem } from "../model/finding.ts";
import { type Box, boxHeight, boxWidth, sharedArea, unionOfBoxes } from "../model/place.ts";

/** So many uprights from one height to one height are a table's. */
const LEAST = 3;
/** In text heights: strokes are no longer, streaks of a scanner are longer; ends of rules of one table differ by less; no column is narrower. */
const SHORTEST = 4;
const LONGEST = 40;
const SAME_END = 0.6;
const NARROWEST = 1.2;

/** The places where upright rules of no table stand beside one another as those between a table's columns do. */
export function findLoneUprights(
  loneRules: readonly Box[],
  tables: readonly Box[],
  textHeightPx: number,
): Box[] {
  const uprights = loneRules
    .filter((box) => {
      const height = boxHeight(box) / textHeightPx;
      const isLong = height >= SHORTEST && height <= LONGEST && boxWidth(box) < boxHeight(box) / 4;
      return isLong && !tables.some((table) => sharedArea(table, box) > 0);
    })
    .sort((a, b) => a[0] - b[0]);
  const groups: Box[][] = [];
  for (const box of uprights) {
    const group = groups.find((own) => {
      const last = own[own.length - 1];
      const apart = [1, 3].map((side) => Math.abs(own[0][side] - box[side]));
      return Math.max(...apart) <= SAME_END * textHeightPx && box[0] - last[2] >= NARROWEST * textHeightPx;
    });
    if (group) group.push(box);
    else groups.push([box]);
  }
  return groups
    .filter(({ length }) => length >= LEAST)
    .map(unionOfBoxes)
    .filter((place) => !isFramed(place, loneRules, textHeightPx));
}

/** Whether level rules end uprights above and below: frames side by side, with round corners at times. */
function isFramed([x0, y0, x1, y1]: Box, loneRules: readonly Box[], textHeightPx: number): boolean {
  return [y0, y1].every((end) =>
    loneRules.some((rule) => {
      const isLevel = boxWidth(rule) > 4 * boxHeight(rule) && rule[0] < x1 && rule[2] > x0;
      return isLevel && Math.abs((rule[1] + rule[3]) / 2 - end) <= textHeightPx;
    }),
  );
}

export const uprightsToProblems = (places: readonly Box[], pageNumber: number): Problem[] =>
  places.map((box) => ({
    code: "ambiguous-grid",
    pageNumber,
    box,
    message: {
      zh: "此处几条竖线并列，似为表格，但行列未能辨明，只按文字行读出，请核对原件",
      en: "upright rules stand side by side here as in a table, whose rows and columns couldn't be told; it was read as lines of text; check the page",
    },
  }));
