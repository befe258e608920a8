import { z } from "zod";
import { Problem } from "./finding.ts";
import { Box } from "./place-schemas.ts";

/**
 * One line of text as read. `text` has one UTF-16 unit a character and no line break.
 * `confidences` (0–100) has one entry a character; `edgesPx` the left x of every character, then the right x of the last.
 * `rivals` lists where another reader saw something else: it saw `saw` (possibly empty, possibly longer)
 * in place of the `length` characters from `start` (length 0: it saw something more before `start`).
 * `disturbed` are `[start, end)` ranges whose ink lies under a seal, a fold or a rule.
 */
export const RecognizedLine = z.strictObject({
  box: Box,
  text: z.string(),
  confidences: z.array(z.number().int().min(0).max(100)),
  edgesPx: z.array(z.number().int()),
  readers: z.array(z.string()),
  rivals: z.array(
    z.strictObject({
      reader: z.string(),
      start: z.number().int().min(0),
      length: z.number().int().min(0),
      saw: z.string(),
      confidence: z.number().int().min(0).max(100),
    }),
  ),
  disturbed: z.array(z.tuple([z.number().int(), z.number().int()])),
});
export type RecognizedLine = z.infer<typeof RecognizedLine>;

/** A run of lines that belong together, top to bottom. `role` keeps page furniture apart from the body. */
export const TextBlock = z.strictObject({
  kind: z.literal("text"),
  role: z.enum(["body", "header", "footer"]),
  box: Box,
  lines: z.array(RecognizedLine),
});
export type TextBlock = z.infer<typeof TextBlock>;

export const RecognizedCell = z.strictObject({
  row: z.number().int().min(0),
  column: z.number().int().min(0),
  rowSpan: z.number().int().min(1),
  columnSpan: z.number().int().min(1),
  box: Box,
  lines: z.array(RecognizedLine),
});
export type RecognizedCell = z.infer<typeof RecognizedCell>;

/** A ruled table on one page; edges are the x of every column rule and the y of every row rule, ascending. */
export const TableBlock = z.strictObject({
  kind: z.literal("table"),
  box: Box,
  columnEdgesPx: z.array(z.number().int()),
  rowEdgesPx: z.array(z.number().int()),
  cells: z.array(RecognizedCell),
});
export type TableBlock = z.infer<typeof TableBlock>;

/** A page after reading; `blocks` stand in reading order. */
export const RecognizedPage = z.strictObject({
  pageNumber: z.number().int().min(1),
  widthPx: z.number().int().min(0),
  heightPx: z.number().int().min(0),
  dpi: z.number().int().min(1),
  turnedDeg: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  skewDeg: z.number(),
  textSource: z.enum(["ocr", "text-layer"]),
  blocks: z.array(z.discriminatedUnion("kind", [TextBlock, TableBlock])),
  seals: z.array(Box),
  problems: z.array(Problem),
});
export type RecognizedPage = z.infer<typeof RecognizedPage>;

/** A scan after reading: its pages and the wording of its PDF outline, top to bottom. */
export const RecognizedScan = z.strictObject({
  readers: z.array(z.string()),
  outline: z.array(z.string()),
  pages: z.array(RecognizedPage),
});
export type RecognizedScan = z.infer<typeof RecognizedScan>;
