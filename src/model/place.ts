/** A rectangle in pixels of the upright page picture; top-left origin, x1 and y1 exclusive. */
export type Box = [x0: number, y0: number, x1: number, y1: number];

/** Where on which page something stands. */
export interface Place {
  pageNumber: number;
  box: Box;
}

export const boxWidth = (box: Box): number => box[2] - box[0];
export const boxHeight = (box: Box): number => box[3] - box[1];

/** The smallest box around all the boxes given; at least one must be. */
export function unionOfBoxes(boxes: readonly Box[]): Box {
  let [x0, y0, x1, y1] = boxes[0];
  for (const box of boxes) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return [x0, y0, x1, y1];
}

/** The area two boxes share, in square pixels; 0 when they don't meet. */
export function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return width > 0 && height > 0 ? width * height : 0;
}

/**
 * Whether a place stands among others: on their pages, not above the first of them nor below the last by more than
 * `lines` of its own height. One without a box stands on a whole page.
 */
export function isAmid(
  { pageNumber, box }: { pageNumber: number; box: Box | null },
  places: readonly Place[],
  lines: number,
): boolean {
  if (places.length === 0) return false;
  const first = places.reduce((top, next) => (isAbove(startOf(next), startOf(top)) ? next : top));
  const last = places.reduce((low, next) => (isAbove(endOf(low), endOf(next)) ? next : low));
  if (box === null) return first.pageNumber <= pageNumber && pageNumber <= last.pageNumber;
  const room = lines * (box[3] - box[1]);
  return (
    !isAbove([pageNumber, box[3] + room], startOf(first)) &&
    !isAbove(endOf(last), [pageNumber, box[1] - room])
  );
}

/** Whether a place ends where another one begins, or before: on its page, or on one before it. */
export const standsAbove = (one: Place, other: Place): boolean => !isAbove(startOf(other), endOf(one));

type Height = readonly [pageNumber: number, y: number];
const startOf = ({ pageNumber, box }: Place): Height => [pageNumber, box[1]];
const endOf = ({ pageNumber, box }: Place): Height => [pageNumber, box[3]];
const isAbove = ([page, y]: Height, [otherPage, otherY]: Height): boolean =>
  page < otherPage || (page === otherPage && y < otherY);
