import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import { notUnderstood } from "./budget-figures.ts";

const SEVERAL = {
  zh: "表中一格内有多个金额，可能把几行或几列读成了一格，请核对原件",
  en: "several amounts in one cell of a table: rows or columns may have been read as one; check the page",
};

const FIGURE = String.raw`[¥￥+\-−–]?\s?(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+\.\d{1,2})\s?元?`;
/** 1,512,000.00 362,880.00: nothing but figures, as rows are read that no rule parts. */
const CROWDED = new RegExp(String.raw`^\s*${FIGURE}(?:\s+${FIGURE})+\s*$`);
const GROUPED = /\d,\d{3}/;

/** Problems for cells of tables that hold nothing but several sums: what they are of can't be told. */
export function findCrowdedCells(flow: Flow): Problem[] {
  return flow
    .flatMap((part) => (part.kind === "table" ? part.cells : []))
    .filter(({ content: { text } }) => GROUPED.test(text) && CROWDED.test(text))
    .map(({ content }) => notUnderstood(content, { start: 0, end: content.text.length }, SEVERAL));
}
