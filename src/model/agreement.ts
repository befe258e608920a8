import { z } from "zod";
import { Day, Money, Percent, Quantity, Text } from "./value.ts";

/** Whether a part states what was first agreed or what it was changed to. */
export const Version = z
  .enum(["original", "amended"])
  .meta({ id: "Version", title: "版本（原合同/变更后）" });
export type Version = z.infer<typeof Version>;

export const Party = z.strictObject({ role: z.string(), name: Text }).meta({ id: "Party", title: "当事人" });
export type Party = z.infer<typeof Party>;

/** The time an agreement runs; `months` is the stated count (共计N个月), null when none is stated. */
export const Term = z
  .strictObject({ from: Day, to: Day, months: z.number().int().nullable() })
  .meta({ id: "Term", title: "期限" });
export type Term = z.infer<typeof Term>;

/** `originalTerm` stands only where the agreement changes its term: what it was before, null where that isn't told. */
export const Agreement = z
  .strictObject({
    title: Text.nullable(),
    projectCode: Text.nullable(),
    projectName: Text.nullable(),
    parties: z.array(Party),
    signedOn: Day.nullable(),
    term: Term.nullable(),
    originalTerm: Term.nullable().optional(),
  })
  .meta({ id: "Agreement", title: "协议" });
export type Agreement = z.infer<typeof Agreement>;

/** One line of a budget; `parent` is the label of the line it is part of (其中). */
export const BudgetLine = z
  .strictObject({
    label: Text,
    parent: z.string().nullable(),
    quantity: Quantity.nullable(),
    unitPrice: Money.nullable(),
    amount: Money,
    percent: Percent.nullable(),
  })
  .meta({ id: "BudgetLine", title: "预算明细" });
export type BudgetLine = z.infer<typeof BudgetLine>;

/** `restatements` are the same total stated again elsewhere in the agreement. */
export const Budget = z
  .strictObject({
    version: Version,
    name: Text.nullable(),
    total: Money.nullable(),
    totalInCapitals: Money.nullable(),
    restatements: z.array(Money),
    lines: z.array(BudgetLine),
  })
  .meta({ id: "Budget", title: "预算" });
export type Budget = z.infer<typeof Budget>;

const Month = z.string().regex(/^\d{4}-\d{2}$/);

/**
 * `amount` is paid `occurrences` times, monthly from `from` to `to` where these are stated; null where only a share is.
 * Of what is due by a day (2018年10月15日前) they are that day's month, and `condition` tells the day.
 * `percentOf` stands only where the share is of a part (设备费的50%): that part's name as the paper has it; of a sum told beside it
 * (每季价款758,760元，其中85%) the name with that sum. `remainder` stands where neither is told because all that is left is paid
 * (余款付清, 验收后一次性付清).
 */
export const Instalment = z
  .strictObject({
    from: Month.nullable(),
    to: Month.nullable(),
    occurrences: z.number().int().min(1),
    amount: Money.nullable(),
    percent: Percent.nullable(),
    percentOf: Text.optional(),
    condition: Text.nullable(),
    remainder: z.literal(true).optional(),
  })
  .meta({ id: "Instalment", title: "付款期" });
export type Instalment = z.infer<typeof Instalment>;

export const Schedule = z
  .strictObject({ version: Version, total: Money.nullable(), instalments: z.array(Instalment) })
  .meta({ id: "Schedule", title: "付款计划" });
export type Schedule = z.infer<typeof Schedule>;
