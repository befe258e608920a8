import { extractContents } from "../../../src/extract/index.ts";
import type { Problem } from "../../../src/model/finding.ts";
import type { Box } from "../../../src/model/place.ts";
import type { RecognizedLine, RecognizedPage } from "../../../src/model/recognized.ts";
import { normalizeScan } from "../../../src/normalize/index.ts";
import { findBlocks } from "../../../src/recognize/find-blocks.ts";
import type { Layout } from "../../../src/recognize/find-layout.ts";
import type { InkLine } from "../../../src/recognize/find-lines.ts";
import { uprightsToProblems } from "../../../src/recognize/lone-uprights.ts";
import type { ShownPage } from "./photograph.ts";

/** What is told of a page whose every line is read as it was set, each where the layout found it. */
export function problemsTold(layout: Layout, shown: ShownPage): Problem[] {
  const { widthPx, heightPx } = layout.grey;
  const tables = layout.grids.map(({ grid, cells }) => ({
    kind: "table" as const,
    box: grid.box,
    columnEdgesPx: grid.columnEdgesPx,
    rowEdgesPx: grid.rowEdgesPx,
    cells: grid.cells.map((cell, at) => ({
      ...cell,
      lines: cells[at].map((line) => asRead(line, shown.chars)),
    })),
  }));
  const lines = layout.lines.map((line) => ({
    line: asRead(line, shown.chars),
    textHeightPx: line.textHeightPx,
  }));
  const text = findBlocks(
    lines,
    heightPx,
    tables.map(({ box }) => box),
  );
  const blocks: RecognizedPage["blocks"] = [...text, ...tables].sort((a, b) => a.box[1] - b.box[1]);
  const page: RecognizedPage = {
    pageNumber: 1,
    widthPx,
    heightPx,
    dpi: 200,
    turnedDeg: 0,
    skewDeg: 0,
    textSource: "ocr",
    blocks,
    seals: [],
    problems: [],
  };
  const read = extractContents(normalizeScan({ readers: ["as set"], outline: [], pages: [page] }));
  return [...uprightsToProblems(layout.loneUprights, 1), ...read.problems];
}

/** In heights of a line: so far above or below it a character's middle may stand, as the page was skewed. */
const SLACK = 0.15;

function asRead({ box }: InkLine, chars: ShownPage["chars"]): RecognizedLine {
  const [x0, y0, x1, y1] = box;
  const slack = SLACK * (y1 - y0);
  const isInside = ([left, top, right, bottom]: Box): boolean => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return x >= x0 - slack && x < x1 + slack && y >= y0 - slack && y < y1 + slack;
  };
  const own = chars.filter((char) => isInside(char.box)).sort((a, b) => a.box[0] - b.box[0]);
  const text = own.map(({ char }) => char).join("");
  return {
    box,
    text,
    confidences: own.map(() => 99),
    edgesPx:
      own.length === 0
        ? []
        : [...own.map((char) => Math.round(char.box[0])), Math.round(own[own.length - 1].box[2])],
    readers: ["as set"],
    rivals: [],
    disturbed: [],
  };
}
