import { z } from "zod";
import type * as place from "./place.ts";

// Apart from what is asked of places: reading a scan checks nothing against a schema, and needn't load what would.

/** A rectangle `[x0, y0, x1, y1]`, see `place.ts`. */
export const Box: z.ZodType<place.Box> = z
  .tuple([z.number().int(), z.number().int(), z.number().int(), z.number().int()])
  .meta({ id: "Box", title: "位置框", description: "[x0, y0, x1, y1], pixels of the upright page picture" });

/** Where on which page something stands. */
export const Place: z.ZodType<place.Place> = z
  .strictObject({ pageNumber: z.number().int().min(1), box: Box })
  .meta({ id: "Place", title: "出处" });
