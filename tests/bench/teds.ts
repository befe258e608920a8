import { type Tree, treeDistance } from "./tree-distance.ts";

/** A table as TEDS compares it. */
export interface ComparedTable {
  headerRows: number;
  rowCount: number;
  cells: readonly { row: number; column: number; rowSpan: number; columnSpan: number; text: string }[];
}

interface Node {
  tag: "table" | "thead" | "tbody" | "tr" | "td";
  rowSpan: number;
  columnSpan: number;
  text: string;
}

/**
 * How alike two tables are as HTML trees, 0 … 1 (Zhong, ShafieiBavani and Jimeno Yepes, "Image-based table
 * recognition", ECCV 2020): 1 − tree edit distance ÷ nodes of the larger tree. Two cells of other spans cost 1,
 * of other text its edit distance ÷ the longer one's length. `structure` leaves the text out (TEDS-Struct).
 */
export function teds(a: ComparedTable, b: ComparedTable, kind: "whole" | "structure" = "whole"): number {
  const [one, other] = [tableToTree(a), tableToTree(b)];
  const nodes = Math.max(countBelow(one), countBelow(other));
  if (nodes === 0) return 1;
  const distance = treeDistance(one, other, (x, y) => renameCost(x, y, kind === "whole"));
  return Math.max(0, 1 - distance / nodes);
}

function renameCost(a: Node, b: Node, comparesText: boolean): number {
  if (a.tag !== b.tag || a.rowSpan !== b.rowSpan || a.columnSpan !== b.columnSpan) return 1;
  if (!comparesText || a.tag !== "td" || a.text === b.text) return 0;
  return editDistance([...a.text], [...b.text]) / Math.max([...a.text].length, [...b.text].length);
}

const node = (tag: Node["tag"], children: Tree<Node>[]): Tree<Node> => ({
  label: { tag, rowSpan: 1, columnSpan: 1, text: "" },
  children,
});

function tableToTree({ cells, headerRows, rowCount }: ComparedTable): Tree<Node> {
  const rows = Array.from({ length: rowCount }, (_, row) =>
    node(
      "tr",
      cells
        .filter((cell) => cell.row === row)
        .sort((a, b) => a.column - b.column)
        .map(({ rowSpan, columnSpan, text }) => ({
          label: { tag: "td" as const, rowSpan, columnSpan, text },
          children: [],
        })),
    ),
  );
  const parts = [node("thead", rows.slice(0, headerRows)), node("tbody", rows.slice(headerRows))];
  return node(
    "table",
    parts.filter(({ children }) => children.length > 0),
  );
}

const countBelow = (tree: Tree<Node>): number =>
  tree.children.reduce((sum, child) => sum + 1 + countBelow(child), 0);

function editDistance(a: readonly string[], b: readonly string[]): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of a.entries()) {
    const current = [i + 1];
    for (const [j, other] of b.entries()) {
      const changed = previous[j] + (letter === other ? 0 : 1);
      current.push(Math.min(changed, previous[j + 1] + 1, current[j] + 1));
    }
    previous = current;
  }
  return previous[b.length];
}
