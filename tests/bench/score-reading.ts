import type { Truth } from "../../fixtures/make/truth.ts";
import { buildFlow } from "../../src/extract/build-flow.ts";
import type { RecognizedScan } from "../../src/model/recognized.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import { normalizeScan, normalizeText } from "../../src/normalize/index.ts";
import { alignWithin, USED } from "./align-text.ts";

/** How a scan's text compares with what was printed, both as they compare in a record: width, marks and blanks made one. */
export interface ReadingScore {
  chars: number;
  /** Substituted, lost and surplus characters. */
  charsWrong: number;
  /** Figures as printed: runs of digits with their points, and amounts in 大写. */
  numbers: number;
  numbersWrong: number;
  cells: number;
  cellsRight: number;
  /** What went wrong, a line each. */
  faults: string[];
}

export const NO_READING: ReadingScore = {
  chars: 0,
  charsWrong: 0,
  numbers: 0,
  numbersWrong: 0,
  cells: 0,
  cellsRight: 0,
  faults: [],
};

/** Each printed paragraph and cell is looked for in all that was read, longest first; what is left over is surplus. */
export function scoreReading(
  recognized: RecognizedScan,
  record: AgreementRecord,
  truth: Truth,
): ReadingScore {
  const score: ReadingScore = { ...NO_READING, faults: [] };
  let read = bodyOf(recognized);
  const printed = [
    ...truth.paragraphs,
    ...truth.tables.flatMap(({ cells }) => cells.map((cell) => cell.text)),
  ];
  const texts = printed.map(asCompared).filter((text) => text !== "");
  for (const text of texts.sort((a, b) => b.length - a.length)) {
    const { errors, seenAt, start, end } = alignWithin(text, read);
    score.chars += text.length;
    score.charsWrong += Math.min(errors, text.length);
    if (errors > 0) score.faults.push(`${errors} wrong: ${differenceOf(text, read.slice(start, end))}`);
    for (const match of text.matchAll(NUMBER)) {
      score.numbers++;
      const seen = [...seenAt.subarray(match.index, match.index + match[0].length)];
      const isWhole = seen[0] >= 0 && seen.every((at, i) => at === seen[0] + i);
      if (isWhole && read.slice(seen[0], seen[0] + match[0].length) === match[0]) continue;
      score.numbersWrong++;
      score.faults.push(`number: ${match[0]} in ${text.slice(Math.max(0, match.index - 8), match.index)}…`);
    }
    if (errors < text.length) read = read.slice(0, start) + USED.repeat(end - start) + read.slice(end);
  }
  const surplus = read.split(USED).filter((rest) => rest !== "");
  for (const rest of surplus) score.faults.push(`surplus: ${rest}`);
  score.charsWrong += surplus.reduce((sum, rest) => sum + rest.length, 0);
  scoreCells(record, truth, score);
  return score;
}

const NUMBER = /\d[\d.,]*\d%?|\d%?|[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]{4,}/g;

const bare = (text: string): string => text.replace(/\s/g, "");
const asCompared = (text: string): string => bare(normalizeText(text));

function bodyOf(recognized: RecognizedScan): string {
  const { flow } = buildFlow(normalizeScan(recognized));
  const texts = flow.flatMap((item) =>
    item.kind === "paragraph" ? [item.content.text] : item.cells.map((cell) => cell.content.text),
  );
  return bare(texts.join(""));
}

/** Both texts with what they share at either end left out. */
function differenceOf(text: string, seen: string): string {
  let start = 0;
  while (start < text.length && text[start] === seen[start]) start++;
  let end = 0;
  const most = Math.min(text.length, seen.length) - start;
  while (end < most && text[text.length - 1 - end] === seen[seen.length - 1 - end]) end++;
  const from = Math.max(0, start - 6);
  const shown = (whole: string): string => whole.slice(from, whole.length - end + 3);
  return `${shown(text)} → ${shown(seen)}`;
}

function scoreCells(record: AgreementRecord, truth: Truth, score: ReadingScore): void {
  for (const [index, table] of truth.tables.entries()) {
    const found = new Map(record.tables[index]?.cells.map((cell) => [placeOf(cell), bare(cell.text.value)]));
    score.cells += table.cells.length;
    for (const cell of table.cells) {
      const seen = found.get(placeOf(cell));
      if (seen === asCompared(cell.text)) score.cellsRight++;
      else
        score.faults.push(
          `cell ${index + 1}/${placeOf(cell)}: ${asCompared(cell.text)} → ${seen ?? "(none)"}`,
        );
    }
  }
}

const placeOf = ({
  row,
  column,
  rowSpan,
  columnSpan,
}: Truth["tables"][number]["cells"][number] | Cell): string => `${row},${column}+${rowSpan}×${columnSpan}`;

type Cell = AgreementRecord["tables"][number]["cells"][number];
