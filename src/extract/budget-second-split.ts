import { sumOf, topLines } from "../model/relation-lines.ts";
import type { Draft } from "./budget-drafts.ts";

/** Fewer lines that come to the total split nothing. */
const FEWEST = 2;

/**
 * 合计250万元。其中测绘费22.5万元归丙方，其余227.5万元归乙方: what is told behind lines that come to the total, and comes to it to the
 * fen itself, is the same whole parted anew (among the sides, by where the money comes from), and no more of its lines. It may come to
 * more, where sums of its parts were read as lines beside them.
 */
export function dropSecondSplit(draft: Draft): void {
  const wholeFen = (draft.total ?? draft.totalInCapitals)?.fen ?? null;
  const top = topLines(draft);
  const first = top.findIndex(
    (_, at) =>
      at >= FEWEST &&
      top.length - at >= FEWEST &&
      sumOf(top.slice(0, at)) === wholeFen &&
      sumOf(top.slice(at)) >= (wholeFen ?? 0),
  );
  if (wholeFen !== null && first > 0) draft.lines = draft.lines.slice(0, draft.lines.indexOf(top[first]));
}
