import type { Budget, BudgetLine } from "./agreement.ts";
import { compare, wholeToDecimal } from "./decimal.ts";
import type { RuleId } from "./finding.ts";
import { boxHeight } from "./place.ts";
import type { Contents } from "./record.ts";
import { type Claim, type Equation, fitOf, type Operand, outcomeOf } from "./relation.ts";
import { kindClaims } from "./relation-kinds.ts";
import { amountOf, familiesOf, once, SET_APART, topLines } from "./relation-lines.ts";
import { type MergedShare, meantBy, mergedSharesOf } from "./relation-merged.ts";
import { type Monthly, monthlyOf, timesIn } from "./relation-months.ts";
import { constantToOperand, moneyToOperand, percentToOperand } from "./relation-operand.ts";
import { comesToItsAmount } from "./relation-product.ts";
import {
  capitalsOf,
  digitsOf,
  exactestTotal,
  isCompleted,
  sumOfLines,
  totalName,
  wholeOf,
} from "./relation-total.ts";
import type { Money, Percent } from "./value.ts";

/** 大写 beside its digits; nothing where an agreement states only one of them. */
export function capitalsClaims(contents: Contents): Claim[] {
  return contents.budgets.flatMap((budget) => {
    const total = digitsOf(budget);
    const capitals = capitalsOf(budget);
    if (!total || !capitals) return [];
    const digits = digitsBeside(budget) ?? total;
    const equation: Equation = { kind: "sum", terms: [once(capitals)], result: digits, strict: true };
    return [claim("capitals-equal-digits", budget, totalName(budget), equation)];
  });
}

/** 总价由777,800元调整为842,400元（大写：捌拾肆万…）: the sum told again that 大写 of another total stand right beside and say; else null. */
function digitsBeside(budget: Budget): Operand | null {
  const { total, totalInCapitals, restatements } = budget;
  if (!total || !totalInCapitals || total.fen === totalInCapitals.fen) return null;
  const own = distanceOf(total, totalInCapitals);
  const beside = restatements.find(
    (each) => each.fen === totalInCapitals.fen && distanceOf(each, totalInCapitals) < own,
  );
  return beside ? moneyToOperand(beside, totalName(budget)) : null;
}

/** How far one figure stands behind another as one reads, line by line; whole pages away counts as never. */
function distanceOf({ evidence: one }: Money, { evidence: other }: Money): number {
  const [end, start] = [one.at(-1), other[0]];
  if (!end || !start || end.pageNumber !== start.pageNumber) return Number.POSITIVE_INFINITY;
  const height = Math.max(1, boxHeight(start.box));
  const lines = Math.round((start.box[1] - end.box[1]) / height);
  return Math.abs(lines * LINE_WIDTH + start.box[0] - end.box[2]);
}

/** Wider than any line is in pixels. */
const LINE_WIDTH = 100_000;

/** The total against every place that states it again, or states what it is by the month. */
export function restatementClaims(contents: Contents): Claim[] {
  return contents.budgets.flatMap((budget) => {
    const total = digitsOf(budget) ?? capitalsOf(budget);
    const monthly = monthlyOf(contents, budget);
    return budget.restatements.map((restatement) => {
      const subject = totalName(budget);
      if (!total) return lacking("restated-total-agrees", budget, subject, ["总额"]);
      const result = moneyToOperand(restatement, subject);
      const times = monthly ? timesIn(budget, monthly, restatement) : 1;
      const terms = [{ operand: result, times }];
      if (times > 1)
        return claim("restated-total-agrees", budget, subject, {
          kind: "sum",
          terms,
          result: total,
          strict: false,
        });
      return claim("restated-total-agrees", budget, subject, {
        kind: "sum",
        terms: [once(total)],
        result,
        strict: false,
      });
    });
  });
}

/** The top-level lines against the total; nothing for a budget without lines. */
export function totalClaims(contents: Contents): Claim[] {
  return contents.budgets.flatMap((budget) => {
    if (topLines(budget).length === 0) return [];
    const total = exactestTotal(budget);
    if (!total) return [lacking("total-equals-sum", budget, totalName(budget), ["总额"])];
    const monthly = monthlyOf(contents, budget);
    const equation = monthly ? sumByMonth(budget, total, monthly) : sumOfLines(contents, budget, total);
    if (tellsSetApartOnly(budget, equation)) return [];
    return equation.kind === "sum" && (isPartOnly(equation) || tellsChangesOnly(contents, budget))
      ? [lacking("total-equals-sum", budget, totalName(budget), ["其余项目"])]
      : [claim("total-equals-sum", budget, totalName(budget), equation)];
  });
}

/** The lines of a month against what is stated for it, or as often as there are months against the total. */
function sumByMonth(budget: Budget, total: Operand, { sum, months }: Monthly): Equation & { kind: "sum" } {
  const terms = topLines(budget).map((line) => ({ operand: amountOf(line), times: sum ? 1 : months }));
  return { kind: "sum", terms, result: sum ? moneyToOperand(sum, totalName(budget)) : total, strict: false };
}

/** Every parent against the lines that are part of it, be they told below it or in another table. */
export function subtotalClaims(contents: Contents): Claim[] {
  const ofFamilies = contents.budgets.flatMap((budget) =>
    familiesOf(budget).flatMap(({ parent, label, children }) => {
      if (!parent) return [lacking("subtotal-equals-sum", budget, label, [`${label}金额`])];
      const result = amountOf(parent);
      const equation: Equation = {
        kind: "sum",
        terms: children.map((child) => once(amountOf(child))),
        result,
        strict: false,
      };
      if (!isPartOnly(equation)) return [claim("subtotal-equals-sum", budget, label, equation)];
      // 巡逻岗24人，其中夜间岗8人: a part shown of a whole, both with a count and a price that come to them.
      const isShown = [parent, ...children].every((line) => comesToItsAmount(contents, line, budget.lines));
      return isShown ? [] : [lacking("subtotal-equals-sum", budget, label, [`${label}的其余子项`])];
    }),
  );
  return [...ofFamilies, ...kindClaims(contents)];
}

/** Every stated share against its amount: of the total, or of its parent where its siblings are shares of that. */
export function shareClaims(contents: Contents): Claim[] {
  return contents.budgets.flatMap((budget) => {
    const whole = wholeOfShares(contents, budget);
    const top = topLines(budget).map((line) => shareClaim(budget, line, whole));
    const nested = familiesOf(budget).flatMap(({ parent, children }) =>
      childShareClaims(budget, children, whole, parent && amountOf(parent)),
    );
    const merged = mergedSharesOf(contents, budget).flatMap((each) => mergedShareClaims(budget, each, whole));
    return [...top, ...nested, ...merged].filter((each) => each !== null);
  });
}

function wholeOfShares(contents: Contents, budget: Budget): Operand | null {
  const { sum = null } = monthlyOf(contents, budget) ?? {};
  return sum ? moneyToOperand(sum, totalName(budget)) : wholeOf(contents, budget);
}

/** The top-level shares against 100; nothing where no top-level line has one. */
export function sharesSumClaims(contents: Contents): Claim[] {
  return contents.budgets.flatMap((budget) => {
    const lines = topLines(budget);
    const merged = mergedSharesOf(contents, budget).filter((each) =>
      each.lines.some((line) => lines.includes(line)),
    );
    const hasMerged = (line: BudgetLine): boolean => merged.some((each) => each.lines.includes(line));
    if (!lines.some((line) => line.percent || hasMerged(line))) return [];
    const missing = lines
      .filter((line) => !line.percent && !hasMerged(line))
      .map((line) => `${line.label.value}占比`);
    const isAlone =
      lines.length === 1 && lines[0].percent !== null && !/^100(?:\.0+)?$/.test(lines[0].percent.percent);
    if (isAlone || isCompleted(contents, budget)) missing.push("未列项目的占比");
    if (missing.length > 0) return [lacking("percents-sum-to-100", budget, "占比合计", missing)];
    const whole = wholeOfShares(contents, budget);
    const timesOf = (each: MergedShare): number => (whole ? meantBy(each, budget, whole).length : 1);
    const own = lines.flatMap((line) => (line.percent ? [once(shareOf(line, line.percent))] : []));
    const terms = [...own, ...merged.map((each) => ({ operand: each.share, times: timesOf(each) }))];
    const result = constantToOperand(wholeToDecimal(100), "100%");
    return [claim("percents-sum-to-100", budget, "占比合计", { kind: "sum", terms, result, strict: false })];
  });
}

/** An amendment that names what it changes alone: the lines of what was first agreed are the same ones, without a total. */
function tellsChangesOnly({ budgets }: Contents, { version, lines, name }: Budget): boolean {
  const before = budgets.find((other) => other.version === "original" && other.name?.value === name?.value);
  if (version !== "amended" || !before || before.total || before.totalInCapitals) return false;
  const labels = new Set(before.lines.map(({ label }) => label.value));
  return labels.size === lines.length && lines.every(({ label }) => labels.has(label.value));
}

/** The taxes and dues that are told beside what is set apart. */
const DUES = /^(?:其中)?(?:增值)?税(?:金|额|费)?$|社会?保险?费|住房公积金|不可竞争/;

/** One part alone that is smaller than its whole is named as an example (其中…), so nothing can be said of the rest. */
function isPartOnly(equation: Equation & { kind: "sum" }): boolean {
  const names = equation.terms.map(({ operand }) => operand.name);
  const isSetApart =
    names.some((name) => SET_APART.test(name)) &&
    names.every((name) => SET_APART.test(name) || DUES.test(name));
  const isExample = names.length === 1 || isSetApart;
  if (!isExample || fitOf(equation) === "holds") return false;
  const { computed, printed } = outcomeOf(equation);
  return computed !== null && compare(computed, printed) < 0;
}

/** 暂定总价3,560,000元（其中暂列金额200,000元）: whether of a whole nothing is told but what is set apart within it. */
const tellsSetApartOnly = (budget: Budget, equation: Equation): boolean =>
  equation.kind === "sum" &&
  isPartOnly(equation) &&
  topLines(budget).every(({ label }) => SET_APART.test(label.value));

function shareClaim(budget: Budget, line: BudgetLine, whole: Operand | null): Claim | null {
  if (!line.percent) return null;
  const subject = line.label.value;
  if (!whole || whole.value.units === 0n) return lacking("percent-of-total", budget, subject, ["总额"]);
  return claim("percent-of-total", budget, subject, {
    kind: "share",
    part: amountOf(line),
    whole,
    share: shareOf(line, line.percent),
  });
}

function mergedShareClaims(budget: Budget, merged: MergedShare, whole: Operand | null): Claim[] {
  if (!whole || whole.value.units === 0n) return [lacking("percent-of-total", budget, merged.name, ["总额"])];
  return meantBy(merged, budget, whole).map(({ subject, equation }) =>
    claim("percent-of-total", budget, subject, equation),
  );
}

function childShareClaims(
  budget: Budget,
  children: readonly BudgetLine[],
  whole: Operand | null,
  parent: Operand | null,
): (Claim | null)[] {
  const ofTotal = children.map((child) => shareClaim(budget, child, whole));
  if (!parent) return ofTotal;
  const ofParent = children.map((child) => shareClaim(budget, child, parent));
  return holding(ofParent) > holding(ofTotal) ? ofParent : ofTotal;
}

function holding(claims: readonly (Claim | null)[]): number {
  return claims.filter((each) => each?.equation && fitOf(each.equation) === "holds").length;
}

const shareOf = (line: BudgetLine, percent: Percent): Operand =>
  percentToOperand(percent, `${line.label.value}占比`);

function claim(ruleId: RuleId, budget: Budget, subject: string, equation: Equation): Claim {
  return { ruleId, version: budget.version, subject, equation, missing: [] };
}

function lacking(ruleId: RuleId, budget: Budget, subject: string, missing: string[]): Claim {
  return { ruleId, version: budget.version, subject, equation: null, missing };
}
