import type { Finding } from "../model/finding.ts";
import type { PagePictures } from "../model/picture.ts";
import type { AgreementRecord } from "../model/record.ts";
import { bilingual, type Html, html, markup } from "./html.ts";
import type { Language } from "./language.ts";
import { recordDoubts } from "./record-doubts.ts";
import { budgetsSection, moneyFigure, schedulesSection, trustLegend } from "./report-figures.ts";
import { checksSection, findingsSection, problemsSection } from "./report-findings.ts";
import { type PageViews, pagesSection, pictureStore, toPageViews } from "./report-pages.ts";
import { REPORT_STYLE } from "./report-style.ts";
import { doubtsSection, indicatorsSection, tablesSection } from "./report-tables.ts";
import { both, SEVERITY_NAMES, STATUS_NAMES, VERSION_NAMES } from "./words.ts";

/**
 * A record as one HTML page that needs nothing else, in parts: findings first, then what was read, then the pages.
 * It runs no script. Pictures may be missing; evidence is then named by its page.
 */
export async function* recordToHtml(
  record: AgreementRecord,
  pictures: PagePictures,
  language: Language,
): AsyncGenerator<string> {
  const views = toPageViews(record, pictures.pageNumbers);
  const title = record.agreement.title?.value ?? record.source.fileName;
  yield pageStart(title, language).markup;
  yield* pictureStore(views, pictures);
  yield recordBody(record, title, views).markup;
}

function recordBody(record: AgreementRecord, title: string, views: PageViews): Html {
  const doubts = recordDoubts(record);
  return html`${reportBar([
    ["findings", both("核对发现", "Findings")],
    ...(record.budgets.length > 0 ? [["budgets", both("预算", "Budget")] as const] : []),
    ...(record.schedules.length > 0 ? [["schedules", both("付款计划", "Schedule")] as const] : []),
    ...(record.indicators.length > 0 ? [["indicators", both("服务指标", "Indicators")] as const] : []),
    ...(record.tables.length > 0 ? [["tables", both("表格", "Tables")] as const] : []),
    ["checks", both("核对清单", "Checks")],
    ["pages", both("原件", "Pages")],
  ])}<main>${hero(record, title)}
${findingsSection(record, views)}
${problemsSection(record, views)}
${doubtsSection(doubts, views)}
${budgetsSection(record)}
${schedulesSection(record)}
${trustLegend()}
${indicatorsSection(record)}
${tablesSection(record)}
${checksSection(record)}
${pagesSection(record, views)}</main><footer>${record.generator.name} ${record.generator.version} · ${record.generator.readers.join(" · ")}<br>SHA-256 ${record.source.sha256}</footer>${PAGE_END}`;
}

/** A page with the language switch; it works by style alone. */
export function reportPage(title: string, language: Language, body: readonly Html[]): string {
  return html`${pageStart(title, language)}${body}${PAGE_END}`.markup;
}

function pageStart(title: string, language: Language): Html {
  return html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${title} · hesuan 核算</title>
<style>${markup(REPORT_STYLE)}</style>
</head>
<body>
<input class="switch" type="radio" name="language" id="say-zh"${language === "zh" && markup(" checked")}>
<input class="switch" type="radio" name="language" id="say-en"${language === "en" && markup(" checked")}>
`;
}

const PAGE_END = markup("\n</body>\n</html>\n");

export function reportBar(links: readonly (readonly [id: string, name: { zh: string; en: string }])[]): Html {
  return html`<div class="bar"><b>核算 hesuan</b><nav>${links.map(([id, name]) => html`<a href="#${id}">${bilingual(name)}</a>`)}</nav><span class="languages"><label for="say-zh">中文</label><label for="say-en">English</label></span></div>`;
}

function hero(record: AgreementRecord, title: string): Html {
  const { agreement, source, status, findings } = record;
  const grave = findings.some((finding) => finding.severity === "error");
  const { term } = agreement;
  return html`<div class="hero ${status}${grave && " grave"}">
  <span class="status">${bilingual(STATUS_NAMES[status])}</span>
  <h1>${title}</h1>
  <p class="file">${source.fileName} · ${bilingual(both(`${source.pageCount} 页`, `${source.pageCount} pages`))}</p>
  <dl class="facts">
    ${agreement.projectCode && fact(both("编号", "Code"), agreement.projectCode.value)}
    ${agreement.projectName && fact(both("项目", "Project"), agreement.projectName.value)}
    ${agreement.parties.map(({ role, name }) => fact(both(role, role), name.value))}
    ${agreement.signedOn && fact(both("签订日期", "Signed on"), agreement.signedOn.value)}
    ${term && fact(both("服务期限", "Term"), `${term.from.value} – ${term.to.value}`)}
  </dl>
  <div class="tiles">${record.budgets.map(
    ({ version, name, total }) =>
      html`<div><small>${name && html`${name.value} · `}${bilingual(VERSION_NAMES[version])} ${bilingual(both("总额（元）", "total (yuan)"))}</small><b>${moneyFigure(total)}</b></div>`,
  )}
    <div><small>${bilingual(both("核对发现", "Findings"))}</small><b>${findings.length}</b><small>${severities(findings)}</small></div>
    <div><small>${bilingual(both("通过的核对", "Checks passed"))}</small><b>${record.checks.filter((check) => check.outcome === "pass").length} / ${record.checks.length}</b></div>
    ${record.problems.length > 0 && html`<div><small>${bilingual(both("未读全之处", "Not read in full"))}</small><b>${record.problems.length}</b></div>`}
  </div></div>`;
}

function fact(name: { zh: string; en: string }, value: string): Html {
  return html`<div><dt>${bilingual(name)}</dt><dd>${value}</dd></div>`;
}

function severities(findings: readonly Finding[]): Html {
  const kinds = (["error", "warning", "info"] as const).map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  }));
  const present = kinds.filter(({ count }) => count > 0);
  return html`${present.map(({ severity, count }, at) => html`${at > 0 && " · "}${bilingual(SEVERITY_NAMES[severity])} ${count}`)}`;
}
