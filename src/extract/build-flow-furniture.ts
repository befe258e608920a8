import type { NormalParagraph, NormalScan, NormalTable } from "../model/normal-text.ts";

/** A page's body in reading order, and the size its boxes are measured on. */
export interface BodyPage {
  pageNumber: number;
  widthPx: number;
  heightPx: number;
  blocks: (NormalParagraph | NormalTable)[];
}

const EDGE_SHARE = 0.1;
const PAGE_NUMBER = /^[-—~·\s]*(?:第)?\s*\d{1,3}\s*(?:页)?[-—~·\s]*(?:[/／，,]?\s*共?\s*\d{1,3}\s*页?)?$/;

/** The pages without headers, footers and page numbers, also those that recognition took for body. */
export function dropFurniture(scan: NormalScan): BodyPage[] {
  const pages = scan.pages.map((page) => ({
    ...page,
    blocks: page.blocks.filter((block) => block.kind === "table" || block.role === "body"),
  }));
  const running = runningLines(pages);
  const spots = pages.map((_, index) => shortEdgeSpots(scan.pages[index]));
  return pages.map((page, index) => ({
    ...page,
    blocks: page.blocks.filter((block) => {
      if (block.kind === "table" || !isAtEdge(block, page.heightPx)) return true;
      const others = spots.filter((_, other) => other !== index).flat();
      if (isMisreadNumber(block, page, others)) return false;
      return !PAGE_NUMBER.test(block.content.text) && !running.has(keyOf(block, page.heightPx));
    }),
  }));
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

/** Single lines that stand at the same edge of at least three pages with the same words. */
function runningLines(pages: readonly BodyPage[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const keys = page.blocks.flatMap((block) =>
      block.kind === "paragraph" && isAtEdge(block, page.heightPx) ? [keyOf(block, page.heightPx)] : [],
    );
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([key]) => key));
}

function isAtEdge({ box, lineStarts }: NormalParagraph, heightPx: number): boolean {
  if (lineStarts.length > 1) return false;
  return box[3] < EDGE_SHARE * heightPx || box[1] > (1 - EDGE_SHARE) * heightPx;
}

function keyOf({ box, content }: NormalParagraph, heightPx: number): string {
  const edge = box[1] < heightPx / 2 ? "top" : "foot";
  return `${edge} ${content.text.replace(/\d+/g, "#")}`;
}
