import type { Box } from "../model/place.ts";
import type { InkMask } from "./ink.ts";

/** A connected piece of ink. */
export interface Component {
  box: Box;
  /** Ink pixels. */
  area: number;
}

/** Connected pieces of ink (8 neighbours), found run by run with union-find; `except` masks out rules. */
export function findComponents(ink: InkMask, except: Uint8Array | null = null): Component[] {
  const { widthPx, heightPx, data } = ink;
  const parents: number[] = [];
  const runs: number[] = [];
  let above: number[] = [];
  for (let y = 0; y < heightPx; y++) {
    const row: number[] = [];
    const line = data.subarray(y * widthPx, (y + 1) * widthPx);
    const masked = except?.subarray(y * widthPx, (y + 1) * widthPx);
    let cursor = 0;
    for (let x = line.indexOf(1); x >= 0; x = line.indexOf(1, x)) {
      if (masked?.[x]) {
        x++;
        continue;
      }
      const start = x;
      while (x < widthPx && line[x] && !masked?.[x]) x++;
      const id = parents.length;
      parents.push(id);
      runs.push(start, y, x);
      while (cursor < above.length && above[cursor + 1] < start) cursor += 3;
      for (let k = cursor; k < above.length && above[k] <= x; k += 3) join(parents, above[k + 2], id);
      row.push(start, x, id);
    }
    above = row;
  }
  return gather(parents, runs);
}

/** The pieces that runs `[x0, y, x1]` make; the root of a piece is its first run. */
function gather(parents: number[], runs: readonly number[]): Component[] {
  const found: Component[] = [];
  const places = new Int32Array(parents.length);
  for (let id = 0; id < parents.length; id++) {
    const root = rootOf(parents, id);
    const [x0, y, x1] = [runs[3 * id], runs[3 * id + 1], runs[3 * id + 2]];
    if (root === id) {
      places[id] = found.push({ box: [x0, y, x1, y + 1], area: x1 - x0 }) - 1;
      continue;
    }
    const known = found[places[root]];
    const { box } = known;
    if (x0 < box[0]) box[0] = x0;
    if (x1 > box[2]) box[2] = x1;
    box[3] = y + 1;
    known.area += x1 - x0;
  }
  return found;
}

function join(parents: number[], a: number, b: number): void {
  const [rootA, rootB] = [rootOf(parents, a), rootOf(parents, b)];
  if (rootA < rootB) parents[rootB] = rootA;
  else parents[rootA] = rootB;
}

function rootOf(parents: number[], id: number): number {
  let root = id;
  while (parents[root] !== root) root = parents[root];
  for (let at = id; parents[at] !== root; ) [at, parents[at]] = [parents[at], root];
  return root;
}

const LEAST_TEXT_PX = 8;
const MOST_TEXT_SHARE = 0.06;

/** The height of a full-size character: the most common height among roughly square pieces of ink; null without text. */
export function findTextHeight(components: readonly Component[], pageHeightPx: number): number | null {
  const counts = new Float64Array(Math.ceil(pageHeightPx * MOST_TEXT_SHARE) + 3);
  let total = 0;
  for (const { box } of components) {
    const [width, height] = [box[2] - box[0], box[3] - box[1]];
    if (height < LEAST_TEXT_PX || height >= counts.length - 2) continue;
    if (width < height * 0.75 || width > height * 1.4) continue;
    counts[height] += height;
    total++;
  }
  if (total < 5) return null;
  let [best, bestScore] = [0, 0];
  for (let height = LEAST_TEXT_PX; height < counts.length - 2; height++) {
    const score =
      counts[height - 2] + counts[height - 1] + counts[height] + counts[height + 1] + counts[height + 2];
    if (score > bestScore) [best, bestScore] = [height, score];
  }
  return best + 1;
}
