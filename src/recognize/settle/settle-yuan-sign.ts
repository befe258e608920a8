import type { Box } from "../../model/place.ts";
import type { RecognizedLine } from "../../model/recognized.ts";
import type { GreyPicture } from "../clean-picture.ts";

const INK_LEVEL = 150;
const HAN = /\p{Script=Han}/u;
/** Chinese characters built as the sign is: strokes across a stem. */
const LOOKALIKE = /[于干千手羊半丰王芊平]/;

/** A number that ends where a sum may: at 元, at a stop, or with the line; 2026年 is none. */
const SUM = /^\d[\d,，]*(?:[.．]\d+)?(?=[元圆万亿占整（()），,。；;、\s]|$)/;

/** What small print's ¥ looks like to readers, where no text has these: right behind a name, before a sum to the fen. */
const TAKEN_FOR_YUAN = /[*#]/;
const LEDGER_SUM = /^\d{1,3}(?:[,，]\d{3})*[.．]\d{2}(?!\d)/;
const YUAN = /[¥￥]/;

/**
 * Puts ¥ where its shape stands before a sum: readers take the sign for 8, Y, 3 or 于,
 * and an 8 more before a sum would be a wrong figure that two readers agree on.
 * A digit that all saw surely is left, but doubted, as is what is left of a sum without one.
 * In print too small for its shape another ¥ in the line speaks for it.
 */
export function settleYuanSigns(line: RecognizedLine, grey: GreyPicture): RecognizedLine {
  let result = line;
  for (let at = 0; at + 1 < line.text.length; at++) {
    const [before, sign, behind] = [line.text[at - 1] ?? "", line.text[at], line.text.slice(at + 1)];
    if (/[\d.,，]/.test(before) || /[.,，;；:：¥]/.test(sign) || !SUM.test(behind)) continue;
    if (TAKEN_FOR_YUAN.test(sign) && HAN.test(before) && LEDGER_SUM.test(behind) && YUAN.test(line.text)) {
      result = withSign(result, at);
      continue;
    }
    const isSure =
      HAN.test(sign) && !line.rivals.some(({ start, length }) => start <= at && start + length > at);
    if (isSure && !LOOKALIKE.test(sign)) continue;
    const box: Box = [line.edgesPx[at], line.box[1], line.edgesPx[at + 1], line.box[3]];
    if (!isYuanSign(box, grey)) continue;
    if (/\d/.test(sign))
      result = isSurely(line, at) ? withDoubt(result, at) : disturbed(withSign(result, at), at);
    else result = withSign(result, at);
  }
  return result;
}

const SURE = 97;

/** All readers saw the same, and surely. */
function isSurely({ confidences, rivals }: RecognizedLine, at: number): boolean {
  return confidences[at] >= SURE && !rivals.some(({ start, length }) => start <= at && start + length > at);
}

/** A digit of which its shape says otherwise stays; that arithmetic may decide, it is doubted and ¥ is a reading. */
function withDoubt(line: RecognizedLine, at: number): RecognizedLine {
  const rival = { reader: SHAPE, start: at, length: 1, saw: "¥", confidence: SURE };
  return disturbed({ ...line, rivals: [...line.rivals, rival] }, at);
}

const SHAPE = "shape";

function disturbed(line: RecognizedLine, at: number): RecognizedLine {
  return { ...line, disturbed: [...line.disturbed, [at, at + 1]] };
}

/** What readers saw in the sign's own place speaks no more: its shape has settled it. */
function withSign(line: RecognizedLine, at: number): RecognizedLine {
  return {
    ...line,
    text: `${line.text.slice(0, at)}¥${line.text.slice(at + 1)}`,
    rivals: line.rivals.filter(({ start, length }) => !(start === at && length === 1)),
  };
}

/** Two arms with nothing between them at the top, one stem at the foot, and a bar across: ¥, and no digit. */
export function isYuanSign(box: Box, grey: GreyPicture): boolean {
  const rows = inkRows(box, grey);
  if (rows.length < 8) return false;
  const [left, right] = [
    Math.min(...rows.map((row) => row[0])),
    Math.max(...rows.map((row) => row.at(-1)!)) + 1,
  ];
  const [width, height] = [right - left, rows.length];
  if (width < height * 0.35 || width > height * 1.2) return false;
  const share = (x: number): number => (x - left + 0.5) / width;
  const band = (from: number, to: number): number[][] =>
    rows.slice(Math.round(height * from), Math.max(Math.round(height * from) + 1, Math.round(height * to)));
  const isHollow = (row: number[]): boolean => !row.some((x) => share(x) > 0.42 && share(x) < 0.58);
  const isOpen = (row: number[]): boolean =>
    row.some((x) => share(x) < 0.35) && row.some((x) => share(x) > 0.65) && isHollow(row);
  const isStem = (row: number[]): boolean =>
    row.some((x) => share(x) > 0.35 && share(x) < 0.65) &&
    row.every((x) => share(x) > 0.15 && share(x) < 0.85);
  const isBar = (row: number[]): boolean => row.length >= width * 0.6;
  // The crown of a 9 closes in its very first rows.
  const isOpenAbove = band(0, 0.2).every(isHollow) && band(0.04, 0.2).every(isOpen);
  return isOpenAbove && band(0.82, 0.92).every(isStem) && band(0.4, 0.8).some(isBar);
}

/** The ink of every row from the first with ink to the last, as x; a row without any ends it. */
function inkRows([x0, y0, x1, y1]: Box, { data, widthPx }: GreyPicture): number[][] {
  const rows: number[][] = [];
  for (let y = y0; y < y1; y++) {
    const row: number[] = [];
    for (let x = x0; x < x1; x++) if (data[y * widthPx + x] < INK_LEVEL) row.push(x);
    if (row.length > 0) rows.push(row);
    else if (rows.length >= 8) break;
  }
  return rows;
}
