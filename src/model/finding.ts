import { z } from "zod";
import { Version } from "./agreement.ts";
import { Box, Place } from "./place-schemas.ts";

/** The fourteen rules of the contract. */
export const RuleId = z.enum([
  "capitals-equal-digits",
  "restated-total-agrees",
  "total-equals-sum",
  "subtotal-equals-sum",
  "percent-of-total",
  "percents-sum-to-100",
  "quantity-times-price",
  "schedule-equals-total",
  "schedule-covers-term",
  "instalment-percent-of-total",
  "column-sums-to-total",
  "term-months-agree",
  "dates-in-order",
  "indicator-numbering",
]);
export type RuleId = z.infer<typeof RuleId>;

/** A message for users, in Chinese and English. */
export const Message = z
  .strictObject({ zh: z.string(), en: z.string() })
  .meta({ id: "Message", title: "说明" });
export type Message = z.infer<typeof Message>;

export const Severity = z.enum(["error", "warning", "info"]).meta({ id: "Severity", title: "严重程度" });
export type Severity = z.infer<typeof Severity>;

/** Whether the paper, the reading, or neither for certain is at fault. */
export const Cause = z.enum(["document", "misread", "unknown"]).meta({ id: "Cause", title: "原因" });
export type Cause = z.infer<typeof Cause>;

/** The rival reading that would satisfy the rule. */
export const Suggestion = z
  .strictObject({ figure: z.string(), from: z.string(), to: z.string(), why: z.string() })
  .meta({ id: "Suggestion", title: "建议" });
export type Suggestion = z.infer<typeof Suggestion>;

/** A rule that does not hold. `followsFrom` names the subject of the finding this one follows from, null for a root. */
export const Finding = z
  .strictObject({
    ruleId: RuleId,
    severity: Severity,
    cause: Cause,
    version: Version.nullable(),
    subject: z.string(),
    expected: z.string(),
    actual: z.string(),
    difference: z.string(),
    formula: z.string(),
    message: Message,
    suggestion: Suggestion.nullable(),
    followsFrom: z.string().nullable(),
    evidence: z.array(Place),
  })
  .meta({ id: "Finding", title: "核对发现" });
export type Finding = z.infer<typeof Finding>;

/** What one rule said of one subject; `missing` names the inputs that a cannot-tell lacked. */
export const Check = z
  .strictObject({
    ruleId: RuleId,
    version: Version.nullable(),
    subject: z.string(),
    outcome: z.enum(["pass", "fail", "cannot-tell"]),
    missing: z.array(z.string()),
  })
  .meta({ id: "Check", title: "核对结果" });
export type Check = z.infer<typeof Check>;

export const ProblemCode = z.enum([
  "unread-ink",
  "torn-text",
  "unreadable-page",
  "bad-text-layer",
  "figure-not-understood",
  "ambiguous-join",
  "ambiguous-grid",
  "page-timeout",
  "too-many-pages",
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** Something that keeps the record from being complete; `box` is null when it concerns a page as a whole. */
export const Problem = z
  .strictObject({
    code: ProblemCode,
    pageNumber: z.number().int().min(1),
    box: Box.nullable(),
    message: Message,
  })
  .meta({ id: "Problem", title: "问题" });
export type Problem = z.infer<typeof Problem>;
