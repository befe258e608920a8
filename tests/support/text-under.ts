import type { Place } from "../../src/model/place.ts";
import type { RecognizedLine, RecognizedScan } from "../../src/model/recognized.ts";

/** Every line of a scan, those of cells among them, with its page. */
function linesOf(scan: RecognizedScan): { pageNumber: number; line: RecognizedLine }[] {
  return scan.pages.flatMap(({ pageNumber, blocks }) =>
    blocks
      .flatMap((block) => (block.kind === "text" ? block.lines : block.cells.flatMap(({ lines }) => lines)))
      .map((line) => ({ pageNumber, line })),
  );
}

/** What is printed at a place: the characters whose middle lies within it. */
export function textUnder(scan: RecognizedScan, { pageNumber, box: [x0, y0, x1, y1] }: Place): string {
  return linesOf(scan)
    .filter(({ line, ...at }) => at.pageNumber === pageNumber && line.box[1] < y1 && line.box[3] > y0)
    .map(({ line }) => {
      const isWithin = (index: number): boolean => {
        const middle = (line.edgesPx[index] + line.edgesPx[index + 1]) / 2;
        return middle > x0 && middle < x1;
      };
      return [...line.text].filter((_, index) => isWithin(index)).join("");
    })
    .join("");
}
