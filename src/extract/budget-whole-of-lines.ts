import type { Money } from "../model/value.ts";
import { type Draft, startDraft } from "./budget-drafts.ts";
import type { Told } from "./budget-prose.ts";
import { standsAt } from "./evidence.ts";
import { findSums } from "./money-sums.ts";

/** 图书合计134,280元, and 货款134,280元，加上运费7,800元，共142,080元: a whole of its own, of which the sum before is a line. In place. */
export function addWholeOfLines(
  drafts: Draft[],
  last: Draft,
  { version, clause }: Told,
  { digits, capitals }: { digits: Money | null; capitals: Money | null },
): void {
  const places = findSums(clause.part.content.text);
  const own = last.lines.filter(({ amount }) =>
    places.some((place) => standsAt(clause.part.content, amount.evidence, place)),
  );
  const whole = startDraft(drafts, version, clause.section, false);
  last.lines = last.lines.filter((line) => !own.includes(line));
  Object.assign(whole, { total: digits, totalInCapitals: capitals, isClear: true, lines: own });
}
