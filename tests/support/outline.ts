import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { table, told } from "../extract/unseen/told.ts";

const SOURCE = { fileName: "a.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

/** What a reader of the record sees of budgets and what is flagged, one thing a line. */
export interface Outline {
  /** `original 总300000 大写300000 再300100`, money in yuan. */
  totals: string[];
  /** `工资 < 人员费 150000`. */
  lines: string[];
  /** `142500×4 95% 2025-03..2026-02`, money in yuan; `-` without a sum. */
  payments: string[];
  /** `甲方 某局`. */
  parties: string[];
  title: string | null;
  code: string | null;
  signed: string | null;
  /** `2025-03-01..2026-02-28`. */
  term: string | null;
  /** `total-equals-sum 合计`. */
  findings: string[];
  /** Their Chinese messages. */
  problems: string[];
}

/** The outline of an agreement of a title and paragraphs; a part with line ends is a table, a row a line. */
export function outlineOf(...parts: string[]): Outline {
  const { scan } = told(
    "outline",
    parts.map((part) => (part.includes("\n") ? table(...part.split("\n")) : part)),
    {},
  );
  const { agreement, budgets, schedules, findings, problems } = recognizedToRecord(scan, SOURCE);
  const { term } = agreement;
  const yuan = ({ fen }: { fen: number }): string => String(fen / 100);
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
    payments: schedules.flatMap(({ instalments }) =>
      instalments.map(({ amount, occurrences, percent, from, to }) =>
        [
          `${amount ? yuan(amount) : "-"}${occurrences > 1 ? `×${occurrences}` : ""}`,
          ...(percent ? [`${percent.percent}%`] : []),
          ...(from ? [`${from}..${to}`] : []),
        ].join(" "),
      ),
    ),
    parties: agreement.parties.map(({ role, name }) => `${role} ${name.value}`),
    title: agreement.title?.value ?? null,
    code: agreement.projectCode?.value ?? null,
    signed: agreement.signedOn?.value ?? null,
    term: term ? `${term.from.value}..${term.to.value}` : null,
    findings: findings.map(({ ruleId, subject }) => `${ruleId} ${subject}`),
    problems: problems.map(({ message }) => message.zh),
  };
}
