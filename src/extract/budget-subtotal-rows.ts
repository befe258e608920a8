import type { BudgetLine } from "../model/agreement.ts";
import { sumOf } from "../model/relation-lines.ts";
import type { Money } from "../model/value.ts";
import type { RowLabel } from "./budget-cells.ts";
import { numberStyle } from "./budget-lists.ts";
import type { BudgetRow } from "./budget-rows.ts";

/** 不含税合计 before 增值税 and 含税合计. */
export const NET_OF_TAX = /^(?:不含税|未税|税前|除税)(?:金额)?(?:合计|总计|总价|总额)$/;
/** A row's own sum; 按前两项小计之和的5%计取 is reckoned from those of others. */
const SUBTOTAL = /小计(?![^（(：:，,\d]{0,4}[之的和])/;
/** 年度合计, 本包合计 beside the kind that its rows stand under. */
const SUM_OF_KIND = /^(?:(?:本|该|此|分)?(?:包|标段|项|类|年度?|期|部分|科目)|本|分项)?合计$/;

/** Whether a row of a table, by its `first` words and its label, sums up rows before it. */
export const isSubtotalRow = (
  first: string,
  { label, category }: RowLabel,
  money: Money,
  rows: readonly BudgetRow[],
): boolean =>
  (!standAbove(rows) && [first, label.value].some((words) => SUBTOTAL.test(words))) ||
  NET_OF_TAX.test(label.value.replace(/\s/g, "")) ||
  (category !== "" && SUM_OF_KIND.test(label.value)) ||
  isNetOfTax(label.value, money, rows) ||
  isSumOfGroups(label.value, money, rows) ||
  isMisreadSubtotal(label.value, money, rows);

/** （一）财产险小计 over its items, as the first row: whether such rows stand above what they sum up, as groups do. */
const standAbove = ([first]: readonly BudgetRow[]): boolean =>
  first === undefined || (first.kind !== "subtotal" && SUBTOTAL.test(first.line?.label.value ?? ""));

/** 直接费合计 below two or more groups, each with its 小计: what the last of these come to; or what all rows since the last one do. */
function isSumOfGroups(label: string, { fen }: Money, rows: readonly BudgetRow[]): boolean {
  if (!/\p{Script=Han}{2}合\s*计$/u.test(label)) return false;
  const since = rowsSince(rows);
  if (since.length > 1 && sumOf(since) === fen) return true;
  const sums = rows.flatMap(({ kind, line }) => (kind === "subtotal" && line ? [line.amount.fen] : []));
  return sums.some((_, from) => {
    const run = sums.slice(from);
    return run.length > 1 && run.reduce((all, each) => all + each, 0) === fen;
  });
}

/** 不含税热费: what all rows above come to, before their tax. */
function isNetOfTax(label: string, { fen }: Money, rows: readonly BudgetRow[]): boolean {
  const since = rowsSince(rows);
  if (!/^(?:不含税|未税|税前|除税)/.test(label.trim())) return false;
  // 不含税价（一+二+三）: of the groups that it names, whatever stands within them.
  const groups = rows.filter(({ number }) => numberStyle(number) === numberStyle(rows[0]?.number ?? ""));
  const isOfGroups = ADDS_GROUPS.test(label) && sumOf(groups.flatMap(({ line }) => line ?? [])) === fen;
  return isOfGroups || (since.length > 1 && sumOf(since) === fen);
}

const ADDS_GROUPS =
  /[（(]\s*[一二三四五六七八九十\d]{1,2}(?:\s*[+＋]\s*[一二三四五六七八九十\d]{1,2})+\s*[）)]/;

/** 小计 of which one character was misread: what all rows since the last one add up to. */
function isMisreadSubtotal(label: string, { fen }: Money, rows: readonly BudgetRow[]): boolean {
  if (!MAY_BE_SUBTOTAL.test(label)) return false;
  const since = rowsSince(rows);
  return since.length > 0 && sumOf(since) === fen;
}

/** The lines behind the last sum or heading of a group. */
function rowsSince(rows: readonly BudgetRow[]): BudgetLine[] {
  const from = rows.findLastIndex(({ kind }) => kind === "subtotal" || kind === "group") + 1;
  return rows.slice(from).flatMap(({ line }) => line ?? []);
}

const MAY_BE_SUBTOTAL = /^(?:.计|小.)$/u;
