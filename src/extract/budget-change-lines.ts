import type { Problem } from "../model/finding.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import type { Money } from "../model/value.ts";
import { leaves } from "./budget-discounts.ts";
import { type Draft, NO_PLACE } from "./budget-drafts.ts";
import { valueWithoutPlace } from "./budget-figures.ts";
import { isOfChange } from "./budget-formulas.ts";
import { type Clause, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { findSums } from "./money-sums.ts";

/**
 * Takes out of an amendment's budgets what only tells by how much the total changed, in place. 新增暂定价295,680元 before
 * 变更后2,179,080元: of two sums the one by which the old total and the other differ is no total. 总价增加15万元，明细：…: lines that add up
 * to that are lines of neither total, nor is one alone that is a part of it; they have no place, which is a problem unless their words
 * tell the change and they come to all of it.
 */
export function takeChanges(drafts: Draft[], clauses: readonly Clause[]): Problem[] {
  const before = drafts.find(({ version, name }) => version === "original" && name === null);
  const was = wholeOf(before);
  const amended = drafts.filter(({ version, name }) => version === "amended" && name === null);
  const turned = amended.find((draft) => was !== null && takeTotal(draft, was, clauses));
  if (turned) dropGross(drafts, amended, turned);
  const after = turned ?? amended[0];
  return drafts.flatMap((draft) => {
    const is = wholeOf(draft === before ? after : draft);
    if (was === null || is === null || !(draft === before || draft.version === "amended")) return [];
    const gap = Math.abs(is - was);
    if (isMonthOf(draft, gap)) {
      draft.lines = [];
      delete draft.ofMonth;
      return [];
    }
    const sum = sumOf(topLines(draft));
    const isAll = sum > 0 && sum === gap && sum !== (draft === before ? was : is);
    const isPart = draft.version === "amended" && draft.lines.length === 1 && sum > 0 && sum < gap;
    if (!isAll && !isPart) return [];
    const lines = draft.lines.splice(0);
    if (
      isAll &&
      lines.some(({ label, amount }) =>
        isOfChange(`${headOf(draft)}${label.value}${saidBefore(clauses, amount)}`),
      )
    )
      return [];
    return lines.map(({ label, amount }) =>
      valueWithoutPlace(`${label.value}${amount.raw}`, amount, NO_PLACE),
    );
  });
}

const MOST_MONTHS = 120;

/** 月合计44,220元, six months of which come on top. */
function isMonthOf({ ofMonth, lines }: Draft, gap: number): boolean {
  const month = ofMonth?.fen ?? 0;
  const isWhole = month > 0 && gap > 0 && gap % month === 0 && gap / month <= MOST_MONTHS;
  return isWhole && sumOf(lines.filter(({ parent }) => parent === null)) === month;
}

/** 变更后, 调整为: what calls a sum the one that an amendment came to; 两期累计 is none. */
const TURNED = /(?:变更|调整|修改|修订|增加|减少|核减|核增|追加|增补)[^，。；\d]{0,3}(?:后|为|至|到)/;
const OF_BOTH = /累计|两期|连同|共计|合计|两份/;

/** The total of an amended budget is what it came to, not by how much it changed. Answers whether it was taken so. In place. */
function takeTotal(draft: Draft, was: number, clauses: readonly Clause[]): boolean {
  const change = wholeOf(draft);
  if (change === null) return false;
  const now = draft.restatements.filter(({ fen }) => fen > 0 && [was + change, was - change].includes(fen));
  const said = now.map((money) => saidBefore(clauses, money)).join("");
  if (now.length === 0 || new Set(now.map(({ fen }) => fen)).size > 1) return false;
  if (!TURNED.test(said) || OF_BOTH.test(said)) return false;
  draft.total = now.find((money) => !isInCapitals(money)) ?? null;
  draft.totalInCapitals = now.find(isInCapitals) ?? null;
  draft.restatements = draft.restatements.filter(
    (money) => money !== draft.total && money !== draft.totalInCapitals,
  );
  draft.change = change;
  return true;
}

/** 小计245,000元，下浮15%，附加酬金208,250元: what a change was before a discount is no budget. In place. */
function dropGross(drafts: Draft[], amended: readonly Draft[], turned: Draft): void {
  for (const gross of amended) {
    const discounts = [...gross.discounts, ...turned.discounts];
    const isGross = discounts.some((each) => leaves(each, wholeOf(gross) ?? 0, turned.change ?? 0));
    if (gross !== turned && isGross && sumOf(topLines(gross)) === wholeOf(gross))
      drafts.splice(drafts.indexOf(gross), 1);
  }
}

/** The words of its sentence before a sum of prose; "" for one of a table. */
const saidBefore = (clauses: readonly Clause[], { evidence }: Money): string =>
  clauses
    .filter(isProse)
    .filter(({ part: { content } }) => standsAt(content, evidence))
    .map(({ part: { content } }) => {
      const sum = findSums(content.text).find((each) => standsAt(content, evidence, each));
      return /[^。；;]*$/.exec(content.text.slice(0, sum?.start ?? 0))?.[0] ?? "";
    })
    .join("");

/** What stands above the table that a budget was read from, and what it is called. */
const headOf = ({ caption, heading, label }: Draft): string =>
  [caption, heading?.value, label?.value].filter((words) => words !== undefined).join("");

/** Whether a sum is told in 大写. */
const isInCapitals = ({ raw }: Money): boolean => /[壹贰叁肆伍陆柒捌玖拾佰仟]/.test(raw);

const wholeOf = (draft: Draft | undefined): number | null =>
  (draft?.total ?? draft?.totalInCapitals)?.fen ?? null;
