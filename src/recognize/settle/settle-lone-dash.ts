import type { RecognizedLine, TableBlock } from "../../model/recognized.ts";
import type { GreyPicture } from "../clean-picture.ts";
import { findComponents } from "../components.ts";

/** What readers make of a dash alone in a cell; often nothing. */
const LOOKS_LIKE_DASH = /^(?:[-—–－一丨~～_.·=!！lI|]{1,3}|[-—–－一~～_.·=\s]{2,10}|)$/u;
/** A hairline may be too faint for ink. */
const FAINT_LEVEL = 205;
/** In text heights: how high a dash is at most, how long one is at least, a hyphen at most, and a single dash at most. */
const MOST_HEIGHT = 0.25;
const LEAST_LENGTH = 0.2;
const LONGEST_HYPHEN = 0.62;
const LONGEST_DASH = 1.4;
/** Dashes of a row are of one length but for so much, and lie off each other's line by no more than this, in text heights. */
const LIKE_LENGTH = 1.6;
const OFF_LINE = 0.15;
/** Where two of them run together, they take twice the room of one but for so much. */
const UNEVEN = 0.2;
/** How many times as long as high a dash is at least. */
const LEAST_RATIO = 1.6;
/** The word one has an end that is so many times as thick as its stroke; a blurred dash has none. */
const THICK_END = 1.7;
const LEAST_END_PX = 2;

/**
 * A line that is all of its cell, told by its ink where that is one flat stroke, or several in a row: a short one is a
 * hyphen, a long one of even thickness a dash. Readers take either for 一, which sans-serif type draws nearly alike: what
 * they saw of a long one alone stays as a rival until the cells around tell.
 */
export function settleLoneDash(
  line: RecognizedLine,
  grey: GreyPicture,
  textHeightPx: number,
): RecognizedLine {
  if (!LOOKS_LIKE_DASH.test(line.text) || line.rivals.some(({ saw }) => /[2-9]/.test(saw))) return line;
  const faint = strokesOf(line, grey, FAINT_LEVEL);
  const parted = strokesOf(line, grey, midLevelOf(line, grey)).flatMap(evenly);
  const isParted = parted.length > faint.length && isRow(parted, textHeightPx);
  // 一 may be worn in its middle.
  const mayBeOne = [line.text, ...line.rivals.map(({ saw }) => saw)].some((text) => text.includes("一"));
  const isLonger = faint.length > 1 || (faint[0] && lengthOf(faint[0]) > LONGEST_DASH * textHeightPx);
  const strokes = isParted && (isLonger || !mayBeOne) ? parted : faint;
  if (!isDashes(strokes, textHeightPx)) return line;
  if (strokes.length > 1) return isRow(strokes, textHeightPx) ? asRow(line, strokes, textHeightPx) : line;
  const [stroke] = strokes;
  const length = lengthOf(stroke);
  if (length > 2 * LONGEST_DASH * textHeightPx) return line;
  if (length <= LONGEST_HYPHEN * textHeightPx) return withText(line, ["-"], strokes, []);
  if (hasThickEnd(stroke)) return line;
  if (length > LONGEST_DASH * textHeightPx) return withText(line, ["——"], strokes, []);
  const rival = {
    reader: line.readers[0],
    start: 0,
    length: 1,
    saw: "一",
    confidence: line.confidences[0] ?? 0,
  };
  return withText(line, ["—"], strokes, line.text === "一" ? [rival] : []);
}

interface Stroke {
  x0: number;
  x1: number;
  /** Its middle line. */
  middlePx: number;
  /** How much ink there is in each column from `x0` to `x1`. */
  thicknesses: number[];
}

const lengthOf = ({ x0, x1 }: Stroke): number => x1 - x0;

const isDashes = (strokes: readonly Stroke[], textHeightPx: number): boolean =>
  strokes.length > 0 &&
  strokes.every((stroke) => {
    const [length, height] = [lengthOf(stroke), Math.max(...stroke.thicknesses)];
    const isFlat = height <= Math.max(2, MOST_HEIGHT * textHeightPx) && length >= LEAST_RATIO * height;
    return isFlat && length >= LEAST_LENGTH * textHeightPx;
  });

/** A stroke as so many as would stand in its place beside the shortest of all, the same white between them; itself if none would. */
function evenly(stroke: Stroke, _: number, all: readonly Stroke[]): Stroke[] {
  const least = Math.min(...all.map(lengthOf));
  const gap = Math.min(...all.slice(1).map(({ x0 }, at) => x0 - all[at].x1));
  const count = Math.round((lengthOf(stroke) + gap) / (least + gap));
  if (all.length < 2 || count < 2) return [stroke];
  const pitch = (lengthOf(stroke) + gap) / count;
  if (Math.abs(pitch - least - gap) > UNEVEN * (least + gap)) return [stroke];
  return Array.from({ length: count }, (__, at) => {
    const from = Math.round(at * pitch);
    const to = Math.min(lengthOf(stroke), Math.round((at + 1) * pitch - gap));
    const thicknesses = stroke.thicknesses.slice(from, to);
    return { ...stroke, x0: stroke.x0 + from, x1: stroke.x0 + to, thicknesses };
  });
}

/** Whether strokes of one length stand on one line, as those of --- do. */
function isRow(strokes: readonly Stroke[], textHeightPx: number): boolean {
  const lengths = strokes.map(lengthOf);
  const middles = strokes.map(({ middlePx }) => middlePx);
  const isLike = Math.max(...lengths) <= LIKE_LENGTH * Math.min(...lengths);
  const offPx = Math.max(...middles) - Math.min(...middles);
  if (!isDashes(strokes, textHeightPx)) return false;
  return isLike && offPx <= OFF_LINE * textHeightPx && Math.max(...lengths) <= LONGEST_DASH * textHeightPx;
}

/** A row of strokes: hyphens where they are short, and dashes but where one of them has a thick end, as 一 has. */
function asRow(line: RecognizedLine, strokes: readonly Stroke[], textHeightPx: number): RecognizedLine {
  const isShort = strokes.every((stroke) => lengthOf(stroke) <= LONGEST_HYPHEN * textHeightPx);
  if (!isShort && strokes.some(hasThickEnd)) return line;
  return withText(
    line,
    strokes.map(() => (isShort ? "-" : "—")),
    strokes,
    [],
  );
}

/** The line with what each stroke is. */
function withText(
  line: RecognizedLine,
  texts: readonly string[],
  strokes: readonly Stroke[],
  rivals: RecognizedLine["rivals"],
): RecognizedLine {
  const text = texts.join("");
  const confidence = Math.max(LEAST_SURE, ...line.confidences);
  const edgesPx = strokes.flatMap(({ x0, x1 }, stroke) =>
    Array.from({ length: texts[stroke].length }, (_, at) =>
      Math.round(x0 + ((x1 - x0) * at) / texts[stroke].length),
    ),
  );
  edgesPx.push(strokes[strokes.length - 1].x1);
  const disturbed: [number, number][] = line.disturbed.length > 0 ? [[0, text.length]] : [];
  return { ...line, text, confidences: [...text].map(() => confidence), edgesPx, rivals, disturbed };
}

/** The ink is sure where it is flat strokes. */
const LEAST_SURE = 90;

/** Halfway between a line's darkest print and paper: blur joins strokes that stand near one another below it only. */
function midLevelOf({ box: [x0, y0, x1, y1] }: RecognizedLine, { data, widthPx }: GreyPicture): number {
  let darkest = WHITE;
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) darkest = Math.min(darkest, data[y * widthPx + x]);
  return (darkest + WHITE) / 2;
}

const WHITE = 255;

/** The pieces of print darker than a level in a line's box, left to right. */
function strokesOf(
  { box: [x0, y0, x1, y1] }: RecognizedLine,
  { data, widthPx }: GreyPicture,
  level: number,
): Stroke[] {
  const [width, height] = [x1 - x0, y1 - y0];
  const ink = { widthPx: width, heightPx: height, data: new Uint8Array(width * height) };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      ink.data[y * width + x] = data[(y0 + y) * widthPx + x0 + x] < level ? 1 : 0;
  return findComponents(ink)
    .filter(({ area }) => area > 1)
    .map(({ box: [from, top, to, bottom] }) => {
      const thicknesses = Array.from({ length: to - from }, (_, at) => {
        let count = 0;
        for (let y = top; y < bottom; y++) count += ink.data[y * width + from + at];
        return count;
      });
      return { x0: x0 + from, x1: x0 + to, middlePx: y0 + (top + bottom) / 2, thicknesses };
    })
    .sort((a, b) => a.x0 - b.x0);
}

/** Whether a stroke is much thicker at an end than in its middle. */
function hasThickEnd({ thicknesses }: Stroke): boolean {
  const third = Math.ceil(thicknesses.length / 3);
  const middle = [...thicknesses].sort((a, b) => a - b)[thicknesses.length >> 1];
  const thickest = Math.max(...thicknesses.slice(0, third), ...thicknesses.slice(-third));
  return thickest >= THICK_END * middle && thickest - middle >= LEAST_END_PX;
}

/** 一 to 十 alone, numbered (一、, （二）), or with a measure word: 两场. */
const NUMERAL = /^[（(第]?[一二三四五六七八九十两]{1,3}(?:[）)、.．]|[次场个名人年月级类项份期批天日]?$)/u;

/**
 * A table whose lone dashes that readers took for 一 are told by the cells in their row and column: 一 where others are
 * Chinese numerals, a dash where the column holds digits; of any other both readings stay.
 */
export function settleDashesAmongCells(table: TableBlock): TableBlock {
  const textOf = ({ lines }: TableBlock["cells"][number]): string => lines.map(({ text }) => text).join("");
  const isOpen = (line: RecognizedLine): boolean =>
    line.text === "—" && line.rivals.some(({ saw }) => saw === "一");
  if (!table.cells.some(({ lines }) => lines.length === 1 && isOpen(lines[0]))) return table;
  const cells = table.cells.map((cell) => {
    const [line] = cell.lines;
    if (cell.lines.length !== 1 || !isOpen(line)) return cell;
    const column = table.cells.filter((other) => other !== cell && other.column === cell.column).map(textOf);
    const row = table.cells.filter((other) => other !== cell && other.row === cell.row).map(textOf);
    if ([...column, ...row].some((text) => NUMERAL.test(text)))
      return { ...cell, lines: [{ ...line, text: "一", rivals: [] }] };
    return column.some((text) => /\d/.test(text)) ? { ...cell, lines: [{ ...line, rivals: [] }] } : cell;
  });
  return { ...table, cells };
}
