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
  return pages.map((page) => ({
    ...page,
    blocks: page.blocks.filter((block) => {
      if (block.kind === "table" || !isAtEdge(block, page.heightPx)) return true;
      return !PAGE_NUMBER.test(block.content.text) && !running.has(keyOf(block, page.heightPx));
    }),
  }));
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
