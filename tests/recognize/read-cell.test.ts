import { expect, test } from "vitest";
import type { Box } from "../../src/model/place.ts";
import type { InkLine } from "../../src/recognize/find-lines.ts";
import type { LineCrop } from "../../src/recognize/line-crop.ts";
import { readCell } from "../../src/recognize/read-cell.ts";
import type { LineReader } from "../../src/recognize/readers/reader.ts";
import { charsOf } from "../support/read-line.ts";

const CELL: Box = [10, 42, 190, 120];
/** The first line stands over the rule above its cell, the second clear of all rules. */
const LINES: InkLine[] = [
  { box: [20, 36, 180, 60], textHeightPx: 24 },
  { box: [20, 70, 180, 94], textHeightPx: 24 },
];
const RULE: Box = [0, 40, 200, 42];

function pageWith(isRuled: boolean) {
  const data = new Uint8Array(200 * 140).fill(255);
  const draw = ([x0, y0, x1, y1]: Box): void => {
    for (let y = y0; y < y1; y++) data.fill(0, y * 200 + x0, y * 200 + x1);
  };
  for (const { box } of LINES) for (let x = 20; x < 180; x += 28) draw([x, box[1], x + 4, box[3]]);
  if (isRuled) draw(RULE);
  return { widthPx: 200, heightPx: 140, data };
}

/** Whether a black line runs through the whole width of a crop. */
function hasRule({ grey: { widthPx, heightPx, data }, marginPx }: LineCrop): boolean {
  for (let y = 0; y < heightPx; y++) {
    const row = data.subarray(y * widthPx + marginPx, (y + 1) * widthPx - marginPx);
    if (row.every((level) => level < 190)) return true;
  }
  return false;
}

const reader = (name: string): LineReader => ({
  name,
  readLine: async (crop) => ({
    reader: name,
    chars: charsOf(hasRule(crop) ? "带线文字读出" : "无线文字读出"),
  }),
});

const readWith = async (network: LineReader | null) => {
  const readers = { first: reader("first"), second: null, network, figures: null };
  const read = await readCell({ bare: pageWith(false), ruled: pageWith(true) }, LINES, CELL, readers);
  return read.map(({ text, readers: names }) => [text, names[0]]);
};

test("a line over a rule is read with the rule left in, by the reader that reads through it; others without", async () => {
  expect(await readWith(reader("network"))).toEqual([
    ["带线文字读出", "network"],
    ["无线文字读出", "network"],
  ]);
});

test("where there is no such reader it is read without the rule, like all others", async () => {
  expect(await readWith(null)).toEqual([
    ["无线文字读出", "first"],
    ["无线文字读出", "first"],
  ]);
});
