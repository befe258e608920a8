import type { Box } from "../model/place.ts";
import type { RecognizedLine } from "../model/recognized.ts";
import type { GreyPicture } from "./clean-picture.ts";
import type { InkLine } from "./find-lines.ts";
import { onceFor } from "./once-for.ts";
import { placeChars } from "./place-chars.ts";
import { readByNetwork } from "./read-crop.ts";
import { readLines } from "./read-lines.ts";
import { readTurnedCell } from "./read-turned-cell.ts";
import type { LineReader, PageReaders } from "./readers/reader.ts";
import { settleBrackets } from "./settle/settle-brackets.ts";
import { settleMarks } from "./settle/settle-marks.ts";
import { reachesOver } from "./text-over-rules.ts";
import { voteLine } from "./vote.ts";

/** The two pictures of a page: one without its rules, and the one they are taken from. */
export interface CellPictures {
  bare: GreyPicture;
  ruled: GreyPicture;
}

/**
 * A cell's lines, upright or on their side.
 * What is printed over a rule loses strokes with it. The network reads through a rule, others do not: it reads such
 * lines alone, with the rule left in, but paler than print. Of 175 such lines it read 115 right without their rules,
 * 157 with them, and 161 with pale ones.
 */
export async function readCell(
  pictures: CellPictures,
  lines: readonly InkLine[],
  cell: Box,
  readers: PageReaders,
): Promise<RecognizedLine[]> {
  const { bare } = pictures;
  const { network } = readers;
  const isOver = ({ box }: InkLine): boolean => reachesOver(box, cell);
  if (network === null || !lines.some(isOver))
    return readTurnedCell(bare, lines, await readLines(bare, lines, readers), readers);
  const [clear, over] = await Promise.all([
    readLines(
      bare,
      lines.filter((line) => !isOver(line)),
      readers,
    ),
    Promise.all(lines.filter(isOver).map((line) => readThrough(withPaleRules(pictures), line, network))),
  ]);
  const [nextClear, nextOver] = [clear.values(), over.values()];
  return lines.flatMap((line) => (isOver(line) ? nextOver : nextClear).next().value ?? []);
}

/** Darker than paper, lighter than any stroke. */
const PALE = 155;

/** A page's picture with its rules pale; strokes that cross them are as dark as elsewhere. */
const withPaleRules = onceFor(({ bare, ruled }: CellPictures): GreyPicture => {
  const data = bare.data.slice();
  for (let at = 0; at < data.length; at++)
    if (data[at] === WHITE && ruled.data[at] < WHITE) data[at] = Math.max(PALE, ruled.data[at]);
  return { ...bare, data };
});

const WHITE = 255;

async function readThrough(ruled: GreyPicture, line: InkLine, network: LineReader): Promise<RecognizedLine> {
  const seen = await readByNetwork(network, ruled, line);
  const placed = placeChars(voteLine(line.box, seen, null), ruled, line.textHeightPx);
  const marked = settleMarks(placed, ruled, line.textHeightPx);
  // A mark's ink runs into the rule, and may pass for none.
  return settleBrackets(marked.text.length === placed.text.length ? marked : placed, ruled);
}
