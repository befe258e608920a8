import type { Flow, FlowParagraph } from "../model/flow.ts";
import { changedGlyph } from "../model/normal-text.ts";
import { concatTexts, sliceText } from "./evidence.ts";

/** 4.2 right before 2026年1月31日: the gap between them was taken for one within a figure. */
const NUMBER_AND_YEAR = /^\s*\d{1,2}(?:[.．]\d{1,2}){1,3}(?=20\d{2}年\s*\d{1,2}月)/;

/** A flow in which the number of a clause stands apart from the year that its text begins with. */
export const withNumbersParted = (flow: Flow): Flow =>
  flow.map((part) => (part.kind === "paragraph" ? parted(part) : part));

function parted(part: FlowParagraph): FlowParagraph {
  const { content, lineStarts } = part;
  const end = NUMBER_AND_YEAR.exec(content.text)?.[0].length ?? 0;
  if (end === 0) return part;
  const blank = {
    text: " ",
    glyphs: [changedGlyph(content.glyphs[end - 1], { raw: " " })],
    rivals: [],
  };
  return {
    kind: "paragraph",
    content: concatTexts([sliceText(content, 0, end), blank, sliceText(content, end, content.text.length)]),
    lineStarts: lineStarts.map((start) => (start >= end ? start + 1 : start)),
  };
}
