/** How a list number is written, as the first number of a list so written; numbers of one list are written alike. */
export function numberStyle(number: string): string {
  if (/^[（(]\s*[一二三四五六七八九十]/.test(number)) return "（一）";
  if (/^第?\s*[一二三四五六七八九十]/.test(number)) return "一";
  if (/^[（(]\s*\d/.test(number)) return "（1）";
  if (/^\d+\s*[）)]/.test(number)) return "1）";
  const levels = /^\d+(?:[.．]\d+)*/.exec(number)?.[0].split(/[.．]/).length ?? 0;
  return levels === 0 ? "" : "1".concat(".1".repeat(levels - 1));
}

/**
 * How deep an item of nested lists stands; `styles` are the lists open above it, outermost first, and is kept up.
 * Only an item that begins to count opens a list within the one before, so that a misread number opens none.
 */
export function depthInLists(styles: string[], number: string): number {
  const style = numberStyle(number);
  const known = styles.indexOf(style);
  if (known >= 0) styles.length = known + 1;
  else if (styles.length === 0 || beginsToCount(number)) styles.push(style);
  return styles.length - 1;
}

function beginsToCount(number: string): boolean {
  return /(?:^|\D)[1一]\s*[）)、.．]?\s*$/.test(number) && !/[二三四五六七八九]?十一/.test(number);
}
