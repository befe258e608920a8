import type { Random } from "../../fixtures/make/random.ts";
import type { Place } from "../../src/model/place.ts";
import type { RecognizedLine, RecognizedScan } from "../../src/model/recognized.ts";

/**
 * What becomes of a figure between paper and record.
 * alike: all readers see the same wrong thing, surely or hardly · one: one of two sees it · apart: each sees another wrong thing.
 */
export type Manner = "alike, sure" | "alike, hardly" | "one" | "apart";

const CONFUSED: Record<string, string> = {
  "0": "689",
  "1": "74",
  "2": "73",
  "3": "85",
  "4": "19",
  "5": "63",
  "6": "085",
  "7": "12",
  "8": "306",
  "9": "40",
};
const NUMERALS = "壹贰叁肆伍陆柒捌玖";
const ALIKE: Record<string, string> = { 佰: "伯拾", 仟: "什佰", 拾: "抬佰", 万: "方", 整: "整", 零: "雾" };

/** Puts something wrong in the place of what a reader saw of the figure at a place; tells what, or null where nothing fits. */
export function misreadAt(random: Random, scan: RecognizedScan, place: Place, manner: Manner): string | null {
  const line = lineAt(scan, place);
  if (!line || line.rivals.length > 0) return null;
  const start = line.edgesPx.findIndex((_, index) => middleOf(line, index) > place.box[0]);
  const after = line.edgesPx.findIndex((_, index) => middleOf(line, index) > place.box[2]);
  const figure = line.text.slice(start, after < 0 ? undefined : after);
  const wrong = misprinted(random, figure);
  if (wrong === null || wrong === figure) return null;
  const other = manner === "apart" ? misprinted(random, figure) : null;
  if (manner === "apart" && (other === null || other === wrong || other === figure)) return null;
  const sure = manner === "alike, sure" ? 95 : manner === "alike, hardly" ? random.int(30, 58) : 70;
  const winner = manner === "one" && random.chance(0.5) ? figure : wrong;
  const loser = manner === "one" ? (winner === figure ? wrong : figure) : other;
  replace(line, start, figure.length, winner, sure);
  if (loser !== null) {
    const rival = { reader: "b", start, length: winner.length, saw: loser, confidence: random.int(40, 90) };
    line.rivals.push(rival);
  }
  return `${figure} → ${winner}${loser === null ? "" : ` / ${loser}`}`;
}

/** The figure as it is misread: one wrong digit, one lost or doubled, a point or comma gone or moved, a wrong or illegible numeral. */
export function misprinted(random: Random, figure: string): string | null {
  const digits = placesOf(figure, /\d/);
  if (digits.length === 0) return misreadCapitals(random, figure);
  const at = random.pick(digits);
  const points = placesOf(figure, /[.]/);
  const commas = placesOf(figure, /,/);
  const put = (index: number, length: number, saw: string): string =>
    figure.slice(0, index) + saw + figure.slice(index + length);
  const ways: (() => string | null)[] = [
    () => put(at, 1, random.pick([...CONFUSED[figure[at]]])),
    () => put(at, 1, random.pick([...CONFUSED[figure[at]]])),
    () => put(at, 1, random.pick([...CONFUSED[figure[at]]])),
    () => (digits.length > 1 ? put(at, 1, "") : null),
    () => put(at, 1, figure[at] + figure[at]),
    () => (points.length > 0 ? put(random.pick(points), 1, "") : null),
    () => (commas.length > 0 ? put(random.pick(commas), 1, random.pick([".", ""])) : null),
    () => (/^[¥￥]/.test(figure) ? put(0, 1, "8") : null),
    () => (/^[¥￥]/.test(figure) ? put(0, 1, "") : null),
  ];
  return random.pick(ways)();
}

function misreadCapitals(random: Random, figure: string): string | null {
  const places = placesOf(figure, /[壹贰叁肆伍陆柒捌玖拾佰仟万零]/u);
  if (places.length === 0) return null;
  const at = random.pick(places);
  const isNumeral = NUMERALS.includes(figure[at]);
  const saw = random.chance(0.3)
    ? random.pick(["?", "口", "", "贷"])
    : random.pick([...(isNumeral ? NUMERALS : (ALIKE[figure[at]] ?? "口"))]);
  return figure.slice(0, at) + saw + figure.slice(at + 1);
}

/** A printed line gone from a paragraph, or a row's cells from a table, as if no reader had seen the ink; null where there is none to lose. */
export function loseLine(random: Random, scan: RecognizedScan, place: Place): string | null {
  const page = scan.pages.find(({ pageNumber }) => pageNumber === place.pageNumber);
  for (const block of page?.blocks ?? []) {
    if (block.kind === "text") {
      const at = block.lines.findIndex((line) => isAt(line, place));
      if (at >= 0 && block.lines.length > 1) return block.lines.splice(at, 1)[0].text;
    } else {
      const cell = block.cells.find(({ lines }) => lines.some((line) => isAt(line, place)));
      if (!cell) continue;
      const isWhole = random.chance(0.5);
      const lost = block.cells.filter((other) => other === cell || (isWhole && other.row === cell.row));
      const text = lost.flatMap(({ lines }) => lines.map((line) => line.text)).join(" | ");
      for (const each of lost) each.lines.length = 0;
      return text;
    }
  }
  return null;
}

/** Two neighbouring lines of a paragraph read in the wrong order. */
export function swapLines(scan: RecognizedScan, place: Place): string | null {
  const page = scan.pages.find(({ pageNumber }) => pageNumber === place.pageNumber);
  for (const block of page?.blocks ?? []) {
    if (block.kind !== "text") continue;
    const at = block.lines.findIndex((line) => isAt(line, place));
    if (at < 0 || at + 1 >= block.lines.length) continue;
    const [first, second] = block.lines.splice(at, 2);
    block.lines.splice(at, 0, second, first);
    return `${first.text} ⇄ ${second.text}`;
  }
  return null;
}

const placesOf = (text: string, sign: RegExp): number[] =>
  [...text].flatMap((char, index) => (sign.test(char) ? [index] : []));

const middleOf = ({ edgesPx }: RecognizedLine, index: number): number =>
  (edgesPx[index] + (edgesPx[index + 1] ?? edgesPx[index] + 1)) / 2;

const isAt = ({ box }: RecognizedLine, place: Place): boolean =>
  box[1] < place.box[3] && box[3] > place.box[1] && box[0] < place.box[2] && box[2] > place.box[0];

function lineAt(scan: RecognizedScan, place: Place): RecognizedLine | null {
  const page = scan.pages.find(({ pageNumber }) => pageNumber === place.pageNumber);
  const lines = (page?.blocks ?? []).flatMap((block) =>
    block.kind === "text" ? block.lines : block.cells.flatMap((cell) => cell.lines),
  );
  return lines.find((line) => isAt(line, place)) ?? null;
}

function replace(line: RecognizedLine, start: number, length: number, saw: string, confidence: number): void {
  const [left, right] = [line.edgesPx[start], line.edgesPx[start + length]];
  const edges = Array.from({ length: saw.length }, (_, index) =>
    Math.round(left + ((right - left) * index) / Math.max(1, saw.length)),
  );
  line.text = line.text.slice(0, start) + saw + line.text.slice(start + length);
  line.edgesPx.splice(start, length, ...edges);
  line.confidences.splice(start, length, ...edges.map(() => confidence));
}
