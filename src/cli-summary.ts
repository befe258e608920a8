import type { BatchResult } from "./batch.ts";
import { countCorrected } from "./batch-corrections.ts";
import type { Paint } from "./cli-terminal.ts";
import { printable } from "./cli-terminal.ts";
import { elapsedToDisplay, fenToDisplay } from "./emit/figures.ts";
import { type Language, say } from "./emit/language.ts";
import {
  both,
  PROBLEM_NAMES,
  RULE_NAMES,
  SEVERITY_NAMES,
  STATUS_NAMES,
  VERSION_NAMES,
} from "./emit/words.ts";
import { type HesuanError, UnreadableInputError } from "./errors.ts";
import type { Finding, Message } from "./model/finding.ts";
import type { ReadOutcome } from "./model/outcome.ts";
import type { AgreementRecord } from "./model/record.ts";

/** In a batch, more findings a scan than these are left to the reports. */
const FINDINGS_SHOWN = 3;

/** What a run came to, for people: what was read, what is flagged and where, and where the files lie. */
export function resultToText(result: BatchResult, language: Language, paint: Paint): string {
  if (result.outcomes.length === 1)
    return result.shown.map((outcome) => `\n${outcomeToText(outcome, language, paint)}\n`).join("");
  const flagged = result.outcomes.filter(({ kind, scan }) => kind === "read" && scan.status !== "clean");
  const blocks = result.shown.map(({ record, path }) =>
    recordToText(record, path, FINDINGS_SHOWN, language, paint),
  );
  if (flagged.length > blocks.length) blocks.push(moreLine(flagged.length - blocks.length, language));
  return [...blocks, countsToText(result, language, paint)].map((block) => `\n${block}\n`).join("");
}

/** A record in a few lines: what was read, then what is flagged. */
export function recordToText(
  record: AgreementRecord,
  name: string,
  limit: number,
  language: Language,
  paint: Paint,
): string {
  const title = record.agreement.title?.value;
  return [
    `${statusMark(record, paint)} ${paint(printable(name), "bold")}  ${statusName(record, language, paint)}`,
    ...(title ? [`  ${printable(title)}`] : []),
    ...partyLines(record),
    ...totalLines(record, language, paint),
    `  ${paint(countsOf(record, language), "dim")}`,
    ...correctedLines(record, language, paint),
    ...findingLines(record.findings, limit, language, paint),
    ...problemLines(record, limit, language, paint),
    ...openLines(record, limit, language, paint),
  ].join("\n");
}

/** Why an input failed and what to do about it, on one line. */
export function failureToText(
  error: HesuanError,
  path: string | null,
  language: Language,
  paint: Paint,
): string {
  const page = error instanceof UnreadableInputError ? error.pageNumber : null;
  const where = [
    ...(path === null ? [] : [printable(path)]),
    ...(page === null ? [] : [say(both(`第 ${page} 页`, `page ${page}`), language)]),
  ];
  const [colon, semicolon] = language === "zh" ? ["：", "；"] : [": ", "; "];
  const wrong = [...where, printable(say(error.explanation, language))].join(colon);
  return `${paint("✗", "red")} ${wrong}${semicolon}${say(error.remedy, language)}`;
}

/** `1 page`, `2 pages`, `3/9 pages`. */
export function counted(count: number | string, noun: string): string {
  return `${count} ${noun}${String(count) === "1" ? "" : "s"}`;
}

function outcomeToText(
  { record, path, outputs, elapsedMs }: ReadOutcome,
  language: Language,
  paint: Paint,
): string {
  const text = recordToText(record, path, Number.POSITIVE_INFINITY, language, paint);
  const files = outputs.map((file) => `  ${paint("→", "cyan")} ${printable(file)}`);
  return [text, ...files, `  ${paint(elapsedToDisplay(elapsedMs), "dim")}`].join("\n");
}

function partyLines({ agreement }: AgreementRecord): string[] {
  const parties = agreement.parties.map(({ role, name }) => printable(`${role} ${name.value}`));
  const { term } = agreement;
  const facts = [...parties, ...(term === null ? [] : [`${term.from.value} – ${term.to.value}`])];
  return facts.length > 0 ? [`  ${facts.join(" · ")}`] : [];
}

function totalLines(record: AgreementRecord, language: Language, paint: Paint): string[] {
  const totals = record.budgets.flatMap(({ version, total }) => {
    if (total === null) return [];
    const doubt = total.trust === "doubtful" ? paint(" ?", "yellow") : "";
    return [`${say(VERSION_NAMES[version], language)} ${paint(fenToDisplay(total.fen), "bold")}${doubt}`];
  });
  if (totals.length === 0) return [];
  return [`  ${say(both("总额（元）", "Total (yuan)"), language)}  ${totals.join(" → ")}`];
}

/** A reading of one's own that is kept has to be told: the scan's own would differ. */
function correctedLines(record: AgreementRecord, language: Language, paint: Paint): string[] {
  const count = countCorrected(record);
  const kept = both(`保留人工更正 ${count} 处`, `${counted(count, "correction")} by hand kept`);
  return count === 0 ? [] : [`  ${paint("✎", "blue")} ${say(kept, language)}`];
}

function countsOf(record: AgreementRecord, language: Language): string {
  const lines = record.budgets.reduce((sum, budget) => sum + budget.lines.length, 0);
  const instalments = record.schedules.reduce((sum, schedule) => sum + schedule.instalments.length, 0);
  const passed = record.checks.filter((check) => check.outcome === "pass").length;
  const { length: judged } = record.checks;
  const parts: Message[] = [
    both(`${record.source.pageCount} 页`, counted(record.source.pageCount, "page")),
    both(`预算 ${lines} 行`, counted(lines, "budget line")),
    both(`付款 ${instalments} 期`, counted(instalments, "instalment")),
    both(`指标 ${record.indicators.length} 条`, counted(record.indicators.length, "indicator")),
    both(`表格 ${record.tables.length} 张`, counted(record.tables.length, "table")),
    both(`核对通过 ${passed}/${judged}`, `${passed} of ${judged} checks pass`),
  ];
  return parts.map((part) => say(part, language)).join(" · ");
}

function findingLines(
  findings: readonly Finding[],
  limit: number,
  language: Language,
  paint: Paint,
): string[] {
  const shown = findings.slice(0, limit).flatMap((finding) => {
    const colour = finding.severity === "error" ? "red" : finding.severity === "warning" ? "yellow" : "blue";
    const mark = paint(
      `${finding.severity === "error" ? "✗" : "!"} ${say(SEVERITY_NAMES[finding.severity], language)}`,
      colour,
    );
    const pages = [...new Set(finding.evidence.map((place) => place.pageNumber))].join(", ");
    const where = pages === "" ? "" : say(both(`（第 ${pages} 页）`, ` (page ${pages})`), language);
    const version = finding.version === null ? "" : `${say(VERSION_NAMES[finding.version], language)} `;
    return [
      `  ${mark} ${say(RULE_NAMES[finding.ruleId], language)} · ${version}${printable(finding.subject)}${where}`,
      `      ${printable(say(finding.message, language))}`,
    ];
  });
  return findings.length > limit ? [...shown, moreLine(findings.length - limit, language)] : shown;
}

function problemLines(
  { problems }: AgreementRecord,
  limit: number,
  language: Language,
  paint: Paint,
): string[] {
  const shown = problems.slice(0, limit).map(({ code, pageNumber, message }) => {
    const where = say(both(`（第 ${pageNumber} 页）`, ` (page ${pageNumber})`), language);
    return `  ${paint("?", "yellow")} ${say(PROBLEM_NAMES[code], language)}${where} ${printable(say(message, language))}`;
  });
  return problems.length > limit ? [...shown, moreLine(problems.length - limit, language)] : shown;
}

/** The rules that could not judge, and what they lack; without any, why a record is incomplete all the same. */
function openLines(record: AgreementRecord, limit: number, language: Language, paint: Paint): string[] {
  const { status, findings, problems, checks } = record;
  const open = checks.filter(({ outcome }) => outcome === "cannot-tell");
  const mark = `  ${paint("?", "yellow")}`;
  if (open.length === 0) {
    const isTold = status !== "incomplete" || findings.length > 0 || problems.length > 0;
    const nothing = both("没有找到可以核对的数字", "no figures were found that could be checked");
    return isTold ? [] : [`${mark} ${say(nothing, language)}`];
  }
  const shown = open.slice(0, limit).map(({ ruleId, version, subject, missing }) => {
    const of = version === null ? "" : `${say(VERSION_NAMES[version], language)} `;
    const lacks = both(`缺少 ${missing.join("、")}`, `lacks ${missing.join(", ")}`);
    const why = missing.length === 0 ? both("数字不足，无法判断", "figures are missing to judge") : lacks;
    const colon = language === "zh" ? "：" : ": ";
    return `${mark} ${say(RULE_NAMES[ruleId], language)} · ${of}${printable(`${subject}${colon}${say(why, language)}`)}`;
  });
  return open.length > limit ? [...shown, moreLine(open.length - limit, language)] : shown;
}

function moreLine(count: number, language: Language): string {
  return `    ${say(both(`……另有 ${count} 处，见报告`, `… ${count} more in the report`), language)}`;
}

function countsToText({ outcomes, outputs }: BatchResult, language: Language, paint: Paint): string {
  const count = (status: string) => outcomes.filter(({ scan }) => scan.status === status).length;
  const stopped = outcomes.filter(({ scan }) => scan.error?.code === "interrupted").length;
  const failed = outcomes.filter((outcome) => outcome.kind === "failed").length - stopped;
  const parts = [
    paint(`${say(STATUS_NAMES.clean, language)} ${count("clean")}`, "green"),
    paint(`${say(STATUS_NAMES.flagged, language)} ${count("flagged")}`, "yellow"),
    paint(`${say(STATUS_NAMES.incomplete, language)} ${count("incomplete")}`, "blue"),
    paint(`${say(both("未能读取", "Unreadable"), language)} ${failed}`, failed > 0 ? "red" : "dim"),
    ...(stopped > 0 ? [say(both(`尚未读取 ${stopped}`, `Not read yet ${stopped}`), language)] : []),
  ];
  const heading = say(both(`共 ${outcomes.length} 份`, `${outcomes.length} scans`), language);
  const files = outputs.map((file) => `  ${paint("→", "cyan")} ${printable(file)}`);
  return [`${paint(heading, "bold")}  ${parts.join(" · ")}`, ...files].join("\n");
}

function statusMark(record: AgreementRecord, paint: Paint): string {
  if (record.status === "clean") return paint("✓", "green");
  return hasError(record) ? paint("✗", "red") : paint("!", "yellow");
}

function statusName(record: AgreementRecord, language: Language, paint: Paint): string {
  const colour = record.status === "clean" ? "green" : hasError(record) ? "red" : "yellow";
  return paint(say(STATUS_NAMES[record.status], language), colour);
}

function hasError(record: AgreementRecord): boolean {
  return record.findings.some((finding) => finding.severity === "error");
}
