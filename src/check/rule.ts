import type { Version } from "../model/agreement.ts";
import type { Finding, Message, RuleId, Severity } from "../model/finding.ts";
import type { Contents } from "../model/record.ts";
import type { Equation } from "../model/relation.ts";

/** What a good agreement holds: `clause` says it to users, `check` judges every subject that it concerns. */
export interface Rule {
  readonly id: RuleId;
  /** How bad a clear break is; a mere slip of rounding is a warning. */
  readonly severity: Severity;
  readonly clause: Message;
  check(contents: Contents): Verdict[];
}

/** What a rule says of one subject. `figures` are the objects of the record that a finding weighs. */
export type Verdict =
  | { outcome: "pass"; version: Version | null; subject: string; missing: readonly string[] }
  | { outcome: "cannot-tell"; version: Version | null; subject: string; missing: readonly string[] }
  | { outcome: "fail"; finding: Finding; equation: Equation | null; figures: readonly object[] };
