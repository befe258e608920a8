import type { Problem } from "../model/finding.ts";
import type { Flow, FlowParagraph } from "../model/flow.ts";
import type { NormalParagraph, NormalScan, NormalTable } from "../model/normal-text.ts";
import { isPageNumber } from "../model/page-number.ts";
import { notUnderstood } from "./budget-figures.ts";

/** A page's body in reading order, and the size its boxes are measured on. */
export interface BodyPage {
  pageNumber: number;
  widthPx: number;
  heightPx: number;
  blocks: (NormalParagraph | NormalTable)[];
}

const EDGE_SHARE = 0.1;

/** So many pages show that a line runs through all. */
const MANY = 3;

/** The pages without headers, footers and page numbers, also those that recognition took for body. */
export function dropFurniture(scan: NormalScan): BodyPage[] {
  const lone = loneSums(scan.pages);
  const pages = scan.pages.map((page) => ({
    ...page,
    blocks: page.blocks.filter((block) => block.kind === "table" || block.role === "body" || lone.has(block)),
  }));
  const running = runningLines(scan.pages);
  const spots = pages.map((_, index) => shortEdgeSpots(scan.pages[index]));
  return pages.map((page, index) => ({
    ...page,
    blocks: page.blocks.filter((block) => {
      if (block.kind === "table" || !isAtEdge(block, page.heightPx)) return true;
      const others = spots.filter((_, other) => other !== index).flat();
      if (isMisreadNumber(block, page, others)) return false;
      if (isPageNumber(block.content.text) || running.has(keyOf(block, page.heightPx))) return false;
      return !scan.pages.some((other) => other !== scan.pages[index] && isFurnitureOf(other, block, page));
    }),
  }));
}

/** 合计：300,000.00 at the foot of one page only: no words of a footer, whatever recognition took them for. */
function loneSums(pages: NormalScan["pages"]): Set<NormalParagraph> {
  const said = pages.flatMap((page) =>
    page.blocks.flatMap((block) => (block.kind === "table" ? [] : [maskedKeyOf(block)])),
  );
  const lone = pages.flatMap(({ blocks }) =>
    blocks.filter(
      (block): block is NormalParagraph =>
        block.kind === "paragraph" &&
        block.role !== "body" &&
        isSum(block.content.text) &&
        said.filter((key) => key === maskedKeyOf(block)).length === 1,
    ),
  );
  return new Set(lone);
}

const maskedKeyOf = ({ content }: NormalParagraph): string =>
  content.text.replace(/[\d,，.]+/g, "#").replace(/\s/g, "");

const NOT_IN_BODY = {
  zh: "页眉或页脚中的这笔金额在正文中没有，未予核算，请核对原件",
  en: "a sum in a page's header or footer that the body doesn't tell, and that nothing was compared with; check the page",
};

/** A problem for each sum that pages' headers and footers tell and the body doesn't; each text once. */
export function sumsOfFurniture(scan: NormalScan): Problem[] {
  const body = dropFurniture(scan).flatMap(({ blocks }) => blocks);
  const told = new Set(
    body.flatMap((block) =>
      block.kind === "table"
        ? block.cells.flatMap(({ content }) => numbersIn(content.text))
        : numbersIn(block.content.text),
    ),
  );
  return furnitureOf(scan).flatMap((part) => {
    if (part.kind === "table" || !isSum(part.content.text)) return [];
    const { text } = part.content;
    const isTold = numbersIn(text).some((number) => told.has(number));
    return isTold ? [] : [notUnderstood(part.content, { start: 0, end: text.length }, NOT_IN_BODY)];
  });
}

/** Numbers as large as sums are, without their signs: 300,000.00 and 300000 are one. */
const numbersIn = (text: string): string[] =>
  (text.match(/\d[\d,，]*(?:\.\d+)?/g) ?? [])
    .map((number) => number.replace(/[,，]/g, "").replace(/\.0+$/, ""))
    .filter((number) => number.length > 2);

/** What the pages' headers and footers say, each once; a running header may hold what the body doesn't. */
export function furnitureOf(scan: NormalScan): Flow {
  const body = new Set(dropFurniture(scan).flatMap((page): object[] => page.blocks));
  const said = new Map<string, FlowParagraph>();
  for (const block of scan.pages.flatMap((page) => page.blocks)) {
    if (block.kind === "table" || body.has(block) || said.has(block.content.text)) continue;
    const { content, lineStarts } = block;
    said.set(content.text, { kind: "paragraph", content, lineStarts });
  }
  return [...said.values()];
}

/** A short line at a page's edge: where its middle lies, as shares of the page. */
type Spot = [x: number, y: number];

const SHORT_TEXT = 5;
const SAME_SPOT: Spot = [0.03, 0.012];

function spotOf({ box }: NormalParagraph, page: PageSize): Spot {
  return [(box[0] + box[2]) / 2 / page.widthPx, (box[1] + box[3]) / 2 / page.heightPx];
}

type PageSize = Pick<BodyPage, "widthPx" | "heightPx">;

/** Where a page's short edge lines stand, those that recognition took for furniture as well. */
function shortEdgeSpots(page: NormalScan["pages"][number]): Spot[] {
  return page.blocks.flatMap((block) =>
    block.kind === "paragraph" && block.content.text.length <= SHORT_TEXT && isAtEdge(block, page.heightPx)
      ? [spotOf(block, page)]
      : [],
  );
}

/** A page number that was misread still stands where other pages have theirs. */
function isMisreadNumber(block: NormalParagraph, page: PageSize, others: readonly Spot[]): boolean {
  if (block.content.text.length > SHORT_TEXT) return false;
  const [x, y] = spotOf(block, page);
  return others.some(
    ([otherX, otherY]) => Math.abs(otherX - x) <= SAME_SPOT[0] && Math.abs(otherY - y) <= SAME_SPOT[1],
  );
}

/** Whether recognition took the same words at the same place of another page for furniture. */
function isFurnitureOf(other: NormalScan["pages"][number], block: NormalParagraph, page: PageSize): boolean {
  const [x, y] = spotOf(block, page);
  return other.blocks.some((each) => {
    if (each.kind === "table" || each.role === "body" || each.content.text !== block.content.text)
      return false;
    const [otherX, otherY] = spotOf(each, other);
    return Math.abs(otherX - x) <= SAME_SPOT[0] && Math.abs(otherY - y) <= SAME_SPOT[1];
  });
}

/**
 * Single lines that stand at the same edge of at least three pages with the same words, or of two to the letter where
 * an agreement has no more, or none but its cover besides.
 */
function runningLines(pages: NormalScan["pages"]): Set<string> {
  const seen = new Map<string, { pages: Set<number>; texts: Set<string> }>();
  for (const [at, page] of pages.entries()) {
    for (const block of page.blocks) {
      if (block.kind === "table" || !isAtEdge(block, page.heightPx)) continue;
      const key = keyOf(block, page.heightPx);
      const known = seen.get(key) ?? { pages: new Set(), texts: new Set() };
      seen.set(key, known);
      known.pages.add(at);
      known.texts.add(block.content.text);
    }
  }
  const inner = pages.length - (pages.length > 2 ? 1 : 0);
  const running = [...seen].filter(([, { pages: on, texts }]) => {
    const isOnAll = inner === 2 && on.size === 2 && texts.size === 1;
    return on.size >= MANY || (isOnAll && (pages.length === 2 || !on.has(0)));
  });
  return new Set(running.map(([key]) => key));
}

function isAtEdge({ box, lineStarts }: NormalParagraph, heightPx: number): boolean {
  if (lineStarts.length > 1) return false;
  return box[3] < EDGE_SHARE * heightPx || box[1] > (1 - EDGE_SHARE) * heightPx;
}

/** A sum by its sign, its groups of three, or the word before it; or a share. */
const SUM =
  /\d\s*(?:[万亿]?元|[%％])|[¥￥]\s*\d|(?<![\d,，])\d{1,3}(?:[,，]\d{3})+(?!\d)|(?:[合小总共]计|总[价额]|金额)\D{0,6}\d/;

const isSum = (text: string): boolean => SUM.test(text) && !/^[^\d]*\d+(?:\.\d+)?\s*[%％]/.test(text);

function keyOf({ box, content }: NormalParagraph, heightPx: number): string {
  const edge = box[1] < heightPx / 2 ? "top" : "foot";
  // Page numbers differ; sums that differ are no header.
  return `${edge} ${SUM.test(content.text) ? content.text : content.text.replace(/\d+/g, "#")}`;
}
