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

/** In characters: how far below a line the next one of its paragraph begins, and a line too long to be a form's label. */
const MOST_STEP = 2.6;
const LEAST_LINE = 10;
const FIGURE = /^[¥￥]?\d[\d,，]*(?:\.\d+)?(?=\s*[元万亿%％])(?:[%％][，。；：、）)”]*)?/;

/**
 * 甲方于2027年1月支付 | 257,550元。: whether a paragraph's last line breaks off, short of the margin, for want of room for the
 * figure that the next line of its page begins with: no figure is broken.
 */
export function figureGoesOn(upper: FlowParagraph, lower: FlowParagraph, room: Box): boolean {
  const [before, after] = [upper.content.text, lower.content.text];
  const figure = FIGURE.exec(after);
  const last = linesOf(upper.content).at(-1) ?? [];
  if (!figure || last.length < LEAST_LINE || endsSentence(before)) return false;
  const [head] = lower.content.glyphs;
  const tail = last[last.length - 1];
  const em = emOf(last);
  const widthPx = lower.content.glyphs[figure[0].length - 1].box[2] - head.box[0];
  const stepPx = head.box[1] - tail.box[1];
  return (
    room[2] - tail.box[2] < widthPx + em / 2 &&
    head.box[0] - room[0] < 1.2 * em &&
    stepPx > 0.8 * em &&
    stepPx < MOST_STEP * em
  );
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
