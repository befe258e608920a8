import type { Layout } from "./find-layout.ts";
import { readByNetwork } from "./read-crop.ts";
import type { LineReader } from "./readers/reader.ts";
import { reachesOver } from "./text-over-rules.ts";

/** Asks a network for the lines of a page that it will be asked for, but those that are read with their rules. */
export function readAhead({ grey, lines, grids }: Layout, network: LineReader): void {
  const inCells = grids.flatMap(({ grid, cells }) =>
    cells.flatMap((own, at) => own.filter(({ box }) => !reachesOver(box, grid.cells[at].box))),
  );
  for (const line of [...lines, ...inCells]) readByNetwork(network, grey, line);
}
