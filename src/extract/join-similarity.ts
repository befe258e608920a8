/** How alike two texts are, 0 to 1: one less the share of characters to change. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  return 1 - editDistance(a, b) / longer;
}

/** How alike two lists of texts are, longer texts counting for more. */
export function similarityOfLists(a: readonly string[], b: readonly string[]): number {
  if (a.length !== b.length) return 0;
  let alike = 0;
  let whole = 0;
  for (const [index, text] of a.entries()) {
    const weight = Math.max(text.length, b[index].length);
    alike += weight * similarity(text, b[index]);
    whole += weight;
  }
  return whole === 0 ? 0 : alike / whole;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(change, previous[j] + 1, current[j - 1] + 1);
    }
    previous = current;
  }
  return previous[b.length];
}
