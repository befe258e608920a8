import type { Budget, BudgetLine, Version } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import { valueWithoutPlace } from "./budget-figures.ts";
import { WEAK_TOTAL } from "./budget-words.ts";
import { flattenBySums } from "./flatten-by-sums.ts";
import { nestBySums } from "./nest-by-sums.ts";

/** A budget while it is put together. */
export interface Draft extends Budget {
  section: number;
  isPassing: boolean;
}

export const NO_PLACE = {
  zh: "预算中的这笔金额未能归入任何一项，请核对原件",
  en: "this sum of a budget could be given no place in it; check the page",
};

/** A budget of one line and no total is a sum told in passing. */
export function settle(drafts: readonly Draft[]): Budget[] {
  for (const draft of drafts) takeAsTotal(draft);
  const kept = drafts.filter(
    ({ total, totalInCapitals, lines }) => total || totalInCapitals || lines.length > 1,
  );
  return (["original", "amended"] as const).flatMap((wanted) =>
    kept
      .filter(({ version }) => version === wanted)
      .map(({ section: _, isPassing: __, ...budget }) => ({
        ...budget,
        lines: nestLines(budget),
      })),
  );
}

function nestLines({ total, totalInCapitals, lines }: Budget): BudgetLine[] {
  const wholeFen = (total ?? totalInCapitals)?.fen ?? null;
  return nestBySums(flattenBySums(lines, wholeFen), wholeFen);
}

/** A budget that begins here. */
export function startDraft(drafts: Draft[], version: Version, section: number, isPassing: boolean): Draft {
  const draft: Draft = {
    version,
    name: null,
    total: null,
    totalInCapitals: null,
    restatements: [],
    lines: [],
    section,
    isPassing,
  };
  drafts.push(draft);
  return draft;
}

/** 服务费由甲调整为乙, and no other line: this is the whole. */
export function takeAsTotal(draft: Draft): void {
  const [line, more] = draft.lines;
  if (more || !line || draft.total || draft.totalInCapitals || !WEAK_TOTAL.test(line.label.value)) return;
  draft.total = line.amount;
  draft.lines = [];
}

/** 总价增加15万元，明细：…: lines that add up to what an amendment adds are no lines of the new total; they have no place. */
export function takeDifferences(drafts: readonly Draft[]): Problem[] {
  return drafts.flatMap((draft) => {
    const before = drafts.find(({ version, name }) => version === "original" && name === null);
    const [was, is] = [before, draft].map((each) => (each?.total ?? each?.totalInCapitals)?.fen ?? null);
    const sum = draft.lines.reduce(
      (fen, { parent, amount }) => (parent === null ? fen + amount.fen : fen),
      0,
    );
    const isOfDifference =
      draft.version === "amended" &&
      was !== null &&
      is !== null &&
      sum > 0 &&
      sum !== is &&
      sum === Math.abs(is - was);
    if (!isOfDifference) return [];
    const lines = draft.lines.splice(0);
    return lines.map(({ label, amount }) =>
      valueWithoutPlace(`${label.value}${amount.raw}`, amount, NO_PLACE),
    );
  });
}
