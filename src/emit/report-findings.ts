import type { Finding, Severity } from "../model/finding.ts";
import type { AgreementRecord } from "../model/record.ts";
import { bilingual, type Html, html } from "./html.ts";
import { evidenceCrops, type PageViews, pageLinks } from "./report-pages.ts";
import {
  both,
  CAUSE_MEANINGS,
  CAUSE_NAMES,
  OUTCOME_NAMES,
  PROBLEM_NAMES,
  RULE_NAMES,
  SEVERITY_NAMES,
  VERSION_NAMES,
} from "./words.ts";

/** The findings, gravest first; one that follows from another stands under it. */
export function findingsSection(record: AgreementRecord, views: PageViews): Html {
  const followers = new Map<Finding | null, Finding[]>();
  for (const finding of record.findings) {
    const root = rootOf(finding, record.findings);
    followers.set(root, [...(followers.get(root) ?? []), finding]);
  }
  const sorted = [...(followers.get(null) ?? [])].sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
  return html`<section id="findings"><h2>${bilingual(both("核对发现", "Findings"))} <small class="count">${record.findings.length}</small></h2>
  ${record.findings.length === 0 && html`<p class="none${record.status !== "clean" && " unsure"}">${bilingual(nothingFound(record))}</p>`}
  ${sorted.map((root) => findingCard(root, followers.get(root) ?? [], views))}</section>`;
}

/** What kept the record from being complete. */
export function problemsSection(record: AgreementRecord, views: PageViews): Html {
  if (record.problems.length === 0) return html``;
  return html`<section id="problems"><h2>${bilingual(both("未读全之处", "Not read in full"))} <small class="count">${record.problems.length}</small></h2>
  ${record.problems.map(({ code, pageNumber, box, message }) => {
    const places = box === null ? [] : [{ pageNumber, box }];
    return html`<article class="card problem"><header><span class="chip warning">${bilingual(PROBLEM_NAMES[code])}</span> ${pageLinks([{ pageNumber, box: [0, 0, 0, 0] }])}</header>
      <p class="message">${bilingual(message)}</p>${evidenceCrops(places, views)}</article>`;
  })}</section>`;
}

/** Every rule's answer on every subject. */
export function checksSection(record: AgreementRecord): Html {
  const count = (outcome: string) => record.checks.filter((check) => check.outcome === outcome).length;
  return html`<section id="checks"><h2>${bilingual(both("核对清单", "Checks"))}</h2>
  <details><summary><span class="ok">✓ ${count("pass")}</span> <span class="bad">✗ ${count("fail")}</span> <span class="unsure">? ${count("cannot-tell")}</span></summary>
  <div class="scroll"><table class="grid"><thead><tr><th>${bilingual(both("规则", "Rule"))}</th><th>${bilingual(both("版本", "Version"))}</th><th>${bilingual(both("对象", "Subject"))}</th><th>${bilingual(both("结果", "Outcome"))}</th><th>${bilingual(both("缺少", "Missing"))}</th></tr></thead>
  <tbody>${record.checks.map(
    (check) =>
      html`<tr class="${check.outcome}"><td>${bilingual(RULE_NAMES[check.ruleId])}<br><code>${check.ruleId}</code></td><td>${check.version && bilingual(VERSION_NAMES[check.version])}</td><td>${check.subject}</td><td><b>${bilingual(OUTCOME_NAMES[check.outcome])}</b></td><td>${check.missing.join("、")}</td></tr>`,
  )}</tbody></table></div></details></section>`;
}

const GRAVITY: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** The finding this one follows from, followed up to a root; null for a root and for a chain that loops. */
function rootOf(finding: Finding, all: readonly Finding[]): Finding | null {
  const seen = new Set([finding]);
  let current = finding;
  while (current.followsFrom !== null) {
    const cause = all.find(
      (other) => other.subject === current.followsFrom && other !== current && sameVersion(other, current),
    );
    if (cause === undefined) break;
    if (seen.has(cause)) return null;
    seen.add(cause);
    current = cause;
  }
  return current === finding ? null : current;
}

function sameVersion(a: Finding, b: Finding): boolean {
  return a.version === b.version || a.version === null || b.version === null;
}

function findingCard(finding: Finding, followers: readonly Finding[], views: PageViews): Html {
  const { severity, cause, version, suggestion } = finding;
  return html`<article class="card ${severity}">
  <header><span class="chip ${severity}">${bilingual(SEVERITY_NAMES[severity])}</span>
    <h3>${bilingual(RULE_NAMES[finding.ruleId])}</h3>
    ${version && html`<span class="chip plain">${bilingual(VERSION_NAMES[version])}</span>`}
    <span class="subject">${finding.subject}</span> ${pageLinks(finding.evidence)}</header>
  <p class="message">${bilingual(finding.message)}</p>
  <div class="compare">
    <div><small>${bilingual(both("合同写作", "Stated"))}</small><b>${finding.actual}</b></div>
    <div><small>${bilingual(both("应为", "Expected"))}</small><b>${finding.expected}</b></div>
    <div><small>${bilingual(both("相差", "Difference"))}</small><b>${finding.difference}</b></div>
    <div class="formula"><small>${bilingual(both("算式", "Formula"))}</small><code>${finding.formula}</code></div>
  </div>
  ${evidenceCrops(finding.evidence, views)}
  <p class="cause"><b>${bilingual(CAUSE_NAMES[cause])}</b> — ${bilingual(CAUSE_MEANINGS[cause])}</p>
  ${suggestion && html`<p class="suggestion">${bilingual(both("若将", "Reading"))} <b>${suggestion.figure}</b> <del>${suggestion.from}</del> → <ins>${suggestion.to}</ins> <small>${suggestion.why}</small></p>`}
  ${followers.length > 0 && html`<details class="followers"><summary>${bilingual(both(`由此引起的另外 ${followers.length} 处`, `${followers.length} more that follow from it`))}</summary>${followers.map((follower) => findingCard(follower, [], views))}</details>`}
</article>`;
}

function nothingFound(record: AgreementRecord) {
  if (record.status === "clean")
    return both("全部核对通过，未发现不一致。", "Every check holds; nothing disagrees.");
  return both(
    "未发现不一致，但有内容未读全或无法判断，见下文。",
    "Nothing disagrees, but something was not read or could not be judged; see below.",
  );
}
