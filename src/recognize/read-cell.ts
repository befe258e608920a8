import type { Box } from "../model/place.ts";
import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { InkLine } from "./find-lines.ts";
import { placeChars } from "./place-chars.ts";
import { readByNetwork } from "./read-crop.ts";
import { readLines } from "./read-lines.ts";
import { readTurnedCell } from "./read-turned-cell.ts";
import type { LineReader, PageReaders } from "./readers/reader.ts";
import { settleBrackets } from "./settle/settle-brackets.ts";
import { settleMarks } from "./settle/settle-marks.ts";
import { voteLine } from "./vote.ts";

/** The two pictures of a page: one without its rules, and the one they are taken from. */
export interface CellPictures {
  bare: GreyPicture;
  ruled: GreyPicture;
}

/**
 * A cell's lines, upright or on their side.
 * What is printed over a rule loses strokes with it. The network reads through a rule, others do not: it reads such
 * lines alone, with the rule left in.
 */
export async function readCell(
  { bare, ruled }: CellPictures,
  lines: readonly InkLine[],
  cell: Box,
  readers: PageReaders,
): Promise<RecognizedLine[]> {
  const { network } = readers;
  const isOver = ({ box }: InkLine): boolean => box[1] < cell[1] || box[3] > cell[3];
  if (network === null || !lines.some(isOver))
    return readTurnedCell(bare, lines, await readLines(bare, lines, readers), readers);
  const [clear, over] = await Promise.all([
    readLines(
      bare,
      lines.filter((line) => !isOver(line)),
      readers,
    ),
    Promise.all(lines.filter(isOver).map((line) => readThrough(ruled, line, network))),
  ]);
  const [nextClear, nextOver] = [clear.values(), over.values()];
  return lines.flatMap((line) => (isOver(line) ? nextOver : nextClear).next().value ?? []);
}

async function readThrough(ruled: GreyPicture, line: InkLine, network: LineReader): Promise<RecognizedLine> {
  const seen = await readByNetwork(network, ruled, line);
  const placed = placeChars(voteLine(line.box, seen, null), ruled, line.textHeightPx);
  return settleBrackets(settleMarks(placed, ruled, line.textHeightPx));
}
