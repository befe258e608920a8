/** A stretch of a line's columns with ink in them. */
export type Run = [x0: number, x1: number];

const MOST_PIECES = 4;
const MOST_TOUCHING = 5;
/** What a step stands for: up to `MOST_PIECES` runs of one character, so many more characters of one run, or one of these. */
const [TOUCHING, SPECK, NO_INK] = [16, 32, 33];

/**
 * Characters of these widths to runs, in order, as cheaply as can be: one may have several runs, several may share one
 * that they touch in. Null where there are no runs.
 */
export function dealOut(
  widths: readonly number[],
  runs: readonly Run[],
  textHeightPx: number,
): { placed: Run[]; cost: number } | null {
  const [n, m] = [widths.length, runs.length];
  if (m === 0) return null;
  const lefts = Float64Array.from(runs, ([x0]) => x0);
  const rights = Float64Array.from(runs, ([, x1]) => x1);
  const costs = new Float64Array((n + 1) * (m + 1));
  const table: Table = { widths, lefts, rights, textHeightPx, costs, steps: new Uint8Array(costs.length) };
  for (const most of MOST_COSTS) {
    fillTable(table, most);
    const cost = costs[costs.length - 1];
    if (cost <= most && cost < Number.POSITIVE_INFINITY)
      return { placed: trace(widths, runs, table.steps), cost };
  }
  return null;
}

/**
 * What a line that was read well costs less than, then whatever it costs. No step is cheaper than nothing: of what has
 * become dearer than the whole may cost, no way on is of use, and most of a long line's table is.
 */
const MOST_COSTS = [1.5, Number.POSITIVE_INFINITY];

function fillTable(table: Table, most: number): void {
  const [n, m] = [table.widths.length, table.lefts.length];
  table.costs.fill(Number.POSITIVE_INFINITY);
  table.costs[0] = 0;
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const at = i * (m + 1) + j;
      const own = table.costs[at];
      if (own > most || own === Number.POSITIVE_INFINITY) continue;
      if (i < n) dealRuns(table, i, j);
      if (j < m) dealShared(table, i, j);
      // A character no ink was left for.
      if (i < n) offer(table, at + m + 1, own + 0.5, NO_INK);
    }
  }
}

/** The cheapest way to have dealt out so many characters (the row) and so many runs (the column), and its last step. */
interface Table {
  widths: readonly number[];
  lefts: Float64Array;
  rights: Float64Array;
  textHeightPx: number;
  costs: Float64Array;
  steps: Uint8Array;
}

/** A character gets one run or several. */
function dealRuns(table: Table, i: number, j: number): void {
  const { lefts, rights, textHeightPx, costs } = table;
  const row = lefts.length + 1;
  const own = costs[i * row + j];
  const wanted = table.widths[i];
  let gaps = 0;
  for (let pieces = 1; pieces <= MOST_PIECES && j + pieces < row; pieces++) {
    const last = j + pieces - 1;
    if (pieces > 1) gaps += squared((lefts[last] - rights[last - 1]) / textHeightPx);
    const misfit = squared((rights[last] - lefts[j] - wanted) / textHeightPx);
    offer(table, (i + 1) * row + j + pieces, own + (misfit + gaps), pieces);
  }
}

/** A run goes to several characters, or is a speck no reader took for one. */
function dealShared(table: Table, i: number, j: number): void {
  const { widths, lefts, rights, textHeightPx, costs } = table;
  const row = lefts.length + 1;
  const own = costs[i * row + j];
  const width = rights[j] - lefts[j];
  let shared = i < widths.length ? widths[i] : 0;
  for (let touching = 2; touching <= MOST_TOUCHING && i + touching <= widths.length; touching++) {
    shared += widths[i + touching - 1];
    const misfit = squared((width - shared) / textHeightPx) + 0.02 * touching;
    offer(table, (i + touching) * row + j + 1, own + misfit, TOUCHING + touching);
  }
  offer(table, i * row + j + 1, own + (0.15 + squared(width / textHeightPx)), SPECK);
}

function offer({ costs, steps }: Table, to: number, cost: number, step: number): void {
  if (cost >= costs[to]) return;
  costs[to] = cost;
  steps[to] = step;
}

const squared = (share: number): number => share * share;

function trace(widths: readonly number[], runs: readonly Run[], steps: Uint8Array): Run[] {
  const placed = new Array<Run>(widths.length);
  let [i, j] = [widths.length, runs.length];
  while (i > 0 || j > 0) {
    const step = steps[i * (runs.length + 1) + j];
    if (step === SPECK) {
      j--;
    } else if (step === NO_INK) {
      i--;
      const x = j < runs.length ? runs[j][0] : runs[j - 1][1];
      placed[i] = [x, x];
    } else if (step > TOUCHING) {
      const touching = step - TOUCHING;
      const [x0, x1] = runs[--j];
      const total = widths.slice(i - touching, i).reduce((sum, width) => sum + width, 0);
      let x = x1;
      for (let k = 0; k < touching; k++) {
        const left = x - ((x1 - x0) * widths[--i]) / total;
        placed[i] = [Math.round(left), Math.round(x)];
        x = left;
      }
    } else {
      placed[--i] = [runs[j - step][0], runs[j - 1][1]];
      j -= step;
    }
  }
  return placed;
}
