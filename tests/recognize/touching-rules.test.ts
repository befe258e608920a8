import { expect, test } from "vitest";
import type { LineReader, Readers } from "../../src/recognize/readers/reader.ts";
import { recognizePage } from "../../src/recognize/recognize-page.ts";
import { CHAR_PX, fill, LEFT, PITCH, pageOfTexts, readerOf, TOP } from "../support/ink-page.ts";

const TEXTS = ["田".repeat(14), "田".repeat(4), "田".repeat(14)];

/** A table of a row for each text; the rule below the second one stands right at its characters' feet. */
function ruledPage(isTight: boolean) {
  const page = pageOfTexts(TEXTS);
  const [left, right] = [LEFT - 20, LEFT + 30 * 14 + 20];
  const foot = (row: number): number => TOP + row * PITCH + CHAR_PX;
  const ys = [TOP - 14, foot(0) + 10, isTight ? foot(1) + 1 : foot(1) + 10, foot(2) + 14];
  for (const y of ys) fill(page, [left, y, right + 2, y + 2], 0);
  for (const x of [left, right]) fill(page, [x, ys[0], x + 2, ys[3] + 2], 0);
  return page;
}

async function disturbedRows(isTight: boolean): Promise<boolean[]> {
  const first: LineReader = readerOf("first", TEXTS);
  const readers: Readers = {
    first,
    second: null,
    network: null,
    figures: null,
    names: [first.name],
    close: async () => undefined,
  };
  const pixels = { ...ruledPage(isTight), channels: 1 as const };
  const { page } = await recognizePage(
    { pageNumber: 1, pixels, dpi: 200, layer: [], isPicture: true },
    readers,
  );
  const tables = page.blocks.filter((block) => block.kind === "table");
  return tables.flatMap(({ cells }) =>
    cells.flatMap(({ lines }) => lines.map((line) => line.disturbed.length > 0)),
  );
}

test("text that touches a rule of its cell is disturbed, so that no figure of it is believed unproven", async () => {
  expect(await disturbedRows(true)).toEqual([false, true, false]);
  expect(await disturbedRows(false)).toEqual([false, false, false]);
});

/** A table of two rows, its first of two lines, of which the second reaches over the rule and is read as `over`. */
async function readOver(over: string) {
  const page = pageOfTexts(TEXTS);
  const [left, right] = [LEFT - 20, LEFT + 30 * 14 + 20];
  const ys = [TOP - 14, TOP + PITCH + CHAR_PX - 8, TOP + 2 * PITCH + CHAR_PX + 14];
  for (const y of ys) fill(page, [left, y, right + 2, y + 2], 0);
  for (const x of [left, right]) fill(page, [x, ys[0], x + 2, ys[2] + 2], 0);
  const first = readerOf("first", TEXTS);
  const network = readerOf("network", [TEXTS[0], over, TEXTS[2]]);
  const readers: Readers = {
    first,
    second: null,
    network,
    figures: null,
    names: [first.name, network.name],
    close: async () => undefined,
  };
  const pixels = { ...page, channels: 1 as const };
  const read = await recognizePage({ pageNumber: 1, pixels, dpi: 200, layer: [], isPicture: true }, readers);
  const lines = read.page.blocks.flatMap((block) =>
    block.kind === "table" ? block.cells.flatMap((cell) => cell.lines) : [],
  );
  return {
    problems: read.page.problems.map(({ code }) => code),
    lines: lines.map(({ text, disturbed }) => [text.length, disturbed.length > 0]),
  };
}

test("of a line over a rule that nobody makes out it is told, and what else its cell holds is disturbed", async () => {
  expect(await readOver("")).toEqual({
    problems: ["unread-ink"],
    lines: [
      [14, true],
      [14, false],
    ],
  });
  expect(await readOver(TEXTS[1])).toEqual({
    problems: [],
    lines: [
      [14, false],
      [4, true],
      [14, false],
    ],
  });
});
