import type { Problem } from "../model/finding.ts";
import type { Draft } from "./budget-drafts.ts";
import { valueWithoutPlace } from "./budget-figures.ts";

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
