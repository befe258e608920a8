import { sumOf, topLines } from "../model/relation-lines.ts";
import type { Money } from "../model/value.ts";
import { leaves } from "./budget-discounts.ts";
import type { Draft } from "./budget-drafts.ts";

/**
 * Takes out of an amendment's budgets what only tells by how much the total changed. 总价增加15万元，明细：…: lines that add up to that are
 * lines of neither total, nor is one alone that is a part of it; 新增暂定价295,680元 before 变更后2,179,080元: of two sums the one that the old
 * total and the other differ by is no total. What isn't explained so stays to be told by those who look for untold sums.
 */
export function takeDifferences(drafts: Draft[]): void {
  const before = drafts.find(({ version, name }) => version === "original" && name === null);
  const was = wholeOf(before);
  const amended = drafts.filter(({ version, name }) => version === "amended" && name === null);
  const turned = amended.find((draft) => was !== null && takeTotal(draft, was, amended, drafts));
  const after = turned ?? amended[0];
  for (const draft of drafts) {
    const is = wholeOf(draft === before ? after : draft);
    if (was === null || is === null || !(draft === before || draft.version === "amended")) continue;
    const sum = sumOf(topLines(draft));
    const gap = Math.abs(is - was);
    const isOfDifference = sum > 0 && sum === gap && sum !== (draft === before ? was : is);
    const isPart = draft.version === "amended" && draft.lines.length === 1 && sum > 0 && sum < gap;
    if (isOfDifference || isPart) draft.lines.splice(0);
    // 月合计44,220元, six months of which come on top.
    const month = draft.ofMonth?.fen ?? 0;
    if (month > 0 && sum === month && gap > 0 && gap % month === 0 && gap / month <= MOST_MONTHS) {
      draft.lines.splice(0);
      delete draft.ofMonth;
    }
  }
}

const MOST_MONTHS = 120;

/**
 * The total of an amended budget is what it came to, not by how much it changed; what that was before a discount is no budget either. Answers
 * whether it was taken so. In place.
 */
function takeTotal(draft: Draft, was: number, amended: readonly Draft[], drafts: Draft[]): boolean {
  const change = wholeOf(draft);
  if (change === null) return false;
  const wholes = [was + change, was - change];
  const now = draft.restatements.filter(({ fen }) => fen > 0 && wholes.includes(fen));
  if (now.length === 0 || new Set(now.map(({ fen }) => fen)).size > 1) return false;
  draft.total = now.find((money) => !isInCapitals(money)) ?? null;
  draft.totalInCapitals = now.find(isInCapitals) ?? null;
  draft.restatements = draft.restatements.filter(
    (money) => money !== draft.total && money !== draft.totalInCapitals,
  );
  for (const gross of amended)
    if (
      gross !== draft &&
      [...gross.discounts, ...draft.discounts].some((discount) =>
        leaves(discount, wholeOf(gross) ?? 0, change),
      )
    )
      drafts.splice(drafts.indexOf(gross), 1);
  return true;
}

const isInCapitals = ({ raw }: Money): boolean => /[壹贰叁肆伍陆柒捌玖拾佰仟]/.test(raw);

const wholeOf = (draft: Draft | undefined): number | null =>
  (draft?.total ?? draft?.totalInCapitals)?.fen ?? null;
