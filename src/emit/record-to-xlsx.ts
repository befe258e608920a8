import type { CellObject } from "write-excel-file/node";
import type { AgreementRecord } from "../model/record.ts";
import type { Money, Percent } from "../model/value.ts";
import { type Language, say } from "./language.ts";
import { headingCell, moneyCell, type NamedSheet, numberCell, sheetsToXlsx, textCell } from "./sheet.ts";
import { tableToSheet } from "./table-to-sheet.ts";
import { both, CAUSE_NAMES, RULE_NAMES, SEVERITY_NAMES, STATUS_NAMES, VERSION_NAMES } from "./words.ts";

/** A record as a workbook: overview, findings, budgets, schedules, indicators, and a sheet for every table. */
export function recordToXlsx(record: AgreementRecord, language: Language): Promise<Uint8Array> {
  return sheetsToXlsx([
    overviewSheet(record, language),
    findingSheet(record, language),
    ...(record.budgets.length > 0 ? [budgetSheet(record, language)] : []),
    ...(record.schedules.length > 0 ? [scheduleSheet(record, language)] : []),
    ...(record.indicators.length > 0 ? [indicatorSheet(record, language)] : []),
    ...record.tables.map((table) => tableToSheet(table, `${table.id} ${table.title?.value ?? ""}`)),
  ]);
}

function overviewSheet(record: AgreementRecord, language: Language): NamedSheet {
  const { agreement, source } = record;
  const { term } = agreement;
  const facts: [string, string][] = [
    [say(both("协议名称", "Title"), language), agreement.title?.value ?? ""],
    [say(both("状态", "Status"), language), say(STATUS_NAMES[record.status], language)],
    [say(both("项目编号", "Project code"), language), agreement.projectCode?.value ?? ""],
    [say(both("项目名称", "Project"), language), agreement.projectName?.value ?? ""],
    ...agreement.parties.map((party): [string, string] => [party.role, party.name.value]),
    [say(both("签订日期", "Signed on"), language), agreement.signedOn?.value ?? ""],
    [say(both("服务期限", "Term"), language), term === null ? "" : `${term.from.value} – ${term.to.value}`],
    [say(both("文件", "File"), language), source.fileName],
    [say(both("页数", "Pages"), language), String(source.pageCount)],
    ["SHA-256", source.sha256],
  ];
  return {
    name: say(both("概要", "Overview"), language),
    widths: [16, 60],
    data: facts.map(([name, value]) => [headingCell(name, { align: "left" }), textCell(value)]),
  };
}

function findingSheet(record: AgreementRecord, language: Language): NamedSheet {
  const headings = [
    both("严重程度", "Severity"),
    both("规则", "Rule"),
    both("版本", "Version"),
    both("对象", "Subject"),
    both("说明", "Message"),
    both("应为", "Expected"),
    both("写作", "Actual"),
    both("相差", "Difference"),
    both("算式", "Formula"),
    both("原因", "Cause"),
    both("页", "Page"),
  ];
  const rows = record.findings.map((finding): CellObject[] => [
    textCell(say(SEVERITY_NAMES[finding.severity], language)),
    textCell(say(RULE_NAMES[finding.ruleId], language)),
    textCell(finding.version === null ? "" : say(VERSION_NAMES[finding.version], language)),
    textCell(finding.subject),
    textCell(say(finding.message, language)),
    textCell(finding.expected, RIGHT),
    textCell(finding.actual, RIGHT),
    textCell(finding.difference, RIGHT),
    textCell(finding.formula),
    textCell(say(CAUSE_NAMES[finding.cause], language)),
    textCell([...new Set(finding.evidence.map((place) => place.pageNumber))].join(", ")),
  ]);
  return sheet(
    both("核对发现", "Findings"),
    headings,
    [10, 24, 10, 20, 48, 14, 14, 12, 36, 12, 8],
    rows,
    language,
  );
}

function budgetSheet(record: AgreementRecord, language: Language): NamedSheet {
  const headings = [
    both("版本", "Version"),
    both("项目", "Line"),
    both("所属", "Part of"),
    both("数量", "Quantity"),
    both("单位", "Unit"),
    both("单价（元）", "Unit price (yuan)"),
    both("金额（元）", "Amount (yuan)"),
    both("占比（%）", "Share (%)"),
  ];
  const rows = record.budgets.flatMap((budget): CellObject[][] => [
    ...budget.lines.map((line): CellObject[] => [
      textCell(say(VERSION_NAMES[budget.version], language)),
      textCell(line.label.value, { indent: line.parent === null ? 0 : 1 }),
      textCell(line.parent ?? ""),
      line.quantity === null
        ? textCell("")
        : numberCell(Number(line.quantity.value), doubt(line.quantity.trust)),
      textCell(line.quantity?.unit ?? ""),
      amountCell(line.unitPrice),
      amountCell(line.amount),
      percentCell(line.percent),
    ]),
    [
      textCell(say(VERSION_NAMES[budget.version], language), BOLD),
      textCell(say(both("总额", "Total"), language), BOLD),
      ...Array.from({ length: 4 }, () => textCell("")),
      amountCell(budget.total, BOLD),
      textCell(""),
    ],
  ]);
  return sheet(both("预算", "Budgets"), headings, [10, 28, 20, 10, 8, 16, 18, 12], rows, language);
}

function scheduleSheet(record: AgreementRecord, language: Language): NamedSheet {
  const headings = [
    both("版本", "Version"),
    both("自", "From"),
    both("至", "To"),
    both("次数", "Times"),
    both("每次金额（元）", "Amount each (yuan)"),
    both("小计（元）", "Together (yuan)"),
    both("占比（%）", "Share (%)"),
    both("占比所指", "Share of"),
    both("付款条件", "Condition"),
  ];
  const rows = record.schedules.flatMap((schedule) =>
    schedule.instalments.map(
      ({ from, to, occurrences, amount, percent, percentOf, condition }): CellObject[] => [
        textCell(say(VERSION_NAMES[schedule.version], language)),
        textCell(from ?? ""),
        textCell(to ?? ""),
        numberCell(occurrences),
        amountCell(amount),
        moneyCell(amount === null ? null : amount.fen * occurrences),
        percentCell(percent),
        textCell(percentOf?.value ?? ""),
        textCell(condition?.value ?? ""),
      ],
    ),
  );
  return sheet(both("付款计划", "Schedules"), headings, [10, 12, 12, 8, 18, 18, 12, 16, 40], rows, language);
}

function indicatorSheet(record: AgreementRecord, language: Language): NamedSheet {
  const headings = [
    both("服务类别", "Category"),
    both("服务大项", "Item"),
    both("服务要求", "Requirement"),
    both("服务细项", "Detail"),
    both("量化标准", "Standard"),
    both("指标", "Targets"),
  ];
  const rows = record.indicators.map(({ category, item, requirement, detail, standard, targets }) => [
    ...[category, item, requirement, detail, standard].map((text) => textCell(text.value, doubt(text.trust))),
    textCell(targets.map((target) => target.raw).join("\n")),
  ]);
  return sheet(both("服务指标", "Indicators"), headings, [16, 18, 32, 40, 32, 24], rows, language);
}

function sheet(
  name: { zh: string; en: string },
  headings: { zh: string; en: string }[],
  widths: number[],
  rows: CellObject[][],
  language: Language,
): NamedSheet {
  const heading = headings.map((text) => headingCell(say(text, language)));
  return { name: say(name, language), widths, stickyRowsCount: 1, data: [heading, ...rows] };
}

const BOLD = { fontWeight: "bold" } as const;
const RIGHT = { align: "right" } as const;

function amountCell(money: Money | null, style: Partial<CellObject> = {}): CellObject {
  return money === null ? textCell("") : moneyCell(money.fen, { ...doubt(money.trust), ...style });
}

function percentCell(share: Percent | null): CellObject {
  if (share === null) return textCell("");
  const places = share.percent.split(".")[1]?.length ?? 0;
  const format = places === 0 ? "0" : `0.${"0".repeat(places)}`;
  return numberCell(Number(share.percent), { format, ...doubt(share.trust) });
}

function doubt(trust: string): Partial<CellObject> {
  return trust === "doubtful" ? { backgroundColor: "#FFF3D6" } : {};
}
