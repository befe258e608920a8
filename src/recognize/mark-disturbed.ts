import { type Box, boxHeight, boxWidth, sharedArea } from "../model/place.ts";
import type { RecognizedLine, TableBlock, TextBlock } from "../model/recognized.ts";

/** Marks the characters that lie under a seal. */
export function markUnderSeals(block: TableBlock | TextBlock, seals: readonly Box[]): TableBlock | TextBlock {
  if (seals.length === 0) return block;
  if (block.kind === "text")
    return { ...block, lines: block.lines.map((line) => disturbedLine(line, seals)) };
  const cells = block.cells.map((cell) => ({
    ...cell,
    lines: cell.lines.map((line) => disturbedLine(line, seals)),
  }));
  return { ...block, cells };
}

/** Nearer to a cell's side than this, ink hangs together with the rule there, and went with it in part. */
const TOUCHING_PX = 1;

/** Marks the lines of cells that touch a rule: a point on it is erased with it, and a digit may lose a stroke. */
export function markTouching(table: TableBlock): TableBlock {
  const touches = ([x0, y0, x1, y1]: Box, [left, top, right, bottom]: Box): boolean =>
    Math.min(x0 - left, y0 - top, right - x1, bottom - y1) <= TOUCHING_PX;
  const cells = table.cells.map((cell) => ({
    ...cell,
    lines: cell.lines.map((line) => (touches(line.box, cell.box) ? disturbedWhole(line) : line)),
  }));
  return { ...table, cells };
}

/** Marks the lines of cells in which ink went unread: what a figure's line lacks may be its end, or its per cent sign. */
export function markBesideUnread(table: TableBlock, unread: readonly Box[]): TableBlock {
  const isUnread = (cell: Box): boolean =>
    unread.some((box) => sharedArea(box, cell) > 0.5 * boxWidth(box) * boxHeight(box));
  const cells = table.cells.map((cell) =>
    isUnread(cell.box) ? { ...cell, lines: cell.lines.map(disturbedWhole) } : cell,
  );
  return { ...table, cells };
}

const disturbedWhole = (line: RecognizedLine): RecognizedLine => ({
  ...line,
  disturbed: [[0, line.text.length]],
});

function disturbedLine(line: RecognizedLine, seals: readonly Box[]): RecognizedLine {
  if (line.disturbed.length > 0) return line;
  const disturbed: [number, number][] = [];
  for (let i = 0; i < line.text.length; i++) {
    const box: Box = [
      line.edgesPx[i],
      line.box[1],
      Math.max(line.edgesPx[i] + 1, line.edgesPx[i + 1]),
      line.box[3],
    ];
    if (!seals.some((seal) => sharedArea(seal, box) > 0)) continue;
    const last = disturbed.at(-1);
    if (last && last[1] === i) last[1] = i + 1;
    else disturbed.push([i, i + 1]);
  }
  return { ...line, disturbed };
}
