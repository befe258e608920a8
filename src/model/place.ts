import { z } from "zod";

/** A rectangle `[x0, y0, x1, y1]` in pixels of the upright page picture; top-left origin, x1 and y1 exclusive. */
export const Box = z
  .tuple([z.number().int(), z.number().int(), z.number().int(), z.number().int()])
  .meta({ id: "Box", title: "位置框", description: "[x0, y0, x1, y1], pixels of the upright page picture" });
export type Box = z.infer<typeof Box>;

/** Where on which page something stands. */
export const Place = z
  .strictObject({ pageNumber: z.number().int().min(1), box: Box })
  .meta({ id: "Place", title: "出处" });
export type Place = z.infer<typeof Place>;

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
