import { z } from "zod";
import { Place } from "./place-schemas.ts";

/** How far a value may be believed; the contract defines each word. */
export const Trust = z
  .enum(["proven", "agreed", "doubtful", "corrected"])
  .meta({ id: "Trust", title: "可信程度" });
export type Trust = z.infer<typeof Trust>;

export const Confidence = z.number().min(0).max(1);

/** What one reader saw where a value stands; `value` is null when what it saw is no such value. */
export const Reading = z
  .strictObject({
    reader: z.string(),
    raw: z.string(),
    value: z.union([z.string(), z.number()]).nullable(),
    confidence: Confidence,
  })
  .meta({ id: "Reading", title: "读数" });
export type Reading = z.infer<typeof Reading>;

const evidence = {
  raw: z.string(),
  trust: Trust,
  confidence: Confidence,
  evidence: z.array(Place),
  readings: z.array(Reading).optional(),
};

/** A piece of text with its evidence; `raw` is as printed, `value` is normalized. */
export const Text = z.strictObject({ value: z.string(), ...evidence }).meta({ id: "Text", title: "文字" });
export type Text = z.infer<typeof Text>;

/** An amount in whole 分; `precisionFen` is the worth of its last printed digit (253.2911万元 → 100). */
export const Money = z
  .strictObject({ fen: z.number().int(), precisionFen: z.number().int().min(1), ...evidence })
  .meta({ id: "Money", title: "金额" });
export type Money = z.infer<typeof Money>;

/** A share: the printed digits as a decimal string, without the sign (`86.53`). */
export const Percent = z
  .strictObject({ percent: z.string().regex(/^-?\d+(\.\d+)?$/), ...evidence })
  .meta({ id: "Percent", title: "占比" });
export type Percent = z.infer<typeof Percent>;

/** A count with its unit (`6240` 人次); the printed digits as a decimal string. */
export const Quantity = z
  .strictObject({ value: z.string().regex(/^-?\d+(\.\d+)?$/), unit: z.string().nullable(), ...evidence })
  .meta({ id: "Quantity", title: "数量" });
export type Quantity = z.infer<typeof Quantity>;

/** A calendar day, `YYYY-MM-DD`. */
export const Day = z
  .strictObject({ value: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), ...evidence })
  .meta({ id: "Day", title: "日期" });
export type Day = z.infer<typeof Day>;

/** Any value that was read and carries its evidence. */
export type Figure = Money | Percent | Quantity | Day;
