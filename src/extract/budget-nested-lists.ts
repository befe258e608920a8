import type { BudgetLine } from "../model/agreement.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import type { Draft } from "./budget-drafts.ts";

const FEWEST = 2;

/**
 * 奖金75,000元 and below 奖金分配 a list of prizes: lines without a total that come to the fen to the one line whose name heads them are what
 * that is made up of; what stands behind them and comes to a known total is the same whole parted anew, and no list of its own. Takes
 * both from the lists without a total, in place.
 */
export function nestLists(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const isFlat = draft.lines.every(({ parent }) => parent === null);
    if (draft.total || draft.totalInCapitals || draft.name || !isFlat) continue;
    const others = drafts.filter((other) => other !== draft && other.version === draft.version);
    const top = topLines(draft);
    for (const size of [top.length, ...top.map((_, at) => top.length - at - 1)]) {
      const rest = top.slice(size);
      if (size < FEWEST || (rest.length > 0 && !partsAnew(rest, others))) continue;
      if (!nestUnder(draft, top.slice(0, size), others)) continue;
      draft.lines = [];
      break;
    }
  }
}

const partsAnew = (lines: readonly BudgetLine[], drafts: readonly Draft[]): boolean =>
  lines.length >= FEWEST &&
  lines.every(({ percent, quantity, unitPrice }) => !percent && !quantity && !unitPrice) &&
  drafts.some((other) => (other.total ?? other.totalInCapitals)?.fen === sumOf(lines));

/** Gives lines to the one line that they come to; answers whether there is just one, and it has none yet. */
function nestUnder(from: Draft, parts: readonly BudgetLine[], others: readonly Draft[]): boolean {
  const fen = sumOf(parts);
  const wholes = others.flatMap((other) =>
    other.lines.filter(({ amount }) => amount.fen === fen).map((line) => ({ other, line })),
  );
  const [only, more] = wholes;
  const label = only?.line.label.value;
  if (!only || more || only.other.lines.some(({ parent }) => parent === label)) return false;
  const isOne = only.other.lines.filter((each) => each.label.value === label).length === 1;
  // 奖金分配: the list is headed by the line's name.
  if (!label || !isOne || !(from.caption ?? "").includes(label)) return false;
  const { other, line } = only;
  const below = from.lines.filter((each) => parts.includes(each));
  for (const each of below) each.parent = label;
  other.lines.splice(other.lines.indexOf(line) + 1, 0, ...below);
  return true;
}
