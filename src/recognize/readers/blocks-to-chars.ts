import type { Worker } from "tesseract.js";
import type { LineCrop } from "../line-crop.ts";
import type { ReadChar } from "./reader.ts";

type Blocks = Awaited<ReturnType<Worker["recognize"]>>["data"]["blocks"];

/** The characters of what the engine saw in a line; x in page pixels, a blank between words of letters alone. */
export function blocksToChars(blocks: Blocks, crop: LineCrop): ReadChar[] {
  const chars: ReadChar[] = [];
  const toPage = (x: number): number => Math.round(crop.box[0] + (x - crop.marginPx) * crop.scale);
  const words = (blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines.flatMap((line) => line.words)),
  );
  let previous = "";
  for (const word of words) {
    const isLatin = LATIN.test(word.text[0] ?? "");
    if (LATIN.test(previous) && isLatin) {
      const x = chars.at(-1)?.x1 ?? toPage(word.bbox.x0);
      chars.push({ text: " ", confidence: 99, x0: x, x1: x });
    }
    for (const { text, confidence, bbox } of word.symbols) {
      // One UTF-16 unit a character keeps text, confidences and edges in step.
      for (const unit of text.trim()) {
        if (unit.length === 1)
          chars.push({ text: unit, confidence, x0: toPage(bbox.x0), x1: toPage(bbox.x1) });
      }
    }
    previous = word.text.at(-1) ?? "";
  }
  return chars;
}

const LATIN = /[A-Za-z]/;
