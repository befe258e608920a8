import type { AgreementRecord } from "../model/record.ts";
import type { Indicator, Table, TableCell, Target } from "../model/table.ts";
import type { Text } from "../model/value.ts";
import { bilingual, type Html, html } from "./html.ts";
import { evidenceCrops, type PageViews } from "./report-pages.ts";
import { both, COMPARISON_MARKS, PERIOD_NAMES } from "./words.ts";

/** The indicators, one detail a row; what several rows share stands once beside them. */
export function indicatorsSection(record: AgreementRecord): Html {
  const { indicators } = record;
  if (indicators.length === 0) return html``;
  const spans = sharedSpans(indicators);
  return html`<section id="indicators"><h2>${bilingual(both("服务指标", "Indicators"))} <small class="count">${indicators.length}</small></h2>
  <div class="scroll"><table class="grid"><thead><tr><th>${bilingual(both("服务类别", "Category"))}</th><th>${bilingual(both("服务大项", "Item"))}</th><th>${bilingual(both("服务要求", "Requirement"))}</th><th>${bilingual(both("服务细项", "Detail"))}</th><th>${bilingual(both("量化标准", "Standard"))}</th></tr></thead>
  <tbody>${indicators.map(
    (row, at) =>
      html`<tr>${SHARED.map((field, column) => {
        const span = spans[at][column];
        return span > 0 && html`<td class="shared" rowspan="${span}">${textOf(row[field])}</td>`;
      })}<td>${textOf(row.detail)}</td><td>${textOf(row.standard)}${row.targets.length > 0 && html`<div class="targets">${row.targets.map(targetChip)}</div>`}</td></tr>`,
  )}</tbody></table></div></section>`;
}

/** Every ruled table as it stands on paper. */
export function tablesSection(record: AgreementRecord): Html {
  if (record.tables.length === 0) return html``;
  return html`<section id="tables"><h2>${bilingual(both("表格", "Tables"))} <small class="count">${record.tables.length}</small></h2>${record.tables.map(
    (
      table,
    ) => html`<details><summary><b>${table.title?.value ?? table.id}</b> <small>${table.rowCount} × ${table.columnCount} · ${bilingual(both(`第 ${table.pageNumbers.join("、")} 页`, `p. ${table.pageNumbers.join(", ")}`))}</small></summary>
    <div class="scroll">${tableToHtml(table)}</div>
    ${table.joins.length > 0 && html`<p class="joins">${table.joins.map((join) => html`<span>${bilingual(both(`与第 ${join.pageNumber} 页相接`, `goes on at page ${join.pageNumber}`))}: ${join.reason}</span>`)}</p>`}</details>`,
  )}</section>`;
}

/** A table with its merged cells. Cells of a malformed table that would overlap are left to the browser. */
export function tableToHtml(table: Table): Html {
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    table.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column),
  );
  const head = rows.slice(0, table.headerRows);
  const body = rows.slice(table.headerRows);
  return html`<table class="grid">${head.length > 0 && html`<thead>${head.map((cells) => html`<tr>${cells.map((cell) => cellToHtml(cell, true))}</tr>`)}</thead>`}<tbody>${body.map((cells) => html`<tr>${cells.map((cell) => cellToHtml(cell, false))}</tr>`)}</tbody></table>`;
}

/** Texts and figures that a person should compare with the paper, with what each reader saw. */
export function doubtsSection(doubts: readonly Doubt[], views: PageViews): Html {
  if (doubts.length === 0) return html``;
  return html`<section id="doubts"><h2>${bilingual(both("请对照原件的数字", "Figures to compare with the paper"))} <small class="count">${doubts.length}</small></h2><div class="doubts">${doubts.map(
    ({ name, shown, value }) =>
      html`<article class="card doubt"><p><span>${name}</span> <b>${shown}</b></p>${evidenceCrops(value.evidence, views)}${value.readings !== undefined && html`<ul>${value.readings.map((reading) => html`<li><code>${reading.raw}</code> <small>${reading.reader} · ${Math.round(reading.confidence * 100)} %</small></li>`)}</ul>`}</article>`,
  )}</div></section>`;
}

/** A doubtful value with its name and how it is shown. */
export interface Doubt {
  name: string;
  shown: string;
  value: Pick<Text, "evidence" | "readings">;
}

const SHARED = ["category", "item", "requirement"] as const;

/** For every row and shared column how many rows its cell spans; 0 where a cell above covers it. */
function sharedSpans(indicators: readonly Indicator[]): number[][] {
  const spans = indicators.map(() => SHARED.map(() => 1));
  for (let row = indicators.length - 1; row > 0; row--) {
    for (const column of SHARED.keys()) {
      if (!sameUpTo(column, indicators[row - 1], indicators[row])) break;
      spans[row - 1][column] += spans[row][column];
      spans[row][column] = 0;
    }
  }
  return spans;
}

function sameUpTo(column: number, a: Indicator, b: Indicator): boolean {
  if (a.table !== b.table) return false;
  return SHARED.slice(0, column + 1).every((field) => a[field].value === b[field].value);
}

function targetChip({ comparison, value, unit, per, raw }: Target): Html {
  return html`<span class="chip target" title="${raw}">${COMPARISON_MARKS[comparison]} ${value} ${unit}${per && html` / ${bilingual(PERIOD_NAMES[per])}`}</span>`;
}

function cellToHtml({ rowSpan, columnSpan, text }: TableCell, isHeader: boolean): Html {
  const spans = html`${rowSpan > 1 && html` rowspan="${rowSpan}"`}${columnSpan > 1 && html` colspan="${columnSpan}"`}`;
  return isHeader ? html`<th${spans}>${textOf(text)}</th>` : html`<td${spans}>${textOf(text)}</td>`;
}

function textOf(text: Text): Html {
  return text.trust === "doubtful"
    ? html`<span class="doubtful-text">${text.value}</span>`
    : html`${text.value}`;
}
