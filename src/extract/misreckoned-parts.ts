import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { fenOf, findSums } from "./money-sums.ts";
import { readCount } from "./schedule-term-parts.ts";
import { toldPlaces } from "./told-places.ts";

const NOT_ITS_PART = {
  zh: "平均分担所得与文中各金额均不符，请核对原件",
  en: "isn't the equal part of any sum of the agreement; check the page",
};

/** 由三方平均分担，每方|: in how many equal parts something is borne. */
const EQUALLY =
  /([二两三四五六七八九十]{1,2}|\d{1,2})\s*(?:个)?[方家户人单位]{1,2}(?:平均|均等?|等额)(?:分?[担摊]|承担|负担|出资)[^。；;\d]{0,8}每[方家户人][^，。；;\d]{0,6}$/;
/** Rounded to the yuan. */
const YUAN_FEN = 100;

/** Problems for what each of several pays of something they share alike, that so many times is no sum told anywhere. */
export function findMisparted(flow: Flow, { problems }: Contents): Problem[] {
  const known = toldPlaces(problems);
  const contents = findClauses(flow)
    .filter(isProse)
    .map(({ part }) => part.content);
  const sums = contents.flatMap(({ text }) => findSums(text).map((sum) => fenOf(sum) ?? 0));
  return contents.flatMap((content) =>
    findSums(content.text).flatMap((sum) => {
      const parts = readCount(EQUALLY.exec(content.text.slice(0, sum.start))?.[1] ?? "");
      const fen = fenOf(sum);
      const isIt =
        parts !== null && sums.some((whole) => Math.abs(whole - (fen ?? 0) * parts) <= YUAN_FEN * parts);
      return parts === null || fen === null || isIt || standsAt(content, known, sum)
        ? []
        : [notUnderstood(content, sum, NOT_ITS_PART)];
    }),
  );
}
