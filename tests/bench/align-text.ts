/** Where one text lies in a longer one: its edit distance there, and what stands for each of its characters. */
export interface Alignment {
  errors: number;
  /** For every character of the text the index of the one that stands for it, -1 where none does. */
  seenAt: Int32Array;
  /** The stretch of the longer text that was used, `[start, end)`. */
  start: number;
  end: number;
}

/** A character that stands for text already accounted for; it matches nothing. */
export const USED = "\0";

/** Sellers 1980: the stretch of `longer` that `text` differs least from; beginning and end are free. */
export function alignWithin(text: string, longer: string): Alignment {
  const [n, m] = [text.length, longer.length];
  const width = m + 1;
  const costs = new Uint16Array((n + 1) * width);
  for (let i = 1; i <= n; i++) {
    const row = i * width;
    costs[row] = i;
    for (let j = 1; j <= m; j++) {
      // Stepping over used text costs more than doing without.
      const skip = longer[j - 1] === USED ? 3 : 1;
      const diagonal = costs[row - width + j - 1] + (text[i - 1] === longer[j - 1] ? 0 : skip);
      costs[row + j] = Math.min(diagonal, costs[row - width + j] + 1, costs[row + j - 1] + skip);
    }
  }
  let end = 0;
  for (let j = 1; j <= m; j++) if (costs[n * width + j] < costs[n * width + end]) end = j;
  const seenAt = new Int32Array(n).fill(-1);
  let [i, j] = [n, end];
  while (i > 0) {
    const here = costs[i * width + j];
    const skip = longer[j - 1] === USED ? 3 : 1;
    const step = text[i - 1] === longer[j - 1] ? 0 : skip;
    if (j > 0 && here === costs[(i - 1) * width + j - 1] + step) {
      seenAt[--i] = --j;
    } else if (here === costs[(i - 1) * width + j] + 1) i--;
    else j--;
  }
  return { errors: costs[n * width + end], seenAt, start: j, end };
}
