/** The library: what `import … from "hesuan"` gives. */
export {
  HesuanError,
  InternalError,
  InterruptedError,
  MachineError,
  UnreadableInputError,
  UsageError,
} from "./errors.ts";
export type { Budget, Instalment, Schedule } from "./model/agreement.ts";
export type { Check, Finding, Problem } from "./model/finding.ts";
export { AgreementRecord } from "./model/record.ts";
export type { Indicator, Table, Target } from "./model/table.ts";
export type { Day, Money, Percent, Quantity, Text } from "./model/value.ts";
export { type ReadOptions, readAgreement } from "./read-agreement.ts";
export { recheckRecord } from "./recognized-to-record.ts";
