import type { Box } from "../../../src/model/place.ts";
import { cleanPicture } from "../../../src/recognize/clean-picture.ts";
import { findLayout, type Layout, layFlat } from "../../../src/recognize/find-layout.ts";
import type { Place } from "./kind.ts";
import type { ShownCell, ShownPage } from "./photograph.ts";

export interface Judgement {
  layout: Layout;
  layoutMs: number;
  /** What went wrong, a line each. */
  faults: string[];
}

/** Lays out the scan of a page and compares grids, where each cell's lines stand, and the lines beside tables. */
export function judgeLayout(shown: ShownPage, scan: ShownPage["picture"]): Judgement {
  const { grey } = cleanPicture({ widthPx: scan.width, heightPx: scan.height, channels: 1, data: scan.data });
  const from = performance.now();
  const layout = findLayout(layFlat(grey).grey);
  const layoutMs = performance.now() - from;
  const found = layout.grids.map(({ grid }) => grid);
  const faults: string[] = [];
  const sizes = found.map(
    ({ rowEdgesPx, columnEdgesPx, cells }) =>
      `${rowEdgesPx.length - 1}×${columnEdgesPx.length - 1} (${cells.length})`,
  );
  if (found.length !== shown.tables.length)
    faults.push(`${shown.tables.length} tables found as ${sizes.join(", ") || "nothing"}`);
  for (const [nth, drawn] of shown.tables.entries()) {
    const table = found.length === shown.tables.length ? layout.grids[nth] : undefined;
    if (!table) continue;
    const cells = shown.isUnparted ? asParted(drawn, table) : drawn;
    if (told(table.grid.cells) === told(cells)) {
      faults.push(...cells.flatMap((cell) => faultsOf(cell, table)));
      continue;
    }
    const rows = Math.max(...cells.map(({ row, rowSpan }) => row + rowSpan));
    const columns = Math.max(...cells.map(({ column, columnSpan }) => column + columnSpan));
    faults.push(`table ${nth + 1}, ${rows}×${columns} (${cells.length}), found as ${sizes[nth]}`);
  }
  for (const { text, box } of shown.lines) {
    const isInside = found.some((grid) => holds(grid.box, box));
    const isSeen = layout.lines.some((line) => holds(line.box, box));
    if (isInside) faults.push(`a line beside tables is in one: ${text}`);
    else if (!isSeen) faults.push(`a line beside tables is lost: ${text}`);
  }
  return { layout, layoutMs, faults };
}

/** The cells as drawn, but a name over a whole row parted as found, where one of those cells holds all of it, and the others nothing. */
function asParted(drawn: readonly ShownCell[], { grid, cells }: Layout["grids"][number]): ShownCell[] {
  const columns = Math.max(...drawn.map(({ column, columnSpan }) => column + columnSpan));
  return drawn.flatMap((name): ShownCell[] => {
    const found = grid.cells.filter(({ row, rowSpan }) => row === name.row && rowSpan === 1);
    const holding = found.filter((cell) => name.lines.some((line) => holds(cell.box, line)));
    const isSeen = found.filter((cell) => cells[grid.cells.indexOf(cell)].length > 0);
    if (name.columnSpan < columns || found.length !== columns || holding.length !== 1) return [name];
    if (isSeen.length !== 1 || isSeen[0] !== holding[0]) return [name];
    return found.map((cell) => ({ ...cell, text: name.text, lines: cell === holding[0] ? name.lines : [] }));
  });
}

/** Which of a cell's lines lie in another cell, or are not seen in it. */
function faultsOf(cell: ShownCell, { grid, cells }: Layout["grids"][number]): string[] {
  const at = grid.cells.findIndex(({ row, column }) => row === cell.row && column === cell.column);
  const lost = cell.lines.filter((line) => at < 0 || !holds(grid.cells[at].box, line));
  const unread = cell.lines.filter((line) => at < 0 || !cells[at].some(({ box }) => holds(box, line)));
  return [
    ...(lost.length > 0 ? [`${placeToText(cell)} lacks ${lost.length} of its lines`] : []),
    ...(unread.length > 0 ? [`${placeToText(cell)}: ${unread.length} of its lines not seen`] : []),
  ];
}

const placeToText = ({ row, column, rowSpan, columnSpan }: Place): string =>
  `${row},${column}+${rowSpan}x${columnSpan}`;

const told = (places: readonly Place[]): string =>
  [...places]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(placeToText)
    .join(" ");

/** Whether a line's middle lies in a box. */
function holds([x0, y0, x1, y1]: Box, line: ShownCell["lines"][number]): boolean {
  const [x, y] = [(line[0] + line[2]) / 2, (line[1] + line[3]) / 2];
  return x >= x0 && x < x1 && y >= y0 && y < y1;
}
