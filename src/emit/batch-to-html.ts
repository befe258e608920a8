import type { RuleId } from "../model/finding.ts";
import type { BatchManifest, ManifestScan } from "../model/manifest.ts";
import { elapsedToDisplay } from "./figures.ts";
import { bilingual, type Html, html } from "./html.ts";
import type { Language } from "./language.ts";
import { reportBar, reportPage } from "./record-to-html.ts";
import { both, RULE_NAMES, STATUS_NAMES } from "./words.ts";

/** The front page of a batch: what became of every scan, what needs a person first, with links to the reports. */
export function batchToHtml(manifest: BatchManifest, language: Language): string {
  const { counts, scans, generator } = manifest;
  const sorted = [...scans].sort((a, b) => urgency(a) - urgency(b));
  const heading = both("批次核算结果", "Batch result");
  return reportPage(heading[language], language, [
    reportBar([["scans", both("扫描件", "Scans")]]),
    html`<main><div class="hero ${heroClass(manifest)}"><h1>${bilingual(heading)}</h1><div class="tiles">
  <div><small>${bilingual(both("扫描件", "Scans"))}</small><b>${counts.scans}</b><small>${bilingual(both(`${counts.pages} 页`, `${counts.pages} pages`))}</small></div>
  <div><small>${bilingual(STATUS_NAMES.clean)}</small><b>${counts.clean}</b></div>
  <div><small>${bilingual(STATUS_NAMES.flagged)}</small><b>${counts.flagged}</b></div>
  <div><small>${bilingual(STATUS_NAMES.incomplete)}</small><b>${counts.incomplete}</b></div>
  <div><small>${bilingual(both("未能读取", "Unreadable"))}</small><b>${counts.failed}</b></div></div></div>
<section id="scans"><div class="scroll"><table class="grid list"><thead><tr><th>${bilingual(both("文件", "File"))}</th><th>${bilingual(both("结果", "Result"))}</th><th class="num">${bilingual(both("页", "Pages"))}</th><th>${bilingual(both("发现", "Findings"))}</th><th class="num">${bilingual(both("用时", "Time"))}</th></tr></thead>
<tbody>${sorted.map(scanRow)}</tbody></table></div></section></main>`,
    html`<footer>${generator.name} ${generator.version}</footer>`,
  ]);
}

function urgency(scan: ManifestScan): number {
  if (scan.outcome === "failed") return 0;
  if (scan.errors > 0) return 1;
  return scan.status === "incomplete" ? 2 : scan.status === "flagged" ? 3 : 4;
}

function heroClass({ counts, scans }: BatchManifest): string {
  if (counts.failed > 0 || scans.some((scan) => scan.errors > 0)) return "grave";
  return counts.flagged > 0 ? "flagged" : counts.incomplete > 0 ? "incomplete" : "clean";
}

function scanRow(scan: ManifestScan): Html {
  const report = scan.outputs.find((output) => output.endsWith(".html"));
  const name = report
    ? html`<a href="${encodeURI(report).replace(/[?#]/g, encodeURIComponent)}">${scan.fileName}</a>`
    : html`${scan.fileName}`;
  return html`<tr><td>${name}<br>${scan.title !== null && html`<small>${scan.title}</small><br>`}<small>${scan.path}</small></td><td>${resultChip(scan)}</td><td class="num">${scan.pageCount ?? "—"}</td><td>${scan.error && html`${bilingual(scan.error.message)}<br><small>${bilingual(scan.error.remedy)}</small>`}${Object.entries(scan.findings).map(([ruleId, count]) => html`<div>${ruleName(ruleId)} × ${count}</div>`)}${scan.problems > 0 && html`<div>${bilingual(both(`未读全 ${scan.problems} 处`, `${scan.problems} not read in full`))}</div>`}${scan.doubtful > 0 && html`<div>${bilingual(both(`存疑 ${scan.doubtful} 处`, `${scan.doubtful} in doubt`))}</div>`}</td><td class="num">${elapsedToDisplay(scan.elapsedMs)}</td></tr>`;
}

function resultChip(scan: ManifestScan): Html {
  if (scan.status === null)
    return html`<span class="chip error">${bilingual(both("未能读取", "Unreadable"))}</span>`;
  const look =
    scan.errors > 0 ? "error" : { clean: "clean", flagged: "warning", incomplete: "info" }[scan.status];
  return html`<span class="chip ${look}">${bilingual(STATUS_NAMES[scan.status])}</span>`;
}

function ruleName(ruleId: string): Html {
  return isRule(ruleId) ? bilingual(RULE_NAMES[ruleId]) : html`${ruleId}`;
}

const isRule = (id: string): id is RuleId => Object.hasOwn(RULE_NAMES, id);
