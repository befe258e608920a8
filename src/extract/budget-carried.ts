import type { Problem } from "../model/finding.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import { REST_STAYS } from "./budget-change-words.ts";
import { type Draft, NO_PLACE } from "./budget-drafts.ts";
import { valueWithoutPlace } from "./budget-figures.ts";
import { type Clause, isProse } from "./clauses.ts";

const NOT_AS_BEFORE = {
  zh: "称未作调整，但与原约定的金额不同，请核对原件",
  en: "said to stay as it was, but is another sum than was first agreed; check the page",
};

/** Drops lines that an amendment leaves as they were where what was first agreed lists them itself; those that differ are problems. */
export function dropCarried(drafts: readonly Draft[]): Problem[] {
  return drafts.flatMap((draft) => {
    const { lines, carried } = draft;
    const own = new Map(
      lines.filter((line) => !carried.has(line)).map(({ label, amount }) => [label.value, amount.fen]),
    );
    const again = lines.filter((line) => carried.has(line) && own.has(line.label.value));
    draft.lines = lines.filter((line) => !again.includes(line));
    return again
      .filter(({ label, amount }) => own.get(label.value) !== amount.fen)
      .map(({ label, amount }) => valueWithoutPlace(`${label.value}${amount.raw}`, amount, NOT_AS_BEFORE));
  });
}

/**
 * 设备费由甲调整为乙，其余各项不变, where no list tells what else there is: the costs that changed are no list of the old total nor of the
 * new one, where these differ by as much as they do; they have no place.
 */
export function dropPartsAlone(drafts: readonly Draft[], clauses: readonly Clause[]): Problem[] {
  const [before, now] = (["original", "amended"] as const).map((version) => {
    const own = drafts.filter((draft) => draft.version === version);
    return own.length === 1 && own[0].name === null ? own[0] : null;
  });
  if (!before || !now) return [];
  const [was, is] = [before, now].map((draft) => (draft.total ?? draft.totalInCapitals)?.fen ?? null);
  const names = now.lines.map(({ label }) => label.value);
  const olds = before.lines.map(({ label }) => label.value);
  const areSame = olds.length > 0 && olds.join(" ") === names.join(" ");
  if (was === null || is === null || !areSame || sumOf(topLines(before)) >= was) return [];
  const isGap = sumOf(topLines(now)) - sumOf(topLines(before)) === is - was;
  const isSaid = clauses.some((clause) => isProse(clause) && REST_STAYS.test(clause.part.content.text));
  if (!isGap || !isSaid) return [];
  const lines = [before, now].flatMap((draft) => draft.lines.splice(0));
  return lines.map(({ label, amount }) => valueWithoutPlace(`${label.value}${amount.raw}`, amount, NO_PLACE));
}
