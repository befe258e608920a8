import type { FlowParagraph } from "../model/flow.ts";
import type { Box } from "../model/place.ts";
import type { BodyPage } from "./build-flow-furniture.ts";
import { beginsNumbered, emOf, endsFull, endsSentence, joinPassages, linesOf } from "./layout.ts";

const LABEL = /^[\p{Script=Han}]{2,10}(?:（[^（）]{1,12}）)?：/u;

/**
 * Whether a paragraph that closes a page goes on with the one that opens the next:
 * its last line is full and ends no sentence, and the next begins at the margin without number or label.
 */
export function paragraphGoesOn(
  upper: FlowParagraph,
  lower: FlowParagraph,
  room: Box,
  nextRoom: Box,
): boolean {
  const [before, after] = [upper.content.text, lower.content.text];
  if (before === "" || after === "" || endsSentence(before)) return false;
  if (beginsNumbered(after) || LABEL.test(after)) return false;
  if (!endsFull(upper.content, room)) return false;
  const first = linesOf(lower.content)[0];
  return first[0].box[0] - nextRoom[0] < 1.2 * emOf(first);
}

/** Two parts of a paragraph as one. */
export function joinParagraphs(upper: FlowParagraph, lower: FlowParagraph): FlowParagraph {
  const content = joinPassages(upper.content, lower.content);
  const offset = content.text.length - lower.content.text.length;
  return {
    ...upper,
    content,
    lineStarts: [...upper.lineStarts, ...lower.lineStarts.map((start) => start + offset)],
  };
}

/** The room that text fills on a page, from how far it reaches on any page of the scan. */
export function textRoom(pages: readonly BodyPage[]): (page: BodyPage) => Box {
  const shares = pages.flatMap(({ blocks, widthPx }) =>
    blocks.map(({ box }) => [box[0] / widthPx, box[2] / widthPx]),
  );
  const left = Math.min(1, ...shares.map(([x0]) => x0));
  const right = Math.max(0, ...shares.map(([, x1]) => x1));
  return ({ widthPx, heightPx }) => [Math.floor(left * widthPx), 0, Math.ceil(right * widthPx), heightPx];
}
