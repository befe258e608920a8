import { describe, expect, test } from "vitest";
import type { Box } from "../../src/model/place.ts";
import type { RecognizedPage } from "../../src/model/recognized.ts";
import { unreadToProblems } from "../../src/recognize/audit-ink.ts";
import type { GreyPicture } from "../../src/recognize/clean-picture.ts";
import type { LineReader, Readers } from "../../src/recognize/readers/reader.ts";
import { recognizePage } from "../../src/recognize/recognize-page.ts";
import { CHAR_PX, fill, pageOfTexts, rowOf, WIDE_STEP as STEP } from "../support/ink-page.ts";

const LINES = 20;
const TEXTS: readonly string[] = Array.from({ length: LINES }, () => "田".repeat(18));

/** A page of lines of hollow squares; `also` draws more. */
function drawPage(also: (page: GreyPicture) => void = () => undefined): GreyPicture {
  const page = pageOfTexts(TEXTS);
  also(page);
  return page;
}

/** Reads every line but those it loses; `again` counts from which time on it sees them after all. */
function readerThatLoses(lost: readonly number[], again = Number.POSITIVE_INFINITY): LineReader {
  const asked = new Map<number, number>();
  return {
    name: "loses lines",
    async readLine({ box }) {
      const row = rowOf(box);
      const times = (asked.get(row) ?? 0) + 1;
      asked.set(row, times);
      if (lost.includes(row) && times < again) return { reader: "loses lines", chars: [] };
      const count = Math.max(1, Math.round((box[2] - box[0]) / STEP));
      const chars = Array.from({ length: count }, (_, i) => ({
        text: "田",
        confidence: 97,
        x0: box[0] + i * STEP,
        x1: box[0] + i * STEP + CHAR_PX,
      }));
      return { reader: "loses lines", chars };
    },
  };
}

async function read(page: GreyPicture, first: LineReader): Promise<RecognizedPage> {
  const readers: Readers = {
    first,
    second: null,
    network: null,
    figures: null,
    names: [first.name],
    close: async () => undefined,
  };
  const pixels = { ...page, channels: 1 as const };
  const scanned = { pageNumber: 3, pixels, dpi: 200, layer: [], isPicture: true };
  return (await recognizePage(scanned, readers)).page;
}

const linesOf = (page: RecognizedPage) =>
  page.blocks.flatMap((block) =>
    block.kind === "text" ? block.lines : block.cells.flatMap((cell) => cell.lines),
  );

describe("ink that no reading accounts for", () => {
  test("a page read whole has no problems", async () => {
    const page = await read(drawPage(), readerThatLoses([]));
    expect(linesOf(page)).toHaveLength(LINES);
    expect(page.problems).toEqual([]);
  });

  test("a line that the readers lose is told with its place", async () => {
    const page = await read(drawPage(), readerThatLoses([7]));
    expect(page.problems).toHaveLength(1);
    const [{ code, pageNumber, box, message }] = page.problems;
    expect(code).toBe("unread-ink");
    expect(pageNumber).toBe(3);
    expect(box && rowOf(box)).toBe(7);
    expect(message.zh).toContain("第 3 页");
    expect(message.en).toContain("page 3");
  });

  test("a line made out on the second look is read, in its place, and is no problem", async () => {
    const page = await read(drawPage(), readerThatLoses([7], 2));
    expect(page.problems).toEqual([]);
    expect(linesOf(page).map(({ box }) => rowOf(box))).toEqual(Array.from({ length: LINES }, (_, i) => i));
  });

  test.each<[string, (page: GreyPicture) => void]>([
    [
      "specks",
      (page) => {
        for (let at = 0; at < 60; at++) {
          const [x, y] = [20 + ((at * 137) % 760), 20 + ((at * 211) % 1260)];
          fill(page, [x, y, x + 3, y + 3], 0);
        }
      },
    ],
    ["a blank to be filled in", (page) => fill(page, [250, 1220, 500, 1223], 0)],
    ["a blot", (page) => fill(page, [600, 1210, 630, 1240], 0)],
    ["the rest of a rule", (page) => fill(page, [700, 300, 703, 345], 0)],
  ])("%s are none", async (_, also) => {
    const page = await read(drawPage(also), readerThatLoses([]));
    expect(page.problems).toEqual([]);
  });
});

test("what lies near each other is told once, a flood as one place", () => {
  const near: Box[] = [
    [100, 100, 150, 120],
    [170, 105, 230, 125],
    [100, 900, 150, 920],
  ];
  expect(unreadToProblems(near, 20, 1).map(({ box }) => box)).toEqual([
    [100, 100, 230, 125],
    [100, 900, 150, 920],
  ]);
  const flood = Array.from({ length: 30 }, (_, i): Box => [50, i * 100, 90, i * 100 + 20]);
  expect(unreadToProblems(flood, 20, 1)).toHaveLength(1);
});
