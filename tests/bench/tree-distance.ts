/** An ordered tree whose nodes carry labels. */
export interface Tree<Label> {
  label: Label;
  children: Tree<Label>[];
}

/** What changing one node's label into another's costs, 0 … 1; putting in or taking out a node costs 1. */
export type RenameCost<Label> = (a: Label, b: Label) => number;

/** The cheapest way from one ordered tree to another (Zhang and Shasha 1989). */
export function treeDistance<Label>(a: Tree<Label>, b: Tree<Label>, rename: RenameCost<Label>): number {
  const [one, other] = [toPostOrder(a), toPostOrder(b)];
  const distances = Array.from({ length: one.labels.length }, () => new Float64Array(other.labels.length));
  for (const i of one.keyRoots) {
    for (const j of other.keyRoots) fillForest(one, other, i, j, rename, distances);
  }
  return distances[one.labels.length - 1][other.labels.length - 1];
}

/** A tree's nodes, children before parents; `leftmost[i]` is the first leaf under node i. */
interface PostOrder<Label> {
  labels: Label[];
  leftmost: number[];
  /** The highest node of each run of nodes that share a leftmost leaf, ascending. */
  keyRoots: number[];
}

function toPostOrder<Label>(tree: Tree<Label>): PostOrder<Label> {
  const labels: Label[] = [];
  const leftmost: number[] = [];
  const visit = (node: Tree<Label>): number => {
    const leaves = node.children.map(visit);
    const first = leaves[0] ?? labels.length;
    labels.push(node.label);
    leftmost.push(first);
    return first;
  };
  visit(tree);
  const highest = new Map(leftmost.map((leaf, node) => [leaf, node]));
  return { labels, leftmost, keyRoots: [...highest.values()].sort((x, y) => x - y) };
}

/** Fills in the distances between all subtrees that begin where those of key roots `i` and `j` do. */
function fillForest<Label>(
  one: PostOrder<Label>,
  other: PostOrder<Label>,
  i: number,
  j: number,
  rename: RenameCost<Label>,
  distances: Float64Array[],
): void {
  const [fromI, fromJ] = [one.leftmost[i], other.leftmost[j]];
  const width = j - fromJ + 2;
  const forest = new Float64Array((i - fromI + 2) * width);
  for (let x = 1; x <= i - fromI + 1; x++) forest[x * width] = x;
  for (let y = 1; y < width; y++) forest[y] = y;
  for (let x = 1; x <= i - fromI + 1; x++) {
    const a = fromI + x - 1;
    for (let y = 1; y < width; y++) {
      const b = fromJ + y - 1;
      const takenOut = forest[(x - 1) * width + y] + 1;
      const putIn = forest[x * width + y - 1] + 1;
      const areTrees = one.leftmost[a] === fromI && other.leftmost[b] === fromJ;
      const changed = areTrees
        ? forest[(x - 1) * width + y - 1] + rename(one.labels[a], other.labels[b])
        : forest[(one.leftmost[a] - fromI) * width + other.leftmost[b] - fromJ] + distances[a][b];
      const best = Math.min(takenOut, putIn, changed);
      forest[x * width + y] = best;
      if (areTrees) distances[a][b] = best;
    }
  }
}
