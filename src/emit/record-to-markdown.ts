import type { Budget, Schedule } from "../model/agreement.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Table } from "../model/table.ts";
import { fenToDisplay } from "./figures.ts";
import { type Language, say } from "./language.ts";
import { tableToGrid } from "./table-grid.ts";
import {
  both,
  CAUSE_NAMES,
  PROBLEM_NAMES,
  RULE_NAMES,
  SEVERITY_NAMES,
  STATUS_NAMES,
  TRUST_MARKS,
  VERSION_NAMES,
} from "./words.ts";

/** A record as Markdown: findings first, then figures and every table. A merged cell's text stands once. */
export function recordToMarkdown(record: AgreementRecord, language: Language): string {
  const { agreement, source } = record;
  const title = agreement.title?.value ?? source.fileName;
  const blocks = [
    `# ${inline(title)}`,
    facts(record, language),
    `## ${say(both("核对发现", "Findings"), language)}`,
    findings(record, language),
    ...(record.problems.length > 0
      ? [`## ${say(both("未读全之处", "Problems"), language)}`, problems(record, language)]
      : []),
    ...record.budgets.flatMap((budget) => budgetBlocks(budget, language)),
    ...record.schedules.flatMap((schedule) => scheduleBlocks(schedule, language)),
    ...record.tables.flatMap((table) => tableBlocks(table, language)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function facts({ agreement, source, status }: AgreementRecord, language: Language): string {
  const { term } = agreement;
  const lines: [string, string][] = [
    [say(both("状态", "Status"), language), say(STATUS_NAMES[status], language)],
    [say(both("文件", "File"), language), source.fileName],
    [say(both("页数", "Pages"), language), String(source.pageCount)],
    ...(agreement.projectCode
      ? [[say(both("编号", "Code"), language), agreement.projectCode.value] as [string, string]]
      : []),
    ...agreement.parties.map((party): [string, string] => [party.role, party.name.value]),
    ...(agreement.signedOn
      ? [[say(both("签订日期", "Signed on"), language), agreement.signedOn.value] as [string, string]]
      : []),
    ...(term
      ? [[say(both("期限", "Term"), language), `${term.from.value} – ${term.to.value}`] as [string, string]]
      : []),
  ];
  return lines.map(([name, value]) => `- ${inline(name)}: ${inline(value)}`).join("\n");
}

function findings(record: AgreementRecord, language: Language): string {
  if (record.findings.length === 0) return say(both("无。", "None."), language);
  return record.findings
    .map((finding) => {
      const kind = `${say(SEVERITY_NAMES[finding.severity], language)} · ${say(RULE_NAMES[finding.ruleId], language)}`;
      const pages = [...new Set(finding.evidence.map((place) => place.pageNumber))].join(", ");
      const where = say(both(`第 ${pages} 页`, `page ${pages}`), language);
      const cause = say(CAUSE_NAMES[finding.cause], language);
      return `- **${kind}** — ${inline(say(finding.message, language))} (${[...(pages === "" ? [] : [where]), cause].join("; ")})`;
    })
    .join("\n");
}

function problems(record: AgreementRecord, language: Language): string {
  return record.problems
    .map(({ code, pageNumber, message }) => {
      const where = say(both(`第 ${pageNumber} 页`, `page ${pageNumber}`), language);
      return `- **${say(PROBLEM_NAMES[code], language)}** (${where}) — ${inline(say(message, language))}`;
    })
    .join("\n");
}

function budgetBlocks(budget: Budget, language: Language): string[] {
  const heading = `## ${say(both("预算", "Budget"), language)} · ${say(VERSION_NAMES[budget.version], language)}`;
  const rows = budget.lines.map((line) => [
    `${line.parent === null ? "" : "— "}${line.label.value}`,
    `${fenToDisplay(line.amount.fen)} ${TRUST_MARKS[line.amount.trust]}`,
    line.percent === null ? "" : `${line.percent.percent} % ${TRUST_MARKS[line.percent.trust]}`,
  ]);
  const total =
    budget.total === null ? "" : `${fenToDisplay(budget.total.fen)} ${TRUST_MARKS[budget.total.trust]}`;
  const columns = [both("项目", "Line"), both("金额（元）", "Amount (yuan)"), both("占比", "Share")];
  return [
    heading,
    pipeTable(
      columns.map((text) => say(text, language)),
      [...rows, [say(both("总额", "Total"), language), total, ""]],
    ),
  ];
}

function scheduleBlocks(schedule: Schedule, language: Language): string[] {
  const heading = `## ${say(both("付款计划", "Schedule"), language)} · ${say(VERSION_NAMES[schedule.version], language)}`;
  const columns = [
    both("期间", "Time"),
    both("次数", "Times"),
    both("每次（元）", "Each (yuan)"),
    both("占比", "Share"),
    both("条件", "Condition"),
  ];
  const rows = schedule.instalments.map(
    ({ from, to, occurrences, amount, percent, condition, remainder }) => [
      from === to ? (from ?? "") : `${from ?? ""} – ${to ?? ""}`,
      String(occurrences),
      amount === null
        ? remainder
          ? say(both("余款", "the rest"), language)
          : ""
        : `${fenToDisplay(amount.fen)} ${TRUST_MARKS[amount.trust]}`,
      percent === null ? "" : `${percent.percent} % ${TRUST_MARKS[percent.trust]}`,
      condition?.value ?? "",
    ],
  );
  return [
    heading,
    pipeTable(
      columns.map((text) => say(text, language)),
      rows,
    ),
  ];
}

function tableBlocks(table: Table, language: Language): string[] {
  const pages = table.pageNumbers.join(", ");
  const where = say(both(`第 ${pages} 页`, `page ${pages}`), language);
  const heading = `## ${inline(table.title?.value ?? `${say(both("表格", "Table"), language)} ${table.id}`)} (${where})`;
  const grid = tableToGrid(table).map((row) => row.map((position) => position.text));
  const [first = [], ...rest] = grid;
  if (table.headerRows > 0) return [heading, pipeTable(first, rest)];
  return [
    heading,
    pipeTable(
      first.map(() => ""),
      grid,
    ),
  ];
}

function pipeTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inline).join(" | ")} |`;
  return [line(columns), `|${columns.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}

/** Text that stays plain text in Markdown, on one line. */
function inline(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&]/g, (mark) => (mark === "<" ? "&lt;" : mark === "&" ? "&amp;" : `\\${mark}`))
    .replace(/\s*\r?\n\s*/g, "<br>");
}
