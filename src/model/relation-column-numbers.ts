/** How deep a label's number stands: `1、` and `一、` 1, `1.1` and `（一）` 2, none 0. */
export function depthOf(label: string): number {
  if (/^[（(][一二三四五六七八九十\d]+[）)]/u.test(label)) return 2;
  const number = /^(\d+(?:[.．]\d+)*)(?=[、.．\s\p{Script=Han}])/u.exec(label)?.[1];
  if (number) return number.split(/[.．]/u).length;
  return /^[一二三四五六七八九十]+、/u.test(label) ? 1 : 0;
}

/** What a label's number looks like: `（一）` as `（一`, `1.` as `1.`, `2.1` as `1.1`; "" without one. */
export function styleOf(label: string): string {
  const number = /^[（(]?(?:[一二三四五六七八九十]+|[\d.．]+)[）)、.．]?/u.exec(label)?.[0] ?? "";
  return number.replace(/[一二三四五六七八九十]+/gu, "一").replace(/\d+/gu, "1");
}
