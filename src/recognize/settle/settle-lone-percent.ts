import type { RecognizedLine } from "../../model/recognized.ts";

const SURE = 90;
/** Readers of figures saw digits in the sign's rings: no figure is believed for it. */
const UNSURE = 60;

/** Lines of a cell with a per cent sign where one reader surely saw nothing else in a line below a figure: 34.27 | %. */
export function settleLonePercents(lines: readonly RecognizedLine[]): RecognizedLine[] {
  return lines.map((line, index) => {
    const isBelowFigure = /^\d[\d,.]*$/.test(lines[index - 1]?.text ?? "");
    const sign = line.rivals.find(
      ({ saw, start, length, confidence }) =>
        /^[%％]$/.test(saw) && start === 0 && length === line.text.length && confidence >= SURE,
    );
    if (!isBelowFigure || !sign || !/^\d{1,3}$/.test(line.text)) return line;
    const other = line.readers.find((reader) => reader !== sign.reader) ?? sign.reader;
    return {
      ...line,
      text: "%",
      confidences: [UNSURE],
      edgesPx: [line.box[0], line.box[2]],
      rivals: [{ reader: other, start: 0, length: 1, saw: line.text, confidence: line.confidences[0] }],
    };
  });
}
