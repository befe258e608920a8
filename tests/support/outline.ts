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

/** The outline of an agreement of a title and paragraphs; a part with line ends is a table, a row a line. */
export function outlineOf(...parts: string[]): Outline {
  const { scan } = told(
    "outline",
    parts.map((part) => (part.includes("\n") ? table(...part.split("\n")) : part)),
    {},
  );
  const { budgets, findings, problems } = recognizedToRecord(scan, SOURCE);
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
    findings: findings.map(({ ruleId, subject }) => `${ruleId} ${subject}`),
    problems: problems.map(({ message }) => message.zh),
  };
}
