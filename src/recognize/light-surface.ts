import type { Tiles } from "./paper-tiles.ts";

/** What is darker than this share of what was fitted is no paper, and left out of the next fit. */
const KEPT = 0.985;
const FITS = 6;
/** Of all tiles so many are darker than paper in good light; what is much darker is none to begin with. */
const LIT_PERCENTILE = 0.9;
const FIRST = 0.85;
const LEAST_KEPT = 60;

/** How light each tile's paper would be where light falls off evenly over the whole page: a quadratic fitted from above. */
export function fitLight({ columns, rows, levels }: Tiles): Float32Array {
  const lit = FIRST * levels.slice().sort()[Math.floor((levels.length - 1) * LIT_PERCENTILE)];
  const terms = new Float64Array(levels.length * TERMS);
  for (let at = 0; at < levels.length; at++) {
    const [x, y] = [(2 * (at % columns)) / columns - 1, (2 * Math.floor(at / columns)) / rows - 1];
    terms.set([1, x, y, x * x, x * y, y * y], at * TERMS);
  }
  const fitted = new Float32Array(levels.length).fill(lit / FIRST);
  let kept: number[] = [];
  for (let at = 0; at < levels.length; at += EVERY) if (levels[at] >= lit) kept.push(at);
  for (let round = 0; round < FITS && kept.length >= LEAST_KEPT; round++) {
    const weights = solve(kept, terms, levels);
    if (weights === null) break;
    for (let at = 0; at < levels.length; at++) {
      let sum = 0;
      for (let term = 0; term < TERMS; term++) sum += terms[at * TERMS + term] * weights[term];
      fitted[at] = sum;
    }
    const next = kept.filter((at) => levels[at] >= KEPT * fitted[at]);
    if (next.length === kept.length) break;
    kept = next;
  }
  return fitted;
}

/** A quadratic's terms; one tile in so many is enough to fit them. */
const TERMS = 6;
const EVERY = 2;

/** The weights of least squares, by Gauss's elimination; null where the tiles tell too little. */
function solve(kept: readonly number[], terms: Float64Array, levels: Float32Array): number[] | null {
  const count = TERMS;
  const matrix = Array.from({ length: count }, () => new Float64Array(count + 1));
  for (const at of kept) {
    const from = at * TERMS;
    for (let row = 0; row < count; row++) {
      const own = terms[from + row];
      for (let column = 0; column < count; column++) matrix[row][column] += own * terms[from + column];
      matrix[row][count] += own * levels[at];
    }
  }
  for (let pivot = 0; pivot < count; pivot++) {
    const best = matrix.reduce(
      (most, row, at) => (at >= pivot && Math.abs(row[pivot]) > Math.abs(matrix[most][pivot]) ? at : most),
      pivot,
    );
    [matrix[pivot], matrix[best]] = [matrix[best], matrix[pivot]];
    if (Math.abs(matrix[pivot][pivot]) < 1e-9) return null;
    for (let row = 0; row < count; row++) {
      if (row === pivot) continue;
      const share = matrix[row][pivot] / matrix[pivot][pivot];
      for (let column = pivot; column <= count; column++)
        matrix[row][column] -= share * matrix[pivot][column];
    }
  }
  return matrix.map((row, at) => row[count] / row[at]);
}
