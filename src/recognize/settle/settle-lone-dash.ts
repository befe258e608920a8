import type { RecognizedLine, TableBlock } from "../../model/recognized.ts";
import type { GreyPicture } from "../clean-picture.ts";
import { findComponents } from "../components.ts";

/** What readers make of a dash alone in a cell; often nothing. */
const LOOKS_LIKE_DASH = /^(?:[-—–－一丨~～_.·=!！lI|]{1,3}|)$/u;
/** A hairline may be too faint for ink. */
const FAINT_LEVEL = 205;
/** In text heights: how high a dash is at most, how long one is at least, a hyphen at most, and a single dash at most. */
const MOST_HEIGHT = 0.25;
const LEAST_LENGTH = 0.2;
const LONGEST_HYPHEN = 0.62;
const LONGEST_DASH = 1.4;
/** How many times as long as high a dash is at least. */
const LEAST_RATIO = 1.6;
/** The word one has an end that is so many times as thick as its stroke; a blurred dash has none. */
const THICK_END = 1.7;
const LEAST_END_PX = 2;

/**
 * A line that is all of its cell, told by its ink where that is one flat stroke: a short one is a hyphen, a long one of
 * even thickness a dash. Readers take either for 一, which sans-serif type draws nearly alike: what they saw stays as a
 * rival until the cells around tell.
 */
export function settleLoneDash(
  line: RecognizedLine,
  grey: GreyPicture,
  textHeightPx: number,
): RecognizedLine {
  if (!LOOKS_LIKE_DASH.test(line.text) || line.rivals.some(({ saw }) => /[2-9]/.test(saw))) return line;
  const stroke = loneStrokeOf(line, grey);
  if (stroke === null) return line;
  const { x0, x1, thicknesses } = stroke;
  const [length, height] = [x1 - x0, Math.max(...thicknesses)];
  const isFlat = height <= Math.max(2, MOST_HEIGHT * textHeightPx) && length >= LEAST_RATIO * height;
  const isLong = length > 2 * LONGEST_DASH * textHeightPx;
  if (!isFlat || isLong || length < LEAST_LENGTH * textHeightPx) return line;
  if (length <= LONGEST_HYPHEN * textHeightPx) return withText(line, "-", stroke, []);
  if (hasThickEnd(thicknesses)) return line;
  if (length > LONGEST_DASH * textHeightPx) return withText(line, "——", stroke, []);
  const rival = {
    reader: line.readers[0],
    start: 0,
    length: 1,
    saw: "一",
    confidence: line.confidences[0] ?? 0,
  };
  return withText(line, "—", stroke, line.text === "一" ? [rival] : []);
}

interface Stroke {
  x0: number;
  x1: number;
  /** How much ink there is in each column from `x0` to `x1`. */
  thicknesses: number[];
}

function withText(
  line: RecognizedLine,
  text: string,
  { x0, x1 }: Stroke,
  rivals: RecognizedLine["rivals"],
): RecognizedLine {
  const confidence = Math.max(LEAST_SURE, ...line.confidences);
  const edgesPx = Array.from({ length: text.length + 1 }, (_, at) =>
    Math.round(x0 + ((x1 - x0) * at) / text.length),
  );
  const disturbed: [number, number][] = line.disturbed.length > 0 ? [[0, text.length]] : [];
  return { ...line, text, confidences: [...text].map(() => confidence), edgesPx, rivals, disturbed };
}

/** The ink is sure where it is one flat stroke. */
const LEAST_SURE = 90;

/** The one piece of print in a line's box; null where there are more, or none. */
function loneStrokeOf(
  { box: [x0, y0, x1, y1] }: RecognizedLine,
  { data, widthPx }: GreyPicture,
): Stroke | null {
  const [width, height] = [x1 - x0, y1 - y0];
  const ink = { widthPx: width, heightPx: height, data: new Uint8Array(width * height) };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      ink.data[y * width + x] = data[(y0 + y) * widthPx + x0 + x] < FAINT_LEVEL ? 1 : 0;
  const pieces = findComponents(ink).filter(({ area }) => area > 1);
  if (pieces.length !== 1) return null;
  const [from, top, to, bottom] = pieces[0].box;
  const thicknesses = Array.from({ length: to - from }, (_, at) => {
    let count = 0;
    for (let y = top; y < bottom; y++) count += ink.data[y * width + from + at];
    return count;
  });
  return { x0: x0 + from, x1: x0 + to, thicknesses };
}

/** Whether a stroke is much thicker at an end than in its middle. */
function hasThickEnd(thicknesses: readonly number[]): boolean {
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
