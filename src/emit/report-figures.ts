import type { Budget, BudgetLine, Schedule } from "../model/agreement.ts";
import type { Place } from "../model/place.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Money, Percent, Quantity, Reading, Trust } from "../model/value.ts";
import { fenToDisplay } from "./figures.ts";
import { bilingual, type Html, html } from "./html.ts";
import { both, TRUST_MARKS, TRUST_MEANINGS, TRUST_NAMES, VERSION_NAMES } from "./words.ts";

/** Budgets of one name side by side, line by line, with what the amendment changed. */
export function budgetsSection(record: AgreementRecord): Html {
  if (record.budgets.length === 0) return html``;
  const names = [...new Set(record.budgets.map((budget) => budget.name?.value ?? ""))];
  return html`<section id="budgets"><h2>${bilingual(both("预算", "Budget"))}</h2>${names.map((name) =>
    budgetTable(
      name,
      record.budgets.filter((budget) => (budget.name?.value ?? "") === name),
    ),
  )}</section>`;
}

/** The payments, original and amended side by side. */
export function schedulesSection(record: AgreementRecord): Html {
  if (record.schedules.length === 0) return html``;
  return html`<section id="schedules"><h2>${bilingual(both("付款计划", "Payment schedule"))}</h2><div class="columns">${record.schedules.map(scheduleTable)}</div></section>`;
}

/** What the marks beside figures mean. */
export function trustLegend(): Html {
  const marks: Trust[] = ["proven", "agreed", "doubtful", "corrected"];
  return html`<p class="legend">${marks.map(
    (trust) =>
      html`<span class="${trust}"><i class="mark-of">${TRUST_MARKS[trust]}</i> <b>${bilingual(TRUST_NAMES[trust])}</b> ${bilingual(TRUST_MEANINGS[trust])}</span>`,
  )}</p>`;
}

/** A figure with its mark; hovering tells how it is printed and where. */
export function moneyFigure(money: Money | null): Html {
  return money === null ? missing() : figure(fenToDisplay(money.fen), money);
}

function budgetTable(name: string, budgets: readonly Budget[]): Html {
  const keys = [...new Set(budgets.flatMap((budget) => budget.lines.map(keyOf)))];
  const change = changeBetween(budgets);
  const priced = budgets.some((budget) => budget.lines.some((line) => line.quantity ?? line.unitPrice));
  return html`${name !== "" && html`<h3>${name}</h3>`}<div class="scroll"><table class="grid figures">
  <thead><tr><th>${bilingual(both("项目", "Line"))}</th>${budgets.map(
    (budget) =>
      html`<th class="num" colspan="${priced ? 4 : 2}">${bilingual(VERSION_NAMES[budget.version])}<small>${bilingual(both("金额（元）　占比", "yuan · share"))}</small></th>`,
  )}${change && html`<th class="num">${bilingual(both("增减（元）", "Change"))}</th>`}</tr></thead>
  <tbody>${keys.map((key) => {
    const lines = budgets.map((budget) => budget.lines.find((line) => keyOf(line) === key) ?? null);
    const first = lines.find((line) => line !== null);
    return html`<tr class="${first?.parent === null ? "top" : "part"}"><th scope="row">${first?.label.value ?? ""}</th>${lines.map((line) => lineCells(line, priced))}${change && changeCell(lines[change.from]?.amount ?? null, lines[change.to]?.amount ?? null)}</tr>`;
  })}</tbody>
  <tfoot><tr><th scope="row">${bilingual(both("总额", "Total"))}</th>${budgets.map(
    (budget) =>
      html`${priced && html`<td></td><td></td>`}<td class="num">${moneyFigure(budget.total)}</td><td></td>`,
  )}${change && changeCell(budgets[change.from].total, budgets[change.to].total)}</tr>
  <tr class="capitals"><th scope="row">${bilingual(both("大写", "In words"))}</th>${budgets.map(
    (budget) =>
      html`<td class="num" colspan="${priced ? 4 : 2}">${budget.totalInCapitals === null ? missing() : figure(budget.totalInCapitals.raw, budget.totalInCapitals)}</td>`,
  )}${change && html`<td></td>`}</tr></tfoot></table></div>`;
}

/** Where the budget before and the budget after stand, when there is one of each. */
function changeBetween(budgets: readonly Budget[]): { from: number; to: number } | null {
  const from = budgets.findIndex((budget) => budget.version === "original");
  const to = budgets.findIndex((budget) => budget.version === "amended");
  return budgets.length === 2 && from >= 0 && to >= 0 ? { from, to } : null;
}

function keyOf(line: BudgetLine): string {
  return JSON.stringify([line.parent, line.label.value]);
}

function lineCells(line: BudgetLine | null, priced: boolean): Html {
  if (line === null)
    return html`${priced && html`<td></td><td></td>`}<td class="num">${missing()}</td><td></td>`;
  return html`${priced && html`<td class="num">${line.quantity && quantityFigure(line.quantity)}</td><td class="num">${line.unitPrice && html`× ${moneyFigure(line.unitPrice)}`}</td>`}<td class="num">${moneyFigure(line.amount)}</td><td class="num share">${line.percent && percentFigure(line.percent)}</td>`;
}

function changeCell(from: Money | null, to: Money | null): Html {
  if (from === null || to === null) return html`<td class="num"></td>`;
  const change = to.fen - from.fen;
  if (change === 0) return html`<td class="num quiet">0</td>`;
  return html`<td class="num ${change < 0 ? "less" : "more"}">${change > 0 ? "+" : ""}${fenToDisplay(change)}</td>`;
}

function scheduleTable(schedule: Schedule): Html {
  const { instalments } = schedule;
  const known = instalments.every(({ amount }) => amount !== null);
  const sum = instalments.reduce(
    (total, { amount, occurrences }) => total + (amount?.fen ?? 0) * occurrences,
    0,
  );
  const shares = instalments.some(({ percent }) => percent !== null);
  const conditions = instalments.some(({ condition }) => condition !== null);
  return html`<div class="scroll"><table class="grid figures"><caption>${bilingual(VERSION_NAMES[schedule.version])}</caption>
  <thead><tr><th>${bilingual(both("期间", "Time"))}</th><th class="num">${bilingual(both("次数", "Times"))}</th><th class="num">${bilingual(both("每次（元）", "Each (yuan)"))}</th>${shares && html`<th class="num">${bilingual(both("占比", "Share"))}</th>`}${conditions && html`<th>${bilingual(both("条件", "Condition"))}</th>`}<th class="num">${bilingual(both("小计（元）", "Together"))}</th></tr></thead>
  <tbody>${instalments.map(
    ({ from, to, occurrences, amount, percent, percentOf, condition, remainder }) =>
      html`<tr><td class="time">${from === to ? (from ?? "—") : `${from ?? ""} – ${to ?? ""}`}</td><td class="num">${occurrences}</td><td class="num">${remainder && !amount ? bilingual(REMAINDER) : moneyFigure(amount)}</td>${shares && html`<td class="num share">${percentOf !== undefined && html`<span class="quiet">${percentOf.value}</span> `}${percent && percentFigure(percent)}</td>`}${conditions && html`<td>${condition?.value ?? ""}</td>`}<td class="num">${amount === null ? missing() : fenToDisplay(amount.fen * occurrences)}</td></tr>`,
  )}</tbody>
  <tfoot><tr><th scope="row">${bilingual(both("合计", "Sum"))}</th><td class="num" colspan="${3 + Number(shares) + Number(conditions)}">${known ? fenToDisplay(sum) : missing()}</td></tr>
  ${schedule.total && html`<tr><th scope="row">${bilingual(both("合同所写总额", "Total as stated"))}</th><td class="num" colspan="${3 + Number(shares) + Number(conditions)}">${moneyFigure(schedule.total)}</td></tr>`}</tfoot></table></div>`;
}

/** What all that is left is called, in place of a sum that isn't told. */
const REMAINDER = both("余款", "the rest");

function percentFigure(share: Percent): Html {
  return figure(`${share.percent} %`, share);
}

function quantityFigure(quantity: Quantity): Html {
  return figure(`${quantity.value} ${quantity.unit ?? ""}`.trimEnd(), quantity);
}

function figure(
  shown: string,
  read: { raw: string; trust: Trust; confidence: number; evidence: Place[]; readings?: Reading[] },
): Html {
  const { raw, trust, confidence, evidence, readings = [] } = read;
  const pages = [...new Set(evidence.map((place) => place.pageNumber))].join(", ");
  const rivals = readings.map((reading) => `${reading.reader}: ${reading.raw}`).join("\n");
  const hint = `${raw}\n${TRUST_NAMES[trust].zh} ${TRUST_NAMES[trust].en} · ${Math.round(confidence * 100)} % · p. ${pages}${rivals && `\n${rivals}`}`;
  return html`<span class="figure ${trust}" title="${hint}">${shown}<i class="mark-of" role="img" aria-label="${TRUST_NAMES[trust].zh}">${TRUST_MARKS[trust]}</i></span>`;
}

function missing(): Html {
  return html`<span class="quiet">—</span>`;
}
