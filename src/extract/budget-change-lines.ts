import { sumOf, topLines } from "../model/relation-lines.ts";
import type { Money } from "../model/value.ts";
import type { Draft } from "./budget-drafts.ts";

/**
 * Takes out of an amendment's budgets what only tells by how much the total changed. 总价增加15万元，明细：…: lines that add up to that are
 * lines of neither total, nor is one alone that is a part of it; 新增暂定价295,680元 before 变更后2,179,080元: of two sums the one that the old
 * total and the other differ by is no total. What isn't explained so stays to be told by those who look for untold sums.
 */
export function takeDifferences(drafts: readonly Draft[]): void {
  const unnamed = drafts.filter(({ name }) => name === null);
  const before = unnamed.find(({ version }) => version === "original");
  const after = unnamed.find(({ version }) => version === "amended");
  const was = wholeOf(before);
  if (after && was !== null) takeTotal(after, was);
  for (const draft of drafts) {
    const is = wholeOf(draft === before ? after : draft);
    if (was === null || is === null || !(draft === before || draft.version === "amended")) continue;
    const sum = sumOf(topLines(draft));
    const gap = Math.abs(is - was);
    const isOfDifference = sum > 0 && sum === gap && sum !== (draft === before ? was : is);
    const isPart = draft.version === "amended" && draft.lines.length === 1 && sum > 0 && sum < gap;
    if (isOfDifference || isPart) draft.lines.splice(0);
  }
}

/** The total of an amended budget is what it came to, not by how much it changed. */
function takeTotal(draft: Draft, was: number): void {
  const change = wholeOf(draft);
  if (change === null) return;
  const wholes = [was + change, was - change];
  const now = draft.restatements.filter(({ fen }) => fen > 0 && wholes.includes(fen));
  if (now.length === 0 || new Set(now.map(({ fen }) => fen)).size > 1) return;
  draft.total = now.find((money) => !isInCapitals(money)) ?? null;
  draft.totalInCapitals = now.find(isInCapitals) ?? null;
  draft.restatements = draft.restatements.filter(
    (money) => money !== draft.total && money !== draft.totalInCapitals,
  );
}

const isInCapitals = ({ raw }: Money): boolean => /[壹贰叁肆伍陆柒捌玖拾佰仟]/.test(raw);

const wholeOf = (draft: Draft | undefined): number | null =>
  (draft?.total ?? draft?.totalInCapitals)?.fen ?? null;
