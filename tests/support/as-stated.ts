import type { RecognizedLine, RecognizedScan } from "../../src/model/recognized.ts";

/** A scan whose pages state their text themselves, so that no reader can have misread it. */
export function asStated(scan: RecognizedScan): RecognizedScan {
  const pages = scan.pages.map((page) => ({
    ...page,
    textSource: "text-layer" as const,
    blocks: page.blocks.map((block) =>
      block.kind === "text"
        ? { ...block, lines: block.lines.map(stated) }
        : { ...block, cells: block.cells.map((cell) => ({ ...cell, lines: cell.lines.map(stated) })) },
    ),
  }));
  return { ...scan, readers: ["text-layer"], pages };
}

const stated = (line: RecognizedLine): RecognizedLine => ({
  ...line,
  confidences: line.confidences.map(() => 100),
  readers: ["text-layer"],
});
