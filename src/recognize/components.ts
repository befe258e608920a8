import type { Box } from "../model/place.ts";
import type { InkMask } from "./ink.ts";
import { bitsWithout, findRuns, type InkBits, type InkRuns, inkBits, inkRuns } from "./ink-bits.ts";
import { onceFor } from "./once-for.ts";

/** A connected piece of ink. */
export interface Component {
  box: Box;
  /** Ink pixels. */
  area: number;
}

/** Connected pieces of ink (8 neighbours); `except` masks out rules. */
export function findComponents(ink: InkMask, except: InkBits | null = null): readonly Component[] {
  if (!except) return componentsOf(ink);
  return joinRuns(findRuns(bitsWithout(inkBits(ink), except), ink.widthPx, ink.data.length));
}

const componentsOf = onceFor((ink: InkMask) => joinRuns(inkRuns(ink)));

/** Joins runs that touch from row to row, by union-find. */
function joinRuns(runs: InkRuns): Component[] {
  const count = runs.length / 3;
  const parents = new Int32Array(count);
  for (let id = 0; id < count; id++) parents[id] = id;
  let above = 0;
  for (let id = 0; id < count; id++) {
    const x0 = runs[id * 3];
    const x1 = runs[id * 3 + 1];
    const y = runs[id * 3 + 2];
    while (runs[above * 3 + 2] < y - 1) above++;
    while (above < id && runs[above * 3 + 2] === y - 1 && runs[above * 3 + 1] < x0) above++;
    for (let k = above; k < id && runs[k * 3 + 2] === y - 1 && runs[k * 3] <= x1; k++) join(parents, k, id);
  }
  return gather(parents, runs);
}

function gather(parents: Int32Array, runs: InkRuns): Component[] {
  const components: Component[] = [];
  const places = new Int32Array(parents.length);
  for (let id = 0; id < parents.length; id++) {
    const root = rootOf(parents, id);
    const x0 = runs[id * 3];
    const x1 = runs[id * 3 + 1];
    const y = runs[id * 3 + 2];
    if (root === id) {
      places[id] = components.push({ box: [x0, y, x1, y + 1], area: x1 - x0 }) - 1;
      continue;
    }
    // The root is the first of its runs, so it has its place already.
    const component = components[places[root]];
    const { box } = component;
    if (x0 < box[0]) box[0] = x0;
    if (x1 > box[2]) box[2] = x1;
    box[3] = y + 1;
    component.area += x1 - x0;
  }
  return components;
}

function join(parents: Int32Array, a: number, b: number): void {
  const [rootA, rootB] = [rootOf(parents, a), rootOf(parents, b)];
  if (rootA < rootB) parents[rootB] = rootA;
  else parents[rootA] = rootB;
}

function rootOf(parents: Int32Array, id: number): number {
  let root = id;
  while (parents[root] !== root) root = parents[root];
  for (let at = id; parents[at] !== root; ) {
    const next = parents[at];
    parents[at] = root;
    at = next;
  }
  return root;
}

const LEAST_TEXT_PX = 8;
const MOST_TEXT_SHARE = 0.06;

/**
 * The height of a full-size character: the most common height among roughly square pieces of ink, `leastPx` at least;
 * null without text.
 */
export function findTextHeight(
  components: readonly Component[],
  pageHeightPx: number,
  leastPx = LEAST_TEXT_PX,
): number | null {
  const counts = new Float64Array(Math.ceil(pageHeightPx * MOST_TEXT_SHARE) + 3);
  let total = 0;
  for (const { box } of components) {
    const [width, height] = [box[2] - box[0], box[3] - box[1]];
    if (height < leastPx || height >= counts.length - 2) continue;
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
