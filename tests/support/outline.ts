import type { AgreementRecord } from "../../src/model/record.ts";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { table, told } from "../extract/unseen/told.ts";

const SOURCE = { fileName: "a.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

/** What a reader of the record sees of budgets and what is flagged, one thing a line. */
export interface Outline {
  /** `original 总300000 大写300000 再300100`, money in yuan. */
  totals: string[];
  /** `工资 < 人员费 150000`. */
  lines: string[];
  /** `total-equals-sum 合计`. */
  findings: string[];
  /** Their Chinese messages. */
  problems: string[];
}

/** The outline, and what a reader sees of payments and of the agreement itself. */
export interface Details extends Outline {
  /** `142500×4 95% 2025-03..2026-02`, money in yuan; `-` without a sum. */
  payments: string[];
  /** `甲方 某局`. */
  parties: string[];
  signed: string | null;
  /** `2025-03-01..2026-02-28`. */
  term: string | null;
}

/** The outline of an agreement of a title and paragraphs; a part with line ends is a table, a row a line. */
export const outlineOf = (...parts: string[]): Outline => toOutline(recordOf(parts));

/** The same with payments and what the agreement says of itself. */
export function detailsOf(...parts: string[]): Details {
  const record = recordOf(parts);
  const { agreement, schedules } = record;
  const { parties, signedOn, term } = agreement;
  return {
    ...toOutline(record),
    payments: schedules.flatMap(({ instalments }) =>
      instalments.map(({ amount, occurrences, percent, from, to }) =>
        [
          `${amount ? yuan(amount) : "-"}${occurrences > 1 ? `×${occurrences}` : ""}`,
          ...(percent ? [`${percent.percent}%`] : []),
          ...(from ? [`${from}..${to}`] : []),
        ].join(" "),
      ),
    ),
    parties: parties.map(({ role, name }) => `${role} ${name.value}`),
    signed: signedOn?.value ?? null,
    term: term ? `${term.from.value}..${term.to.value}` : null,
  };
}

function recordOf(parts: readonly string[]): AgreementRecord {
  const { scan } = told(
    "outline",
    parts.map((part) => (part.includes("\n") ? table(...part.split("\n")) : part)),
    {},
  );
  return recognizedToRecord(scan, SOURCE);
}

const yuan = ({ fen }: { fen: number }): string => String(fen / 100);

function toOutline({ budgets, findings, problems }: AgreementRecord): Outline {
  return {
    totals: budgets.map(({ version, name, total, totalInCapitals, restatements }) =>
      [
        version,
        ...(name ? [name.value] : []),
        ...(total ? [`总${yuan(total)}`] : []),
        ...(totalInCapitals ? [`大写${yuan(totalInCapitals)}`] : []),
        ...restatements.map((money) => `再${yuan(money)}`),
      ].join(" "),
    ),
    lines: budgets.flatMap(({ lines }) =>
      lines.map(({ label, parent, amount }) =>
        [label.value, ...(parent === null ? [] : ["<", parent]), yuan(amount)].join(" "),
      ),
    ),
    findings: findings.map(({ ruleId, subject }) => `${ruleId} ${subject}`),
    problems: problems.map(({ message }) => message.zh),
  };
}
